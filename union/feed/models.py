"""The secret address of somebody's calendar: the database holds its SHA-256 only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, LargeBinary, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from union.db import Model
from union.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


@dataclass(frozen=True)
class Made:
    """When the address was made, the language of its events, and the day of the last fetch that the record tells."""

    at: datetime
    language: str
    fetched_on: date | None = None


class CalendarFeed(Reachable, Model):
    """One address an account, or none."""

    __tablename__ = "calendar_feed"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), unique=True)
    secret: Mapped[bytes] = plain("SHA-256 of 256 random bits: opens nothing", LargeBinary(32), unique=True)
    made_sealed: Mapped[bytes] = sealed()
    made = Envelope(Made, "account")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        return cls.account_id == reach.person


def of_account(account_id: UUID) -> Select[CalendarFeed]:
    """The address of an account, where it has one."""
    return select(CalendarFeed).where(CalendarFeed.account_id == account_id)
