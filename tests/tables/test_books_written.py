"""How a workbook leaves: its rows from the first line on, its heads in sight and on each page, the rest on a sheet
of its own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import config
from union.press.workbooks import NARROWEST, WIDEST, Beside, xlsx
from union.tables.writing import Cell

HEADS = ["N°", "Nom", "Embauche", "Salaire brut mensuel", "Remarque"]
ROWS: list[list[Cell]] = [
    [1, "Tazi", date(2020, 5, 4), Decimal("4200.50"), "Court"],
    [2, "الفاسي", None, Decimal("12345678.90"), "Une phrase " * 12],
]
TITLE = "Export ABCD2345 – confidentiel : Anfa & fils"


def made(language: str = "fr", rows: list[list[Cell]] = ROWS) -> Workbook:
    totals: list[list[Cell]] = [["Total (DH)", Decimal("12349879.40")]]
    return load_workbook(BytesIO(xlsx("ABCD2345", HEADS, rows, language, Beside(TITLE, totals))))


def rows_of(sheet: Worksheet) -> list[tuple[object, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_the_rows_begin_with_their_heads_and_the_rest_stands_beside() -> None:
    rows, beside = made().worksheets
    assert rows_of(rows)[0] == tuple(HEADS)
    assert len(rows_of(rows)) == 1 + len(ROWS)
    told = [cell for row in rows_of(beside) for cell in row if cell is not None]
    assert told == [TITLE, "Total (DH)", 12349879.4]


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_the_heads_stay_in_sight_and_come_again_on_paper(language: str) -> None:
    book = made(language)
    rows = book.worksheets[0]
    assert rows.freeze_panes == "A2"
    assert rows.auto_filter.ref == "A1:E3"
    assert rows.print_title_rows == "$1:$1"
    assert "Anfa && fils" in str(rows.oddHeader.center.text)
    for sheet in book.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert bool(sheet.sheet_view.rightToLeft) is (language == "ar")


def test_each_column_is_as_wide_as_what_it_holds() -> None:
    rows = made().worksheets[0]
    number, name, day, pay, words = (rows.column_dimensions[letter].width for letter in "ABCDE")
    assert number < name + 1 <= 15
    assert 12 <= day <= 16
    assert pay >= len("12,345,678.90")
    assert words <= WIDEST + 1
    assert rows["E3"].alignment.wrap_text
    empty = made(rows=[]).worksheets[0]
    assert empty.auto_filter.ref == "A1:E2"
    assert empty.column_dimensions["A"].width >= NARROWEST


def test_one_module_makes_every_workbook() -> None:
    makers = [
        path.relative_to(config.HERE).as_posix()
        for path in sorted((config.HERE / "union").rglob("*.py"))
        if "xlsxwriter" in path.read_text()
    ]
    assert makers == ["union/press/workbooks.py"]
