"""What a workbook shows and does not say in its values: rows struck through, zeros before a number, a number's
spaces."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from tests.tables.samples import TODAY, book, saved
from union.tables.columns.fields import ROSTER
from union.tables.columns.guessing import fields_of, guess
from union.tables.files.number_formats import shape
from union.tables.kinds.roster import interpret
from union.tables.read import read
from union.tables.sandbox import read_limited

STRUCK = Font(strike=True)
PHONE = '0#" "##" "##" "##" "##'  # Excel's own, of its French settings
PEOPLE = [["Matricule", "Nom", "Prénom", "Téléphone"], *([n, f"Nom{n}", "Ali", 661100000 + n] for n in range(1, 5))]


def said(workbook: openpyxl.Workbook) -> dict[str, Mapping[str, Any]]:
    return {one.code: one.values for one in read_limited(saved(workbook), "liste.xlsx").remarks}


def test_rows_struck_through_are_read_and_said() -> None:
    workbook = book(PEOPLE)
    for at in (3, 5):
        for cell in workbook.active[at]:
            cell.font = STRUCK
    workbook.active["J9"].font = STRUCK  # a blank cell says nothing
    found = said(workbook)
    assert (found["struck_rows"]["where"], found["struck_rows"]["count"]) == ("3, 5", 2)
    assert "struck_cells" not in found
    assert len(read(saved(workbook), "liste.xlsx").rows) == 4


def test_a_cell_struck_through_is_said_by_its_place() -> None:
    workbook = book(PEOPLE)
    workbook.active["D4"].font = STRUCK
    found = said(workbook)
    assert found["struck_cells"]["where"] == "D4"
    assert "struck_rows" not in found


def test_words_struck_through_within_a_cell_are_seen() -> None:
    workbook = book(PEOPLE)
    workbook.active["B2"] = CellRichText("Nom1 ", TextBlock(InlineFont(strike=True), "parti"))
    assert said(workbook)["struck_cells"]["where"] == "B2"
    assert said_of_shared(saved(workbook))["struck_cells"]["where"] == "B2"


def said_of_shared(data: bytes) -> dict[str, Mapping[str, Any]]:
    """The remarks of the same workbook with its texts kept beside the sheet, as Excel keeps them."""
    whole = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(whole, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "xl/worksheets/sheet1.xml":
                begin = part.index(b"<is>", part.index(b'r="B2"'))
                end = part.index(b"</is>", begin)
                text = part[begin + 4 : end]
                part = part.replace(b'r="B2" t="inlineStr"', b'r="B2" t="s"').replace(
                    part[begin : end + 5], b"<v>0</v>"
                )
                new.writestr(
                    "xl/sharedStrings.xml",
                    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si>'
                    + text
                    + b"</si></sst>",
                )
            if entry.filename != "xl/sharedStrings.xml":
                new.writestr(entry.filename, part)
    return {one.code: one.values for one in read(whole.getvalue(), "liste.xlsx").remarks}


def test_a_font_that_says_no_strike_is_none() -> None:
    workbook = book(PEOPLE)
    for cell in workbook.active[3]:
        cell.font = Font(strike=False)
    assert not {"struck_rows", "struck_cells"} & said(workbook).keys()


def test_numbers_come_as_they_are_shown() -> None:
    workbook = book(PEOPLE)
    for at in range(2, 6):
        workbook.active[f"A{at}"].number_format = "000000"
        workbook.active[f"D{at}"].number_format = PHONE
    table = read_limited(saved(workbook), "liste.xlsx")
    assert table.rows[0].cells == ("000001", "Nom1", "Ali", "06 61 10 00 01")
    assert table.proof[1] == "000001 | Nom1 | Ali | 06 61 10 00 01"
    found = interpret(table, fields_of(guess(table, ROSTER)), today=TODAY)
    assert (found.good[0].employee_number, found.good[0].phone) == ("000001", "+212661100001")
    assert not found.problems


def test_a_shape_counts_in_its_own_row_only() -> None:
    workbook = book([*PEOPLE[:1], ["", "", "", ""], *PEOPLE[1:]])
    workbook.active["A4"].number_format = "000000"
    assert [row.cells[0] for row in read(saved(workbook), "liste.xlsx").rows] == [1, "000002", 3, 4]


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("000000", 12, "000012"),
        ("000000", 1234567, "1234567"),
        ('"M"0000', 12, "M0012"),
        (r"\A\-000", 7, "A-007"),
        ("000-000", 1234, "001-234"),
        (PHONE, 612345678, "06 12 34 56 78"),
        (PHONE, 5, "00 00 00 00 05"),
        ("0000;-0000", 7, "0007"),
        ("[Red]000", 7, "007"),
        ("[$-40C]00000", 7, "00007"),
        ('"+"000" "000000000', 212612345678, "+212 612345678"),
        ('#"-"000', 12, "012"),
        ('#"-"000', 1012, "1-012"),
    ],
)
def test_a_number_under_a_format(code: str, value: int, text: str) -> None:
    found = shape(code)
    assert found is not None
    assert found.of(value) == text


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "0",
        "#,##0",
        "0.00",
        "00.00",
        "#,##0.00",
        "dd/mm/yyyy",
        "00%",
        "0E+00",
        "@",
        '# ##0" DH"',
        "[<=99]00;000",
        "",
        "0" * 200,
        "hh:mm",
        '"00',
        "[h]:mm",
    ],
)
def test_a_format_that_says_no_more_than_the_digits(code: str) -> None:
    assert shape(code) is None


def ods(rows: str, styles: str = "") -> bytes:
    """An ODS workbook with this in its table."""
    urn = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(f'xmlns:{name}="{urn}{name}:1.0"' for name in ("office", "table", "text", "style"))
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet><table:table "
        f'table:name="L">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        manifest = f'<manifest:manifest xmlns:manifest="{urn}manifest:1.0"/>'
        archive.writestr("META-INF/manifest.xml", manifest)
    return whole.getvalue()


def _text(value: str, style: str = "") -> str:
    named = f' table:style-name="{style}"' if style else ""
    return f'<table:table-cell office:value-type="string"{named}><text:p>{value}</text:p></table:table-cell>'


def _count(value: int, shown: str, style: str = "") -> str:
    named = f' table:style-name="{style}"' if style else ""
    return (
        f'<table:table-cell office:value-type="float" '
        f'office:value="{value}"{named}><text:p>{shown}</text:p></table:table-cell>'
    )


def test_ods_says_the_same() -> None:
    heads = "".join(map(_text, ("Matricule", "Nom", "Prénom", "Salaire")))
    first = _count(1, "000001") + _text("Tazi") + _text("Ali") + _count(5200, "5 200")
    second = _count(2, "M0002", "ce1") + _text("Ziani", "ce1") + _text("Rim", "ce1") + _count(5300, "5300")
    rows = "".join(f"<table:table-row>{one}</table:table-row>" for one in (heads, first, second))
    style = (
        '<style:style style:name="ce1" style:family="table-cell"><style:text-properties '
        'style:text-line-through-style="solid"/>'
        "</style:style>"
    )
    table = read(ods(rows, style), "liste.ods")
    assert [row.cells for row in table.rows] == [("000001", "Tazi", "Ali", 5200), ("M0002", "Ziani", "Rim", 5300)]
    assert {one.code: one.values.get("where") for one in table.remarks}["struck_rows"] == "3"
