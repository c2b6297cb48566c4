"""Tables out, as a workbook or as CSV: a text is never a formula, and nothing touches the disk in clear."""

import csv
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO

import xlsxwriter

from union.sheets.cells.formulas import guarded
from union.web.locale import today

Cell = str | Decimal | int | date | None


def xlsx(title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, rtl: bool = False) -> bytes:
    """One sheet with a frozen head: money and numbers stay numbers, days stay days, texts are texts."""
    made = BytesIO()
    # In memory: the writer's own temporary files would lie on the disk unsealed.
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(today(), time())})  # no hour, as in `papers.press`
        sheet = book.add_worksheet(_sheet_name(title))
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        kinds = {
            Decimal: book.add_format({"num_format": "#,##0.00"}),
            date: book.add_format({"num_format": "dd/mm/yyyy"}),
        }
        for column, head in enumerate(heads):
            sheet.write_string(0, column, head, bold)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell, kinds)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(len(heads) - 1, 0), 16)
        if rtl:
            sheet.right_to_left()
    return made.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, kinds: dict[type, object]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, kinds[date])
    elif isinstance(cell, Decimal | int):
        sheet.write_number(row, column, cell, kinds.get(type(cell)))
    else:
        sheet.write_string(row, column, cell)


def _sheet_name(title: str) -> str:
    """At most 31 signs without those that a workbook refuses."""
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)[:31].strip() or "1"


def semicolons(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """CSV as French spreadsheets open it: UTF-8 with its mark, semicolons, decimal comma, days as 31/12/2026."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([_shown(cell) for cell in row] for row in (heads, *rows))
    return text.getvalue().encode("utf-8-sig")


def delimited(heads: Sequence[str], rows: Sequence[Sequence[Cell]], encoding: str, delimiter: str) -> bytes:
    """CSV in the dialect that a list came in; in UTF-8 where its encoding has no sign for something."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([_shown(cell) for cell in row] for row in (heads, *rows))
    marked = {"utf-8": "utf-8-sig", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(encoding, encoding)
    try:
        return text.getvalue().encode(marked)
    except (UnicodeEncodeError, LookupError):
        return text.getvalue().encode("utf-8-sig")


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, Decimal | int):
        return str(cell).replace(".", ",")
    return guarded(cell)
