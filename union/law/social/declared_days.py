"""Days declared to the social security fund against the days on the payslips, month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from union.law.checking.findings import Finding, checks, state_of_answer
from union.law.figures import Figure, methods
from union.law.strictly.strict import Given
from union.law.terms.rates import MONTH_DAYS

CHECKS = checks("""
declared_as_worked ; ipe, ct 370 ; VERIFIED-2 fund ; declared_short
Are the days declared those of the payslips, month by month?
Days paid on the payslips were not declared.
""")
METHODS = methods("""
days_undeclared ; ipe, ct 370 ; VERIFIED-2 fund ; days
days paid - days declared
{worked} - {declared}
""")
MONTH_FIELDS = ("first", "worked", "declared")
DAYS_IN_A_MONTH = 31  # no month has more


@dataclass(frozen=True, slots=True)
class Declared:
    """One month: days on the payslip and days declared to the fund."""

    first: date
    worked: int
    declared: int


def undeclared(months: Iterable[Declared]) -> list[Figure]:
    """Each month with fewer days declared than paid; a month counts 26 days at most."""
    found = []
    for one in sorted(months, key=lambda each: each.first):
        worked = min(one.worked, MONTH_DAYS)
        if one.declared < worked:
            values: dict[str, Decimal | int | date] = {"worked": worked, "declared": one.declared}
            found.append(Figure(METHODS["days_undeclared"], values, Decimal(worked - one.declared), one.first))
    return found


def days_found(months: Iterable[Declared]) -> Finding:
    """Whether every month was declared as it was paid."""
    return Finding(CHECKS["declared_as_worked"], state_of_answer(not undeclared(months)))


def read_month(one: Given) -> Declared:
    """A month from `{first, worked, declared}`; raises `BadFacts` naming the field."""
    worked, declared = (one.needed_whole(name, DAYS_IN_A_MONTH) for name in ("worked", "declared"))
    return Declared(one.needed_act("first"), worked, declared)
