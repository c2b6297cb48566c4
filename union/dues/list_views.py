"""The pages of a list of payments: sent or pasted, looked at, written, undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select
from werkzeug.wrappers import Response

from union.access import May, asking, may
from union.accounts.forms import Confirm
from union.dues import lists
from union.dues.forms import PaymentList
from union.dues.models import DuesList, Means
from union.dues.views import bp
from union.dues.words import ALL_MEANS, FAULTS
from union.imports.reading.understanding import understand
from union.imports.web.receiving import given, refused
from union.members.models import Member
from union.members.views import called
from union.record import chain
from union.refusal import Refused
from union.store.db import opens_its_own, session
from union.store.files import takes_files
from union.tables.table import Untrusted
from union.web.addresses import paged
from union.web.current import current_installation, rights
from union.web.damaged import readable
from union.web.forms.form import current_account_id
from union.web.locale import today
from union.web.pages import page
from union.workplaces.models import Workplace

MOST_BYTES = 8 * 1024 * 1024


@bp.get("/workplaces/<id:workplace_id>/payments/list")
@may(May.KEEP_DUES)
def new_list(workplace_id: UUID) -> Response:
    return _new(_workplace(workplace_id), PaymentList(year=today().year, means=Means.CASH, on=today()))


def _new(place: Workplace, form: PaymentList) -> Response:
    return page("dues/new_list.html", form=form, place=place)


@bp.post("/workplaces/<id:workplace_id>/payments/list")
@may(May.KEEP_DUES)
@opens_its_own
@takes_files(MOST_BYTES)
def send_list(workplace_id: UUID) -> Response:
    """The file is read outside the writers' turn, and never kept; its lines are."""
    place, form = _workplace(workplace_id), PaymentList()
    if not form.accepts():
        return _new(place, form)
    data, name = given(form)
    if form.errors:
        return _new(place, form)
    try:
        table, _plan = understand(data, name)
    except Untrusted as refusal:
        status = refused(form, refusal)
        answer = _new(place, form)
        answer.status_code = status
        return answer
    kept: list[UUID] = []
    with form.refusing():
        listed = lists.read(session(), place.id, table, form.told(asking().name), today())
        with current_installation().store.writing(rights) as writing:
            kept.append(lists.keep(writing, current_account_id(), place.id, listed).id)
    if form.errors:
        return _new(place, form)
    return redirect(url_for("dues.look_at_list", sent_id=kept[0]))


@bp.get("/payments/lists/<id:sent_id>")
@may(May.KEEP_DUES)
def look_at_list(sent_id: UUID) -> Response:
    row = _list(sent_id)
    chain.opened(current_installation().store, current_account_id(), lists.LIST, row.id)
    return _shown(row)


def _shown(row: DuesList, refusal: Any = None) -> Response:
    told, lines = row.listed, list(row.listed.lines)
    asked = select(Member).where(Member.id.in_({one.member_id for one in told.lines if one.member_id}))
    good = [one for one in told.lines if one.fault is None]
    return page(
        "dues/list.html",
        row=row,
        told=told,
        place=_workplace(row.workplace_id),
        rows=paged(len(lines), lambda offset, limit: lines[offset : offset + limit]),
        good=len(good),
        total=sum(one.amount or 0 for one in good),
        people={one.id: called(one) for one in readable(session().scalars(asked), "identity")},
        means=ALL_MEANS,
        faults=FAULTS,
        refused=refusal,
        status=409 if refusal else 200,
    )


@bp.post("/payments/lists/<id:sent_id>/write")
@may(May.KEEP_DUES)
def write_list(sent_id: UUID) -> Response:
    row = _list(sent_id)
    return _done(row, lambda: lists.write(session(), current_account_id(), row, today()), written)


def written(number: int) -> str:
    """What is said once a list is written."""
    return str(ngettext("%(num)s payment is written down.", "%(num)s payments are written down.", number))


@bp.post("/payments/lists/<id:sent_id>/undo")
@may(May.KEEP_DUES)
def undo_list(sent_id: UUID) -> Response:
    row, why = _list(sent_id), _("The list was undone.")
    return _done(row, lambda: lists.undo(session(), current_account_id(), row, why, today()), undone)


def undone(number: int) -> str:
    """What is said once a list is undone."""
    return str(ngettext("%(num)s payment is struck out.", "%(num)s payments are struck out.", number))


def _done(row: DuesList, act: Callable[[], int], said: Callable[[int], str]) -> Response:
    Confirm()
    try:
        flash(said(act()), "done")
    except Refused as refusal:
        return _shown(row, refusal.sentence)
    return redirect(url_for("dues.look_at_list", sent_id=row.id))


@bp.post("/payments/lists/<id:sent_id>/away")
@may(May.KEEP_DUES)
def throw_list_away(sent_id: UUID) -> Response:
    Confirm()
    row = _list(sent_id)
    place = row.workplace_id
    try:
        lists.throw_away(session(), current_account_id(), row)
    except Refused as refusal:
        return _shown(row, refusal.sentence)
    flash(_("The list is thrown away."), "done")
    return redirect(url_for("dues.site", workplace_id=place))


def _list(sent_id: UUID) -> DuesList:
    return session().get(DuesList, sent_id) or abort(404)


def _workplace(workplace_id: UUID) -> Workplace:
    return session().get(Workplace, workplace_id) or abort(404)
