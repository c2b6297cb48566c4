"""What is due on open cases, soonest first, in the words of the law: the agenda of every home page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import url_for
from sqlalchemy import and_, func, select

from union.cases import dates
from union.cases.clocks import Clock, claimable, idle, in_the_agenda, late, leading, soon, stands
from union.cases.closing_answers import CaseClosing, closings_of
from union.cases.messages import waiting
from union.cases.models import Case, CaseKind, Stage
from union.grievances import naming
from union.grievances.models import Grievance
from union.grievances.next_words import NextAct
from union.grievances.steps import still_open
from union.grievances.timing import in_order, place
from union.home.next_words import after_close, next_words
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today
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
    clock: str = Clock.OURS.value
    hour: str = ""
    then: date | None = None  # our day that runs meanwhile, where something else comes first
    unread: int = 0  # messages that wait for the reader
    theirs: str = ""  # who had to do what by when, where that is not us
    who: Any = ""
    in_case: str = ""  # the page of its case, where `case_url` is that of a paper
    about: str = ""  # whom the case is about, for a desk: a list on a telephone leaves it out


@dataclass(frozen=True)
class Load:
    """How many open cases, and how they stand."""

    open: int = 0
    late: int = 0
    soon: int = 0
    nobody: int = 0  # grievances that nobody follows
    idle: int = 0  # grievances on which nothing is to come, from us or from the other side
    claim: int = 0  # the other side let a day go by: for us to claim, and no lateness of ours
    kept: int = 0  # closed cases of which a date runs on
    disputes: int = 0  # of the open ones, which the list of cases does not hold

    @property
    def all(self) -> int:
        """How many lines the agenda has."""
        return self.open + self.kept


def acts(
    session: ReachSession, most: int, offset: int = 0, workplace: UUID | None = None, *, places: Names | None = None
) -> list[Act]:
    """The next act of each case in reach that is open, or was closed with a date that runs on, what comes first on
    top; of one workplace where it is given."""
    wanted = in_the_agenda(today()).with_only_columns(
        Case.id
    )  # their order lies in an index, the cases themselves do not
    if workplace is not None:
        wanted = wanted.where(Case.workplace_id == workplace)
    ids = session.scalars(wanted.offset(offset).limit(most)).all()
    found = {one.id: one for one in session.scalars(select(Case).where(Case.id.in_(ids)))}
    return described(session, [found[one] for one in ids if one in found], places)


def merged(own: Iterable[Act], others: Iterable[Act], most: int) -> list[Act]:
    """One's acts on cases with those of something else, what comes first on top."""
    every = [*own, *others]
    return sorted(every, key=lambda one: (*place(Clock(one.clock), one.by, today()), one.code))[:most]


def described(session: ReachSession, cases: Iterable[Case], places: Names | None = None) -> list[Act]:
    """The next act of these cases, in their order. `places` are the names of the sites, where the caller has them."""
    cases = list(cases)
    if places is None:
        places = _places(session, {case.workplace_id for case in cases})
    beside = dates.of_cases(session, [case.id for case in cases])
    unread = waiting(session, session.reach.person, [case.id for case in cases]) if session.reach.person else {}
    named = naming.about(session, cases)
    closings = closings_of(session, cases)
    return [
        _act(
            case,
            places.get(case.workplace_id, ""),
            _said(case, beside.get(case.id, []), closings.get(case.id)),
            unread.get(case.id, 0),
            named.get(case.id, ""),
        )
        for case in cases
    ]


def own(session: ReachSession, most: int) -> list[Act]:
    """What a delegate has to do on the cases in reach, what comes first on top: theirs alone, not the organiser's."""
    cases = readable(session.scalars(select(Grievance).where(Grievance.stage != Stage.CLOSED)), "account")
    beside = dates.of_cases(session, [case.id for case in cases])
    found = []
    for case in cases:
        known = {rule for rule, _key in dates.covered(beside.get(case.id, []))}
        steps = [one for one in still_open(case.account) if one.who == "delegate"]
        mine = [one for one in in_order(steps) if one.step.by is None or str(one.step.by.rule) not in known]
        found += [(one, case) for one in (mine[:1] if case.confidential else mine)]  # its lines would read alike
    found.sort(key=lambda pair: (*place(pair[0].clock, pair[0].by, today()), pair[1].code))
    places = _places(session, {case.workplace_id for _one, case in found[:most]})
    return [
        Act(
            one.what,
            one.by,
            case.code,
            case_url(case),
            places.get(case.workplace_id, ""),
            one.article,
            clock=one.clock.value,
            theirs=one.theirs,
            confidential=case.confidential,
        )
        for one, case in found[:most]
    ]


def load(session: ReachSession, on: date, workplace: UUID | None = None) -> Load:
    """The cases in reach that stand in the agenda, or those of one workplace, counted in one statement."""
    of_one_person = and_(Case.kind == CaseKind.GRIEVANCE, Case.stage != Stage.CLOSED)
    asked = select(
        func.count(Case.id),
        func.count(Case.id).filter(late(Case, on)),
        func.count(Case.id).filter(soon(Case, on, on + SOON)),
        func.count(Case.id).filter(of_one_person, Case.handled_by.is_(None)),
        func.count(Case.id).filter(of_one_person, idle(Case)),
        func.count(Case.id).filter(claimable(Case, on)),
        func.count(Case.id).filter(Case.stage == Stage.CLOSED),
        func.count(Case.id).filter(Case.stage != Stage.CLOSED, Case.kind == CaseKind.LAYOFF),
    ).where(stands())
    if workplace is not None:
        asked = asked.where(Case.workplace_id == workplace)
    whole, overdue, near, nobody, still, claim, kept, disputes = session.execute(asked).one()
    return Load(whole - kept, overdue, near, nobody, still, claim, kept, disputes)


def stages(session: ReachSession) -> dict[Stage, int]:
    """How many cases in reach stand where."""
    found = {row[0]: row[1] for row in session.execute(select(Case.stage, func.count(Case.id)).group_by(Case.stage))}
    return {stage: found.get(stage, 0) for stage in Stage}


def _places(session: ReachSession, wanted: set[UUID]) -> dict[UUID, str]:
    return {one.id: one.site.called for one in session.scalars(select(Workplace).where(Workplace.id.in_(wanted)))}


def _said(case: Case, beside: list[dates.CaseDate], closing: CaseClosing | None) -> NextAct:
    return after_close(case, beside, closing) if case.stage is Stage.CLOSED else next_words(case, beside)


def _act(case: Case, place: str, said: NextAct, unread: int, about: str) -> Act:
    clock, by = leading(case)
    if said.hearing:
        clock = Clock.HEARING
    return Act(
        said.what,
        by,
        case.code,
        case_url(case),
        place,
        said.article,
        clock=clock.value,
        hour=said.hour,
        theirs=said.theirs,
        who=said.who,
        unread=unread,
        confidential=case.confidential,
        then=case.due_on if clock in {Clock.AT_ONCE, Clock.CLAIM} else None,
        about=about,
    )


def case_url(case: Case) -> str:
    """The page of a case of either kind."""
    return url_for(_PAGES[case.kind], case_id=case.id)
