"""Bad rows of an employer's list: each has its problem named, is left out and said to be, everywhere; never a wrong
sum."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, dispute, opened, rows, taken
from tests.layoffs.test_dispute import typed
from union.app import Union
from union.entitlements.sums.snapshot import reopened
from union.law.result import Code
from union.layoffs.records.models import LayoffPerson

GOOD = "1;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"
OWED = Decimal("30104.71")  # 768 h × 5000 / 191, and two months of notice


def bennis(
    hired: str = "01/01/2020", left: str = "31/12/2026", pay: str = "5000,00", rest: str = "0;;10000,00;"
) -> str:
    return f"2;Bennis;Ali;Employé;{hired};{left};{pay};{rest}"


BAD = {
    "left before hired": ((bennis("01/01/2026", "31/12/2025"),), "left_before_hired"),
    "pay of nought": ((bennis(pay="0"),), "impossible monthly_gross"),
    "negative pay": ((bennis(pay="-5000,00"),), "money_negative"),
    "negative offer": ((bennis(rest="0;;-10000,00;"),), "money_negative"),
    "sixty years of service": ((bennis("01/01/1966"),), "impossible hired_on"),
    "left before the Code of 2004": ((bennis("01/01/2000", "31/12/2003"),), "impossible left_on"),
    "left before the first known minimum wage": ((bennis("01/01/2000", "31/12/2010"),), "impossible left_on"),
    "no date of hire": ((bennis(""),), "missing hired_on"),
    "pay in words": ((bennis(pay="cinq mille"),), "money_unreadable"),
    "twice with other facts": ((bennis(), bennis("01/01/2019")), "duplicate_differs"),
    "twice without a number": ((bennis()[1:], bennis()[1:]), "person_twice"),
    "offer under the leave": ((bennis(rest="10000,00;;;"),), "count"),
    "leave under the offer": ((bennis(rest=";;7,50;"),), "offer_too_small"),
    "offer under the delegates": ((bennis(rest="0;10000,00;;"),), "mandate"),
    "offer under the signature": ((bennis(rest="0;;;10000,00"),), "date_serial"),
    "offer under the last day": ((bennis(left="10000,00", rest="0;;;"),), "date_serial"),
    "a year's leave": ((bennis(rest="200;;10000,00;"),), "impossible leave_days_due"),
}


def told(row: LayoffPerson) -> set[str]:
    return {one.code if one.from_list else f"{one.code} {one.column}" for one in row.facts.trouble if one.blocks}


@pytest.mark.parametrize("case", BAD)
def test_a_row_that_cannot_be_is_named_and_left_out_everywhere(app: Union, cast: Cast, olu: Visitor, case: str) -> None:
    lines, named = BAD[case]
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(GOOD, *lines))
    good, *bad = rows(app, cast, address)
    assert good.snapshot.minimum == OWED
    assert len(bad) == len(lines)
    for row in bad:
        assert told(row) == {named}
        assert row.snapshot.minimum is row.snapshot.shortfall is None
        assert row.snapshot.entitlement == {}
    sums = dispute(app, cast, address).matter.taken
    assert sums is not None
    assert (sums.minimum, sums.offered, sums.short) == (OWED, Decimal("10000.00"), OWED - Decimal("10000.00"))
    assert sums.left_uncomputed == len(bad)
    _said_everywhere(olu, address, bad)


def _said_everywhere(olu: Visitor, address: str, bad: list[LayoffPerson]) -> None:
    olu.get("/account?lang=fr")
    page = olu.page(f"{address}?show=uncomputable")
    assert len(page.select("table.rows tbody tr")) == len(bad)
    left_out = "1 personne" if len(bad) == 1 else f"{len(bad)} personnes"
    assert left_out in page.get_text(" ", strip=True)
    late = olu.page(f"{address}/figures").select_one("div.note-late")
    assert "Bennis" in late.get_text()  # type: ignore[union-attr]  # it is there
    printed = olu.page(f"{address}/print")
    foot = printed.select_one("tfoot").get_text()  # type: ignore[union-attr]  # it is there
    assert "30104,71" in "".join(foot.split())
    assert any("Bennis" in one.get_text() and "totaux" in one.get_text() for one in printed.select("main p"))
    for row in bad:
        shown = olu.page(f"{address}/people/{row.id}")
        assert shown.select_one("div.note-late") is not None
        assert shown.select_one(".sum-amount") is None
        assert olu.get(f"{address}/people/{row.id}/paper?paper=sheet&in=ar").data.startswith(b"%PDF-")
        olu.get(f"{address}/people/{row.id}/print")
    table, beside = openpyxl.load_workbook(
        BytesIO(olu.post(f"{address}/out", {"what": "xlsx", "why": "Contrôle"}, 200).data)
    ).worksheets
    lines = list(table.iter_rows(min_row=2, values_only=True))
    foot = list(beside.iter_rows(min_row=3, max_col=2, values_only=True))
    assert [line[13] is None for line in lines] == [False, *[True] * len(bad)]
    assert all(line[19] for line in lines)  # the reading of a sum, or why there is none
    assert Decimal(str(foot[0][1])) == OWED
    assert left_out in str(foot[-1][0])


@pytest.mark.parametrize(
    "lines",
    [
        ("٢;Bennis;Ali;Employé;٠١/٠١/٢٠٢٠;٣١/١٢/٢٠٢٦;٥٠٠٠;٠;;١٠٠٠٠;",),
        (bennis(), ";;;;;Total;10000,00;0;;20000,00;"),
        (bennis(), ";TOTAL GÉNÉRAL;;;;;10000,00;0;;20000,00;"),
        (";;;;;;;;;;", "", bennis(), ";;;;;;;;;;"),
        (bennis(), bennis()),  # the same row twice is one person
    ],
    ids=["Arabic digits", "a total row", "a total row under the names", "empty rows", "the same row twice"],
)
def test_what_is_no_mistake_is_counted_once(app: Union, cast: Cast, olu: Visitor, lines: tuple[str, ...]) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(GOOD, *lines))
    people = rows(app, cast, address)
    assert [one.facts.family_name for one in people] == ["Alami", "Bennis"]
    assert [one.snapshot.minimum for one in people] == [OWED, OWED]
    sums = dispute(app, cast, address).matter.taken
    assert sums is not None
    assert (sums.minimum, sums.offered) == (2 * OWED, Decimal("20000.00"))


def test_a_wage_under_the_minimum_is_counted_on_it_and_said(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(bennis(pay="2000,00")))
    (row,) = rows(app, cast, address)
    # 768 h × 17.92 of severance (art 56), and two months of notice on the minimum wage, below which nobody may agree
    # (art 360).
    assert row.snapshot.minimum == Decimal("13762.56") + Decimal("6845.44")
    ends = {one.code: (one.low, one.high) for one in reopened(row.snapshot.entitlement).ends}
    assert [end.amount for end in ends[Code.NOTICE]] == [Decimal("4000.00"), Decimal("6845.44")]
    calculation = reopened(row.snapshot.entitlement)
    assert calculation is not None
    assert "below_smig" in {one.code for one in calculation.assumptions}
    assert "SMIG" in olu.get(f"{address}/people/{row.id}?lang=fr").text


def test_one_name_under_two_numbers_is_pointed_out_and_computed(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(bennis(), bennis().replace("2;", "3;", 1), bennis("01/02/2020").replace("2;", "4;", 1)))
    people = rows(app, cast, address)
    assert [[one.code for one in row.facts.trouble] for row in people] == [["name_twice"], ["name_twice"], []]
    assert all(row.snapshot.minimum is not None for row in people)
    olu.get(f"{address}/people/{people[0].id}")


def test_a_correction_brings_a_row_into_the_sums(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address, csv(GOOD, bennis("01/01/1966")))
    _, row = rows(app, cast, address)
    path = f"{address}/people/{row.id}/edit"
    answer = olu.post(path, typed(row.facts, row.version, hired_on="01/01/1967"), 422)
    assert 'id="hired_on-error"' in answer.text
    olu.post(path, typed(row.facts, row.version, hired_on="01/01/2020"))
    sums = dispute(app, cast, address).matter.taken
    assert sums is not None
    assert (sums.minimum, sums.left_uncomputed) == (2 * OWED, 0)
