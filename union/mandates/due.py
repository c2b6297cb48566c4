"""What falls due around a meeting: the note two days before, the meeting itself, the answer six days after the note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from union.law.dates.deadlines import Deadline, deadline
from union.law.dates.periods import Rule
from union.mandates.models import Meeting, Met
from union.store.reach import ReachSession
from union.web.damaged import readable

MEETING = "delegates_meeting"  # the day itself, which no period of the law counts


@dataclass(frozen=True)
class Due:
    """One date of a meeting; `ours` says whether it is the delegates' to keep."""

    meeting_id: UUID
    rule: str
    on: date
    ours: bool
    counted: Deadline | None = None


def note_by(met: Met) -> Deadline:
    """By when the note of a meeting is to be handed in."""
    return deadline(Rule.DELEGATES_NOTE, met.on)


def answer_by(met: Met) -> Deadline | None:
    """By when the employer has to answer in the register; None before the note was handed in."""
    return None if met.noted_on is None else deadline(Rule.DELEGATE_ANSWER, met.noted_on)


def of_meeting(meeting_id: UUID, met: Met, on: date) -> list[Due]:
    """What still falls due of one meeting, the soonest first; an answer that did not come stays to be claimed."""
    found = []
    if met.on >= on:
        if met.noted_on is None and met.points:
            note = note_by(met)
            found.append(Due(meeting_id, str(note.rule), note.safe_on, ours=True, counted=note))
        found.append(Due(meeting_id, MEETING, met.on, ours=True))
    answer = answer_by(met)
    if answer is not None and met.answered_on is None:
        found.append(Due(meeting_id, str(answer.rule), answer.legal_on, ours=False, counted=answer))
    return sorted(found, key=lambda one: one.on)


def mine(session: ReachSession) -> list[Meeting]:
    """One's meetings, the newest first."""
    return sorted(readable(session.scalars(select(Meeting)), "met"), key=lambda one: one.met.on, reverse=True)


def open_dates(meetings: Iterable[Meeting], on: date) -> list[Due]:
    """What falls due of all one's meetings, the soonest first."""
    found = [due for one in meetings for due in of_meeting(one.id, one.met, on)]
    return sorted(found, key=lambda one: one.on)
