"""The pays of an employer's list: each column is read for what it is, and one pay alone serves every line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.tables.samples import csv
from union.tables.columns.fields import LAYOFF, ROSTER
from union.tables.columns.guessing import fields_of, guess
from union.tables.columns.vocabulary import recognise
from union.tables.kinds.layoff import InterpretedLayoff, interpret_layoff

ON = date(2026, 11, 26)


def read(text: str) -> InterpretedLayoff:
    table = csv(text)
    return interpret_layoff(table, fields_of(guess(table, LAYOFF)), today=ON)


def columns(*headers: str, value: str = "5000,00") -> list[str | None]:
    table = csv(";".join(headers) + "\n" + ";".join([value] * len(headers)) + "\n")
    return list(fields_of(guess(table, LAYOFF)).values())


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Salaire net", "monthly_net"),
        ("الأجر الصافي", "monthly_net"),
        ("Net pay", "monthly_net"),
        ("Dont primes", "monthly_bonus"),
        ("المنح والعمولات", "monthly_bonus"),
        ("Commissions", "monthly_bonus"),
        ("Jours non payés", "unpaid_days"),
        ("أيام غير مؤداة", "unpaid_days"),
        ("Unpaid days", "unpaid_days"),
        ("Terme du CDD", "term_on"),
        ("نهاية العقد المحدد المدة", "term_on"),
        ("End of CDD", "term_on"),
        ("Notifié le", "notified_on"),
        ("تاريخ التبليغ", "notified_on"),
        ("Notification date", "notified_on"),
        ("Salaire brut moyen", "mean_gross"),
        ("متوسط الأجر", "mean_gross"),
        ("Salaire brut mensuel moyen (DH)", "mean_gross"),
        ("Salaire de base", "base_pay"),
        ("الأجر الأساسي", "base_pay"),
        ("Base salary", "base_pay"),
    ],
)
def test_headers(header: str, field: str) -> None:
    assert recognise(header)[0][0] == field


@pytest.mark.parametrize(
    "header",
    [
        "Salaire journalier",
        "الأجر اليومي",
        "Prime d'ancienneté",
        "Prime de transport",
        "Prime annuelle",
        "Jours d'absence non payés",
    ],
)
def test_what_is_no_month_s_pay_is_not_read_as_one(header: str) -> None:
    pays = {"monthly_gross", "monthly_net", "mean_gross", "base_pay", "monthly_bonus", "unpaid_days", "offered_amount"}
    assert not pays & {field for field, _ in recognise(header)}


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("Salaire brut moyen",), ["monthly_gross"]),
        (("Salaire de base",), ["monthly_gross"]),
        (("Salaire brut", "Salaire brut moyen"), ["monthly_gross", "mean_gross"]),
        (("Salaire de base", "Salaire brut"), [None, "monthly_gross"]),
        (("Salaire de base", "Primes"), ["base_pay", "monthly_bonus"]),
        (("Salaire de base", "Salaire brut moyen"), [None, "monthly_gross"]),
        (("Salaire de base", "Primes", "Salaire brut moyen"), ["base_pay", "monthly_bonus", "mean_gross"]),
    ],
)
def test_one_pay_alone_serves_and_two_are_told_apart(headers: tuple[str, ...], fields: list[str | None]) -> None:
    assert columns(*headers) == fields


def test_a_roster_knows_no_mean_and_reads_it_as_the_pay() -> None:
    table = csv("Nom;Salaire brut moyen\nTazi;5000\n")
    assert list(fields_of(guess(table, ROSTER)).values()) == ["family_name", "monthly_gross"]


def test_the_planned_day_is_surer_than_the_end_of_the_contract() -> None:
    table = csv("Nom;Fin de contrat;Date de sortie prévue\nTazi;31/03/2027;31/12/2026\n")
    assert list(fields_of(guess(table, LAYOFF)).values())[1:] == ["term_on", "planned_exit_on"]
    alone = csv("Nom;Fin de contrat\nTazi;31/12/2026\n")
    assert list(fields_of(guess(alone, LAYOFF)).values())[1] == "planned_exit_on"


def test_a_net_above_the_gross_is_the_settlement() -> None:
    head = "Nom;Salaire brut;Net à payer"
    assert (
        list(fields_of(guess(csv(f"{head}\nTazi;5000;41000\nZiani;4000;38000\n"), LAYOFF)).values())[2]
        == "offered_amount"
    )
    assert (
        list(fields_of(guess(csv(f"{head}\nTazi;5000;4100\nZiani;4000;3800\n"), LAYOFF)).values())[2] == "monthly_net"
    )
    both = csv(f"{head};Montant proposé\nTazi;5000;41000;39000\n")
    assert list(fields_of(guess(both, LAYOFF)).values())[2:] == [None, "offered_amount"]


def test_base_and_bonuses_make_the_gross_and_it_is_said() -> None:
    found = read("Nom;Salaire de base;Primes\nTazi;4 000,00;800,50\nZiani;4000;\nAlaoui;;500\n")
    assert [one.monthly_gross for one in found.rows] == [Decimal("4800.50"), Decimal("4000.00"), None]
    assert [one.monthly_bonus for one in found.rows] == [Decimal("800.50"), None, Decimal("500.00")]
    assert [one.code for one in found.remarks] == ["gross_from_base"]


def test_a_mean_is_the_pay_of_a_row_that_has_no_other() -> None:
    found = read("Nom;Salaire brut;Salaire brut moyen\nTazi;5000;5400\nZiani;;5400\n")
    assert [(one.monthly_gross, one.mean_gross) for one in found.rows] == [
        (Decimal("5000.00"), Decimal("5400.00")),
        (Decimal("5400.00"), None),
    ]


@pytest.mark.parametrize("bad", ["abc", "-3", "1,234"])
def test_a_cell_of_the_new_columns_that_cannot_be_read_is_named(bad: str) -> None:
    found = read(f"Nom;Salaire brut;Salaire net;Primes;Jours non payés\nTazi;5000;{bad};{bad};{bad}\n")
    assert {one.column for one in found.problems} >= {2, 3}
    assert not found.rows[0].ok


def test_a_mean_of_another_measure_is_counted_for_a_month() -> None:
    found = read("Nom;Salaire brut;Salaire brut moyen annuel\nTazi;5000;64800\n")
    assert (found.rows[0].monthly_gross, found.rows[0].mean_gross) == (Decimal("5000.00"), Decimal("5400.00"))
