"""The seniority bonus by step of service (arts 350 to 354), and what of it was not paid month by month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from union.law.figures import Figure, dirhams, methods
from union.law.terms.seniority import span

STEPS = ((25, 25), (20, 20), (12, 15), (5, 10), (2, 5))  # years of service, percent of pay
MEAN_MONTHS = 3  # art 354

METHODS = methods("""
seniority_bonus ; ct 350, ct 353 ; VERIFIED ; dirhams
pay, accessories and overtime × the rate of seniority
{pay} × {percent} %

seniority_bonus_missing ; ct 350, ct 353, ct 395 ; VERIFIED ; dirhams
bonus due - bonus paid
{pay} × {percent} % - {paid}

seniority_bonus_variable ; ct 350, ct 354 ; VERIFIED ; dirhams
net mean of the three months before × the rate of seniority, for pay by commission or by output
{sum} / 3 × {percent} %
""")


class Element(StrEnum):
    """What a payslip may hold, for the base of the bonus (art 353)."""

    PAY = "pay"
    ACCESSORY = "accessory"
    OVERTIME = "overtime"
    FAMILY_ALLOWANCE = "family_allowance"
    TIPS = "tips"
    YEAR_END = "year_end"
    PROFIT_SHARE = "profit_share"
    REFUND = "refund"
    RESPONSIBILITY = "responsibility"
    HARDSHIP = "hardship"
    REPLACEMENT = "replacement"


IN = frozenset({Element.PAY, Element.ACCESSORY, Element.OVERTIME})
"""Everything else is left out by article 353."""


@dataclass(frozen=True, slots=True)
class Paid:
    """One month's elements as (element, dirhams), and the seniority bonus that was paid in it."""

    month: date
    elements: tuple[tuple[Element, Decimal], ...]
    bonus: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Service before, in the same undertaking, both days counted in; `indemnified`: a severance was paid on it."""

    first: date
    last: date
    indemnified: bool


def percent(hired_on: date, on: date) -> int:
    """Percent of pay on a day: 5 after two whole years of service, 10 after five, 15 after 12, 20 after 20, 25 after
    25."""
    years = span(hired_on, on)[0] // 12
    return next((rate for needed, rate in STEPS if years >= needed), 0)


def counted_on(elements: Iterable[tuple[Element, Decimal]]) -> Decimal:
    """Dirhams of a month that the bonus is counted on (art 353)."""
    return sum((amount for element, amount in elements if element in IN), Decimal(0))


def bonus(hired_on: date, month: date, base: Decimal) -> Figure:
    """The bonus of a month on that base, at the step of its first day; 0.00 under two years."""
    rate = percent(hired_on, month)
    return dirhams(METHODS["seniority_bonus"], month, base * rate / 100, pay=base, percent=rate)


def variable(hired_on: date, month: date, before: Sequence[Decimal]) -> Figure:
    """The bonus of a month on pay by commission, output or piece: the net pay of the three months before (art 354).

    ValueError unless three months are told.
    """
    if len(before) != MEAN_MONTHS:
        raise ValueError("three months of net pay are needed")
    rate, whole = percent(hired_on, month), sum(before, Decimal(0))
    exact = whole * rate / (100 * MEAN_MONTHS)
    return dirhams(METHODS["seniority_bonus_variable"], month, exact, sum=whole, percent=rate)


def counted_from(hired_on: date, earlier: Iterable[Earlier]) -> date:
    """The day that seniority is counted from: earlier service counts too, unless a severance was paid on it (art
    351)."""
    days = sum((one.last - one.first).days + 1 for one in earlier if not one.indemnified)
    return hired_on - timedelta(days=days)


def missing(hired_on: date, months: Iterable[Paid]) -> list[Figure]:
    """What is missing of each month's bonus; months that are paid whole are left out."""
    found = []
    for one in months:
        base, rate = counted_on(one.elements), percent(hired_on, one.month)
        short = base * rate / 100 - one.bonus
        figure = dirhams(METHODS["seniority_bonus_missing"], one.month, short, pay=base, percent=rate, paid=one.bonus)
        if figure.value > 0:
            found.append(figure)
    return found
