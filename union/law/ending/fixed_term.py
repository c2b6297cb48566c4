"""Wages from the break to the term of a fixed-term contract that the employer breaks early (art 33)."""

from datetime import timedelta
from decimal import Decimal

from union.law.ending.seniority import span
from union.law.facts import Contract, Facts, Reason
from union.law.pay.serving import gross_first
from union.law.result import Code, Line, NotDue, centimes

_REFUSED = {
    Reason.SERIOUS_MISCONDUCT: "remaining_misconduct",
    Reason.RESIGNATION: "remaining_resignation",
    Reason.END_OF_TERM: "remaining_reached",
    Reason.DEATH: "remaining_ended",
    Reason.FORCE_MAJEURE: "remaining_ended",
}


def remaining_term(facts: Facts) -> Line | NotDue:
    """Whole months from the day after the break to the term, then days / 30 of a month, × monthly pay."""
    if facts.contract is Contract.CDI:
        return NotDue(Code.REMAINING_TERM, "remaining_open_ended")
    if facts.reason in _REFUSED:
        return NotDue(Code.REMAINING_TERM, _REFUSED[facts.reason])
    if facts.trial:
        return NotDue(Code.REMAINING_TERM, "remaining_trial")
    if facts.retired:
        return NotDue(Code.REMAINING_TERM, "remaining_ended")
    if facts.term_on is None or facts.left_on >= facts.term_on:
        return NotDue(Code.REMAINING_TERM, "remaining_reached")
    day = timedelta(days=1)
    months, days = span(facts.left_on + day, facts.term_on + day)
    pay, which = gross_first(facts)
    amount = centimes((months * 30 + days) * pay / 30)
    values: dict[str, Decimal | int] = {"months": months, "days": days, "pay": pay}
    return Line(Code.REMAINING_TERM, amount, "remaining_term", values, which, ("ct 33",))
