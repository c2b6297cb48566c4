"""A training, and who had a place on it; sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Subject(Enum):
    """What a training is about."""

    LAW = "law"  # first aid in law: what every delegate is to have had
    OFFICE = "office"  # the tasks of a delegate: meetings, register, hours
    BARGAINING = "bargaining"
    HEALTH = "health"  # moderators' and operators' health at work
    SAFETY = "safety"  # keeping names and telephones safe
    OTHER = "other"


@dataclass(frozen=True)
class Told:
    """What is kept of a training."""

    subject: Subject
    on: date
    hours: int | None = None
    held_by: str = ""
    place: str = ""


class Came(Enum):
    """What became of a place."""

    EXPECTED = "expected"
    CAME = "came"
    MISSED = "missed"


@dataclass(frozen=True)
class Place:
    """A place on a training, and what became of it."""

    came: Came = Came.EXPECTED


class Training(Reachable, Model):
    """One training; people of several sites may come."""

    __tablename__ = "training"

    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "drive")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """All of them, for organisers and the secretariat alone: who comes is told by `TrainingPlace`."""
        if reach.named_only or reach.figures_only:
            return false()
        return true() if reach.everywhere or reach.workplaces else false()


class TrainingPlace(Reachable, Model):
    """One member's place on one training, as the desk of one site gave it: another site's desk learns nothing of it."""

    __tablename__ = "training_place"
    __table_args__ = (UniqueConstraint("training_id", "workplace_id", "member_id"),)

    training_id: Mapped[UUID] = mapped_column(ForeignKey("training.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    place_sealed: Mapped[bytes] = sealed()
    place = Envelope(Place, "member.standing")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of members at the sites in reach, for a desk alone: they tell who is active in the union."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)
