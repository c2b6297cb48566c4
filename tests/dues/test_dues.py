"""Rates, payments with receipts that have no gap, who is behind, what a delegate collects, the account without
names."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from union.app import Union
from union.dues.models import CollectedDues, CollectedState, DuesPayment, DuesRate, DuesReminder, ReceiptNumber
from union.dues.owing import due
from union.members.models import Dues, Member, Membership, Standing
from union.web.locale import today

THIS = today().year


@pytest.fixture
def members(app: Union, cast: Cast) -> None:
    """Mina has been a member for years, Omar joined in September of this year; Ann looks after Mina."""
    with app.store.maintaining() as session:
        for who, joined in ((cast.mina, date(THIS - 2, 5, 4)), (cast.omar, date(THIS, 9, 14))):
            session.get_one(Member, who).standing = Standing(Membership.MEMBER, joined_on=joined)


def rate(sec: Visitor, year: int = THIS, status: int = 302, **typed: str) -> str:
    return sec.post("/payments/rates", {"year": str(year), "amount": "120", **typed}, status).text


def paying(**typed: str) -> dict[str, str]:
    return {"amount": "50", "year": str(THIS), "means": "cash", "on": f"{today():%d/%m/%Y}", **typed}


def paid(visitor: Visitor, who: object, place: object, status: int = 302, **typed: str) -> str:
    return str(visitor.post(f"/members/{who}/dues", {**paying(**typed), "workplace": str(place)}, status).location)


def file_of(app: Union, who: Any) -> tuple[Dues, ...]:
    with app.store.maintaining() as session:
        return session.get_one(Member, who).standing.dues


def test_the_year_of_joining_is_due_from_its_month_on_where_the_rate_says_so() -> None:
    whole = DuesRate(year=2026, centimes=12000, by_month=False)
    part = DuesRate(year=2026, centimes=10000, by_month=True)
    assert due(whole, date(2026, 9, 14)) == 120
    assert due(part, date(2026, 9, 14)) == Decimal("33.33")
    assert due(part, date(2026, 1, 31)) == 100
    assert due(part, date(2025, 12, 31)) == due(part, None) == 100
    assert due(part, date(2027, 1, 1)) == 0


def test_a_year_has_one_rate_which_the_secretariat_sets(olu: Visitor, sal: Visitor, cast: Cast) -> None:
    rate(olu, status=403)
    rate(sal)
    assert "Cette année a déjà son tarif" in rate(sal, status=422)
    rate(sal, THIS - 1, 422, amount="-1")
    assert "120" in words(olu, "/payments/rates?lang=en")


def test_receipts_have_numbers_without_a_gap_and_what_is_struck_keeps_its_own(
    app: Union, olu: Visitor, sal: Visitor, cast: Cast, members: None
) -> None:
    rate(sal)
    first = paid(olu, cast.mina, cast.here)
    paid(olu, cast.omar, cast.here, amount="120")
    paid(sal, cast.rita, cast.there)
    version = olu.page(first).select_one("#main-form input[name=version]")
    assert version is not None
    struck = {"version": str(version["value"]), "why": "Chèque sans provision"}
    olu.post(f"{first}/strike", {**struck, "why": ""}, 422)
    olu.post(f"{first}/strike", struck)
    olu.post(f"{first}/strike", struck, 409)
    paid(olu, cast.mina, cast.here, amount="70")
    with app.store.maintaining() as session:
        numbers = sorted((one.year, one.number) for one in session.scalars(select(ReceiptNumber)))
        sums = sorted(one.centimes for one in session.scalars(select(DuesPayment)))
    assert numbers == [(THIS, at) for at in (1, 2, 3, 4)]
    assert sums == [0, 5000, 7000, 12000]
    assert file_of(app, cast.mina) == (Dues(THIS, Decimal(70), today(), Decimal(70)),)
    page = words(olu, f"/workplaces/{cast.here}/payments?lang=en")
    assert "1 has paid everything" in page
    answer = olu.get(f"{first}/receipt")
    assert answer.data.startswith(b"%PDF")
    assert "receipt" not in answer.headers["Content-Disposition"]


def test_what_the_file_said_before_is_kept_beside_what_is_paid(
    app: Union, olu: Visitor, sal: Visitor, cast: Cast, members: None
) -> None:
    rate(sal)
    with app.store.maintaining() as session:
        member = session.get_one(Member, cast.mina)
        member.standing = Standing(
            Membership.MEMBER, joined_on=date(THIS, 1, 1), dues=(Dues(THIS, Decimal(40), date(THIS, 1, 3)),)
        )
    paid(olu, cast.mina, cast.here, amount="80")
    assert [(one.amount, one.journal) for one in file_of(app, cast.mina)] == [(120, 120)]
    with app.store.maintaining() as session:
        assert sorted(one.centimes for one in session.scalars(select(DuesPayment))) == [4000, 8000]
        assert len(session.scalars(select(ReceiptNumber)).all()) == 1
    olu.post(f"/workplaces/{cast.here}/payments/files?year={THIS}", {})
    with app.store.maintaining() as session:
        assert len(session.scalars(select(DuesPayment)).all()) == 2, "nothing is brought over twice"


@pytest.mark.parametrize(
    "typed",
    [
        {"amount": "0"},
        {"amount": "-5"},
        {"amount": "100000"},
        {"amount": "x"},
        {"on": "01/01/2099"},
        {"on": ""},
        {"means": "earlier"},
        {"means": ""},
        {"year": "1900"},
    ],
)
def test_a_payment_that_cannot_be_is_refused_and_nothing_is_written(
    app: Union, olu: Visitor, cast: Cast, members: None, typed: dict[str, str]
) -> None:
    paid(olu, cast.mina, cast.here, 422, **typed)
    with app.store.maintaining() as session:
        assert session.scalars(select(ReceiptNumber)).all() == []


def test_a_ticked_list_pays_what_each_of_them_owes(
    app: Union, olu: Visitor, sal: Visitor, cast: Cast, members: None
) -> None:
    rate(sal, by_month="y")
    address = f"/workplaces/{cast.here}/payments?year={THIS}"
    sent = {"means": "check_off", "on": f"{today():%d/%m/%Y}", "reference": "Liste"}
    olu.post(address, sent, 422)
    olu.post(address, {**sent, "who": str(cast.rita)}, 422)
    olu.post(address, {**sent, "who": [str(cast.mina), str(cast.omar)]})
    assert [one.amount for one in file_of(app, cast.mina)] == [120]
    assert [one.amount for one in file_of(app, cast.omar)] == [40]
    olu.post(address, {**sent, "who": str(cast.mina)}, 422)
    assert "Nobody is behind" in words(olu, f"{address}&lang=en")


def test_a_delegate_writes_and_never_reads_it_back(
    app: Union, olu: Visitor, sal: Visitor, ann: Visitor, cast: Cast, members: None
) -> None:
    rate(sal)
    sheet = {"member": str(cast.mina), "year": str(THIS), "amount": "60", "on": f"{today():%d/%m/%Y}"}
    ann.post("/sheet", {**sheet, "member": str(cast.omar)}, 422)
    ann.post("/sheet", sheet)
    assert "60" not in words(ann, "/sheet?lang=en").replace("2060", "")
    for path in ("/payments", "/payments/waiting", "/payments/account"):
        ann.get(path, 403)
    ann.get(f"/members/{cast.mina}/dues", 404)
    with app.store.reading(cast.reach("ann")) as session:
        assert session.scalars(select(CollectedDues)).all() == []
        assert session.scalars(select(DuesPayment)).all() == []
    assert "1 line of a delegate waits" in words(olu, "/payments?lang=en")
    with app.store.maintaining() as session:
        row = session.scalars(select(CollectedDues)).one().id
    olu.post(f"/payments/waiting/{row}/take", {})
    olu.post(f"/payments/waiting/{row}/take", {}, 409)
    olu.post(f"/payments/waiting/{row}/aside", {}, 409)
    assert [one.amount for one in file_of(app, cast.mina)] == [60]
    with app.store.maintaining() as session:
        assert session.scalars(select(CollectedDues)).one().state is CollectedState.TAKEN


def test_the_account_of_the_year_names_nobody_and_adds_up(
    olu: Visitor, sal: Visitor, cast: Cast, members: None
) -> None:
    rate(sal)
    paid(olu, cast.mina, cast.here, reference="Virement de Mina")
    paid(olu, cast.omar, cast.here, means="transfer", amount="70,50")
    answer = olu.get(f"/payments/account?year={THIS}&lang=en")
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    cells = [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]
    everything = str(cells)
    assert "Mina" not in everything
    assert "Omar" not in everything
    assert f"{THIS}-0002" in everything
    assert ["In all", 120.5] in [row[:2] for row in cells]


def test_a_reminder_says_nothing_and_is_written_down(
    app: Union, olu: Visitor, sal: Visitor, cast: Cast, members: None
) -> None:
    rate(sal)
    page = f"/workplaces/{cast.here}/payments"
    said = words(olu, f"{page}?lang=en")
    assert "Hello, could you call me when you have a moment? Thank you." in said
    olu.post(f"{page}/{cast.mina}/reminded", {})
    olu.post(f"{page}/{cast.rita}/reminded", {}, 404)
    with app.store.maintaining() as session:
        assert [one.reminded.on for one in session.scalars(select(DuesReminder))] == [today()]


def test_a_payment_is_not_struck_out_without_the_file_that_has_to_follow(
    app: Union, olu: Visitor, sal: Visitor, cast: Cast, members: None
) -> None:
    rate(sal)
    address = paid(olu, cast.mina, cast.here)
    with app.store.maintaining() as session:
        row = session.scalars(select(DuesPayment)).one()
        row.member_id = cast.rita  # who works elsewhere by now
        version = row.version
    olu.post(f"{address}/strike", {"version": str(version + 1), "why": "Erreur"}, 422)
    with app.store.maintaining() as session:
        assert session.scalars(select(DuesPayment)).one().centimes == 5000
