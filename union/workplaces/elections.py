"""Elections of staff delegates as they were counted: each college of each ballot with its lists; candidates stay
sealed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, Select, false, select
from sqlalchemy.orm import Mapped, mapped_column

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


@dataclass(frozen=True)
class Result:
    """One college of one ballot."""

    held_on: date
    college: College
    registered: int | None = None
    voters: int | None = None
    valid: int | None = None
    lists: tuple[ListResult, ...] = ()


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


def shares(*sites: Sequence[Result]) -> list[Share]:
    """The lists by their seats, the most first: the newest ballot of every college of each of the sites."""
    lists = [each for results in sites for one in standing(results) for each in one.lists]
    total = sum(one.seats or 0 for one in lists)
    held: dict[str, list[ListResult]] = {}
    for one in lists:
        held.setdefault(fold(one.name), []).append(one)
    found = [
        Share(same[0].name, sum(one.votes or 0 for one in same), sum(one.seats or 0 for one in same), total)
        for same in held.values()
    ]
    return sorted(found, key=lambda one: (-one.seats, -one.votes, one.name))


def standing(results: Sequence[Result]) -> Iterator[Result]:
    """The results that seated those in office: of each college its newest ballot, with the second round within a
    fortnight."""
    newest = {one.college: one.held_on for one in sorted(results, key=lambda each: each.held_on)}
    return (one for one in results if (newest[one.college] - one.held_on).days <= A_BALLOT)


A_BALLOT = 14  # days: a second round is held ten days after the first at the latest (article 449)
REPRESENTATIVE = 35  # in a hundred of the delegates elected in the undertaking or in the establishment (article 425)
