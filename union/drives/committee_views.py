"""The committee of a plan: which units and shifts it covers, which seats are missing, what each promised by when."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.drives import actions, seating, talking
from union.drives.blueprint import bp, headcount_of, plan_or_404, site_of
from union.drives.committee import DriveSeat, Promise, Seat
from union.drives.counting import callings, grid, known
from union.drives.forms import PromiseForm, SeatForm
from union.drives.models import Drive
from union.drives.people import UnitKind
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.forms.form import Form, current_account_id
from union.web.forms.typed import Count
from union.web.locale import today
from union.web.pages import page


class KeptForm(Form):
    """Which promise was kept, by its place in the seat's list."""

    number = Count("", highest=seating.MOST_PROMISES)


@bp.get("/plans/<id:plan_id>/committee")
@may(May.KEEP_PLAN)
def committee(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    chain.opened(current_installation().store, current_account_id(), actions.KIND, drive.id, words="committee")
    return _page(drive, _seat_form(drive, None))


@bp.post("/plans/<id:plan_id>/committee")
@may(May.KEEP_PLAN)
def add_seat(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = _seat_form(drive, None)

    def act() -> None:
        seating.add(session(), current_account_id(), drive, _seat(form, drive, ()), form.account.data)

    if not form.carries_out(act):
        return _page(drive, form)
    flash(_("Written down."), "done")
    return redirect(url_for("drives.committee", plan_id=drive.id))


def _page(drive: Drive, form: SeatForm) -> Response:
    told = known(session(), drive, today())
    return page(
        "drives/committee.html",
        form=form,
        drive=drive,
        site=site_of(drive),
        grid=grid(told, headcount_of(drive), today()),
        seats=seating.seats(session(), drive),
        names={key: one.given_name for key, one in callings(session(), drive).items()},
        units={one.id: one.unit.name for one in told.units},
    )


def _seat_form(drive: Drive, row: DriveSeat | None, *, beside: bool = False) -> SeatForm:
    seat = row.seat if row else None
    initial = (
        {
            "team": seat.team_id,
            "shift": seat.shift_id,
            "person": seat.contact_id,
            "account": row.account_id if row else None,
            "from_on": seat.from_on,
            "until_on": seat.until_on,
        }
        if seat
        else {}
    )
    form = SeatForm(beside=beside, **initial)
    every = actions.units(session(), drive)
    form.team.offer([(one.id, one.unit.name) for one in every if one.unit.kind is UnitKind.TEAM], _("Choose"))
    form.shift.offer([(one.id, one.unit.name) for one in every if one.unit.kind is UnitKind.SHIFT], _("any"))
    people = ((key, one.given_name) for key, one in callings(session(), drive).items())
    form.person.offer(sorted(people, key=lambda one: one[1].casefold()), _("nobody yet"))
    form.account.offer([(one.id, one.name) for one in talking.holders(session(), drive)], _("none"))
    return form


def _seat(form: SeatForm, drive: Drive, promises: tuple[Promise, ...]) -> Seat:
    by_id = {one.id: one.unit for one in actions.units(session(), drive)}
    chosen = [one for one in (form.team.data, form.shift.data) if one]
    called = " · ".join(by_id[one].called for one in chosen if one in by_id)
    days = (form.from_on.data, form.until_on.data)
    return Seat(form.team.data, form.shift.data, form.person.data, *days, called, promises)


@bp.get("/plan-seats/<id:seat_id>")
@may(May.KEEP_PLAN)
def seat(seat_id: UUID) -> Response:
    row, drive = _seat_or_404(seat_id)
    return _seat_page(row, drive, _seat_form(drive, row), PromiseForm())


@bp.post("/plan-seats/<id:seat_id>")
@may(May.KEEP_PLAN)
def keep_seat(seat_id: UUID) -> Response:
    row, drive = _seat_or_404(seat_id)
    form = _seat_form(drive, row)

    def act() -> None:
        told = _seat(form, drive, row.seat.promises)
        seating.keep(session(), current_account_id(), drive, row, told, form.account.data)

    if not form.carries_out(act, row.version):
        return _seat_page(row, drive, form, PromiseForm(beside=True))
    flash(_("Kept."), "done")
    return redirect(url_for("drives.committee", plan_id=drive.id))


@bp.post("/plan-seats/<id:seat_id>/promises")
@may(May.KEEP_PLAN)
def promise(seat_id: UUID) -> Response:
    row, drive = _seat_or_404(seat_id)
    form = PromiseForm()

    def act() -> None:
        seating.promise(session(), current_account_id(), drive, row, form.what.data, form.by.data)

    if not form.carries_out(act):
        return _seat_page(row, drive, _seat_form(drive, row, beside=True), form)
    flash(_("Written down."), "done")
    return redirect(url_for("drives.seat", seat_id=row.id))


@bp.post("/plan-seats/<id:seat_id>/promises/kept")
@may(May.KEEP_PLAN)
def promise_kept(seat_id: UUID) -> Response:
    row, drive = _seat_or_404(seat_id)
    form = KeptForm()

    def act() -> None:
        number = form.number.data if form.number.data is not None else -1
        seating.kept(session(), current_account_id(), drive, row, number)

    if not form.carries_out(act):
        return _seat_page(row, drive, _seat_form(drive, row, beside=True), PromiseForm(beside=True), form)
    return redirect(url_for("drives.seat", seat_id=row.id))


def _seat_or_404(seat_id: UUID) -> tuple[DriveSeat, Drive]:
    row = session().get(DriveSeat, seat_id) or abort(404)
    return row, plan_or_404(row.drive_id)


def _seat_page(
    row: DriveSeat, drive: Drive, form: SeatForm, promised: PromiseForm, sent: KeptForm | None = None
) -> Response:
    shown = sent or (promised if promised.errors else form)
    return page("drives/seat.html", form=shown, seat=form, promised=promised, row=row, drive=drive)
