"""The twelve questions put to a dismissal letter: what its days prove, else what was answered; and its clock."""

from __future__ import annotations

import dataclasses
from datetime import date, time

from union.cases.dates import Dated, counted
from union.law.checking.findings import Finding, State, state_of_answer
from union.law.dates.deadlines import Deadline, Rule, deadline, ninety_days
from union.law.procedure.dismissal_check import Dismissal as Facts
from union.law.procedure.dismissal_check import Fault, dismissal_check
from union.law.procedure.dismissal_table import CHECKS
from union.papers.dismissals.models import Decision, Known

FROM_FACTS = frozenset({"ground_admitted", "maternity", "maternity_suspension"})
QUESTIONS = {
    key: check for key, check in CHECKS.items() if key not in FROM_FACTS
}  # the twelve; the others follow from what the letter form tells
DAYS = frozenset({"approval", "heard_in_time", "inspector_copied"})  # questions with a day of their own


ON_THE_LETTER = ("reasons", "hearing_and_record", "inspector_copied", "ninety_days")  # what reading it alone answers


def read_whole(decision: Decision) -> bool:
    """Whether somebody answered all that the letter itself answers; the rest may take days to find out."""
    known = (decision.answers.get(key, Known()) for key in ON_THE_LETTER)
    return all(one.done is not None or one.on is not None for one in known)


def facts(decision: Decision) -> Facts:
    """The letter as the law reads it; one answer covers the two facts of a question."""
    known = {key: decision.answers.get(key, Known()) for key in QUESTIONS}
    heard, minutes, attached = known["heard_in_time"], known["record"].done, known["hearing_and_record"].done
    return Facts(
        known_on=decision.known_on,
        heard=True if heard.on else heard.done,
        heard_on=heard.on,
        chosen_delegate_present=known["chosen_delegate"].done,
        record_signed=minutes,
        record_copy_given=minutes,
        hearing_refused=decision.refused,
        inspector_seized=known["inspector_seized"].done,
        decided_on=decision.decided_on,
        decided_at=_hour(decision.decided_at),
        notified_on=decision.notified_on,
        notified_at=_hour(decision.notified_at),
        delivery=decision.delivery,
        reasons_stated=known["reasons"].done,
        hearing_date_stated=attached,
        record_attached=attached,
        inspector_copied=known["inspector_copied"].done,
        ninety_days_stated=known["ninety_days"].done,
        fault=decision.fault,
        mandate=decision.mandate,
        sanctions=decision.sanctions,
        sanctions_known=decision.sanctioned is False,
        inspector_approved=known["approval"].done,
        pregnant=decision.pregnant,
        birth_on=decision.birth_on,
        ground=decision.ground,
        inspector_asked_on=decision.inspector_asked_on,
        inspector_silent=decision.inspector_silent,
        effect_on=decision.effect_on,
        suspended_from=decision.suspended_from,
        suspended_until=decision.suspended_until,
    )


def _hour(typed: str) -> time | None:
    return time.fromisoformat(typed) if typed else None


def findings(decision: Decision) -> list[Finding]:
    """The twelve answers in their order: what days prove, else what was answered; with its day and the last one."""
    return [_answered(one, decision) for one in dismissal_check(facts(decision))]


def _answered(one: Finding, decision: Decision) -> Finding:
    known = decision.answers.get(one.code, Known())
    asked = one.code != "ladder" or decision.fault is Fault.MINOR  # the ladder is for a fault that is not serious
    if one.state is State.UNKNOWN and asked and known.done is not None:
        one = dataclasses.replace(
            one, state=state_of_answer(known.done), explained=None
        )  # it explained why nothing was known
    return dataclasses.replace(one, done_on=one.done_on or known.on)


def unanswered(decision: Decision) -> set[str]:
    """The questions that still wait for an answer: nothing proves one, and nobody gave one."""
    return {one.code for one in findings(decision) if one.state is State.UNKNOWN}


def why_not_asked(decision: Decision) -> dict[str, str]:
    """By the code of a question, why the law would not put it on these facts (a key of `NOT_ASKED`)."""
    no_fault = facts(decision).disciplinary is False
    known = decision.answers.get("heard_in_time", Known())
    held = "refused" if decision.refused and known.on is None else "no_hearing"
    found = {
        "ladder": "serious",
        "approval": "no_mandate",
        "heard_in_time": "refused",
        "chosen_delegate": held,
        "record": held,
    }
    found |= {"inspector_seized": "not_refused", "hearing_and_record": "no_hearing"}
    return found | (dict.fromkeys(found.keys() - {"approval"}, "no_fault") if no_fault else {})


def papers(decision: Decision) -> dict[str, str]:
    """What proves each answer."""
    return {key: one.paper for key, one in decision.answers.items()}


def clock(decision: Decision) -> Deadline | None:
    """The ninety days: from receipt, else from the decision, which is the safe side; none while neither is known."""
    start = decision.notified_on or decision.decided_on
    return (
        None
        if start is None or decision.set_aside
        else ninety_days(start, prudent=facts(decision).disciplinary is False)
    )


def maternity_clock(decision: Decision) -> Deadline | None:
    """The fifteen days to send the pregnancy certificate, which annuls the dismissal (art 160)."""
    if not decision.pregnant or decision.notified_on is None or decision.set_aside:
        return None
    return deadline(Rule.PREGNANCY_CERTIFICATE, decision.notified_on)


def dated(decision: Decision) -> list[tuple[date | None, Dated]]:
    """The dates of the case: ninety days until the action was brought, fifteen until the certificate was sent."""
    key, found = decision.about.key, []
    for clocked, met_on in (
        (clock(decision), decision.court_on),
        (maternity_clock(decision), decision.certificate_on),
    ):
        if clocked is not None:
            safe, what = counted(clocked, key)
            found.append((None if met_on else safe, dataclasses.replace(what, met_on=met_on)))
    return found
