"""Measures the law engine: entitlements of 400 people, and the same with procedure and clocks, against their limits."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from union.law.entitlement import many
from union.law.facts import Category, Contract, Facts, Mandate, Reason
from union.law.person import Case, people
from union.law.procedure.collective import collective
from union.law.procedure.collective_plan import CollectivePlan, Motive
from union.law.procedure.dismissal_check import Delivery, Dismissal, Fault
from union.law.settling.receipts import Receipt

PEOPLE = 400
LIMIT_MS = 50.0
WHOLE_LIMIT_MS = 100.0


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


def _cases(departures: list[Facts]) -> list[Case]:
    """The same people with a letter and a receipt each."""
    return [
        Case(
            facts,
            Dismissal(
                known_on=date(2026, 5, 28),
                heard_on=date(2026, 6, 3) + timedelta(days=i % 6),
                chosen_delegate_present=bool(i % 2),
                decided_on=date(2026, 6, 9),
                notified_on=date(2026, 6, 10) + timedelta(days=i % 3),
                delivery=Delivery.REGISTERED,
                reasons_stated=True,
                ninety_days_stated=bool(i % 5),
                fault=Fault.SERIOUS,
                mandate=facts.mandate,
            ),
            Receipt(signed_on=date(2026, 6, 15) + timedelta(days=i % 20), left_on=facts.left_on, itemised=bool(i % 3)),
        )
        for i, facts in enumerate(departures)
    ]


def _best(work: Callable[[], object]) -> float:
    """Milliseconds of the best of seven runs, so that another process's work is not measured."""
    runs = []
    for _ in range(7):
        start = time.perf_counter()
        work()
        runs.append((time.perf_counter() - start) * 1000)
    return min(runs)


def measure() -> list[tuple[str, float, str, float]]:
    """(what, measured, unit, limit)."""
    departures = _list()
    cases = _cases(departures)
    plan = CollectivePlan(headcount=620, motive=Motive.ECONOMIC, first_exit_on=date(2026, 6, 30), consulted=False)

    def whole() -> object:
        return people(cases), [one.letter for one in collective(plan) if one.defect]

    return [
        (f"entitlements of {PEOPLE} people", _best(lambda: many(departures)), "ms", LIMIT_MS),
        (f"entitlements, procedure and clocks of {PEOPLE} people", _best(whole), "ms", WHOLE_LIMIT_MS),
    ]


if __name__ == "__main__":
    for what, measured, unit, limit in measure():
        print(f"{what}: {measured:.1f} {unit} of {limit:.0f} allowed ({measured / limit:.0%})")
