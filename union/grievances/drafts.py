"""A report that is not sent yet: one for each account, sealed, read by its author alone and forgotten after two
days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, DateTime, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.store.db import Model, Store, one_at_a_time
from union.store.reach import Reach, Reachable, ReachSession
from union.vault.envelope import Envelope, opens, plain, sealed

KEPT = timedelta(hours=48)  # an evening, and the next one


@dataclass(frozen=True)
class Typed:
    """What stood in the form: the step that was shown, and every field as a browser sends it."""

    step: int
    pairs: tuple[tuple[str, str], ...]
    at: datetime


class ReportDraft(Reachable, Model):
    """A report as its author left it; a lost telephone or an ended session loses nothing of it."""

    __tablename__ = "report_draft"

    account_id: Mapped[UUID] = mapped_column(unique=True)
    ends_at: Mapped[datetime] = plain("when it is forgotten, of whatever it holds", DateTime(timezone=True))
    typed_sealed: Mapped[bytes] = sealed()
    typed = Envelope(Typed, "case")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """One's own."""
        return reach.own(cls.account_id)


def keep(session: ReachSession, by: UUID, step: int, pairs: Iterable[tuple[str, str]]) -> None:
    """What somebody typed until now, in the place of what was kept before. No act on a case: nothing of it is
    recorded."""
    one_at_a_time(session, by.bytes)
    now = datetime.now(UTC).replace(microsecond=0)
    typed, found = Typed(step, tuple(pairs), now), session.scalar(_of(by))
    if found is not None and _withheld(session, found):  # what was begun before is not shown, and gives way to this one
        session.delete(found)
        session.flush()
        found = None
    if found is None:
        session.add(ReportDraft(account_id=by, ends_at=now + KEPT, typed=typed))
    else:
        found.typed, found.ends_at = typed, now + KEPT


def kept(session: ReachSession, by: UUID) -> Typed | None:
    """What is kept for somebody, while its time runs; None where a damaged one would hold up the page."""
    found = session.scalar(_of(by))
    if (
        found is None
        or _withheld(session, found)
        or not opens(found, "typed")
        or _utc(found.ends_at) <= datetime.now(UTC)
    ):
        return None
    return found.typed


def forget(session: ReachSession, by: UUID) -> None:
    """The report was sent, or is begun anew."""
    found = session.scalar(_of(by))
    if found is not None and not _withheld(session, found):
        session.delete(found)


def _withheld(session: ReachSession, draft: ReportDraft) -> bool:
    """Whether it was begun before a code was given in the place of the password, and nobody spoke for the holder
    yet."""
    return draft.id in session.reach.withheld


def begun_by(store: Store, account_id: UUID) -> Iterable[UUID]:
    with store.reading(Reach(person=account_id)) as session:
        return list(session.scalars(select(ReportDraft.id).where(ReportDraft.account_id == account_id)))


def _of(by: UUID) -> Select[ReportDraft]:
    return select(ReportDraft).where(ReportDraft.account_id == by)


def _utc(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    return list(session.scalars(select(ReportDraft.id).where(ReportDraft.ends_at <= datetime.now(UTC))))


def _remove(session: Session, draft_id: UUID) -> list[UUID]:
    session.delete(session.get_one(ReportDraft, draft_id))
    return []


EXPIRING = Expiring(_over, _remove)
