"""Workbooks are read with their types, and the dangerous ones are refused in seconds."""

import io
import struct
import zipfile
import zlib
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.tables.samples import DATA, TANGER, book, said, saved, with_part
from union import confined
from union.tables.read import read
from union.tables.sandbox import read_any, read_limited
from union.tables.table import Untrusted

ROWS = [
    ["Matricule", "Nom", "Né le", "Salaire"],
    [1000, "Tazi", date(1990, 2, 1), 4200.5],
    ["0012", "Ziani", "", 0.1 + 0.2],
]
SHEET = "xl/worksheets/sheet1.xml"
LITTLE = 100_000_000  # bytes: enough to begin with, and for no workbook that unfolds
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def refused(data: bytes, name: str = "liste.xlsx", **limits: float) -> str:
    with pytest.raises(Untrusted) as refusal:
        read_limited(data, name, **limits)  # type: ignore[arg-type]  # whole bytes or seconds
    return refusal.value.code


def sheet_of(*cells: bytes) -> bytes:
    """Return a worksheet's XML with the given rows."""
    return b'<worksheet xmlns="' + MAIN + b'"><sheetData>' + b"".join(cells) + b"</sheetData></worksheet>"


def test_types_survive_the_trip() -> None:
    workbook = book([*ROWS, ["x", datetime(2020, 5, 6, 7, 8), True, 12]])
    data = saved(workbook)
    table = read_limited(data, "liste.xlsx")
    assert table == read(data, "liste.xlsx")
    assert table.rows[0].cells == (1000, "Tazi", date(1990, 2, 1), Decimal("4200.5"))
    assert table.rows[1].cells == ("0012", "Ziani", "", Decimal("0.3"))
    assert table.rows[2].cells == ("x", datetime(2020, 5, 6, 7, 8), True, 12)


def test_formulas_errors_and_hidden_things_are_said() -> None:
    workbook = book(ROWS)
    sheet = workbook.active
    sheet["D4"] = "=SUM(D2:D3)"
    sheet["B4"] = "Alaoui"
    sheet["A4"].value, sheet["A4"].data_type = "#REF!", "e"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    workbook.create_sheet("Secret").sheet_state = "hidden"
    noticed = said(read_limited(saved(workbook), "liste.xlsx"))
    assert noticed["uncomputed_formulas"]["where"] == "D4"
    assert noticed["cells_in_error"]["where"] == "A4"
    assert noticed["hidden_rows"]["where"] == "3"
    assert noticed["hidden_columns"]["where"] == "C"
    assert noticed["hidden_sheets"]["sheets"] == "Secret"


def test_a_sheet_can_be_chosen() -> None:
    workbook = book([["Notice"]])
    other = workbook.create_sheet("Liste")
    for row in ROWS:
        other.append(row)
    data = saved(workbook)
    assert read(data, "a.xlsx").sheet == "Liste"
    assert read(data, "a.xlsx", sheet="Liste").headers[0] == "Matricule"
    with pytest.raises(Untrusted, match="no_such_sheet"):
        read(data, "a.xlsx", sheet="Autre")


def test_styled_blank_cells_far_away_are_no_columns() -> None:
    workbook = book(ROWS)
    workbook.active.cell(5_000, 900).number_format = "0.00"
    assert read_limited(saved(workbook), "liste.xlsx").width == 4


@pytest.mark.parametrize("first", [b"", b'<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row>'])
def test_one_cell_at_the_far_corner_takes_no_room(first: bytes) -> None:
    corner = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refused(with_part(saved(book(ROWS)), SHEET, sheet_of(first, corner)), memory=LITTLE) == "too_many_columns"


def test_a_cell_in_the_last_row_is_too_far() -> None:
    first = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    last = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    assert refused(with_part(saved(book(ROWS)), SHEET, sheet_of(first, last))) == "too_many_rows"


def test_too_many_columns() -> None:
    assert refused(saved(book([[f"c{at}" for at in range(201)], list(range(201))]))) == "too_many_columns"


def test_zip_bomb_is_refused_before_it_opens() -> None:
    """Opened, its 110 MB would not fit: the child would answer that it is too heavy."""
    bomb = with_part(saved(book(ROWS)), SHEET, sheet_of(b"<row></row>" * 10_000_000))
    assert refused(bomb, memory=LITTLE) == "zip_bomb"


def test_too_many_entries() -> None:
    whole = io.BytesIO(saved(book(ROWS)))
    with zipfile.ZipFile(whole, "a") as archive:
        for at in range(201):
            archive.writestr(f"xl/media/{at}.xml", "<a/>")
    assert refused(whole.getvalue()) == "zip_bomb"


def test_a_header_that_lies_about_its_size() -> None:
    """The directory says ten bytes, the stream holds sixty million: what was counted is what is read."""
    content = sheet_of(b"<row></row>" * 5_000_000)
    data = bytearray(with_part(saved(book(ROWS)), SHEET, content))
    size, crc = struct.pack("<I", len(content)), struct.pack("<I", zlib.crc32(content))
    assert data.count(size) >= 2
    lying = bytes(data).replace(size, struct.pack("<I", 10)).replace(crc, struct.pack("<I", zlib.crc32(content[:10])))
    assert refused(lying) in ("damaged", "zip_bomb")


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(part: str, encoding: str) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'
    assert refused(with_part(saved(book(ROWS)), part, laughs.encode(encoding))) == "entities"


def test_macros() -> None:
    data = with_part(saved(book(ROWS)), "xl/vbaProject.bin", b"x")
    assert refused(data) == "macros"
    assert refused(saved(book(ROWS)), "liste.xlsm") == "macros"


def test_encrypted_and_renamed_workbooks() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert refused(ole + "EncryptedPackage".encode("utf-16-le")) == "encrypted"
    assert refused(ole + "Workbook".encode("utf-16-le"), "liste.xls") == "damaged"
    assert refused(ole + "_VBA_PROJECT".encode("utf-16-le"), "liste.xls") == "macros"
    assert refused(ole + "WordDocument".encode("utf-16-le"), "liste.xls") == "not_a_table"


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (saved(book(ROWS)), "liste.pdf", "unknown_kind"),
        (saved(book([])), "liste.xlsx", "empty"),
        (saved(book(ROWS[:1])), "liste.xlsx", "header_only"),
    ],
)
def test_lying_names_and_empty_books(data: bytes, name: str, code: str) -> None:
    assert refused(data, name) == code


@pytest.mark.parametrize("name", ["liste.csv", "liste.ods", "LISTE.XLS", "liste.vcf"])
def test_the_bytes_say_what_a_file_is_and_its_ending_that_it_says_otherwise(name: str) -> None:
    table = read_limited(saved(book(ROWS)), name)
    assert (table.kind, len(table.rows)) == ("xlsx", len(ROWS) - 1)
    assert said(table)["named_otherwise"] == {"extension": name.rpartition(".")[2].lower(), "kind": "XLSX"}
    assert "named_otherwise" not in said(read_limited(saved(book(ROWS)), "liste.xlsx"))


@pytest.mark.parametrize("name", ["paie.xls", "paie.xlsx"])
def test_a_payroll_gives_text_the_ending_of_a_workbook(name: str) -> None:
    table = read_any("Nom\tPrénom\tTél\nTazi\tAli\t0612345678\n".encode("cp1252"), name)
    assert (table.kind, table.encoding, table.rows[0].cells) == ("csv", "cp1252", ("Tazi", "Ali", "0612345678"))
    assert "named_otherwise" in said(table)
    assert refused(b"<table><tr><td>Nom</td></tr></table>", name) == "markup"


def test_other_archives_are_no_tables() -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refused(whole.getvalue(), "liste.xlsx") == "not_a_table"


def test_cut_or_flipped_workbooks_never_raise_anything_else() -> None:
    data = (DATA / TANGER).read_bytes()
    for at in range(60):
        cut = len(data) * at // 60
        with pytest.raises(Untrusted):
            read(data[:cut], "t.xlsx")
        flipped = bytearray(data)
        flipped[cut] ^= 0xFF
        try:
            read(bytes(flipped), "t.xlsx")
        except Untrusted as refusal:
            assert refusal.code  # noqa: PT017  # a flipped byte may also fall where nothing is read


def test_memory_and_time_are_limited() -> None:
    data = saved(book([["Nom", "Prénom"], *[[f"nom {at}", f"prénom {at}"] for at in range(20_000)]]))
    assert refused(data, memory=40 * 1024 * 1024) == "too_heavy"
    assert refused(data, seconds=0.01) == "too_heavy"
    assert len(read_limited(data, "liste.xlsx").rows) == 20_000


def test_an_old_excel_workbook() -> None:
    data = (Path(__file__).parent / "liste.xls").read_bytes()
    table = read_limited(data, "liste.xls")
    assert table.kind == "xls"
    assert table.headers == ("Matricule", "Nom et prénom", "Tél.", "Né le", "Salaire")
    assert table.rows[0].cells == (1000, "EL AMRANI Réda", 612345678, date(1990, 2, 1), Decimal("4200.5"))
    assert table.rows[1].cells == ("0012", "الفاسي محمد", "0661234567", date(1985, 12, 31), 5200)
    assert [remark.code for remark in table.remarks] == ["hidden_unknown"]
    assert said(read_limited(data, "liste.xlsx"))["named_otherwise"] == {"extension": "xlsx", "kind": "XLS"}


def test_ods_with_hidden_and_repeated_rows() -> None:
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "<table:table-row>" + cell.format("Nom") + cell.format("Prénom") + "</table:table-row>"
    rows += (
        '<table:table-row table:visibility="collapse">'
        + cell.format("Tazi")
        + cell.format("Ali")
        + "</table:table-row>"
    )
    rows += "<table:table-row>" + cell.format("Ziani") + cell.format("Omar") + "</table:table-row>{more}"

    def document(more: str) -> bytes:
        content = (
            f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" xmlns:text="{text}"><office:body>'
            f'<office:spreadsheet><table:table table:name="Liste">{rows.format(more=more)}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        )
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", content)
            archive.writestr("META-INF/manifest.xml", "<a/>")
        return whole.getvalue()

    read_back = read_limited(document(""), "liste.ods")
    assert [row.cells for row in read_back.rows] == [("Tazi", "Ali"), ("Ziani", "Omar")]
    assert [row.hidden for row in read_back.rows] == [True, False]
    blank = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    assert len(read_limited(document(blank), "liste.ods").rows) == 2
    bomb = '<table:table-row table:number-rows-repeated="1048570">' + cell.format("x") + "</table:table-row>"
    assert refused(document(bomb), "liste.ods") == "too_many_rows"


def test_the_child_gets_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNION_ROOT_KEY", "secret")
    seen: dict[str, object] = {}
    real = confined.subprocess.Popen

    def watched(*args: object, **kwargs: object) -> object:
        seen.update(kwargs)
        return real(*args, **kwargs)  # type: ignore[call-overload]  # passed on as given

    monkeypatch.setattr(confined.subprocess, "Popen", watched)
    assert read_limited((DATA / TANGER).read_bytes(), "t.xlsx").rows
    assert "UNION_ROOT_KEY" not in seen["env"]  # type: ignore[operator]  # a dict, as passed
