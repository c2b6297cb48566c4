"""Several people written down at once: pasted, looked at, written, taken back."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from union.access import May, may
from union.drives import actions, pasting
from union.drives.blueprint import bp, plan_or_404
from union.drives.forms import PasteForm, TakeBackForm
from union.drives.models import Drive
from union.drives.people import Unit
from union.drives.words import FAULTS
from union.refusal import Refused
from union.store.db import session
from union.web.forms.form import current_account_id
from union.web.pages import page


@bp.get("/plans/<id:plan_id>/cards/several")
@may(May.KEEP_PLAN)
def several(plan_id: UUID) -> Response:
    return _several(plan_or_404(plan_id), PasteForm())


@bp.post("/plans/<id:plan_id>/cards/several/look")
@may(May.KEEP_PLAN)
def look_at_several(plan_id: UUID) -> Response:
    """How each line is read, before anything is written."""
    drive, form = plan_or_404(plan_id), PasteForm()
    form.accepts()
    form.basis.errors = []  # asked when they are written down
    return _several(drive, form)


@bp.post("/plans/<id:plan_id>/cards/several")
@may(May.KEEP_PLAN)
def add_several(plan_id: UUID) -> Response:
    drive, form = plan_or_404(plan_id), PasteForm()

    def act() -> None:
        lines = pasting.read(form.typed.data, _units(drive))
        pasting.bring_in(session(), current_account_id(), drive, lines, form.basis.data, form.speaks.data)

    if not form.carries_out(act):
        return _several(drive, form)
    flash(_("Written down."), "done")
    return redirect(url_for("drives.people", plan_id=drive.id))


def _several(drive: Drive, form: PasteForm, sent: TakeBackForm | None = None) -> Response:
    return page(
        "drives/several.html",
        form=sent or form,
        paste=form,
        drive=drive,
        lines=_lines(drive, form),
        faults=FAULTS,
        brought=pasting.brought(session(), drive),
    )


def _units(drive: Drive) -> dict[UUID, Unit]:
    return {one.id: one.unit for one in actions.units(session(), drive)}


def _lines(drive: Drive, form: PasteForm) -> list[pasting.Pasted]:
    """How what was typed is read; why it cannot be stands beside it."""
    if not form.typed.data:
        return []
    try:
        return pasting.read(form.typed.data, _units(drive))
    except Refused as refusal:
        form.typed.errors = [refusal.sentence]
        return []


@bp.post("/plans/<id:plan_id>/cards/several/back")
@may(May.KEEP_PLAN)
def take_several_back(plan_id: UUID) -> Response:
    drive, form, gone = plan_or_404(plan_id), TakeBackForm(), list[int]()
    form.brought.offer([(one.id, str(one.on)) for one in pasting.brought(session(), drive)])

    def act() -> None:
        gone.append(pasting.take_back(session(), current_account_id(), drive, form.brought.data))

    if not form.carries_out(act):
        return _several(drive, PasteForm(beside=True), form)
    flash(ngettext("%(num)s person is taken back.", "%(num)s people are taken back.", gone[0]), "done")
    return redirect(url_for("drives.several", plan_id=drive.id))
