"""Lists as payrolls, telephones and delegates write them: nothing is taken for what it is not, and no row is lost
for a dash."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tables.samples import csv, roster
from union.tables.columns.fields import ROSTER
from union.tables.columns.guessing import fields_of, guess
from union.tables.files import charsets
from union.tables.read import read

HEAD = "Matricule;Nom;Prénom;Téléphone;Date d'embauche;Salaire mensuel\n"
ALI = "1;Tazi;Ali;0612345678;26/11/2019;4500\n"


def names(text: str) -> list[tuple[str | None, str | None]]:
    return [(row.family_name, row.given_name) for row in roster(text).rows]


@pytest.mark.parametrize(
    ("whole", "family", "given"),
    [
        ("El Amrani, Zakaria", "El Amrani", "Zakaria"),
        ("العمراني، زكرياء", "العمراني", "زكرياء"),
        ("M. EL AMRANI Zakaria", "EL AMRANI", "Zakaria"),
        ("Mlle. ALAMI Hind", "ALAMI", "Hind"),
        ("السيدة خديجة بنعلي", "بنعلي", "خديجة"),
        ("M. Alami", "Alami", "M."),
        ("F.Z. BENNANI", "BENNANI", "F.Z."),
        ("El Amrani Z.", "El Amrani", "Z."),
        ("MOHAMED A. ALAMI", "ALAMI", "MOHAMED A."),
    ],
)
def test_names_in_one_cell(whole: str, family: str, given: str) -> None:
    assert names(f"Nom complet;Tél\n{whole};0612345678\nTazi Ali;0612345679\n")[0] == (family, given)


def test_a_title_before_a_name_says_the_sex_and_is_said() -> None:
    read_ = roster("Nom;Prénom\nMme BENNANI;Sara\nM. EL AMRANI;Ali\n")
    assert [(row.family_name, row.sex) for row in read_.rows] == [("BENNANI", "F"), ("EL AMRANI", "M")]
    assert [remark.code for remark in read_.remarks].count("name_addressed") == 2


@pytest.mark.parametrize("nothing", ["-", "néant", "NULL", "#N/A", "n/d", "—", "////", "لا يوجد", "0"])
def test_what_says_nothing_keeps_nobody_out(nothing: str) -> None:
    found = roster(HEAD + f"{nothing};Tazi;Ali;{nothing};{nothing};\n" + ALI)
    first = found.rows[0]
    assert (first.ok, first.phone, first.hired_on) == (True, None, None)
    assert first.employee_number == ("0" if nothing == "0" else None)
    assert "read_as_blank" in {remark.code for remark in found.remarks}
    assert names("Nom;Prénom\nNull;None\n") == [("Null", "None")]


@pytest.mark.parametrize("nothing", ["00/00/0000", "0000-00-00", "01/01/1900", "31/12/9999"])
def test_a_day_that_stands_for_none(nothing: str) -> None:
    assert roster(HEAD + f"1;Tazi;Ali;;{nothing};\n" + ALI).rows[0].hired_on is None


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024-02-15T00:00:00.000Z", (2024, 2, 15)),
        ("20240215", (2024, 2, 15)),
        ("'26/11/2019", (2019, 11, 26)),
        ("فاتح ماي 2021", (2021, 5, 1)),
        ("5 يونيه 2021", (2021, 6, 5)),
        ("5 ⵖⵓⵛⵜ 2021", (2021, 8, 5)),
        ("3 innayr 2021", (2021, 1, 3)),
    ],
)
def test_days(cell: str, day: tuple[int, int, int]) -> None:
    assert roster(HEAD + f"1;Tazi;Ali;;{cell};\n" + ALI).rows[0].hired_on == date(*day)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("2;Tazi;Sara;066123450;;", "phone_short"),
        ("2;Tazi;Sara;;2024-02-15T23:00:00Z;", "date_unreadable"),
        ("2;Tazi;Sara;;26/11/2035;", "date_range"),
        ("2;Tazi;Sara;;26/11/1939;", "date_range"),
        ("2;Tazi;Sara;;;4500000", "money_range"),
        ("1,23E+11;Tazi;Sara;;;", "number_float"),
    ],
)
def test_what_cannot_be_is_not_written(row: str, code: str) -> None:
    assert [(problem.row, problem.code) for problem in roster(HEAD + row + "\n" + ALI).problems] == [(2, code)]


def test_the_foot_of_a_page_is_nobody() -> None:
    feet = ";Page 1 sur 2;;;;\n;Signature;;;;\nFait à Casablanca le 05/01/2024;;;;;\n;Le Directeur;;;;\n;التوقيع;;;;\n"
    table = csv(HEAD + ALI + feet + "\ufeff" + HEAD + "2;Page;Le Roi;;;\n")
    assert [row.cells[1] for row in table.rows] == ["Tazi", "Page"]
    said = {remark.code: remark.values["rows"] for remark in table.remarks if "rows" in remark.values}
    assert (said["foot_rows"], said["repeated_headers"]) == ("3, 4, 5, 6, 7", "8")


@pytest.mark.parametrize(
    ("head", "row", "held"),
    [
        (
            "Name,Given Name,Family Name,Phone 1 - Type,Phone 1 - Value",
            "Ali Tazi,Ali,Tazi,Mobile,0612345678",
            {1: "given_name", 2: "family_name", 4: "phone"},
        ),
        (
            "Nom,Prénom,الاسم الكامل بالعربية",
            "Tazi,Ali,علي التازي",
            {0: "family_name", 1: "given_name", 2: "full_name_ar"},
        ),
        (
            "Nom,Prénom,Jour embauche,Mois embauche,Année embauche",
            "Tazi,Ali,26,11,2019",
            {0: "family_name", 1: "given_name"},
        ),
        ("Nom,Prénom,Salaire (€)", "Tazi,Ali,1200", {0: "family_name", 1: "given_name"}),
        (
            "emp_id,last_name,first_name,contract_id/date_start",
            "12,Tazi,Ali,2019-11-26",
            {0: "employee_number", 1: "family_name", 2: "given_name", 3: "hired_on"},
        ),
    ],
)
def test_columns(head: str, row: str, held: dict[int, str]) -> None:
    found = fields_of(guess(csv(f"{head}\n{row}\n"), ROSTER))
    assert {at: field for at, field in found.items() if field} == held


def test_two_numbers_of_one_contact_and_a_word_beside_a_number() -> None:
    found = roster("Nom;Tél\nTazi;0612345678 ::: 0522123456\nAlami;06 12 34 56 79 (WhatsApp)\n").rows
    assert [(row.phone, row.phone_other) for row in found] == [
        ("+212612345678", "+212522123456"),
        ("+212612345679", None),
    ]


def test_a_file_cut_within_a_letter_is_still_utf_8() -> None:
    text, encoding, doubts = charsets.decode("Nom;Prénom\nTazi;Hé".encode()[:-1])
    assert (text, encoding, [one.code for one in doubts]) == ("Nom;Prénom\nTazi;H", "utf-8", ["cut_short"])


def test_one_stray_sign_of_control_is_a_trouble_of_its_row() -> None:
    table = read("Nom;Prénom;Tél\nAL\x07AMI;Omar;0612345678\nTazi;Ali;0612345679\n".encode(), "l.csv")
    assert len(table.rows) == 2


def test_a_wage_of_a_month_is_taken_as_it_stands() -> None:
    assert roster(HEAD + ALI).rows[0].monthly_gross == Decimal(4500)
