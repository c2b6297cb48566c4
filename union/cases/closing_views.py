"""The dates of a closed case: what stands in the agenda still, what was decided, and what happens with it now."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases import closing, date_words, dates
from union.cases.closing_answers import closing_of
from union.cases.closing_forms import DatesForm, fresh
from union.cases.closing_words import Decided, decided
from union.cases.models import Case, Stage
from union.cases.panels import Panel
from union.cases.subjects import Subject, case_or_404, page_of
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.pages import page

bp = Blueprint("cases", __name__)


@bp.get("/cases/<id:case_id>/dates")
@may(May.WORK_GRIEVANCE)
def after_close(case_id: UUID) -> Response:
    case = case_or_404(case_id)
    if case.stage is not Stage.CLOSED:
        return redirect(page_of(case))
    return _shown(case, fresh(DatesForm, closing.questions(session(), case), afterwards=True))


@bp.post("/cases/<id:case_id>/dates")
@may(May.WORK_GRIEVANCE)
def decide(case_id: UUID) -> Response:
    case = case_or_404(case_id)
    dates.hold(session(), case)
    form = fresh(DatesForm, closing.questions(session(), case), afterwards=True)
    if not form.carries_out(lambda: closing.decide(session(), current_account_id(), case, form.answers())):
        return _shown(case, form)
    flash(_("What was decided stands with the case."), "done")
    return redirect(url_for("cases.after_close", case_id=case_id))


def _shown(case: Case, form: DatesForm) -> Response:
    return page("cases/after_close.html", form=form, case=case, back=page_of(case), decided=_decided(case))


def _decided(case: Case) -> list[Decided]:
    """Every decision on the dates of a closed case, the last first."""
    found = closing_of(session(), case.id)
    return [decided(one) for one in reversed(found.answers.given)] if found is not None else []


def panel(case: Case, subject: Subject) -> Panel | None:
    """The dates that run after the close, and those that were given up, beside the page of a closed case."""
    if case.stage is not Stage.CLOSED or subject.person_id is not None:
        return None
    beside = dates.of_cases(session(), [case.id]).get(case.id, [])
    running = dates.after_close(case, beside, closing_of(session(), case.id))
    runs = [(one.on, date_words.what(one.dated)) for one in running]
    over = [one for one in _decided(case) if one.over]
    if not runs and not over:
        return None
    works = asking().may(May.WORK_GRIEVANCE)
    url = url_for("cases.after_close", case_id=case.id) if works else ""
    return Panel(_l("Dates after the close"), "waiting", "cases/_dates.html", {"runs": runs, "over": over, "url": url})
