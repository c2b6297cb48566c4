"""The acts on a grievance: each a page with one form, or one button."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.cases import actions as shared
from union.cases import closing as dates_at_close
from union.cases import dates, readers, tasks, transfers
from union.cases.closing_forms import fresh
from union.cases.models import Stage
from union.confidentiality import opening
from union.grievances import actions
from union.grievances.blueprint import bp
from union.grievances.forms import Close, HandOver, Reopen, Wait
from union.grievances.models import Grievance
from union.grievances.presentation import sees_strategy
from union.law.dates.calendar import next_working_day
from union.refusal import Refused
from union.store.db import session
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.pages import page

IN_A_WEEK = timedelta(days=7)  # what the form proposes for asking again


def case_of(case_id: UUID) -> Grievance:
    return session().get(Grievance, case_id) or opening.first_or_404(case_id)


def back(case: Grievance, done: str) -> Response:
    """After an act: the case, which says that it is done."""
    flash(done, "done")
    return redirect(url_for("grievances.show", case_id=case.id))


def add_note(case: Grievance, words: str, *, strategy: bool) -> None:
    """Add a note to a case, or raise `Refused`; a delegate writes no strategy, which they could not read again."""
    actions.note(session(), current_account_id(), case, words, strategy=strategy and sees_strategy())


def refused(case: Grievance, error: Refused, status: int = 422) -> Response:
    """The rule says no to a button: the sentence, and the way back."""
    return page(
        "cases/not_now.html",
        case=case,
        sentences=[error.sentence],
        holder=error.holder_name if isinstance(error, shared.Taken) else "",
        back=url_for("grievances.show", case_id=case.id),
        status=status,
    )


@bp.post("/grievances/<id:case_id>/take")
@may(May.WORK_GRIEVANCE)
def take(case_id: UUID) -> Response:
    Confirm()
    case = case_of(case_id)
    try:
        shared.take(session(), current_account_id(), case)
    except shared.Taken as error:
        return refused(case, error, 409)
    except Refused as error:
        return refused(case, error)
    return back(case, _("This case is yours. The strip on top says what comes first."))


@bp.get("/grievances/<id:case_id>/hand-over")
@may(May.WORK_GRIEVANCE)
def hand_over(case_id: UUID) -> Response:
    case = case_of(case_id)
    return page("grievances/hand_over.html", form=_colleagues(case), case=case)


@bp.post("/grievances/<id:case_id>/hand-over")
@may(May.WORK_GRIEVANCE)
def assign(case_id: UUID) -> Response:
    case = case_of(case_id)
    form = _colleagues(case)
    return _done(
        case,
        form,
        "grievances/hand_over.html",
        lambda: transfers.hand_over(session(), current_account_id(), case, form.to.data, form.words.data or ""),
        _("The case is handed over.")
        if case.handled_by is None
        else _("Your colleague is asked: the case stays where it is until they accept."),
    )


def _colleagues(case: Grievance) -> HandOver:
    form = HandOver()
    offered = [one for one in readers.handlers(session(), case.workplace_id) if one.id != case.handled_by]
    form.to.offer(((one.id, one.name) for one in offered), empty=_("Choose"))
    return form


@bp.get("/grievances/<id:case_id>/wait")
@may(May.WORK_GRIEVANCE)
def waiting(case_id: UUID) -> Response:
    return page("grievances/waiting.html", form=Wait(again_on=in_a_week()), case=case_of(case_id))


def in_a_week() -> date:
    """The day on which somebody asks again, where nobody names another."""
    return next_working_day(today() + IN_A_WEEK)


@bp.post("/grievances/<id:case_id>/wait")
@may(May.WORK_GRIEVANCE)
def wait(case_id: UUID) -> Response:
    case, form = case_of(case_id), Wait()
    return _done(
        case,
        form,
        "grievances/waiting.html",
        lambda: actions.wait(
            session(), current_account_id(), case, form.whom.data, form.words.data or "", form.again_on.data
        ),
        _("The case waits; its dates run on."),
    )


@bp.post("/grievances/<id:case_id>/resume")
@may(May.WORK_GRIEVANCE)
def resume(case_id: UUID) -> Response:
    Confirm()
    case = case_of(case_id)
    try:
        tasks.resume(session(), current_account_id(), case)
    except Refused as error:
        return refused(case, error)
    return back(case, _("The answer is noted: the case is in hand again."))


@bp.get("/grievances/<id:case_id>/close")
@may(May.WORK_GRIEVANCE)
def closing(case_id: UUID) -> Response:
    case = case_of(case_id)
    return page("grievances/closing.html", form=_closing(case), case=case)


@bp.post("/grievances/<id:case_id>/close")
@may(May.WORK_GRIEVANCE)
def close(case_id: UUID) -> Response:
    case = case_of(case_id)
    dates.hold(session(), case)
    form = _closing(case)
    return _done(
        case,
        form,
        "grievances/closing.html",
        lambda: actions.close(
            session(), current_account_id(), case, form.outcome.data, form.words.data, form.answers(), _ending(form)
        ),
        _("The case is closed."),
    )


def _ending(form: Close) -> actions.Ending:
    return actions.Ending(form.amount.data, form.says.data, form.lesson.data or "", form.decided_on.data)


def _closing(case: Grievance) -> Close:
    """With a question for each date that runs; a closed case is refused by the act."""
    return fresh(Close, [] if case.stage is Stage.CLOSED else dates_at_close.questions(session(), case))


@bp.get("/grievances/<id:case_id>/reopen")
@may(May.WORK_GRIEVANCE)
def reopening(case_id: UUID) -> Response:
    return page("grievances/reopening.html", form=Reopen(), case=case_of(case_id))


@bp.post("/grievances/<id:case_id>/reopen")
@may(May.WORK_GRIEVANCE)
def reopen(case_id: UUID) -> Response:
    case, form = case_of(case_id), Reopen()
    return _done(
        case,
        form,
        "grievances/reopening.html",
        lambda: actions.reopen(session(), current_account_id(), case, form.why.data),
        _("The case is open again."),
    )


def _done(case: Grievance, form: Form, template: str, act: Any, said: str) -> Response:
    """One form, one act: back to the case, or the page again with what is wrong or with what changed meanwhile."""
    return back(case, said) if form.carries_out(act, case.version) else page(template, form=form, case=case)
