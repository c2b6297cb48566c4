"""What goes: one person of a plan with all that hangs on them, or all of a plan with its key."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.drives.committee import DriveSeat
from union.drives.key import DriveKey
from union.drives.lists import DriveList, DriveListed, NeverAgain, never_token
from union.drives.models import Drive, DriveWorker
from union.drives.people import DriveAnswer, DriveContact, DriveFollows, DriveUnit
from union.drives.talks import DriveTalk
from union.drives.trials import DriveTick, DriveTrial
from union.vault.envelope import opens

# What hangs on one person, in the order in which it goes: what names another row before that row.
ON_A_PERSON = (DriveTalk, DriveTick, DriveAnswer, DriveListed)
OF_A_PLAN = (*ON_A_PERSON, DriveFollows, DriveSeat, DriveTrial, DriveList, DriveContact, DriveUnit, DriveWorker)


def person(session: Session, drive_id: UUID, contact_id: UUID) -> None:
    """Somebody goes with their conversations, answers, ticks and lines; a seat of theirs is empty from now on."""
    for kind in ON_A_PERSON:
        for row in session.scalars(select(kind).where(kind.contact_id == contact_id)).all():
            session.delete(row)
        session.flush()
    for line in session.scalars(select(DriveFollows).where(DriveFollows.drive_id == drive_id)).all():
        if opens(line, "follows") and contact_id in line.follows.both:
            session.delete(line)
    for seat in session.scalars(select(DriveSeat).where(DriveSeat.drive_id == drive_id)).all():
        if opens(seat, "seat") and seat.seat.contact_id == contact_id:
            seat.seat, seat.account_id = dataclasses.replace(seat.seat, contact_id=None), None
    gone = session.get(DriveContact, contact_id)
    if gone is not None:
        session.delete(gone)


def leave_alone(session: Session, row: DriveContact) -> None:
    """Nobody writes this telephone down again: a keyed token of it stays, and nothing else."""
    phone = row.calling.phone
    if phone and session.scalar(select(NeverAgain.id).where(NeverAgain.phone_token == never_token(phone))) is None:
        session.add(NeverAgain(phone_token=never_token(phone)))


def everything(session: Session, drive: Drive) -> None:
    """All rows of a plan but its own, which keeps the counts."""
    for kind in OF_A_PLAN:
        for row in session.scalars(select(kind).where(kind.drive_id == drive.id)).all():
            session.delete(row)
        session.flush()


def key(session: Session, drive: Drive) -> None:
    """The key goes: whatever is left of the plan, here or in a dump made from now on, opens no more."""
    drive.plan_sealed = None
    found = session.get(DriveKey, drive.id)
    if found is not None:
        session.delete(found)
