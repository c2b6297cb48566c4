"""All that narrows a statement, under one option."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy.orm import LoaderCriteriaOption
from sqlalchemy.orm.interfaces import CriteriaOption


class Narrowing(CriteriaOption):
    """Every kind's criterion under one option, whose part in a statement's cache key is made once for a reach.

    As options of their own, forty criteria full of subqueries are walked again for each statement: a fifth of a page.
    SQLAlchemy calls the class below it internal: the lock pins its version, and the tests of the reach hold the rest.
    """

    __slots__ = ("bound", "criteria", "key")

    def __init__(self, criteria: Iterable[LoaderCriteriaOption]) -> None:
        self.criteria = tuple(criteria)
        keys = [cast(Any, one)._generate_cache_key() for one in self.criteria]
        self.key = (Narrowing, *(one.key for one in keys))  # without a key of its own each, two reaches would be one
        self.bound = [parameter for one in keys for parameter in one.bindparams]

    def process_compile_state(self, compile_state: Any) -> None:
        for one in self.criteria:
            one.process_compile_state(compile_state)

    process_compile_state_replaced_entities = LoaderCriteriaOption.process_compile_state_replaced_entities

    def _gen_cache_key(self, _anonymous: Any, bindparams: list[Any]) -> tuple[Any, ...]:
        bindparams.extend(self.bound)
        return self.key
