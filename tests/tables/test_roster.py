"""Rows are judged whole: who they are about, their dates, their twins in the same file."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.tables.samples import TODAY, csv, roster
from union.tables.columns.fields import LAYOFF
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.layoff import InterpretedLayoff, interpret_layoff
from union.tables.kinds.roster import years_between
from union.tables.kinds.twins import Decided

HEAD = "matricule;nom;prenom;telephone;email;date_naissance;date_embauche;date_sortie\n"


def codes(text: str) -> list[tuple[int, str]]:
    return [(problem.row, problem.code) for problem in roster(HEAD + text).problems]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1;Tazi;Ali;;;01/02/2000;01/01/2016;", "hired_young"),
        ("1;Tazi;Ali;;;01/02/2000;01/01/1999;", "hired_before_born"),
        ("1;Tazi;Ali;;;01/02/1990;01/01/2016;01/01/2015", "left_before_hired"),
        ("1;Tazi;Ali;;;01/02/2027;;", "born_in_future"),
        ("1;;Ali;0612345678;;;;", "name_missing"),
        ("1;;;;;;;", "empty_person"),
    ],
)
def test_rows(row: str, code: str) -> None:
    assert codes(row + "\n9;Ziani;Sara;;;26/11/1990;26/11/2015;\n") == [(2, code)]


def test_the_age_is_said() -> None:
    problem = roster(HEAD + "1;Tazi;Ali;;;01/02/2000;31/01/2018;\n2;Ziani;Sara;;;26/11/1990;;\n").problems[0]
    assert (problem.values["age"], problem.values["header"]) == (17, "date_embauche")
    assert codes("1;Tazi;Ali;;;01/02/2000;01/02/2018;\n2;Ziani;Sara;;;26/11/1990;;\n") == []


def test_ages_count_whole_years() -> None:
    assert years_between(date(2000, 2, 29), date(2018, 2, 28)) == 17
    assert years_between(date(2000, 2, 29), date(2018, 3, 1)) == 18


def test_twins_in_a_file_are_listed_together() -> None:
    same = roster(HEAD + "1;Tazi;Ali;0612345678;;;;\n1;Tazi;Ali;0612345678;;;;\n")
    assert [(problem.row, problem.code, problem.values["first"]) for problem in same.problems] == [
        (3, "duplicate_row", 2)
    ]
    assert [row.ok for row in same.rows] == [True, False]
    differs = roster(HEAD + "1;Tazi;Ali;0612345678;;;;\n1;TAZI;Ali;0661234567;;;;\n")
    assert [(problem.row, problem.code) for problem in differs.problems] == [
        (2, "duplicate_differs"),
        (3, "duplicate_differs"),
    ]
    shared = roster(HEAD + "1;Tazi;Ali;0612345678;;;;\n1;Ziani;Sara;0661234567;;;;\n")
    assert {problem.code for problem in shared.problems} == {"number_shared"}
    assert not shared.good


def test_a_telephone_is_shared_in_families_but_not_by_one_name_twice() -> None:
    assert codes("1;Tazi;Ali;0612345678;;;;\n2;Tazi;Sara;0612345678;;;;\n") == []
    assert {code for _, code in codes("1;Tazi;Ali;0612345678;;;;\n2;Tazi;Ali;06 12 34 56 78;;;;\n")} == {
        "duplicate_differs"
    }


def test_all_the_bad_cells_of_a_row_are_named() -> None:
    assert codes("1;Tazi;Ali;06;x;30/02/1990;;\n") == [(2, "phone_short"), (2, "email"), (2, "date_impossible")]


def test_sites_are_compared_folded() -> None:
    text = "nom;prenom;site\nTazi;Ali;SITE a\nZiani;Sara;Fès\n"
    assert [problem.row for problem in roster(text, known_sites=["Site A"]).problems] == [3]
    assert roster(text).problems == []


def test_a_file_that_drops_its_blank_endings_has_no_short_rows() -> None:
    text = "nom;prenom;telephone;email\n" + "Tazi;Ali\nZiani;Sara;0612345678\nAlaoui;Omar;0661234567;o@example.ma\n"
    assert roster(text).problems == []


def test_assumptions_are_said_once_per_column() -> None:
    result = roster("nom;prenom;date_embauche\nTazi;Ali;03/04/2020\nZiani;Sara;05/06/20\n")
    assert sorted(remark.code for remark in result.remarks) == ["date_order_assumed", "date_two_digits"]
    answered = roster("nom;prenom;date_embauche\nTazi;Ali;03/04/2020\n", date_orders={2: "mdy"})
    assert (answered.rows[0].hired_on, answered.remarks) == (date(2020, 3, 4), [])


def test_a_month_first_column_is_read_so_and_said() -> None:
    result = roster("nom;prenom;date_embauche\nTazi;Ali;03/04/2020\nZiani;Sara;05/26/2020\n")
    assert result.rows[0].hired_on == date(2020, 3, 4)
    assert [remark.code for remark in result.remarks] == ["date_order_month_first"]


def test_unknown_words_are_left_blank_and_said() -> None:
    result = roster("nom;prenom;sexe;contrat\nTazi;Ali;?;freelance\n")
    assert result.rows[0].ok
    assert [remark.code for remark in result.remarks] == ["sex_unknown", "contract_unknown"]


def test_formulas_are_text_where_text_is_free() -> None:
    result = roster("nom;prenom;remarques\nTazi;Ali;=1+1\n")
    assert result.rows[0].remarks == "=1+1"


def departures(text: str) -> InterpretedLayoff:
    table = csv(text)
    return interpret_layoff(table, fields_of(guess(table, LAYOFF)), today=TODAY)


def test_departures_with_totals_and_gaps() -> None:
    head = "Matricule;Nom;Date embauche;Date de sortie prévue;Délégué;Montant proposé;Signé le\n"
    result = departures(
        head
        + "1;Tazi;01/02/2015;31/12/2026;oui;10 000,00;13/11/2026\n;;;;;;\n2;Ziani;01/02/2027;31/12/2026;;5000;\n"
        + "3;Alaoui;15/02/2015;31/12/2026;peut-être;5000;\nTotal;;;;;20 000,00;\n"
    )
    assert [(problem.row, problem.code) for problem in result.problems] == [(4, "left_before_hired"), (5, "mandate")]
    assert [row.number for row in result.rows] == [2, 4, 5]
    first = result.rows[0]
    assert (first.mandate, first.offered_amount, first.signed_on) == (
        "in_office",
        Decimal("10000.00"),
        date(2026, 11, 13),
    )


def test_a_blank_says_nothing_where_the_column_says_no_elsewhere() -> None:
    result = departures("Matricule;Nom;Délégué\n1;Tazi;oui\n2;Ziani;non\n3;Alaoui;\n")
    assert [row.mandate for row in result.rows] == ["in_office", "none", None]


def test_a_column_without_a_header_is_named_by_its_number() -> None:
    result = roster("Omar Tazi\t0661234567\t03/04/2020\nSalma El Fassi\t0661234568\t05/06/2021\n")
    named = {remark.code: remark.values["header"] for remark in result.remarks if "header" in remark.values}
    assert named == {"names_split": "1", "date_order_assumed": "3"}


def test_of_rows_that_are_one_person_what_was_decided_counts() -> None:
    text = "matricule;nom;prenom;telephone\n1;Tazi;Ali;0612345678\n2;Tazi;Ali;0612345678\n"
    (twin,) = roster(text).twins
    assert (twin.first, twin.second, twin.key, twin.can_be_two) == (2, 3, "phone", True)
    assert ("employee_number", "1", "2") in twin.fields
    for keep, good in (("first", [2]), ("second", [3]), ("both", [2, 3])):
        found = roster(text, decided=Decided.by([replace(twin, keep=keep)]))
        assert ([row.number for row in found.good], list(found.problems), found.twins) == (good, [], ())
