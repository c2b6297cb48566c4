"""The hours that a delegate gave to the mandate, and their meetings with the employer; each known to its holder
alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, and_
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Purpose(Enum):
    """What hours were for, in closed words: a free text would say whom a delegate met."""

    COLLEAGUES = "colleagues"
    CASE = "case"
    NOTE = "note"
    MEETING = "meeting"
    INSPECTION = "inspection"


@dataclass(frozen=True)
class Spent:
    """Time given to the mandate on one day."""

    on: date
    minutes: int
    purpose: Purpose
    exceptional: bool = False


class MandateHours(Reachable, Model):
    """One entry of the hours of a mandate."""

    __tablename__ = "mandate_hours"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    spent_sealed: Mapped[bytes] = sealed()
    spent = Envelope(Spent, "account")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own entries."""
        return reach.own(cls.account_id)


@dataclass(frozen=True)
class Met:
    """A meeting with the employer, its note, and the answer in the register."""

    on: date
    points: tuple[str, ...] = ()
    cases: tuple[UUID, ...] = ()  # whose matter is among the points, with the agreement of whom each is about
    noted_on: date | None = None
    answered_on: date | None = None
    answer: str = ""


class Meeting(Reachable, Model):
    """One meeting of a delegate's own calendar, at the site of the mandate."""

    __tablename__ = "delegates_meeting"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    met_sealed: Mapped[bytes] = sealed()
    met = Envelope(Met, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own, at the workplaces in reach."""
        return and_(reach.own(cls.account_id), reach.covers(cls.workplace_id))
