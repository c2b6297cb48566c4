"""Pages of a closure for who works it: opening it, its 72 hours, its evidence, and who was taken in."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.cases.findings_view import about, cited
from union.cases.models import Stage
from union.closures import actions, listing
from union.closures.forms import (
    BeginForm,
    EvidenceForm,
    GateForm,
    OpenForm,
    TickForm,
    Yes,
    evidence_fields,
    evidence_of,
)
from union.closures.models import Closure, Evidence, Held, Intake, TakenIn, intake_of, of_dispute, taken_in
from union.closures.tasks import PIECES, TASKS, WHO, due_at, next_task
from union.closures.words import HELD
from union.layoffs.records.contents import Trigger
from union.layoffs.records.models import Layoff
from union.layoffs.web.blueprint import dispute_or_404, offer_sites, place_of
from union.record import chain
from union.store.db import session
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import Form, current_account_id
from union.web.locale import today
from union.web.pages import page

bp = Blueprint("closures", __name__)


@bp.get("/closures/new")
@may(May.WORK_LAYOFF)
def new() -> Response:
    return page("closures/new.html", form=_open_form())


@bp.post("/closures/new")
@may(May.WORK_LAYOFF)
def create() -> Response:
    form = _open_form()
    dispute: Layoff | None = None
    if form.accepts():
        with form.refusing():
            at = actions.moment_of(form.closed_on.data, form.hour.data)
            dispute = actions.open_closure(
                session(), current_account_id(), form.workplace.data, form.trigger.data, at, form.facts.data or ""
            )
    if dispute is None:
        return page("closures/new.html", form=form)
    return redirect(url_for("closures.show", case_id=dispute.id))


def _open_form() -> OpenForm:
    form = OpenForm(closed_on=today(), hour=f"{actions.now():%H:%M}", trigger=Trigger.OTHER)
    offer_sites(form.workplace)
    return form


@bp.get("/layoffs/<id:case_id>/closure/begin")
@may(May.WORK_LAYOFF)
def beginning(case_id: UUID) -> Response:
    form = BeginForm(closed_on=today(), hour=f"{actions.now():%H:%M}")
    return page("closures/beginning.html", form=form, dispute=dispute_or_404(case_id))


@bp.post("/layoffs/<id:case_id>/closure/begin")
@may(May.WORK_LAYOFF)
def begin(case_id: UUID) -> Response:
    dispute, form = dispute_or_404(case_id), BeginForm()
    if not form.carries_out(
        lambda: actions.begin(
            session(), current_account_id(), dispute, actions.moment_of(form.closed_on.data, form.hour.data)
        )
    ):
        return page("closures/beginning.html", form=form, dispute=dispute)
    return redirect(url_for("closures.show", case_id=case_id))


@bp.get("/layoffs/<id:case_id>/closure")
@may(May.READ_LAYOFF)
def show(case_id: UUID) -> Response:
    dispute, closure, intake = _rows(case_id)
    chain.opened(current_installation().store, current_account_id(), "layoff", dispute.id)
    return _show(dispute, closure, intake)


def _rows(case_id: UUID) -> tuple[Layoff, Closure, Intake]:
    """404 where the dispute is out of reach, and where its first hours were never begun."""
    dispute = dispute_or_404(case_id)
    closure, intake = session().scalar(of_dispute(case_id)), session().scalar(intake_of(case_id))
    return (dispute, closure, intake) if closure is not None and intake is not None else abort(404)


def _show(dispute: Layoff, closure: Closure, intake: Intake, form: Form | None = None) -> Response:
    people, plan = _newest(intake), closure.plan
    back = sum(one.person.taken_back_at is not None for one in people)
    return page(
        "closures/show.html",
        form=form,
        dispute=dispute,
        place=place_of(dispute),
        plan=plan,
        intake=intake,
        tasks=[
            (one, asked, due_at(plan, one), plan.done.get(one.value), cited(asked.articles), about(asked.articles))
            for one, asked in TASKS.items()
        ],
        now=actions.now(),
        next_task=next_task(plan),
        who=WHO,
        held=HELD,
        pieces=[(words, plan.evidence.get(one.value, Evidence())) for one, (words, _hint) in PIECES.items()],
        missing=sum(plan.evidence.get(one.value, Evidence()).held is not Held.HELD for one in PIECES),
        rows=paged(
            len(people),
            lambda offset, limit: listing.beside_the_list(session(), dispute, closure, people[offset : offset + limit]),
        ),
        counted=len(people) - back,
        back=back,
        employers=listing.from_the_employer(dispute.matter, closure),
        closed=dispute.stage is Stage.CLOSED,
    )


def _newest(intake: Intake) -> list[TakenIn]:
    return sorted(
        readable(session().scalars(taken_in(intake.id)), "person"), key=lambda one: one.person.at, reverse=True
    )


@bp.post("/layoffs/<id:case_id>/closure/tick")
@may(May.WORK_LAYOFF)
def tick(case_id: UUID) -> Response:
    dispute, closure, intake = _rows(case_id)
    form = TickForm()
    if not form.carries_out(
        lambda: actions.tick(
            session(), current_account_id(), dispute, closure, form.task.data, done=form.done.data is Yes.YES
        )
    ):
        return _show(dispute, closure, intake, form)
    return redirect(url_for("closures.show", case_id=case_id, _anchor="tasks"))


@bp.post("/layoffs/<id:case_id>/closure/gate")
@may(May.WORK_LAYOFF)
def gate(case_id: UUID) -> Response:
    dispute, closure, intake = _rows(case_id)
    form = GateForm()
    if not form.carries_out(
        lambda: actions.gate(session(), current_account_id(), dispute, intake, opened=form.open.data is Yes.YES)
    ):
        return _show(dispute, closure, intake, form)
    return redirect(url_for("closures.show", case_id=case_id, _anchor="people"))


@bp.post("/layoffs/<id:case_id>/closure/list")
@may(May.WORK_LAYOFF)
def put_on_list(case_id: UUID) -> Response:
    dispute, closure, intake = _rows(case_id)
    form, came = Confirm(), 0
    with form.refusing():
        counted = [one for one in _newest(intake)[::-1] if one.person.taken_back_at is None]
        came = listing.put_on_list(session(), current_account_id(), dispute, closure, counted)
    if form.errors:
        return _show(dispute, closure, intake, form)
    flash(ngettext("%(num)s person joined the list.", "%(num)s people joined the list.", came), "done")
    return redirect(url_for("layoffs.show", case_id=case_id))


@bp.get("/layoffs/<id:case_id>/closure/evidence")
@may(May.WORK_LAYOFF)
def evidence(case_id: UUID) -> Response:
    dispute, closure, _intake = _rows(case_id)
    return _evidence(dispute, closure, EvidenceForm(**evidence_fields(closure.plan)))


def _evidence(dispute: Layoff, closure: Closure, form: EvidenceForm) -> Response:
    return page("closures/evidence.html", form=form, dispute=dispute, closure=closure, pieces=PIECES)


@bp.post("/layoffs/<id:case_id>/closure/evidence")
@may(May.WORK_LAYOFF)
def keep_evidence(case_id: UUID) -> Response:
    dispute, closure, _intake = _rows(case_id)
    form = EvidenceForm(**evidence_fields(closure.plan))
    if not form.carries_out(
        lambda: actions.keep_evidence(session(), current_account_id(), dispute, closure, evidence_of(form)),
        closure.version,
    ):
        return _evidence(dispute, closure, form)
    flash(_("It is written down."), "done")
    return redirect(url_for("closures.show", case_id=case_id, _anchor="evidence"))
