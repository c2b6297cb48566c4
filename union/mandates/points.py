"""Which of one's own cases may be put into the note, and as which point: never a confidential one, and none without the
agreement of whom it is about."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from union.cases.models import Stage
from union.grievances.models import Grievance
from union.grievances.words import PROBLEMS
from union.law.next_steps import PRIVATE
from union.mandates.actions import of_cases
from union.store.reach import ReachSession


def offered(session: ReachSession, me: UUID, workplace_id: UUID) -> list[Grievance]:
    """One's own open cases at a site that may be put to the employer."""
    asked = select(Grievance.id).where(
        Grievance.reported_by == me,
        Grievance.workplace_id == workplace_id,
        Grievance.stage != Stage.CLOSED,
        ~Grievance.confidential,
    )
    found = of_cases(session, me, tuple(session.scalars(asked)))
    return sorted((one for one in found if one.account.problem not in PRIVATE), key=lambda one: one.code)


def called(case: Grievance) -> str:
    """A case in a list of choices: its code and its subject, and nobody's name."""
    return f"{case.code} · {PROBLEMS[case.account.problem]}"


def line_of(case: Grievance) -> str:
    """The point that a case becomes: its subject and what is asked for, to be gone over before it is printed."""
    demand = " ".join(case.account.demand.split())
    said = str(PROBLEMS[case.account.problem])
    return f"{said}{': ' if demand else ''}{demand}"[:500]
