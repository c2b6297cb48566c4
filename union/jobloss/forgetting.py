"""The claim of somebody who stands on the list of a dispute no more goes too, once those outside the union are gone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.cases.dates import CaseDate
from union.jobloss.models import Claim
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.layoffs.records.models import Layoff
from union.layoffs.retention import outsiders
from union.record import chain
from union.vault.envelope import opens


def over(session: Session, hand: JobContext) -> list[UUID]:
    """The claims of people who are gone from the list of a dispute that has let go of those outside the union."""
    gone: list[UUID] = []
    for dispute in session.scalars(select(Layoff)).all():
        if outsiders.let_go(session, dispute):
            keys = outsiders.left(session, dispute)
            claims = session.scalars(select(Claim).where(Claim.case_id == dispute.id))
            gone += [one.id for one in claims if opens(one, "told") and one.told.key not in keys]
    return gone


def remove(session: Session, claim_id: UUID) -> list[UUID]:
    """Remove one claim with its date. No file hangs on it."""
    claim = session.get_one(Claim, claim_id)
    for one in session.scalars(select(CaseDate).where(CaseDate.source_id == claim_id)).all():
        session.delete(one)
    session.delete(claim)
    chain.note(session, None, chain.Act.REMOVED, "layoff", claim.case_id)
    return []


EXPIRING = Expiring(over, remove)
