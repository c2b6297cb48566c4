"""Statutory severance pay of an open-ended contract (arts 52 to 58)."""

from decimal import Decimal

from union.law.ending.effective_work import worked
from union.law.facts import Contract, Facts, Reason
from union.law.pay.serving import mean_first
from union.law.result import Code, Line, NotDue, centimes
from union.law.sentences.formulas import DOUBLED
from union.law.sources.source import Status
from union.law.terms.rates import MONTH_HOURS, smig
from union.law.terms.seniority import Service

MONTHS_NEEDED = 6
TIERS = ((5, 96), (10, 144), (15, 192))  # up to that year, hours for each year
HOURS_BEYOND = 240


def hours(years: int) -> int:
    """Hours of pay for that many years counted whole (art 53): 5 y 480, 6 y 624, 12 y 1584, 20 y 3360."""
    total, done = 0, 0
    for last, each in TIERS:
        counted = min(years, last) - done
        if counted <= 0:
            return total
        total, done = total + counted * each, last
    return total + max(years - done, 0) * HOURS_BEYOND


def severance(facts: Facts, served: Service) -> Line | NotDue:
    """Hours × max(gross / 191, SMIG hourly on the day of the termination), doubled while a mandate runs (art 58)."""
    refused = _refused(facts, served)
    if refused:
        return NotDue(Code.SEVERANCE, refused)
    return severance_on(facts, served, *mean_first(facts))


def severance_on(facts: Facts, served: Service, pay: Decimal, which: str) -> Line:
    """The severance line on that monthly pay, whether or not it is the wage the law takes; better terms prevail."""
    by_law = _by_law(facts, served, pay, which)
    agreed = facts.agreed_severance
    if agreed is None or agreed <= by_law.amount:
        return by_law
    return Line(Code.SEVERANCE, centimes(agreed), "severance_agreed", {"pay": agreed}, which, ("ct 11", "ct 53"))


def _by_law(facts: Facts, served: Service, pay: Decimal, which: str) -> Line:
    due = hours(worked(facts, served).started)
    times = 2 if facts.protected else 1
    floor = smig(facts.left_on)
    articles: tuple[str, ...] = ("ct 52", "ct 53", "ct 55", "ct 56")
    if facts.unjustified_days:
        articles = ("ct 52", "ct 53", "ct 54", "ct 55", "ct 56")
    values: dict[str, Decimal | int]
    if pay < floor.monthly:
        method, values, articles = "severance_smig", {"hours": due, "smig": floor.hourly}, (*articles, "ct 356")
        amount = due * floor.hourly * times
    else:
        method, values = "severance", {"hours": due, "pay": pay}
        amount = due * pay * times / MONTH_HOURS
    case = "divisor"
    if facts.protected:
        method, articles = method + DOUBLED, (*articles, "ct 58")
        if facts.reason is Reason.ECONOMIC_AUTHORISED:
            case = "doubled_authorised"
    return Line(Code.SEVERANCE, centimes(amount), method, values, which, articles, Status.VERIFIED_2, case)


def _refused(facts: Facts, served: Service) -> str:
    if facts.reason is Reason.DEATH:
        return "severance_death"
    if facts.reason is Reason.EMPLOYED:
        return "severance_employed"
    if facts.contract is Contract.CDD:
        return "severance_fixed_term"
    if facts.retired:
        return "severance_retired"
    if facts.reason is Reason.FORCE_MAJEURE:
        return "severance_unsettled"
    if facts.reason is Reason.SERIOUS_MISCONDUCT:
        return "severance_misconduct"
    if not facts.broken_by_employer:
        return "severance_resignation"
    if facts.trial:
        return "severance_trial"
    return "" if served.months >= MONTHS_NEEDED else "severance_under_six_months"
