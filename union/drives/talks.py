"""Conversations: written by whoever works the plan or holds a list of it, and read back by the former alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Integer, and_, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from union.drives.lists import LISTED, held_lists
from union.drives.models import PURPOSE, of_worked
from union.drives.people import Issue
from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import plain, sealed
from union.vault.own_key import OwnKeyEnvelope


class HalfDay(Enum):
    """When, as far as anybody needs to know."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Where(Enum):
    """Where a conversation was."""

    PHONE = "phone"
    TRANSPORT = "transport"
    CAFE = "cafe"
    MEETING = "meeting"


class Soon(Enum):
    """The days of a next step that are tapped, not typed."""

    TOMORROW = "tomorrow"
    THREE_DAYS = "three_days"
    WEEK = "week"
    FORTNIGHT = "fortnight"


SOON = {
    Soon.TOMORROW: timedelta(days=1),
    Soon.THREE_DAYS: timedelta(days=3),
    Soon.WEEK: timedelta(days=7),
    Soon.FORTNIGHT: timedelta(days=14),
}


class Outcome(Enum):
    """How it ended."""

    YES = "yes"  # with a day
    THINKS = "thinks"
    NO = "no"
    NO_ANSWER = "no_answer"
    LATER = "later"
    NEVER = "never"  # not to be asked again

    @property
    def spoken(self) -> bool:
        """Whether two people spoke."""
        return self in {Outcome.YES, Outcome.THINKS, Outcome.NO}


@dataclass(frozen=True)
class Talk:
    """One conversation, or the try of one."""

    at: datetime  # when it was written down
    on: date
    by: str
    outcome: Outcome
    half_day: HalfDay | None = None
    where: Where | None = None
    issues: tuple[Issue, ...] = ()
    next_on: date | None = None
    line: str = ""  # eighty signs; nothing on health, family, religion or politics
    corrected_at: datetime | None = None


class DriveTalk(Reachable, Model):
    """Written by whoever works the plan, and by whoever holds the list on which the person stands: never read back
    by the latter."""

    __tablename__ = "drive_talk"

    # No foreign keys here: a holder of a list reaches neither the plan nor the person. `writable` asks instead.
    drive_id: Mapped[UUID] = mapped_column(index=True)
    contact_id: Mapped[UUID] = mapped_column(index=True)
    written_by: Mapped[UUID] = mapped_column(index=True)
    listed_id: Mapped[UUID | None] = mapped_column(ForeignKey("drive_listed.id"), index=True)
    key: Mapped[Any] = relationship(
        "DriveKey", primaryjoin="foreign(DriveTalk.drive_id) == DriveKey.id", viewonly=True, uselist=False
    )
    talk_sealed: Mapped[bytes] = sealed()
    talk = OwnKeyEnvelope(Talk, PURPOSE)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whoever works the plan; of an open list, its holder what they wrote themselves, which their pages show for
        five minutes, to be corrected."""
        same = and_(LISTED.c.contact_id == cls.contact_id, LISTED.c.drive_id == cls.drive_id)
        held = select(LISTED.c.id).where(LISTED.c.list_id.in_(held_lists(reach)), same)
        return or_(of_worked(cls.drive_id, reach), and_(reach.own(cls.written_by), cls.listed_id.in_(held)))
