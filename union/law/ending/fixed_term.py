"""Wages from the termination to the term of a fixed-term contract that the employer breaks early (art 33)."""

from datetime import date, timedelta
from decimal import Decimal

from union.law.facts import Contract, Facts, Reason
from union.law.pay.minimum import by_inference, floored
from union.law.pay.serving import gross_first
from union.law.result import Code, Line, NotDue, centimes
from union.law.terms.seniority import span

_REFUSED = {
    Reason.SERIOUS_MISCONDUCT: "remaining_misconduct",
    Reason.RESIGNATION: "remaining_resignation",
    Reason.END_OF_TERM: "remaining_reached",
    Reason.DEATH: "remaining_ended",
    Reason.FORCE_MAJEURE: "remaining_majeure",
    Reason.EMPLOYED: "remaining_employed",
}


def remaining_term(facts: Facts) -> Line | NotDue:
    """Whole months from the day after the termination to the term, then days / 30 of a month, × monthly pay."""
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
    return by_inference(remaining_at(facts, facts.term_on, *floored(facts, *gross_first(facts))))


def remaining_at(facts: Facts, term_on: date, pay: Decimal, which: str) -> Line:
    """The line of the wages to that term on just that pay."""
    day = timedelta(days=1)
    months, days = span(facts.left_on + day, term_on + day)
    amount = centimes((months * 30 + days) * pay / 30)
    values: dict[str, Decimal | int] = {"months": months, "days": days, "pay": pay}
    return Line(Code.REMAINING_TERM, amount, "remaining_term", values, which, ("ct 33",))
