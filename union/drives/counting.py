"""What a plan knows of its units, in numbers: people known, spoken with, leaders, members; always of the headcount,
never of those who were asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from sqlalchemy import select

from union.drives import actions
from union.drives.committee import DriveSeat
from union.drives.models import PURPOSE, Drive
from union.drives.opened import OpenedOfPlan
from union.drives.people import (
    FADES,
    Calling,
    DriveAnswer,
    DriveContact,
    DriveFollows,
    DriveUnit,
    Question,
    Stand,
    UnitKind,
)
from union.drives.talks import DriveTalk
from union.languages.figures import percent
from union.store.among import as_given, id_of
from union.store.reach import ReachSession
from union.vault import own_key
from union.web import damaged

SPOKEN_WITHIN = timedelta(days=90)
STALE = timedelta(days=90)  # a headcount older than that is to be counted anew
LEAST = 5  # a cell of fewer people than that is no part of the coverage
FOLLOWERS = 2  # who has so many, and answered with a 1, is a leader
A_LEADER_FOR = 10  # people: what we aim at


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody of a plan as the counts need them: never who it is."""

    id: UUID
    units: tuple[UUID, ...]
    added_on: date
    member_since: date | None


@dataclass(frozen=True, slots=True)
class Said:
    """Where somebody stood on a day."""

    question: Question
    stand: Stand
    on: date


def _placed(rows: Iterable[tuple[UUID, tuple[tuple[UUID, ...], date, date | None]]]) -> dict[UUID, Placed]:
    return {who: Placed(who, *kept) for who, kept in rows}


def _days(rows: Iterable[tuple[UUID, date | None]]) -> dict[UUID, list[date]]:
    """On which days each person was spoken with, the newest last."""
    found = defaultdict[UUID, list[date]](list)
    for who, on in rows:
        if on is not None:
            found[who].append(on)
    return {who: sorted(days) for who, days in found.items()}


def _said(rows: Iterable[tuple[UUID, Said]]) -> dict[UUID, dict[Question, list[Said]]]:
    """What each person answered to each question, the newest last; of one day, what was written down last."""
    found = defaultdict[UUID, dict[Question, list[Said]]](dict)
    for who, said in rows:
        found[who].setdefault(said.question, []).append(said)
    for asked in found.values():
        for every in asked.values():
            every.sort(key=lambda one: one.on)
    return dict(found)


def _followed(rows: Iterable[tuple[UUID, tuple[UUID, date]]]) -> dict[UUID, list[date]]:
    """Since when each of their followers listens to somebody."""
    found = defaultdict[UUID, list[date]](list)
    for _line, (leader, on) in rows:
        found[leader].append(on)
    return dict(found)


PLACED = OpenedOfPlan(
    DriveContact, DriveContact.standing, lambda one: (one.units, one.added_on, one.member_since), _placed
)
SPOKEN = OpenedOfPlan(DriveTalk, DriveTalk.talk, lambda one: one.on if one.outcome.spoken else None, _days)
SAID = OpenedOfPlan(DriveAnswer, DriveAnswer.answer, lambda one: Said(one.question, one.stand, one.on), _said)
FOLLOWED = OpenedOfPlan(DriveFollows, DriveFollows.follows, lambda one: (one.leader_id, one.on), _followed)


@dataclass
class Layout:
    """The units of a plan and its people: who stands where."""

    units: list[DriveUnit]
    people: Collection[Placed]

    def all_of(self, units: tuple[UUID, ...]) -> frozenset[UUID]:
        """The units in which somebody stands, with those that they lie in."""
        found = self._all_of.get(units)
        if found is None:
            found = self._all_of[units] = frozenset(self._with_those_above(units))
        return found

    @cached_property
    def _all_of(self) -> dict[tuple[UUID, ...], frozenset[UUID]]:
        """Many stand in the same units: found once for all of them."""
        return {}

    def _with_those_above(self, units: tuple[UUID, ...]) -> Iterator[UUID]:
        for one in units:
            at: UUID | None = one
            for _step in self.units:  # a circle of units, which no form makes, ends too
                if at is None or at not in self._above:
                    break
                yield at
                at = self._above[at]

    @cached_property
    def _above(self) -> dict[UUID, UUID | None]:
        return {one.id: one.unit.parent_id for one in self.units}

    @cached_property
    def by_id(self) -> dict[UUID, DriveUnit]:
        return {one.id: one for one in self.units}

    def above(self, unit: DriveUnit) -> str:
        """The name of the unit that it lies in; a morning shift of each team is told apart by it."""
        parent = self.by_id.get(unit.unit.parent_id) if unit.unit.parent_id else None
        return parent.unit.name if parent else ""

    def of_kind(self, kind: UnitKind) -> list[DriveUnit]:
        return [one for one in self.units if one.unit.kind is kind]


@dataclass
class Known(Layout):
    """Everything of a plan that its pages count."""

    answers: dict[UUID, dict[Question, Said]]  # the newest of each question, faded ones left out
    spoken_on: dict[UUID, date]
    leaders: frozenset[UUID]
    seats: list[DriveSeat]


def layout(session: ReachSession, drive: Drive) -> Layout:
    """The units of a plan and its people, in no order; two statements."""
    return Layout(actions.units(session, drive), PLACED.of(session, drive).values())


def known(session: ReachSession, drive: Drive, on: date) -> Known:
    """The plan as it stands on a day; a fixed number of statements, however many people it has."""
    laid, answers = layout(session, drive), _newest(SAID.of(session, drive), on)
    seats = damaged.readable(session.scalars(select(DriveSeat).where(DriveSeat.drive_id == drive.id)), "seat")
    spoken_on = {who: days[-1] for who, days in SPOKEN.of(session, drive).items()}
    return Known(laid.units, laid.people, answers, spoken_on, _leaders(FOLLOWED.of(session, drive), answers), seats)


def _newest(every: Mapping[UUID, Mapping[Question, Sequence[Said]]], on: date) -> dict[UUID, dict[Question, Said]]:
    found: dict[UUID, dict[Question, Said]] = {}
    for who, asked in every.items():
        for question, said in asked.items():
            newest = said[-1]
            if (on - newest.on).days <= FADES and newest.stand is not Stand.NOT_ASKED:
                found.setdefault(who, {})[question] = newest
    return found


def _leaders(followed: Mapping[UUID, Sequence[date]], answers: dict[UUID, dict[Question, Said]]) -> frozenset[UUID]:
    """Who has followers enough, and did what was asked and had a colleague do it."""
    strong = (who for who, since in followed.items() if len(since) >= FOLLOWERS)
    return frozenset(who for who in strong if any(one.stand is Stand.CARRIES for one in answers.get(who, {}).values()))


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody of a plan with what whoever calls them needs, opened for this page alone."""

    id: UUID
    calling: Calling
    standing: Placed


def cards(session: ReachSession, drive: Drive, people: Iterable[Placed]) -> list[Card]:
    """These people by given name; one statement, and no row is made of them."""
    said = callings(session, drive)
    found = [Card(one.id, said[one.id], one) for one in people if one.id in said]
    return sorted(found, key=lambda one: one.calling.given_name.casefold())


def callings(session: ReachSession, drive: Drive) -> dict[UUID, Calling]:
    """Who everybody of a plan is, for this page alone. The page names those who do not open."""
    asked = select(as_given(DriveContact.id), DriveContact.calling_sealed).where(DriveContact.drive_id == drive.id)
    rows = [(id_of(given), UUID(bytes=id_of(given)), stored) for given, stored in session.execute(asked)]
    key = own_key.of(PURPOSE, drive.key)
    found = dict(DriveContact.calling.each(DriveContact.__tablename__, key, rows))
    if lost := [who for _id, who, _stored in rows if who not in found]:
        damaged.readable(session.scalars(select(DriveContact).where(DriveContact.id.in_(lost))), "calling")
    return found


@dataclass
class Cell:
    """The numbers of a unit, or of a team on a shift."""

    headcount: int | None = None
    counted_on: date | None = None
    people: int = 0
    spoken: int = 0
    leaders: int = 0
    members: int = 0
    seats: int = 0
    filled: int = 0

    def add(self, other: Cell) -> None:
        """The people of another cell stand in this one too."""
        self.people += other.people
        self.spoken += other.spoken
        self.leaders += other.leaders
        self.members += other.members

    def share(self, number: int) -> Decimal | None:
        """In a hundred of the headcount, one decimal, half up; None where no headcount is known."""
        return percent(number, self.headcount)

    @property
    def covered(self) -> bool:
        return self.filled > 0


@dataclass(frozen=True)
class Grid:
    """Teams by shifts, the units one by one, and the whole."""

    teams: list[DriveUnit]
    shifts: list[DriveUnit]
    cells: dict[tuple[UUID, UUID], Cell]
    units: list[tuple[DriveUnit, Cell, int]]  # as a tree: the unit, its numbers, how deep it lies
    whole: Cell

    @property
    def coverage(self) -> tuple[int, int]:
        """Of the cells where five people or more work, how many have a filled seat, and how many there are."""
        wide = [one for one in self._counted() if (one.headcount or 0) >= LEAST]
        return sum(1 for one in wide if one.covered), len(wide)

    def _counted(self) -> list[Cell]:
        return list(self.cells.values()) or [cell for unit, cell, _ in self.units if unit.unit.kind is UnitKind.TEAM]

    @property
    def weakest(self) -> list[tuple[DriveUnit, Cell]]:
        """The units with a headcount, the smallest share of people spoken with first."""
        told = [(unit, cell) for unit, cell, _ in self.units if cell.headcount]
        return sorted(told, key=lambda pair: (pair[1].share(pair[1].spoken) or 0, pair[0].unit.name.casefold()))


def grid(known_: Known, headcount: int | None, on: date) -> Grid:
    """The picture of a plan: `headcount` is the site's own, where it is known."""
    teams, shifts = known_.of_kind(UnitKind.TEAM), known_.of_kind(UnitKind.SHIFT)
    by_unit: dict[UUID, Cell] = {one.id: _empty(one) for one in known_.units}
    own_shifts = {(one.unit.parent_id, one.unit.name.casefold()): one for one in shifts if one.unit.parent_id}
    columns = _one_of_each_name(shifts)
    cells = {}
    for team in teams:
        for shift in columns:
            lies = own_shifts.get((team.id, shift.unit.name.casefold()))
            cells[team.id, shift.id] = _empty(lies) if lies else Cell()
    named: dict[UUID | None, UUID] = {one.id: _column(one, columns) for one in shifts}
    whole = Cell(headcount)
    for units, numbers in _by_units(known_, on).items():
        above = known_.all_of(units)
        places = [whole, *(by_unit[one] for one in above if one in by_unit)]
        columns_of = {named[one] for one in units if one in named}
        places += [cells[team, shift] for team in above for shift in columns_of if (team, shift) in cells]
        for place in places:
            place.add(numbers)
    for row in known_.seats:
        on_shift = named.get(row.seat.shift_id)
        seated = [by_unit.get(row.seat.team_id), cells.get((row.seat.team_id, on_shift)) if on_shift else None]
        for cell in (whole, *(one for one in seated if one is not None)):
            cell.seats += 1
            cell.filled += row.seat.contact_id is not None
    return Grid(teams, columns, cells, _tree(known_.units, by_unit), whole)


def _empty(unit: DriveUnit) -> Cell:
    newest = unit.unit.newest
    return Cell(newest.people, newest.on) if newest else Cell()


def _one_of_each_name(shifts: list[DriveUnit]) -> list[DriveUnit]:
    """A morning shift of each team is one column."""
    found: dict[str, DriveUnit] = {}
    for one in shifts:
        found.setdefault(one.unit.name.casefold(), one)
    return list(found.values())


def _column(shift: DriveUnit, columns: list[DriveUnit]) -> UUID:
    """The column in which a shift of that name stands."""
    return next(one.id for one in columns if one.unit.name.casefold() == shift.unit.name.casefold())


def _by_units(known_: Known, on: date) -> dict[tuple[UUID, ...], Cell]:
    """The people of each set of units, counted once: many stand in the same ones."""
    found = defaultdict[tuple[UUID, ...], Cell](Cell)
    for person in known_.people:
        cell, spoken = found[person.units], known_.spoken_on.get(person.id)
        cell.people += 1
        cell.spoken += spoken is not None and on - spoken <= SPOKEN_WITHIN
        cell.leaders += person.id in known_.leaders
        cell.members += person.member_since is not None
    return found


def _tree(units: list[DriveUnit], cells: dict[UUID, Cell]) -> list[tuple[DriveUnit, Cell, int]]:
    """Each unit below the one that it lies in; one whose parent is gone stands at the top."""
    below: dict[UUID | None, list[DriveUnit]] = defaultdict(list)
    there = {one.id for one in units}
    for one in units:
        below[one.unit.parent_id if one.unit.parent_id in there else None].append(one)
    found: list[tuple[DriveUnit, Cell, int]] = []
    waiting = [(one, 0) for one in reversed(below[None])]
    while waiting:
        unit, deep = waiting.pop()
        found.append((unit, cells[unit.id], deep))
        waiting += [(one, deep + 1) for one in reversed(below[unit.id])]
    return found
