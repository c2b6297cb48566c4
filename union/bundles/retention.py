"""What the file of a dispute said of the people outside the union on its list goes with them; that it was made, for
whom, and its digest stay."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.bundles.models import Asked, Bundle
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.layoffs.records.models import Layoff
from union.layoffs.retention import outsiders
from union.record import chain
from union.vault.envelope import opens


def over(session: Session, hand: JobContext) -> list[UUID]:
    """The files of disputes that have let go of those outside the union, while they still say what they held."""
    gone = [one.id for one in session.scalars(select(Layoff)) if outsiders.let_go(session, one)]
    rows = session.scalars(select(Bundle).where(Bundle.case_id.in_(gone)))
    return [one.id for one in rows if opens(one, "asked") and one.asked != without_contents(one.asked)]


def without_contents(asked: Asked) -> Asked:
    """What was asked for, without what was chosen and typed for it."""
    return dataclasses.replace(
        asked, title="", consent_words="", cover=(), happenings=(), sections=(), exhibits=(), left_out=0
    )


def remove(session: Session, row_id: UUID) -> list[UUID]:
    """Take out what one file held, and its bytes where they are still there."""
    row = session.get_one(Bundle, row_id)
    row.asked, gone = without_contents(row.asked), row.file_id
    row.file_id = None
    chain.note(session, None, chain.Act.REMOVED, Bundle.__tablename__, row.id, case=row.case_id)
    return [gone] if gone is not None else []


EXPIRING = Expiring(over, remove)
