"""What may be asked at all: only selects of mapped classes, for everything else escapes the reach."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnClause, FromClause, SelectBase, Table, TableClause, TextClause
from sqlalchemy.sql.visitors import HasTraverseInternals

WRITTEN = (
    "_statement_hints",
    "_hints",
    "_prefixes",
    "_suffixes",
)  # parts of a select that are SQL as somebody wrote it


class Unreachable(PermissionError):
    """The row or the kind of statement lies outside the session's reach."""


def refuse_bare_tables(statement: Any, enclosing: frozenset[Any] = frozenset()) -> None:
    """A column's table is narrowed where its mapped class stands in the same select, or in one around it that it
    refers to."""
    if any(getattr(statement, part, None) for part in WRITTEN):
        raise Unreachable("Written SQL cannot be narrowed: select a mapped class")
    bare: set[Any] = set()
    mapped: set[Any] = set()
    nested: list[SelectBase] = []
    parts = list(HasTraverseInternals.get_children(statement))
    while parts:
        part: Any = parts.pop()
        of_a_class = "parententity" in getattr(part, "_annotations", ())
        if isinstance(part, SelectBase):
            nested.append(part)
        elif _is_written(part) or (isinstance(part, TableClause) and not of_a_class):
            raise Unreachable(f"{type(part).__name__} cannot be narrowed: select a mapped class")
        elif isinstance(part, ColumnClause) and part.table is not None:
            if of_a_class or isinstance(part.table, Table):
                (mapped if of_a_class else bare).add(part.table)
            else:
                parts.append(part.table)
        elif of_a_class and isinstance(part, FromClause):
            mapped.add(part)
        elif part is not None:
            parts.extend(HasTraverseInternals.get_children(part))
    if bare - mapped - (enclosing if mapped else frozenset()):
        raise Unreachable("A column of a bare table cannot be narrowed: name its class")
    for inner in nested:
        refuse_bare_tables(inner, enclosing | mapped)


def _is_written(part: Any) -> bool:
    """SQL in words: `text()`, and `literal_column()`, which is one under another name."""
    literal = isinstance(part, ColumnClause) and part.is_literal
    return isinstance(part, TextClause) or (literal and part.name not in {"*", "1"})  # as COUNT and EXISTS write them
