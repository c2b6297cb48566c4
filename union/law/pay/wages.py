"""Wages for days worked and not paid (arts 363 and 365)."""

from union.law.facts import Facts, Reason
from union.law.pay.minimum import VOID_BELOW, floored
from union.law.pay.serving import gross_first
from union.law.result import Code, Line, NotDue, centimes
from union.law.sources.source import Status
from union.law.terms.rates import MONTH_DAYS


def wages_due(facts: Facts) -> Line | NotDue:
    """Days worked and unpaid × month / 26, owed whatever the cause of the termination."""
    days = facts.unpaid_days
    if days is None:
        return NotDue(Code.WAGES_DUE, "wages_not_given")
    if not days:
        return NotDue(Code.WAGES_DUE, "wages_none")
    pay, which = floored(facts, *gross_first(facts))  # of wages themselves the minimum is written (art 356)
    amount = centimes(days * pay / MONTH_DAYS)
    articles: tuple[str, ...] = ("ct 363", "ct 365", *(VOID_BELOW if which == "smig" else ()))
    if facts.reason is Reason.DEATH:
        articles = (*articles, "ct 382")
    values = {"days": days, "pay": pay}
    return Line(Code.WAGES_DUE, amount, "wages_due", values, which, articles, Status.VERIFIED_2, "day_26")
