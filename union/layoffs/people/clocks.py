"""Which dates run out for a person of the list, each from the day that starts it; nothing is ever called lost."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, object_session

from union.cases import dates
from union.cases.models import Case, Stage
from union.entitlements.people.clocks import clocks, ours
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts
from union.jobs.housekeeping import Moving
from union.law.dates.deadlines import Deadline, Rule
from union.layoffs.records.contents import Matter
from union.layoffs.records.models import Layoff, on_the_list
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.damaged import readable
from union.web.locale import today

THEIRS = Rule.WORK_CERTIFICATE
"""The one period of a person of a list that binds the other side."""


@dataclass(frozen=True)
class Soonest:
    """The first date that runs out in a group, and for how many people."""

    deadline: Deadline
    people: int


def own(people: Iterable[Facts], on: date, matter: Matter) -> Iterator[dates.Own]:
    """The dates of everybody whose last day is still to come, by rule and person; what the employer let go by stays
    until it was claimed."""
    for facts in people:
        key = dates.key_of(facts.employee_number, facts.name)
        for one in clocks(facts, matter.kind):
            mine = ours(one)
            if one.legal_on >= on or not (mine or claimed(matter, one)):
                yield dates.Own(
                    one.safe_on if mine else one.legal_on, str(one.rule), key, mine, one.legal_on, one.start
                )


def claimed(matter: Matter, one: Deadline) -> bool:
    """Whether what the other side let go by was claimed of them since."""
    return one.legal_on < matter.claimed_on.get(str(one.rule), date.min)


def own_of(case: Case) -> Iterator[dates.Own]:
    session = cast(ReachSession, object_session(case))
    matter = cast(Layoff, case).matter
    return own((row.facts for row in readable(session.scalars(on_the_list(case.id)), "facts")), today(), matter)


def _behind(session: Session) -> list[UUID]:
    """The open disputes of which a date has passed: ours gives way to what is still to come, and one of the other side
    is to be claimed, also while nobody works on them; and those that nobody has counted as they are counted now."""
    passed = or_(Layoff.due_on < today(), Layoff.theirs_on < today(), Layoff.at_once.is_(None))
    return list(session.scalars(select(Layoff.id).where(Layoff.stage != Stage.CLOSED, passed)))


def _renew(session: Session, case_id: UUID) -> None:
    dispute = session.get_one(Layoff, case_id)
    if opens(dispute, "matter"):
        dates.recount(dispute)


MOVING = Moving(_behind, _renew)


def soonest(
    people: Iterable[Facts], on: date, kind: Situation | None = None, covered: Container[tuple[str, str]] = ()
) -> Soonest | None:
    """The first date still to come in the group on which we have to act; None where none runs.

    `covered` are the periods, by rule and person, that a paper or a court file counts, or that were met.
    """
    first: Deadline | None = None
    count = 0
    for facts in people:
        key = dates.key_of(facts.employee_number, facts.name)
        open_ = (one for one in clocks(facts, kind) if ours(one) and one.safe_on >= on)
        mine = next((one for one in open_ if (str(one.rule), key) not in covered), None)
        if mine is None:
            continue
        if first is None or mine.safe_on < first.safe_on:
            first, count = mine, 1
        elif (mine.safe_on, mine.rule) == (first.safe_on, first.rule):
            count += 1
    return None if first is None else Soonest(first, count)
