"""The employer's procedure, step by step: what the law asks, what is known of it, and which defects follow."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date
from enum import Enum
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l

from union.cases.timeline import entry
from union.entitlements.records.contents import Situation
from union.entitlements.records.facts import Facts, StepDone
from union.entitlements.sums.grounds import AUTHORISED_KINDS
from union.law.checking.findings import Check, Finding, state_of_answer
from union.law.ending import requalification, resignation, transfer
from union.law.procedure.collective import collective
from union.law.procedure.collective_plan import CollectivePlan, Motive
from union.layoffs.records.acts import LayoffAct, Recomputed, StepNoted
from union.layoffs.records.contents import Matter, Procedure
from union.layoffs.records.models import Layoff
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.papers.sending import not_to_come
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today


class Step(Enum):
    """The steps that a person answers for, by the keys of the law's checks."""

    DELEGATES = "delegates_informed"
    REPRESENTATIVES = "representatives_informed"
    COUNCIL = "council_informed"
    INFORMATION = "information_whole"
    CONSULTED = "consulted"
    REDEPLOYMENT = "redeployment"
    RECORD = "talks_record"
    RECORD_DELEGATES = "record_to_delegates"
    RECORD_LABOUR = "record_to_labour_delegate"
    REQUESTED = "requested"
    FILE = "economic_file"
    AUTHORISED = "authorised"
    CLOSURE = "closure_needed"
    ORDER = "order_kept"
    REHIRE = "rehire_priority"
    MOTIVE = "motive_allowed"
    STRIKER = "not_a_striker"
    A_YEAR = "one_year_at_most"
    RENEWALS = "renewals_allowed"
    STOPPED = "stopped_at_term"
    CHAIN = "no_chain"
    WRITTEN = "written"
    LEGALISED = "legalised"
    COPIED = "resignation_copied"
    NOTICE = "own_notice"
    DICTATED = "dictated"
    UNDATED = "undated"
    THREAT = "under_threat"
    ALONE = "in_series"
    MISCONDUCT = "employers_misconduct"
    KEPT = "contracts_kept"
    SAME = "same_contract"
    NO_NEW = "no_new_contract"
    NO_EXIT = "no_exit_asked"


CHAPTERS: dict[Situation, dict[str, Check]] = {
    Situation.CDD_SERIES: requalification.CHECKS,
    Situation.RESIGNATIONS: {key: one for key, one in resignation.CHECKS.items() if one.consequence != "sick_break"},
    Situation.TRANSFER: transfer.CHECKS,
}
"""Kinds that are put to questions of their own; of the group as a whole, each person's papers may tell otherwise."""
OUTSIDE_66 = frozenset({Situation.CDD_SERIES, Situation.TRANSFER})
"""Kinds to which articles 66 to 71 do not apply; resignations in series may stand in for an economic dismissal."""
OWN = {key: one for chapter in CHAPTERS.values() for key, one in chapter.items()}


def asked(kind: Situation) -> list[Step]:
    """The steps that a person answers for in a dispute of that kind."""
    own = [Step(key) for key in CHAPTERS.get(kind, {})]
    return own if kind in OUTSIDE_66 else [*own, *(one for one in Step if one.value not in OWN)]


def first_exit(people: Iterable[Facts]) -> date | None:
    """The day on which the first of the list leaves."""
    return min((one.exit_on for one in people if one.exit_on), default=None)


def findings(matter: Matter, first_exit_on: date | None, headcount: int | None) -> list[Finding]:
    """The law's steps with what is known; those of articles 66 to 71 only once somebody knows how many work there.

    `headcount` is what the workplace's own count says, where the procedure gives none.
    """
    steps = matter.procedure.steps
    known = {key: steps.get(key, StepDone()) for key in CHAPTERS.get(matter.kind, {})}
    own = [Finding(OWN[key], state_of_answer(step.done), done_on=step.on) for key, step in known.items()]
    people = matter.procedure.headcount or headcount
    if people is None or matter.kind in OUTSIDE_66:
        return own
    return [*own, *collective(plan(matter, first_exit_on, people))]


FLAGS = {
    "delegates_informed": Step.DELEGATES,
    "representatives_informed": Step.REPRESENTATIVES,
    "council_informed": Step.COUNCIL,
    "reasons_given": Step.INFORMATION,  # one answer covers the whole of the information, and of the economic file
    "numbers_given": Step.INFORMATION,
    "period_given": Step.INFORMATION,
    "consulted": Step.CONSULTED,
    "redeployment_examined": Step.REDEPLOYMENT,
    "record_signed": Step.RECORD,
    "record_to_delegates": Step.RECORD_DELEGATES,
    "record_to_labour_delegate": Step.RECORD_LABOUR,
    "requested": Step.REQUESTED,
    "motives_report": Step.FILE,
    "accounts_report": Step.FILE,
    "accountant_report": Step.FILE,
    "authorised": Step.AUTHORISED,
    "activity_impossible": Step.CLOSURE,
    "order_kept": Step.ORDER,
}
DAYS = {
    "delegates_informed_on": Step.DELEGATES,
    "representatives_informed_on": Step.REPRESENTATIVES,
    "council_informed_on": Step.COUNCIL,
    "requested_on": Step.REQUESTED,
    "authorised_on": Step.AUTHORISED,
}


def plan(matter: Matter, first_exit_on: date | None, headcount: int) -> CollectivePlan:
    """The law's plan of what was answered."""
    procedure = matter.procedure
    known = {step: procedure.steps.get(step.value, StepDone()) for step in Step}
    kept = known[Step.REHIRE].done
    plain = CollectivePlan(
        headcount=headcount,
        motive=Motive(procedure.motive) if procedure.motive else None,
        closure=matter.kind is Situation.CLOSURE,
        has_delegates=procedure.has_delegates,
        has_union_representatives=procedure.has_union_representatives,
        has_council=procedure.has_council,
        first_exit_on=first_exit_on,
        newcomer_hired=None if kept is None else not kept,
    )
    flags = {name: known[step].done for name, step in FLAGS.items()}
    days = {name: known[step].on for name, step in DAYS.items()}
    return dataclasses.replace(plain, **flags, **days)  # type: ignore[arg-type]  # by the fields' names


def note_step(session: ReachSession, by: UUID, dispute: Layoff, step: Step, done: StepDone) -> None:
    """Write down what is known of one step. Raises `Refused` for a day to come, or one of what was not done."""
    not_to_come("on", done.on)
    if done.on is not None and done.done is not True:
        raise Refused("on", _l("A day says that it was done: answer yes, or leave the day empty."))
    before, procedure = basis_of(dispute.matter), dispute.matter.procedure
    steps = {**procedure.steps, step.value: done}
    dispute.matter = dataclasses.replace(dispute.matter, procedure=dataclasses.replace(procedure, steps=steps))
    said = msgspec.json.encode(StepNoted(step.value, done.done)).decode()
    entry(session, dispute, by, LayoffAct.STEP_NOTED, said, on=done.on)
    if basis_of(dispute.matter) != before:
        _follow(session, by, dispute)


def _follow(session: ReachSession, by: UUID, dispute: Layoff) -> None:
    """The authorisation is part of the ground of every sum (arts 67, 70): the list is computed anew, the old sums
    kept."""
    taken = dispute.matter.taken
    if taken is None or dispute.matter.kind not in AUTHORISED_KINDS:
        return
    now = recomputing.recompute(session, dispute, today())
    said = msgspec.json.encode(Recomputed(taken.minimum, now.minimum)).decode()
    entry(session, dispute, by, LayoffAct.RECOMPUTED, said)


def describe(session: ReachSession, by: UUID, dispute: Layoff, procedure: Procedure) -> None:
    """Correct what the procedure stands on: headcount, motive, who represents the employees."""
    dispute.matter = dataclasses.replace(dispute.matter, procedure=procedure)
    entry(session, dispute, by, LayoffAct.DESCRIBED)
