"""The pages of referrals: those that are open, what became of the others, and one of them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.cases import small
from union.members.models import Member
from union.members.person_views import member_of
from union.members.views import called, site_names
from union.members.worked import worked_at
from union.record import chain
from union.referrals import actions
from union.referrals.forms import EndForm, NewForm, ReferralForm
from union.referrals.models import Became, Referral
from union.referrals.words import BECAME, TONES
from union.store.db import one_at_a_time, session
from union.store.reach import ReachSession
from union.web.addresses import choice, paged, single
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import Workplace

bp = Blueprint("referrals", __name__)

COLUMNS = tuple(one.value for one in Became)


@bp.get("/referrals")
@may(May.REFER_MEMBER)
def index() -> Response:
    """The open ones, the one that is to be asked for first on top; or those that are over, the newest on top."""
    place, over = _site_asked(), bool(choice("over", ("yes",)))
    every = readable(session().scalars(select(Referral)), "told")
    known = {one.workplace_id for one in every}
    here = [one for one in every if place is None or one.workplace_id == place.id]
    rows = [one for one in here if one.told.became.over == over]
    rows.sort(key=_newest if over else _next, reverse=over)
    shown = paged(len(rows), lambda offset, limit: rows[offset : offset + limit])
    chain.listed(current_installation().store, current_account_id(), "referrals", None, len(rows))
    return page(
        "referrals/index.html",
        rows=shown,
        names=_names(session(), {one.member_id for one in shown.items}),
        places=site_names(),
        known=known,
        place=place,
        over=over,
        sums=_sums(here),
        columns=list(Became),
        became=BECAME,
        tones=TONES,
        least=small.LEAST,
    )


def _next(one: Referral) -> tuple[date, date]:
    return one.told.ask_on or date.max, one.told.on


def _newest(one: Referral) -> tuple[date, date]:
    return one.told.on, one.told.ask_on or date.max


def _sums(rows: list[Referral]) -> small.Published:
    """How many of each site stand where: small numbers would say of one person whom somebody knows what became of
    them."""
    counts: dict[UUID, Counter[str]] = {}
    for one in rows:
        counts.setdefault(one.workplace_id, Counter())[one.told.became.value] += 1
    return small.publish(counts, COLUMNS)


def _names(own: ReachSession, wanted: set[UUID]) -> dict[UUID, str]:
    people = readable(own.scalars(select(Member).where(Member.id.in_(wanted))), "identity")
    return {one.id: called(one) for one in people}


def _site_asked() -> Workplace | None:
    asked = single("workplace")
    if not asked:
        return None
    try:
        wanted = UUID(asked)
    except ValueError:
        abort(422)
    return session().get(Workplace, wanted) or abort(404)


@bp.get("/members/<id:member_id>/referral")
@may(May.REFER_MEMBER)
def new(member_id: UUID) -> Response:
    member = member_of(member_id)
    return _new(member, _new_form(member))


@bp.post("/members/<id:member_id>/referral")
@may(May.REFER_MEMBER)
def create(member_id: UUID) -> Response:
    member = member_of(member_id)
    one_at_a_time(session(), b"referral")  # two who send the same member to the same body at once
    form = _new_form(member)
    if not form.carries_out(
        lambda: actions.refer(session(), current_account_id(), member.id, form.site.data, form.told, today())
    ):
        return _new(member, form)
    flash(_("The referral is written down."), "done")
    return redirect(url_for("members.show", member_id=member.id))


def _new_form(member: Member) -> NewForm:
    places = worked_at(member)
    form = NewForm(site=next(iter(places), None), on=today(), became=Became.REFERRED)
    form.site.offer(places.items())
    return form


def _new(member: Member, form: NewForm) -> Response:
    return page("referrals/new.html", form=form, member=member, name=called(member))


@bp.get("/referrals/<id:referral_id>/edit")
@may(May.REFER_MEMBER)
def edit(referral_id: UUID) -> Response:
    row = _referral(referral_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, row.id)
    return _one("referrals/edit.html", row, _form(row))


@bp.post("/referrals/<id:referral_id>/edit")
@may(May.REFER_MEMBER)
def update(referral_id: UUID) -> Response:
    row = _referral(referral_id)
    one_at_a_time(session(), b"referral")
    form = _form(row)
    if not form.carries_out(
        lambda: actions.correct(session(), current_account_id(), row, form.told, today()), row.version
    ):
        return _one("referrals/edit.html", row, form)
    flash(_("The referral is corrected."), "done")
    return redirect(url_for("members.show", member_id=row.member_id))


@bp.get("/referrals/<id:referral_id>/close")
@may(May.REFER_MEMBER)
def closing(referral_id: UUID) -> Response:
    row = _referral(referral_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, row.id)
    return _one("referrals/close.html", row, EndForm(became=row.told.became))


@bp.post("/referrals/<id:referral_id>/close")
@may(May.REFER_MEMBER)
def close(referral_id: UUID) -> Response:
    row = _referral(referral_id)
    form = EndForm(became=row.told.became)
    if not form.carries_out(lambda: actions.end(session(), current_account_id(), row, form.became.data), row.version):
        return _one("referrals/close.html", row, form)
    flash(_("What became of it is written down."), "done")
    return redirect(url_for("members.show", member_id=row.member_id))


@bp.post("/referrals/<id:referral_id>/strike")
@may(May.REFER_MEMBER)
def strike(referral_id: UUID) -> Response:
    Confirm()
    row = _referral(referral_id)
    member_id = row.member_id
    actions.strike(session(), current_account_id(), row)
    flash(_("The referral is struck out."), "done")
    return redirect(url_for("members.show", member_id=member_id))


def _form(row: Referral) -> ReferralForm:
    told = row.told
    return ReferralForm(body=told.body, purpose=told.purpose, on=told.on, became=told.became, ask_on=told.ask_on)


def _one(template: str, row: Referral, form: ReferralForm | EndForm) -> Response:
    return page(template, form=form, referral=row, told=row.told, became=BECAME, name=called(member_of(row.member_id)))


def _referral(referral_id: UUID) -> Referral:
    return session().get(Referral, referral_id) or abort(404)
