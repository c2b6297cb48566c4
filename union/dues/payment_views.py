"""The pages of one member's payments, and of one payment with its receipt."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.dues import actions, owing
from union.dues.forms import PaymentForm, StruckForm
from union.dues.models import DuesPayment, Means
from union.dues.receipts import numbered, receipt
from union.dues.views import bp, numbers_of
from union.dues.words import ALL_MEANS
from union.members.models import Member
from union.members.person_views import member_of
from union.members.worked import worked_at
from union.press.typesetting import pdf
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Workplace


@bp.get("/members/<id:member_id>/dues")
@may(May.KEEP_DUES)
def member(member_id: UUID) -> Response:
    """What somebody owes and paid, and the form for the next payment."""
    row = member_of(member_id)
    chain.opened(current_installation().store, current_account_id(), "member", row.id)
    return _of_member(row, _payment_form(row))


@bp.post("/members/<id:member_id>/dues")
@may(May.KEEP_DUES)
def pay(member_id: UUID) -> Response:
    row = member_of(member_id)
    form = _payment_form(row)
    made: list[DuesPayment] = []

    def act() -> None:
        paid = form.paid(form.amount.data, asking().name)
        by, place = current_account_id(), form.workplace_id
        made.append(actions.pay(session(), by, row, place, form.year.data, paid, today()))

    if not form.carries_out(act):
        return _of_member(row, form)
    flash(_("The payment is written down."), "done")
    return redirect(url_for("dues.payment", payment_id=made[0].id))


def _payment_form(row: Member) -> PaymentForm:
    known = owing.rates(session())
    open_ = next((one for one in owing.years(row.standing, known, today().year) if one.owed > 0), None)
    places = worked_at(row)
    form = PaymentForm(
        year=open_.year if open_ else today().year,
        amount=open_.owed if open_ else None,
        means=Means.CASH,
        on=today(),
        workplace=next(iter(places), None),
    )
    form.workplace.offer(places.items())
    return form


def _of_member(row: Member, form: PaymentForm) -> Response:
    asked = select(DuesPayment).where(DuesPayment.member_id == row.id)
    found = sorted(readable(session().scalars(asked), "paid"), key=lambda one: one.paid.on, reverse=True)
    return page(
        "dues/member.html",
        form=form,
        member=row,
        years=list(reversed(owing.years(row.standing, owing.rates(session()), today().year))),
        rows=found,
        numbers={id_: numbered(one) for id_, one in numbers_of(found).items()},
        means=ALL_MEANS,
    )


@bp.get("/payments/<id:payment_id>")
@may(May.KEEP_DUES)
def payment(payment_id: UUID) -> Response:
    row = _payment(payment_id)
    chain.opened(current_installation().store, current_account_id(), actions.PAYMENT, row.id)
    return _payment_page(row, StruckForm())


def _payment_page(row: DuesPayment, form: StruckForm) -> Response:
    number = numbers_of([row]).get(row.number_id) if row.number_id else None
    who = session().get(Member, row.member_id) if row.member_id else None
    return page(
        "dues/payment.html",
        form=form,
        row=row,
        number=numbered(number),
        who=who,
        place=session().get(Workplace, row.workplace_id),
        means=ALL_MEANS,
    )


@bp.post("/payments/<id:payment_id>/strike")
@may(May.KEEP_DUES)
def strike_out(payment_id: UUID) -> Response:
    row, form = _payment(payment_id), StruckForm()
    if not form.carries_out(
        lambda: actions.strike_out(session(), current_account_id(), row, form.why.data or "", today()), row.version
    ):
        return _payment_page(row, form)
    flash(_("It is struck out; its number stays taken."), "done")
    return redirect(url_for("dues.payment", payment_id=row.id))


@bp.get("/payments/<id:payment_id>/receipt")
@may(May.KEEP_DUES)
def print_receipt(payment_id: UUID) -> Response:
    """The receipt as a PDF; 404 for what came over from a file."""
    row = _payment(payment_id)
    number = numbers_of([row]).get(row.number_id) if row.number_id else None
    who = session().get(Member, row.member_id) if row.member_id else None
    if number is None or who is None:
        abort(404)
    made = receipt(row, number, who.identity.name or who.identity.name_ar)
    return hand_over(paper_of(f"paper-{today().isoformat()}", pdf(made)), Whence(actions.PAYMENT, row.id))


def _payment(payment_id: UUID) -> DuesPayment:
    return session().get(DuesPayment, payment_id) or abort(404)
