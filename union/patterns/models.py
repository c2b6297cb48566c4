"""A union event or a measure that no case and no file knows: its day, and since when the employer knew; sealed."""

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


class Happened(Enum):
    """What stands on a line of time: events of the union, then what the employer did."""

    MANDATE = "mandate"
    LIST = "list"
    STRIKE = "strike"
    CLAIM = "claim"
    SECTION = "section"  # the union section was made known to the employer
    OTHER_UNION = "other_union"
    WARNING = "warning"
    REPRIMAND = "reprimand"
    SUSPENSION = "suspension"
    TRANSFER = "transfer"
    SANCTION = "sanction"  # one of these, and nobody wrote which
    DISMISSAL = "dismissal"
    CONTRACT = "contract"  # hours, post, pay or team changed


OF_UNION = frozenset(
    {
        Happened.MANDATE,
        Happened.LIST,
        Happened.STRIKE,
        Happened.CLAIM,
        Happened.SECTION,
        Happened.OTHER_UNION,
    }
)


@dataclass(frozen=True)
class Told:
    """What happened on which day; `known_on` is the day since which the employer knew, `known_how` what shows it."""

    what: Happened
    on: date
    words: str = ""
    known_on: date | None = None
    known_how: str = ""
    consents: bool = False  # the person agreed that a paper for the inspector or the court names them with it


class UnionEvent(Reachable, Model):
    """One such event, at a site or of one member who works there."""

    __tablename__ = "union_event"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "member.terms")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach, for a desk alone: they tell who is active in the union."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)
