"""What is due on open cases, soonest first, in the words of the law: the agenda of every home page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import current_app, url_for
from sqlalchemy import func, select

from union.cases import dates
from union.cases.models import Case, CaseKind, Stage, open_cases
from union.home.next_words import next_words
from union.reach import ReachSession
from union.workplaces.models import Workplace

SOON = timedelta(days=7)
Names = Mapping[UUID, str]
_PAGES = {CaseKind.GRIEVANCE: "grievances.show", CaseKind.LAYOFF: "layoffs.show"}


@dataclass(frozen=True)
class Act:
    """One act of an agenda; the templates' `agenda` reads it."""

    what: str
    by: date | None
    code: str
    case_url: str
    place: str
    article: str
    article_title: str = ""
    confidential: bool = False


@dataclass(frozen=True)
class Load:
    """How many open cases, and how they stand."""

    open: int = 0
    late: int = 0
    soon: int = 0
    new: int = 0  # grievances that nobody has taken yet


def acts(
    session: ReachSession, most: int, offset: int = 0, workplace: UUID | None = None, *, places: Names | None = None
) -> list[Act]:
    """The next act of each open case in reach, the soonest safe date first; of one workplace where it is given."""
    wanted = open_cases() if workplace is None else open_cases().where(Case.workplace_id == workplace)
    return described(session, session.scalars(wanted.offset(offset).limit(most)).all(), places)


def described(session: ReachSession, cases: Iterable[Case], places: Names | None = None) -> list[Act]:
    """The next act of these cases, in their order. `places` are the names of the sites, where the caller has them."""
    cases = list(cases)
    if places is None:
        places = _places(session, {case.workplace_id for case in cases})
    beside = dates.of_cases(session, [case.id for case in cases])
    return [_act(case, places.get(case.workplace_id, ""), beside.get(case.id, [])) for case in cases]


def load(session: ReachSession, on: date, workplace: UUID | None = None) -> Load:
    """The open cases in reach, or of one workplace, counted in one statement."""
    asked = select(
        func.count(Case.id),
        func.count(Case.id).filter(Case.due_on < on),
        func.count(Case.id).filter(Case.due_on >= on, Case.due_on <= on + SOON),
        func.count(Case.id).filter(Case.stage == Stage.NEW, Case.kind == CaseKind.GRIEVANCE),
    ).where(Case.stage != Stage.CLOSED)
    if workplace is not None:
        asked = asked.where(Case.workplace_id == workplace)
    return Load(*session.execute(asked).one())


def stages(session: ReachSession) -> dict[Stage, int]:
    """How many cases in reach stand where."""
    found = {row[0]: row[1] for row in session.execute(select(Case.stage, func.count(Case.id)).group_by(Case.stage))}
    return {stage: found.get(stage, 0) for stage in Stage}


def _places(session: ReachSession, wanted: set[UUID]) -> dict[UUID, str]:
    return {one.id: one.site.name for one in session.scalars(select(Workplace).where(Workplace.id.in_(wanted)))}


def _act(case: Case, place: str, beside: list[dates.CaseDate]) -> Act:
    what, article = next_words(case, beside)
    return Act(what, case.due_on, case.code, case_url(case), place, article, confidential=case.confidential)


def case_url(case: Case) -> str:
    """The page of a case of either kind."""
    endpoint = _PAGES[case.kind]
    known: dict[str, Any] = current_app.view_functions
    return url_for(endpoint, case_id=case.id) if endpoint in known else url_for("home.agenda")
