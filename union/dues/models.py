"""Payments of dues. The year and the sum stand plain, so that the database adds them up; who paid how is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, ForeignKey, Integer, UniqueConstraint, and_, false, or_, true
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model, named
from union.store.reach import Reach, Reachable
from union.vault.envelope import Envelope, plain, sealed


class Means(Enum):
    """How it was paid."""

    CASH = "cash"
    TRANSFER = "transfer"
    CHECK_OFF = "check_off"  # taken off the wage by the employer, who thereby knows the member
    CHEQUE = "cheque"
    EARLIER = "earlier"  # written in the member's file before there were receipts


@dataclass(frozen=True)
class Paid:
    """How one payment was made, in dirhams, and what became of it."""

    amount: Decimal
    means: Means
    on: date
    reference: str = ""
    entered_on: date | None = None
    by_name: str = ""
    struck_on: date | None = None
    struck_why: str = ""


@dataclass(frozen=True)
class Collected:
    """What a delegate says that a member gave them, in dirhams."""

    amount: Decimal
    on: date


@dataclass(frozen=True)
class Reminded:
    """That somebody was asked for what they owe."""

    on: date


class CollectedState(Enum):
    """What became of what a delegate collected."""

    NEW = "new"
    TAKEN = "taken"
    SET_ASIDE = "set_aside"


class ListState(Enum):
    """What became of a list of payments."""

    NEW = "new"
    WRITTEN = "written"
    UNDONE = "undone"


class Fault(Enum):
    """Why a line of a list stays out."""

    UNKNOWN = "unknown"
    NAME_ALONE = "name_alone"
    NO_SUM = "no_sum"


@dataclass(frozen=True)
class Line:
    """One line of a list: what it says, whom that means, and the payment that was made of it."""

    number: int
    said: str
    member_id: UUID | None = None
    amount: Decimal | None = None
    fault: Fault | None = None
    payment_id: UUID | None = None


@dataclass(frozen=True)
class Listed:
    """A list of payments of one year, as it came."""

    year: int
    means: Means
    on: date
    reference: str
    by_name: str
    lines: tuple[Line, ...]
    came_on: date | None = None  # the day it was brought in; not written down of the first ones


def _of_a_desk(reach: Reach) -> bool:
    return not reach.named_only and not reach.figures_only and bool(reach.everywhere or reach.workplaces)


class DuesRate(Reachable, Model):
    """What a member pays for a year, as the federation set it: nobody's secret."""

    __tablename__ = "dues_rate"

    year: Mapped[int] = plain("for which year", Integer, unique=True)
    centimes: Mapped[int] = plain("what every member pays for it", Integer)
    by_month: Mapped[bool] = plain("whether who joins within the year pays from that month on", Boolean)
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """For every desk and every delegate."""
        return false() if reach.figures_only else true()

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """By the secretariat."""
        return true() if reach.everywhere and not reach.figures_only else false()

    @property
    def amount(self) -> Decimal:
        """The dues of the year in dirhams."""
        return Decimal(self.centimes) / 100


class ReceiptNumber(Reachable, Model):
    """A number that was given to a receipt: one row of numbers for the whole federation, without a gap."""

    __tablename__ = "receipt_number"
    __table_args__ = (UniqueConstraint("year", "number"),)

    year: Mapped[int] = plain("in which year it was given", Integer)
    number: Mapped[int] = plain("counts from 1 within the year", Integer)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """For every desk: a number says neither whose nor where."""
        return true() if _of_a_desk(reach) else false()


class DuesPayment(Reachable, Model):
    """One payment of one member for one year. A person who is forgotten leaves the sum: the account has to add up."""

    __tablename__ = "dues_payment"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id", ondelete="SET NULL"), index=True)
    number_id: Mapped[UUID | None] = mapped_column(ForeignKey("receipt_number.id"), unique=True)
    year: Mapped[int] = plain("for which year, so that the database adds up", Integer)
    centimes: Mapped[int] = plain("so that the database adds up; 0 once it is struck out", Integer)
    paid_sealed: Mapped[bytes] = sealed()
    paid = Envelope(Paid, "member.standing")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach, for a desk alone."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


class CollectedDues(Reachable, Model):
    """What a delegate wrote on their sheet: write-only for them, until a desk takes it or sets it aside."""

    __tablename__ = "collected_dues"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[UUID] = mapped_column()
    year: Mapped[int] = plain("for which year", Integer)
    state: Mapped[CollectedState] = plain("a closed list", named(CollectedState))
    collected_sealed: Mapped[bytes] = sealed()
    collected = Envelope(Collected, "member.standing")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach, for a desk alone."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Who collects writes, and never reads it back; a desk also takes it or sets it aside."""
        own = and_(reach.covers(cls.workplace_id), reach.own(cls.account_id))
        return own if reach.named_only else or_(own, cls.within(reach))


class DuesReminder(Reachable, Model):
    """A reminder that was sent to a member."""

    __tablename__ = "dues_reminder"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id", ondelete="CASCADE"), index=True)
    reminded_sealed: Mapped[bytes] = sealed()
    reminded = Envelope(Reminded, "member.standing")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach, for a desk alone."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


class DuesList(Reachable, Model):
    """A list of payments that was brought in at one site: looked at, written, undone."""

    __tablename__ = "dues_list"

    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)
    state: Mapped[ListState] = plain("a closed list", named(ListState))
    listed_sealed: Mapped[bytes] = sealed()
    listed = Envelope(Listed, "member.standing")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Those at the workplaces in reach, for a desk alone."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)
