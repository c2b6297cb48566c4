"""Lists as whoever works the plan sees them: made from filters with what each leaves, followed, stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from union.access import May, may
from union.accounts.forms import Confirm
from union.drives import actions, talking
from union.drives.blueprint import bp, plan_or_404, site_of
from union.drives.counting import Card, Known, cards, known
from union.drives.forms import ListForm
from union.drives.lists import DAYS, MOST, DriveList, Line
from union.drives.models import Drive
from union.drives.people import Stand
from union.drives.words import ASKS, LINES, RESTS, STATES
from union.record import chain
from union.store.db import session
from union.web.current import current_installation
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page

USUAL_DAYS = 7


@dataclass(frozen=True)
class Left:
    """Who is left by the filters, how many each left, and why others rest."""

    people: list[Card]
    steps: list[tuple[str, str, int]]  # what the record calls it, what the page calls it, how many were left
    resting: dict[str, int]


@bp.get("/plans/<id:plan_id>/lists")
@may(May.KEEP_PLAN)
def lists(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    rows = talking.lists(session(), drive)
    done = talking.lines(session(), rows)
    return page(
        "drives/lists.html",
        drive=drive,
        rows=rows,
        done=done,
        states=STATES,
        asks=ASKS,
        running=talking.running,
        line=Line,
    )


@bp.get("/plans/<id:plan_id>/lists/new")
@may(May.KEEP_PLAN)
def new_list(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    return _new_page(drive, _list_form(drive))


@bp.post("/plans/<id:plan_id>/lists/count")
@may(May.KEEP_PLAN)
def count_list(plan_id: UUID) -> Response:
    """Who is left by the filters, before anything is made."""
    drive = plan_or_404(plan_id)
    form = _list_form(drive)
    form.accepts()
    return _new_page(drive, form, counted=True)


@bp.post("/plans/<id:plan_id>/lists")
@may(May.KEEP_PLAN)
def make_list(plan_id: UUID) -> Response:
    drive = plan_or_404(plan_id)
    form = _list_form(drive)
    made: list[DriveList] = []

    def act() -> None:
        left = _left(drive, form)
        filters = tuple((key, number) for key, _word, number in left.steps)
        wanted = talking.Wanted(
            form.asks.data, form.holder.data, form.days.data, [one.id for one in left.people], filters
        )
        made.append(talking.make(session(), current_account_id(), drive, wanted))

    if not form.carries_out(act):
        return _new_page(drive, form, counted=True)
    flash(_("The list is in hand."), "done")
    return redirect(url_for("drives.show_list", list_id=made[0].id))


def _list_form(drive: Drive) -> ListForm:
    form = ListForm(days=USUAL_DAYS)
    form.holder.offer([(one.id, one.name) for one in talking.holders(session(), drive)], _("Choose"))
    form.unit.offer([(one.id, one.unit.name) for one in actions.units(session(), drive)], _("the whole site"))
    return form


def _new_page(drive: Drive, form: ListForm, *, counted: bool = False) -> Response:
    holder = form.holder.data
    return page(
        "drives/new_list.html",
        form=form,
        drive=drive,
        site=site_of(drive),
        left=_left(drive, form),
        most=MOST,
        counted=counted,
        rests=RESTS,
        unknown=bool(counted and holder and not talking.holds_as_member(session(), holder)),
    )


def _left(drive: Drive, form: ListForm) -> Left:
    """Filter by filter, so that each shows what it leaves."""
    told = known(session(), drive, today())
    rests = talking.resting(session(), drive, datetime.now(UTC))
    people = cards(session(), drive, told.people)
    steps = [("all", _("in the plan"), len(people))]
    for key, word, passes in _filters(form, told):
        people = [one for one in people if passes(one)]
        steps.append((key, word, len(people)))
    why = [rests[one.id] for one in people if one.id in rests]
    people = [one for one in people if one.id not in rests and one.calling.phone]
    steps.append(("awake", _("with a telephone, and not resting"), len(people)))
    return Left(people, steps, {reason: why.count(reason) for reason in RESTS if reason in why})


def _filters(form: ListForm, told: Known) -> list[tuple[str, str, Callable[[Card], bool]]]:
    found: list[tuple[str, str, Callable[[Card], bool]]] = []
    if form.unit.data and form.unit.data in told.by_id:
        within = _within(form.unit.data, told)
        found.append(("unit", told.by_id[form.unit.data].unit.name, lambda one: bool(within & set(one.standing.units))))
    wanted = set(form.stands.members) if not form.stands.errors else set()
    if wanted:
        found.append(("stands", str(form.stands.label.text), lambda one: _stand(one, form, told) in wanted))
    if form.quiet.data:
        before = today() - timedelta(days=form.quiet.data)
        found.append(("quiet", str(form.quiet.label.text), lambda one: told.spoken_on.get(one.id, before) <= before))
    if form.speaks.data:
        found.append(("speaks", str(form.speaks.label.text), lambda one: one.calling.speaks is form.speaks.data))
    return found


def _within(unit_id: UUID, told: Known) -> set[UUID]:
    """A unit with those that lie in it."""
    found = {unit_id}
    for _step in range(actions.DEEP):
        found |= {one.id for one in told.units if one.unit.parent_id in found}
    return found


def _stand(one: Card, form: ListForm, told: Known) -> Stand:
    said = told.answers.get(one.id, {}).get(form.question.data)
    return said.stand if said else Stand.NOT_ASKED


@bp.get("/plan-lists/<id:list_id>")
@may(May.KEEP_PLAN)
def show_list(list_id: UUID) -> Response:
    row, drive = _list_or_404(list_id)
    lines = talking.lines(session(), [row])[row.id]
    chain.listed(current_installation().store, current_account_id(), actions.KIND, drive.id, len(lines))
    people = {one.id: one for one in actions.people(session(), drive)}
    return page(
        "drives/show_list.html",
        row=row,
        drive=drive,
        lines=lines,
        people=people,
        words=LINES,
        states=STATES,
        asks=ASKS,
        running=talking.running(row),
        burnt=any(one.line is Line.HELD_BACK for one in lines),
        days=DAYS,
    )


@bp.post("/plan-lists/<id:list_id>/stop")
@may(May.KEEP_PLAN)
def stop_list(list_id: UUID) -> Response:
    row, drive = _list_or_404(list_id)
    form = Confirm()
    if not form.carries_out(lambda: talking.stop(session(), current_account_id(), drive, row)):
        abort(409)
    flash(_("Stopped: it is empty on the telephone from now on."), "done")
    return redirect(url_for("drives.show_list", list_id=row.id))


def _list_or_404(list_id: UUID) -> tuple[DriveList, Drive]:
    row = session().get(DriveList, list_id) or abort(404)
    return row, plan_or_404(row.drive_id)
