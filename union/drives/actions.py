"""Beginning a plan, its units, its people, what they answered, whom they follow. Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, roles_with
from union.accounts import actions as accounts
from union.cases.readers import Colleague, colleagues
from union.drives.key import fresh_key
from union.drives.lists import NeverAgain, never_token
from union.drives.models import Counts, Drive, DriveState, DriveWorker, Plan
from union.drives.people import (
    Answer,
    Basis,
    Calling,
    DriveAnswer,
    DriveContact,
    DriveFollows,
    DriveUnit,
    Follows,
    Question,
    Stand,
    Standing,
    Through,
    Unit,
    UnitKind,
)
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

KIND = "drive"  # in the record
WORKERS = roles_with(May.KEEP_PLAN)
DEEP = 6  # units one above the other


def under(drive: Drive) -> dict[str, Any]:
    """What each row of a plan is made with: whose it is, and the key that seals it."""
    return {"key": drive.key, "drive_id": drive.id}


def begin(session: ReachSession, by: UUID, workplace_id: UUID, plan: Plan) -> Drive:
    """A plan of a site, owned by whoever begins it, under a fresh key."""
    drive = Drive(workplace_id=workplace_id, owner_id=by, state=DriveState.OPEN, counts=Counts(), version=1)
    session.add(drive)
    session.flush()
    drive.key = fresh_key(drive.id)
    session.add(drive.key)
    drive.plan = plan
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, drive.id)
    return drive


def keep(session: ReachSession, by: UUID, drive: Drive, plan: Plan, workers: Collection[UUID]) -> None:
    """Another name, or other people who work it. Raises `Refused` for somebody who works no case of the site."""
    still_open(drive)
    able = {one.id for one in able_to_work(session, drive)}
    known = {row.account_id: row for row in workers_of(session, drive)}
    if not set(workers) - known.keys() <= able:
        raise Refused("workers", _l("Choose among the organisers of this workplace."))
    drive.plan = plan
    for account_id in sorted(set(workers) - known.keys()):
        session.add(DriveWorker(drive_id=drive.id, account_id=account_id))
    for account_id in known.keys() - set(workers):
        session.delete(known[account_id])
    changed(session, by, drive, "people")


def workers_of(session: ReachSession, drive: Drive) -> list[DriveWorker]:
    """Who works a plan beside its owner."""
    return list(session.scalars(select(DriveWorker).where(DriveWorker.drive_id == drive.id)))


def able_to_work(session: ReachSession, drive: Drive) -> list[Colleague]:
    """Who could work a plan beside its owner."""
    return [one for one in colleagues(session, drive.workplace_id, WORKERS) if one.id != drive.owner_id]


def add_unit(session: ReachSession, by: UUID, drive: Drive, unit: Unit) -> DriveUnit:
    """A part of the site. Raises `Refused` for a name that is there already."""
    still_open(drive)
    _refuse_double(session, drive, unit, None)
    row = DriveUnit(**under(drive), unit=unit, version=1)
    session.add(row)
    changed(session, by, drive, "units")
    return row


def keep_unit(session: ReachSession, by: UUID, drive: Drive, row: DriveUnit, unit: Unit) -> None:
    """A unit as it is now. Raises `Refused` for a name that is there already, and for a circle of units."""
    still_open(drive)
    _refuse_double(session, drive, unit, row.id)
    _refuse_circle(session, drive, row.id, unit.parent_id)
    row.unit = unit
    changed(session, by, drive, "units")


def units(session: ReachSession, drive: Drive) -> list[DriveUnit]:
    """The units of a plan, by kind and name."""
    found = readable(session.scalars(select(DriveUnit).where(DriveUnit.drive_id == drive.id)), "unit")
    order = list(UnitKind)
    return sorted(found, key=lambda one: (order.index(one.unit.kind), one.unit.name.casefold()))


def _refuse_double(session: ReachSession, drive: Drive, unit: Unit, but: UUID | None) -> None:
    for one in units(session, drive):
        same = (one.unit.kind, one.unit.parent_id, one.unit.name.casefold())
        if one.id != but and same == (unit.kind, unit.parent_id, unit.name.casefold()):
            raise Refused("name", _l("A unit of this kind has that name already: choose another."))


def _refuse_circle(session: ReachSession, drive: Drive, row_id: UUID, parent_id: UUID | None) -> None:
    above = {one.id: one.unit.parent_id for one in units(session, drive)}
    for _step in range(DEEP):
        if parent_id is None:
            return
        if parent_id == row_id:
            break
        parent_id = above.get(parent_id)
    raise Refused("parent", _l("A unit cannot lie within itself, nor deeper than six: choose another one above it."))


def add_people(session: ReachSession, by: UUID, drive: Drive, found: Iterable[tuple[Calling, Standing]]) -> None:
    """People who agreed to be written down. Whoever asked never to be written down again is left alone, and whoever
    stands in the plan already is not doubled; neither is told, for a telephone of somebody else is easily tried.

    Raises `Refused` before the legal basis was confirmed.
    """
    still_open(drive)
    found = list(found)
    if not drive.plan.legal_basis and any(standing.basis is not Basis.MEMBER for _calling, standing in found):
        raise Refused("basis", _l("Write first, on the page of the plan, on what legal basis people are written down."))
    passed_over = {one.calling.phone for one in people(session, drive)}
    passed_over |= resting_for_ever(session, {calling.phone for calling, _standing in found})
    for calling, standing in found:
        if not calling.phone or calling.phone not in passed_over:
            session.add(DriveContact(**under(drive), calling=calling, standing=standing, version=1))
            passed_over.add(calling.phone)
    changed(session, by, drive, "person")


def keep_person(
    session: ReachSession, by: UUID, drive: Drive, row: DriveContact, calling: Calling, standing: Standing
) -> None:
    """Somebody as they are now. A telephone whose holder asked never to be written down again is left out, without a
    word."""
    still_open(drive)
    if resting_for_ever(session, {calling.phone}):
        calling = dataclasses.replace(calling, phone="")
    row.calling, row.standing = calling, standing
    changed(session, by, drive, "person")


def people(session: ReachSession, drive: Drive) -> list[DriveContact]:
    """The people of a plan, by given name."""
    asked = select(DriveContact).where(DriveContact.drive_id == drive.id)
    return sorted(
        readable(session.scalars(asked), "calling", "standing"), key=lambda one: one.calling.given_name.casefold()
    )


def resting_for_ever(session: ReachSession, phones: Collection[str]) -> set[str]:
    """Those of the telephones whose holders asked never to be written down again."""
    tokens = {never_token(one): one for one in phones if one}
    asked = select(NeverAgain.phone_token).where(NeverAgain.phone_token.in_(tokens))
    return {tokens[one] for one in session.scalars(asked)} if tokens else set()


def answer(session: ReachSession, by: UUID, drive: Drive, row: DriveContact, question: Question, stand: Stand) -> None:
    """Where somebody stands today, beside what they answered before."""
    still_open(drive)
    said = Answer(question, stand, today(), accounts.names(session, [by])[by])
    session.add(DriveAnswer(**under(drive), contact_id=row.id, answer=said))
    changed(session, by, drive, "answer")


def tie(
    session: ReachSession, by: UUID, drive: Drive, leader: DriveContact, follower: DriveContact, how: Through
) -> None:
    """Somebody is listened to by another. Raises `Refused` for oneself, and for what is drawn already."""
    still_open(drive)
    if leader.id == follower.id:
        raise Refused("follower", _l("Choose somebody else: nobody follows themselves."))
    for one in follows(session, drive):
        if (one.follows.leader_id, one.follows.follower_id) == (leader.id, follower.id):
            raise Refused("follower", _l("This line is drawn already."))
    line = Follows(leader.id, follower.id, how, today(), accounts.names(session, [by])[by])
    session.add(DriveFollows(**under(drive), follows=line))
    changed(session, by, drive, "line")


def untie(session: ReachSession, by: UUID, drive: Drive, row: DriveFollows) -> None:
    """A line that was drawn wrongly goes."""
    still_open(drive)
    session.delete(row)
    changed(session, by, drive, "line")


def follows(session: ReachSession, drive: Drive) -> list[DriveFollows]:
    """Who is followed by whom in a plan."""
    return readable(session.scalars(select(DriveFollows).where(DriveFollows.drive_id == drive.id)), "follows")


def joined(session: ReachSession, by: UUID, drive: Drive, row: DriveContact) -> None:
    """Somebody became a member: their file is written where members are written, and their time here ends no more."""
    still_open(drive)
    row.standing = dataclasses.replace(row.standing, joined_on=row.standing.joined_on or today())
    changed(session, by, drive, "joined")


def still_open(drive: Drive) -> None:
    """Raises `Refused` where the plan is closed, or waits to be."""
    if drive.state is not DriveState.OPEN:
        raise Refused("", _l("This plan is being closed: nothing is written into it any more."))


def changed(session: ReachSession, by: UUID, drive: Drive, what: str) -> None:
    """The line of the record: that something of the plan changed, and never of whom."""
    chain.note(session, by, chain.Act.CHANGED, KIND, drive.id, what)
