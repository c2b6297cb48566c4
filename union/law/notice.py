"""Notice of an open-ended contract and the pay in lieu of it (arts 43 to 51, decree 2-04-469)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from union.law.facts import EMPLOYER_BREAKS, Category, Contract, Facts, Reason
from union.law.pay import net_first
from union.law.rates import MONTH_DAYS
from union.law.result import Code, Line, NotDue, centimes
from union.law.seniority import Service, add_months, span
from union.law.source import Status


@dataclass(frozen=True, slots=True)
class Length:
    """A notice, or the part of it not served: whole months, then days."""

    months: int
    days: int


_LENGTHS = {
    Category.EMPLOYEE: (Length(0, 8), Length(1, 0), Length(2, 0)),
    Category.EXECUTIVE: (Length(1, 0), Length(2, 0), Length(3, 0)),
}
ARTICLES = ("ct 43", "ct 44", "ct 51", "preavis 1")


def length(category: Category, served: Service) -> Length:
    """The statutory notice; exactly one year and exactly five years are in the middle bracket (decree, art 1)."""
    bracket = 0 if served.years < 1 else 1 if served.started <= 5 else 2
    return _LENGTHS[category][bracket]


def bounds(notified_on: date, due: Length) -> tuple[date, date]:
    """First day of the notice, the day after notification (art 44), and the day after its last."""
    start = notified_on + timedelta(days=1)
    return start, add_months(start, due.months) + timedelta(days=due.days)


def unserved(facts: Facts, due: Length) -> Length:
    """The part not served: the whole without a notification date, else what follows the last day of employment."""
    if facts.notified_on is None or facts.notified_on >= facts.left_on:
        return due
    _, end = bounds(facts.notified_on, due)
    gone = facts.left_on + timedelta(days=1)
    if not due.months:
        return Length(0, max((end - gone).days, 0))
    return Length(*span(gone, end))


def notice(facts: Facts, served: Service) -> Line | NotDue:
    """Pay for the notice not served, on net pay where it is known."""
    refused = _refused(facts)
    if refused:
        return NotDue(Code.NOTICE, refused)
    part = unserved(facts, length(facts.category, served))
    if part == Length(0, 0):
        return NotDue(Code.NOTICE, "notice_served")
    return notice_on(facts, served, *net_first(facts))


def notice_on(facts: Facts, served: Service, pay: Decimal, which: str) -> Line:
    """The notice line on that monthly pay; eight days are paid in twenty-sixths, days after months in thirtieths."""
    due = length(facts.category, served)
    part = unserved(facts, due)
    values: dict[str, Decimal | int]
    if not due.months:
        method, values = "notice_days", {"days": part.days, "pay": pay}
        amount = part.days * pay / MONTH_DAYS
    elif part.days:
        method, values = "notice_part", {"months": part.months, "days": part.days, "pay": pay}
        amount = (part.months * 30 + part.days) * pay / 30
    else:
        method, values = "notice_months", {"months": part.months, "pay": pay}
        amount = part.months * pay
    both = which == "net" and facts.monthly_gross is not None
    status, case = (Status.VERIFIED_2, "net") if both else (Status.VERIFIED, "")
    return Line(Code.NOTICE, centimes(amount), method, values, which, ARTICLES, status, case)


def _refused(facts: Facts) -> str:
    if facts.contract is Contract.CDD:
        return "notice_fixed_term"
    if facts.reason is Reason.SERIOUS_MISCONDUCT:
        return "notice_misconduct"
    return "" if facts.reason in EMPLOYER_BREAKS else "notice_resignation"
