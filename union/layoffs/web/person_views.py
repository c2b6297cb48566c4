"""One person of the list: what is owed, how it was reached, which dates run; and the correction of facts."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.cases.models import Stage
from union.entitlements.people.fact_words import FACTS, RARE, trouble
from union.entitlements.sums.snapshot import reopened
from union.entitlements.switches import readings
from union.entitlements.web import presentation
from union.entitlements.web.facts_form import FactsForm, facts_of, initial_of
from union.entitlements.web.person_words import person_in_words
from union.layoffs import actions
from union.layoffs.records.models import Layoff, LayoffPerson, earlier
from union.layoffs.switches import what_if
from union.layoffs.web import panels
from union.layoffs.web.blueprint import bp, dispute_or_404, person_or_404
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>")
@may(May.READ_LAYOFF)
def person(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    chain.opened(current_installation().store, current_account_id(), "layoff_person", row.id, case=row.case_id)
    calculation = reopened(row.snapshot.entitlement)
    return page(
        "layoffs/person.html",
        dispute=dispute,
        row=row,
        snapshot=row.snapshot,
        corrects=_corrects(dispute, row),
        address_of=lambda number: url_for("layoffs.print_person", case_id=case_id, person_id=person_id, earlier=number),
        earlier=readable(session().scalars(earlier(row.id)), "facts", "snapshot"),
        beside=_neighbours(row),
        closed=dispute.stage is Stage.CLOSED,
        labels=FACTS,
        switches=readings.switches(row.snapshot.switches),
        own=readings.switches(row.facts.switches),
        **panels.beside(dispute, row),
        rare=RARE,
        waits=row.id in dispute.matter.waiting and asking().may(May.WORK_LAYOFF),
        figures=presentation.beside(row.snapshot.beside),
        **person_in_words(row.facts, calculation, dispute.matter.kind),
    )


def _corrects(dispute: Layoff, row: LayoffPerson) -> str:
    """Where whoever reads the page may put the facts right; empty where they may not."""
    if dispute.stage is Stage.CLOSED or not asking().may(May.WORK_LAYOFF):
        return ""
    return url_for("layoffs.edit_person", case_id=dispute.id, person_id=row.id)


def _neighbours(row: LayoffPerson) -> dict[int, UUID]:
    """The people before and after on the list, by position."""
    near = select(LayoffPerson.position, LayoffPerson.id).where(
        LayoffPerson.case_id == row.case_id, LayoffPerson.position.in_([row.position - 1, row.position + 1])
    )
    return {row.position: row.id for row in session().execute(near)}


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/edit")
@may(May.WORK_LAYOFF)
def edit_person(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    return _edit(dispute, row, FactsForm(**initial_of(row.facts)))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/edit")
@may(May.WORK_LAYOFF)
def correct(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: FactsForm())
    form = FactsForm(**initial_of(row.facts))
    if form.accepts(row.version):
        facts = dataclasses.replace(row.facts, **facts_of(form))
        with form.refusing():
            actions.correct(session(), current_account_id(), dispute, row, facts, today())
    if form.errors or form.conflict or form.only_shown:
        return _edit(dispute, row, form)
    flash(_("The facts are corrected and the sum computed again."), "done")
    return redirect(url_for("layoffs.person", case_id=case_id, person_id=person_id))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/edit/difference")
@may(May.WORK_LAYOFF)
def difference(case_id: UUID, person_id: UUID) -> Response:
    """What the typed facts would move, line by line and in the group; nothing is written."""
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: FactsForm())
    form = FactsForm(**initial_of(row.facts))
    moved = None
    if form.accepts(row.version):
        facts = dataclasses.replace(row.facts, **facts_of(form))
        with form.refusing():
            moved = what_if.difference(row, *actions.corrected(dispute, row, facts, today()))
    return _edit(dispute, row, form, moved)


def _edit(dispute: Layoff, row: LayoffPerson, form: FactsForm, moved: what_if.Difference | None = None) -> Response:
    troubles = [(one, trouble(one)) for one in row.facts.trouble]
    return page("layoffs/edit_person.html", form=form, dispute=dispute, row=row, troubles=troubles, moved=moved)
