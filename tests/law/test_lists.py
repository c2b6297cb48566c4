"""`union law run`: an employer's whole list as it comes, its sums, what it leaves out, and the workbook."""

import json
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.law.test_command import ask
from union.press.workbooks import xlsx
from union.tables.sandbox import read_any

LIST = """Liste des départs négociés;;;;;;;;
Matricule;Nom;Prénom;Catégorie;Date embauche;Date de sortie prévue;Salaire brut moyen;Congés restants;Délégué;Montant \
proposé
1001;Alami;Amina;Employé;01/07/2020;30/06/2026;5000,00;0;non;9000
;;;;;;;;;
1003;Chraibi;Sara;Cadre;01/07/2010;30/06/2026;٧٠٠٠;;oui;
Total;;;;;;12000;;;9000
"""


def test_a_whole_list_as_it_comes(tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_bytes(LIST.encode())
    answer = ask("run", str(file), "--json")
    assert answer.exit_code == 0
    shown = json.loads(answer.stdout)
    assert [row["row"] for row in shown["rows"]] == [3, 5]
    assert [row["employee_number"] for row in shown["rows"]] == ["1001", "1003"]
    assert shown["rows"][0]["minimum"] == "26335.08"  # 624 h × 5,000 / 191, and two months
    assert shown["rows"][0]["shortfall"] == "17335.08"
    assert "Alami" not in answer.stdout
    assert shown["totals"]["left_out"] == 0
    assert ask("run", "-", text=LIST.encode()).stdout.splitlines()[1].split("\t")[2] == "26335.08"


def test_a_row_that_cannot_be_computed_is_named_and_left_out() -> None:
    wrong = LIST.replace("5000,00", "-5").replace("01/07/2010", "01/07/2031")
    answer = ask("run", "-", "--json", text=wrong.encode())
    assert answer.exit_code == 1
    shown = json.loads(answer.stdout)
    assert shown["rows"] == []
    assert [row["row"] for row in shown["not_computed"]] == [3, 5]
    assert all(row["why"] for row in shown["not_computed"])
    assert shown["totals"] | {"left_out": 2, "minimum": "0.00"} == shown["totals"]
    assert "3, 5" in answer.stderr


def test_a_person_twice_is_named_twice_and_never_summed_twice() -> None:
    twice = LIST.replace("1003;", "1001;")
    answer = ask("run", "-", "--json", text=twice.encode())
    assert answer.exit_code == 1
    assert json.loads(answer.stdout)["totals"]["left_out"] >= 1


def test_without_numbers_one_name_and_day_of_hiring_is_one_person_until_somebody_says_otherwise() -> None:
    told = LIST.replace("Matricule;", "").replace("1001;", "").replace("1003;Chraibi;Sara", "Alami;Amina")
    told = told.replace("01/07/2010", "01/07/2020")
    answer = ask("run", "-", "--json", text=told.encode())
    assert json.loads(answer.stdout)["totals"]["left_out"] == 2
    assert answer.exit_code == 1


def test_the_columns_of_bonuses_serve_the_switches_of_the_list() -> None:
    rows = "Matricule;Catégorie;Contrat;Date embauche;Date de sortie prévue;{};Primes;Montant proposé\n{}"
    told = rows.format(
        "Salaire brut",
        "1;Employé;CDI;01/07/2020;30/06/2026;5000;1000;9000\n2;Employé;CDI;01/07/2020;30/06/2026;5000;5000;9000\n",
    )
    minimum = {
        (): "26335.08",  # 624 h × 5,000 / 191 and two months
        ("--bonuses", "out"): "21068.06",  # 624 h × 4,000 / 191 and two months
        ("--years", "pro_rata", "--wage", "gross"): "26335.08",  # six years whole: nothing is begun
    }
    for words, sum_ in minimum.items():
        shown = json.loads(ask("run", "-", "--json", *words, text=told.encode()).stdout)
        assert [row["minimum"] for row in shown["rows"]] == [sum_], words
        assert shown["rows"][0]["monthly_bonus"] == "1000.00"
        assert "monthly_bonus" in shown["not_computed"][0]["why"][0]
    apart = rows.format("Salaire de base", "1;Employé;CDI;01/07/2020;30/06/2026;4000;1000;9000\n")
    shown = json.loads(ask("run", "-", "--json", "--bonuses", "out", text=apart.encode()).stdout)
    assert [row["minimum"] for row in shown["rows"]] == ["21068.06"]
    assert any("Primes" in one for one in shown["remarks"])


@pytest.mark.parametrize(("language", "said"), [("fr", "3\u202f422,72"), ("en", "3,422.72"), ("ar", "3\u202f422,72")])
def test_what_must_be_read_beside_a_row_is_said(language: str, said: str) -> None:
    told = "Matricule;Date embauche;Date de sortie prévue;Salaire brut;Montant proposé;Date de signature\n"
    told += (
        "1;01/07/2020;30/06/2026;3000;2999,99;\n2;01/07/2020;30/06/2026;5000;5000;\n3;01/07/2020;30/06/2026;5000;"
        ";9000\n"
    )
    shown = json.loads(ask("run", "-", "--json", "--language", language, text=told.encode()).stdout)
    assert [len(row["warnings"]) for row in shown["rows"]] == [4, 2]  # the offer, category, contract, the minimum wage
    assert said in " ".join(shown["rows"][0]["warnings"])
    assert [row["row"] for row in shown["not_computed"]] == [4]  # the offer may stand where the signature should
    assert ask("run", "-", text=told.encode()).stdout.splitlines()[0].endswith("why\twarnings")


def test_a_contract_that_no_rule_covers_is_said_and_not_summed() -> None:
    told = (
        "Matricule;Type de contrat;Date embauche;Date de sortie prévue;Salaire brut "
        "moyen\n1;ANAPEC;01/07/2020;30/06/2026;4000\n2;CDI;01/07/2020;30/06/2026;4000\n"
    )
    shown = json.loads(ask("run", "-", "--json", text=told.encode()).stdout)
    assert [row["row"] for row in shown["rows"]] == [3]
    assert "ANAPEC" in shown["not_computed"][0]["why"][0]


def test_a_workbook_holds_the_employers_list_as_it_came(tmp_path: Path) -> None:
    told = LIST.replace("Alami", "=HYPERLINK(1)")
    file, out = tmp_path / "liste.csv", tmp_path / "sums.xlsx"
    file.write_bytes(told.replace("٧٠٠٠", "-7").encode())
    answer = ask("run", str(file), "--xlsx", str(out))
    assert answer.exit_code == 1
    assert answer.stderr.count("\n") == 1
    assert "computed: 1" in answer.stdout
    assert "left_out: 1" in answer.stdout
    assert out.stat().st_mode & 0o077 == 0
    parts = zipfile.ZipFile(out)
    assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    read = read_any(out.read_bytes(), "sums.xlsx")
    assert read.headers[:10] == tuple(LIST.splitlines()[1].split(";"))
    assert [row.cells[0] for row in read.rows] == ["1001", "1003"]
    assert read.rows[0].cells[1] == "=HYPERLINK(1)"
    first, second = (row.cells[10:] for row in read.rows)
    assert first[:4] == (3, Decimal("26335.08"), 9000, Decimal("17335.08"))
    assert second[0] == 5
    assert not any(second[1:5])
    assert "négatif" in str(second[5])
    beside = [list(row) for row in load_workbook(out)["À propos"].iter_rows(min_row=3, max_col=2, values_only=True)]
    assert beside[:2] == [["Lignes calculées", "1 / 2"], ["Minimum légal (DH)", 26335.08]]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        (("--xlsx", "sums.csv"), 2, "OUT"),
        (("--xlsx", "sums.xlsx", "--json"), 2, "OUT"),
        (("--xlsx", "nowhere/sums.xlsx"), 1, "OUT"),
        (("--xlsx", "folder.xlsx"), 1, "OUT"),
        (("--xlsx", "liste.xlsx"), 1, "OUT"),
        (("--xlsx", "x" * 300 + ".xlsx"), 1, "OUT"),
        (("--xlsx", ""), 2, "OUT"),
    ],
)
def test_a_workbook_that_cannot_be_written_is_said(
    words: tuple[str, ...], code: int, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    list_ = xlsx("liste", LIST.splitlines()[1].split(";"), [LIST.splitlines()[2].split(";")], "fr")
    (tmp_path / "liste.xlsx").write_bytes(list_)
    (tmp_path / "folder.xlsx").mkdir()
    answer = ask("run", "liste.xlsx", *words)
    assert (answer.exit_code, answer.stdout) == (code, "")
    assert named in answer.stderr
    assert (tmp_path / "liste.xlsx").read_bytes() == list_


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"Nom;Date embauche\n", b"\x00\x01\x02" * 100])
def test_a_file_that_is_no_list_is_one_sentence(content: bytes) -> None:
    answer = ask("run", "-", text=content)
    assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)
    assert "FILE" in answer.stderr


def test_the_order_of_dates_is_the_rows_own_or_asked_and_said_in_every_form(tmp_path: Path) -> None:
    """04/05 is April or May: the rows of its column settle it; where none does, an option, and every form says so."""
    head = "Matricule;Nom;Prénom;Date embauche;Date de sortie prévue;Salaire brut\n"
    unsettled = head + "1;Alami;Amina;02/01/2020;31/12/2026;5000\n2;Benali;Omar;03/01/2020;31/12/2026;5000\n"
    settled = unsettled + "3;Chraibi;Sara;07/26/2021;31/12/2026;5000\n"
    out = tmp_path / "out.xlsx"

    def seen(text: str, *more: str) -> tuple[str, str]:
        answer = json.loads(ask("run", "-", "--json", "--language", "en", *more, text=text.encode()).stdout)
        return answer["rows"][0]["lines"][0]["working"], " ".join(answer["remarks"])

    for text, said in ((unsettled, "--dates mdy"), (settled, "month comes before")):
        assert said in seen(text)[1]
        assert said in ask("run", "-", "--language", "en", text=text.encode()).stdout
        assert said in ask("run", "-", "--language", "en", "--xlsx", str(out), text=text.encode()).stdout
        told = [str(cell) for row in load_workbook(out)["About"].values for cell in row]
        assert any(said in cell for cell in told)  # a foot, which a reader of lists passes by
    for order in ("dmy", "mdy"):
        assert "--dates" not in seen(unsettled, "--dates", order)[1]
    # From 2 January 2020 to 31 January 2025 five years and 30 days; from 1 February 2020 five years to the day (art
    # 43).
    edge = unsettled.replace("31/12/2026", "31/01/2025")
    notice = [seen(edge, "--dates", order)[0] for order in ("dmy", "mdy")]
    assert notice == ["2 × 5,000.00 = 10,000.00", "1 × 5,000.00 = 5,000.00"]


HEAD = "Matricule;Catégorie;Contrat;Date embauche;Date de sortie prévue;Salaire brut"


@pytest.mark.parametrize(
    ("columns", "cells", "offered", "doubt"),
    [
        ("Indemnité légale;Préavis;Total", "9000;5000;14000", "14000.00", False),
        ("Indemnité de licenciement;Congés;Total général proposé", "9000;500;9500", "9500.00", False),
        ("Indemnité légale;Dommages et intérêts;Net à payer", "9000;500;9500", "9500.00", False),
        ("Indemnité légale;Total jours", "9000;12", "9000.00", False),
        ("Offre de l'employeur;Date de l'offre", "9000;01/06/2026", "9000.00", False),
        ("Indemnité de licenciement;Indemnité de préavis", "9000;5000", "5000.00", True),
        ("Montant proposé", "-", None, False),
    ],
)
def test_an_offer_in_parts_is_its_total_or_is_doubted(
    columns: str, cells: str, offered: str | None, doubt: bool
) -> None:
    told = f"{HEAD};{columns}\n1;Employé;CDI;01/07/2020;30/06/2026;5000;{cells}\n"
    shown = json.loads(ask("run", "-", "--json", "--language", "en", text=told.encode()).stdout)
    assert [row["offered"] for row in shown["rows"]] == [offered]
    assert ("Several columns speak of an offer" in " ".join(shown["rows"][0]["warnings"])) is doubt
    assert any("of an offer too: Indemnité de licenciement" in one for one in shown["remarks"]) is doubt


def test_what_was_mistyped_is_named_and_a_yearly_pay_is_read_as_told() -> None:
    told = f"{HEAD};Solde congé\n1;Employé;CDI;01/07/2020;30/06/2026;5000;120\n"
    told += "2;Employé;CDI;01/07/2020;30/06/2026;5000;120,5\n3;Employé;CDI;01/07/2020;30/06/2026;17,92;0\n"
    told += "4;Employé;CDI;31/12/1975;30/06/2026;5000;0\n"
    shown = json.loads(ask("run", "-", "--json", "--language", "en", text=told.encode()).stdout)
    assert [row["row"] for row in shown["rows"]] == [2]
    whys = [row["why"][0] for row in shown["not_computed"]]
    for why, said in zip(whys, ("leave_days_due is above 120", "less than a day", "hired_on"), strict=True):
        assert said in why
    yearly = f"{HEAD}\n1;Employé;CDI;01/07/2020;30/06/2026;60000\n2;Employé;CDI;01/07/2020;30/06/2026;72000\n"
    by_year = json.loads(ask("run", "-", "--json", "--wages", "yearly", text=yearly.encode()).stdout)
    assert [row["minimum"] for row in by_year["rows"]] == ["26335.08", "31602.09"]
    assert "--wages yearly" in ask("run", "-", text=yearly.encode()).stdout


def test_a_column_that_says_the_same_is_named_and_an_ambiguous_amount_is_read_as_told() -> None:
    told = "Matricule;Date embauche;Date d'entrée;Date de sortie prévue;Salaire brut;Motif\n"
    told += "1;01/07/2020;01/01/2018;30/06/2026;5,000;démission\n"
    answer = ask("run", "-", "--language", "en", text=told.encode())
    assert answer.exit_code == 1
    assert "--decimals comma" in answer.stdout
    assert "says the same: Date d'entrée." in answer.stdout
    assert "change no sum: Motif." in answer.stdout
    assert "the reason of --reason" in answer.stdout
    shown = json.loads(ask("run", "-", "--json", "--decimals", "point", text=told.encode()).stdout)
    assert [row["minimum"] for row in shown["rows"]] == ["26335.08"]
    assert any("non lues" in one and "Date d'entrée" in one for one in shown["remarks"])
