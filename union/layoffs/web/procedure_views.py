"""The timeline of the employer's procedure: each step with its state and consequence, and what is written down of
it."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import redirect, url_for
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases import findings_view
from union.cases.findings_view import as_bool, cited, given
from union.cases.models import Stage
from union.entitlements.records.facts import StepDone
from union.languages.saying import in_language
from union.law.procedure.collective_plan import Motive
from union.layoffs.procedure import steps as procedure
from union.layoffs.procedure.steps import Step
from union.layoffs.procedure.words import STEPS
from union.layoffs.records.models import Layoff
from union.layoffs.web.blueprint import bp, dispute_or_404, findings_of, place_of
from union.layoffs.web.own_step_views import everybody, letters_of
from union.layoffs.web.procedure_forms import ProcedureForm, StepForm
from union.record import chain
from union.store.db import session
from union.web.addresses import choice
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import language
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/procedure")
@may(May.READ_LAYOFF)
def steps(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    found, said, known = findings_of(dispute), language(), dispute.matter.procedure
    papers = {key: one.paper for key, one in known.steps.items()}
    answered = {one.value for one in procedure.asked(dispute.matter.kind)}
    return page(
        "layoffs/steps.html",
        dispute=dispute,
        found=findings_view.asked(found, papers),
        answered=answered,
        defects=sum(one.defect for one in found),
        claimed=sum(one.claimed for one in found),
        headcount=known.headcount or _counted(dispute),
        collective=dispute.matter.kind not in procedure.OUTSIDE_66,
        closed=dispute.stage is Stage.CLOSED,
        persons=[(one, in_language(one.check.question, said), cited(one.check.articles)) for one in everybody(dispute)],
        letters=letters_of(dispute),
    )


def _counted(dispute: Layoff) -> int | None:
    count = place_of(dispute).site.headcount
    return count.people if count else None


@bp.get("/layoffs/<id:case_id>/procedure/step")
@may(May.WORK_LAYOFF)
def step(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    offered = [one.value for one in procedure.asked(dispute.matter.kind)]
    wanted = Step(choice("step", tuple(offered), offered[0]))
    known = dispute.matter.procedure.steps.get(wanted.value, StepDone())
    form = _step_form(dispute, step=wanted, answer=given(known.done), on=known.on, paper=known.paper)
    return page("layoffs/step.html", form=form, dispute=dispute)


@bp.post("/layoffs/<id:case_id>/procedure/step")
@may(May.WORK_LAYOFF)
def note_step(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    form = _step_form(dispute)
    known = dispute.matter.procedure.steps.get(form.step.data.value, StepDone()) if form.step.data else StepDone()
    form.initial = {"step": form.step.data, "answer": given(known.done), "on": known.on, "paper": known.paper}
    if not form.accepts(dispute.version):
        return page("layoffs/step.html", form=form, dispute=dispute)
    done = StepDone(as_bool(form.answer.data), form.on.data, form.paper.data)
    with form.refusing():
        procedure.note_step(session(), current_account_id(), dispute, form.step.data, done)
    if form.errors:
        return page("layoffs/step.html", form=form, dispute=dispute)
    return redirect(url_for("layoffs.steps", case_id=case_id))


def _step_form(dispute: Layoff, **initial: Any) -> StepForm:
    """The form with the steps that the kind of the dispute asks for."""
    form = StepForm(**initial)
    form.step.offer({one: STEPS[one] for one in procedure.asked(dispute.matter.kind)})
    return form


@bp.get("/layoffs/<id:case_id>/procedure/edit")
@may(May.WORK_LAYOFF)
def edit_procedure(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    return page("layoffs/edit_procedure.html", form=_procedure_form(dispute), dispute=dispute)


@bp.post("/layoffs/<id:case_id>/procedure/edit")
@may(May.WORK_LAYOFF)
def update_procedure(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    form = _procedure_form(dispute)
    if not form.accepts(dispute.version):
        return page("layoffs/edit_procedure.html", form=form, dispute=dispute)
    now = dataclasses.replace(
        dispute.matter.procedure,
        headcount=form.headcount.data,
        motive=str(form.motive.data or ""),
        has_delegates=as_bool(form.has_delegates.data),
        has_union_representatives=as_bool(form.has_union_representatives.data),
        has_council=as_bool(form.has_council.data),
    )
    procedure.describe(session(), current_account_id(), dispute, now)
    return redirect(url_for("layoffs.steps", case_id=case_id))


def _procedure_form(dispute: Layoff) -> ProcedureForm:
    known = dispute.matter.procedure
    return ProcedureForm(
        headcount=known.headcount or _counted(dispute),
        collective=dispute.matter.kind not in procedure.OUTSIDE_66,
        motive=Motive(known.motive) if known.motive else None,
        has_delegates=given(known.has_delegates),
        has_union_representatives=given(known.has_union_representatives),
        has_council=given(known.has_council),
    )
