"""The page of the switches: how the sum is read where sources differ, and what another reading moves."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.cases.models import Case
from union.entitlements import actions
from union.entitlements.records.models import Owed, Told
from union.entitlements.switches.what_if import Difference
from union.entitlements.web.blueprint import bp, worked_out
from union.entitlements.web.owed_words import moved_by
from union.entitlements.web.person_words import person_in_words
from union.entitlements.web.switch_forms import SwitchesForm
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/cases/<id:case_id>/owed/switches")
@may(May.COUNT_OWED)
def switches(case_id: UUID) -> Response:
    case, owed = worked_out(case_id)
    return _switched(case, owed, _switches_of(owed))


def _switches_of(owed: Owed) -> SwitchesForm:
    basis = owed.told.basis
    stand, agreed = basis.switches, basis.agreed
    return SwitchesForm(
        years=stand.years,
        wage=stand.wage,
        bonuses=stand.bonuses,
        term=stand.term,
        notice_employee=agreed.notice_employee,
        notice_executive=agreed.notice_executive,
        claimed_on=agreed.claimed_on,
    )


def _switched(case: Case, owed: Owed, form: SwitchesForm, moved: Difference | None = None) -> Response:
    return page("entitlements/switches.html", case=case, owed=owed, form=form, moved=moved, **_measure(owed))


def _measure(owed: Owed) -> dict[str, Any]:
    return {"measure": person_in_words(owed.told.facts, None, owed.told.basis.kind)["measure"]}


@bp.post("/cases/<id:case_id>/owed/switches")
@may(May.COUNT_OWED)
def switch(case_id: UUID) -> Response:
    case, owed = worked_out(case_id)
    form = _switches_of(owed)
    if form.accepts(owed.version):
        basis = dataclasses.replace(owed.told.basis, switches=form.chosen, agreed=form.agreed)
        with form.refusing():
            actions.read_otherwise(session(), current_account_id(), case, owed, basis, today())
    if form.errors or form.conflict or form.only_shown:
        return _switched(case, owed, form)
    flash(_("The switches are set and the sum computed again."), "done")
    return redirect(url_for("entitlements.show", case_id=case_id))


@bp.post("/cases/<id:case_id>/owed/switches/difference")
@may(May.COUNT_OWED)
def switches_difference(case_id: UUID) -> Response:
    """What other switches would move; nothing is written."""
    case, owed = worked_out(case_id)
    form = _switches_of(owed)
    moved = None
    if form.accepts(owed.version):
        basis = dataclasses.replace(owed.told.basis, switches=form.chosen, agreed=form.agreed)
        with form.refusing():
            told, snapshot = actions.tried(Told(basis, owed.told.facts), today())
            moved = moved_by(owed, told, snapshot)
    return _switched(case, owed, form, moved)
