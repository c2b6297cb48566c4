"""The page on which somebody writes what a case hangs on: its desk, its lawyer, and whoever reported it."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from flask import abort
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.grievances import correcting
from union.grievances.act_views import back, case_of
from union.grievances.blueprint import bp
from union.grievances.forms import HangsOn
from union.grievances.hanging import LABELS, said_of
from union.grievances.models import Grievance
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.pages import page


def may_hang(case: Grievance) -> bool:
    """Whether the reader writes down what a case hangs on."""
    return asking().may(May.PLEAD_GRIEVANCE) or case.reported_by == current_account_id()


class Hangs(NamedTuple):
    """What a case hangs on, and whether the reader writes it down."""

    pairs: list[tuple[Any, Any]]
    may: bool


def shown(case: Grievance) -> Hangs:
    """What the page of a case shows of it."""
    return Hangs(said_of(case.account), may_hang(case))


@bp.get("/grievances/<id:case_id>/hangs-on")
@may(May.NOTE_GRIEVANCE)
def hanging(case_id: UUID) -> Response:
    case = _allowed(case_id)
    return _shown(_form(case), case)


@bp.post("/grievances/<id:case_id>/hangs-on")
@may(May.NOTE_GRIEVANCE)
def hang(case_id: UUID) -> Response:
    case = _allowed(case_id)
    form = _form(case)

    def act() -> None:
        given = {name: form[name].data for name in LABELS}
        texts = {name: (given[name] or "").strip() for name in ("supervisor", "team", "target")}
        correcting.hang(session(), current_account_id(), case, given | texts)

    if not form.carries_out(act, correcting.edition(case)):
        return _shown(form, case)
    return back(case, _("Written down: it is compared with the other cases of the site."))


def _allowed(case_id: UUID) -> Grievance:
    case = case_of(case_id)
    return case if may_hang(case) else abort(404)


def _form(case: Grievance) -> HangsOn:
    return HangsOn(**{name: getattr(case.account, name) for name in LABELS})


def _shown(form: HangsOn, case: Grievance) -> Response:
    return page("grievances/hanging.html", form=form, case=case, edition=correcting.edition(case))
