"""The names of a collective grievance: kept for the time of its case, and removed some months after it was closed."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.cases.models import Case, Stage
from union.cases.timeline import closed_long_ago
from union.collective.models import Consent, Joined
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.record import chain
from union.vault.envelope import opens


def over(session: Session, hand: JobContext) -> list[UUID]:
    """The closed cases whose time is over, and that still name somebody."""
    closed = select(Joined).join(Case, Case.id == Joined.case_id).where(Case.stage == Stage.CLOSED)
    naming = {row.case_id for row in session.scalars(closed) if opens(row, "consent") and _names(row)}
    return [one for one in sorted(naming) if closed_long_ago(session, one, hand.outsiders_months)]


def _names(row: Joined) -> bool:
    return row.tied_id is not None or row.consent != without_name(row.consent)


def without_name(told: Consent) -> Consent:
    """A consent with its days and the words that it was given to, and without anything that says whose it is."""
    return Consent(told.subject, told.demand, given=told.given, on=told.on, taken_back_on=told.taken_back_on)


def remove(session: Session, case_id: UUID) -> list[UUID]:
    """Take the names out, and what ties a row to somebody's own case. No file hangs on them."""
    for row in session.scalars(select(Joined).where(Joined.case_id == case_id)).all():
        if opens(row, "consent"):
            row.consent, row.tied_id, row.shared = without_name(row.consent), None, False
    chain.note(session, None, chain.Act.REMOVED, "collective_person", None, case=case_id)
    return []


EXPIRING = Expiring(over, remove)
