"""One election of staff delegates at a site: its people, its seats, its days, and what was done; sealed.

What it came to stands where every result stands, in `union/workplaces/elections.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, false
from sqlalchemy.orm import Mapped, mapped_column

from union.law.polls.calendar import Step
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed
from union.workplaces.elections import College, Round, Seat


class Shared(Enum):
    """Who said how the colleges share the seats."""

    AGREEMENT = "agreement"
    INSPECTOR = "inspector"


@dataclass(frozen=True)
class Done:
    """A step that was done: on which day, and what shows it."""

    step: Step
    on: date
    proof: str = ""


@dataclass(frozen=True)
class People:
    """The permanent employees of the establishment, by college where that is known, and the seats of each as agreed."""

    whole: int
    counted_on: date
    source: str = ""
    employees: int | None = None
    executives: int | None = None
    seats_employees: int | None = None
    seats_executives: int | None = None
    shared: Shared | None = None
    partial: bool = False  # an election of seats that fell vacant alone (article 451)


@dataclass(frozen=True)
class Order:
    """The days of the minister's order as somebody entered them; `confirmed` says that they were read in it."""

    number: str = ""
    lists_on: date | None = None
    claims_until: date | None = None
    filed_from: date | None = None
    filed_until: date | None = None
    poll_on: date | None = None
    confirmed: bool = False
    vacant_on: date | None = None  # a college lost half of its delegates, or the headcount rose


@dataclass(frozen=True)
class Spelled:
    """One of ours who stands on the posted list under another spelling."""

    member_id: UUID
    listed: str


@dataclass(frozen=True)
class Doubt:
    """A line of the posted list whose name is like that of one of ours: kept until somebody says it, and then gone."""

    line: int
    listed: str
    member_id: UUID
    by: str  # as the imports' matcher says it


@dataclass(frozen=True)
class Checked:
    """What a posted list told: how many stand on it, and which of ours do not. The list itself is not kept."""

    on: date
    listed: int
    unread: int
    found: int
    missing: tuple[UUID, ...] = ()
    spelled: tuple[Spelled, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """One of ours who stands."""

    member_id: UUID
    employment_id: UUID
    seat: Seat
    college: College
    unit: str = ""


@dataclass(frozen=True)
class Station:
    """What one polling station counted for one college; `votes` in the order of the lists of the election."""

    name: str
    college: College
    registered: int
    voters: int
    valid: int
    votes: tuple[int, ...]
    round: Round = Round.FIRST


@dataclass(frozen=True)
class Elder:
    """The list whose candidate is the elder where two are level in a college."""

    college: College
    name: str


@dataclass(frozen=True)
class Told:
    """All that is known of one election."""

    people: People
    order: Order = Order()
    done: tuple[Done, ...] = ()
    no_quorum: bool = False
    closed_on: date | None = None
    checked: Checked | None = None
    candidates: tuple[Candidate, ...] = ()
    lists: tuple[str, ...] = ()  # an empty name: candidates without a union
    stations: tuple[Station, ...] = ()
    elders: tuple[Elder, ...] = ()


class Poll(Reachable, Model):
    """One election at one site, from the lists to the end of the challenge."""

    __tablename__ = "poll"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "workplace")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach, for a desk alone: they tell where the union stands and what it lacks."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)
