"""Which columns hold one month each: days declared, or wages. What only looked like one of them beside is left out."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from union.law.terms.rates import SMIG
from union.tables.cells.money import read_money
from union.tables.cells.people import Unreadable
from union.tables.columns.fields import MONTH_DAYS, MONTH_WAGES
from union.tables.columns.month_heads import headed_wages, months_among, year_of
from union.tables.table import Cell, Table

_OF_ONE_MONTH = frozenset(("month", "days", "declared_wages"))
_A_WAGE = SMIG[0].monthly / 2  # from here on an amount under a bare month is pay, and no dues
_MOST = 0.6  # the share of a column's values that must look so

Held = Mapping[int, tuple[str | None, bool]]  # what a column was taken for, and whether its header says just that


def of_days(held: Held, headers: Sequence[str]) -> dict[int, str | None]:
    """A column for each month; what only looked like days or wages beside them is of one month as well."""
    months = [at for at in months_among(headers) if not held[at][1]]
    if not months:
        return {}
    others = (at for at, (field, exact) in held.items() if field in _OF_ONE_MONTH and not exact)
    return dict.fromkeys(others) | dict.fromkeys(months, MONTH_DAYS)


def of_wages(held: Held, table: Table, values: Mapping[int, Sequence[Cell]]) -> dict[int, str | None]:
    """A column for each month, each month once: its header speaks of pay, or its amounts can be nothing else."""
    year = year_of(table)
    found: dict[date | int, int] = {}
    for at, header in enumerate(table.headers):
        month, of_pay = headed_wages(header)
        known = isinstance(month, date) or (month is not None and year is not None)
        if month is not None and known and not held[at][1] and (of_pay or _are_wages(values[at])):
            found.setdefault(month, at)
    return dict.fromkeys(found.values(), MONTH_WAGES)


def _are_wages(values: Sequence[Cell]) -> bool:
    amounts = []
    for value in values:
        with suppress(Unreadable):
            amounts.append(read_money(value)[0])
    high = sum(amount >= _A_WAGE for amount in amounts)
    return bool(amounts) and 2 * len(amounts) >= len(values) and high >= _MOST * len(amounts)
