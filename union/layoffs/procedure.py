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
from union.law.collective import collective
from union.law.collective_plan import Motive, Plan
from union.law.findings import Finding
from union.layoffs import reckoning
from union.layoffs.acts import LayoffAct, Recomputed, StepNoted
from union.layoffs.grounds import AUTHORISED_KINDS, basis_of
from union.layoffs.models import Facts, Layoff, LayoffKind, Matter, Procedure, StepDone
from union.reach import ReachSession
from union.refusal import Refused
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


def first_exit(people: Iterable[Facts]) -> date | None:
    """The day on which the first of the list leaves."""
    return min((one.left_on for one in people if one.left_on), default=None)


def findings(matter: Matter, first_exit_on: date | None, headcount: int | None) -> list[Finding]:
    """The law's steps with what is known; empty while nobody knows how many people work there.

    `headcount` is what the workplace's own count says, where the procedure gives none.
    """
    known = matter.procedure.headcount or headcount
    return [] if known is None else collective(plan(matter, first_exit_on, known))


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


def plan(matter: Matter, first_exit_on: date | None, headcount: int) -> Plan:
    """The law's plan of what was answered."""
    procedure = matter.procedure
    told = {step: procedure.steps.get(step.value, StepDone()) for step in Step}
    kept = told[Step.REHIRE].done
    plain = Plan(
        headcount=headcount,
        motive=Motive(procedure.motive) if procedure.motive else None,
        closure=matter.kind is LayoffKind.CLOSURE,
        has_delegates=procedure.has_delegates,
        has_union_representatives=procedure.has_union_representatives,
        first_exit_on=first_exit_on,
        newcomer_hired=None if kept is None else not kept,
    )
    flags = {name: told[step].done for name, step in FLAGS.items()}
    days = {name: told[step].on for name, step in DAYS.items()}
    return dataclasses.replace(plain, **flags, **days)  # type: ignore[arg-type]  # by the fields' names


def note_step(session: ReachSession, by: UUID, dispute: Layoff, step: Step, done: StepDone) -> None:
    """Write down what is known of one step. Raises `Refused` for a day to come, or one of what was not done."""
    if done.on is not None and done.on > today():
        raise Refused("on", _l("This day is still to come: write the day on which it was done."))
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
    """The authorisation is part of the ground of every sum (arts 67, 70): the list is computed anew, the old sums kept."""
    taken = dispute.matter.taken
    if taken is None or dispute.matter.kind not in AUTHORISED_KINDS:
        return
    now = reckoning.recompute(session, dispute, today())
    said = msgspec.json.encode(Recomputed(taken.minimum, now.minimum)).decode()
    entry(session, dispute, by, LayoffAct.RECOMPUTED, said)


def describe(session: ReachSession, by: UUID, dispute: Layoff, procedure: Procedure) -> None:
    """Correct what the procedure stands on: headcount, motive, who represents the employees."""
    dispute.matter = dataclasses.replace(dispute.matter, procedure=procedure)
    entry(session, dispute, by, LayoffAct.DESCRIBED)
