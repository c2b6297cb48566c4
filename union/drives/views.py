"""The plans of one's workplaces: their list, the map of units in numbers, its units, who works on it, its end."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts import actions as accounts
from union.accounts.forms import Confirm
from union.drives import actions, closing, talking, trying
from union.drives.blueprint import bp, headcount_of, plan_or_404, site_of, unit_or_404, works
from union.drives.counting import A_LEADER_FOR, STALE, grid, known, layout
from union.drives.forms import BeginForm, PlanForm, ReasonForm, Sure, UnitForm
from union.drives.models import Drive, DriveState, DriveWorker, Plan
from union.drives.people import Counted, DriveUnit, Unit
from union.drives.weekly import trends
from union.drives.words import UNIT_KINDS
from union.record import chain
from union.store.db import session
from union.web.addresses import paged
from union.web.current import current_installation
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import Workplace, sites


@bp.get("/plans")
@may(May.KEEP_PLAN)
def index() -> Response:
    """The plans that one works, and, for who may end them, those that wait for a second person."""
    every = list(session().scalars(select(Drive).options(joinedload(Drive.key))))
    me = current_account_id()
    beside = set(session().scalars(select(DriveWorker.drive_id).where(DriveWorker.account_id == me)))
    own = [one for one in every if one.owner_id == me or one.id in beside]
    mine = sorted(
        readable((one for one in own if one.key is not None), "plan"), key=lambda one: one.plan.name.casefold()
    )
    rows = paged(len(mine), lambda offset, limit: mine[offset : offset + limit])
    waiting = [one for one in every if one.state is DriveState.CLOSING]
    closed = [one for one in every if one.state is DriveState.CLOSED]
    owners = accounts.names(session(), {one.owner_id for one in every})
    asked = select(Workplace).where(Workplace.id.in_({one.workplace_id for one in (*rows.items, *waiting, *closed)}))
    places = {one.id: one.site for one in session().scalars(asked)}
    in_hand = Counter(one.drive_id for one in talking.in_hand(session(), [one.id for one in rows.items]))
    return page(
        "drives/index.html",
        rows=rows,
        waiting=waiting,
        closed=closed,
        places=places,
        owners=owners,
        in_hand=in_hand,
        reader=me,
    )


@bp.get("/plans/new")
@may(May.KEEP_PLAN)
def new() -> Response:
    return page("drives/new.html", form=_begin_form())


@bp.post("/plans")
@may(May.KEEP_PLAN)
def begin() -> Response:
    form = _begin_form()
    made: list[Drive] = []

    def act() -> None:
        plan = Plan(form.name.data, today())
        made.append(actions.begin(session(), current_account_id(), form.workplace.data, plan))

    if not form.carries_out(act):
        return page("drives/new.html", form=form)
    return redirect(url_for("drives.show", plan_id=made[0].id))


def _begin_form() -> BeginForm:
    form = BeginForm()
    places = sorted(
        ((one.id, one.site.called) for one in session().scalars(sites())), key=lambda one: one[1].casefold()
    )
    form.workplace.offer(places, _("Choose") if len(places) > 1 else None)
    return form


@bp.get("/plans/<id:plan_id>")
@may(May.KEEP_PLAN)
def show(plan_id: UUID) -> Response:
    """The map: teams by shifts, the units, the lists in hand, the tests."""
    drive = plan_or_404(plan_id)
    told = known(session(), drive, today())
    chain.listed(current_installation().store, current_account_id(), actions.KIND, drive.id, len(told.people))
    newest = next(iter(trying.trials(session(), drive)), None)
    took = trying.ticked(session(), drive)
    return page(
        "drives/show.html",
        drive=drive,
        site=site_of(drive),
        grid=grid(told, headcount_of(drive), today()),
        above=told.above,
        lists=talking.in_hand(session(), [drive.id]),
        trial=newest,
        stands=trying.standing(newest.trial, took[newest.id], told) if newest else None,
        kinds=UNIT_KINDS,
        stale=lambda on: on is not None and today() - on > STALE,
        a_leader_for=A_LEADER_FOR,
    )


@bp.get("/plans/<id:plan_id>/weeks")
@may(May.KEEP_PLAN)
def weeks(plan_id: UUID) -> Response:
    """The quarter, week by week: the whole site and each unit."""
    drive = plan_or_404(plan_id)
    laid, counted = layout(session(), drive), site_of(drive).headcounts
    chain.listed(current_installation().store, current_account_id(), actions.KIND, drive.id, len(laid.people))
    whole, units_ = trends(session(), drive, laid, tuple(Counted(one.on, one.people) for one in counted), today())
    return page(
        "drives/weeks.html",
        drive=drive,
        site=site_of(drive),
        whole=whole,
        units=units_,
        above=laid.above,
        kinds=UNIT_KINDS,
    )


@bp.get("/plans/<id:plan_id>/edit")
@may(May.KEEP_PLAN)
def edit(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    return _edit_page(drive, _plan_form(drive))


@bp.post("/plans/<id:plan_id>/edit")
@may(May.KEEP_PLAN)
def keep(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = _plan_form(drive)

    def act() -> None:
        plan = dataclasses.replace(drive.plan, name=form.name.data, legal_basis=form.legal_basis.data or "")
        actions.keep(session(), current_account_id(), drive, plan, form.workers.ids)

    if not form.carries_out(act, drive.version):
        return _edit_page(drive, form)
    flash(_("Kept."), "done")
    return redirect(url_for("drives.show", plan_id=drive.id))


def _plan_form(drive: Drive) -> PlanForm:
    known_ = [one.account_id for one in actions.workers_of(session(), drive)]
    form = PlanForm(name=drive.plan.name, legal_basis=drive.plan.legal_basis, workers=[str(one) for one in known_])
    names = {one.id: one.name for one in actions.able_to_work(session(), drive)}
    names |= {key: name for key, name in accounts.names(session(), known_).items() if key not in names}
    form.workers.offer(sorted(names.items(), key=lambda one: one[1].casefold()))
    return form


def _edit_page(drive: Drive, form: PlanForm) -> Response:
    return page("drives/edit.html", form=form, drive=drive, site=site_of(drive))


@bp.get("/plans/<id:plan_id>/units")
@may(May.KEEP_PLAN)
def units(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    return _units_page(drive, _unit_form(drive, None))


@bp.post("/plans/<id:plan_id>/units")
@may(May.KEEP_PLAN)
def add_unit(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = _unit_form(drive, None)
    if not form.carries_out(lambda: actions.add_unit(session(), current_account_id(), drive, _unit(form, ()))):
        return _units_page(drive, form)
    flash(_("Written down."), "done")
    return redirect(url_for("drives.units", plan_id=drive.id))


@bp.get("/plan-units/<id:unit_id>")
@may(May.KEEP_PLAN)
def edit_unit(unit_id: UUID) -> Response:
    row, drive = unit_or_404(unit_id)
    return _unit_page(drive, row, _unit_form(drive, row))


@bp.post("/plan-units/<id:unit_id>")
@may(May.KEEP_PLAN)
def keep_unit(unit_id: UUID) -> Response:
    row, drive = unit_or_404(unit_id)
    form = _unit_form(drive, row)

    def act() -> None:
        actions.keep_unit(session(), current_account_id(), drive, row, _unit(form, row.unit.counted))

    if not form.carries_out(act, row.version):
        return _unit_page(drive, row, form)
    flash(_("Kept."), "done")
    return redirect(url_for("drives.units", plan_id=drive.id))


def _unit_form(drive: Drive, row: DriveUnit | None) -> UnitForm:
    form = UnitForm() if row is None else UnitForm(**_kept(row.unit))
    others = [(one.id, one.unit.name) for one in actions.units(session(), drive) if row is None or one.id != row.id]
    form.parent.offer(others, _("the whole site"))
    return form


def _kept(unit: Unit) -> dict[str, Any]:
    """A unit as its form shows it, with the headcount that was counted last."""
    counted = {name: getattr(unit.newest, name) for name in ("people", "on", "source")} if unit.newest else {}
    return {"name": unit.name, "kind": unit.kind, "code": unit.code, "parent": unit.parent_id, **counted}


def _unit(form: UnitForm, before: tuple[Counted, ...]) -> Unit:
    """What was typed; a count of another day stands beside those of before."""
    counted = before
    if form.people.data is not None:
        told = Counted(form.on.data, form.people.data, form.source.data or "")
        counted = tuple(sorted((*(one for one in before if one.on != told.on), told), key=lambda one: one.on))
    return Unit(form.name.data, form.kind.data, form.code.data or "", form.parent.data, counted)


def _units_page(drive: Drive, form: UnitForm) -> Response:
    told = known(session(), drive, today())
    drawn = grid(told, headcount_of(drive), today())
    return page("drives/units.html", form=form, drive=drive, units=drawn.units, kinds=UNIT_KINDS)


def _unit_page(drive: Drive, row: DriveUnit, form: UnitForm) -> Response:
    return page("drives/edit_unit.html", form=form, drive=drive, row=row)


@bp.get("/plans/<id:plan_id>/closing")
@may(May.KEEP_PLAN)
def closing_plan(plan_id: UUID) -> Response:
    """How a plan ends: what goes and what stays; the second person's answer."""
    return _closing_page(_known_or_404(plan_id), ReasonForm())


@bp.post("/plans/<id:plan_id>/closing")
@may(May.KEEP_PLAN)
def ask_closing(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = ReasonForm()

    def act() -> None:
        closing.ask(session(), current_account_id(), drive, form.reason.data, headcount_of(drive))

    if not form.carries_out(act):
        return _closing_page(drive, form)
    flash(_("Asked. Its lists are empty from now on; a second person closes it."), "done")
    return redirect(url_for("drives.closing_plan", plan_id=drive.id))


@bp.post("/plans/<id:plan_id>/closing/back")
@may(May.KEEP_PLAN)
def keep_open(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = Confirm()
    if not form.carries_out(lambda: closing.take_back(session(), current_account_id(), drive)):
        return _closing_page(drive, ReasonForm(beside=True), form)
    flash(_("The plan goes on."), "done")
    return redirect(url_for("drives.show", plan_id=drive.id))


@bp.post("/plans/<id:plan_id>/closing/destroy")
@may(May.KEEP_PLAN)
def destroy(plan_id: UUID) -> Response:
    drive = _known_or_404(plan_id)
    form = Sure()
    if not form.carries_out(lambda: closing.destroy(session(), current_account_id(), drive)):
        return _closing_page(drive, form)
    flash(_("Closed: nothing of it opens any more, and the counts stay."), "done")
    return redirect(url_for("drives.index"))


def _known_or_404(plan_id: UUID) -> Drive:
    """A plan that one works, or that waits for a second person."""
    drive = session().get(Drive, plan_id) or abort(404)
    if not works(drive) and drive.state is not DriveState.CLOSING:
        abort(404)
    return drive


def _closing_page(drive: Drive, form: ReasonForm | Sure, other: Confirm | None = None) -> Response:
    me = current_account_id()
    asked = isinstance(form, ReasonForm)
    names = accounts.names(session(), [one for one in (drive.counts.asked_by,) if one is not None])
    return page(
        "drives/closing_plan.html",
        form=other or form,
        reason=form if asked else ReasonForm(beside=True),
        sure=Sure(beside=True) if asked else form,
        drive=drive,
        site=site_of(drive),
        mine=works(drive),
        waits=drive.state is DriveState.CLOSING,
        second=drive.counts.asked_by not in {None, me},
        asked_by="".join(names.values()),
    )
