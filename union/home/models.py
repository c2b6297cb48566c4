"""The counts that are published of each workplace, made once a day: what is asked twice on one day answers alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, sealed


@dataclass(frozen=True)
class Counted:
    """The exact counts of a workplace by what is counted, and the day on which they were made."""

    on: date
    counts: dict[str, int] = field(default_factory=dict)


class PublishedCount(Reachable, Model):
    """The counts of one workplace, replaced at the first view of each day; never shown before they are rounded."""

    __tablename__ = "published_count"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), unique=True)
    counted_sealed: Mapped[bytes] = sealed()
    counted = Envelope(Counted, "figures", instead=lambda: Counted(date.min))

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The counts of the workplaces in reach."""
        return reach.covers(cls.workplace_id)
