"""The committee: seats that are filled or missing, and what each promised. Nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.drives.actions import changed, still_open, under
from union.drives.committee import DriveSeat, Promise, Seat
from union.drives.models import Drive
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

MOST_PROMISES = 30


def seats(session: ReachSession, drive: Drive) -> list[DriveSeat]:
    """The seats of a plan, by unit."""
    found = readable(session.scalars(select(DriveSeat).where(DriveSeat.drive_id == drive.id)), "seat")
    return sorted(found, key=lambda one: (one.seat.unit.casefold(), one.id))


def add(session: ReachSession, by: UUID, drive: Drive, seat: Seat, account_id: UUID | None) -> DriveSeat:
    """A seat, filled or to be filled."""
    still_open(drive)
    _refuse_backwards(seat)
    row = DriveSeat(**under(drive), workplace_id=drive.workplace_id, account_id=account_id, seat=seat, version=1)
    session.add(row)
    changed(session, by, drive, "seat")
    return row


def keep(session: ReachSession, by: UUID, drive: Drive, row: DriveSeat, seat: Seat, account_id: UUID | None) -> None:
    """A seat as it is now."""
    still_open(drive)
    _refuse_backwards(seat)
    row.seat, row.account_id = seat, account_id
    changed(session, by, drive, "seat")


def _refuse_backwards(seat: Seat) -> None:
    if seat.from_on and seat.until_on and seat.until_on < seat.from_on:
        raise Refused("until_on", _l("The last day is before the first: correct one of them."))


def promise(session: ReachSession, by: UUID, drive: Drive, row: DriveSeat, what: str, until: date) -> None:
    """What the holder of a seat says they will do. Raises `Refused` for more than anybody keeps."""
    still_open(drive)
    if len(row.seat.promises) >= MOST_PROMISES:
        raise Refused("what", _l("Thirty promises are enough for one seat: mark some as kept first."))
    every = tuple(sorted((*row.seat.promises, Promise(what, until)), key=lambda one: one.by))
    row.seat = dataclasses.replace(row.seat, promises=every)
    changed(session, by, drive, "promise")


def kept(session: ReachSession, by: UUID, drive: Drive, row: DriveSeat, number: int) -> None:
    """A promise that was kept. Raises `Refused` where it is not there, or was marked already."""
    still_open(drive)
    promises = list(row.seat.promises)
    if not 0 <= number < len(promises) or promises[number].done_on is not None:
        raise Refused("", _l("Nothing waits for an answer here any more: reload the page."))
    promises[number] = dataclasses.replace(promises[number], done_on=today())
    row.seat = dataclasses.replace(row.seat, promises=tuple(promises))
    changed(session, by, drive, "promise")
