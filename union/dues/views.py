"""The desk's pages of dues: all sites, one site with who is behind, the rates, one member, one payment, the account."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.dues import account, actions, owing
from union.dues.forms import NewRateForm, RateForm, TickedForm
from union.dues.models import CollectedDues, CollectedState, DuesPayment, DuesRate, DuesReminder, Means, ReceiptNumber
from union.inspection.filetypes import MIMETYPES, FileType
from union.members.person_views import member_of
from union.members.views import called, site_names
from union.record import chain
from union.store.db import session
from union.web.addresses import paged, single
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Parcel, Whence, hand_over
from union.web.pages import page
from union.workplaces.models import Workplace, sites
from union.workplaces.strength import strengths

bp = Blueprint("dues", __name__)
TICKED = 200  # people offered on one form, those who owe most first: the next come once these have paid


@bp.get("/payments")
@may(May.KEEP_DUES)
def index() -> Response:
    """What was paid at each site for a year, beside what would be due if every member paid the whole of it."""
    known = owing.rates(session())
    year = _year()
    places = list(session().scalars(sites()))
    paid, strength = owing.paid_by_site(session(), year), strengths(session(), [one.id for one in places])
    rate = known[year].amount if year in known else None
    lines = [
        (one, strength[one.id].members, None if rate is None else rate * strength[one.id].members, paid.get(one.id))
        for one in places
    ]
    chain.listed(current_installation().store, current_account_id(), "payments", None, len(lines))
    return page(
        "dues/index.html",
        year=year,
        years=sorted({*known, today().year, year}, reverse=True),
        rate=known.get(year),
        rows=paged(len(lines), lambda offset, limit: lines[offset : offset + limit]),
        total=sum(paid.values(), Decimal(0)),
        due=None if rate is None else sum((line[2] or Decimal(0) for line in lines), Decimal(0)),
        waiting=_waiting(),
    )


def _waiting() -> int:
    """How many lines of delegates wait at the desk."""
    asked = select(func.count(CollectedDues.id)).where(CollectedDues.state == CollectedState.NEW)
    return session().scalar(asked) or 0


def _year() -> int:
    return owing.chosen_year(single("year"), today().year)


@bp.get("/payments/rates")
@may(May.KEEP_DUES)
def rates() -> Response:
    return _rates(NewRateForm(year=today().year))


def _rates(form: NewRateForm) -> Response:
    return page("dues/rates.html", form=form, rates=list(reversed(owing.rates(session()).values())))


@bp.post("/payments/rates")
@may(May.SET_DUES)
def set_rate() -> Response:
    form = NewRateForm(year=today().year)
    if not form.carries_out(
        lambda: actions.set_rate(
            session(), current_account_id(), form.year.data, form.amount.data, by_month=form.by_month.data
        )
    ):
        return _rates(form)
    flash(_("The rate is kept."), "done")
    return redirect(url_for("dues.rates"))


@bp.get("/payments/rates/<id:rate_id>")
@may(May.SET_DUES)
def edit_rate(rate_id: UUID) -> Response:
    row = session().get(DuesRate, rate_id) or abort(404)
    return page("dues/rate.html", form=RateForm(amount=row.amount, by_month=row.by_month), row=row)


@bp.post("/payments/rates/<id:rate_id>")
@may(May.SET_DUES)
def correct_rate(rate_id: UUID) -> Response:
    row = session().get(DuesRate, rate_id) or abort(404)
    form = RateForm(amount=row.amount, by_month=row.by_month)
    if not form.carries_out(
        lambda: actions.correct_rate(
            session(), current_account_id(), row, form.amount.data, by_month=form.by_month.data
        ),
        row.version,
    ):
        return page("dues/rate.html", form=form, row=row)
    flash(_("The rate is kept."), "done")
    return redirect(url_for("dues.rates"))


@bp.get("/workplaces/<id:workplace_id>/payments")
@may(May.KEEP_DUES)
def site(workplace_id: UUID) -> Response:
    """Who is behind at a site, the one who owes most first."""
    place = session().get(Workplace, workplace_id) or abort(404)
    known = owing.rates(session())
    found = owing.payers(session(), place.id, known, _year())
    chain.listed(current_installation().store, current_account_id(), "payments", place.id, len(found))
    return _site(place, _ticked(found, _year(), beside=True), found)


def _site(place: Workplace, form: TickedForm, found: list[owing.Payer]) -> Response:
    known = owing.rates(session())
    year = _year()
    behind = [one for one in found if one.owed > 0]
    asked = select(DuesReminder).where(DuesReminder.workplace_id == place.id)
    reminded: dict[UUID, Any] = {}
    for one in readable(session().scalars(asked), "reminded"):
        reminded[one.member_id] = max(reminded.get(one.member_id, one.reminded.on), one.reminded.on)
    of_year = [each for one in found if (each := one.of(year)) is not None]
    return page(
        "dues/site.html",
        form=form,
        place=place,
        year=year,
        years=sorted({*known, today().year, year}, reverse=True),
        rate=known.get(year),
        people=len(found),
        whole=sum(one.owed == 0 for one in of_year),
        due=sum((one.due for one in of_year), Decimal(0)),
        paid=sum((one.paid for one in of_year), Decimal(0)),
        rows=paged(len(behind), lambda offset, limit: behind[offset : offset + limit]),
        reminded=reminded,
        text=reminder_text(),
    )


def reminder_text() -> str:
    """What a reminder says: nothing that tells anybody else what it is about."""
    return str(_("Hello, could you call me when you have a moment? Thank you."))


def _ticked(found: list[owing.Payer], year: int, *, beside: bool = False) -> TickedForm:
    form = TickedForm(beside=beside, means=Means.CASH, on=today())
    form.who.offer((one.member.id, called(one.member)) for one in _behind_in(found, year))
    return form


def _behind_in(found: list[owing.Payer], year: int) -> list[owing.Payer]:
    """Those who owe something for one year, as many as one form offers."""
    return [one for one in found if (of := one.of(year)) is not None and of.owed > 0][:TICKED]


@bp.post("/workplaces/<id:workplace_id>/payments")
@may(May.KEEP_DUES)
def pay_ticked(workplace_id: UUID) -> Response:
    """Everybody ticked has paid what they owed for the year of the address."""
    place = session().get(Workplace, workplace_id) or abort(404)
    known = owing.rates(session())
    year = _year()
    found = owing.payers(session(), place.id, known, year)
    form = _ticked(found, year)
    owed = {one.member.id: (one.member, of.owed) for one in _behind_in(found, year) if (of := one.of(year))}

    def act() -> None:
        for chosen in form.who.ids:
            member, amount = owed[chosen]
            paid = form.paid(amount, asking().name)
            actions.pay(session(), current_account_id(), member, place.id, year, paid, today())

    if not form.carries_out(act):
        return _site(place, form, found)
    flash(_("The payments are written down, each with its receipt."), "done")
    return redirect(url_for("dues.site", workplace_id=place.id, year=year))


@bp.post("/workplaces/<id:workplace_id>/payments/files")
@may(May.KEEP_DUES)
def bring_over(workplace_id: UUID) -> Response:
    """What the members' files say of the year without a payment, as payments without a receipt."""
    Confirm()
    place = session().get(Workplace, workplace_id) or abort(404)
    known = owing.rates(session())
    year = _year()
    brought = sum(
        actions.bring_over(session(), current_account_id(), one.member, place.id, year, today())
        for one in owing.payers(session(), place.id, known, year)
    )
    said = ngettext(
        "%(num)s payment was brought over from the files.",
        "%(num)s payments were brought over from the files.",
        brought,
    )
    flash(said, "done")
    return redirect(url_for("dues.site", workplace_id=place.id, year=year))


@bp.post("/workplaces/<id:workplace_id>/payments/<id:member_id>/reminded")
@may(May.KEEP_DUES)
def remind(workplace_id: UUID, member_id: UUID) -> Response:
    Confirm()
    place = session().get(Workplace, workplace_id) or abort(404)
    member = member_of(member_id)
    if place.id not in {one.workplace_id for one in member.employments}:
        abort(404)
    actions.remind(session(), current_account_id(), member, place.id, today())
    flash(_("It is written down."), "done")
    return redirect(url_for("dues.site", workplace_id=place.id))


@bp.get("/payments/account")
@may(May.KEEP_DUES)
def year_account() -> Response:
    """The workbook of a year for the treasurer: payments by their numbers, and nobody's name."""
    year = owing.chosen_year(single("year"), today().year)
    rows = readable(session().scalars(select(DuesPayment).where(DuesPayment.year == year)), "paid")
    made = account.workbook(year, rows, numbers_of(rows), site_names())
    return hand_over(
        Parcel(made, MIMETYPES[FileType.XLSX], f"sheet-{year}.xlsx", "account"),
        Whence("payments", current_account_id()),
    )


def numbers_of(rows: list[DuesPayment]) -> dict[UUID, ReceiptNumber]:
    """The numbers of these receipts."""
    if not rows:
        return {}
    asked = select(ReceiptNumber).where(ReceiptNumber.id.in_({one.number_id for one in rows if one.number_id}))
    return {one.id: one for one in session().scalars(asked)}
