"""Tests of strength: a bar for each unit, the weakest first; who took the step; going on below the share by two."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.drives import actions, trying
from union.drives.blueprint import bp, headcount_of, plan_or_404, site_of
from union.drives.counting import callings, known
from union.drives.forms import ReasonForm, TickForm, TrialForm
from union.drives.models import Drive
from union.drives.trials import SHARES, DriveTrial
from union.drives.words import TRIALS
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page


@bp.get("/plans/<id:plan_id>/steps")
@may(May.KEEP_PLAN)
def trials(plan_id: UUID) -> Response:
    return _index_page(plan_or_404(plan_id), TrialForm(on=today()))


@bp.post("/plans/<id:plan_id>/steps")
@may(May.KEEP_PLAN)
def begin_trial(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = TrialForm()
    made: list[DriveTrial] = []

    def act() -> None:
        told = known(session(), drive, today())
        asked = trying.Asked(form.name.data, form.kind.data, form.on.data)
        made.append(trying.begin(session(), current_account_id(), drive, asked, told, headcount_of(drive)))

    if not form.carries_out(act):
        return _index_page(drive, form)
    session().flush()
    return redirect(url_for("drives.show_trial", trial_id=made[0].id))


def _index_page(drive: Drive, form: TrialForm) -> Response:
    told = known(session(), drive, today())
    took = trying.ticked(session(), drive)
    rows = [(one, trying.standing(one.trial, took[one.id], told)) for one in trying.trials(session(), drive)]
    return page(
        "drives/trials.html", form=form, drive=drive, site=site_of(drive), rows=rows, kinds=TRIALS, shares=SHARES
    )


@bp.get("/plan-steps/<id:trial_id>")
@may(May.KEEP_PLAN)
def show_trial(trial_id: UUID) -> Response:
    row, drive = _trial_or_404(trial_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, drive.id, words="steps")
    return _shown(row, drive, ReasonForm())


@bp.post("/plan-steps/<id:trial_id>/ticks")
@may(May.KEEP_PLAN)
def tick_trial(trial_id: UUID) -> Response:
    row, drive = _trial_or_404(trial_id)
    form = _tick_form(drive)

    def act() -> None:
        trying.tick(session(), current_account_id(), drive, row, form.shown.ids, form.took.ids)

    if not form.carries_out(act):
        return _shown(row, drive, form)
    flash(_("Kept."), "done")
    return redirect(url_for("drives.show_trial", trial_id=row.id))


@bp.post("/plan-steps/<id:trial_id>/go-on")
@may(May.KEEP_PLAN)
def go_on(trial_id: UUID) -> Response:
    row, drive = _trial_or_404(trial_id)
    form = ReasonForm()
    if not form.carries_out(lambda: trying.go_on(session(), current_account_id(), drive, row, form.reason.data)):
        return _shown(row, drive, form)
    flash(_("Asked. A second person agrees, or not."), "done")
    return redirect(url_for("drives.show_trial", trial_id=row.id))


@bp.post("/plan-steps/<id:trial_id>/agree")
@may(May.KEEP_PLAN)
def agree_trial(trial_id: UUID) -> Response:
    row, drive = _trial_or_404(trial_id)
    form = Confirm()
    if not form.carries_out(lambda: trying.agree(session(), current_account_id(), drive, row)):
        return _shown(row, drive, form)
    flash(_("Agreed."), "done")
    return redirect(url_for("drives.show_trial", trial_id=row.id))


def _trial_or_404(trial_id: UUID) -> tuple[DriveTrial, Drive]:
    row = session().get(DriveTrial, trial_id) or abort(404)
    return row, plan_or_404(row.drive_id)


def _tick_form(drive: Drive, took: set[UUID] | None = None, *, beside: bool = False) -> TickForm:
    every = ((key, one.given_name) for key, one in callings(session(), drive).items())
    people = sorted(every, key=lambda one: one[1].casefold())
    form = TickForm(beside=beside, took=[str(one) for one in took or ()], shown=[str(key) for key, _name in people])
    for field in (form.shown, form.took):
        field.offer(people)
    return form


def _shown(row: DriveTrial, drive: Drive, form: TickForm | ReasonForm | Confirm) -> Response:
    told = known(session(), drive, today())
    took = trying.ticked(session(), drive)[row.id]
    going = row.trial.going
    return page(
        "drives/show_trial.html",
        form=form,
        ticks=form if isinstance(form, TickForm) else _tick_form(drive, took, beside=True),
        reason=form if isinstance(form, ReasonForm) else ReasonForm(beside=True),
        row=row,
        drive=drive,
        site=site_of(drive),
        stands=trying.standing(row.trial, took, told),
        kinds=TRIALS,
        second=going is not None and going.second_id is None and going.asked_by != current_account_id(),
    )
