"""Pay for leave not taken when the employment ends, whatever the cause (arts 249 to 255)."""

from dataclasses import replace
from decimal import Decimal

from union.law.ending.notice_debt import NOTHING, debt
from union.law.facts import Facts, Reason
from union.law.pay.minimum import by_inference, floored
from union.law.pay.serving import gross_first
from union.law.result import Code, Line, NotDue, centimes
from union.law.sources.source import Status
from union.law.terms.rates import MONTH_DAYS
from union.law.terms.seniority import service


def leave(facts: Facts) -> Line | NotDue:
    """Working days of leave due × month / 26, owed also on serious misconduct (art 254), less a notice that is owed
    (art 255)."""
    if facts.reason is Reason.EMPLOYED:
        return NotDue(Code.LEAVE, "leave_employed")
    days = facts.leave_days_due
    if days is None:
        return NotDue(Code.LEAVE, "leave_not_given")
    if not days:
        return NotDue(Code.LEAVE, "leave_none")
    line = leave_on(facts, days)
    if facts.leave_days_most is None and facts.leave_days_least is None:
        return line
    told = "+".join(filter(None, ("seniority_part", line.alternative)))
    return replace(line, status=Status.UNVERIFIED, alternative=told)


def leave_on(facts: Facts, days: Decimal) -> Line:
    """The line of so many days, never on less than the minimum wage."""
    return _whose(facts, _set_off(facts, by_inference(leave_at(days, *floored(facts, *gross_first(facts))))))


def leave_told(facts: Facts, days: Decimal) -> Line:
    """The line of so many days on the pay that was told."""
    return _whose(facts, _set_off(facts, leave_at(days, *gross_first(facts))))


def leave_at(days: Decimal, pay: Decimal, which: str) -> Line:
    """The line of so many days on just that pay."""
    articles = ("ct 238", "ct 249", "ct 251", "ct 254")
    return Line(Code.LEAVE, centimes(days * pay / MONTH_DAYS), "leave", {"days": days, "pay": pay}, which, articles)


def _whose(facts: Facts, line: Line) -> Line:
    """The line with the article that gives it to the heirs, where somebody died."""
    return replace(line, articles=(*line.articles, "ct 257")) if facts.reason is Reason.DEATH else line


def _set_off(facts: Facts, line: Line) -> Line:
    """The line less what the employee owes for the notice, which may take all of it and nothing else."""
    owed = debt(facts, service(facts.hired_on, facts.left_on))
    if not owed:
        return line
    return replace(
        line,
        amount=max(line.amount - owed, NOTHING),
        method="leave_set_off",
        values={**line.values, "debt": owed},
        articles=(*line.articles, "ct 51", "ct 255"),
        alternative="+".join(filter(None, (line.alternative, "set_off"))),
    )


def before_set_off(facts: Facts) -> Decimal:
    """Dirhams of the leave before anything is set off against it."""
    days = facts.leave_days_due
    return leave_at(days, *floored(facts, *gross_first(facts))).amount if days else NOTHING
