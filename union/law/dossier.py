"""One person's whole file: what the departure owes, and beside it what payslips, leave, overtime and holidays show."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from union.law.dossier_answer import Claim, Dossier, incomplete
from union.law.dossier_facts import BESIDE, Beside, Payslip, read_beside
from union.law.employment import Employment
from union.law.ending import job_search
from union.law.ending.effective_work import worked
from union.law.ending.notice import last_day
from union.law.entitlement import entitlement
from union.law.facts import Facts, Reason, read_facts
from union.law.figures import Figure
from union.law.pay import arrears, holidays_worked, leave_earned, overtime, seniority_bonus
from union.law.pay import history as pay_history
from union.law.pay.history import Element
from union.law.pay.seniority_bonus import Element as Base
from union.law.pay.serving import gross_first
from union.law.sentences.refusals import refuse
from union.law.social.declared_days import undeclared
from union.law.terms.rates import MONTH_HOURS
from union.law.terms.seniority import service

_NOT_MINIMUM = frozenset({Element.REFUND, Element.OVERTIME})
"""What does not count towards the minimum wage of the normal hours: refunds, and the pay of other hours (art 357)."""
_SHORT = ("smig_arrears", "wage_arrears")
_BASES = {
    Element.BASE: Base.PAY,
    Element.PERFORMANCE: Base.ACCESSORY,
    Element.FUNCTION: Base.ACCESSORY,
    Element.IN_KIND: Base.ACCESSORY,
    Element.OVERTIME: Base.OVERTIME,
}
"""What the seniority bonus is counted on (art 353); commissions have a rule of their own (art 354)."""


def read_dossier(given: Mapping[str, object]) -> Dossier:
    """A whole file from plain values by field name: those of `Facts` and those of `BESIDE`. Raises `BadFacts`."""
    facts = read_facts({name: value for name, value in given.items() if name not in BESIDE})
    beside = {name: value for name, value in given.items() if name in BESIDE}
    return dossier(facts, read_beside(beside, Employment(facts.hired_on, facts.left_on)))


def dossier(facts: Facts, beside: Beside) -> Dossier:
    """What the departure owes with the mean and the leave that the file gives, and what stands beside. `BadFacts`."""
    on = beside.claimed_on or facts.left_on
    facts, mean = _with_mean(facts, beside)
    facts = _with_absences(facts, beside)
    facts, leave = _with_leave(facts, beside)
    hours, holidays, not_paid = _time(facts, beside)
    slips = beside.payslips
    bonus, left_out = _bonus(facts, slips)
    search, refused = _searched(facts, beside)
    found = {"seniority_bonus": bonus, "overtime": hours, "holidays": holidays, "job_search_refused": refused}
    claims = {key: tuple(_claim(one, arrears.payday(_paid(one.on)), on) for one in each) for key, each in found.items()}
    days = undeclared(one.declared for one in slips if one.declared)
    short = _arrears(facts, slips, on)
    served = service(facts.hired_on, facts.left_on)
    lacking = pay_history.not_told((one.month for one in slips), facts.hired_on, facts.left_on) if mean else ()
    owed = entitlement(facts)
    return Dossier(
        replace(owed, assumptions=(*incomplete(owed, lacking), *owed.assumptions)),
        on,
        {key: tuple(one for one in short if one.figure.code == key) for key in _SHORT} | claims,
        {"mean": mean, "leave": leave, "days_undeclared": tuple(days), "job_search": search},
        tuple(not_paid),
        (worked(facts, served).started, served.started) if beside.absences else None,
        tuple(left_out),
        tuple(lacking),
    )


def _with_mean(facts: Facts, beside: Beside) -> tuple[Facts, tuple[Figure, ...]]:
    """The mean of the last 52 weeks feeds the severance once every month of it is told; told twice, it contradicts
    itself. Of a contract that goes on it feeds nothing."""
    if facts.reason is Reason.EMPLOYED:
        return facts, ()
    told = (one.month for one in beside.payslips)
    months = [one for one in told if pay_history.whole(one.first, facts.hired_on, facts.left_on)]
    if not pay_history.window(months, facts.left_on):
        return facts, ()
    if not pay_history.complete(months, facts.hired_on, facts.left_on):
        return facts, (pay_history.partial_mean(months, facts.left_on),)
    if facts.mean_gross is not None:
        raise refuse("mean_gross", "contradiction", other="months")
    line, readings = pay_history.mean(months, facts.left_on)
    return replace(facts, mean_gross=line.value) if line.value > 0 else facts, (line, *readings)


def _with_absences(facts: Facts, beside: Beside) -> Facts:
    """The days that are no effective work are taken off for the severance; told twice, they contradict each other."""
    lost = pay_history.days_lost(beside.absences)
    if not lost:
        return facts
    if facts.unjustified_days is not None:
        raise refuse("unjustified_days", "contradiction", other="absences")
    return replace(facts, unjustified_days=min(lost, (facts.left_on - facts.hired_on).days))


def _with_leave(facts: Facts, beside: Beside) -> tuple[Facts, tuple[Figure, ...]]:
    """The leave earned and not taken feeds the departure; told twice, it contradicts itself."""
    told = beside.leave
    if told is None:
        return facts, ()
    if facts.leave_days_due is not None:
        raise refuse("leave_days_due", "contradiction", other="leave")
    found = leave_earned.earned(facts.hired_on, facts.left_on, taken=told.taken, before=told.before, minor=told.minor)
    counted = replace(
        facts,
        leave_days_due=found.days,
        leave_days_most=found.by("leave_seniority_whole"),
        leave_days_least=found.by("leave_seniority_none"),
    )
    return counted, (*found.lines, *found.readings)


def _searched(facts: Facts, beside: Beside) -> tuple[tuple[Figure, ...], list[Figure]]:
    """Hours off to look for work in the part of the notice that was served, and what those refused are worth."""
    told = beside.job_search
    if told is None:
        return (), []
    if facts.notified_on is None:
        raise refuse("job_search", "no_notice_date")
    last = min(facts.left_on, last_day(facts, service(facts.hired_on, facts.left_on)) or facts.notified_on)
    hours = job_search.hours_off(
        facts.notified_on + timedelta(days=1),
        last,
        far=told.far,
        days_a_week=told.days_a_week,
        announced=_named(beside),
    )
    if told.refused > hours.value:
        raise refuse("job_search.refused", "too_big", most=hours.value)
    pay, _ = gross_first(facts)
    lost = [job_search.refused(told.refused, pay, facts.left_on)] if told.refused else []
    return (hours,), lost


def _named(beside: Beside) -> dict[date, str]:
    return dict.fromkeys(beside.announced, "")


def _time(facts: Facts, beside: Beside) -> tuple[list[Figure], list[Figure], list[holidays_worked.NotPaid]]:
    """Overtime and holidays that were not paid, on the current pay where no other is told."""
    pay, which = gross_first(facts)
    hours: list[Figure] = []
    for extra in beside.extras:
        rate = pay / facts.hours if extra.rate is None else extra.rate
        hours += overtime.overtime(extra.hours, rate, extra.month, gross=extra.rate is not None or which == "gross")
    announced = _named(beside)
    answers = [
        holidays_worked.worked(one.on, pay, one.kind, hours=one.hours, announced=announced) for one in beside.holidays
    ]
    paid = [one for one in answers if isinstance(one, Figure)]
    return hours, paid, [one for one in answers if isinstance(one, holidays_worked.NotPaid)]


def _bonus(facts: Facts, slips: Iterable[Payslip]) -> tuple[list[Figure], list[date]]:
    """What is missing of each month's seniority bonus; months with commissions are left out and named (art 354)."""
    paid, left_out = [], []
    for one in slips:
        if any(kind is Element.COMMISSION for kind, _ in one.month.elements):
            left_out.append(one.month.first)
            continue
        elements = tuple((_BASES[kind], amount) for kind, amount in one.month.elements if kind in _BASES)
        had = sum((amount for kind, amount in one.month.elements if kind is Element.SENIORITY), Decimal(0))
        paid.append(seniority_bonus.Paid(one.month.first, elements, had))
    return seniority_bonus.missing(facts.hired_on, paid), left_out


def _arrears(facts: Facts, slips: Iterable[Payslip], on: date) -> tuple[Claim, ...]:
    """Months below what was agreed or the minimum wage; one lowered by an unpaid absence, or a part of one whose
    hours nobody told, is not."""
    months = [
        arrears.PaidMonth(
            one.month.first,
            sum((amount for kind, amount in one.month.elements if kind not in _NOT_MINIMUM), Decimal(0)),
            Decimal(MONTH_HOURS) if one.hours is None else one.hours,
            one.agreed,
            one.paid_on,
        )
        for one in slips
        if one.month.unpaid is None
        and (one.hours is not None or pay_history.whole(one.month.first, facts.hired_on, facts.left_on))
    ]
    return tuple(
        Claim(one.figure, one.legal_on, one.limitation, one.smig_part) for one in arrears.underpaid(months, on)
    )


def _paid(on: date) -> arrears.PaidMonth:
    return arrears.PaidMonth(on.replace(day=1), Decimal(0))


def _claim(figure: Figure, due_on: date, on: date) -> Claim:
    return Claim(figure, arrears.limit(due_on), arrears.standing(due_on, on))
