"""What a roster file becomes once read: a table with its rows, what was noticed on the way, and the limits kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

Cell = str | int | Decimal | date | bool
"""An empty cell is an empty text. A `datetime` is a `date` too, and is kept where the workbook gave an hour."""

MAX_BYTES = 64 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 200
MAX_FIELD = 32_767  # what Excel itself can keep in one cell
HEADER_WITHIN = 20  # rows searched for the header


class Untrusted(ValueError):
    """A file that is not read, with a code and the values of its sentence (see `union.tables.sentences`)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """Return the code alone: values can hold people's names, and tracebacks end in logs."""
        return self.code


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said to the person who imports, that refuses nothing."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    row: int | None = None
    column: int | None = None


class Row(msgspec.Struct, frozen=True, array_like=True):
    """One row of data.

    `number` is the row as a spreadsheet shows it, counted from 1: blank rows count, and a quoted line break does
    not start a new row. `found` is how many cells the file gave, before padding to the width of the header.
    """

    number: int
    cells: tuple[Any, ...]  # of `Cell`
    found: int
    hidden: bool = False

    def cell(self, column: int) -> Cell:
        """Return the cell of a column counted from 0, or an empty text beyond the end of the row."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """A file as read: nothing is interpreted yet, and nothing is lost without a remark.

    `kind` is csv, xlsx, xls, ods or vcf. `encoding` and `delimiter` are None but for text, `sheet` but for workbooks.
    `header_row` is None where the file has no header; `headers` are then empty texts.
    `proof` holds three lines as they were read, for a person to judge the encoding. `sheets` are all of a workbook's.
    `month_first` are its columns, counted from 0, whose days are shown with the month first.
    """

    kind: str
    encoding: str | None
    delimiter: str | None
    sheet: str | None
    header_row: int | None
    headers: tuple[str, ...]
    rows: Sequence[Row]
    remarks: list[Remark]
    proof: tuple[str, ...]
    sheets: tuple[str, ...] = ()
    month_first: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """Return the number of columns that the header (or the usual row) has."""
        return len(self.headers)
