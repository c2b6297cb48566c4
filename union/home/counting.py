"""What the pages of workplaces count of members and of cases: brought down to them from here, where both are known."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from union.cases.models import Case, Stage
from union.members import roster
from union.reach import ReachSession
from union.web.locale import today
from union.workplaces.strength import COUNTERS


def members(session: ReachSession, workplaces: list[UUID]) -> dict[UUID, int]:
    """Members who work at each site today."""
    return {place: counts.members for place, counts in roster.counts(session, today(), workplaces).items()}


def open_cases(session: ReachSession, workplaces: list[UUID]) -> dict[UUID, int]:
    """Open cases of each site; a confidential one is not counted for whom it does not name, for he does not reach it."""
    asked = (
        select(Case.workplace_id, func.count(Case.id))
        .where(Case.stage != Stage.CLOSED, Case.workplace_id.in_(workplaces))
        .group_by(Case.workplace_id)
    )
    return {row[0]: row[1] for row in session.execute(asked)}


def install() -> None:
    """Let the pages of workplaces count members and cases."""
    COUNTERS.update(members=members, open_cases=open_cases)
