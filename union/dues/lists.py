"""A list of payments: read, matched with our members, written at once, and undone.

A number, a telephone or a birth beside a name that agrees says who it is; a name alone decides nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from flask_babel import lazy_gettext as _l
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.dues import actions
from union.dues.models import DuesList, DuesPayment, Fault, Line, Listed, ListState, Paid
from union.imports.matching.matcher import shown_name
from union.jobs.housekeeping import Moving, Passing
from union.layoffs.lists.matching import Match, matches
from union.members.models import Member
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.columns.fields import ROSTER
from union.tables.columns.guessing import guess
from union.tables.kinds.roster import RosterRow, interpret
from union.tables.table import Table
from union.vault.envelope import opens
from union.web.locale import today

LIST = "dues_list"  # in the record
KEPT = timedelta(days=30)  # the names on a list, and a list of which nothing was written
MOST = 500  # lines at once: each gets a receipt while whoever sends waits


@dataclass(frozen=True)
class Told:
    """What is said of a whole list where its lines say nothing: the sum of each, in dirhams, may be None."""

    year: int
    amount: Decimal | None
    paid: Paid


def read(session: ReachSession, workplace_id: UUID, table: Table, told: Told, on: date) -> Listed:
    """The lines of a list with whom they mean. Raises `Refused` for a list without people or sums, and a longer one."""
    mapping = {at: found.field for at, found in guess(table, ROSTER).items()}
    if "dues" not in mapping.values() and told.amount is None:
        raise Refused("amount", _l("No column of this list is called dues: write the sum of each line here."))
    found = interpret(table, mapping, today=on).rows
    # A row that a roster would refuse for another of its cells still says who paid.
    rows = [replace(one, ok=True) for one in found if shown_name(one) or one.employee_number]
    if not rows:
        raise Refused("file", _l("No name and no number was found in this list."))
    if len(rows) > MOST:
        raise Refused("file", _l("At most %(most)s lines at once: part the list.", most=MOST))
    lines = tuple(_lines(rows, matches(session, workplace_id, rows), told.amount))
    how = told.paid
    return Listed(told.year, how.means, how.on, how.reference, how.by_name, lines, on)


def _lines(rows: list[RosterRow], found: list[Match], each: Decimal | None) -> Iterator[Line]:
    for row, match in zip(rows, found, strict=True):
        said, amount = shown_name(row) or row.employee_number or "", row.dues if row.dues is not None else each
        if match.member_id is None:
            fault = Fault.NAME_ALONE if match.candidates else Fault.UNKNOWN
            yield Line(row.number, said, amount=amount, fault=fault)
        elif amount is None or not 0 < amount < actions.MOST:
            yield Line(row.number, said, match.member_id, fault=Fault.NO_SUM)
        else:
            yield Line(row.number, said, match.member_id, amount)


def keep(session: ReachSession, by: UUID, workplace_id: UUID, listed: Listed) -> DuesList:
    """The list as it was read; nothing is paid by it yet."""
    row = DuesList(workplace_id=workplace_id, state=ListState.NEW, listed=listed, version=1)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, LIST, row.id)
    return row


def write(session: ReachSession, by: UUID, row: DuesList, on: date) -> int:
    """A payment with its receipt for every good line. Returns how many. Raises `Refused` where it was written."""
    if row.state is not ListState.NEW:
        raise Refused("", _l("This list was written already: reload the page."))
    told, lines = row.listed, list[Line]()
    for one in row.listed.lines:
        member = session.get(Member, one.member_id) if one.member_id and one.fault is None else None
        if member is None or one.amount is None:
            lines.append(one)
            continue
        paid = Paid(one.amount, told.means, told.on, told.reference, by_name=told.by_name)
        made = actions.pay(session, by, member, row.workplace_id, told.year, paid, on)
        lines.append(dataclasses.replace(one, payment_id=made.id))
    row.listed, row.state = dataclasses.replace(told, lines=tuple(lines)), ListState.WRITTEN
    chain.note(session, by, chain.Act.CHANGED, LIST, row.id, row.state.value)
    return sum(one.payment_id is not None for one in lines)


def undo(session: ReachSession, by: UUID, row: DuesList, why: str, on: date) -> int:
    """Strike out every payment of a list that stands still. Returns how many. Raises `Refused` where none was
    written."""
    if row.state is not ListState.WRITTEN:
        raise Refused("", _l("Nothing of this list is written, or it was undone: reload the page."))
    struck = 0
    for one in row.listed.lines:
        payment = session.get(DuesPayment, one.payment_id) if one.payment_id else None
        if payment is not None and payment.paid.struck_on is None:
            actions.strike_out(session, by, payment, why, on)
            struck += 1
    row.state = ListState.UNDONE
    chain.note(session, by, chain.Act.CHANGED, LIST, row.id, row.state.value)
    return struck


def throw_away(session: ReachSession, by: UUID, row: DuesList) -> None:
    """A list of which nothing was written goes, with the names on it. Raises `Refused` for any other."""
    if row.state is not ListState.NEW:
        raise Refused("", _l("This list was written already: reload the page."))
    chain.note(session, by, chain.Act.REMOVED, LIST, row.id)
    session.delete(row)


def _old(session: Session) -> Iterator[DuesList]:
    before, every = today() - KEPT, session.scalars(select(DuesList))
    return (one for one in every if opens(one, "listed") and (one.listed.came_on or one.listed.on) < before)


def _never_written(session: Session) -> list[UUID]:
    return [one.id for one in _old(session) if one.state is ListState.NEW]


def _named_still(session: Session) -> list[UUID]:
    return [one.id for one in _old(session) if any(line.said for line in one.listed.lines)]


def _unname(session: Session, list_id: UUID) -> None:
    row = session.get_one(DuesList, list_id)
    unnamed = tuple(dataclasses.replace(one, said="") for one in row.listed.lines)
    row.listed = dataclasses.replace(row.listed, lines=unnamed)


PASSING = Passing(DuesList, _never_written)
MOVING = Moving(_named_still, _unname)
