"""What the tests of papers and court files share: a grievance at the desk, and what a case holds."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.cases.dates import CaseDate, Dated
from union.cases.models import Case, CaseParty, Entry, Stage
from union.cases.timeline import timeline
from union.grievances.models import Grievance, Paper, Problem, Report
from union.grievances.steps import recount


def grievance(
    app: Union, cast: Cast, paper: Paper, event_on: date, *names: str, problem: Problem = Problem.DISCIPLINE
) -> UUID:
    """A grievance of Mina at here, handled by Olu; `names` are accounts named on it."""
    said = Report(problem, paper, event_on, "Appelé au bureau.", "La suite.", about_name="Mina El Fassi")
    with app.store.maintaining() as session:
        case = Grievance(
            code="R-7K3F9Q",
            workplace_id=cast.here,
            employment_id=cast.mina_employment,
            member_id=cast.mina,
            reported_by=cast.ann,
            handled_by=cast.olu,
            stage=Stage.IN_HAND,
            confidential=False,
            account=said,
            version=1,
        )
        recount(case)
        session.add(case)
        session.flush()
        for one in names:
            session.add(CaseParty(case_id=case.id, workplace_id=cast.here, account_id=getattr(cast, one)))
        return case.id


def due_on(app: Union, cast: Cast, case_id: UUID) -> date | None:
    """The case's next safe date."""
    with app.store.reading(cast.reach("sal")) as session:
        return session.scalars(select(Case).where(Case.id == case_id)).one().due_on


def dates_of(app: Union, cast: Cast, case_id: UUID) -> list[tuple[date | None, Dated]]:
    """What papers and court files put into a case."""
    with app.store.reading(cast.reach("sal")) as session:
        found = session.scalars(select(CaseDate).where(CaseDate.case_id == case_id)).all()
        return sorted(((one.due_on, one.dated) for one in found), key=lambda pair: (pair[0] or date.min, pair[1].rule))


def acts_of(app: Union, cast: Cast, case_id: UUID) -> list[Entry]:
    """The timeline of a case, newest first."""
    with app.store.reading(cast.reach("sal")) as session:
        return timeline(session, session.scalars(select(Case).where(Case.id == case_id)).one())


def words(visitor: Visitor, path: str) -> str:
    """The text of a page, its spaces folded."""
    return " ".join(visitor.page(path).get_text(" ").split())
