"""When somebody came last, each sign-in a visit: the first page says what is new since then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.store.db import Model, Store, one_at_a_time
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, opens, sealed

KEPT = timedelta(days=180)  # whoever comes later than that is told all that is unread anyway


@dataclass(frozen=True)
class Came:
    """The sign-in of the visit that is now, when it began, and when the one before it did."""

    door: UUID
    at: datetime
    before: datetime | None = None


class Visit(Reachable, Model):
    """The last two visits of one account, known to its holder alone."""

    __tablename__ = "account_visit"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), unique=True)
    came_sealed: Mapped[bytes] = sealed()
    came = Envelope(Came, "account")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own."""
        return reach.own(cls.account_id)


def last(session: ReachSession, store: Store, me: UUID, door: UUID | None) -> datetime | None:
    """When the visit before this one began; None for the first that is known. A new sign-in is written down in a short
    transaction of its own."""
    found = session.scalar(select(Visit).where(Visit.account_id == me))
    known = found.came if found is not None and opens(found, "came") else None
    if door is None or (known is not None and known.door == door):
        return known.before if known else None
    _write(store, session.reach, me, door)
    return known.at if known else None


def _write(store: Store, reach: Reach, me: UUID, door: UUID) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    with store.writing(reach) as session:
        one_at_a_time(session, me.bytes)
        found = session.scalar(select(Visit).where(Visit.account_id == me))
        if found is None:
            session.add(Visit(account_id=me, came=Came(door, now)))
        elif not opens(found, "came"):  # a damaged one is made anew: it is a date and nothing else
            session.delete(found)
        elif found.came.door != door:
            found.came = Came(door, now, found.came.at)


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    old = datetime.now(UTC) - KEPT
    return [one.id for one in session.scalars(select(Visit)) if opens(one, "came") and one.came.at < old]


def _remove(session: Session, visit_id: UUID) -> list[UUID]:
    session.delete(session.get_one(Visit, visit_id))
    return []


EXPIRING = Expiring(_over, _remove)
