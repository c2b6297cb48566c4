"""The procedure of one person, where the law asks it of each: what their papers tell, else what was said of all; and
how many people each step was kept or missed for."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l

from union.cases.models import Stage
from union.cases.timeline import entry
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts, StepDone
from union.entitlements.sums import requalified
from union.entitlements.sums.requalified import fixed_term
from union.law.checking.findings import Check, Finding, State, state_of_answer
from union.law.ending.requalification import requalification
from union.layoffs.procedure.steps import CHAPTERS
from union.layoffs.records.acts import LayoffAct, OwnSteps
from union.layoffs.records.contents import Matter
from union.layoffs.records.models import Layoff, LayoffPerson
from union.papers.sending import not_to_come
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession


@dataclass(frozen=True)
class Counted:
    """One question over everybody: how many people it was kept for, missed for, and of how many nobody knows."""

    check: Check
    done: int = 0
    defects: int = 0
    unknown: int = 0


def chapter(kind: Situation) -> Mapping[str, Check]:
    """The questions that are put to each person in a dispute of that kind; those of a letter stand with the letter."""
    return CHAPTERS.get(kind, {})


def own_findings(matter: Matter, facts: Facts) -> list[Finding]:
    """The answers for one person: their own papers, else what was said of everybody, else what their dates show."""
    shown = _by_dates(facts, matter.kind)
    return [_finding(check, key, matter, facts, shown) for key, check in chapter(matter.kind).items()]


def _finding(check: Check, key: str, matter: Matter, facts: Facts, shown: Mapping[str, Finding]) -> Finding:
    for one in (facts.steps.get(key), matter.procedure.steps.get(key)):
        if one is not None and one.done is not None:
            return Finding(check, state_of_answer(one.done), done_on=one.on)
    return shown.get(key, Finding(check, State.UNKNOWN))


def _by_dates(facts: Facts, kind: Situation) -> dict[str, Finding]:
    """What the dates and the case of a fixed-term contract show (arts 16, 17); nothing in another chapter."""
    if kind is not Situation.CDD_SERIES or not fixed_term(facts, kind):
        return {}
    found = requalified.chain(facts)
    return {} if found is None else {one.code: one for one in requalification(found)}


def counted(found: Iterable[list[Finding]]) -> list[Counted]:
    """The answers of everybody, question by question, in the order of the law."""
    sums: dict[str, Counted] = {}
    for findings in found:
        for one in findings:
            held = sums.get(one.code, Counted(one.check))
            if one.defect:
                held = dataclasses.replace(held, defects=held.defects + 1)
            elif one.state is State.DONE:
                held = dataclasses.replace(held, done=held.done + 1)
            elif one.state is State.UNKNOWN or one.warning:  # what nothing settles is no defect that can be counted
                held = dataclasses.replace(held, unknown=held.unknown + 1)
            sums[one.code] = held
    return list(sums.values())


def note(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, steps: dict[str, StepDone]) -> None:
    """What the papers of one person tell. Raises `Refused` for a day to come, or one of what was not done."""
    if dispute.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))
    for key, one in steps.items():
        not_to_come(f"{key}_on", one.on)
        if one.on is not None and one.done is not True:
            raise Refused(f"{key}_on", _l("A day says that it was done: answer yes, or leave the day empty."))
    row.facts = dataclasses.replace(row.facts, steps=steps)
    session.flush()
    defects = sum(one.defect for one in own_findings(dispute.matter, row.facts))
    said = msgspec.json.encode(OwnSteps(row.position, defects)).decode()
    entry(session, dispute, by, LayoffAct.OWN_STEPS, said)
    chain.note(session, by, chain.Act.CHANGED, "layoff_person", row.id, case=row.case_id)
