"""All that narrows a statement, under one option."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import BindParameter, ColumnElement
from sqlalchemy.orm import LoaderCriteriaOption
from sqlalchemy.orm.interfaces import CriteriaOption
from sqlalchemy.sql.annotation import _deep_annotate
from sqlalchemy.sql.visitors import iterate


class Criterion(LoaderCriteriaOption):
    """What a reach shows of one kind.

    SQLAlchemy marks every part of a criterion with where it comes from, its values too, and a marked value is compared
    with its original by making a comparison in SQL: fifty of them for a page. Values are copied unmarked instead.
    """

    __slots__ = ()
    inherit_cache = True
    _cache_key_traversal = LoaderCriteriaOption._traverse_internals

    def _resolve_where_criteria(self, _entity: Any) -> ColumnElement[bool]:
        criterion = cast(ColumnElement[bool], self.where_criteria)
        values = [part for part in iterate(criterion) if isinstance(part, BindParameter)]
        return _deep_annotate(
            criterion,
            {"for_loader_criteria": self},
            cast(Any, values),
            detect_subquery_cols=True,
            ind_cols_on_fromclause=True,
        )


class Key:
    """The part of all criteria in a statement's cache key: thousands of pieces, put through a hash once."""

    __slots__ = ("hashed", "parts")

    def __init__(self, parts: tuple[Any, ...]) -> None:
        self.parts, self.hashed = parts, hash(parts)

    def __hash__(self) -> int:
        return self.hashed

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Key) and self.hashed == other.hashed and self.parts == other.parts)


_KEYS: dict[Key, Key] = {}


class Narrowing(CriteriaOption):
    """Every kind's criterion under one option, whose part in a statement's cache key is made once for a reach.

    As options of their own, forty criteria full of subqueries are walked again for each statement: a fifth of a page.
    SQLAlchemy calls the class below it internal: the lock pins its version, and the tests of the reach hold the rest.
    """

    __slots__ = ("bound", "criteria", "key")

    def __init__(self, criteria: Iterable[Criterion]) -> None:
        self.criteria = tuple(criteria)
        keys = [cast(Any, one)._generate_cache_key() for one in self.criteria]
        key = Key(tuple(one.key for one in keys))  # without a key of its own each, two reaches would be one
        self.key = (Narrowing, _KEYS.setdefault(key, key))  # reaches of one shape find each other at the first look
        self.bound = [parameter for one in keys for parameter in one.bindparams]

    def process_compile_state(self, compile_state: Any) -> None:
        for one in self.criteria:
            one.process_compile_state(compile_state)

    process_compile_state_replaced_entities = LoaderCriteriaOption.process_compile_state_replaced_entities

    def _gen_cache_key(self, _anonymous: Any, bindparams: list[Any]) -> tuple[Any, ...]:
        bindparams.extend(self.bound)
        return self.key
