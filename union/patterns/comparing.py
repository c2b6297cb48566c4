"""Who was sanctioned less for the same fault by the same employer: as many as the reader reaches, by their codes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from union.cases.models import Case
from union.grievances.hanging import Alleged, Measure
from union.grievances.models import Grievance, Paper
from union.papers.dismissals.models import Dismissal
from union.patterns.told import Told, cases, taken
from union.store.reach import ReachSession
from union.workplaces.models import Workplace


@dataclass(frozen=True)
class Compared:
    """A case and those that are set beside it, the lightest measure first."""

    alleged: Alleged | None
    measure: Measure | None
    lesser: tuple[Told, ...] = ()
    same: int = 0  # of the same fault with the same measure or a graver one

    @property
    def by_measure(self) -> list[tuple[Measure, int]]:
        """How many of each lesser measure."""
        tally = Counter(one.said.measure for one in self.lesser if one.said.measure is not None)
        return sorted(tally.items(), key=lambda pair: (pair[0].step, pair[0].value))

    @property
    def people(self) -> int:
        return len({one.person for one in self.lesser})


def compared(session: ReachSession, case: Case) -> Compared:
    """The cases of the same employer with the same fault and a lesser measure, confidential ones left out: what is
    counted here may be printed."""
    if not isinstance(case, Grievance):
        return Compared(None, None)
    said = case.account
    measure = said.measure or (Measure.DISMISSAL if _dismissed(session, case) else None)
    if said.alleged is None or measure is None:
        return Compared(said.alleged, measure)
    employer = select(Workplace.employer_id).where(Workplace.id == case.workplace_id).scalar_subquery()
    places: list[UUID] = list(session.scalars(select(Workplace.id).where(Workplace.employer_id == employer)))
    me = Told(case.id, case.code, case.workplace_id, case.member_id, case.confidential, taken(said)).person
    others = [
        one
        for one in cases(session, places)
        if one.said.alleged is said.alleged
        and one.said.measure is not None
        and one.person != me
        and one.id != case.id
        and not one.confidential
    ]
    lesser = [one for one in others if one.said.measure is not None and one.said.measure.step < measure.step]
    lesser.sort(key=lambda one: (one.said.measure.step if one.said.measure else 0, -one.said.on.toordinal()))
    return Compared(said.alleged, measure, tuple(lesser), len(others) - len(lesser))


def _dismissed(session: ReachSession, case: Grievance) -> bool:
    """Whether the case is of a dismissal: by what came, or by a letter that was written down."""
    if case.account.paper is Paper.DISMISSAL_LETTER:
        return True
    return session.scalar(select(Dismissal.id).where(Dismissal.case_id == case.id).limit(1)) is not None
