"""What a plan knows of its units, in numbers: people known, spoken with, leaders, members; always of the headcount,
never of those who were asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from union.drives import actions
from union.drives.committee import DriveSeat
from union.drives.models import PURPOSE, Drive
from union.drives.people import (
    FADES,
    Answer,
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
from union.vault.own_key import OwnKeyEnvelope
from union.web import damaged

Said = TypeVar("Said")
SPOKEN_WITHIN = timedelta(days=90)
STALE = timedelta(days=90)  # a headcount older than that is to be counted anew
LEAST = 5  # a cell of fewer people than that is no part of the coverage
FOLLOWERS = 2  # who has so many, and answered with a 1, is a leader
A_LEADER_FOR = 10  # people: what we aim at


@dataclass
class Layout:
    """The units of a plan and its people, opened once: who stands where."""

    units: list[DriveUnit]
    people: list[DriveContact]

    def units_of(self, person: DriveContact) -> set[UUID]:
        """The units in which somebody stands, with those that they lie in."""
        found: set[UUID] = set()
        for one in person.standing.units:
            at: UUID | None = one
            while at is not None and at not in found and at in self._above:
                found.add(at)
                at = self._above[at]
        return found

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
    """Everything of a plan that its pages count, opened once."""

    answers: dict[UUID, dict[Question, Answer]]  # the newest of each question, faded ones left out
    spoken_on: dict[UUID, date]
    leaders: frozenset[UUID]
    seats: list[DriveSeat]


def layout(session: ReachSession, drive: Drive) -> Layout:
    """The units of a plan and its people, in no order; two statements."""
    asked = select(DriveContact).where(DriveContact.drive_id == drive.id)
    people = damaged.readable(session.scalars(asked), "calling", "standing")
    return Layout(actions.units(session, drive), people)


def known(session: ReachSession, drive: Drive, on: date) -> Known:
    """The plan as it stands on a day; a fixed number of statements, however many people it has."""
    laid, answers = layout(session, drive), _newest_answers(session, drive, on)
    seats = damaged.readable(session.scalars(select(DriveSeat).where(DriveSeat.drive_id == drive.id)), "seat")
    return Known(
        laid.units,
        laid.people,
        answers,
        _spoken(session, drive),
        _leaders(session, drive, answers),
        seats,
    )


def each_of(
    session: ReachSession, drive: Drive, kind: type[Any], envelope: OwnKeyEnvelope[Said]
) -> Iterator[tuple[UUID, Said]]:
    """The contents of all rows of one kind with the person whom each is about, by columns: of ten thousand
    conversations no row is made. One that does not open is left out here, and named on the page of its person."""
    columns = as_given(kind.id), as_given(kind.contact_id), getattr(kind, envelope.column)
    asked = session.execute(select(*columns).where(kind.drive_id == drive.id))
    rows = ((id_of(given), contact, stored) for given, contact, stored in asked)
    people: dict[Any, UUID] = {}  # an id as an object costs more than its row: one for each person
    for contact, said in envelope.each(kind.__tablename__, own_key.of(PURPOSE, drive.key), rows):
        if contact not in people:
            people[contact] = UUID(bytes=id_of(contact))
        yield people[contact], said


def _newest_answers(session: ReachSession, drive: Drive, on: date) -> dict[UUID, dict[Question, Answer]]:
    found: dict[UUID, dict[Question, Answer]] = defaultdict(dict)
    for contact_id, said in each_of(session, drive, DriveAnswer, DriveAnswer.answer):
        before = found[contact_id].get(said.question)
        if before is None or said.on >= before.on:
            found[contact_id][said.question] = said
    return {
        contact_id: kept
        for contact_id, every in found.items()
        if (
            kept := {
                one: said
                for one, said in every.items()
                if (on - said.on).days <= FADES and said.stand is not Stand.NOT_ASKED
            }
        )
    }


def _spoken(session: ReachSession, drive: Drive) -> dict[UUID, date]:
    found: dict[UUID, date] = {}
    for contact_id, said in each_of(session, drive, DriveTalk, DriveTalk.talk):
        if said.outcome.spoken:
            found[contact_id] = max(said.on, found.get(contact_id, said.on))
    return found


def _leaders(session: ReachSession, drive: Drive, answers: dict[UUID, dict[Question, Answer]]) -> frozenset[UUID]:
    asked = session.execute(
        select(as_given(DriveFollows.id), DriveFollows.follows_sealed).where(DriveFollows.drive_id == drive.id)
    )
    rows = ((id_of(given), None, stored) for given, stored in asked)
    lines = DriveFollows.follows.each(DriveFollows.__tablename__, own_key.of(PURPOSE, drive.key), rows)
    followed = Counter(one.leader_id for _nobody, one in lines)
    strong = {who for who, said in answers.items() if any(one.stand is Stand.CARRIES for one in said.values())}
    return frozenset(who for who in strong if followed[who] >= FOLLOWERS)


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
    ids: set[UUID] = field(default_factory=set)

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
    for person in known_.people:
        there, above = set(person.standing.units), known_.units_of(person)
        places = [whole, *(by_unit[one] for one in above if one in by_unit)]
        places += [cells[t, s] for t in above for s in {named.get(one) for one in there} if (t, s) in cells and s]
        for place in places:
            _add(place, person, known_, on)
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


def _add(cell: Cell, person: DriveContact, known_: Known, on: date) -> None:
    if person.id in cell.ids:
        return
    cell.ids.add(person.id)
    cell.people += 1
    spoken = known_.spoken_on.get(person.id)
    cell.spoken += spoken is not None and on - spoken <= SPOKEN_WITHIN
    cell.leaders += person.id in known_.leaders
    cell.members += person.standing.member_since is not None


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
