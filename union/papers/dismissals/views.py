"""The pages of a dismissal letter: written down, put to the twelve questions, shown with its consequences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases import dates, findings_view, panels, subjects
from union.cases.law_words import MANDATES
from union.cases.models import Case
from union.cases.panels import Listed, Panel, Shelf
from union.cases.sending import MEANS
from union.cases.subjects import Subject
from union.law.dates.periods import Rule
from union.papers.dismissals import actions, reading
from union.papers.dismissals.forms import LetterForm, letter_of
from union.papers.dismissals.models import Decision, Dismissal, LetterKind, of_case
from union.papers.dismissals.words import DELIVERIES, FAULTS, LETTERS, NOT_ASKED
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.pages import page

bp = Blueprint("dismissals", __name__)


def row_of(dismissal_id: UUID) -> tuple[Case, Dismissal]:
    row = session().get(Dismissal, dismissal_id) or abort(404)
    return subjects.case_or_404(row.case_id), row


@bp.get("/cases/<id:case_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def new(case_id: UUID) -> Response:
    return _new(*subjects.one_person(case_id))


@bp.get("/people/<id:person_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def new_for(person_id: UUID) -> Response:
    return _new(*subjects.of_line(person_id))


def _new(case: Case, subject: Subject) -> Response:
    form = LetterForm(notified_on=subject.notified_on, mandate=subject.mandate)
    return page("dismissals/new.html", form=form, case=case, subject=subject)


@bp.post("/cases/<id:case_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def create(case_id: UUID) -> Response:
    return _create(*subjects.one_person(case_id))


@bp.post("/people/<id:person_id>/dismissals/new")
@may(May.CHECK_PAPERS)
def create_for(person_id: UUID) -> Response:
    return _create(*subjects.of_line(person_id, LetterForm))


def _create(case: Case, subject: Subject) -> Response:
    form = LetterForm()
    if form.accepts():
        with form.refusing():
            row = actions.write_down(session(), current_account_id(), case, subject.about, letter_of(form))
            return redirect(url_for("dismissals.questions", dismissal_id=row.id))
    return page("dismissals/new.html", form=form, case=case, subject=subject)


@bp.get("/dismissals/<id:dismissal_id>")
@may(May.CHECK_PAPERS)
def show(dismissal_id: UUID) -> Response:
    case, row = row_of(dismissal_id)
    chain.opened(current_installation().store, current_account_id(), "dismissal", row.id, case=row.case_id)
    decision, found, brought = row.decision, reading.findings(row.decision), _brought(row)
    return page(
        "dismissals/show.html", case=case, row=row, decision=decision, means=MEANS, letters=[(one, LETTERS[one], decision.sent_as(one)) for one in LetterKind],
        found=findings_view.asked(found, reading.papers(decision)), not_asked=findings_view.not_asked(found, _reasons(decision)), defects=[one for one in found if one.defect],
        open=sum(one.state.value == "not_known" for one in found), clocks=_clocks(decision, brought), brought=brought,
        words={"delivery": DELIVERIES.get, "fault": FAULTS.get, "mandate": MANDATES.get},
    )  # fmt: skip


def _reasons(decision: Decision) -> dict[str, Any]:
    return {code: NOT_ASKED[why] for code, why in reading.why_not_asked(decision).items()}


def _brought(row: Dismissal) -> date | None:
    """The day of the action: written down here, or in a court file of the same person."""
    met = dates.met(session(), row.case_id, Rule.ACTION_AFTER_DISMISSAL)
    return min(
        (one.dated.met_on for one in met if one.dated.met_on and one.dated.key == row.decision.about.key), default=None
    )


def _clocks(decision: Decision, brought: date | None) -> list[findings_view.Clock]:
    """What still runs: not what was met."""
    sent = decision.certificate_on
    found = [None if brought else reading.clock(decision), None if sent else reading.maternity_clock(decision)]
    return [findings_view.clock(one) for one in found if one is not None]


KEPT = Shelf(
    "dismissals", _l("Dismissal letter"), "scale",
    _l("Twelve questions to the letter and to the minutes: each defect gives its consequence, and a paragraph for the letter."),
    _l("Check a dismissal letter"),
)  # fmt: skip


def panel(case: Case, subject: Subject) -> Panel | None:
    """The dismissal letters of one person; of everybody on the page of a whole dispute."""
    return panels.shelf(KEPT, case, subject, _listed(case, subject)) if asking().may(May.CHECK_PAPERS) else None


@bp.get("/cases/<id:case_id>/dismissals")
@may(May.CHECK_PAPERS)
def index(case_id: UUID) -> Response:
    case = subjects.case_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), case.kind.value, case.id)
    return panels.index(KEPT, case, _listed(case))


def _listed(case: Case, subject: Subject | None = None) -> Iterator[Listed]:
    letters = readable(session().scalars(of_case(case.id)), "decision")
    acts = dates.met(session(), case.id, Rule.ACTION_AFTER_DISMISSAL) if letters else []
    met = {one.dated.key for one in acts}
    for row in letters:
        decision = row.decision
        if decision.set_aside or not subjects.is_of(decision.about, subject):
            continue
        brought, clock = decision.about.key in met, reading.clock(decision)
        due_on = clock.safe_on if clock and not brought else None
        url = url_for("dismissals.show", dismissal_id=row.id)
        yield Listed(url, _counted(decision), decision.about.name, due_on, _l("Before the court") if brought else "")


def _counted(decision: Decision) -> str:
    defects = sum(one.defect for one in reading.findings(decision))
    return str(ngettext("%(num)s defect", "%(num)s defects", defects) if defects else _("The twelve questions"))
