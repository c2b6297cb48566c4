"""What the law asks next of a grievance as it was told: open steps, done steps, the soonest safe date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.cases import dates
from union.cases.models import Case, Stage
from union.entitlements.people.mandates import mandates_of
from union.grievances.models import Agreed, Grievance, Paper, Problem, Report
from union.jobs.housekeeping import Moving
from union.law import next_steps
from union.law.ending.protection import protection
from union.law.next_steps import Known, Pay, Step, next_act
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.locale import today

STOPPED = frozenset({Paper.BADGE_STOPPED, Paper.PAY_STOPPED})
NO_PAPER = STOPPED | {Paper.PAY_LATE, Paper.OTHER_EVENT}
AGREED = {Agreed.YES: True, Agreed.NO: False}
PAY = {Paper.PAY_STOPPED: Pay.UNPAID, Paper.PAY_LATE: Pay.LATE}
# What the labour inspector must have approved where the person is a protected delegate (arts 457-459).
AGAINST_SOMEBODY = STOPPED | {Paper.DISMISSAL_LETTER, Paper.HEARING_SUMMONS, Paper.SANCTION, Paper.RESIGNATION_ASKED}


def steps(said: Report, *, protected: bool = False) -> list[Step]:
    """Every step, done or not, in the order to do them."""
    received = said.paper.value if said.paper not in NO_PAPER else "none"
    paper = next_steps.Paper.OTHER if said.paper is Paper.OTHER_PAPER else next_steps.Paper(received)
    stopped = True if said.paper in STOPPED else None
    known = Known(said.harm, AGREED.get(said.agreed), said.noted_on, said.ended_on, PAY.get(said.paper))
    return next_act(
        said.problem.value,
        paper,
        said.event_on,
        said.filed_on or said.event_on,
        hour=time.fromisoformat(said.event_at) if said.event_at else None,
        stopped=stopped,
        protected=protected and asks_who_is_protected(said),
        known=known,
        done={one.code: one.on for one in said.done if one.said},
        on=today(),
    )


def asks_who_is_protected(said: Report) -> bool:
    """Whether it matters here that the person holds a mandate."""
    return said.paper in AGAINST_SOMEBODY or said.problem in {Problem.DISCIPLINE, Problem.TRANSFER, Problem.MANDATE}


def still_open(said: Report, *, protected: bool = False) -> list[Step]:
    """The steps that nobody has done yet, in the order to do them."""
    done = {one.code for one in said.done}
    return [step for step in steps(said, protected=protected) if step.code not in done]


def own(case: Case) -> Iterator[dates.Own]:
    """The dates of the steps that nobody has done yet: the safe one of ours, the last one of the other side's."""
    for step in still_open(cast(Grievance, case).account):
        yield of_step(step)


def of_step(step: Step) -> dates.Own:
    """The date of one step: ours by its safe day, the other side's by the last that the law leaves them."""
    if step.by is None:
        return dates.Own(step.follow_up_on, dates.FOLLOW_UP if step.follow_up_on else step.code, mark=step.code)
    ours = step.by.bound == "us"
    return dates.Own(
        step.by.safe_on if ours else step.by.legal_on,
        str(step.by.rule),
        ours=ours,
        legal_on=step.by.legal_on,
        start=step.by.start,
        mark=step.code,
    )


def _uncounted(session: Session) -> list[UUID]:
    """The open grievances of before there were two clocks."""
    return list(
        session.scalars(select(Grievance.id).where(Grievance.stage != Stage.CLOSED, Grievance.at_once.is_(None)))
    )


def _count(session: Session, case_id: UUID) -> None:
    case = session.get_one(Grievance, case_id)
    if opens(case, "account"):
        recount(case)


MOVING = Moving(_uncounted, _count)


def recount(case: Grievance) -> None:
    """Keep the case's next safe date in step with its open steps."""
    dates.recount(case)


def is_protected(session: ReachSession, member_id: UUID | None, workplace_id: UUID) -> bool:
    """Whether a mandate in reach protects the person today (arts 457, 458, 472)."""
    if member_id is None:
        return False
    held = mandates_of(session, workplace_id, [member_id])[member_id]
    return protection(held, today()).needs_approval
