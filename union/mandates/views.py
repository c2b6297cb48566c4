"""The pages of one's mandate: hours, meetings, the note."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.accounts.models import Account
from union.cases.letters import LANGUAGES
from union.cases.subjects import Place
from union.grievances.models import Grievance
from union.languages import figures
from union.languages.saying import in_language
from union.law import delegates
from union.law.ending.protection import Office
from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence
from union.mandates import actions, due, note, office, points
from union.mandates.forms import HoursForm, MeetingForm, PlanForm
from union.mandates.models import MandateHours, Meeting, Met, Spent
from union.mandates.words import PURPOSES
from union.members.models import Mandate
from union.members.words import MANDATES
from union.press.typesetting import pdf
from union.refusal import Refused
from union.store.db import session
from union.vault.envelope import whole
from union.web.addresses import choice
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import language, today
from union.web.outgoing import Whence, hand_over, paper_of
from union.web.pages import page
from union.workplaces.models import Employer, Workplace

bp = Blueprint("mandates", __name__)

ASK = _l("Your file says of no mandate that runs: ask your organiser to write it down.")
MONTHS_SHOWN = 3


@bp.get("/mandate")
@may(May.KEEP_MANDATE)
def show() -> Response:
    return _shown(HoursForm(on=today()), PlanForm())


@bp.post("/mandate/hours")
@may(May.KEEP_MANDATE)
def add_hours() -> Response:
    form = HoursForm()

    def act() -> None:
        _held()
        spent = Spent(form.on.data, form.hours.data, form.purpose.data, form.exceptional.data)
        actions.write_hours(session(), current_account_id(), spent)

    if not form.carries_out(act):
        return _shown(form, PlanForm(beside=True))
    flash(_("Written down."), "done")
    return redirect(url_for("mandates.show"))


@bp.post("/mandate/hours/<id:hours_id>/strike")
@may(May.KEEP_MANDATE)
def strike_hours(hours_id: UUID) -> Response:
    Confirm()
    actions.strike_hours(session(), current_account_id(), session().get(MandateHours, hours_id) or abort(404))
    flash(_("Struck out."), "done")
    return redirect(url_for("mandates.show"))


@bp.post("/mandate/meetings")
@may(May.KEEP_MANDATE)
def plan() -> Response:
    form = PlanForm()
    made: list[Meeting] = []

    def act() -> None:
        made.append(actions.plan(session(), current_account_id(), _held().workplace_id, form.met_on.data))

    if not form.carries_out(act):
        return _shown(HoursForm(beside=True, on=today()), form)
    return redirect(url_for("mandates.meeting", meeting_id=made[0].id))


@bp.get("/mandate/meetings/<id:meeting_id>")
@may(May.KEEP_MANDATE)
def meeting(meeting_id: UUID) -> Response:
    row = _meeting(meeting_id)
    return _meeting_page(row, _form_of(row))


@bp.post("/mandate/meetings/<id:meeting_id>")
@may(May.KEEP_MANDATE)
def keep(meeting_id: UUID) -> Response:
    row = _meeting(meeting_id)
    form = _form_of(row)
    if not form.carries_out(lambda: actions.keep(session(), current_account_id(), row, _told(form, row)), row.version):
        return _meeting_page(row, form)
    flash(_("Kept. The dates were counted anew."), "done")
    return redirect(url_for("mandates.meeting", meeting_id=row.id))


@bp.post("/mandate/meetings/<id:meeting_id>/cancel")
@may(May.KEEP_MANDATE)
def cancel(meeting_id: UUID) -> Response:
    Confirm()
    row = _meeting(meeting_id)
    try:
        actions.cancel(session(), current_account_id(), row)
    except Refused as error:
        form = _form_of(row, beside=True)
        form.form_errors.append(error.sentence)
        return _meeting_page(row, form)
    flash(_("The meeting is taken off."), "done")
    return redirect(url_for("mandates.show"))


@bp.get("/mandate/meetings/<id:meeting_id>/note")
@may(May.KEEP_MANDATE)
def note_paper(meeting_id: UUID) -> Response:
    """The note as it was kept; 404 without a point."""
    row, held = _meeting(meeting_id), office.held(session(), current_account_id(), today())
    if not row.met.points:
        abort(404)
    said_in, way = choice("in", LANGUAGES, "fr"), choice("way", ("draft", "sign"), "draft")
    site = session().get_one(Workplace, row.workplace_id)
    place = Place(whole(session().get_one(Employer, site.employer_id), "identity"), whole(site, "site"))
    who = session().get_one(Account, current_account_id()).holder.name
    letter = note.of_meeting(
        row.met, held.held.kind if held else None, who, place, "", said_in, today(), draft=way == "draft"
    )
    parcel = paper_of(f"note-{row.met.on.isoformat()}-{said_in}", pdf(letter), draft=way == "draft")
    return hand_over(parcel, Whence(actions.MEETING, row.id))


def _held() -> Mandate:
    """The mandate of whoever asks. Raises `Refused` without one."""
    found = office.held(session(), current_account_id(), today())
    if found is None:
        raise Refused("", ASK)
    return found


def _meeting(meeting_id: UUID) -> Meeting:
    return session().get(Meeting, meeting_id) or abort(404)


def _shown(form: HoursForm, planning: PlanForm) -> Response:
    held = office.held(session(), current_account_id(), today())
    meetings = due.mine(session())
    site = session().get(Workplace, held.workplace_id) if held else None
    entries = sorted(
        readable(session().scalars(select(MandateHours)), "spent"), key=lambda one: one.spent.on, reverse=True
    )
    this = today().replace(day=1)
    return page(
        "mandates/show.html",
        form=form if form.errors or not planning.errors else planning,
        hours=form,
        planning=planning,
        held=held,
        office=MANDATES[held.held.kind] if held else "",
        site=site.site if site else None,
        month=_month(held, entries, this) if held else None,
        entries=[one for one in entries if one.spent.on >= this],
        earlier=_earlier(held, entries, this) if held else [],
        purposes=PURPOSES,
        meetings=[(one, due.of_meeting(one.id, one.met, today())) for one in meetings],
        missing=_missing(held, meetings),
        say=_say,
        meeting_article=cite(("ct 460",)),
        say_month=lambda on: figures.month(on, language()),
    )


def _say(said: Sentence) -> str:
    """A sentence of the law in the reader's language."""
    return in_language(said, language())


def _month(held: Mandate, entries: list[MandateHours], first: date) -> delegates.Hours:
    """The hours of the month that begins on a day."""
    spent = [
        delegates.Time(one.spent.minutes, one.spent.exceptional)
        for one in entries
        if one.spent.on.replace(day=1) == first
    ]
    return delegates.hours_of_month(Office(held.held.kind.value), spent)


def _earlier(held: Mandate, entries: list[MandateHours], this: date) -> list[tuple[date, delegates.Hours]]:
    """The months before this one that hold hours, the newest first."""
    months = sorted({one.spent.on.replace(day=1) for one in entries} - {this}, reverse=True)
    return [(one, _month(held, entries, one)) for one in months[:MONTHS_SHOWN]]


def _missing(held: Mandate | None, meetings: list[Meeting]) -> date | None:
    """The first day of last month, where the mandate ran in it and no meeting of it is written down."""
    if held is None:
        return None
    this = today().replace(day=1)
    last = date(this.year - (this.month == 1), (this.month - 2) % 12 + 1, 1)
    met = any(one.met.on.replace(day=1) == last for one in meetings)
    return None if met or held.held.from_on > last else last


def _form_of(row: Meeting, *, beside: bool = False) -> MeetingForm:
    met = row.met
    form = MeetingForm(
        beside=beside,
        on=met.on,
        points="\n".join(met.points),
        cases=[str(one) for one in met.cases],
        noted_on=met.noted_on,
        answered_on=met.answered_on,
        answer=met.answer,
    )
    form.cases.offer((one.id, points.called(one)) for one in _choices(row))
    return form


def _choices(row: Meeting) -> list[Grievance]:
    return points.offered(session(), current_account_id(), row.workplace_id)


def _told(form: MeetingForm, row: Meeting) -> Met:
    """What was typed, with a point for each case that was added to it."""
    chosen = set(form.cases.ids)
    known = {one.id: one for one in _choices(row)}
    added = [known[one] for one in sorted(chosen) if one in known and one not in row.met.cases]
    kept = tuple(one for one in row.met.cases if one not in known)  # closed since: its matter stood in the note
    met = dataclasses.replace(
        row.met,
        on=form.on.data,
        points=form.lines,
        cases=(*kept, *sorted(one for one in chosen if one in known)),
        noted_on=form.noted_on.data,
        answered_on=form.answered_on.data,
        answer=form.answer.data or "",
    )
    return actions.with_lines(met, tuple(points.line_of(one) for one in added))


def _meeting_page(row: Meeting, form: MeetingForm) -> Response:
    values: dict[str, Any] = {"note": due.note_by(row.met), "answer": due.answer_by(row.met), "say": _say}
    return page("mandates/meeting.html", form=form, row=row, met=row.met, **values)
