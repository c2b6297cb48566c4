"""A union section of a site or of several: its assembly, statutes and officers, and each filing; all of it sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, false
from sqlalchemy.orm import Mapped, mapped_column

from union.law.sections.filing import Check, Step, term_ends
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Office(Enum):
    """What an officer is."""

    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    TREASURER = "treasurer"
    DEPUTY_TREASURER = "deputy_treasurer"
    ASSESSOR = "assessor"


class Why(Enum):
    """What a filing is of."""

    FOUNDING = "founding"
    OFFICERS = "officers"
    STATUTES = "statutes"


class Way(Enum):
    """What proves that something was handed over."""

    RECEIPT = "receipt"
    STAMPED = "stamped"
    REGISTERED = "registered"


@dataclass(frozen=True)
class Founded:
    """The founding assembly, held or called."""

    on: date | None = None
    place: str = ""
    present: int | None = None
    minutes: bool = False


@dataclass(frozen=True)
class Statutes:
    """The statutes; the months of the officers' term as they set it."""

    adopted_on: date
    text: str = ""  # which version
    term_months: int | None = None


@dataclass(frozen=True)
class Officer:
    """An officer, by a number that stays theirs; which conditions of article 416 were checked, by whom and when."""

    number: int
    name: str
    office: Office
    from_on: date
    until_on: date | None = None
    left_on: date | None = None
    checked: tuple[Check, ...] = ()
    checked_by: str = ""
    checked_on: date | None = None

    @property
    def cleared(self) -> bool:
        """Whether every condition was checked."""
        return set(self.checked) == set(Check)


@dataclass(frozen=True)
class Done:
    """A step that was done: on which day, and what proves it."""

    step: Step
    on: date
    way: Way | None = None
    proof: str = ""


@dataclass(frozen=True)
class Filed:
    """One filing: of what, since when, whether its receipt was refused, and what was done."""

    why: Why
    since: date | None = None
    refused_on: date | None = None
    done: tuple[Done, ...] = ()

    @property
    def proof(self) -> Done | None:
        """The proof of the deposit."""
        known = {one.step: one for one in self.done}
        return known.get(Step.FILE) or known.get(Step.REGISTERED)


@dataclass(frozen=True)
class Told:
    """All that is known of one section; the first filing is that of its founding."""

    name: str = ""
    also: tuple[UUID, ...] = ()  # further sites of the same employer
    founded: Founded = Founded()
    statutes: Statutes | None = None
    officers: tuple[Officer, ...] = ()
    filings: tuple[Filed, ...] = (Filed(Why.FOUNDING),)
    closed_on: date | None = None

    @property
    def serving(self) -> list[Officer]:
        """The officers who have not left."""
        return [one for one in self.officers if one.left_on is None]

    @property
    def deposit(self) -> Done | None:
        """The proof of the first deposit."""
        return self.filings[0].proof

    @property
    def term_ends(self) -> date | None:
        """The first day on which the term of a serving officer ends; None where nobody told a term."""
        months = None if self.statutes is None else self.statutes.term_months
        ends = [term_ends(one.from_on, months, one.until_on) for one in self.serving]
        return min((one for one in ends if one is not None), default=None)


class Section(Reachable, Model):
    """One section, at the site where it was founded."""

    __tablename__ = "section"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "workplace")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach, for a desk alone: they name officers."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)
