"""What goes by itself: somebody twelve months after the last conversation unless they joined, what was answered about a
strike, what a closed list held, and the rows of a plan whose key is destroyed."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.drives import removing
from union.drives.actions import KIND
from union.drives.key import DriveKey
from union.drives.lists import DriveList, DriveListed, Line, ListState
from union.drives.models import Drive, DriveState
from union.drives.people import DriveAnswer, DriveContact, Question
from union.drives.talks import DriveTalk
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.record import chain
from union.vault.envelope import opens
from union.web.locale import today

KEPT = timedelta(days=365)  # somebody who is no member, from the last conversation
SAID_BEFORE = timedelta(days=30)  # before that time is over, the plan's pages name them
STRIKE_KEPT = timedelta(days=30)
LIST_KEPT = timedelta(days=30)


def ends_on(added_on: date, spoken_on: date | None) -> date:
    """The day on which somebody who is no member goes."""
    return max(added_on, spoken_on or added_on) + KEPT


def _people_over(session: Session, _hand: JobContext) -> list[UUID]:
    on, found = today(), []
    for row in session.scalars(select(DriveContact)):
        if opens(row, "standing") and row.standing.member_since is None:
            spoken = (
                [
                    one.talk.on
                    for one in session.scalars(select(DriveTalk).where(DriveTalk.contact_id == row.id))
                    if opens(one, "talk") and one.talk.outcome.spoken
                ]
                if on - row.standing.added_on > KEPT
                else []
            )
            if on > ends_on(row.standing.added_on, max(spoken, default=None)):
                found.append(row.id)
    return found


def _remove_person(session: Session, contact_id: UUID) -> list[UUID]:
    row = session.get_one(DriveContact, contact_id)
    removing.person(session, row.drive_id, contact_id)
    chain.note(session, None, chain.Act.REMOVED, KIND, row.drive_id, "person")
    return []


def _strike_over(session: Session, _hand: JobContext) -> list[UUID]:
    on = today()
    return [
        row.id
        for row in session.scalars(select(DriveAnswer))
        if opens(row, "answer") and row.answer.question is Question.STRIKE and on - row.answer.on > STRIKE_KEPT
    ]


def _remove_answer(session: Session, answer_id: UUID) -> list[UUID]:
    session.delete(session.get_one(DriveAnswer, answer_id))
    return []


def _lists_over(session: Session, _hand: JobContext) -> list[UUID]:
    """Thirty days after its last day: until then its owner sees what came of it."""
    return list(session.scalars(select(DriveList.id).where(DriveList.ends_on < today() - LIST_KEPT)))


def _remove_list(session: Session, list_id: UUID) -> list[UUID]:
    """The conversations stay with the people whom they were about; who asked never to be called, and of whom nobody
    said anything since, goes for good."""
    never = []
    for line in session.scalars(select(DriveListed).where(DriveListed.list_id == list_id)).all():
        never += [(line.drive_id, line.contact_id)] if line.line is Line.NEVER else []
        for talk in session.scalars(select(DriveTalk).where(DriveTalk.listed_id == line.id)).all():
            talk.listed_id = None
        session.flush()
        session.delete(line)
    session.flush()
    session.delete(session.get_one(DriveList, list_id))
    for drive_id, contact_id in never:
        removing.leave_alone(session, session.get_one(DriveContact, contact_id))
        removing.person(session, drive_id, contact_id)
    return []


def _ended_lists(session: Session, _hand: JobContext) -> list[UUID]:
    return list(
        session.scalars(select(DriveList.id).where(DriveList.state == ListState.OPEN, DriveList.ends_on < today()))
    )


def _close_list(session: Session, list_id: UUID) -> list[UUID]:
    session.get_one(DriveList, list_id).state = ListState.CLOSED
    return []


def _destroyed(session: Session, _hand: JobContext) -> list[UUID]:
    """Closed plans that still have rows."""
    closed = select(Drive).where(Drive.state == DriveState.CLOSED)
    return [
        one.id
        for one in session.scalars(closed)
        if any(session.scalar(select(kind.id).where(kind.drive_id == one.id).limit(1)) for kind in removing.OF_A_PLAN)
    ]


def _remove_rows(session: Session, drive_id: UUID) -> list[UUID]:
    drive = session.get_one(Drive, drive_id)
    key = session.get(DriveKey, drive_id)
    if key is not None:
        session.delete(key)
    removing.everything(session, drive)
    return []


EXPIRING = (
    Expiring(_destroyed, _remove_rows),
    Expiring(_people_over, _remove_person),
    Expiring(_strike_over, _remove_answer),
    Expiring(_ended_lists, _close_list),
    Expiring(_lists_over, _remove_list),
)
