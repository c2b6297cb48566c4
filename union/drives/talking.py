"""Lists in somebody's hands and what is written from them: made from filters, stopped at once, never read back.
Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from union.access import May, roles_with
from union.accounts import actions as accounts
from union.cases.readers import Colleague, colleagues
from union.drives import removing
from union.drives.actions import KIND, changed, still_open, under
from union.drives.lists import (
    A_DAY,
    DAYS,
    MOST,
    REST,
    Ask,
    DriveList,
    DriveListed,
    Line,
    ListedPerson,
    ListState,
    Marks,
    Purpose,
)
from union.drives.models import Drive
from union.drives.people import DriveContact
from union.drives.talks import DriveTalk, Outcome, Talk
from union.members.own import own_member
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

HOLDERS = roles_with(May.HOLD_LIST)
CORRECTED_WITHIN = timedelta(minutes=5)
NEVER_AN_HOUR = 5  # so many of "never again" within an hour stop a list: somebody burns it
ENDS = {Outcome.YES: Line.DONE, Outcome.THINKS: Line.DONE, Outcome.NO: Line.DONE, Outcome.NEVER: Line.NEVER}


def holders(session: ReachSession, drive: Drive) -> list[Colleague]:
    """Who may hold a list of the plan: organisers and delegates of its site."""
    return colleagues(session, drive.workplace_id, HOLDERS)


@dataclass(frozen=True)
class Wanted:
    """A list that is to be made."""

    asks: Ask
    holder_id: UUID
    days: int
    people: Collection[UUID]
    filters: tuple[tuple[str, int], ...] = ()


def make(session: ReachSession, by: UUID, drive: Drive, wanted: Wanted) -> DriveList:
    """A list of these people, frozen, in somebody's hands from now on. Raises `Refused`."""
    still_open(drive)
    if not wanted.people:
        raise Refused("", _l("Nobody is left by these filters: loosen one."))
    if len(wanted.people) > MOST:
        raise Refused("", _l("At most %(most)s people stand on a list: narrow it down.", most=MOST))
    if wanted.holder_id not in {one.id for one in holders(session, drive)} or wanted.days not in DAYS:
        raise Refused("holder", _l("Choose somebody of this workplace."))
    names = accounts.names(session, [by, wanted.holder_id])
    row = DriveList(
        **under(drive),
        holder_id=wanted.holder_id,
        workplace_id=drive.workplace_id,
        state=ListState.OPEN,
        ends_on=today() + timedelta(days=wanted.days),
        purpose=Purpose(wanted.asks, today(), names[by], names[wanted.holder_id], wanted.filters),
        version=1,
    )
    session.add(row)
    session.flush()
    for one in wanted.people:
        session.add(
            DriveListed(**under(drive), list_id=row.id, contact_id=one, line=Line.TO_CALL, marks=Marks(), version=1)
        )
    chain.note(session, by, chain.Act.GRANTED, KIND, drive.id, f"list {row.id}")
    return row


def stop(session: ReachSession, by: UUID, drive: Drive, row: DriveList) -> None:
    """The list is empty on its holder's telephone at their next tap. Raises `Refused` where it is closed already."""
    if row.state is not ListState.OPEN:
        raise Refused("", _l("This list is closed already."))
    row.state = ListState.STOPPED
    chain.note(session, by, chain.Act.ENDED, KIND, drive.id, f"list {row.id}")


def lists(session: ReachSession, drive: Drive) -> list[DriveList]:
    """The lists of a plan, the open ones first, then the newest."""
    found = readable(session.scalars(select(DriveList).where(DriveList.drive_id == drive.id)), "purpose")
    return sorted(found, key=lambda one: (not running(one), -one.ends_on.toordinal()))


def running(row: DriveList) -> bool:
    """Whether a list is in its holder's hands today."""
    return row.state is ListState.OPEN and row.ends_on >= today()


def in_hand(session: ReachSession, drives: Collection[UUID]) -> list[DriveList]:
    """The lists of some plans that are in somebody's hands today."""
    asked = select(DriveList).where(DriveList.drive_id.in_(drives), DriveList.state == ListState.OPEN)
    return [one for one in session.scalars(asked) if running(one)]


def lines(session: ReachSession, rows: Iterable[DriveList]) -> dict[UUID, list[DriveListed]]:
    """The people of some lists, by list, in the order in which they are to be called: who was not, first."""
    order = {Line.TO_CALL: 0, Line.TRIED: 1, Line.HELD_BACK: 2, Line.DONE: 3, Line.NEVER: 4}
    found: dict[UUID, list[DriveListed]] = {one.id: [] for one in rows}
    every = readable(session.scalars(select(DriveListed).where(DriveListed.list_id.in_(found))), "marks")
    for one in sorted(every, key=lambda one: (order[one.line], one.marks.tried_at[-1:], one.id)):
        found[one.list_id].append(one)
    return found


def resting(session: ReachSession, drive: Drive, now: datetime) -> dict[UUID, str]:
    """Who of a plan is not to be put on a list now, and why: on another open one, called within two days, or never."""
    found: dict[UUID, str] = {}
    open_lists = {one.id for one in in_hand(session, [drive.id])}
    for one in readable(session.scalars(select(DriveListed).where(DriveListed.drive_id == drive.id)), "marks"):
        last = max(one.marks.tried_at, default=None)
        if one.line is Line.NEVER:
            found[one.contact_id] = "never"
        elif one.list_id in open_lists:
            found.setdefault(one.contact_id, "listed")
        elif last is not None and now - last < timedelta(hours=REST):
            found.setdefault(one.contact_id, "called")
    return found


def held(session: ReachSession, me: UUID) -> list[DriveList]:
    """The open lists in one's own hands."""
    asked = select(DriveList).where(DriveList.holder_id == me).options(joinedload(DriveList.key))
    found = readable(session.scalars(asked), "purpose")
    return sorted((one for one in found if running(one)), key=lambda one: one.ends_on)


def called(session: ReachSession, rows: Iterable[DriveListed]) -> dict[UUID, ListedPerson]:
    """What their holder sees of the people of these lines."""
    wanted = {one.contact_id for one in rows}
    asked = select(ListedPerson).where(ListedPerson.id.in_(wanted))
    found = session.scalars(asked).all() if wanted else []
    return {one.id: one for one in readable(found, "calling")}


def show_number(session: ReachSession, by: UUID, row: DriveListed) -> None:
    """One number is shown, and that it was is kept. Raises `Refused` after the tries of a day."""
    now = datetime.now(UTC)
    if row.line is Line.NEVER:
        raise Refused("", _l("This person does not want to be called: leave them alone."))
    _refuse_too_many(session, by, now)
    row.marks = dataclasses.replace(row.marks, number_seen=(*row.marks.number_seen, now))
    chain.note(session, by, chain.Act.OPENED, KIND, row.drive_id, "number")


def _refuse_too_many(session: ReachSession, by: UUID, now: datetime) -> None:
    """Tries of a day are counted over all of one's lists."""
    every = [one for each in lines(session, held(session, by)).values() for one in each]
    seen = {one.id for one in every for at in one.marks.number_seen if now - at < timedelta(days=1)}
    if len(seen) >= A_DAY:
        raise Refused("", _l("Fifteen people a day are enough: go on tomorrow."))


def record(session: ReachSession, by: UUID, row: DriveListed, talk: Talk) -> DriveTalk:
    """What came of a call from a list. The line moves on; the person rests. Raises `Refused` for a line that ended."""
    if row.line not in {Line.TO_CALL, Line.TRIED}:
        raise Refused("", _l("This person is done on your list: go on with the next."))
    written = DriveTalk(
        key=row.key,
        drive_id=row.drive_id,
        contact_id=row.contact_id,
        written_by=by,
        listed_id=row.id,
        talk=talk,
        version=1,
    )
    session.add(written)
    _move(session, row, talk)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.drive_id, "talk")
    return written


def correct(session: ReachSession, by: UUID, written: DriveTalk, row: DriveListed, talk: Talk) -> None:
    """What was written down wrongly, within five minutes. Raises `Refused` later."""
    if not correctable(written):
        raise Refused("", _l("The five minutes are over: tell whoever gave you the list."))
    written.talk = dataclasses.replace(talk, at=written.talk.at, corrected_at=datetime.now(UTC))
    row.line = Line.TO_CALL
    _move(session, row, talk, again=True)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.drive_id, "talk")


def correctable(written: DriveTalk) -> bool:
    """Whether whoever wrote it may still put it right."""
    return datetime.now(UTC) - written.talk.at < CORRECTED_WITHIN


def _move(session: ReachSession, row: DriveListed, talk: Talk, *, again: bool = False) -> None:
    row.line = ENDS.get(talk.outcome, Line.TRIED)
    tried = row.marks.tried_at if again else (*row.marks.tried_at, talk.at)
    row.marks = dataclasses.replace(row.marks, tried_at=tried, later_on=talk.next_on)
    if row.line is Line.NEVER:
        _hold_back_where_burnt(session, row, talk.at)


def _hold_back_where_burnt(session: ReachSession, row: DriveListed, now: datetime) -> None:
    """Five of "never again" within an hour, and nobody else of the list is named: the owner looks first."""
    asked = select(DriveListed).where(DriveListed.list_id == row.list_id)
    every = readable(session.scalars(asked), "marks")
    recent = [
        one
        for one in every
        if one.line is Line.NEVER and now - max(one.marks.tried_at, default=now) < timedelta(hours=1)
    ]
    if len(recent) >= NEVER_AN_HOUR:
        for other in every:
            if other.line in {Line.TO_CALL, Line.TRIED}:
                other.line = Line.HELD_BACK


def write_talk(session: ReachSession, by: UUID, drive: Drive, row: DriveContact, talk: Talk) -> None:
    """A conversation of whoever works the plan."""
    still_open(drive)
    session.add(DriveTalk(**under(drive), contact_id=row.id, written_by=by, listed_id=None, talk=talk, version=1))
    changed(session, by, drive, "talk")


def talks(session: ReachSession, drive: Drive, contact_id: UUID | None = None) -> list[DriveTalk]:
    """The conversations of a plan, or of one person of it, the newest first."""
    asked = select(DriveTalk).where(DriveTalk.drive_id == drive.id)
    if contact_id is not None:
        asked = asked.where(DriveTalk.contact_id == contact_id)
    return sorted(readable(session.scalars(asked), "talk"), key=lambda one: one.talk.at, reverse=True)


def never_again(session: ReachSession, by: UUID, drive: Drive, row: DriveContact) -> None:
    """The owner agrees: the person goes from the plan with all that was known, and a keyed token stays, so that nobody
    writes them down anew."""
    still_open(drive)
    removing.leave_alone(session, row)
    removing.person(session, drive.id, row.id)
    chain.note(session, by, chain.Act.REMOVED, KIND, drive.id, "person")


def holds_as_member(session: ReachSession, account_id: UUID) -> bool:
    """Whether an account is known to be a member's: what the page warns of where it is not."""
    return own_member(session, account_id) is not None
