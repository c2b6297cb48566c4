"""Hearings, appeals and the other dates of court files, whatever else is due on their cases before."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from union.access import May, asking
from union.cases import date_words, dates
from union.cases.clocks import Clock, stands
from union.cases.closing_answers import closings_of
from union.cases.dates import CaseDate, Source
from union.cases.models import Case, Stage
from union.grievances import naming
from union.home.acts import Act, case_url
from union.store.reach import ReachSession
from union.workplaces.models import Workplace

MOST = 20


def court_dates(session: ReachSession, workplace: UUID | None = None) -> list[Act]:
    """The next dates of court files in reach, the soonest first; none for whoever keeps no court file."""
    if not asking().may(May.KEEP_COURT):
        return []
    wanted = (
        select(CaseDate, Case, Workplace)
        .join(Case, Case.id == CaseDate.case_id)
        .join(Workplace, Workplace.id == CaseDate.workplace_id)
        .where(CaseDate.source == Source.COURT, CaseDate.due_on.is_not(None), stands())
        .order_by(CaseDate.due_on, Case.code)
        .limit(MOST)
    )
    if workplace is not None:
        wanted = wanted.where(CaseDate.workplace_id == workplace)
    found = session.execute(wanted).all()
    beside = dates.of_cases(session, {case.id for _one, case, _place in found})
    open_ = {one.id for rows in beside.values() for one in dates.running(rows)}  # without what another paper met
    cases = {case.id: case for _one, case, _place in found}
    closings = closings_of(session, cases.values())
    decided = {
        case.id: {(run.rule, run.on) for run in dates.after_close(case, beside[case.id], closings.get(case.id))}
        for case in cases.values()
        if case.stage is Stage.CLOSED
    }
    named = naming.about(session, cases.values())
    return [
        _act(one, case, place, named.get(case.id, ""))
        for one, case, place in found
        if one.id in open_ and (case.id not in decided or (one.dated.rule, one.due_on) in decided[case.id])
    ]


def _act(one: CaseDate, case: Case, place: Workplace, about: str) -> Act:
    said = one.dated
    return Act(
        date_words.what(said),
        one.due_on,
        case.code,
        date_words.page_of(one),
        place.site.called,
        date_words.article(said),
        confidential=case.confidential,
        about=about,
        hour=said.hour,
        in_case=case_url(case),
        clock=(Clock.HEARING if said.rule == dates.HEARING else Clock.OURS).value,
    )
