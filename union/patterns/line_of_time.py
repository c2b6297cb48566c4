"""Union events and measures of the same people on one line of time, beside the base rate of their site."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from uuid import UUID

from sqlalchemy import select

from union.cases.opened_once import OpenedOnce
from union.grievances.hanging import Measure
from union.grievances.models import Paper
from union.members import roster
from union.members.models import MandateKind
from union.papers.dismissals.models import Decision, Dismissal
from union.patterns.counting import LEAST, WINDOW, Rate, heads
from union.patterns.models import OF_UNION, Happened, UnionEvent
from union.patterns.told import Told, cases
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.workplaces import elections
from union.workplaces.models import Workplace

AFTER = 365  # days: what came later than this after an event is not set beside it


class Source(Enum):
    """Where it is known from."""

    MANDATE = "mandate"
    ELECTION = "election"
    CASE = "case"
    LETTER = "letter"
    ENTERED = "entered"


@dataclass(frozen=True)
class Point:
    """One thing that happened. `member` is nobody where it concerns the site; `since` the days after the last union
    event of the same person or of the site."""

    on: date
    what: Happened
    source: Source
    member: UUID | None = None
    case: UUID | None = None
    code: str = ""
    words: str = ""
    known_on: date | None = None  # since when the employer knew
    known_how: str = ""
    agreed: bool = False  # its bearer agreed that a paper names them with it
    event: UUID | None = None  # the row, where somebody entered it
    since: int | None = None
    since_known: bool = False  # whether the employer knew of that event before

    @property
    def of_union(self) -> bool:
        return self.what in OF_UNION

    @property
    def may_be_printed(self) -> bool:
        """Whether the employer learns nothing by reading of this event."""
        return self.agreed or self.known_on is not None


@dataclass(frozen=True)
class Line:
    """What happened at a site, or to one person, oldest first, and what is usual there."""

    points: tuple[Point, ...]
    before: Rate | None = None  # measures of the site in the year before `first`
    active: Rate | None = None  # of those with union events, since then
    others: Rate | None = None  # of everybody else, since then
    first: date | None = None  # the first union event that a measure followed

    @property
    def followed(self) -> tuple[Point, ...]:
        """The measures that came after a union event."""
        return tuple(one for one in self.points if one.since is not None)

    @property
    def people(self) -> int:
        return len({one.member for one in self.points if one.member is not None})


LETTERS: OpenedOnce[Decision | None] = OpenedOnce(
    Dismissal, Dismissal.decision, lambda decision: decision, None, (Dismissal.case_id,)
)
BY_MEASURE = {
    Measure.WARNING: Happened.WARNING,
    Measure.REPRIMAND: Happened.REPRIMAND,
    Measure.SECOND_REPRIMAND: Happened.REPRIMAND,
    Measure.THIRD_REPRIMAND: Happened.REPRIMAND,
    Measure.SUSPENSION: Happened.SUSPENSION,
    Measure.TRANSFER: Happened.TRANSFER,
    Measure.DISMISSAL: Happened.DISMISSAL,
}
BY_PAPER = {Paper.SANCTION: Happened.SANCTION, Paper.DISMISSAL_LETTER: Happened.DISMISSAL}
# The ballot and its lists are posted by the employer (decree 2-04-465 and articles 448 to 456): it knows of them.
POSTED = frozenset({MandateKind.DELEGATE_FULL, MandateKind.DELEGATE_ALTERNATE, MandateKind.CANDIDATE})


def of_site(session: ReachSession, place: Workplace, on: date, *, printed: bool = False) -> Line:
    """The line of a site: the people who have a union event and a measure, and what concerns everybody. `printed` is
    what the employer may read: no union event that it does not know and whose bearer has not agreed."""
    every = _points(session, place.id, on, printed=printed)
    by_person: dict[UUID, list[Point]] = defaultdict(list)
    for one in every:
        if one.member is not None:
            by_person[one.member].append(one)
    both = {
        member
        for member, points in by_person.items()
        if any(one.of_union for one in points) and not all(one.of_union for one in points)
    }
    active = {member for member, points in by_person.items() if any(one.of_union for one in points)}
    shown = [one for one in every if one.member in both or (one.member is None and one.of_union)]
    return _beside(shown, every, active, place, on)


def of_member(session: ReachSession, place: Workplace, member: UUID, on: date, *, printed: bool = False) -> Line:
    """The line of one person, with what concerned the whole site; printed, nothing of somebody without a union event
    that may be."""
    every = _points(session, place.id, on, printed=printed)
    active = {one.member for one in every if one.member is not None and one.of_union}
    theirs = not printed or member in active
    shown = [one for one in every if (theirs and one.member == member) or (one.member is None and one.of_union)]
    return _beside(shown, every, active, place, on)


def _beside(shown: list[Point], every: list[Point], active: set[UUID], place: Workplace, on: date) -> Line:
    points = tuple(_counted_from_the_last(sorted(shown, key=lambda one: (one.on, not one.of_union))))
    followed = [one.on - timedelta(days=one.since) for one in points if one.since is not None]
    people = heads(place.site, on)
    if not followed or people is None:
        return Line(points)
    first = min(followed)
    days = max(1, (on - first).days + 1)
    measures = [one for one in every if not one.of_union]
    earlier = [one for one in measures if first - timedelta(days=WINDOW) <= one.on < first]
    since = [one for one in measures if one.on >= first]
    of_active = sum(one.member in active for one in since)
    others = people - len(active)
    return Line(
        points,
        Rate(len(earlier), heads(place.site, first) or people, WINDOW),
        Rate(of_active, len(active), days) if len(active) >= LEAST else None,
        Rate(len(since) - of_active, others, days) if others >= LEAST else None,
        first,
    )


def _counted_from_the_last(points: list[Point]) -> Iterator[Point]:
    """Each measure with the days since the last union event of its person, or of the site."""
    last: dict[UUID | None, Point] = {}
    for one in points:
        if one.of_union:
            last[one.member] = one
            yield one
            continue
        before = [found for key in (one.member, None) if (found := last.get(key)) is not None]
        newest = max(before, key=lambda each: each.on, default=None)
        if newest is None or (one.on - newest.on).days > AFTER:
            yield one
        else:
            known = newest.known_on is not None and newest.known_on <= one.on
            yield replace(one, since=(one.on - newest.on).days, since_known=known)


def _points(session: ReachSession, place: UUID, on: date, *, printed: bool) -> list[Point]:
    """Everything known of a site, each once: five statements, however many cases."""
    known = cases(session, [place])
    found = [*_mandates(session, place, on), *_elections(session, place), *_entered(session, place)]
    found += _of_cases(session, known)
    return [one for one in found if not printed or not one.of_union or one.may_be_printed]


def _mandates(session: ReachSession, place: UUID, on: date) -> Iterator[Point]:
    for entry in roster.listed(session, place, on).entries:
        for held in entry.mandates:
            posted = held.kind in POSTED
            yield Point(
                held.from_on,
                Happened.LIST if held.kind is MandateKind.CANDIDATE else Happened.MANDATE,
                Source.MANDATE,
                entry.who.member_id,
                known_on=held.from_on if posted else None,
            )


def _elections(session: ReachSession, place: UUID) -> Iterator[Point]:
    rows = readable(session.scalars(elections.of_site(place)), "result")
    for day in sorted({row.result.held_on for row in rows}):
        yield Point(day, Happened.LIST, Source.ELECTION, known_on=day)


def _entered(session: ReachSession, place: UUID) -> Iterator[Point]:
    rows = session.scalars(select(UnionEvent).where(UnionEvent.workplace_id == place))
    for row in readable(rows, "told"):
        told = row.told
        yield Point(
            told.on,
            told.what,
            Source.ENTERED,
            row.member_id,
            words=told.words,
            known_on=told.known_on,
            known_how=told.known_how,
            agreed=told.consents,
            event=row.id,
        )


def _of_cases(session: ReachSession, known: Iterable[Told]) -> Iterator[Point]:
    """A case that a member filed is an event of the union from the day on which the employer was told; what it is
    about may be a measure."""
    every = {one.id: one for one in known}
    letters = _letters(session, next(iter(every.values())).workplace_id) if every else {}
    for one in every.values():
        if one.member_id is None:
            continue
        letter = letters.get(one.id)
        if letter is not None and (day := letter.notified_on or letter.decided_on) is not None:
            yield _measure(one, day, Happened.DISMISSAL, Source.LETTER)
        elif one.said.measure is not None:
            yield _measure(one, one.said.on, BY_MEASURE[one.said.measure], Source.CASE)
        elif one.said.paper in BY_PAPER:
            yield _measure(one, one.said.on, BY_PAPER[one.said.paper], Source.CASE)
        elif one.said.filed_on is not None:
            yield Point(
                one.said.filed_on,
                Happened.CLAIM,
                Source.CASE,
                one.member_id,
                one.id,
                one.code,
                known_on=one.said.noted_on if one.said.agreed else None,
                agreed=one.said.agreed,
            )


def _letters(session: ReachSession, place: UUID) -> dict[UUID, Decision]:
    """The dismissal letters of a site that count, by their case."""
    rows = LETTERS.within(session, Dismissal.workplace_id == place)
    return {row.case_id: decision for row, decision in rows if decision is not None and not decision.set_aside}


def _measure(one: Told, on: date, what: Happened, source: Source) -> Point:
    return Point(on, what, source, one.member_id, one.id, one.code)
