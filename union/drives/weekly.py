"""A plan as it stood on each Monday of the last quarter: known, spoken with, members, listened to.

Counted anew from the days that stand beside each row, and so of those who are in the plan today: whoever left it is in
no week of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from union.drives.counting import FOLLOWED, FOLLOWERS, SAID, SPOKEN, SPOKEN_WITHIN, Layout, Said
from union.drives.models import Drive
from union.drives.people import FADES, Counted, DriveUnit, Stand
from union.languages.figures import percent
from union.store.reach import ReachSession

WEEKS = 13
WEEK = timedelta(days=7)
Sums = list[list[int]]  # of each week: known, spoken with, members, listened to


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
    spoken: Sequence[date]  # the newest last
    carried: Sequence[tuple[date, date]]  # from and until when an answer made them one who carries others
    followed: Sequence[date]  # since when each of their followers listens to them

    def stood(self, on: date) -> tuple[bool, bool, bool, bool]:
        """Whether they were known on a day, spoken with before it, a member, listened to."""
        return self.added <= on, self.spoke(on), self.joined is not None and self.joined <= on, self.leads(on)

    def spoke(self, on: date) -> bool:
        until = bisect_right(self.spoken, on)
        return until > 0 and on - self.spoken[until - 1] <= SPOKEN_WITHIN

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
    weeks = mondays(on)
    everybody, units = _empty(), defaultdict[UUID, Sums](_empty)
    for together, sums in _by_units(session, drive, laid, weeks).items():
        for place in (everybody, *(units[one] for one in laid.all_of(together))):
            _add(place, sums)
    whole = Trend(None, _weeks(everybody, counted, weeks))
    return whole, [Trend(one, _weeks(units[one.id], one.unit.counted, weeks)) for one in laid.units]


def _by_units(
    session: ReachSession, drive: Drive, laid: Layout, weeks: tuple[date, ...]
) -> dict[tuple[UUID, ...], Sums]:
    """The people of each set of units, counted once: many stand in the same ones."""
    found = defaultdict[tuple[UUID, ...], Sums](_empty)
    for units, days in _days(session, drive, laid):
        _add(found[units], [days.stood(on) for on in weeks])
    return found


def _empty() -> Sums:
    return [[0, 0, 0, 0] for _week in range(WEEKS)]


def _add(sums: Sums, more: Sequence[Sequence[int]]) -> None:
    for week, others in zip(sums, more, strict=True):
        for at, number in enumerate(others):
            week[at] += number


def _weeks(sums: Sums, counted: tuple[Counted, ...], weeks: tuple[date, ...]) -> tuple[Numbers, ...]:
    return tuple(
        Numbers(on, known, spoken, members, leaders, _headcount(counted, on))
        for on, (known, spoken, members, leaders) in zip(weeks, sums, strict=True)
    )


def _headcount(counted: tuple[Counted, ...], on: date) -> int | None:
    before = [one for one in counted if one.on <= on]
    if before:
        return max(before, key=lambda one: one.on).people
    return min(counted, key=lambda one: one.on).people if counted else None


def _days(session: ReachSession, drive: Drive, laid: Layout) -> Iterator[tuple[tuple[UUID, ...], Days]]:
    spoken, followed, said = SPOKEN.of(session, drive), FOLLOWED.of(session, drive), SAID.of(session, drive)
    for one in laid.people:
        carried = [each for answers in said.get(one.id, {}).values() for each in _carried(answers)]
        days = Days(one.added_on, one.member_since, spoken.get(one.id, ()), carried, followed.get(one.id, ()))
        yield one.units, days


def _carried(answers: Sequence[Said]) -> Iterator[tuple[date, date]]:
    """From when to when somebody carried others, by what they answered to one question: an answer holds until the next
    one, and fades."""
    for at, one in enumerate(answers):
        later = answers[at + 1].on - timedelta(days=1) if at + 1 < len(answers) else date.max
        if one.stand is Stand.CARRIES:
            yield one.on, min(later, one.on + timedelta(days=FADES))
