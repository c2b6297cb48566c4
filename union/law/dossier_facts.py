"""One person's whole file, read strictly: the facts of the departure, payslips, leave, overtime, holidays, absences."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from union.law.employment import Employment
from union.law.ending.job_search import USUAL_WEEK
from union.law.pay import holidays_worked, overtime
from union.law.pay.history import Absence, Away, Element, Month
from union.law.sentences.refusals import refuse
from union.law.social.declared_days import DAYS_IN_A_MONTH, Declared
from union.law.strictly.strict import Given
from union.law.terms.rates import FIRST_KNOWN

LISTS = ("months", "overtime", "holidays", "absences", "announced")
BESIDE = (*LISTS, "leave", "job_search", "claimed_on")
"""What a file may hold beside the facts of the departure."""
_MONTH = ("first", "elements", "agreed", "hours", "unpaid", "paid_on", "days_worked", "days_declared")
_HOURS = tuple(one.name for one in fields(overtime.Hours))
HOURS_IN_A_DAY, HOURS_IN_A_MONTH, DAYS_IN_A_YEAR = Decimal(24), Decimal(744), Decimal(366)
"""What no day, no month and no year has more of."""


@dataclass(frozen=True, slots=True)
class Payslip:
    """One month: what was paid and why it was lowered, the hours due, the day it was paid, days worked and declared.

    `hours` are None where they are not told: a whole month then has 191.
    """

    month: Month
    hours: Decimal | None
    paid_on: date | None
    declared: Declared | None
    agreed: Decimal | None = None
    """Dirhams that were agreed for the month, where that is known."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Overtime of one month that was not paid, in hours, and the hourly pay where it is not that of the facts."""

    month: date
    hours: overtime.Hours
    rate: Decimal | None


@dataclass(frozen=True, slots=True)
class Holiday:
    """One paid holiday that was worked and not paid for; `hours` where not the whole day was."""

    on: date
    kind: holidays_worked.Kind
    hours: Decimal | None


@dataclass(frozen=True, slots=True)
class Taken:
    """Leave taken: of this year of service, of each year before it (the last first), and whether under 18."""

    taken: Decimal
    before: tuple[Decimal, ...]
    minor: bool


@dataclass(frozen=True, slots=True)
class Searching:
    """Hours off to look for work in the notice: far from a town, working days a week, hours that were refused."""

    far: bool
    days_a_week: int
    refused: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What was told beside the facts of the departure; `claimed_on` is the day from which two years are counted
    back."""

    payslips: tuple[Payslip, ...] = ()
    extras: tuple[Extra, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    absences: tuple[Away, ...] = ()
    announced: frozenset[date] = frozenset()
    leave: Taken | None = None
    job_search: Searching | None = None
    claimed_on: date | None = None


def read_beside(given: Mapping[str, object], within: Employment) -> Beside:
    """What stands beside the facts, from plain values by field name. Raises `BadFacts` naming the field."""
    read = Given(given, BESIDE)
    days = given.get("announced")
    return Beside(
        payslips=_in_order([_payslip(one, within) for one in read.items("months", _MONTH)]),
        extras=tuple(_extra(one, within) for one in read.items("overtime", ("month", "rate", *_HOURS))),
        holidays=_each_once([_holiday(one, within) for one in read.items("holidays", ("on", "kind", "hours"))]),
        absences=tuple(_away(one, within) for one in read.items("absences", ("kind", "first", "last"))),
        announced=frozenset(_days("announced", days)),
        leave=_leave(given.get("leave")),
        job_search=_searching(given.get("job_search")),
        claimed_on=read.act("claimed_on"),
    )


def _days(field: str, given: object) -> list[date]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise refuse(field, "bad_days")
    names = [f"{field}[{at}]" for at in range(1, len(given) + 1)]
    read = Given(dict(zip(names, given, strict=True)), names)
    return [read.needed_act(name) for name in names]


def _in_order(found: list[Payslip]) -> tuple[Payslip, ...]:
    seen: set[date] = set()
    for at, one in enumerate(found, 1):
        if one.month.first in seen:
            raise refuse(f"months[{at}].first", "twice")
        seen.add(one.month.first)
    return tuple(sorted(found, key=lambda one: one.month.first))


def _each_once(found: list[Holiday]) -> tuple[Holiday, ...]:
    seen: set[date] = set()
    for at, one in enumerate(found, 1):
        if one.on in seen:
            raise refuse(f"holidays[{at}].on", "twice")
        seen.add(one.on)
    return tuple(found)


def _payslip(one: Given, within: Employment) -> Payslip:
    first = within.month(one, "first")
    if first.day != 1:
        raise refuse(one.name("first"), "not_first")
    if first < FIRST_KNOWN:
        raise refuse(one.name("first"), "before_rates", since=FIRST_KNOWN)
    elements = tuple(
        (part.needed_choice("kind", Element), part.needed_amount("amount"))
        for part in one.items("elements", ("kind", "amount"))
    )
    if not elements:
        raise refuse(one.name("elements"), "missing")
    month = Month(first, elements, one.choice("unpaid", Absence))
    worked, declared = (one.whole(name, DAYS_IN_A_MONTH) for name in ("days_worked", "days_declared"))
    days = None if worked is None or declared is None else Declared(first, worked, declared)
    return Payslip(month, one.amount("hours", HOURS_IN_A_MONTH), _paid_on(one, first), days, one.amount("agreed"))


def _paid_on(one: Given, first: date) -> date | None:
    paid_on = one.act("paid_on")
    if paid_on and paid_on < first:
        raise refuse(one.name("paid_on"), "out_of_order", other="first")
    return paid_on


def _extra(one: Given, within: Employment) -> Extra:
    hours = {name: one.amount(name, HOURS_IN_A_MONTH) or Decimal(0) for name in _HOURS}
    if not any(hours.values()):
        raise refuse(one.name("day"), "missing")
    return Extra(within.month(one, "month"), overtime.Hours(**hours), one.amount("rate"))


def _holiday(one: Given, within: Employment) -> Holiday:
    kind = one.choice("kind", holidays_worked.Kind) or holidays_worked.Kind.CONTINUOUS
    return Holiday(within.day(one, "on"), kind, one.amount("hours", HOURS_IN_A_DAY))


def _away(one: Given, within: Employment) -> Away:
    found = Away(one.needed_choice("kind", Absence), within.day(one, "first"), within.day(one, "last"))
    if found.last < found.first:
        raise refuse(one.name("last"), "out_of_order", other="first")
    return found


def _searching(given: object) -> Searching | None:
    if given is None:
        return None
    if not isinstance(given, dict):
        raise refuse("job_search", "bad_object")
    read = Given(given, ("far", "days_a_week", "refused"), "job_search.")
    days = read.whole("days_a_week")
    if days is not None and not 1 <= days <= 7:
        raise refuse("job_search.days_a_week", "too_big" if days else "not_whole", most=7)
    return Searching(bool(read.flag("far")), days or USUAL_WEEK, read.amount("refused") or Decimal(0))


def _leave(given: object) -> Taken | None:
    if given is None:
        return None
    if not isinstance(given, dict):
        raise refuse("leave", "bad_object")
    read = Given(given, ("taken", "before", "minor"), "leave.")
    told = [] if given.get("before") is None else given["before"]
    if not isinstance(told, list):
        raise refuse("leave.before", "bad_list")
    names = [f"before[{at}]" for at in range(1, len(told) + 1)]
    before = Given(dict(zip(names, told, strict=True)), names, "leave.")
    return Taken(
        read.amount("taken", DAYS_IN_A_YEAR) or Decimal(0),
        tuple(before.needed_amount(name, DAYS_IN_A_YEAR) for name in names),
        bool(read.flag("minor")),
    )
