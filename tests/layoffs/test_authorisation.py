"""The governor's authorisation is the ground of every sum of a collective dismissal or a closure (arts 66, 67, 69,
70)."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, case_id, csv, dispute, opened, rows, taken
from union.app import Union
from union.cases.models import CaseEntry
from union.entitlements.records.contents import OF_A_LIST, Basis, Situation
from union.entitlements.records.facts import Facts, StepDone
from union.entitlements.sums.grounds import Ground, ground
from union.entitlements.sums.person import computed
from union.entitlements.sums.snapshot import reopened
from union.law.result import Code
from union.law.terms.kinds import Contract as LawContract
from union.law.terms.kinds import Reason
from union.layoffs.records.contents import Matter, Procedure, Trigger
from union.layoffs.records.models import LayoffPerson, LayoffSnapshot
from union.layoffs.sums.basis import basis_of
from union.members.models import Contract

EXIT = date(2026, 12, 31)
SARA = Facts(
    "Alami", "Sara", hired_on=date(2020, 1, 1), left_on=EXIT, monthly_gross=Decimal(5000), contract=Contract.CDI
)


def told(kind: Situation, requested: StepDone | None, authorised: StepDone | None) -> Ground:
    given = {"requested": requested, "authorised": authorised}
    steps = {name: one for name, one in given.items() if one is not None}
    return ground(basis_of(Matter("t", kind, Trigger.OTHER, procedure=Procedure(steps=steps))), SARA)


@pytest.mark.parametrize("kind", [Situation.COLLECTIVE, Situation.CLOSURE])
@pytest.mark.parametrize(
    ("requested", "authorised", "reason", "said"),
    [
        (None, None, Reason.ECONOMIC_UNAUTHORISED, "authorisation_missing"),
        (StepDone(True), None, Reason.ECONOMIC_UNAUTHORISED, "authorisation_missing"),
        (StepDone(False), StepDone(False), Reason.ECONOMIC_UNAUTHORISED, "authorisation_missing"),
        (StepDone(True), StepDone(False), Reason.ECONOMIC_UNAUTHORISED, "authorisation_refused"),
        (StepDone(True), StepDone(True), Reason.ECONOMIC_AUTHORISED, "authorisation_given"),
        (None, StepDone(True, EXIT), Reason.ECONOMIC_AUTHORISED, "authorisation_given"),
        (None, StepDone(True, date(2027, 1, 1)), Reason.ECONOMIC_UNAUTHORISED, "authorisation_late"),
    ],
)
def test_what_is_known_of_it_gives_the_reason(
    kind: Situation, requested: StepDone | None, authorised: StepDone | None, reason: Reason, said: str
) -> None:
    assert told(kind, requested, authorised) == Ground(reason, LawContract.CDI, said=(said,))


def test_other_kinds_do_not_ask_for_it() -> None:
    for kind in set(OF_A_LIST) - {Situation.COLLECTIVE, Situation.CLOSURE}:
        with_it, without = told(kind, StepDone(True), StepDone(True)), told(kind, None, None)
        assert with_it == without
        assert with_it.reason not in {Reason.ECONOMIC_AUTHORISED, Reason.ECONOMIC_UNAUTHORISED}


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    address = opened(olu, cast, kind="collective")
    taken(olu, address, csv("7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"))
    return address


def note(olu: Visitor, address: str, step: str, answer: str, on: str = "") -> None:
    olu.edit(f"{address}/procedure/step", {"step": step, "answer": answer, "on": on, "paper": ""})


def damages(row: LayoffPerson) -> Decimal | None:
    calculation = reopened(row.snapshot.entitlement)
    assert calculation is not None
    line = calculation.line(Code.DAMAGES)
    return line.amount if line else None


def test_the_sums_follow_it_and_what_was_computed_before_is_kept(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    (before,) = rows(app, cast, address)
    assert damages(before) == Decimal("52500.00")  # 1.5 × 7 × 5000, if a judge grants them (art 70)
    note(olu, address, "requested", "yes")  # asked for, not given: it is missing as before, and that is said otherwise
    note(olu, address, "authorised", "yes", "20/11/2026")
    (given,) = rows(app, cast, address)
    assert damages(given) is None
    assert given.snapshot.minimum == before.snapshot.minimum  # notice and severance are due with or without it (art 70)
    note(olu, address, "authorised", "no")
    (refused,) = rows(app, cast, address)
    assert damages(refused) == Decimal("52500.00")
    note(olu, address, "order_kept", "no")  # another step: nothing to compute
    with app.store.reading(cast.reach("olu")) as session:
        kept = session.scalars(select(LayoffSnapshot).order_by(LayoffSnapshot.number)).all()
        assert [one.number for one in kept] == [1, 2, 3]
        assert kept[0].snapshot == before.snapshot
        assert kept[2].snapshot == given.snapshot
        found = session.scalars(
            select(CaseEntry).where(CaseEntry.case_id == case_id(address)).order_by(CaseEntry.number)
        )
        acts = [one.entry.act for one in found]
    assert acts == ["opened", "list_taken", *["step_noted", "recomputed"] * 3, "step_noted"]
    for language, said in (("fr", "n’a pas été donnée"), ("ar", "ولم يمنح")):
        assert said in olu.get(f"{address}/people/{refused.id}?lang={language}").text
        olu.get(f"{address}?lang={language}")


def test_a_list_taken_later_stands_on_what_is_known_already(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast, kind="closure")
    note(olu, address, "authorised", "yes")
    taken(olu, address, csv("7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;0;;10000,00;"))
    assert damages(rows(app, cast, address)[0]) is None
    assert dispute(app, cast, address).matter.taken is not None


def test_a_calculation_stands_by_itself() -> None:
    """A dated snapshot with its facts, its reason, the rates of the day and the articles: nothing else is needed."""
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    facts = dataclasses.replace(SARA, leave_days_due=Decimal(13), monthly_bonus=Decimal(500))
    _, snapshot = computed(Basis(Situation.COLLECTIVE, True, True, date(2026, 11, 20)), facts, at)
    kept = reopened(snapshot.entitlement)
    assert kept is not None
    assert snapshot.at == at
    assert snapshot.kind is Situation.COLLECTIVE
    assert dict(kept.facts) == {
        "hired_on": date(2020, 1, 1),
        "left_on": EXIT,
        "category": "employee",
        "contract": "CDI",
        "reason": "economic_authorised",
        "monthly_gross": Decimal(5000),
        "mandate": "none",
        "leave_days_due": Decimal(13),
        "monthly_bonus": Decimal(500),
    }
    assert (kept.rates_on, kept.smig_hourly, kept.smig_since) == (EXIT, Decimal("17.92"), date(2026, 1, 1))
    assert kept.decree
    assert all(line.articles for line in (*kept.lines, *kept.alternatives))
    assert kept.assumptions[0].code == "authorisation_given"
