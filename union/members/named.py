"""How a member is named to somebody who reads by name only: a delegate looks after them, a case names them, or the file
is the reader's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, Select, Table, UniqueConstraint, and_, false, or_, select, true
from sqlalchemy.orm import Mapped, mapped_column

from union.store.db import Model
from union.store.reach import Reach, Reachable, ReachSession


class Entrusted(Reachable, Model):
    """A member whom a delegate looks after, at a site."""

    __tablename__ = "entrusted"
    __table_args__ = (UniqueConstraint("account_id", "member_id", "workplace_id"),)

    account_id: Mapped[UUID] = mapped_column(index=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    workplace_id: Mapped[UUID] = mapped_column(ForeignKey("workplace.id"), index=True)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Whom a delegate looks after is known to the delegate and to the desk of the workplace."""
        if reach.figures_only:
            return false()
        mine = reach.covers(cls.workplace_id)
        return and_(mine, reach.own(cls.account_id)) if reach.named_only else mine

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Only a desk entrusts a member to a delegate: delegates cannot entrust anybody to themselves."""
        return false() if reach.named_only or reach.figures_only else reach.covers(cls.workplace_id)


class OwnFile(Reachable, Model):
    """Which member an account's holder is: written by the secretariat alone, known to it and to the holder.

    It opens one file to one account, whatever workplace it lies at, and no employment outside the account's workplaces.
    """

    __tablename__ = "own_file"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), unique=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), unique=True)

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """Known to the holder of the account, and to the secretariat."""
        return true() if reach.accounts else reach.own(cls.account_id)

    @classmethod
    def writable(cls, reach: Reach) -> ColumnElement[bool]:
        """Only the secretariat says which member an account's holder is: holders cannot say it themselves."""
        return true() if reach.accounts else false()


OWN: Table = OwnFile.__table__  # type: ignore[assignment]  # asked for without the criteria, which would ask each other
# Filled in `features`: how the rows of higher floors name a member to who reads by name only; each answers a select of
# member ids.
NAMED: list[Callable[[Reach], Select[Any]]] = []
# Filled in `features`: through which case somebody reads a member: the record keeps such a reading with the case.
THROUGH: list[Callable[[ReachSession, UUID], UUID | None]] = []


def named_to(reach: Reach, column: Any) -> ColumnElement[bool]:
    """Oneself, those entrusted, and those whom higher floors name."""
    own = select(OWN.c.member_id).where(reach.own(OWN.c.account_id))
    entrusted = select(Entrusted.member_id).where(Entrusted.within(reach))
    return or_(*(column.in_(one) for one in (own, entrusted, *(named(reach) for named in NAMED))))


def case_through(session: ReachSession, member_id: UUID) -> UUID | None:
    """The case through which this session reads a member; None if the session reads them otherwise."""
    return next((case for through in THROUGH if (case := through(session, member_id)) is not None), None)
