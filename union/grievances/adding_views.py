"""The page on which whoever reported a case adds facts that came later; the case's handler finds them unread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from flask import abort
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import messages
from union.cases.models import Entry, Stage
from union.cases.timeline import CaseAct, entry
from union.grievances.act_views import back, case_of
from union.grievances.blueprint import bp
from union.grievances.forms import AddFacts
from union.grievances.models import Grievance
from union.refusal import Refused
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


def may_add(case: Grievance) -> bool:
    """Whether the reader adds facts: whoever reported the case, while it is open."""
    return case.stage is not Stage.CLOSED and case.reported_by == current_account_id()


def added(entries: Sequence[Entry]) -> list[Entry]:
    """Of a timeline, the facts that were added since the report, in the order in which they came."""
    return [one for one in reversed(entries) if one.act == CaseAct.ADDED.value]


@bp.get("/grievances/<id:case_id>/add")
@may(May.NOTE_GRIEVANCE)
def adding(case_id: UUID) -> Response:
    return page("grievances/adding.html", form=AddFacts(), case=_own(case_id))


@bp.post("/grievances/<id:case_id>/add")
@may(May.NOTE_GRIEVANCE)
def add(case_id: UUID) -> Response:
    case, form = _own(case_id), AddFacts()
    if not form.carries_out(lambda: _add(case, form.on.data, form.words.data)):
        return page("grievances/adding.html", form=form, case=case)
    return back(case, _("It stands with the case, and whoever follows it is told."))


def _add(case: Grievance, on: date | None, words: str) -> None:
    if case.stage is Stage.CLOSED:
        raise Refused("words", _l("This case is closed: reopen it first."))
    if on is not None and on > today():
        raise Refused("on", _l("This day is still to come: write what happened once it has."))
    entry(session(), case, current_account_id(), CaseAct.ADDED, words, on=on)
    messages.tell(session(), current_account_id(), case)


def _own(case_id: UUID) -> Grievance:
    case = case_of(case_id)
    return case if case.reported_by == current_account_id() else abort(404)
