"""After a holiday was announced, put right or withdrawn: every date of every case is counted anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.cases import dates
from union.cases.clocks import stands
from union.cases.dates import CaseDate
from union.cases.models import Case
from union.holidays.calendar import counted_across
from union.jobs.housekeeping import Moving, renew
from union.jobs.worker import Job, JobContext
from union.law.dates.deadlines import deadline
from union.law.dates.periods import Rule, Unit, period_of
from union.vault.envelope import DAMAGED

log = structlog.get_logger()


def recount(hand: JobContext, _job: Job) -> dict[str, Any]:
    """Each case in a transaction of its own, so that pages go first; done again, it changes nothing."""

    return {"cases": renew(hand, Moving(_standing, _recount))}


def _standing(session: Session) -> list[UUID]:
    return list(session.scalars(select(Case.id).where(stands()).order_by(Case.id)))


def _recount(session: Session, case_id: UUID) -> None:
    case = session.get(Case, case_id)
    if case is None:
        return
    with counted_across(session):
        for row in session.scalars(select(CaseDate).where(CaseDate.case_id == case_id)):
            _move(row)
        session.flush()
        try:
            dates.recount(case)
        except DAMAGED:  # it is told where the case is shown
            log.warning("not_recounted")


def _move(row: CaseDate) -> None:
    """The safe day of a period that runs, as the calendar has it today; a hearing, a task, and a day that somebody
    moved by hand stay."""
    told = row.dated
    kept = row.source is dates.Source.KEPT
    period = period_of(told.rule)
    if row.due_on is None or kept or period is None or told.start is None or told.met_on is not None:
        return
    if period.unit is Unit.HOURS:  # its hour is not kept: counted where it was put
        return
    row.due_on = deadline(Rule(told.rule), told.start).safe_on
