"""What a kind of list is: its fields, how its rows are read, where their values stand, who may bring it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from union.access import May
from union.imports.reading.sourcing import Rows
from union.imports.records.outcomes import Changed, ListOf
from union.imports.records.undo_log import Entry
from union.imports.undo.entries import Books
from union.store.reach import ReachSession
from union.tables.cells.people import Problem
from union.tables.columns.asking import Question
from union.tables.kinds.list_shapes import Shape
from union.tables.table import Remark, Table


class Unfit(ValueError):
    """A row that fits nothing within reach: the field at fault, and the code of its sentence with its values."""

    def __init__(self, field: str, code: str, **values: object) -> None:
        super().__init__(code)
        self.field, self.code, self.values = field, code, values


@dataclass(frozen=True)
class Meant:
    """What a row says: of what, by the name that people know, and which fields it changes from what to what.

    `new` says that it brings in a part of something known: the second list of a ballot. `number` is the employee number
    of whom it names, as the register writes it.
    """

    name: str
    changes: tuple[Changed, ...] = ()
    new: bool = False
    number: str = ""


class RowInterpreter(Protocol):
    """Finds what the rows of one list mean, one after the other; each sees what those before it said."""

    def around(self, rows: Sequence[Any]) -> None:
        """Look up at once whom these rows, which are taken next, could mean."""

    def take(self, row: Any, pending: PendingValues) -> Meant:
        """Enter what a row says into the pending values. Raises `Unfit`."""


class PendingValues:
    """The values as they are, and as the rows so far would have them; nothing is written yet."""

    def __init__(self, session: ReachSession, books: Books) -> None:
        self.session, self._books = session, books
        self._entries: dict[tuple[str, UUID, str], Entry] = {}
        self._fresh: list[Entry] = []

    def now(self, book: str, subject: UUID, key: str) -> bytes:
        """The value as the rows so far leave it."""
        known = self._entries.get((book, subject, key))
        return known.after if known else self._books[book].read(self.session, subject, key) or b""

    def enter(self, book: str, subject: UUID, key: str, value: bytes, before: bytes | None = None) -> bool:
        """A value as a row has it; `before` saves reading it. Returns whether it is another one than now."""
        now = self.now(book, subject, key) if before is None else before
        if now == value:
            return False
        first = self._entries.get((book, subject, key))
        self._entries[book, subject, key] = Entry(book, subject, key, first.before if first else now, value)
        self._fresh.append(Entry(book, subject, key, now, value))
        return True

    def taken(self) -> tuple[Entry, ...]:
        """What the last row changed."""
        fresh, self._fresh = self._fresh, []
        return tuple(fresh)

    def forget(self) -> None:
        """What the last row entered goes again: it stays out whole."""
        for one in reversed(self._fresh):
            first = self._entries.pop(one.place)
            if first.before != one.before:
                self._entries[one.place] = Entry(*one.place, first.before, one.before)
        self._fresh = []

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What all the rows change together, in the order in which they came to it."""
        return tuple(self._entries.values())


@dataclass(frozen=True)
class Kind:
    """One kind of list. `one_place` says that it is of one workplace, which is chosen with the file."""

    of: ListOf
    shape: Shape
    interpreter: Callable[[ReachSession, ListContext], RowInterpreter]
    one_place: bool
    verb: May

    @property
    def fields(self) -> tuple[str, ...]:
        """What a column can hold."""
        return self.shape.fields

    def lacking(self, mapped: set[str]) -> list[str]:
        """The fields without a column, of those that every row needs."""
        return [names[0] for names, _ in self.shape.needed if not mapped & set(names)]


@dataclass(frozen=True)
class ListContext:
    """One list on its way in: which, of which workplace (None where its rows say so), for whom, as of which day."""

    import_id: UUID
    workplace_id: UUID | None
    by: UUID | None
    on: date


@dataclass(frozen=True)
class Listed:
    """The rows of one list, read once."""

    kind: Kind
    headers: tuple[str, ...]
    mapping: dict[int, str | None]
    rows: Rows
    context: ListContext
    problems: Sequence[Problem] = ()
    remarks: tuple[Remark, ...] = ()
    questions: tuple[Question, ...] = ()
    table: Table | None = None

    def problem(self, row: Any, unfit: Unfit) -> Problem:
        """What keeps a row out, at the column of its field."""
        column = next((at for at, field in self.mapping.items() if field == unfit.field), None)
        seen = "" if column is None else str(getattr(row, unfit.field, "") or "")
        header = "" if column is None else self.headers[column] or str(column + 1)
        return Problem(row.number, column, unfit.code, seen, {"shown": seen, "header": header, **unfit.values})
