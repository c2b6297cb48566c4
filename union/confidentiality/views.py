"""The pages of what is guarded: saying why a case is opened, deciding with another one, breaking a seal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.cases.models import Case
from union.cases.panels import Panel
from union.cases.subjects import Subject, case_or_404, page_of
from union.cases.timeline import CaseAct, timeline
from union.confidentiality import breaking, ordinary
from union.confidentiality import opening as reasons
from union.confidentiality.forms import OpeningForm, SealForm
from union.confidentiality.models import SealRequest
from union.refusal import Refused
from union.store.db import Rights, opens_its_own, session
from union.store.reach import Reach, ReachSession
from union.web.current import current_installation, rights
from union.web.forms.form import current_account_id
from union.web.pages import page

bp = Blueprint("confidentiality", __name__)
Act = Callable[[ReachSession, UUID, Case], None]
SHOWN = 10  # openings beside the page of a case; the timeline has all


@dataclass(frozen=True)
class Opening:
    """Who opened a guarded case, when and why."""

    who: str
    at: datetime
    why: str
    by_two: bool


@bp.get("/cases/<id:case_id>/opening")
@may(May.READ_GRIEVANCE)
def opening(case_id: UUID) -> Response:
    open_already = session().get(Case, case_id)
    if open_already is not None:
        return redirect(page_of(open_already))
    return _asked(case_id, OpeningForm())


@bp.post("/cases/<id:case_id>/opening")
@may(May.READ_GRIEVANCE)
@opens_its_own
def open_for(case_id: UUID) -> Response:
    form, door = OpeningForm(), asking().door
    if door is None:
        abort(401)
    if not form.accepts():
        return _asked(case_id, form)
    with form.refusing(), current_installation().store.writing(reasons.rights_with_unopened) as own:
        case = own.get(Case, case_id) or abort(404)
        address = page_of(case)
        reasons.open_for(own, current_account_id(), door, case, form.why.data)
    return _asked(case_id, form) if form.errors else redirect(address)


def _asked(case_id: UUID, form: OpeningForm) -> Response:
    """The code of the case and its day alone; 404 where whoever asks does not read it."""
    with current_installation().store.reading(reasons.with_unopened(asking().reach)) as own:
        code = (own.get(Case, case_id) or abort(404)).code
    return page("confidentiality/opening.html", form=form, case_id=case_id, code=code)


def panel(case: Case, subject: Subject) -> Panel | None:
    """Who opened a guarded case and why, for everybody whom it names; and what waits for a second reader."""
    asked = ordinary.request_of(session(), case) if case.confidential else None
    told = {CaseAct.OPENED_FOR.value, CaseAct.SEAL_BROKEN.value}
    found = [one for one in timeline(session(), case) if one.act in told] if case.confidential else []
    if asked is None and not found:
        return None
    openings = [Opening(one.by_name, one.at, one.words, one.act == CaseAct.SEAL_BROKEN.value) for one in found[:SHOWN]]
    mine = asked is not None and asked.asked_by == current_account_id()
    values = {"openings": openings, "asked": asked, "mine": mine, "case": case}
    return Panel(_l("Why it was opened"), "lock", "confidentiality/_panel.html", values, printed=False)


@bp.post("/cases/<id:case_id>/ordinary/agree")
@may(May.NOTE_GRIEVANCE)
def agree(case_id: UUID) -> Response:
    return _decided(case_id, ordinary.agree, _("Every organiser of the workplace can read this case again."))


@bp.post("/cases/<id:case_id>/ordinary/decline")
@may(May.NOTE_GRIEVANCE)
def decline(case_id: UUID) -> Response:
    return _decided(case_id, ordinary.decline, _("The case stays confidential."))


@bp.post("/cases/<id:case_id>/reason/ask")
@may(May.NOTE_GRIEVANCE)
@opens_its_own
def ask_reason(case_id: UUID) -> Response:
    """Who asks for it has to say why from now on too, so that the case leaves their reach in the act."""
    form, found = Confirm(), case_or_404(case_id)
    with form.refusing(), current_installation().store.writing(reasons.rights_with_unopened) as own:
        reasons.ask_reason(own, current_account_id(), own.get(Case, case_id) or abort(404))
    if form.errors:
        return page("cases/not_now.html", form=form, sentences=form.form_errors, case=found, back=page_of(found))
    flash(_("From now on whoever opens this case says why."), "done")
    return redirect(page_of(found))


@bp.post("/cases/<id:case_id>/reason/leave")
@may(May.NOTE_GRIEVANCE)
def ask_no_reason(case_id: UUID) -> Response:
    return _decided(case_id, reasons.ask_no_reason, _("No reason is asked any more."))


def _decided(case_id: UUID, act: Act, done: str) -> Response:
    """One button on the case: back to its page, or the sentence that refuses it."""
    Confirm()
    case = case_or_404(case_id)
    address = page_of(case)
    try:
        act(session(), current_account_id(), case)
    except Refused as error:
        return page("cases/not_now.html", sentences=[error.sentence], case=case, back=address, status=422)
    flash(done, "done")
    return redirect(address)


@bp.get("/confidential")
@may(May.BREAK_SEAL)
def seals() -> Response:
    return _seals(SealForm())


@bp.post("/confidential")
@may(May.BREAK_SEAL)
def ask_seal() -> Response:
    form = SealForm()
    if not form.carries_out(lambda: breaking.ask(session(), current_account_id(), form.code.data, form.why.data)):
        return _seals(form)
    flash(_("It is written down: another one of the secretariat decides within three days."), "done")
    return redirect(url_for("confidentiality.seals"))


@bp.post("/confidential/<id:request_id>/break")
@may(May.BREAK_SEAL)
@opens_its_own
def break_seal(request_id: UUID) -> Response:
    form, found = Confirm(), session().get(SealRequest, request_id) or abort(404)
    there = False
    with form.refusing(), current_installation().store.writing(_through(found.request.code)) as own:
        request = own.get(SealRequest, request_id)
        if request is None:
            raise Refused("case", _l("Nothing waits for your word here any more."))
        there = breaking.agree(own, current_account_id(), request)
    if form.errors:
        return _seals(SealForm(beside=True), refusals=form.form_errors)
    if there:
        flash(_("The seal is broken: who asked reads the case now, and everybody whom it names is told."), "done")
    else:
        flash(_("No case has this code: ask for it again with whoever reported it."), "soon")
    return redirect(url_for("confidentiality.seals"))


@bp.post("/confidential/<id:request_id>/decline")
@may(May.BREAK_SEAL)
def keep_seal(request_id: UUID) -> Response:
    Confirm()
    breaking.decline(session(), current_account_id(), session().get(SealRequest, request_id) or abort(404))
    flash(_("The seal stays."), "done")
    return redirect(url_for("confidentiality.seals"))


def _through(code: str) -> Rights:
    """The one case of this code, for who still may break a seal once the turn to write has come."""

    def now(connection: Connection) -> Reach:
        return breaking.through_the_seal(rights(connection), code)

    return now


def _seals(form: SealForm, refusals: Sequence[Any] = ()) -> Response:
    found = breaking.waiting(session())
    return page(
        "confidentiality/seals.html",
        form=form,
        rows=found,
        refusals=refusals,
        me_id=current_account_id(),
        status=422 if refusals else 200,
    )
