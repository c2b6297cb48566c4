"""The private address of an account, with its quiet hours; and the outbox, whose rows are mails to send."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, ForeignKey, Integer, Select, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Letter(Enum):
    """What a mail is: the code that confirms an address, or that something waits."""

    CODE = "code"
    NEWS = "news"


class State(Enum):
    """Where a mail stands; one that was sent leaves no row."""

    WAITING = "waiting"
    GIVEN_UP = "given_up"


@dataclass(frozen=True)
class Chosen:
    """An address as its holder typed it, its code until it is confirmed, and when it must not ring."""

    address: str
    language: str
    code: str = ""
    code_until: datetime | None = None
    confirmed_at: datetime | None = None
    quiet_from: str = "20:00"
    quiet_until: str = "08:00"
    told: int = 0  # how much waited when the last mail was made
    mailed_at: datetime | None = None
    failed_at: datetime | None = None  # a mail was given up: the holder reads it on their page


class MailAddress(Reachable, Model):
    """One address an account, or none; known to its holder alone."""

    __tablename__ = "mail_address"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), unique=True)
    chosen_sealed: Mapped[bytes] = sealed()
    chosen = Envelope(Chosen, "account")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own."""
        return reach.own(cls.account_id)


class Outgoing(Reachable, Model):
    """One mail to send. One that was given up names nobody any more, and is counted by the secretariat."""

    __tablename__ = "mail_outgoing"

    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"), index=True)
    letter: Mapped[Letter] = plain("a closed list", named(Letter))
    state: Mapped[State] = plain("a closed list", named(State))
    tries: Mapped[int] = plain("a counter", Integer, default=0)
    made_at: Mapped[datetime] = plain("from when its days of trying are counted", DateTime(timezone=True))
    not_before: Mapped[datetime] = plain("when it is tried next", DateTime(timezone=True))

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own; to who looks after accounts also those that were given up and name nobody any more."""
        given_up = cls.state == State.GIVEN_UP
        return or_(reach.own(cls.account_id), given_up) if reach.accounts else reach.own(cls.account_id)


def of_account(account_id: UUID) -> Select[MailAddress]:
    """The address of an account."""
    return select(MailAddress).where(MailAddress.account_id == account_id)
