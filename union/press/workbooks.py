"""Every workbook that leaves: what its sheets hold and how they look, on a screen, on paper and to other programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from union.languages.translated import translated
from union.law.sources.sentence import Sentence
from union.tables.writing import Cell
from union.web.locale import today

BESIDE = Sentence("About", context="sheet")
"""What the second sheet is called."""
A4, ON_A_PAGE = 9, 150  # signs that stand side by side on a sheet lying on its side, small and still read
NARROWEST, WIDEST = 7, 46  # signs; what is longer goes on in the next line
MOST = 0.95  # the share of a column's texts that stand in one line
FILTER = 3  # signs, of the button at each head
LONGEST_ON_PAPER = 200  # signs of a title above each page


@dataclass(frozen=True)
class Beside:
    """What stands on a sheet of its own, so that the rows begin with their heads: a title, totals, what to know."""

    title: str
    lines: Sequence[Sequence[Cell]] = ()


def xlsx(
    name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], language: str, beside: Beside | None = None
) -> bytes:
    """The rows from the first line on, on a sheet of this name, and what stands beside them on a second.

    Money and numbers stay numbers, days stay days, texts are texts and never formulas.
    """
    made = BytesIO()
    # In memory: the writer's own temporary files would lie on the disk unsealed.
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(today(), time())})  # no hour, as in `press.typesetting`
        looks = _looks(book, language)
        sheet = book.add_worksheet(_sheet_name(name))
        _fill(sheet, heads, rows, looks)
        _set_out(sheet, heads, rows, beside.title if beside else "")
        if beside is not None:
            _fill_beside(book.add_worksheet(translated(BESIDE, language)), beside, looks)
        for one in book.worksheets():
            _on_paper(one, rtl=language == "ar")
    return made.getvalue()


def _looks(book: xlsxwriter.Workbook, language: str) -> dict[object, Any]:
    """How a cell looks, by what it holds."""
    top = {"valign": "top"}
    day = "yyyy-mm-dd" if language == "en" else "dd/mm/yyyy"
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, **top}),
        "title": book.add_format({"bold": True, "font_size": 13, "text_wrap": True, **top}),
        str: book.add_format({"text_wrap": True, **top}),
        int: book.add_format(top),
        Decimal: book.add_format({"num_format": "#,##0.00", **top}),
        date: book.add_format({"num_format": day, **top}),
    }


def _fill(sheet: Any, heads: Sequence[str], rows: Sequence[Sequence[Cell]], looks: dict[object, Any]) -> None:
    for column, head in enumerate(heads):
        sheet.write_string(0, column, head, looks["head"])
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, looks)


def _write(sheet: Any, row: int, column: int, cell: Cell, looks: dict[object, Any]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell, looks[int])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, looks[date])
    elif isinstance(cell, Decimal | int):
        sheet.write_number(row, column, cell, looks[type(cell)])
    else:
        sheet.write_string(row, column, cell, looks[str])


def _set_out(sheet: Any, heads: Sequence[str], rows: Sequence[Sequence[Cell]], title: str) -> None:
    """The heads stay in sight, each with its filter, and come again on each page, under the title."""
    last = max(len(heads) - 1, 0)
    widths = [_width(head, [row[at] for row in rows if at < len(row)]) for at, head in enumerate(heads)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), last)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(max(1, ceil(sum(widths) / ON_A_PAGE)), 0)
    if title:
        sheet.set_header("&C" + title[:LONGEST_ON_PAPER].replace("&", "&&"))


def _width(head: str, cells: Sequence[Cell]) -> float:
    """As wide as what the column holds: a day or a sum whole, a text in one line where it is short, a head's longest
    word."""
    word = max(map(len, head.split()), default=0) + FILTER
    exact = [len(_seen(cell)) for cell in cells if isinstance(cell, date | Decimal | int)]
    texts = sorted(len(cell) for cell in cells if isinstance(cell, str) and cell)
    usual = texts[int(MOST * (len(texts) - 1))] if texts else 0
    return min(max(NARROWEST, word, usual + 1, max(exact, default=0) + 2), WIDEST)


def _seen(cell: date | Decimal | int) -> str:
    return f"{cell:,.2f}" if isinstance(cell, Decimal) else "31/12/2026" if isinstance(cell, date) else str(cell)


def _fill_beside(sheet: Any, beside: Beside, looks: dict[object, Any]) -> None:
    sheet.write_string(0, 0, beside.title, looks["title"])
    for number, line in enumerate(beside.lines, 2):
        for column, cell in enumerate(line):
            _write(sheet, number, column, cell, looks)
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, 1, 18)


def _on_paper(sheet: Any, *, rtl: bool) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_footer("&C&P / &N")
    if rtl:
        sheet.right_to_left()


def _sheet_name(name: str) -> str:
    """At most 31 signs without those that a workbook refuses."""
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in name)[:31].strip() or "1"
