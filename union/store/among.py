"""Ids and tokens by the thousand: asked for as one bound value, read as the database gives them."""

from __future__ import annotations

from binascii import unhexlify
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Dialect, String, Uuid, bindparam, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, UserDefinedType

Item = TypeVar("Item")
CHUNK = 1000  # below the databases' limits of bound values; so many rows are open at once


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    """So many at a time as one statement can name."""
    return (items[start : start + size] for start in range(0, len(items), size))


def as_given(column: Any) -> ColumnElement[Any]:
    """A value as the database gives it: an id as an object costs more than its row."""
    return type_coerce(column, NullType())


def id_of(given: str | UUID) -> bytes:
    """The bytes of an id read so: SQLite gives hexadecimal digits, PostgreSQL `UUID` objects."""
    return bytes.fromhex(given) if isinstance(given, str) else given.bytes


class EndToEnd(FunctionElement[Any]):
    """Values of a row, ids first and at most one envelope after them, as the bytes of one: a hundred thousand rows are
    then as many objects, where SQLAlchemy makes three of each. `Gathered` does the same with all rows of a group.
    `Split` reads them."""

    inherit_cache = True
    type = NullType()
    name = "end_to_end"


class Gathered(EndToEnd):
    """The ids of all rows of a group, one row after the other."""

    inherit_cache = True
    name = "gathered"


class Split:
    """How long an id is in what lies end to end, and its bytes: as digits where the database gives ids as digits."""

    def __init__(self, given: str | UUID) -> None:
        digits = isinstance(given, str)
        self.id = 32 if digits else 16
        self.plain: Callable[[bytes], bytes] = unhexlify if digits else bytes


@compiles(EndToEnd, "sqlite")
def _texts_end_to_end(element: EndToEnd, compiler: Any, **options: Any) -> str:
    return f"CAST({' || '.join(_each(element, compiler, options))} AS BLOB)"  # joined as texts, which changes no byte


@compiles(Gathered, "sqlite")
def _texts_gathered(element: Gathered, compiler: Any, **options: Any) -> str:
    return f"CAST(group_concat({' || '.join(_each(element, compiler, options))}, '') AS BLOB)"


@compiles(EndToEnd, "postgresql")
def _bytes_end_to_end(element: EndToEnd, compiler: Any, **options: Any) -> str:
    return f"({' || '.join(_sent(element, compiler, options))})"


@compiles(Gathered, "postgresql")
def _bytes_gathered(element: Gathered, compiler: Any, **options: Any) -> str:
    return f"string_agg({' || '.join(_sent(element, compiler, options))}, ''::bytea)"


def _each(element: EndToEnd, compiler: Any, options: dict[str, Any]) -> list[str]:
    return [compiler.process(one, **options) for one in element.clauses]


def _sent(element: EndToEnd, compiler: Any, options: dict[str, Any]) -> list[str]:
    ids = [isinstance(one.type, Uuid) for one in element.clauses]
    each = _each(element, compiler, options)
    return [f"uuid_send({one})" if id else one for one, id in zip(each, ids, strict=True)]


class _Many(UserDefinedType[Collection[bytes]]):
    """Ids or tokens as one value. On PostgreSQL an array of their own kind: bound as a text that is cast, the planner
    would not know how many they are. On SQLite ids are a list in JSON, tokens lie end to end."""

    cache_ok = True
    render_bind_cast = True

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def get_col_spec(self, **_: Any) -> str:
        return f"{self.kind}[]"

    def bind_processor(self, dialect: Dialect) -> Callable[[Collection[bytes] | None], Any]:
        if dialect.name == "postgresql":
            return _as_array if self.kind == "UUID" else lambda tokens: list(tokens or ())
        return _as_json if self.kind == "UUID" else lambda tokens: b"".join(tokens or ())


def _as_array(ids: Collection[bytes] | None) -> str:
    return "{" + ",".join([one.hex() for one in ids or ()]) + "}"


def _as_json(ids: Collection[bytes] | None) -> str:
    return '["' + '","'.join([one.hex() for one in ids or ()]) + '"]'


class Among(FunctionElement[bool]):
    """Whether a column holds one of some ids or tokens, all of them bound as one value: thousands would be written out
    each, and SQLAlchemy takes longer over them than the database."""

    inherit_cache = True
    type = Boolean()

    def __init__(self, column: Any, values: Collection[bytes]) -> None:
        kind = "UUID" if isinstance(column.type, Uuid) else "BYTEA"
        places = "[" + ",".join("0" * len(values)) + "]"  # by which SQLite counts through tokens that lie end to end
        super().__init__(column, bindparam(None, values, _Many(kind)), bindparam(None, places, String()))

    def self_group(self, against: Any = None) -> Among:
        """As it stands: written as `(…) = 1`, as SQLite gets other truths, no index would be used."""
        return self


@compiles(Among, "postgresql")
def _among_array(element: Among, compiler: Any, **options: Any) -> str:
    column, values, _ = element.clauses
    return f"({compiler.process(column, **options)} = ANY ({compiler.process(values, **options)}))"


@compiles(Among, "sqlite")
def _among_list(element: Among, compiler: Any, **options: Any) -> str:
    column, values, places = (compiler.process(one, **options) for one in element.clauses)
    listed = f"SELECT value FROM json_each({values})"  # noqa: S608  # places of bound values
    if not isinstance(next(iter(element.clauses)).type, Uuid):
        listed = f"SELECT substr({values}, 16 * key + 1, 16) FROM json_each({places})"  # noqa: S608  # as above
    return f"({column} IN ({listed}))"
