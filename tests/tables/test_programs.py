"""Lists as programs leave them: read, or said; never wrong in silence.

`embauches-americain.*` were opened and saved by LibreOffice in American English, `blancs.ods` is its file laid out line
by line, `personnel-pdf.txt` is `pdftotext -layout` over its PDF.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from union.tables.columns.fields import ROSTER
from union.tables.columns.guessing import fields_of, guess
from union.tables.files import charsets, pasted
from union.tables.files.aligned import parted
from union.tables.kinds.roster import Interpreted, interpret
from union.tables.read import read
from union.tables.sandbox import read_limited
from union.tables.table import Cell, Row, Table

HERE = Path(__file__).parent
TODAY = date(2026, 12, 1)
LIST = (
    "Matricule;Nom;Prénom;Date d'embauche\n00017;EL FASSI;Noémie;03/04/2018\n00018;ÇAKIR;Réda;25/09/2020\n"
    "00019;AÏT BAHA;Zoë;01/02/2021\n"
)


def understood(data: bytes, name: str = "liste.csv", **choices: Any) -> tuple[Table, Interpreted]:
    table = read(data, name, **choices)
    return table, interpret(table, fields_of(guess(table, ROSTER)), today=TODAY)


def codes(data: bytes, name: str = "liste.csv") -> set[str]:
    table, found = understood(data, name)
    return {one.code for one in (*table.remarks, *found.remarks)}


@pytest.mark.parametrize("name", ["embauches-americain.xlsx", "embauches-americain.ods"])
def test_one_text_tells_that_days_were_turned(name: str) -> None:
    """03/04/2018 is the third of April on the list, and the fourth of March in the cell."""
    data = (HERE / name).read_bytes()
    assert "date_order_turned" in codes(data, name)
    table = read_limited(data, name)
    assert table.month_first == {3}
    _, found = understood(data, name)
    assert found.rows[0].hired_on == date(2018, 3, 4)  # said, and not turned back on a guess


def formatted(code: str, *days: date) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Nom", "Prénom", "Date d'embauche"])
    for at, day in enumerate(days, 2):
        sheet.append(["Tazi", "Omar", day])
        sheet.cell(at, 3).number_format = code
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("code", ["mm/dd/yyyy", "[$-409]m/d/yy;@", "mm\\/dd\\/yyyy", "m-d-yy h:mm"])
def test_the_format_of_a_cell_is_evidence(code: str) -> None:
    assert "date_order_turned" in codes(formatted(code, date(2018, 3, 4)), "liste.xlsx")
    late = formatted(code, date(2018, 3, 4), date(2018, 3, 25))
    assert "date_order_turned" not in codes(late, "liste.xlsx")  # whoever shows days so knew the 25th


@pytest.mark.parametrize("code", ["dd/mm/yyyy", "yyyy-mm-dd", "d mmm yy", "mmm dd yyyy", "General"])
def test_other_formats_say_nothing(code: str) -> None:
    assert "date_order_turned" not in codes(formatted(code, date(2018, 3, 4)), "liste.xlsx")


def test_days_that_a_program_wrote_anew_in_a_csv_tell_too() -> None:
    assert "date_order_turned" in codes(
        LIST.replace("03/04/2018", "2018-03-04").replace("01/02/2021", "2021-01-02").encode()
    )
    assert "date_order_turned" not in codes(LIST.encode())


def test_one_row_against_a_few_is_asked_about() -> None:
    _, found = understood((LIST + "00020;Tazi;Omar;03/25/2018\n").encode())
    assert [(one.kind, one.needed) for one in found.questions] == [("dates", False)]
    many = LIST + "".join(f"{at:05d};Tazi;Omar;25/0{at % 9 + 1}/2018\n" for at in range(20, 40))
    _, found = understood((many + "00090;Tazi;Omar;03/25/2018\n").encode())
    assert not found.questions
    assert [one.code for one in found.problems] == ["date_impossible"]  # a slip in one row of many


def test_blanks_between_the_elements_of_an_ods() -> None:
    _, found = understood((HERE / "blancs.ods").read_bytes(), "blancs.ods")
    assert [(one.employee_number, one.family_name, one.hired_on) for one in found.rows] == [
        ("00017", "EL FASSI", date(2018, 4, 3)),
        ("00018", "BENNÏS", date(2019, 11, 12)),
        ("00019", "ÇAKIR", date(2020, 9, 25)),
        ("00020", "AÏT BAHA", date(2021, 2, 1)),
    ]


FAMILIES = (
    "El Fassi",
    "Bennani",
    "Chakir",
    "Aït Baha",
    "Tazi",
    "Berrada",
    "Ouazzani Touhami",
    "Zidane",
    "Lahlou",
    "Hamdi",
)
GIVEN = ("Noémie", "Khadija", "Réda", "Zoé", "Omar", "Fatima Zahra", "Mohamed Amine", "Salma")


def test_a_pdf_saved_as_text_over_three_pages() -> None:
    """Its columns stand elsewhere on each page, one blank parts two of them on the second, and cells are blank."""
    table, found = understood((HERE / "personnel-pdf.txt").read_bytes(), "personnel.txt")
    assert [one.cells for one in table.rows] == [
        (
            f"{at:05d}",
            FAMILIES[at % 10].upper(),
            GIVEN[at % 8],
            f"06610{at:05d}" if at % 9 else "",
            f"{1 + at % 28:02d}/{1 + at % 12:02d}/{2015 + at % 9}",
            "Conseiller client" if at % 13 else "",
        )
        for at in range(1, 121)
    ]
    assert not found.problems
    assert "aligned" in {one.code for one in table.remarks}
    again = read((HERE / "personnel-pdf.txt").read_bytes(), "personnel.txt", delimiter=table.delimiter, header=3)
    assert list(again.rows) == list(table.rows)


def test_a_pasted_table_and_what_blanks_do_not_part() -> None:
    text = "Matricule   Nom        Prénom\n00017       EL FASSI   Noémie\n00018       TAZI       Réda\n"
    table = read(pasted.as_file(text), pasted.NAME)
    assert [one.cells for one in table.rows] == [("00017", "EL FASSI", "Noémie"), ("00018", "TAZI", "Réda")]
    assert (
        parted("Bonjour à tous,\nvoici la liste  des membres\nOmar Tazi  0661000017\nSalma Berrada  0661000018\n")
        is None
    )
    assert parted(LIST) is None
    assert parted("Nom;Prénom\nTazi  ;Omar\n") is None


def test_code_page_850() -> None:
    table, found = understood(LIST.encode("cp850"))
    assert (table.encoding, [one.given_name for one in found.rows]) == ("cp850", ["Noémie", "Réda", "Zoë"])
    assert found.rows[1].family_name == "ÇAKIR"


@pytest.mark.parametrize("taken_for", ["latin-1", "cp1256"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_written_twice_over_is_read_and_said(taken_for: str, mark: bytes) -> None:
    twice = mark + LIST.encode().decode(taken_for).encode()
    table, found = understood(twice)
    assert table.encoding == charsets.TWICE
    assert [one.given_name for one in found.rows] == ["Noémie", "Réda", "Zoë"]
    [told] = [one for one in table.remarks if one.code == "encoding_twice"]
    assert told.values["otherwise"] == "Prénom"
    assert read(twice, "liste.csv", encoding=charsets.TWICE).headers == table.headers
    as_chosen = read(twice, "liste.csv", encoding="utf-8")
    assert as_chosen.headers != table.headers  # who says so has it as it lies there


def test_letters_that_were_lost_are_not_made_up() -> None:
    lost = LIST.encode().decode("cp1252", "replace").encode()  # Ï is Ã and a byte that Windows-1252 has not
    assert read(lost, "liste.csv").encoding == "utf-8"
    assert "damaged_text" in codes(lost)
    assert read("Nom;Prénom\nمحمد;كريم\nThéo;Zoë\n".encode(), "liste.csv").encoding == "utf-8"


SERIALS = {"03/04/2018": "43193", "25/09/2020": "44099", "01/02/2021": "44228"}


@pytest.mark.parametrize("as_numbers", [True, False])
def test_days_as_numbers_of_a_spreadsheet(as_numbers: bool) -> None:
    cells: list[tuple[Cell, ...]] = [
        ("Tazi", "Omar", int(one) if as_numbers else one) for one in (*SERIALS.values(), "44229")
    ]
    cells.append(("Tazi", "Ali", Decimal("43193.5") if as_numbers else "01/03/2021"))
    rows = [Row(at, row, 3) for at, row in enumerate(cells, 2)]
    table = Table("xlsx", None, None, "1", 1, ("Nom", "Prénom", "Date d'embauche"), rows, [], ())
    found = interpret(table, fields_of(guess(table)), today=TODAY)
    assert not found.problems
    assert [one.hired_on for one in found.rows][:3] == [date(2018, 4, 3), date(2020, 9, 25), date(2021, 2, 1)]
    [told] = [one for one in found.remarks if one.code == "serial_days"]
    assert (told.values["count"], told.values["day"]) == (5 if as_numbers else 4, "03/04/2018")


def test_an_amount_under_a_day_is_no_day() -> None:
    _, found = understood(LIST.replace("03/04/2018", "30000").encode())
    assert [one.code for one in found.problems] == ["date_serial"]
    _, found = understood("Nom;Prénom;Date d'embauche\nTazi;Omar;30000\nTazi;Ali;45000\nZidane;Salma;52000\n".encode())
    assert {one.code for one in found.problems} == {"date_serial"}


@pytest.mark.parametrize(
    ("headers", "held"),
    [
        # Outlook, Thunderbird, Gmail
        ("Prénom,Nom,Adresse de messagerie,Téléphone (bureau),Tél. mobile", "given_name,family_name,email,,phone"),
        ("Nom à afficher,Première adresse électronique,Portable", "full_name,email,phone"),
        ("Display Name,Primary Email,Mobile Number", "full_name,email,phone"),
        # SPSS, Stata, R, pandas
        ("MATRIC,NOM,PREN,DATNAIS,DATEMB,TELEPH", "employee_number,family_name,given_name,born_on,hired_on,phone"),
        ("matricule,nom,prenom,datenaissance,dateembauche", "employee_number,family_name,given_name,born_on,hired_on"),
        (
            "N..matricule,Nom,Pr.nom,Date.de.naissance,Date.d.embauche",
            "employee_number,family_name,given_name,born_on,hired_on",
        ),
        ("id_salarie,nom_fam,prenom,d_nais,d_emb", "employee_number,family_name,given_name,born_on,hired_on"),
    ],
)
def test_headings_of_mail_and_statistics_programs(headers: str, held: str) -> None:
    values = {
        "employee_number": "00017",
        "family_name": "Tazi",
        "given_name": "Noémie",
        "full_name": "Noémie Tazi",
        "": "0522000000",
        "email": "noemie@example.ma",
        "phone": "0661000017",
        "born_on": "25/03/1988",
        "hired_on": "25/09/2018",
    }
    row = ",".join(values[one] for one in held.split(","))
    table = read(f"{headers}\n{row}\n{row.replace('17', '18').replace('Tazi', 'Zidane')}\n".encode(), "liste.csv")
    found = fields_of(guess(table, ROSTER))
    assert [found[at] or "" for at in range(table.width)] == held.split(",")


@pytest.mark.parametrize("shares", [("80%", "100%"), ("80 %", "100 %"), ("0,8", "1")])
def test_a_percentage_is_no_contract(shares: tuple[str, str]) -> None:
    one, two = shares
    table = read(f"Nom;Prénom;Contrat\nTazi;Omar;{one}\nZidane;Salma;{two}\n".encode(), "liste.csv")
    assert fields_of(guess(table))[2] is None
    beside = f"Nom;Prénom;% contrat;Type de contrat\nTazi;Omar;{one};CDI\nZidane;Salma;{two};CDD\n"
    _, found = understood(beside.encode())
    assert [one.contract for one in found.rows] == ["open_ended", "fixed_term"]
