"""The pages of a dismissal letter: written down, put to the twelve questions, shown with its consequences."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, redirect, url_for
from flask_babel import lazy_gettext as _l

from union import record
from union.access import May, asking, may
from union.cases import checked, dates, panels, subjects
from union.cases.models import Case
from union.cases.panels import Panel
from union.cases.sending import MEANS
from union.cases.subjects import Subject
from union.db import session
from union.dismissals import actions, reading
from union.dismissals.forms import LetterForm, letter_of
from union.dismissals.models import Decision, Dismissal, of_case
from union.dismissals.words import DELIVERIES, FAULTS, MANDATES
from union.forms.form import by
from union.here import here
from union.law.periods import Rule
from union.web.pages import page

bp = Blueprint("dismissals", __name__)


def row_of(dismissal_id: UUID) -> tuple[Case, Dismissal]:
    row = session().get(Dismissal, dismissal_id) or abort(404)
    return subjects.case_or_404(row.case_id), row


@bp.get("/cases/<id:case_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def new(case_id: UUID) -> Any:
    return _new(*subjects.one_person(case_id))


@bp.get("/people/<id:person_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def new_for(person_id: UUID) -> Any:
    return _new(*subjects.of_line(person_id))


def _new(case: Case, subject: Subject) -> Any:
    form = LetterForm(notified_on=subject.notified_on, mandate=subject.mandate)
    return page("dismissals/new.html", form=form, case=case, subject=subject)


@bp.post("/cases/<id:case_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def create(case_id: UUID) -> Any:
    return _create(*subjects.one_person(case_id))


@bp.post("/people/<id:person_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def create_for(person_id: UUID) -> Any:
    return _create(*subjects.of_line(person_id))


def _create(case: Case, subject: Subject) -> Any:
    form = LetterForm()
    if form.accepts():
        with form.refusing():
            row = actions.write_down(session(), by(), case, subject.about, letter_of(form))
            return redirect(url_for("dismissals.questions", dismissal_id=row.id))
    return page("dismissals/new.html", form=form, case=case, subject=subject)


@bp.get("/dismissals/<id:dismissal_id>")
@may(May.CHECK_PAPERS)
def show(dismissal_id: UUID) -> Any:
    case, row = row_of(dismissal_id)
    record.opened(here().store, by(), "dismissal", row.id)
    decision, found, brought = row.decision, reading.findings(row.decision), _brought(row)
    return page(
        "dismissals/show.html", case=case, row=row, decision=decision, means=MEANS,
        found=checked.asked(found, reading.papers(decision)), defects=[one for one in found if one.defect],
        open=sum(one.state.value == "not_known" for one in found), clocks=_clocks(decision, brought), brought=brought,
        words={"delivery": DELIVERIES.get, "fault": FAULTS.get, "mandate": MANDATES.get},
    )  # fmt: skip


def _brought(row: Dismissal) -> date | None:
    """The day of the action: written down here, or in a court file of the same person."""
    return dates.met_on(session(), row.case_id, Rule.ACTION_AFTER_DISMISSAL, row.decision.about.key)


def _clocks(decision: Decision, brought: date | None) -> list[checked.Clock]:
    """What still runs: not the ninety days once the action was brought."""
    found = [None if brought else reading.clock(decision), reading.maternity_clock(decision)]
    return [checked.clock(one) for one in found if one is not None]


def panel(case: Case, subject: Subject) -> Panel | None:
    """The dismissal letters of one person; of everybody on the page of a whole dispute, where none is added."""
    if not asking().may(May.CHECK_PAPERS):
        return None
    rows = [one for one in session().scalars(of_case(case.id)) if not one.decision.set_aside]
    whole = not subject.about.name
    if not whole:
        rows = [one for one in rows if one.decision.about.key == subject.about.key]
    if whole and not rows:
        return None
    lines = [(one, reading.clock(one.decision), _brought(one), _counts(one.decision)) for one in rows]
    values = {"case": case, "subject": subject, "whole": whole, "lines": lines}
    return Panel(_l("Dismissal letter"), "scale", "dismissals/_panel.html", values)


def _counts(decision: Decision) -> int:
    return sum(one.defect for one in reading.findings(decision))


panels.add(panel)
