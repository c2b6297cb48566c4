"""Elections of staff delegates as they were counted: each college of each ballot with its lists; candidates stay
sealed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, false, select
from sqlalchemy.orm import Mapped, mapped_column

from union.law.polls.counting import quorum
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.tables.cells.names import fold
from union.vault.envelope import Envelope, plain, sealed


class College(Enum):
    """Who votes together."""

    EMPLOYEES = "employees"  # workers and employees
    EXECUTIVES = "executives"  # technicians, supervisors, executives


class Seat(Enum):
    """What a candidate stands for."""

    FULL = "full"
    ALTERNATE = "alternate"


@dataclass(frozen=True)
class Candidate:
    """Somebody on a list. Whom that is among the members is asked at each showing, by the number and within reach."""

    name: str
    employee_number: str = ""
    seat: Seat | None = None
    elected: bool | None = None


@dataclass(frozen=True)
class ListResult:
    """What one list got. An empty name: candidates without a union (sans appartenance)."""

    name: str
    votes: int | None = None
    seats: int | None = None
    candidates: tuple[Candidate, ...] = ()


class Round(Enum):
    """Which round of an election a ballot was."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True)
class Kept:
    """The seats that a list still held in a college when a partial election was held there."""

    name: str
    seats: int


@dataclass(frozen=True)
class Result:
    """One college of one ballot; `kept` belongs to a partial election and is None until somebody said who was left."""

    held_on: date
    college: College
    registered: int | None = None
    voters: int | None = None
    valid: int | None = None
    lists: tuple[ListResult, ...] = ()
    round: Round | None = None
    partial: bool = False
    kept: tuple[Kept, ...] | None = None

    @property
    def void(self) -> bool:
        """Whether it seated nobody: a first round in which too few voted."""
        told = self.registered is not None and self.voters is not None
        return self.round is Round.FIRST and told and not quorum(self.registered or 0, self.voters or 0)


class Election(Reachable, Model):
    """The result of one college at one site."""

    __tablename__ = "election"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    result_sealed: Mapped[bytes] = sealed()
    result = Envelope(Result, "workplace")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the workplaces in reach, for a desk alone: candidates of a union's list are named in them."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


def of_site(workplace_id: UUID) -> Select[Election]:
    """Every result of a site in reach; sorted by the caller, for days are sealed."""
    return of_sites([workplace_id])


def of_sites(workplaces: Collection[UUID]) -> Select[Election]:
    """Every result of those sites in reach; sorted by the caller, for days are sealed."""
    return select(Election).where(Election.workplace_id.in_(workplaces))


@dataclass(frozen=True)
class InOffice:
    """Who holds the seats of one college: the newest general ballot and the partial ones after it, oldest first."""

    college: College
    general: Result | None
    partial: tuple[Result, ...] = ()

    @property
    def ballots(self) -> tuple[Result, ...]:
        """Every ballot that seated somebody who may be in office."""
        return (*((self.general,) if self.general else ()), *self.partial)

    @property
    def unsaid(self) -> Result | None:
        """The first partial ballot of which nobody said what each list had kept: from then on the seats are not
        known."""
        return next((one for one in self.partial if one.kept is None), None)

    @property
    def lists(self) -> tuple[ListResult, ...]:
        """The lists with their votes in the general ballot and their seats today, as far as they are known."""
        names: dict[str, str] = {}
        votes: dict[str, int] = {}
        seats: dict[str, int] = {}
        for one in self.general.lists if self.general else ():
            names.setdefault(fold(one.name), one.name)
            votes[fold(one.name)] = votes.get(fold(one.name), 0) + (one.votes or 0)
            seats[fold(one.name)] = seats.get(fold(one.name), 0) + (one.seats or 0)
        for ballot in self.partial:
            if ballot is self.unsaid:
                break
            seats = {}
            for name, number in (
                *((each.name, each.seats) for each in ballot.kept or ()),
                *((each.name, each.seats or 0) for each in ballot.lists),
            ):
                names.setdefault(fold(name), name)
                seats[fold(name)] = seats.get(fold(name), 0) + number
        return tuple(ListResult(name, votes.get(key, 0), seats.get(key, 0)) for key, name in names.items())


def in_office(results: Iterable[Result]) -> list[InOffice]:
    """Who holds the seats of a site, college by college: a first round without quorum seats nobody, and a partial
    election fills the seats of those who had left (articles 449 and 451)."""
    found = []
    seating = sorted((one for one in results if not one.void), key=lambda one: one.held_on)
    for college in College:
        mine = [one for one in seating if one.college is college]
        general = next((one for one in reversed(mine) if not one.partial), None)
        partial = tuple(one for one in mine if one.partial and (general is None or one.held_on >= general.held_on))
        if general is not None or partial:
            found.append(InOffice(college, general, partial))
    return found


def unsaid(results: Iterable[Result]) -> list[Result]:
    """The partial ballots that leave the seats of a site unknown."""
    return [one.unsaid for one in in_office(results) if one.unsaid is not None]


@dataclass(frozen=True)
class Share:
    """The seats of one list among those elected at a site, or in all the sites of an undertaking."""

    name: str
    votes: int
    seats: int
    of: int

    @property
    def percent(self) -> int:
        """In a hundred, cut down: 34.9 is not 35."""
        return 100 * self.seats // self.of if self.of else 0

    @property
    def representative(self) -> bool:
        """Whether a union has the share that article 425 asks for; candidates without a union are none."""
        return bool(self.name) and self.percent >= REPRESENTATIVE


def shares(*sites: Sequence[Result], general_alone: bool = False) -> list[Share]:
    """The lists by their seats, the most first, in all colleges of all the sites: as they stand today, or as the newest
    general ballots gave them."""
    colleges = [college for results in sites for college in in_office(results)]
    if general_alone:
        colleges = [InOffice(one.college, one.general) for one in colleges]
    lists = [each for college in colleges for each in college.lists]
    total = sum(one.seats or 0 for one in lists)
    held: dict[str, list[ListResult]] = {}
    for one in lists:
        held.setdefault(fold(one.name), []).append(one)
    found = [
        Share(same[0].name, sum(one.votes or 0 for one in same), sum(one.seats or 0 for one in same), total)
        for same in held.values()
    ]
    return sorted(found, key=lambda one: (-one.seats, -one.votes, one.name))


REPRESENTATIVE = 35  # in a hundred of the delegates elected in the undertaking or in the establishment (article 425)
