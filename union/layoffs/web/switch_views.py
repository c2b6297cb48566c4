"""The pages of the switches: of the dispute and of one person; each shows what a change moves before it is saved."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.entitlements.switches import readings
from union.entitlements.web.switch_forms import SwitchesForm
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.sums import overview
from union.layoffs.switches import switching
from union.layoffs.switches.what_if import difference
from union.layoffs.web.blueprint import bp, dispute_or_404, person_or_404
from union.layoffs.web.switch_forms import OwnSwitchesForm
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/layoffs/<id:case_id>/switches")
@may(May.WORK_LAYOFF)
def switches(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    return _group(dispute, _form_of(dispute))


@bp.post("/layoffs/<id:case_id>/switches")
@may(May.WORK_LAYOFF)
def switch(case_id: UUID) -> Response:
    dispute = dispute_or_404(case_id)
    form = _form_of(dispute)
    if form.accepts(dispute.version):
        with form.refusing():
            switching.switch(session(), current_account_id(), dispute, form.chosen, today(), form.agreed)
    if form.errors or form.conflict or form.only_shown:
        return _group(dispute, form)
    flash(_("The switches are set and every sum computed again."), "done")
    return redirect(url_for("layoffs.show", case_id=case_id))


@bp.post("/layoffs/<id:case_id>/switches/difference")
@may(May.WORK_LAYOFF)
def switches_difference(case_id: UUID) -> Response:
    """What other switches would move; nothing is written."""
    dispute = dispute_or_404(case_id)
    form = _form_of(dispute)
    if not form.accepts(dispute.version):
        return _group(dispute, form)
    people = overview.opened(session().scalars(on_the_list(dispute.id)))
    after = switching.tried(dispute, people, form.chosen, form.agreed)
    return _group(dispute, form, before=people.totals, after=after)


def _form_of(dispute: Layoff) -> SwitchesForm:
    stand, agreed = dispute.matter.switches, dispute.matter.agreed
    return SwitchesForm(
        years=stand.years,
        wage=stand.wage,
        bonuses=stand.bonuses,
        term=stand.term,
        notice_employee=agreed.notice_employee,
        notice_executive=agreed.notice_executive,
        claimed_on=agreed.claimed_on,
    )


def _group(dispute: Layoff, form: SwitchesForm, **values: Any) -> Response:
    return page("layoffs/switches.html", form=form, dispute=dispute, row=None, **values)


@bp.get("/layoffs/<id:case_id>/people/<id:person_id>/switches")
@may(May.WORK_LAYOFF)
def own_switches(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id)
    return _own(dispute, row, _own_form_of(row))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/switches")
@may(May.WORK_LAYOFF)
def switch_own(case_id: UUID, person_id: UUID) -> Response:
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: OwnSwitchesForm())
    form = _own_form_of(row)
    if form.accepts(row.version):
        with form.refusing():
            switching.switch_for(session(), current_account_id(), dispute, row, form.chosen, today())
    if form.errors or form.conflict or form.only_shown:
        return _own(dispute, row, form)
    flash(_("The switches of this person are set and the sum computed again."), "done")
    return redirect(url_for("layoffs.person", case_id=case_id, person_id=person_id))


@bp.post("/layoffs/<id:case_id>/people/<id:person_id>/switches/difference")
@may(May.WORK_LAYOFF)
def own_difference(case_id: UUID, person_id: UUID) -> Response:
    """What other switches would move for one person; nothing is written."""
    dispute, row = dispute_or_404(case_id), person_or_404(case_id, person_id, lambda _facts: OwnSwitchesForm())
    form = _own_form_of(row)
    if not form.accepts(row.version):
        return _own(dispute, row, form)
    moved = difference(row, *switching.tried_for(dispute, row, form.chosen))
    return _own(dispute, row, form, moved=moved)


def _own_form_of(row: LayoffPerson) -> OwnSwitchesForm:
    own = row.facts.switches
    return OwnSwitchesForm(years=own.years, wage=own.wage, bonuses=own.bonuses, term=own.term)


def _own(dispute: Layoff, row: LayoffPerson, form: OwnSwitchesForm, **values: Any) -> Response:
    group = readings.switches(dispute.matter.switches)
    return page("layoffs/switches.html", form=form, dispute=dispute, row=row, group=group, **values)
