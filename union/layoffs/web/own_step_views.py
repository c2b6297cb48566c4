"""The procedure of one person: each question with what follows from its answer, and the form that answers them all."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import findings_view
from union.cases.models import Stage
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts, StepDone
from union.law.checking.findings import Check
from union.layoffs.procedure import own_steps
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.web.blueprint import bp, decisions_of, dispute_or_404, person_or_404
from union.layoffs.web.panels import Link
from union.papers.dismissals import reading
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.forms.typed import Day, Line
from union.web.pages import page


def _elsewhere(row: LayoffPerson) -> Response:
    """Redirect to the person's page, where their letters are checked: a dispute of this kind asks one person no such
    questions."""
    return redirect(url_for("layoffs.person", case_id=row.case_id, person_id=row.id))


def _form(dispute: Layoff, facts: Facts) -> Any:
    """The questions of the dispute's chapter, each with its day and its paper."""
    asked = own_steps.chapter(dispute.matter.kind)
    fields: dict[str, Any] = {}
    initial: dict[str, Any] = {}
    for key, check in asked.items():
        fields |= {
            key: findings_view.question(check),
            f"{key}_on": Day(_l("On which day")),
            f"{key}_paper": Line(_l("Which paper shows it"), most=120),
        }
        known = facts.steps.get(key, StepDone())
        initial |= {key: findings_view.given(known.done), f"{key}_on": known.on, f"{key}_paper": known.paper}
    made: type[Form] = type("OwnStepsForm", (Form,), fields)
    return made(**initial)


def _rows(form: Form, asked: dict[str, Check]) -> list[tuple[Any, Any, Any]]:
    return [(form[key], form[f"{key}_on"], form[f"{key}_paper"]) for key in asked]


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/procedure")
@may(May.READ_LAYOFF)
def own_procedure(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    if not own_steps.chapter(dispute.matter.kind):
        return _elsewhere(row)
    chain.opened(current_installation().store, current_account_id(), "layoff_person", row.id, case=row.case_id)
    found = own_steps.own_findings(dispute.matter, row.facts)
    papers = {key: one.paper for key, one in row.facts.steps.items()}
    return page(
        "layoffs/own_steps.html",
        dispute=dispute,
        row=row,
        found=findings_view.asked(found, papers),
        defects=[one for one in found if one.defect],
        closed=dispute.stage is Stage.CLOSED,
    )


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/procedure/edit")
@may(May.WORK_LAYOFF)
def edit_own_procedure(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    if not own_steps.chapter(dispute.matter.kind):
        return _elsewhere(row)
    return _edit(dispute, row, _form(dispute, row.facts))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/procedure/edit")
@may(May.WORK_LAYOFF)
def answer_own_procedure(case_id: UUID, person_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    row = person_or_404(case_id, person_id, lambda facts: _form(dispute, facts))
    if not own_steps.chapter(dispute.matter.kind):
        return _elsewhere(row)
    form = _form(dispute, row.facts)
    asked = own_steps.chapter(dispute.matter.kind)

    def act() -> None:
        said = {
            key: StepDone(
                findings_view.as_bool(form[key].data), form[f"{key}_on"].data, form[f"{key}_paper"].data or ""
            )
            for key in asked
        }
        known = {key: one for key, one in said.items() if one != StepDone()}
        own_steps.note(session(), current_account_id(), dispute, row, known)

    if not form.carries_out(act, row.version):
        return _edit(dispute, row, form)
    flash(_("The answers are kept."), "done")
    return redirect(url_for("layoffs.own_procedure", case_id=case_id, person_id=person_id))


def _edit(dispute: Layoff, row: LayoffPerson, form: Form) -> Response:
    rows = _rows(form, dict(own_steps.chapter(dispute.matter.kind)))
    return page("layoffs/edit_own_steps.html", form=form, dispute=dispute, row=row, rows=rows)


def everybody(dispute: Layoff) -> list[own_steps.Counted]:
    """How many people each question was kept for: by their letters in a series of dismissals, else by their own
    answers."""
    if dispute.matter.kind is Situation.SERIES:
        return own_steps.counted(reading.findings(one) for one in decisions_of(dispute))
    if not own_steps.chapter(dispute.matter.kind):
        return []
    people = (row.facts for row in readable(session().scalars(on_the_list(dispute.id)), "facts"))
    return own_steps.counted(own_steps.own_findings(dispute.matter, one) for one in people)


def letters_of(dispute: Layoff) -> int:
    """How many dismissal letters of a series are written down."""
    return len(decisions_of(dispute)) if dispute.matter.kind is Situation.SERIES else 0


def _asked(dispute: Layoff, row: LayoffPerson | None) -> bool:
    return bool(own_steps.chapter(dispute.matter.kind))


LINK = Link("layoffs.own_procedure", _l("The procedure for this person"), "check", _asked, on_person=True)
