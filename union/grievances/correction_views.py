"""The pages on which a report is put right, and on which is written what became known of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases.models import Stage
from union.grievances import correcting
from union.grievances.act_views import back, case_of
from union.grievances.blueprint import bp
from union.grievances.forms import AskCorrection, Correct, Known
from union.grievances.models import HARMFUL, For, Grievance, Problem
from union.store.db import session
from union.web.forms.doubtful_day import doubtful
from union.web.forms.form import current_account_id
from union.web.pages import page


def may_put_right(case: Grievance) -> str:
    """The page on which the reader has a case put right: at once, by asking, or not at all."""
    if case.stage is Stage.CLOSED:
        return ""
    if asking().may(May.WORK_GRIEVANCE) or correcting.corrects(case, current_account_id()):
        return url_for("grievances.correct", case_id=case.id)
    return url_for("grievances.ask_correction", case_id=case.id) if case.reported_by == current_account_id() else ""


def may_learn(case: Grievance) -> bool:
    """Whether the reader writes down what became known: who works or pleads it, and who reported it."""
    return case.stage is not Stage.CLOSED and (
        asking().may(May.PLEAD_GRIEVANCE) or case.reported_by == current_account_id()
    )


@bp.get("/grievances/<id:case_id>/correct")
@may(May.NOTE_GRIEVANCE)
def correct(case_id: UUID) -> Response:
    case = case_of(case_id)
    leads = may_put_right(case) or abort(404)
    if leads != url_for("grievances.correct", case_id=case_id):
        return redirect(leads)
    return _corrected(_correcting(case), case)


@bp.post("/grievances/<id:case_id>/correct")
@may(May.NOTE_GRIEVANCE)
def put_right(case_id: UUID) -> Response:
    case = case_of(case_id)
    if not asking().may(May.WORK_GRIEVANCE) and case.reported_by != current_account_id():
        abort(404)
    form = _correcting(case)
    if not may_put_right(case).endswith("/correct"):  # the day is over, or the case was closed meanwhile
        form.form_errors.append(_("The day of the report is over: ask for the correction, and copy what you typed."))
        return _corrected(form, case)
    if not form.carries_out(
        lambda: correcting.correct(session(), current_account_id(), case, _told(form)), correcting.edition(case)
    ):
        return _corrected(form, case)
    return back(case, _("Corrected. The steps and their dates were counted anew."))


def _correcting(case: Grievance) -> Correct:
    said = case.account
    form = Correct(
        paper=said.paper,
        event_on=said.event_on,
        event_at=said.event_at,
        sure=said.event_on.isoformat(),
        for_long=said.for_long,
        problem=Problem.HEALTH if said.problem in HARMFUL else said.problem,
        harm=said.harm,
        about_name=said.about_name,
        about_phone=said.about_phone,
        facts=said.facts,
        demand=said.demand,
    )
    if said.about is not For.ANOTHER:
        del form.about_name, form.about_phone
    return form


def _told(form: Correct) -> dict[str, Any]:
    told = {field.name: field.data for field in form if field.name != "sure"}
    for name in ("facts", "about_phone", "event_at"):
        if name in told:
            told[name] = told[name] or ""
    return {**told, "harm": form.harm.data if form.problem.data is Problem.HEALTH else None}


def _corrected(form: Correct, case: Grievance) -> Response:
    return page(
        "grievances/correct.html",
        form=form,
        case=case,
        edition=correcting.edition(case),
        in_doubt=doubtful(form.event_on.data),
    )


@bp.get("/grievances/<id:case_id>/ask-correction")
@may(May.NOTE_GRIEVANCE)
def ask_correction(case_id: UUID) -> Response:
    return page("grievances/ask_correction.html", form=AskCorrection(), case=_own(case_id))


@bp.post("/grievances/<id:case_id>/ask-correction")
@may(May.NOTE_GRIEVANCE)
def hand_in_correction(case_id: UUID) -> Response:
    case, form = _own(case_id), AskCorrection()
    if not form.carries_out(lambda: correcting.ask(session(), current_account_id(), case, form.words.data)):
        return page("grievances/ask_correction.html", form=form, case=case)
    return back(case, _("It is asked for: it stands on top of the case until it is put right."))


def _own(case_id: UUID) -> Grievance:
    case = case_of(case_id)
    return case if case.reported_by == current_account_id() else abort(404)


@bp.get("/grievances/<id:case_id>/known")
@may(May.NOTE_GRIEVANCE)
def known(case_id: UUID) -> Response:
    case = _learning(case_id)
    return _known(_asked(case), case)


@bp.post("/grievances/<id:case_id>/known")
@may(May.NOTE_GRIEVANCE)
def learn(case_id: UUID) -> Response:
    case = _learning(case_id)
    form = _asked(case)
    told = {field.name: field.data for field in form if field.name not in {"sure", "how"}}
    told["agreed"] = form.agreed.data or case.account.agreed
    if not form.carries_out(
        lambda: correcting.learn(session(), current_account_id(), case, told, form.how.data or ""),
        correcting.edition(case),
    ):
        return _known(form, case)
    return back(case, _("Written down. The steps and their dates were counted anew."))


def _learning(case_id: UUID) -> Grievance:
    case = case_of(case_id)
    return case if asking().may(May.PLEAD_GRIEVANCE) or case.reported_by == current_account_id() else abort(404)


def _asked(case: Grievance) -> Known:
    """What is asked of this case: the harm of a problem of health, an end by who works or pleads it."""
    said = case.account
    form = Known(harm=said.harm, agreed=said.agreed, noted_on=said.noted_on, ended_on=said.ended_on)
    if said.problem not in HARMFUL:
        del form.harm
    if not asking().may(May.PLEAD_GRIEVANCE):
        del form.ended_on
    return form


def _known(form: Known, case: Grievance) -> Response:
    days = [form[name].data for name in ("noted_on", "ended_on") if name in form]
    return page(
        "grievances/known.html",
        form=form,
        case=case,
        edition=correcting.edition(case),
        in_doubt=next(filter(doubtful, days), None),
    )
