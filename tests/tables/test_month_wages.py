"""Rosters with a column of wages for each month: read as wages over time, in all the ways that headers say a month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from tests.tables.samples import TODAY, csv, roster
from union.imports.matching.merging import changes, merged
from union.imports.records.row_to_member import ImportContext, identity_of, standing_of, terms_of
from union.imports.records.undo_log import Parts
from union.members.models import Terms, Wage
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.roster import RosterRow

JANUARY, FEBRUARY, MARCH = (date(2026, month, 1) for month in (1, 2, 3))
CONTEXT = ImportContext(UUID(int=1), UUID(int=2), None, TODAY)


@pytest.mark.parametrize(
    "heads",
    [
        "Salaire 01/2026;Salaire 02/2026;Salaire 03/2026",
        "janv-26;févr-26;mars-26",
        "يناير 2026;فبراير 2026;مارس 2026",
        "الأجر الخام يناير 2026;الأجر الخام فبراير 2026;الأجر الخام مارس 2026",
        "Brut (janv. 2026);Brut (févr. 2026);Brut (mars 2026)",
        "2026-01;2026-02;2026-03",
        "Salaire de janvier 2026;Salaire de février 2026;Salaire de mars 2026",
    ],
)
def test_each_month_has_its_wage(heads: str) -> None:
    read = roster(f"Matricule;Nom;Prénom;{heads}\n1;Tazi;Omar;4 000,00;4000,00;4200\n2;Naciri;Hind;;5.500,00 DH;-\n")
    assert not list(read.problems)
    paid = [(JANUARY, Decimal("4000.00")), (FEBRUARY, Decimal("4000.00")), (MARCH, Decimal("4200.00"))]
    assert [row.month_wages for row in read.rows] == [tuple(paid), ((FEBRUARY, Decimal("5500.00")),)]
    assert {one.code for one in read.remarks} >= {"wages_in_months"}
    wages = terms_of(read.rows[0], TODAY).wages
    assert wages == (Wage(JANUARY, Decimal("4000.00")), Wage(MARCH, Decimal("4200.00")))


def test_bare_months_take_the_year_of_the_title_and_dues_are_no_wages() -> None:
    title = "Salaires 2026;;;\nMatricule;Nom;Prénom;Janvier;Février\n"
    read = roster(f"{title}1;Tazi;Omar;4000;4000\n2;Naciri;Hind;3500;3600\n")
    assert read.rows[1].month_wages == ((JANUARY, Decimal("3500.00")), (FEBRUARY, Decimal("3600.00")))
    dues = csv("Matricule;Nom;Prénom;janv-26;févr-26\n1;Tazi;Omar;50;50\n2;Naciri;Hind;50;\n")
    assert [field for field in fields_of(guess(dues)).values() if field] == [
        "employee_number",
        "family_name",
        "given_name",
    ]


def test_a_bad_month_names_its_cell() -> None:
    head = "Matricule;Nom;Prénom;Salaire 01/2026;Brut 02/2026\n"
    read = roster(f"{head}1;Tazi;Omar;abc;4000\n2;Naciri;Hind;1,234;\n")
    assert [(one.row, one.column, one.code) for one in read.problems] == [
        (2, 3, "money_unreadable"),
        (3, 3, "money_ambiguous"),
    ]
    assert [one.kind for one in read.questions] == ["decimals"]


def _known(row: RosterRow, *wages: Wage) -> Parts:
    return Parts(identity_of(row, CONTEXT), standing_of(row, CONTEXT), Terms(wages=wages))


def test_months_go_into_what_is_known() -> None:
    row = RosterRow(2, True, family_name="Tazi", month_wages=((JANUARY, Decimal(4000)), (FEBRUARY, Decimal(4500))))
    later = Wage(date(2026, 6, 1), Decimal(5000), Decimal(4100))
    known = _known(row, Wage(None, Decimal(4000)), later)
    after = merged(row, CONTEXT, known)
    assert after.terms is not None
    assert after.terms.wages == (Wage(None, Decimal(4000)), Wage(FEBRUARY, Decimal(4500)), later)
    assert [(one.field, one.before, one.after) for one in changes(known, after)] == [
        ("month_wages", "", "02/2026: 4500,00")
    ]
    again = merged(row, CONTEXT, after)
    assert again.terms == after.terms  # the same list again changes nothing
    today = RosterRow(2, True, family_name="Tazi", monthly_gross=Decimal(5200), month_wages=row.month_wages)
    once = merged(today, CONTEXT, after)
    assert once.terms is not None
    assert once.terms.wages[-1] == Wage(TODAY, Decimal(5200), Decimal(4100))
    assert merged(today, CONTEXT, once).terms == once.terms
