"""The secret address of somebody's calendar: the database holds its SHA-256 only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, LargeBinary, Select, select, true
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed
from union.web.locale import CASABLANCA

# A quarter: an address that was seen or copied does not stay open for years, and a telephone is set up four times a
# year.
LASTS = timedelta(days=90)


class Alarm(Enum):
    """When a telephone rings for a date."""

    NONE = "none"
    EVENING = "evening"
    MORNING = "morning"
    HOUR = "hour"


@dataclass(frozen=True)
class Made:
    """When the address was made, the language of its events, the day of the last fetch that the record tells, and the
    alarm that its holder asked for."""

    at: datetime
    language: str
    fetched_on: date | None = None
    alarm: Alarm = Alarm.NONE

    @property
    def ends_on(self) -> date:
        """The last day on which it answers."""
        return self.at.astimezone(CASABLANCA).date() + LASTS

    def over(self, on: date) -> bool:
        """Whether it answers no more on a day."""
        return on > self.ends_on


class CalendarFeed(Reachable, Model):
    """One address an account, or none."""

    __tablename__ = "calendar_feed"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), unique=True)
    secret: Mapped[bytes] = plain("SHA-256 of 256 random bits: opens nothing", LargeBinary(32), unique=True)
    made_sealed: Mapped[bytes] = sealed()
    made = Envelope(Made, "account")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own; and whoever ends the sessions of an account ends its address with them."""
        return true() if reach.accounts else reach.own(cls.account_id)


def of_account(account_id: UUID) -> Select[CalendarFeed]:
    """The address of an account, where it has one."""
    return select(CalendarFeed).where(CalendarFeed.account_id == account_id)
