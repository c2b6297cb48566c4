"""Fixed-term contracts not renewed, resignations under pressure, a transfer: each with its own sums and questions."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, csv, dispute, opened, rows, taken
from tests.layoffs.test_papers import PLACE
from union.app import Union
from union.entitlements.papers.words import goes_about
from union.entitlements.people.clocks import clocks, paper_flags
from union.entitlements.records.contents import Basis, Situation
from union.entitlements.records.facts import Facts, StepDone
from union.entitlements.sums.person import computed
from union.entitlements.sums.snapshot import Calculation, reopened
from union.law.checking.findings import State
from union.law.dates.deadlines import Rule
from union.law.result import Code
from union.law.sources.source import Status
from union.layoffs.papers.group_letters import Group, group_letter
from union.layoffs.procedure.steps import OUTSIDE_66, asked, findings
from union.layoffs.records.acts import LetterKind
from union.layoffs.records.contents import Matter, Procedure, Trigger
from union.members.models import Contract

EXIT = date(2026, 12, 31)
# Seven years exactly at 5000: severance 768 × 5000 / 191 = 20 104.71, notice 2 × 5000, damages 1.5 × 7 × 5000 = 52 500,
# leave 13 × 5000 / 26 = 2500.
SARA = Facts(
    "Alami",
    "Sara",
    hired_on=date(2020, 1, 1),
    left_on=EXIT,
    monthly_gross=Decimal(5000),
    leave_days_due=Decimal(13),
    contract=Contract.CDI,
    offered=Decimal("10000.00"),
    signed_on=date(2026, 11, 2),
)
SEVERANCE, NOTICE, LEAVE, DAMAGES = (Decimal(one) for one in ("20104.71", "10000.00", "2500.00", "52500.00"))
NEW = (Situation.CDD_SERIES, Situation.RESIGNATIONS, Situation.TRANSFER)


def told(kind: Situation, **changes: object) -> tuple[Calculation, Decimal, Decimal, Decimal]:
    """The calculation, and what the employer may answer, what stands and the most with damages."""
    facts = dataclasses.replace(SARA, **changes)  # type: ignore[arg-type]  # by the fields' names
    _, snapshot = computed(Basis(kind), facts, datetime(2026, 11, 24, tzinfo=UTC))
    found = reopened(snapshot.entitlement)
    assert found is not None
    assert snapshot.low is not None
    assert snapshot.minimum is not None
    assert snapshot.judge is not None
    return found, snapshot.low, snapshot.minimum, snapshot.judge


def assumed(found: Calculation) -> set[str]:
    return {one.code for one in found.assumptions}


@pytest.mark.parametrize(
    ("kind", "reading"),
    [(Situation.RESIGNATIONS, "resignation_forced"), (Situation.TRANSFER, "transfer_broken")],
)
def test_what_must_be_proved_is_never_shown_as_certain(kind: Situation, reading: str) -> None:
    found, low, stands, judge = told(kind)
    assert (low, stands, judge) == (LEAVE, SEVERANCE + NOTICE + LEAVE, SEVERANCE + NOTICE + LEAVE + DAMAGES)
    for code in (Code.SEVERANCE, Code.NOTICE, Code.DAMAGES):
        line = found.line(code)
        assert line is not None
        assert line.alternative == reading
        assert line.status is Status.UNVERIFIED
    leave = found.line(Code.LEAVE)
    assert leave is not None
    assert not leave.alternative  # owed whatever the cause (art 254)
    assert reading in assumed(found)
    assert [line.alternative for line in found.alternatives if line.code is Code.IPE] == ["ipe_resigned"]


def test_a_fixed_term_contract_at_its_term_owes_the_leave_and_the_rest_is_asked_for() -> None:
    found, low, stands, judge = told(Situation.CDD_SERIES, contract=Contract.CDD, term_on=EXIT)
    assert (low, stands, judge) == (LEAVE, LEAVE, SEVERANCE + NOTICE + LEAVE + DAMAGES)
    assert "cdd_ended" in assumed(found)
    # The list does not say which contract: here it is fixed-term, and that is said.
    found, _, stands, _ = told(Situation.CDD_SERIES, contract=Contract.UNKNOWN)
    assert stands == LEAVE
    assert {"cdd_presumed", "cdd_ended"} <= assumed(found)
    # Open-ended after all, it is a dismissal like another.
    assert told(Situation.CDD_SERIES)[2] == SEVERANCE + NOTICE + LEAVE
    # Broken two months before its term, the wages to the term are owed (art 33).
    found, _, stands, _ = told(Situation.CDD_SERIES, contract=Contract.CDD, term_on=date(2027, 2, 28))
    assert stands == 2 * Decimal(5000) + LEAVE
    assert "cdd_ended" not in assumed(found)


def test_seniority_of_a_chain_is_claimed_from_its_first_contract() -> None:
    short = told(Situation.CDD_SERIES, contract=Contract.CDD, term_on=EXIT, hired_on=date(2026, 1, 1))
    chained = told(
        Situation.CDD_SERIES,
        contract=Contract.CDD,
        term_on=EXIT,
        hired_on=date(2026, 1, 1),
        cdd_since=date(2020, 1, 1),
    )
    assert short[3] == Decimal("2513.09") + Decimal(5000) + LEAVE + Decimal(7500)  # 96 h, a month, 1.5 × 5000
    assert chained[3] == SEVERANCE + NOTICE + LEAVE + DAMAGES


def test_the_ninety_days_of_a_resignation_run_from_its_signature() -> None:
    by_rule = {one.rule: one for one in clocks(SARA, Situation.RESIGNATIONS)}
    assert by_rule[Rule.ACTION_AFTER_DISMISSAL].start == date(2026, 11, 2)
    assert Rule.RECEIPT_DENUNCIATION not in by_rule  # a resignation is no receipt
    assert paper_flags(SARA, Situation.RESIGNATIONS) == []
    assert {one.rule: one for one in clocks(SARA)}[Rule.ACTION_AFTER_DISMISSAL].start == EXIT
    ended = clocks(dataclasses.replace(SARA, contract=Contract.UNKNOWN), Situation.CDD_SERIES)
    assert Rule.IPE_CLAIM not in {one.rule for one in ended}
    assert by_rule[Rule.WAGE_CLAIMS].start == by_rule[Rule.WORK_CERTIFICATE].start == EXIT
    assert Rule.WORK_CERTIFICATE not in {one.rule for one in clocks(SARA, Situation.TRANSFER)}  # the contract goes on


@pytest.mark.parametrize("kind", NEW)
def test_each_kind_has_its_own_questions(kind: Situation) -> None:
    matter = Matter("t", kind, Trigger.OTHER)
    before = {one.code: one.state for one in findings(matter, EXIT, None)}
    assert before
    assert set(before.values()) == {State.UNKNOWN}
    own = asked(kind)[0]
    steps = {own.value: StepDone(False)}
    found = findings(dataclasses.replace(matter, procedure=Procedure(steps=steps)), EXIT, 40)
    assert [one.code for one in found if one.defect] == [own.value]
    assert ("authorised" in {one.code for one in found}) is (kind not in OUTSIDE_66)


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("kind", NEW)
def test_the_letters_speak_of_that_kind(kind: Situation, language: str) -> None:
    steps = {one.value: StepDone(False) for one in asked(kind)}
    matter = Matter("t", kind, Trigger.CLIENT_LEFT, procedure=Procedure(40, steps=steps))
    group = Group("L-1", matter, PLACE, 12, findings(matter, EXIT, None))
    for wanted in (LetterKind.DEFECTS, LetterKind.DELEGATE):
        letter = group_letter(wanted, group, language, EXIT, draft=False)
        points = " ".join(words for part in letter.parts for _, words in part.points)
        assert points
        said = f"{letter.subject} {points}"
        assert not (kind in OUTSIDE_66 and any(number in said for number in ("67", "66")))
    assert "cDD" not in goes_about(kind, language)


@pytest.mark.parametrize("kind", [one.value for one in NEW])
def test_the_pages_of_each_kind(app: Union, cast: Cast, olu: Visitor, kind: str) -> None:
    basis_confirmed(app)
    address = opened(olu, cast, kind=kind)
    taken(olu, address, csv("7;Alami;Sara;Employé;01/01/2020;31/12/2026;5000,00;13;;10000,00;02/11/2026"))
    (row,) = rows(app, cast, address)
    person = f"{address}/people/{row.id}"
    for language in ("fr", "ar", "en"):
        for place in ("", "/figures", "/procedure", "/procedure/step", "/print"):
            olu.get(f"{address}{place}?lang={language}")
        for place in ("", "/print", "/edit", "/switches", "/papers"):
            olu.get(f"{person}{place}?lang={language}")
    to_prove = kind != "cdd_series"
    for place, said in ((person, "if that is proved"), (address, "if that is proved"), ("/layoffs", "if it is proved")):
        assert (said in olu.get(f"{place}?lang=en").text) is to_prove
    lost = "What signing costs beside the sum" in olu.get(f"{address}?lang=en").text
    assert lost is to_prove  # no allowance is paid at the term of a fixed-term contract: there is none to lose
    shown = olu.get(f"{person}?lang=en").text
    assert ("not settled" if to_prove else "If the court holds the fixed-term contract to be open-ended") in shown
    own = asked(Situation(kind))[0].value
    step = {"step": own, "answer": "no", "on": "", "paper": ""}
    olu.edit(f"{address}/procedure/step", step)
    assert dispute(app, cast, address).matter.procedure.steps[own] == StepDone(False)
    other = "authorised" if Situation(kind) in OUTSIDE_66 else "contracts_kept"
    olu.edit(f"{address}/procedure/step", {**step, "step": other}, 422)  # not of this kind
