"""Closing a plan by two: its key is destroyed, the counts stay. Nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.drives import opened, removing
from union.drives.actions import KIND, people, still_open
from union.drives.lists import DriveList, ListState
from union.drives.models import Counts, Drive, DriveState
from union.drives.talks import DriveTalk
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today


def ask(session: ReachSession, by: UUID, drive: Drive, reason: str, headcount: int | None) -> None:
    """Whoever works a plan asks that it be destroyed: from now on nothing is written into it, and its lists are empty.
    Raises `Refused` where that was asked already."""
    still_open(drive)
    for row in session.scalars(
        select(DriveList).where(DriveList.drive_id == drive.id, DriveList.state == ListState.OPEN)
    ):
        row.state = ListState.STOPPED
    every = people(session, drive)
    drive.counts = Counts(
        people=len(every),
        joined=sum(1 for one in every if one.standing.joined_on is not None),
        talks=session.scalar(select(func.count(DriveTalk.id)).where(DriveTalk.drive_id == drive.id)) or 0,
        lists=session.scalar(select(func.count(DriveList.id)).where(DriveList.drive_id == drive.id)) or 0,
        headcount=headcount or 0,
        asked_by=by,
        asked_at=datetime.now(UTC).replace(microsecond=0),
        reason=reason,
    )
    drive.state = DriveState.CLOSING
    chain.note(session, by, chain.Act.CHANGED, KIND, drive.id, "closing asked")


def take_back(session: ReachSession, by: UUID, drive: Drive) -> None:
    """The plan goes on; its lists stay stopped. Raises `Refused` where nothing was asked."""
    _waits(drive)
    drive.counts, drive.state = Counts(), DriveState.OPEN
    chain.note(session, by, chain.Act.CHANGED, KIND, drive.id, "closing taken back")


def destroy(session: ReachSession, by: UUID, drive: Drive) -> None:
    """The second person agrees, and the key is gone with this act. The rows, which nobody opens any more, are removed
    by the daily work. Raises `Refused` for whoever asked, and where nothing was asked."""
    _waits(drive)
    if drive.counts.asked_by == by:
        raise Refused("", _l("A second person closes it, not whoever asked."))
    opened.forget(drive)
    removing.key(session, drive)
    drive.counts = dataclasses.replace(drive.counts, asked_by=None, asked_at=None, reason="", closed_on=today())
    session.flush()
    drive.state = DriveState.CLOSED
    chain.note(session, by, chain.Act.REMOVED, KIND, drive.id, "key")


def _waits(drive: Drive) -> None:
    if drive.state is not DriveState.CLOSING:
        raise Refused("", _l("Nothing waits for an answer here any more: reload the page."))
