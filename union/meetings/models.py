"""A meeting of the union at a site: when, what was counted team by team, what was decided. Nobody is named; sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, false
from sqlalchemy.orm import Mapped, mapped_column

from union.languages.figures import percent
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class MeetingKind(Enum):
    """What the meeting is."""

    MEETING = "meeting"
    ASSEMBLY = "assembly"
    FOUNDING = "founding"
    BUREAU = "bureau"


@dataclass(frozen=True)
class Attended:
    """How many came from one team or shift, of how many who work there where that is known."""

    team: str
    came: int
    of: int | None = None

    @property
    def share(self) -> Decimal | None:
        """In a hundred of those who work there, one decimal, half up; None where that is not known."""
        return percent(self.came, self.of)


@dataclass(frozen=True)
class Decided:
    """A decision, its votes where they were counted, and who sees to it until which day."""

    words: str
    votes_for: int | None = None
    against: int | None = None
    abstained: int | None = None
    sees_to_it: str = ""
    until: date | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class Told:
    """All that is kept of a meeting."""

    kind: MeetingKind
    on: date
    hour: str = ""
    place: str = ""
    agenda: str = ""
    attended: tuple[Attended, ...] = ()
    decided: tuple[Decided, ...] = ()
    called_off: str = ""  # why it did not take place

    @property
    def came(self) -> int:
        """How many came, of all teams."""
        return sum(one.came for one in self.attended)


class UnionMeeting(Reachable, Model):
    """One meeting at one site."""

    __tablename__ = "union_meeting"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "drive")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of the sites in reach, for their organisers and the secretariat alone: they tell what is planned."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)
