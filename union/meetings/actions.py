"""Every way in which meetings change. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.meetings.models import Attended, Decided, Told, UnionMeeting
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.web.damaged import readable

KIND = "union_meeting"  # in the record
MOST_LINES = 100  # teams, or decisions, of one meeting


def call(session: ReachSession, by: UUID, workplace_id: UUID, told: Told) -> UnionMeeting:
    """A meeting at a site, that is to come or was."""
    meeting = UnionMeeting(workplace_id=workplace_id, told=told, version=1)
    session.add(meeting)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, meeting.id)
    return meeting


def correct(session: ReachSession, by: UUID, meeting: UnionMeeting, told: Told) -> None:
    """When, where and what about; what was counted and decided stays."""
    kept = meeting.told
    meeting.told = dataclasses.replace(told, attended=kept.attended, decided=kept.decided, called_off=kept.called_off)
    _changed(session, by, meeting)


def call_off(session: ReachSession, by: UUID, meeting: UnionMeeting, why: str) -> None:
    """It does not take place. Raises `Refused` where somebody was counted there."""
    if meeting.told.attended:
        raise Refused("why", _l("People were counted at this meeting: take the counts off first."))
    meeting.told = dataclasses.replace(meeting.told, called_off=why)
    _changed(session, by, meeting)


def count(session: ReachSession, by: UUID, meeting: UnionMeeting, attended: Attended, today: date) -> None:
    """How many came from a team; a team that was counted is counted anew.

    Raises `Refused` for a meeting that is still to come or was called off, more people than work in the team, and too
    many teams.
    """
    told = meeting.told
    if told.called_off:
        raise Refused("came", _l("This meeting was called off: call another one."))
    if told.on > today:
        raise Refused("came", _l("This meeting is still to come: count on its day, or correct the day."))
    if attended.of is not None and attended.came > attended.of:
        raise Refused("came", _l("More came than work in this team: look at both numbers."))
    others = tuple(one for one in told.attended if fold(one.team) != fold(attended.team))
    _refuse_many(len(others), "team")
    meeting.told = dataclasses.replace(told, attended=(*others, attended))
    _changed(session, by, meeting)


def uncount(session: ReachSession, by: UUID, meeting: UnionMeeting, team: str) -> None:
    """The count of a team was a mistake. Raises `Refused` where there is none of that name."""
    left = tuple(one for one in meeting.told.attended if one.team != team)
    if left == meeting.told.attended:
        raise Refused("team", _l("This team is not counted any more: look at the page again."))
    meeting.told = dataclasses.replace(meeting.told, attended=left)
    _changed(session, by, meeting)


def counted_before(session: ReachSession, meeting: UnionMeeting) -> dict[str, Attended]:
    """How each team of a site was counted last before a meeting, by its name in plain letters."""
    asked = select(UnionMeeting).where(UnionMeeting.workplace_id == meeting.workplace_id, UnionMeeting.id != meeting.id)
    earlier = (one.told for one in readable(session.scalars(asked), "told") if one.told.on <= meeting.told.on)
    return {fold(one.team): one for told in sorted(earlier, key=lambda told: told.on) for one in told.attended}


def decide(session: ReachSession, by: UUID, meeting: UnionMeeting, decided: Decided) -> None:
    """A decision. Raises `Refused` where the meeting was called off, and for too many of them."""
    if meeting.told.called_off:
        raise Refused("words", _l("This meeting was called off: call another one."))
    _refuse_many(len(meeting.told.decided), "words")
    meeting.told = dataclasses.replace(meeting.told, decided=(*meeting.told.decided, decided))
    _changed(session, by, meeting)


def redecide(session: ReachSession, by: UUID, meeting: UnionMeeting, at: int, decided: Decided | None) -> None:
    """A decision is corrected or done; None strikes it out. `at` counts from 0."""
    lines = list(meeting.told.decided)
    lines[at : at + 1] = [] if decided is None else [decided]
    meeting.told = dataclasses.replace(meeting.told, decided=tuple(lines))
    _changed(session, by, meeting)


def _refuse_many(lines: int, field: str) -> None:
    if lines >= MOST_LINES:
        raise Refused(field, _l("A meeting holds no more lines: put two together."))


def _changed(session: ReachSession, by: UUID, meeting: UnionMeeting) -> None:
    chain.note(session, by, chain.Act.CHANGED, KIND, meeting.id)
