"""Measures the law engine: 400 people's entitlements against 50 ms."""

import time
from datetime import date, timedelta
from decimal import Decimal

from union.law.entitlement import many
from union.law.facts import Category, Contract, Facts, Mandate, Reason

PEOPLE = 400
LIMIT_MS = 50.0


def _list() -> list[Facts]:
    """A list of departures of every kind, as an employer's list of negotiated exits would hold."""
    reasons = [Reason.NEGOTIATED, Reason.ABUSIVE, Reason.ECONOMIC_UNAUTHORISED, Reason.SERIOUS_MISCONDUCT]
    return [
        Facts(
            hired_on=date(2004, 1, 1) + timedelta(days=19 * i),
            left_on=date(2026, 6, 30),
            notified_on=date(2026, 6, 10) if i % 3 else None,
            monthly_gross=Decimal(3500 + 13 * i),
            monthly_net=Decimal(3000 + 11 * i) if i % 2 else None,
            category=Category.EXECUTIVE if i % 7 == 0 else Category.EMPLOYEE,
            contract=Contract.CDI,
            reason=reasons[i % 4],
            mandate=Mandate.IN_OFFICE if i % 20 == 0 else Mandate.NONE,
            leave_days_due=Decimal(i % 30),
            unpaid_days=Decimal(i % 26),
        )
        for i in range(PEOPLE)
    ]


def measure() -> list[tuple[str, float, str, float]]:
    """(what, measured, unit, limit): the best of seven runs, so that another process's work is not measured."""
    people = _list()
    runs = []
    for _ in range(7):
        start = time.perf_counter()
        many(people)
        runs.append((time.perf_counter() - start) * 1000)
    return [(f"entitlements of {PEOPLE} people", min(runs), "ms", LIMIT_MS)]


if __name__ == "__main__":
    for what, measured, unit, limit in measure():
        print(f"{what}: {measured:.1f} {unit} of {limit:.0f} allowed ({measured / limit:.0%})")
