"""What the worker tidies once a day: sealed files that no row names, and the memory of forms sent long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from union.files import NEEDED, needs
from union.jobs import Hand, Job
from union.once import Submission

log = structlog.get_logger()
REMEMBERED = timedelta(days=3)  # a form's token against forgery lives twelve hours: no form comes again after that
AT_ONCE = 500  # rows a transaction: writers wait for each


@needs
def of_jobs(session: Session) -> Iterator[UUID]:
    """What finished work left to be taken out (archives of sheets)."""
    for job in session.scalars(select(Job)):
        if "file" in job.brief.result:
            yield UUID(job.brief.result["file"])


def sweep(hand: Hand) -> None:
    """Remove the sealed files that nothing names. A row that cannot be opened stops it: what it names is not known."""

    def named() -> set[UUID]:
        with hand.store.maintaining() as session:
            return {one for tell in NEEDED for one in tell(session)}

    gone = hand.files.sweep(named)
    if gone:
        log.info("swept", files=gone)


def forget_forms(hand: Hand) -> None:
    """Remove what is known of forms that were sent longer ago than any could come again."""
    before = datetime.now(UTC).date() - REMEMBERED
    with hand.store.maintaining() as session:
        asked = session.execute(select(Submission.id, Submission.outcome_sealed)).all()
    old = []
    for row in asked:
        on = Submission.outcome.open("submission", row.id, row.outcome_sealed).on
        if on is None or on < before:
            old.append(row.id)
    for start in range(0, len(old), AT_ONCE):
        with hand.store.maintaining() as session:
            session.execute(delete(Submission).where(Submission.id.in_(old[start : start + AT_ONCE])))


ACTS = (sweep, forget_forms)
