"""Pay over time: the mean of the last 52 weeks, what counts in it, and which absences count as service (arts 54, 55,
57)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from union.law.figures import Figure, Method, dirhams, methods
from union.law.result import centimes
from union.law.terms.seniority import add_months

MONTHS = 12  # payslips are monthly: the last twelve months stand for 52 weeks

METHODS = methods("""
mean_52_weeks ; ct 55, ct 57 ; VERIFIED ; dirhams
elements counted of the last 12 months of pay / number of months
{sum} / {months}

mean_partial ; ct 55 ; VERIFIED ; dirhams
mean of the known months alone, for information: severance is not counted on it
{sum} / {months}

mean_without_absences ; ct 54, ct 55 ; UNVERIFIED ; dirhams
without the months in which an unpaid absence lowered the pay
{sum} / {months}

mean_with_doubtful ; ct 55, ct 57 ; UNVERIFIED ; dirhams
with the bonuses that the text does not place: 13th month, exceptional ones
{sum} / {months}
""")


class Element(StrEnum):
    """What a payslip may hold, for the pay that severance is counted on (art 57)."""

    BASE = "base"
    PERFORMANCE = "performance"
    COMMISSION = "commission"
    FUNCTION = "function"
    OVERTIME = "overtime"
    SENIORITY = "seniority"
    IN_KIND = "in_kind"
    TIPS = "tips"
    REFUND = "refund"
    RESPONSIBILITY = "responsibility"
    HARDSHIP = "hardship"
    DANGER = "danger"
    REPLACEMENT = "replacement"
    THIRTEENTH = "thirteenth"
    EXCEPTIONAL = "exceptional"


OUT = frozenset({Element.REFUND, Element.RESPONSIBILITY, Element.HARDSHIP, Element.DANGER, Element.REPLACEMENT})
"""Left out by article 57; a team leader's function allowance is in."""
DOUBTFUL = frozenset({Element.THIRTEENTH, Element.EXCEPTIONAL})
"""Not placed by article 57: another reading, never in the mean itself."""


class Absence(StrEnum):
    """Why somebody was away."""

    PAID_LEAVE = "paid_leave"
    MATERNITY = "maternity"
    CHILD_REARING = "child_rearing"
    WORK_ACCIDENT = "work_accident"
    SICKNESS = "sickness"
    AUTHORISED = "authorised"
    CLOSURE = "closure"
    FORCE_MAJEURE = "force_majeure"
    STRIKE = "strike"
    """A lawful one: it costs no right (organic law 97-15, art 9)."""
    UNLAWFUL_STRIKE = "unlawful_strike"
    """Taken for an unjustified absence (organic law 97-15, art 23)."""
    DISCIPLINARY = "disciplinary"
    UNJUSTIFIED = "unjustified"


COUNTS = frozenset(Absence) - {Absence.UNJUSTIFIED, Absence.UNLAWFUL_STRIKE}
"""Effective work by article 54: leave, maternity, work accident, any suspension of the contract: its list is open."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month's payslip: its first day, (element, dirhams) pairs, and why the pay was lowered, if it was."""

    first: date
    elements: tuple[tuple[Element, Decimal], ...]
    unpaid: Absence | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """An absence from its first to its last day, both counted in."""

    kind: Absence
    first: date
    last: date


def counted(month: Month, *, doubtful: bool = False) -> Decimal:
    """Dirhams of a month that article 57 counts."""
    left_out = OUT if doubtful else OUT | DOUBTFUL
    return sum((amount for element, amount in month.elements if element not in left_out), Decimal(0))


def whole(first: date, hired_on: date, left_on: date) -> bool:
    """Whether the month that begins on that day lies whole within the employment: a part of one is no month of pay."""
    return hired_on <= first and add_months(first, 1) <= left_on + timedelta(days=1)


def window(months: Iterable[Month], left_on: date) -> list[Month]:
    """The last twelve whole months before the termination; the month of the termination too where it ended on its
    last day."""
    end = left_on + timedelta(days=1)
    start = add_months(end.replace(day=1), -MONTHS)
    return [one for one in sorted(months, key=lambda each: each.first) if start <= one.first < end.replace(day=1)]


def complete(months: Iterable[Month], hired_on: date, left_on: date) -> bool:
    """Whether the mean may stand for the pay: every whole month of the window, or since hiring, was told (art 55)."""
    told = [one for one in months if whole(one.first, hired_on, left_on)]
    return bool(window(told, left_on)) and not not_told(told, hired_on, left_on)


def not_told(months: Iterable[Month], hired_on: date, left_on: date) -> list[date]:
    """The months of the window, from the first whole one of the employment, of which no pay was told."""
    end = (left_on + timedelta(days=1)).replace(day=1)
    first = hired_on if hired_on.day == 1 else add_months(hired_on.replace(day=1), 1)
    told = {one.first for one in months}
    expected = [add_months(end, -back) for back in range(MONTHS, 0, -1)]
    return [month for month in expected if month >= first and month not in told]


def mean(months: Iterable[Month], left_on: date) -> tuple[Figure, list[Figure]]:
    """The monthly mean of the last 52 weeks, which feeds `monthly_gross`, and its other readings.

    Somebody hired less than a year ago has the mean of the months worked. ValueError where no month is in the window
    or a month stands twice.
    """
    kept = window(months, left_on)
    if not kept:
        raise ValueError("no month of pay in the 52 weeks before the termination")
    if len({one.first for one in kept}) != len(kept):
        raise ValueError("a month of pay stands twice")
    line = _mean(METHODS["mean_52_weeks"], kept, left_on)
    return line, [other for other in _readings(kept, left_on) if other.value != line.value]


def partial_mean(months: Iterable[Month], left_on: date) -> Figure:
    """The mean of the months of the window that were told, where others were not: it feeds nothing."""
    return _mean(METHODS["mean_partial"], window(months, left_on), left_on)


def _readings(kept: list[Month], left_on: date) -> list[Figure]:
    whole = [one for one in kept if one.unpaid is None]
    found = [_mean(METHODS["mean_without_absences"], whole, left_on)] if whole else []
    return [*found, _mean(METHODS["mean_with_doubtful"], kept, left_on, doubtful=True)]


def _mean(method: Method, months: list[Month], on: date, *, doubtful: bool = False) -> Figure:
    everything = sum((counted(one, doubtful=doubtful) for one in months), Decimal(0))
    return dirhams(method, on, everything / len(months), sum=everything, months=len(months))


def changes(months: Iterable[Month]) -> list[tuple[date, Decimal, Decimal]]:
    """Where the base pay moved: (month, before, after), in the order of the months."""
    ordered = sorted(months, key=lambda one: one.first)
    base = [(one.first, dict(one.elements).get(Element.BASE, Decimal(0))) for one in ordered if one.unpaid is None]
    pairs = pairwise(base)
    return [(month, before, after) for (_, before), (month, after) in pairs if centimes(before) != centimes(after)]


def days_lost(absences: Iterable[Away]) -> int:
    """Days that are no effective work, a day that stands in two absences counted once (art 54)."""
    return _days(one for one in absences if one.kind not in COUNTS)


def _days(absences: Iterable[Away]) -> int:
    lost, after = 0, date.min
    for one in sorted(absences, key=lambda each: each.first):
        first = max(one.first, after)
        if one.last >= first:
            lost += (one.last - first).days + 1
            after = one.last + timedelta(days=1)
    return lost
