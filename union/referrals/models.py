"""A member who was sent to a retraining body, and what became of it; sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, false
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Became(Enum):
    """How far it is, or how it ended."""

    REFERRED = "referred"
    ACCEPTED = "accepted"
    TRAINED = "trained"
    FOUND_WORK = "found_work"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"

    @property
    def over(self) -> bool:
        """Whether nothing is left to ask."""
        return self not in (Became.REFERRED, Became.ACCEPTED)


@dataclass(frozen=True)
class Told:
    """What is kept of a referral: no word on the person, whom the row names."""

    body: str
    on: date
    purpose: str = ""
    ask_on: date | None = None
    became: Became = Became.REFERRED


class Referral(Reachable, Model):
    """One member whom the desk of one site sent to one body: another site's desk learns nothing of it."""

    __tablename__ = "referral"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "member.standing")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those of members at the sites in reach, for a desk alone: they tell who is out of work."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)
