"""Tables out as CSV: a text is never a formula. Workbooks are made in `workbooks`."""

import csv
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from union.tables.cells.formulas import guarded

Cell = str | Decimal | int | date | None


def in_dialect(heads: Sequence[str], rows: Sequence[Sequence[Cell]], language: str) -> bytes:
    """CSV as the spreadsheets of a language open it: in English with commas, points, and days as 2026-12-31."""
    return _text(heads, rows, ",", _in_english).encode("utf-8-sig") if language == "en" else semicolons(heads, rows)


def semicolons(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """CSV as French spreadsheets open it: UTF-8 with its mark, semicolons, decimal comma, days as 31/12/2026."""
    return _text(heads, rows, ";", _shown).encode("utf-8-sig")


def delimited(heads: Sequence[str], rows: Sequence[Sequence[Cell]], encoding: str, delimiter: str) -> bytes:
    """CSV in the dialect that a list came in; in UTF-8 where its encoding has no sign for something."""
    text = _text(heads, rows, delimiter, _shown)
    marked = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(encoding, encoding)
    try:
        return text.encode(marked)
    except (UnicodeEncodeError, LookupError):
        return text.encode("utf-8-sig")


def _text(heads: Sequence[str], rows: Sequence[Sequence[Cell]], delimiter: str, shown: Callable[[Cell], str]) -> str:
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([shown(cell) for cell in row] for row in (heads, *rows))
    return text.getvalue()


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, Decimal | int):
        return str(cell).replace(".", ",")
    return guarded(cell)


def _in_english(cell: Cell) -> str:
    return str(cell) if isinstance(cell, date | Decimal | int) else _shown(cell)
