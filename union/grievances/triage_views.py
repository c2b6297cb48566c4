"""Refusing a case with a reason, and merging one into another on the same subject."""

from __future__ import annotations

from uuid import UUID

from flask import abort
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import closing as dates_at_close
from union.cases import dates
from union.cases.closing_words import days, what
from union.cases.models import Stage
from union.grievances import triage
from union.grievances.act_views import back, case_of
from union.grievances.blueprint import bp
from union.grievances.models import Grievance
from union.grievances.triage_forms import Merge, Refuse
from union.grievances.words import PROBLEMS
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.pages import page


@bp.get("/grievances/<id:case_id>/refuse")
@may(May.WORK_GRIEVANCE)
def refusing(case_id: UUID) -> Response:
    return _refusing(case_of(case_id), Refuse())


@bp.post("/grievances/<id:case_id>/refuse")
@may(May.WORK_GRIEVANCE)
def refuse(case_id: UUID) -> Response:
    case, form = case_of(case_id), Refuse()
    dates.hold(session(), case)

    def act() -> None:
        triage.refuse(session(), current_account_id(), case, form.reason.data, form.words.data)

    if not form.carries_out(act, case.version):
        return _refusing(case, form)
    return back(case, _("The case is refused: whoever reported it reads why."))


def _refusing(case: Grievance, form: Refuse) -> Response:
    """With the dates that run on for the person, whom nobody else may tell of them."""
    run = [] if case.stage is Stage.CLOSED else dates_at_close.questions(session(), case)
    told = [(what(one), days(one)) for one in run]
    return page("grievances/refusing.html", form=form, case=case, runs=told)


@bp.get("/grievances/<id:case_id>/merge")
@may(May.WORK_GRIEVANCE)
def merging(case_id: UUID) -> Response:
    case = case_of(case_id)
    return page("grievances/merging.html", form=_merge_form(case), case=case)


@bp.post("/grievances/<id:case_id>/merge")
@may(May.WORK_GRIEVANCE)
def merge(case_id: UUID) -> Response:
    case = case_of(case_id)
    dates.hold(session(), case)
    form = _merge_form(case)

    def act() -> None:
        kept = session().get(Grievance, form.kept.data) or abort(422)
        triage.merge(session(), current_account_id(), case, kept, form.words.data)

    if not form.carries_out(act, case.version):
        return page("grievances/merging.html", form=form, case=case)
    return back(case, _("The case is closed, and leads to the one that goes on."))


def _merge_form(case: Grievance) -> Merge:
    form = Merge()
    found = triage.candidates(session(), case) if case.stage is not Stage.CLOSED else []
    form.kept.offer(
        ((one.id, f"{one.account.about_name or '–'} · {one.code} · {PROBLEMS[one.account.problem]}") for one in found),
        empty=_("Choose"),
    )
    return form
