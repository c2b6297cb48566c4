"""Sixty grievances at every stage, through the very acts that people use, then set back to the days when they
happened."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import cast
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.cases import actions as cases
from union.cases import closing, readers, tasks
from union.cases.models import CaseEntry, Stage
from union.cases.timeline import CaseAct
from union.demo.accounts import SIGN_INS
from union.demo.people import DemoPerson
from union.demo.texts import CLOSED, GIVEN_UP, REOPENED, STRATEGY, TASKS, TOLD, WAITING, Told
from union.grievances import actions
from union.grievances.actions import GrievanceAct, NewReport
from union.grievances.models import Awaited, For, Grievance, Problem
from union.grievances.steps import recount, still_open
from union.members import tokens
from union.members.models import Entrusted
from union.store.reach import ReachSession
from union.web.locale import today
from union.workplaces.models import Workplace

NUMBER = 60
# How often each site speaks; the undeclared one has nobody elected, and its organiser reports for it.
SITES = ("maarouf",) * 5 + ("technopolis",) * 4 + ("malabata",) * 4 + ("saiss",) * 3 + ("signal",) * 3 + ("villa",)
STAGES = (Stage.NEW,) * 3 + (Stage.IN_HAND,) * 5 + (Stage.WAITING,) * 3 + (Stage.CLOSED,) * 4
PRIVATE = frozenset({Problem.HEALTH, Problem.DISCRIMINATION})


def report(
    session: Session,
    random: Random,
    sites: dict[str, Workplace],
    everybody: dict[str, list[DemoPerson]],
    signed_in: dict[str, UUID],
) -> None:
    """File and work them. The reporters are the sites' delegates, the handlers their organisers."""
    for at in range(NUMBER):
        key, told, stage = SITES[at % len(SITES)], TOLD[at % len(TOLD)], STAGES[at % len(STAGES)]
        organiser = signed_in["permanente" if key in {"maarouf", "technopolis", "signal"} else "permanent.nord"]
        delegate = next((signed_in[one.login] for one in SIGN_INS if one.places == (key,)), organiser)
        filed = today() - timedelta(days=_age(random, stage))
        one = _file(session, random, told, sites[key], everybody[key], delegate, organiser, filed)
        one.account = dataclasses.replace(one.account, filed_on=filed)
        recount(one)
        _work(cast(ReachSession, session), random, one, told, stage, organiser, at)
        if stage is not Stage.NEW and at % 5 == 0:
            readers.name(cast(ReachSession, session), organiser, one, signed_in["avocate"])
        _set_back(session, random, one, filed)


def _age(random: Random, stage: Stage) -> int:
    """Days since the report."""
    return {Stage.NEW: random.randint(0, 6), Stage.CLOSED: random.randint(40, 160)}.get(stage, random.randint(4, 75))


def _file(
    session: Session,
    random: Random,
    told: Told,
    site: Workplace,
    there: list[DemoPerson],
    by: UUID,
    organiser: UUID,
    filed: date,
) -> Grievance:
    entrusted = session.scalars(select(Entrusted.member_id).where(Entrusted.account_id == by)).all()
    about = random.choice((For.ENTRUSTED, For.ENTRUSTED, For.ANOTHER, For.ONESELF)) if by != organiser else For.ANOTHER
    another = random.choice(there).identity
    private = told.problem in PRIVATE
    said = NewReport(
        paper=told.paper,
        event_on=filed - timedelta(days=random.randint(0, 5)),
        problem=told.problem,
        about=about,
        workplace_id=site.id,
        member_id=random.choice(entrusted) if about is For.ENTRUSTED else None,
        about_name=another.name if about is For.ANOTHER else "",
        about_phone=another.phones[0] if about is For.ANOTHER else "",
        facts=told.facts,
        demand=told.demand,
        confidential=private,
        readers=frozenset({organiser}) if private else frozenset(),
    )
    return actions.file(cast(ReachSession, session), by, said)


def _work(
    session: ReachSession, random: Random, one: Grievance, told: Told, stage: Stage, organiser: UUID, at: int
) -> None:
    if stage is Stage.NEW:
        return
    cases.take(session, organiser, one)
    if one.member_id is None and at % 2:
        _link(session, organiser, one)
    cases.note(session, organiser, one, told.note)
    if at % 4 == 0 and stage is not Stage.CLOSED:
        tasks.add(session, organiser, one, TASKS[at // 4 % len(TASKS)], today() + timedelta(days=at % 9), "")
    for code in _done(one, at):
        actions.do_step(session, organiser, one, code)
    if at % 7 == 0:
        cases.note(session, organiser, one, STRATEGY, strategy=True)
    if stage is Stage.WAITING:
        again_on = today() + timedelta(days=random.randint(1, 9))
        actions.wait(session, organiser, one, random.choice(tuple(Awaited)), random.choice(WAITING), again_on)
    if stage is Stage.CLOSED:
        given = closing.given_up(session, one, GIVEN_UP)
        actions.close(session, organiser, one, *random.choice(CLOSED), given)
    if stage is Stage.CLOSED and at % 11 == 0:
        actions.reopen(session, organiser, one, REOPENED)


def _done(one: Grievance, at: int) -> list[str]:
    """The steps that somebody saw to: the first, and those whose day has passed; one case in eight was left too
    long."""
    steps = still_open(one.account)
    passed = [step.code for step in steps if step.by is not None and step.by.safe_on < today()]
    return [] if at % 8 == 1 else list(dict.fromkeys([steps[0].code, *passed])) if steps else []


def _link(session: ReachSession, organiser: UUID, one: Grievance) -> None:
    """Link a report to the member whom the organiser recognises by their telephone."""
    for member in tokens.holders(session, [tokens.phone(one.account.about_phone)]):
        actions.link(session, organiser, one, member.id)
        return


def _set_back(session: Session, random: Random, one: Grievance, filed: date) -> None:
    """The acts of this minute become those of the days since the report; the record keeps the minute."""
    if one.account.closed_on is not None:
        one.account = dataclasses.replace(one.account, closed_on=today() - timedelta(days=random.randint(1, 20)))
    if one.stage is not Stage.CLOSED:
        recount(one)
    lines = session.scalars(select(CaseEntry).where(CaseEntry.case_id == one.id).order_by(CaseEntry.number)).all()
    span = max(0, (today() - filed).days - 1)
    ended, closed = one.account.closed_on if one.stage is Stage.CLOSED else None, False
    done: list[date] = []
    for at, line in enumerate(lines):
        closed = closed or line.entry.act == CaseAct.CLOSED.value
        day = filed + timedelta(days=span * at // max(1, len(lines)))
        if ended is not None:
            day = ended if closed else min(day, ended)
        moment = datetime.combine(day, time(9 + at % 9, random.randint(0, 59)), UTC)
        line.entry = dataclasses.replace(line.entry, at=min(moment, datetime.now(UTC).replace(microsecond=0)))
        if line.entry.act == GrievanceAct.STEP_DONE.value:
            done.append(day)
    steps = tuple(dataclasses.replace(step, on=day) for step, day in zip(one.account.done, done, strict=True))
    one.account = dataclasses.replace(one.account, done=steps)
