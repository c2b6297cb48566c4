"""What a file holds, said in few words: its dialect, its columns with examples, what the reader noticed."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime
from typing import Any

from union.imports.reading.another_kind import another_kind
from union.imports.records.models import Column, ImportState
from union.imports.records.outcomes import Counts, ListOf, stored_remarks
from union.store.gc_pause import give_back, undisturbed
from union.tables.cells.forgetting import forget
from union.tables.cells.people import displayed
from union.tables.columns.fields import DECLARED_DAYS, ELECTIONS, HEADCOUNTS, LAYOFF, ROSTER, WORKPLACES
from union.tables.columns.guessing import guess
from union.tables.columns.shape import shape_of
from union.tables.kinds.claims import parts
from union.tables.read import CARDS
from union.tables.sandbox import read_any
from union.tables.table import Cell, Remark, Table

FIELDS = {
    ListOf.ELECTIONS: ELECTIONS,
    ListOf.WORKPLACES: WORKPLACES,
    ListOf.HEADCOUNTS: HEADCOUNTS,
    ListOf.DECLARED_DAYS: DECLARED_DAYS,
}
SAMPLES = 3
WORKBOOKS = frozenset(("xlsx", "xls", "ods"))


def kept_fields(list_of: ListOf = ListOf.MEMBERS, *, cin: bool) -> tuple[str, ...]:
    """What a list may fill. Dues lack their year in a list; a card's number is kept only where that is authorised."""
    if list_of in FIELDS:
        return FIELDS[list_of]
    return tuple(field for field in ROSTER if field != "dues" and (cin or field != "cin"))


@undisturbed()
def understand(
    data: bytes, name: str, *, cin: bool = False, list_of: ListOf = ListOf.MEMBERS, **choices: Any
) -> tuple[Table, ImportState]:
    """Read a file as a list of one kind, `choices` (encoding, delimiter, sheet, header) overriding what is found.
    Raises `Untrusted`."""
    table = read_any(data, name, **{key: value for key, value in choices.items() if value is not None})
    give_back()
    forget()
    plan = ImportState(
        file_name=name,
        uploaded_at=datetime.now(UTC),
        kind=table.kind,
        encoding=table.encoding,
        delimiter=table.delimiter,
        sheet=table.sheet,
        header_row=table.header_row,
        proof=table.proof,
        columns=_columns(table, list_of, cin=cin),
        counts=Counts(rows=len(table.rows)),
        remarks=stored_remarks([*_of_an_employer(table, list_of), *another_kind(table, list_of), *table.remarks]),
        list_of=list_of,
        sheets=table.sheets,
        shape=shape_of(table),
    )
    return table, plan


def _of_an_employer(table: Table, list_of: ListOf) -> list[Remark]:
    """A warning, first of all, where a column holds what an employer offers for leaving."""
    if list_of is not ListOf.MEMBERS:
        return []
    named = {found.field for found in guess(table, LAYOFF).values() if found.reason in {"header", "part_of_header"}}
    return [Remark("employers_list")] if "offered_amount" in named else []


@undisturbed()
def again(data: bytes, plan: ImportState) -> Table:
    """The same table as when it was understood. Raises `Untrusted`."""
    choices: dict[str, Any] = {"header": plan.header_row or 0}
    if plan.kind in WORKBOOKS:
        choices["sheet"] = plan.sheet
    elif plan.kind != CARDS:
        choices |= {"encoding": plan.encoding, "delimiter": plan.delimiter}
    return read_any(data, plan.file_name, **choices)


def _columns(table: Table, list_of: ListOf, *, cin: bool) -> tuple[Column, ...]:
    fields = kept_fields(list_of, cin=cin)
    guesses = guess(table, ROSTER if list_of is ListOf.MEMBERS else fields)
    kept = {at: found.field if found.field in fields else "" for at, found in guesses.items()}
    seen = [_Values(len(table.rows)) for _ in range(table.width)]
    for row in table.rows:
        for values, cell in zip(seen, row.cells, strict=False):  # a long row says more than the header
            values.add(cell)
    return tuple(
        Column(table.headers[at], values.samples, values.others, values.blank, kept[at] or "", guesses[at].reason)
        for at, values in enumerate(seen)
    )


class _Values:
    """What a column holds: its first values, and a mark of eight bytes for each of all."""

    def __init__(self, most: int) -> None:
        self.blank = 0
        self._first: dict[str, None] = {}
        self._given = 0
        self._marks = array("q", bytes(8 * most))  # whole from the start: what grows beside others leaves holes

    def add(self, cell: Cell) -> None:
        if cell == "":
            self.blank += 1
            return
        text = cell if isinstance(cell, str) else str(cell)
        self._marks[self._given] = hash(text)
        self._given += 1
        if len(self._first) < SAMPLES:
            self._first[displayed(cell)[:40]] = None

    @property
    def samples(self) -> tuple[str, ...]:
        return tuple(self._first)

    @property
    def others(self) -> int:
        """Distinct values beside the samples."""
        return max(0, sum(len(set(part)) for part in parts(self._marks[: self._given])) - len(self._first))
