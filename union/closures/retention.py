"""People taken in go with the others outside the union, once their time after the close of the dispute is over."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.closures.models import Intake, TakenIn
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.layoffs.records.models import Layoff
from union.layoffs.retention import outsiders
from union.record import chain


def over(session: Session, hand: JobContext) -> list[UUID]:
    """The intakes whose dispute has let go of those outside the union, and which still hold somebody."""
    filled = select(TakenIn.intake_id)
    rows = session.execute(
        select(Intake, Layoff).join(Layoff, Layoff.id == Intake.case_id).where(Intake.id.in_(filled))
    )
    return [intake.id for intake, dispute in rows if outsiders.let_go(session, dispute)]


def remove(session: Session, intake_id: UUID) -> list[UUID]:
    """Remove everybody of one intake: who is a member stands in the register. No file hangs on them."""
    for one in session.scalars(select(TakenIn).where(TakenIn.intake_id == intake_id)).all():
        session.delete(one)
    case_id = session.get_one(Intake, intake_id).case_id
    chain.note(session, None, chain.Act.REMOVED, "intake", intake_id, case=case_id)
    return []


EXPIRING = Expiring(over, remove)
