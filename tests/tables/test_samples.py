"""The six sample rosters give the preview that a person expects."""

from datetime import date
from decimal import Decimal

import pytest

from tests.tables.samples import CASABLANCA, DEPARTURES, FES, PROBLEMS, RABAT, TANGER, TODAY, sample
from union.tables.columns.fields import LAYOFF
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.layoff import interpret_layoff
from union.tables.kinds.roster import interpret

PREVIEWS = [
    (CASABLANCA, "csv", "cp1252", ";", 1, 64, "N° Adh.", ("1000", "EL AMRANI", "Zakaria")),
    (RABAT, "csv", "utf-8", ",", 1, 40, "رقم الانخراط", ("1100", "المرنيسي", "سلمى")),
    (FES, "csv", "cp1256", ";", 1, 25, "الرقم", ("1200", "وئام الفاسي", "+212616969798")),
    (TANGER, "xlsx", None, None, 4, 30, "Matricule", (1500, "SQALLI Anass", "0633685121")),
    (PROBLEMS, "csv", "utf-8", ";", 1, 16, "matricule", ("1300", "El Amrani", "Mohamed")),
    (DEPARTURES, "csv", "utf-8", ";", 1, 48, "Matricule", ("1400", "Lahlou", "Anass")),
]


@pytest.mark.parametrize(("name", "kind", "encoding", "delimiter", "header", "rows", "first_header", "first"), PREVIEWS)
def test_preview(
    name: str,
    kind: str,
    encoding: str | None,
    delimiter: str | None,
    header: int,
    rows: int,
    first_header: str,
    first: tuple[object, ...],
) -> None:
    table = sample(name)
    assert (table.kind, table.encoding, table.delimiter, table.header_row) == (kind, encoding, delimiter, header)
    assert len(table.rows) == rows
    assert table.headers[0] == first_header
    assert table.rows[0].cells[:3] == first
    assert table.rows[0].number == header + 1
    assert len(table.proof) == 3


def test_casablanca_is_whole() -> None:
    table = sample(CASABLANCA)
    mapping = fields_of(guess(table))
    result = interpret(table, mapping, today=TODAY)
    assert len(result.good) == 64
    assert result.problems == []
    first = result.rows[0]
    assert first.remarks == "à rappeler après 18 h; préfère WhatsApp"
    assert (first.phone, first.monthly_gross, first.sex) == ("+212631837719", Decimal("6100.25"), "M")
    assert (first.born_on, first.hired_on) == (date(1979, 11, 26), date(2012, 10, 15))
    assert (first.contract, first.joined_on) == ("open_ended", date(2014, 4, 29))


def test_rabat_reads_both_kinds_of_digits() -> None:
    table = sample(RABAT)
    result = interpret(table, fields_of(guess(table)), today=TODAY)
    assert len(result.good) == 40
    arabic, western = result.rows[0], result.rows[1]
    assert (arabic.phone, arabic.hired_on, arabic.monthly_gross) == (
        "+212632976364",
        date(2023, 2, 28),
        Decimal("3422.72"),
    )
    assert (western.monthly_gross, western.given_name, western.sex) == (Decimal("7800.00"), "فاطمة الزهراء", "F")


def test_fes_splits_full_names() -> None:
    table = sample(FES)
    result = interpret(table, fields_of(guess(table)), today=TODAY)
    assert len(result.good) == 25
    assert (result.rows[0].given_name, result.rows[0].family_name) == ("وئام", "الفاسي")
    assert (result.rows[-1].given_name, result.rows[-1].family_name) == ("عبد الله", "الزياني")
    assert [remark.code for remark in result.remarks if remark.code == "names_split"] == ["names_split"]


def test_tanger_says_what_is_hidden_and_keeps_it() -> None:
    table = sample(TANGER)
    said = {remark.code: dict(remark.values) for remark in table.remarks}
    assert said["hidden_rows"] == {"count": 1, "where": "9"}
    assert said["hidden_columns"] == {"count": 1, "where": "H"}
    assert said["other_sheets"]["sheets"] == "Notes"
    assert said["title_rows"]["rows"] == "1, 2"
    assert [row.number for row in table.rows if row.hidden] == [9]
    result = interpret(table, fields_of(guess(table)), today=TODAY)
    assert len(result.good) == 30
    assert sum(remark.code == "phone_zero" for remark in result.remarks) == 15
    second = result.rows[1]
    assert (second.phone, second.born_on, second.employee_number) == ("+212629554079", date(1992, 4, 8), "1501")
    assert (result.rows[2].family_name, result.rows[2].given_name) == ("EL IDRISSI", "Asmae")


def test_every_bad_row_has_one_named_problem() -> None:
    table = sample(PROBLEMS)
    result = interpret(table, fields_of(guess(table)), today=TODAY, known_sites=["Site A"])
    found = [(problem.row, problem.code, problem.values["header"]) for problem in result.problems]
    assert found == [
        (2, "date_impossible", "date_naissance"),
        (3, "date_impossible", "date_embauche"),
        (4, "phone_float", "telephone"),
        (5, "money_ambiguous", "salaire_mensuel"),
        (6, "formula", "nom"),
        (7, "hired_before_born", "date_embauche"),
        (8, "email", "email"),
        (10, "site_unknown", "site"),
        (14, "duplicate_row", "matricule"),
        (15, "empty_person", "nom"),
        (16, "row_short", ""),
        (17, "row_long", ""),
    ]
    assert [row.number for row in result.good] == [9, 11, 12, 13]
    assert [(remark.row, remark.code) for remark in result.remarks] == [(9, "phone_two")]
    two = result.rows[7]
    assert (two.phone, two.phone_other) == ("+212612345678", "+212661234567")


def test_departures() -> None:
    table = sample(DEPARTURES)
    mapping = fields_of(guess(table, LAYOFF))
    assert list(mapping.values()) == [
        "employee_number",
        "family_name",
        "given_name",
        "category",
        "hired_on",
        "planned_exit_on",
        "monthly_gross",
        "leave_days_due",
        "mandate",
        "dependants",
        "offered_amount",
        "signed_on",
    ]
    result = interpret_layoff(table, mapping, today=TODAY)
    assert len(result.good) == 48
    assert [row.employee_number for row in result.rows if row.mandate == "in_office"] == ["1407", "1423"]
    assert sum(row.offered_amount or 0 for row in result.rows) == Decimal("922215.98")
    assert (result.rows[1].leave_days_due, result.rows[1].dependants) == (Decimal("1.50"), 1)
    assert sum(row.signed_on is not None for row in result.rows) == 19
    assert [remark.code for remark in result.remarks] == ["delegate_blank"]
