"""The people of a plan: their list, one of them with what they answered, whom they follow, and their conversations."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts import actions as accounts
from union.accounts.forms import Confirm
from union.drives import actions, talking
from union.drives.blueprint import bp, card_or_404, plan_or_404, site_of
from union.drives.counting import callings, cards, known
from union.drives.forms import AnswerForm, PersonForm, TalkForm, TieForm
from union.drives.models import Drive
from union.drives.people import Calling, DriveAnswer, DriveContact, DriveFollows, Question, Standing, UnitKind
from union.drives.retention import SAID_BEFORE, ends_on
from union.drives.words import (
    BASES,
    DONE,
    ISSUES,
    NOTHING_ON,
    OUTCOMES,
    QUESTIONS,
    SPEAKS,
    STANDS,
    STANDS_SHORT,
    THROUGHS,
    WHERES,
)
from union.record import chain
from union.store.db import session
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page

KINDS = {"team": UnitKind.TEAM, "shift": UnitKind.SHIFT, "floor": UnitKind.FLOOR, "project": UnitKind.PROJECT}


@bp.get("/plans/<id:plan_id>/cards")
@may(May.KEEP_PLAN)
def people(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    told = known(session(), drive, today())
    every = cards(session(), drive, told.people)
    chain.listed(current_installation().store, current_account_id(), actions.KIND, drive.id, len(every))
    ending = {
        one.id: day
        for one in every
        if one.standing.member_since is None
        and (day := ends_on(one.standing.added_on, told.spoken_on.get(one.id))) - today() <= SAID_BEFORE
    }
    return page(
        "drives/people.html",
        drive=drive,
        site=site_of(drive),
        rows=paged(len(every), lambda offset, limit: every[offset : offset + limit]),
        told=told,
        rests=talking.resting(session(), drive, datetime.now(UTC)),
        ending=ending,
        stands=STANDS_SHORT,
        asked=Question.JOIN,
    )


@bp.get("/plans/<id:plan_id>/cards/new")
@may(May.KEEP_PLAN)
def new_person(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    return page("drives/new_person.html", form=_person_form(drive, None), drive=drive, site=site_of(drive))


@bp.post("/plans/<id:plan_id>/cards")
@may(May.KEEP_PLAN)
def add_person(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = _person_form(drive, None)

    def act() -> None:
        by = current_account_id()
        standing = Standing(form.basis.data, today(), accounts.names(session(), [by])[by])
        actions.add_people(session(), by, drive, [_typed(form, drive, standing)])

    if not form.carries_out(act):
        return page("drives/new_person.html", form=form, drive=drive, site=site_of(drive))
    flash(_("Written down."), "done")
    return redirect(url_for("drives.people", plan_id=drive.id))


@bp.get("/cards/<id:card_id>")
@may(May.KEEP_PLAN)
def person(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, drive.id, words="person")
    return _shown(row, drive)


def _shown(row: DriveContact, drive: Drive, **forms: Any) -> Response:
    """One person; the form that was sent, if any, stands in its place with what is wrong with it."""
    told = known(session(), drive, today())
    answers = readable(session().scalars(select(DriveAnswer).where(DriveAnswer.contact_id == row.id)), "answer")
    names = {key: one.given_name for key, one in callings(session(), drive).items()}
    lines = [one for one in actions.follows(session(), drive) if row.id in one.follows.both]
    tie = forms.get("tie") or _tie_form(drive, row, names, beside=bool(forms))
    answer = forms.get("answer") or AnswerForm(beside=bool(forms))
    return page(
        "drives/person.html",
        form=next(iter(forms.values()), None),
        answer=answer,
        tie=tie,
        row=row,
        drive=drive,
        site=site_of(drive),
        units=[told.by_id[one].unit for one in row.standing.units if one in told.by_id],
        answers=sorted(answers, key=lambda one: one.answer.on, reverse=True),
        now=told.answers.get(row.id, {}),
        leader=row.id in told.leaders,
        lines=lines,
        names=names,
        talks=talking.talks(session(), drive, row.id),
        ends_on=ends_on(row.standing.added_on, told.spoken_on.get(row.id)),
        never=talking.resting(session(), drive, datetime.now(UTC)).get(row.id) == "never",
        words={
            "bases": BASES,
            "issues": ISSUES,
            "questions": QUESTIONS,
            "done": DONE,
            "stands": STANDS,
            "throughs": THROUGHS,
            "outcomes": OUTCOMES,
            "wheres": WHERES,
            "speaks": SPEAKS,
        },
    )


@bp.get("/cards/<id:card_id>/edit")
@may(May.KEEP_PLAN)
def edit_person(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    return page("drives/edit_person.html", form=_person_form(drive, row), row=row, drive=drive)


@bp.post("/cards/<id:card_id>/edit")
@may(May.KEEP_PLAN)
def keep_person(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    form = _person_form(drive, row)

    def act() -> None:
        actions.keep_person(session(), current_account_id(), drive, row, *_typed(form, drive, row.standing))

    if not form.carries_out(act, row.version):
        return page("drives/edit_person.html", form=form, row=row, drive=drive)
    flash(_("Kept."), "done")
    return redirect(url_for("drives.person", card_id=row.id))


def _person_form(drive: Drive, row: DriveContact | None) -> PersonForm:
    every = actions.units(session(), drive)
    initial: dict[str, Any] = {}
    if row is not None:
        by_id = {one.id: one.unit.kind for one in every}
        stands_in = {by_id[one]: one for one in row.standing.units if one in by_id}
        initial = {name: stands_in.get(kind) for name, kind in KINDS.items()}
        initial |= {
            "given_name": row.calling.given_name,
            "phone": row.calling.phone,
            "speaks": row.calling.speaks,
            "basis": row.standing.basis,
            "issue": row.standing.issue,
        }
    form = PersonForm(**initial)
    for kind, field in zip(KINDS.values(), (form.team, form.shift, form.floor, form.project), strict=True):
        field.offer([(one.id, one.unit.name) for one in every if one.unit.kind is kind], _("not known"))
    return form


def _typed(form: PersonForm, drive: Drive, standing: Standing) -> tuple[Calling, Standing]:
    chosen = tuple(form[name].data for name in KINDS if form[name].data)
    by_id = {one.id: one.unit for one in actions.units(session(), drive)}
    unit = " · ".join(by_id[one].called for one in chosen[:2] if one in by_id)
    calling = Calling(form.given_name.data, form.phone.data or "", unit, form.speaks.data)
    return calling, dataclasses.replace(standing, basis=form.basis.data, units=chosen, issue=form.issue.data)


@bp.post("/cards/<id:card_id>/answers")
@may(May.KEEP_PLAN)
def answer_person(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    form = AnswerForm()

    def act() -> None:
        actions.answer(session(), current_account_id(), drive, row, form.question.data, form.stand.data)

    if not form.carries_out(act):
        return _shown(row, drive, answer=form)
    flash(_("Written down."), "done")
    return redirect(url_for("drives.person", card_id=row.id))


def _tie_form(drive: Drive, row: DriveContact, names: dict[UUID, str], *, beside: bool = False) -> TieForm:
    form = TieForm(beside=beside)
    others = sorted(((key, name) for key, name in names.items() if key != row.id), key=lambda one: one[1].casefold())
    form.other.offer(others, _("Choose"))
    return form


@bp.post("/cards/<id:card_id>/follows")
@may(May.KEEP_PLAN)
def tie_person(card_id: UUID) -> Response:
    """The person listens to another."""
    row, drive = card_or_404(card_id)
    form = _tie_form(drive, row, {one.id: one.calling.given_name for one in actions.people(session(), drive)})

    def act() -> None:
        leader = session().get(DriveContact, form.other.data) or abort(404)
        actions.tie(session(), current_account_id(), drive, leader, row, form.through.data)

    if not form.carries_out(act):
        return _shown(row, drive, tie=form)
    flash(_("Written down."), "done")
    return redirect(url_for("drives.person", card_id=row.id))


@bp.post("/cards/<id:card_id>/follows/<id:line_id>/strike")
@may(May.KEEP_PLAN)
def untie_person(card_id: UUID, line_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    line = session().get(DriveFollows, line_id)
    if line is None or line.drive_id != drive.id:
        abort(404)
    form = Confirm()
    if not form.carries_out(lambda: actions.untie(session(), current_account_id(), drive, line)):
        return _shown(row, drive, confirm=form)
    return redirect(url_for("drives.person", card_id=row.id))


@bp.get("/cards/<id:card_id>/talk")
@may(May.KEEP_PLAN)
def talk(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    return _talk_page(row, drive, TalkForm())


@bp.post("/cards/<id:card_id>/talk")
@may(May.KEEP_PLAN)
def write_talk(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    form = TalkForm()

    def act() -> None:
        by = current_account_id()
        talking.write_talk(session(), by, drive, row, form.talk(accounts.names(session(), [by])[by]))

    if not form.carries_out(act):
        return _talk_page(row, drive, form)
    flash(_("Written down."), "done")
    return redirect(url_for("drives.person", card_id=row.id))


def _talk_page(row: DriveContact, drive: Drive, form: TalkForm) -> Response:
    return page("drives/talk.html", form=form, row=row, drive=drive, warning=NOTHING_ON)


@bp.post("/cards/<id:card_id>/joined")
@may(May.KEEP_PLAN)
def person_joined(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    form = Confirm()
    if not form.carries_out(lambda: actions.joined(session(), current_account_id(), drive, row)):
        return _shown(row, drive, confirm=form)
    flash(_("Written down. Now write their membership file."), "done")
    return redirect(url_for("drives.person", card_id=row.id))


@bp.post("/cards/<id:card_id>/never")
@may(May.KEEP_PLAN)
def never_again(card_id: UUID) -> Response:
    row, drive = card_or_404(card_id)
    form = Confirm()
    if not form.carries_out(lambda: talking.never_again(session(), current_account_id(), drive, row)):
        return _shown(row, drive, confirm=form)
    flash(_("Gone, and nobody writes them down again."), "done")
    return redirect(url_for("drives.people", plan_id=drive.id))
