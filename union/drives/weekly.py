"""A plan as it stood on each Monday of the last quarter: known, spoken with, members, listened to.

Counted anew from the days that stand beside each row, and so of those who are in the plan today: whoever left it is in
no week of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from union.drives import actions
from union.drives.counting import FOLLOWERS, SPOKEN_WITHIN, Layout, each_of
from union.drives.models import Drive
from union.drives.people import FADES, Answer, Counted, DriveAnswer, DriveContact, DriveUnit, Stand
from union.drives.talks import DriveTalk
from union.languages.figures import percent
from union.store.reach import ReachSession

WEEKS = 13
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Numbers:
    """One week of a unit. `headcount`: as it had been counted by then, or first afterwards; None where it never was."""

    on: date
    known: int
    spoken: int
    members: int
    leaders: int
    headcount: int | None

    def share(self, number: int) -> Decimal | None:
        """In a hundred of the headcount; None where it is not known."""
        return percent(number, self.headcount)


@dataclass(frozen=True)
class Trend:
    """The weeks of a unit, the oldest first; of the whole site where `unit` is None."""

    unit: DriveUnit | None
    weeks: tuple[Numbers, ...]


@dataclass(frozen=True)
class Days:
    """On which days something happened with somebody: what is needed to say how a week stood."""

    added: date
    joined: date | None
    spoken: tuple[date, ...]
    carried: tuple[tuple[date, date], ...]  # from and until when an answer made them one who carries others
    followed: tuple[date, ...]  # since when each of their followers listens to them

    def spoke(self, on: date) -> bool:
        return any(on - SPOKEN_WITHIN <= one <= on for one in self.spoken)

    def leads(self, on: date) -> bool:
        carries = any(begins <= on <= ends for begins, ends in self.carried)
        return carries and sum(one <= on for one in self.followed) >= FOLLOWERS


def mondays(on: date) -> tuple[date, ...]:
    """The last Mondays up to a day, the oldest first."""
    last = on - timedelta(days=on.weekday())
    return tuple(last - WEEK * back for back in reversed(range(WEEKS)))


def trends(
    session: ReachSession, drive: Drive, laid: Layout, counted: tuple[Counted, ...], on: date
) -> tuple[Trend, list[Trend]]:
    """The whole site, whose headcounts are `counted`, and each unit in the order of the plan."""
    days = _days(session, drive, laid.people)
    members: dict[UUID, list[Days]] = defaultdict(list)
    for person in laid.people:
        for unit_id in laid.units_of(person):
            members[unit_id].append(days[person.id])
    weeks = mondays(on)
    whole = Trend(None, _weeks(list(days.values()), counted, weeks))
    return whole, [Trend(one, _weeks(members[one.id], one.unit.counted, weeks)) for one in laid.units]


def _weeks(people: list[Days], counted: tuple[Counted, ...], weeks: tuple[date, ...]) -> tuple[Numbers, ...]:
    return tuple(
        Numbers(
            on,
            sum(one.added <= on for one in people),
            sum(one.spoke(on) for one in people),
            sum(one.joined is not None and one.joined <= on for one in people),
            sum(one.leads(on) for one in people),
            _headcount(counted, on),
        )
        for on in weeks
    )


def _headcount(counted: tuple[Counted, ...], on: date) -> int | None:
    before = [one for one in counted if one.on <= on]
    if before:
        return max(before, key=lambda one: one.on).people
    return min(counted, key=lambda one: one.on).people if counted else None


def _days(session: ReachSession, drive: Drive, people: list[DriveContact]) -> dict[UUID, Days]:
    spoken, followed = defaultdict[UUID, list[date]](list), defaultdict[UUID, list[date]](list)
    for who, talk in each_of(session, drive, DriveTalk, DriveTalk.talk):
        if talk.outcome.spoken:
            spoken[who].append(talk.on)
    for line in actions.follows(session, drive):
        followed[line.follows.leader_id].append(line.follows.on)
    carried = _carried(session, drive)
    return {
        one.id: Days(
            one.standing.added_on,
            one.standing.member_since,
            tuple(spoken[one.id]),
            tuple(carried[one.id]),
            tuple(followed[one.id]),
        )
        for one in people
    }


def _carried(session: ReachSession, drive: Drive) -> dict[UUID, list[tuple[date, date]]]:
    """From when to when each person carried others, question by question: an answer holds until the next one of its
    question, and fades."""
    said: dict[tuple[UUID, object], list[Answer]] = defaultdict(list)
    for who, answer in each_of(session, drive, DriveAnswer, DriveAnswer.answer):
        said[who, answer.question].append(answer)
    found: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    for (who, _question), answers in said.items():
        answers.sort(key=lambda one: one.on)
        for at, one in enumerate(answers):
            later = answers[at + 1].on - timedelta(days=1) if at + 1 < len(answers) else date.max
            if one.stand is Stand.CARRIES:
                found[who].append((one.on, min(later, one.on + timedelta(days=FADES))))
    return found
