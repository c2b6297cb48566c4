"""One person's whole file: what the departure owes, and beside it what payslips, leave, overtime and holidays show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from union.law import arrears, holidays_worked, leave_earned, overtime, pay_history, seniority_bonus
from union.law.calendar import safe_on
from union.law.declared_days import undeclared
from union.law.dossier_facts import BESIDE, Beside, Payslip, read_beside
from union.law.entitlement import Entitlement, entitlement
from union.law.facts import Facts, read_facts
from union.law.figures import Figure, Unit
from union.law.pay import gross_first
from union.law.pay_history import Element
from union.law.rates import MONTH_HOURS
from union.law.refusals import refuse
from union.law.seniority_bonus import Element as Base

_NOT_MINIMUM = frozenset({Element.REFUND, Element.OVERTIME})
"""What does not count towards the minimum wage of the normal hours: refunds, and the pay of other hours (art 357)."""
_BASES = {
    Element.BASE: Base.PAY,
    Element.PERFORMANCE: Base.ACCESSORY,
    Element.FUNCTION: Base.ACCESSORY,
    Element.IN_KIND: Base.ACCESSORY,
    Element.OVERTIME: Base.OVERTIME,
}
"""What the seniority bonus is counted on (art 353); commissions have a rule of their own (art 354)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure beside the departure, when its two years end and where they stand on the day of the claim (art 395)."""

    figure: Figure
    legal_on: date
    limitation: arrears.Limitation

    def as_json(self, language: str) -> dict[str, object]:
        """Plain values for JSON."""
        ends = {"legal_on": self.legal_on.isoformat(), "safe_on": safe_on(self.legal_on).isoformat()}
        return (
            {"on": self.figure.on.isoformat()} | self.figure.as_json(language) | ends | {"limitation": self.limitation}
        )


@dataclass(frozen=True, slots=True)
class Dossier:
    """The departure, and the chapters beside it; `claims` are dirhams, each by its chapter."""

    owed: Entitlement
    claimed_on: date
    claims: Mapping[str, tuple[Claim, ...]]
    figures: Mapping[str, tuple[Figure, ...]]
    not_paid: tuple[holidays_worked.NotPaid, ...]
    years: tuple[int, int] | None
    left_out: tuple[date, ...]
    not_told: tuple[date, ...]

    @property
    def claimable(self) -> Decimal:
        """Dirhams beside the departure whose two years still run; counted apart from what the departure owes."""
        claims = [one for found in self.claims.values() for one in found if one.figure.unit is Unit.DIRHAMS]
        alive = (one.figure.value for one in claims if one.limitation is not arrears.Limitation.PAST)
        return sum(alive, Decimal("0.00"))

    def as_json(self, language: str = "fr") -> dict[str, object]:
        """The departure as it is alone, with `beside` where anything was told beside it."""
        shown = self.owed.as_json(language)
        beside: dict[str, object] = {}
        for key, figures in self.figures.items():
            beside |= {key: [one.as_json(language) for one in figures]} if figures else {}
        for key, claims in self.claims.items():
            beside |= {key: [one.as_json(language) for one in claims]} if claims else {}
        if self.not_paid:
            beside["holidays_not_paid"] = [
                {"on": one.on.isoformat(), "why": one.sentence.say(language)} for one in self.not_paid
            ]
        if self.years:
            beside["effective_years"] = {"started": self.years[0], "employers_reading": self.years[1]}
        if self.left_out:
            beside["bonus_by_commission"] = [day.isoformat() for day in self.left_out]
        if self.not_told:
            beside["mean_months_not_told"] = [day.isoformat() for day in self.not_told]
        if not beside:
            return shown
        return shown | {
            "beside": beside | {"claimed_on": self.claimed_on.isoformat(), "claimable": f"{self.claimable:.2f}"}
        }


def read_dossier(given: Mapping[str, object]) -> Dossier:
    """A whole file from plain values by field name: those of `Facts` and those of `BESIDE`. Raises `BadFacts`."""
    facts = read_facts({name: value for name, value in given.items() if name not in BESIDE})
    return dossier(facts, read_beside({name: value for name, value in given.items() if name in BESIDE}))


def dossier(facts: Facts, beside: Beside) -> Dossier:
    """What the departure owes with the mean and the leave that the file gives, and what stands beside. `BadFacts`."""
    on = beside.claimed_on or facts.left_on
    facts, mean = _with_mean(facts, beside)
    facts, leave = _with_leave(facts, beside)
    hours, holidays, not_paid = _time(facts, beside)
    slips = beside.payslips
    bonus, left_out = _bonus(facts, slips)
    found = {"seniority_bonus": bonus, "overtime": hours, "holidays": holidays}
    claims = {key: tuple(_claim(one, arrears.payday(_paid(one.on)), on) for one in each) for key, each in found.items()}
    days = undeclared(one.declared for one in slips if one.declared)
    years = pay_history.effective(facts.hired_on, facts.left_on, beside.absences) if beside.absences else None
    return Dossier(
        entitlement(facts),
        on,
        {"smig_arrears": _arrears(slips, on), **claims},
        {"mean": mean, "leave": leave, "days_undeclared": tuple(days)},
        tuple(not_paid),
        years and (years[0].started, years[1].started),
        tuple(left_out),
        tuple(pay_history.not_told((one.month for one in slips), facts.hired_on, facts.left_on)) if mean else (),
    )


def _with_mean(facts: Facts, beside: Beside) -> tuple[Facts, tuple[Figure, ...]]:
    """The mean of the last 52 weeks feeds the severance; told twice, it contradicts itself."""
    months = [one.month for one in beside.payslips]
    if not pay_history.window(months, facts.left_on):
        return facts, ()
    if facts.mean_gross is not None:
        raise refuse("mean_gross", "contradiction", other="months")
    line, readings = pay_history.mean(months, facts.left_on)
    return replace(facts, mean_gross=line.value) if line.value > 0 else facts, (line, *readings)


def _with_leave(facts: Facts, beside: Beside) -> tuple[Facts, tuple[Figure, ...]]:
    """The leave earned and not taken feeds the departure; told twice, it contradicts itself."""
    told = beside.leave
    if told is None:
        return facts, ()
    if facts.leave_days_due is not None:
        raise refuse("leave_days_due", "contradiction", other="leave")
    found = leave_earned.earned(facts.hired_on, facts.left_on, taken=told.taken, before=told.before, minor=told.minor)
    return replace(facts, leave_days_due=found.days), (*found.lines, *found.readings)


def _time(facts: Facts, beside: Beside) -> tuple[list[Figure], list[Figure], list[holidays_worked.NotPaid]]:
    """Overtime and holidays that were not paid, on the current pay where no other is told."""
    pay, _ = gross_first(facts)
    hours: list[Figure] = []
    for extra in beside.extras:
        hours += overtime.overtime(extra.hours, pay / MONTH_HOURS if extra.rate is None else extra.rate, extra.month)
    announced = dict.fromkeys(beside.announced, "")
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


def _arrears(slips: Iterable[Payslip], on: date) -> tuple[Claim, ...]:
    """Months below the minimum wage; a month lowered by an unpaid absence is not told to be one."""
    months = [
        arrears.PaidMonth(
            one.month.first,
            sum((amount for kind, amount in one.month.elements if kind not in _NOT_MINIMUM), Decimal(0)),
            one.hours,
            paid_on=one.paid_on,
        )
        for one in slips
        if one.month.unpaid is None
    ]
    return tuple(Claim(one.figure, one.legal_on, one.limitation) for one in arrears.below_smig(months, on))


def _paid(on: date) -> arrears.PaidMonth:
    return arrears.PaidMonth(on.replace(day=1), Decimal(0))


def _claim(figure: Figure, due_on: date, on: date) -> Claim:
    return Claim(figure, arrears.limit(due_on), arrears.standing(due_on, on))
