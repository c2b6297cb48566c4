"""Closing an account: who takes over each case, page by page, who looks after whom; the account closes when nothing
hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast
from uuid import UUID

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Connection
from werkzeug.wrappers import Response
from wtforms import BooleanField

from union.access import May, may
from union.accounts.forms import Confirm
from union.accounts.models import Account
from union.cases import account_closing, readers
from union.cases.clocks import leading
from union.cases.closing_views import bp
from union.cases.models import Case, reached
from union.cases.subjects import page_of
from union.members.models import Entrusted
from union.refusal import Refused
from union.store.db import Rights, opens_its_own, session
from union.store.reach import Reach, ReachSession
from union.web.addresses import IdConverter
from union.web.current import current_installation, rights
from union.web.forms.chosen import Pick
from union.web.forms.form import Form, current_account_id
from union.web.forms.typed import Line
from union.web.pages import page
from union.workplaces.models import sites

PER_PAGE = 25


@dataclass(frozen=True)
class Row:
    """One case of the page: its field is called after it."""

    id: UUID
    code: str
    url: str
    place: str
    by: date | None  # of the clock that comes first
    clock: str
    field: str


@dataclass(frozen=True)
class Care:
    """The members at one workplace whom the account looks after."""

    place: str
    people: int
    field: str


@dataclass(frozen=True)
class Holdings:
    """What hangs on an account, as whoever closes it may know: of what they do not read, the number alone."""

    rows: list[Row]
    more: int
    alone: int
    takers: list[readers.Colleague]
    care: list[Care]

    @property
    def nothing(self) -> bool:
        return not (self.rows or self.alone or self.care)


@bp.get("/accounts/<id:account_id>/closing")
@may(May.MANAGE_ACCOUNTS)
def closing_account(account_id: UUID) -> Response:
    account = _open_account(account_id)
    if account is None:
        return redirect(url_for("accounts.show", account_id=account_id))
    found = _holdings(account)
    return _shown(account, found, _form(account, found))


@bp.post("/accounts/<id:account_id>/closing")
@may(May.MANAGE_ACCOUNTS)
@opens_its_own
def hand_over_account(account_id: UUID) -> Response:
    """Written with the eyes of the account, see `account_closing.eyes`; what is offered was found with those of who
    asks."""
    account = _open_account(account_id)
    if account is None:
        return redirect(url_for("accounts.show", account_id=account_id))
    found = _holdings(account)
    form = _form(account, found)
    if form.overtaken:
        return _shown(account, found, form)
    if form.accepts():
        with form.refusing(), current_installation().store.writing(_eyes(account_id)) as own:
            if not _hand_over(own, form, found, account_id):
                raise Refused("account", _l("Choose who takes over at least one of them."))
    if form.errors or form.only_shown:
        return _shown(account, found, form)
    flash(_("What you chose is handed over."), "done")
    return redirect(url_for("cases.closing_account", account_id=account_id))


@bp.post("/accounts/<id:account_id>/disable")
@may(May.MANAGE_ACCOUNTS)
@opens_its_own
def close_account(account_id: UUID) -> Response:
    account, form = _open_account(account_id), Confirm()
    if account is None:
        return redirect(url_for("accounts.show", account_id=account_id))
    with form.refusing(), current_installation().store.writing(_eyes(account_id), changing=True) as own:
        account_closing.close(own, current_account_id(), own.get_one(Account, account_id))
    if form.errors:
        found = _holdings(account)
        return _shown(account, found, _form(account, found, beside=True), refusals=form.form_errors)
    flash(_("The account is closed and its sessions are ended."), "done")
    return redirect(url_for("accounts.show", account_id=account_id))


def _eyes(account_id: UUID) -> Rights:
    """Those of the account, for who may still close it once the turn to write has come."""

    def now(connection: Connection) -> Reach:
        rights(connection)
        return account_closing.eyes(account_id)

    return now


def _open_account(account_id: UUID) -> Account | None:
    account = session().get(Account, account_id) or abort(404)
    return None if account.disabled else account


def _holdings(account: Account) -> Holdings:
    mine = account_closing.followed(session(), account.id)
    with current_installation().store.reading(account_closing.eyes(account.id)) as own:
        kept = {one.id for one in account_closing.kept_by(own, account.id)}
    alone = len(kept - reached(session(), kept))
    places = {one.id: one.site.called for one in session().scalars(sites())}
    rows = [_row(one, places) for one in mine[:PER_PAGE]]
    care: dict[UUID, int] = {}
    for one in account_closing.entrusted_to(session(), account.id):
        care[one.workplace_id] = care.get(one.workplace_id, 0) + 1
    return Holdings(
        rows,
        len(mine) - len(rows),
        alone,
        account_closing.takers(session(), account, current_account_id()) if alone else [],
        [Care(places.get(place, "–"), number, f"care_{place}") for place, number in care.items()],
    )


def _row(case: Case, places: dict[UUID, str]) -> Row:
    clock, by = leading(case)
    return Row(case.id, case.code, page_of(case), places.get(case.workplace_id, "–"), by, clock.value, f"to_{case.id}")


def _form(account: Account, found: Holdings, *, beside: bool = False) -> Form:
    """A field for each case of the page, one for those that only the account reads, one for each workplace of its
    members."""
    fields: dict[str, Any] = {one.field: Pick(_l("Who takes it over")) for one in found.rows}
    if found.rows:
        fields["every"] = Pick(_l("All of this page to"))
    if found.alone:
        fields["alone"] = Pick(_l("Who takes them over, and reads them from then on"))
    for place in found.care:
        fields[place.field] = Pick(_l("Who looks after them"))
    if found.care:
        fields["nobody"] = BooleanField(_l("Where I choose nobody: the organisers of the workplace see to them"))
    gone = set() if beside else _gone(fields)
    fields |= {name: Line("") for name in gone}
    form = cast(Form, type("HandOverForm", (Form,), fields)(beside=beside))
    form.overtaken = bool(gone)
    _offer(form, account, found)
    return form


def _gone(fields: Mapping[str, Any]) -> set[str]:
    """What was asked about and is no more, for somebody handed it over meanwhile: the other choices are not lost
    with it."""
    found = set()
    for name in request.form if request.method == "POST" else ():
        of_case = re.fullmatch(rf"to_({IdConverter.regex})", name)
        known = of_case is not None and session().get(Case, UUID(of_case[1])) is not None
        if name not in fields and (known or name in {"every", "alone", "nobody"} or name.startswith("care_")):
            found.add(name)
    return found


def _offer(form: Any, account: Account, found: Holdings) -> None:
    cases = {one.id: one for one in account_closing.followed(session(), account.id)}
    at: dict[UUID, list[tuple[UUID, str]]] = {}
    for row in found.rows:
        place = cases[row.id].workplace_id
        if place not in at:
            at[place] = [(who.id, who.name) for who in readers.handlers(session(), place) if who.id != account.id]
        form[row.field].offer(at[place], empty=_l("Later"))
    if found.rows:
        everybody = dict(pair for pairs in at.values() for pair in pairs)
        form["every"].offer(
            sorted(everybody.items(), key=lambda pair: pair[1].casefold()), empty=_l("Nobody: one by one")
        )
    if found.alone:
        form["alone"].offer([(who.id, who.name) for who in found.takers], empty=_l("Choose"))
    for one in found.care:
        delegates = readers.colleagues(session(), UUID(one.field.removeprefix("care_")), readers.CARE)
        form[one.field].offer([(who.id, who.name) for who in delegates if who.id != account.id], empty=_l("Nobody"))


def _hand_over(own: ReachSession, form: Any, found: Holdings, account_id: UUID) -> int:
    """Do what was chosen; returns how many things were handed over."""
    done, every = 0, form["every"].data if found.rows else None
    for row in found.rows:
        case = own.get(Case, row.id)
        to = form[row.field].data or _able(own, case, every)
        if case is not None and case.handled_by == account_id and to is not None:
            account_closing.take_over(own, current_account_id(), case, account_id, to)
            done += 1
    if found.alone and form["alone"].data is not None:
        kept = account_closing.kept_by(own, account_id)
        mine = reached(session(), {one.id for one in kept})  # these stand on the page one by one
        for case in kept:
            if case.id not in mine:
                account_closing.take_over(own, current_account_id(), case, account_id, form["alone"].data)
                done += 1
    for place in found.care:
        to = form[place.field].data
        rows = _cared_for(account_closing.entrusted_to(own, account_id), UUID(place.field.removeprefix("care_")))
        if to is not None or form["nobody"].data:
            account_closing.look_after(own, current_account_id(), rows, to)
            done += len(rows)
    return done


def _able(own: ReachSession, case: Case | None, to: UUID | None) -> UUID | None:
    """Whom the whole page goes to, where they work at this case's workplace."""
    if case is None or to is None:
        return None
    return to if to in {one.id for one in readers.handlers(own, case.workplace_id)} else None


def _cared_for(rows: Iterable[Entrusted], place: UUID) -> list[Entrusted]:
    return [one for one in rows if one.workplace_id == place]


def _shown(account: Account, found: Holdings, form: Form, refusals: Any = ()) -> Response:
    status = 422 if refusals else 200
    return page("cases/closing_account.html", form=form, status=status, account=account, found=found, refusals=refusals)
