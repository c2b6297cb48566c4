"""Rows by the thousand, put in and taken out in the database's own quickest way: for `reach` alone, which asks about
them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from psycopg import sql
from sqlalchemy import Column, Connection, Table, Uuid, delete, inspect
from sqlalchemy.orm.exc import StaleDataError

from union.store.among import Among

TOGETHER = 500  # rows of one statement on SQLite: run as one step, it leaves the interpreter to others meanwhile


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table as tuples, its id first; ids are given as their 16 bytes, for as objects they cost more than
    their rows. `names` are the columns, and every one that has no default in the database must be among them."""

    kind: type[Any]
    names: tuple[str, ...]
    values: list[tuple[Any, ...]]

    @property
    def ids(self) -> list[bytes]:
        return [row[0] for row in self.values]

    def of(self, name: str) -> set[bytes]:
        """Every id that a column holds; none where it is not given."""
        if name not in self.names:
            return set()
        at = self.names.index(name)
        return {row[at] for row in self.values if row[at] is not None}


def put(connection: Connection, rows: Rows) -> None:
    """Write rows. On PostgreSQL by COPY, on SQLite some hundred in one statement."""
    table: Table = rows.kind.__table__
    if not rows.values:
        return
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
        return
    columns = dict(zip(rows.names, zip(*rows.values, strict=True), strict=False))
    values = [_as_kept(column, columns[column.name]) for column in table.columns if column.name in columns]
    listed = list(zip(*values, strict=True))
    whole = len(listed) - len(listed) % TOGETHER
    for start in range(0, whole, TOGETHER):
        some = tuple(chain.from_iterable(listed[start : start + TOGETHER]))
        connection.exec_driver_sql(_statement(table, rows.names, TOGETHER), some)
    if listed[whole:]:
        connection.exec_driver_sql(_statement(table, rows.names, 1), listed[whole:])


def _as_kept(column: Column[Any], values: tuple[Any, ...]) -> Sequence[Any]:
    """The values of a column as SQLite keeps them: an id is a text there."""
    return [one.hex() for one in values] if isinstance(column.type, Uuid) else values


@cache
def _statement(table: Table, names: tuple[str, ...], count: int) -> str:
    """The columns are given in the order of the table."""
    columns = [column.name for column in table.columns if column.name in names]
    values = "(" + ", ".join("?" * len(columns)) + ")"
    named, placed = ", ".join(columns), ", ".join([values] * count)
    return f"INSERT INTO {table.name} ({named}) VALUES {placed}"  # noqa: S608  # names of our own models


def _copy(connection: Connection, table: Table, rows: Rows) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, rows.names))
    )
    kinds = ["int4" if table.c[name].type.python_type is int else "bytea" for name in rows.names]
    own: Any = connection.connection  # psycopg's
    with own.cursor() as cursor, cursor.copy(statement) as copy:
        copy.set_types(kinds)
        for row in rows.values:
            copy.write_row(row)


def take(connection: Connection, kind: type[Any], rows: Sequence[Any]) -> None:
    """Remove rows as they were read. Raises `StaleDataError` where one was changed or removed since."""
    table, version = inspect(kind).local_table, inspect(kind).version_id_col
    alike: dict[int | None, list[bytes]] = defaultdict(list)
    for row in rows:
        alike[None if version is None else getattr(row, version.key)].append(row.id.bytes)
    gone = 0
    for read, ids in alike.items():
        statement = delete(table).where(Among(table.c.id, ids))
        gone += connection.execute(statement if version is None else statement.where(version == read)).rowcount
    if gone != len(rows):
        raise StaleDataError(f"{len(rows) - gone} rows of {table.name} changed since they were read")
