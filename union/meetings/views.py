"""The pages of meetings: those of one's sites, one meeting, and the invitation that says nothing of what it is for."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.meetings import actions
from union.meetings.forms import AttendanceForm, CallingOffForm, DecisionForm, MeetingForm
from union.meetings.models import Decided, UnionMeeting
from union.meetings.words import KINDS
from union.record import chain
from union.refusal import Refused
from union.store.db import session
from union.tables.cells.names import fold
from union.web.addresses import line_of, paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import speaking, today, weekday
from union.web.pages import page
from union.workplaces.models import Workplace, sites

bp = Blueprint("meetings", __name__)


@bp.get("/site-meetings")
@may(May.HOLD_MEETING)
def index() -> Response:
    """Those of the sites in reach: what is to come first, the nearest on top; then what was, the newest on top."""
    rows = readable(session().scalars(select(UnionMeeting)), "told")
    to_come = sorted((one for one in rows if one.told.on >= today()), key=lambda one: (one.told.on, one.told.hour))
    were = sorted((one for one in rows if one.told.on < today()), key=lambda one: one.told.on, reverse=True)
    chain.listed(current_installation().store, current_account_id(), "meetings", None, len(rows))
    listed = [*to_come, *were]
    return page(
        "meetings/index.html",
        rows=paged(len(listed), lambda offset, limit: listed[offset : offset + limit]),
        places={one.id: one for one in session().scalars(sites())},
        kinds=KINDS,
        late=[(one, line) for one in rows for line in one.told.decided if _is_late(line)],
    )


def _is_late(decided: Decided) -> bool:
    return decided.until is not None and decided.done_on is None and decided.until < today()


@bp.get("/workplaces/<id:workplace_id>/meetings/new")
@may(May.HOLD_MEETING)
def new(workplace_id: UUID) -> Response:
    return page("meetings/new.html", form=MeetingForm(), workplace=_workplace(workplace_id))


@bp.post("/workplaces/<id:workplace_id>/meetings/new")
@may(May.HOLD_MEETING)
def create(workplace_id: UUID) -> Response:
    place, form = _workplace(workplace_id), MeetingForm()
    made: list[UnionMeeting] = []
    if not form.carries_out(lambda: made.append(actions.call(session(), current_account_id(), place.id, form.told))):
        return page("meetings/new.html", form=form, workplace=place)
    flash(_("The meeting is written down."), "done")
    return redirect(_address(made[0]))


@bp.get("/site-meetings/<id:called_id>")
@may(May.HOLD_MEETING)
def show(called_id: UUID) -> Response:
    meeting = _meeting(called_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, meeting.id)
    return _shown(meeting)


def _shown(meeting: UnionMeeting, *, refused: Any = None, **forms: Any) -> Response:
    """The meeting with its forms; one that was sent and could not be used takes its place."""
    before = actions.counted_before(session(), meeting)
    return page(
        "meetings/show.html",
        teams=[one.team for one in before.values()],
        last={one.team: before.get(fold(one.team)) for one in meeting.told.attended},
        status=409 if refused else 200,
        refused=refused,
        meeting=meeting,
        told=meeting.told,
        workplace=session().get_one(Workplace, meeting.workplace_id),
        kinds=KINDS,
        invitations=_invitations(meeting),
        passed=meeting.told.on <= today(),
        counting=forms.get("counting") or AttendanceForm(beside=True),
        deciding=forms.get("deciding") or DecisionForm(beside=True),
        calling_off=forms.get("calling_off") or CallingOffForm(beside=True),
        form=next(iter(forms.values()), AttendanceForm(beside=True)),
    )


def _invitations(meeting: UnionMeeting) -> list[tuple[str, str]]:
    """What may be sent to people, by language: a day and an hour, and neither the place, nor the union, nor why."""
    told, found = meeting.told, []
    for code in ("fr", "ar"):
        with speaking(code):
            on = weekday(told.on)
            asked = _("%(day)s, %(hour)s. Ask me where.", day=on, hour=told.hour)
            found.append((code, asked if told.hour else _("%(day)s. Ask me where and when.", day=on)))
    return found


@bp.get("/site-meetings/<id:called_id>/edit")
@may(May.HOLD_MEETING)
def edit(called_id: UUID) -> Response:
    meeting = _meeting(called_id)
    return page("meetings/edit.html", form=_form(meeting), meeting=meeting)


@bp.post("/site-meetings/<id:called_id>/edit")
@may(May.HOLD_MEETING)
def update(called_id: UUID) -> Response:
    meeting = _meeting(called_id)
    form = _form(meeting)
    if not form.carries_out(
        lambda: actions.correct(session(), current_account_id(), meeting, form.told), meeting.version
    ):
        return page("meetings/edit.html", form=form, meeting=meeting)
    flash(_("The meeting is corrected."), "done")
    return redirect(_address(meeting))


@bp.post("/site-meetings/<id:called_id>/call-off")
@may(May.HOLD_MEETING)
def call_off(called_id: UUID) -> Response:
    meeting, form = _meeting(called_id), CallingOffForm()
    if form.untouched:
        return redirect(_address(meeting))
    if not form.carries_out(lambda: actions.call_off(session(), current_account_id(), meeting, form.why.data)):
        return _shown(meeting, calling_off=form)
    flash(_("The meeting is called off."), "done")
    return redirect(_address(meeting))


@bp.post("/site-meetings/<id:called_id>/attendance")
@may(May.HOLD_MEETING)
def count(called_id: UUID) -> Response:
    """How many came from one team; the same name again corrects."""
    meeting, form = _meeting(called_id), AttendanceForm()
    if form.untouched:
        return redirect(_address(meeting))
    if not form.carries_out(lambda: actions.count(session(), current_account_id(), meeting, form.attended, today())):
        return _shown(meeting, counting=form)
    flash(_("The team is counted."), "done")
    return redirect(_address(meeting))


@bp.post("/site-meetings/<id:called_id>/attendance/strike")
@may(May.HOLD_MEETING)
def uncount(called_id: UUID) -> Response:
    """Take a team off; the address says which of those that the page showed."""
    Confirm()
    meeting = _meeting(called_id)
    at = line_of("at", meeting.version)
    if at is None or at >= len(meeting.told.attended):
        return _shown(meeting, refused=_l("This line is no longer there as you saw it: look at the page again."))
    team = meeting.told.attended[at].team
    return _acted(meeting, lambda: actions.uncount(session(), current_account_id(), meeting, team))


@bp.post("/site-meetings/<id:called_id>/decisions")
@may(May.HOLD_MEETING)
def decide(called_id: UUID) -> Response:
    meeting, form = _meeting(called_id), DecisionForm()
    if form.untouched:
        return redirect(_address(meeting))
    if not form.carries_out(lambda: actions.decide(session(), current_account_id(), meeting, form.decided)):
        return _shown(meeting, deciding=form)
    flash(_("The decision is written down."), "done")
    return redirect(_address(meeting))


@bp.post("/site-meetings/<id:called_id>/decisions/done")
@may(May.HOLD_MEETING)
def done(called_id: UUID) -> Response:
    """What was decided was done today."""
    return _redecided(called_id, lambda line: dataclasses.replace(line, done_on=today()))


@bp.post("/site-meetings/<id:called_id>/decisions/strike")
@may(May.HOLD_MEETING)
def strike(called_id: UUID) -> Response:
    """The decision was written by mistake."""
    return _redecided(called_id, lambda _line: None)


def _redecided(called_id: UUID, change: Callable[[Decided], Decided | None]) -> Response:
    Confirm()
    meeting = _meeting(called_id)
    at = line_of("at", meeting.version)
    if at is None or at >= len(meeting.told.decided):
        return _shown(meeting, refused=_l("This line is no longer there as you saw it: look at the page again."))
    changed = change(meeting.told.decided[at])
    return _acted(meeting, lambda: actions.redecide(session(), current_account_id(), meeting, at, changed))


def _acted(meeting: UnionMeeting, act: Callable[[], None]) -> Response:
    try:
        act()
    except Refused as refused:
        return _shown(meeting, refused=refused.sentence)
    flash(_("The line is changed."), "done")
    return redirect(_address(meeting))


def _form(meeting: UnionMeeting) -> MeetingForm:
    told = meeting.told
    return MeetingForm(kind=told.kind, on=told.on, hour=told.hour, place=told.place, agenda=told.agenda)


def _address(meeting: UnionMeeting) -> str:
    return url_for("meetings.show", called_id=meeting.id)


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)


def _meeting(called_id: UUID) -> UnionMeeting:
    return session().get(UnionMeeting, called_id) or abort(404)
