"""Notice of an open-ended contract and the pay in lieu of it (arts 43 to 51, decree 2-04-469)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from union.law.facts import Category, Contract, Facts, Reason
from union.law.pay.minimum import by_inference, floored
from union.law.pay.serving import net_first
from union.law.result import Code, Line, NotDue, centimes
from union.law.sources.source import Status
from union.law.terms.rates import MONTH_DAYS
from union.law.terms.seniority import Service, add_months, span
from union.law.terms.suspension import Cause, suspended
from union.law.terms.trial import NOTICE_DAYS, first_week


@dataclass(frozen=True, slots=True)
class Length:
    """A notice, or the part of it not served: whole months, then days."""

    months: int
    days: int


_LENGTHS = {
    Category.EMPLOYEE: (Length(0, 8), Length(1, 0), Length(2, 0)),
    Category.EXECUTIVE: (Length(1, 0), Length(2, 0), Length(3, 0)),
}
_LENGTHS[Category.WORKER] = _LENGTHS[Category.EMPLOYEE]  # the decree names both together
ARTICLES = ("ct 43", "ct 44", "ct 51", "preavis 1")


def length(category: Category, served: Service) -> Length:
    """The statutory notice; exactly one year and exactly five years are in the middle bracket (decree, art 1)."""
    bracket = 0 if served.years < 1 else 1 if served.started <= 5 else 2
    return _LENGTHS[category][bracket]


def due_length(facts: Facts, served: Service) -> Length:
    """The notice due: eight days in a trial, the agreed one where it is longer than the decree's, else the decree's."""
    if facts.trial:
        return Length(0, NOTICE_DAYS)
    statutory = length(facts.category, served)
    agreed = facts.agreed_notice_months or 0
    return Length(agreed, 0) if agreed > statutory.months else statutory


def clause_void(facts: Facts, served: Service) -> bool:
    """True where the agreed notice is shorter than the decree's (art 43); a month is longer than eight days."""
    statutory = length(facts.category, served)
    told = facts.agreed_notice_months
    return told is not None and (told < statutory.months or told == 0)


def days_suspended(facts: Facts, due: Length) -> int:
    """Days by which the notice is put off (arts 45, 243); 0 where it was not notified or not suspended."""
    if facts.notified_on is None or not facts.notice_suspended:
        return 0
    return suspended(*bounds(facts.notified_on, due), facts.left_on, facts.notice_suspended)


def bounds(notified_on: date, due: Length) -> tuple[date, date]:
    """First day of the notice, the day after notification (art 44), and the day after its last."""
    start = notified_on + timedelta(days=1)
    return start, add_months(start, due.months) + timedelta(days=due.days)


def last_day(facts: Facts, served: Service) -> date | None:
    """The last day of the notice, put off by what suspends it; None where it was not notified."""
    if facts.notified_on is None:
        return None
    due = due_length(facts, served)
    return bounds(facts.notified_on, due)[1] + timedelta(days=days_suspended(facts, due) - 1)


def unserved(facts: Facts, due: Length) -> Length:
    """The part not served: the whole without a notification date, else what follows the last day of employment."""
    if facts.notified_on is None or facts.notified_on >= facts.left_on:
        return due
    end = bounds(facts.notified_on, due)[1] + timedelta(days=days_suspended(facts, due))
    gone = facts.left_on + timedelta(days=1)
    if not due.months:
        return Length(0, min(max((end - gone).days, 0), due.days))
    months, days = min(span(gone, end), (due.months, due.days))  # days put off can make up a shorter month
    return Length(months, days)


def notice(facts: Facts, served: Service) -> Line | NotDue:
    """Pay for the notice not served, on net pay where it is known."""
    refused = _refused(facts)
    if refused:
        return NotDue(Code.NOTICE, refused)
    part = unserved(facts, due_length(facts, served))
    if part == Length(0, 0):
        return NotDue(Code.NOTICE, "notice_served")
    return notice_on(facts, served, *net_first(facts))


def notice_on(facts: Facts, served: Service, pay: Decimal, which: str) -> Line:
    """The notice line on that monthly pay, never below the minimum wage."""
    return by_inference(notice_at(facts, served, *floored(facts, pay, which)))


def notice_at(facts: Facts, served: Service, pay: Decimal, which: str) -> Line:
    """The notice line on just that pay; eight days are paid in twenty-sixths, days after months in thirtieths."""
    due = due_length(facts, served)
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
    case = _case(facts, which, in_days=method == "notice_days")
    status = Status.VERIFIED_2 if case else Status.VERIFIED
    return Line(Code.NOTICE, centimes(amount), method, values, which, _articles(facts, due), status, case)


def _case(facts: Facts, which: str, *, in_days: bool) -> str:
    """What the sum rests on beside the texts: the net pay of a decision, and the divisor of days that no text gives."""
    both = which == "net" and facts.monthly_gross is not None
    return "_".join(key for key, holds in (("net", both), ("notice_26", in_days)) if holds)


def _articles(facts: Facts, due: Length) -> tuple[str, ...]:
    if facts.trial:
        return ("ct 13", "ct 14", "ct 51")
    if not days_suspended(facts, due):
        return ARTICLES
    leave = {one.cause is Cause.PAID_LEAVE for one in facts.notice_suspended or ()}
    return (*ARTICLES, *(["ct 45"] if False in leave else []), *(["ct 243"] if True in leave else []))


def _refused(facts: Facts) -> str:
    if facts.reason is Reason.FORCE_MAJEURE and facts.contract is Contract.CDD:
        return "notice_fixed_term"  # the excuse of article 43 is of an open-ended contract, that of 33 of this one
    if facts.reason in _ENDED:
        return _ENDED[facts.reason]
    if facts.reason is Reason.RETIREMENT and facts.retired:
        return "notice_retired"
    if facts.contract is Contract.CDD and not facts.trial:
        return "notice_fixed_term"
    if facts.reason is Reason.SERIOUS_MISCONDUCT:
        return "notice_misconduct"
    if not facts.broken_by_employer:
        return "notice_resignation"
    return "notice_trial_week" if facts.trial and first_week(facts.hired_on, facts.left_on) else ""


_ENDED = {
    Reason.DEATH: "notice_ended",
    Reason.FORCE_MAJEURE: "notice_majeure",
    Reason.EMPLOYED: "notice_employed",
}
