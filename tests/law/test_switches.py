"""The switches and the spread of the readings: figures by hand, and what holds whatever the facts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.law.test_properties import departures
from union.languages.saying import in_language
from union.languages.translated import LANGUAGES
from union.law.differing.spread import spread
from union.law.differing.switches import AS_THE_TEXT, Bonuses, Switches, Term, Wage, Years, under, without_bonuses
from union.law.ending.held_open import open_ended
from union.law.entitlement import COMPARED, entitlement
from union.law.facts import BadFacts, Category, Contract, Facts, OwnNotice, Reason
from union.law.result import Code
from union.law.sentences.readings import READINGS
from union.law.sources.source import Status

# Hired 1 July 2020, last day 31 December 2026: 6 years and 184 days of 365 (1 July 2026 to 30 June 2027).
SARA = Facts(
    hired_on=date(2020, 7, 1),
    left_on=date(2026, 12, 31),
    category=Category.EMPLOYEE,
    contract=Contract.CDI,
    reason=Reason.ABUSIVE,
    monthly_gross=Decimal("8000.00"),
    monthly_net=Decimal("6800.00"),
    leave_days_due=Decimal(13),
)
BONUS = Decimal("2000.00")
EVERY = [Switches(*one) for one in product(Years, Wage, Bonuses)]
HELD_OPEN = [replace(one, term=Term.OPEN_ENDED) for one in EVERY]


def amounts(switches: Switches, facts: Facts = SARA, bonus: Decimal | None = BONUS) -> dict[Code, Decimal]:
    return {line.code: line.amount for line in under(facts, switches, bonus).lines}


@pytest.mark.parametrize(
    ("switches", "severance", "notice", "damages", "leave"),
    [
        # 7 years started: 5 × 96 + 2 × 144 = 768 h. 768 × 8000 / 191; 2 × 6800; 1.5 × 7 × 6800; 13 × 8000 / 26.
        (Switches(), "32167.54", "13600.00", "71400.00", "4000.00"),
        # 624 h whole, the year begun 144 h × 184 / 365: (624 × 365 + 144 × 184) × 8000 / (191 × 365).
        # Damages 1.5 × (6 × 365 + 184) × 6800 / 365.
        (Switches(years=Years.PRO_RATA), "29176.62", "13600.00", "66341.92", "4000.00"),
        (Switches(wage=Wage.GROSS), "32167.54", "16000.00", "84000.00", "4000.00"),
        # 768 × 6800 / 191.
        (Switches(wage=Wage.NET), "27342.41", "13600.00", "71400.00", "4000.00"),
        # Pay 6000, net 6800 × 6000 / 8000 = 5100: 768 × 6000 / 191; 2 × 5100; 1.5 × 7 × 5100; 13 × 6000 / 26.
        (Switches(bonuses=Bonuses.OUT), "24125.65", "10200.00", "53550.00", "3000.00"),
        # All three: (624 × 365 + 144 × 184) × 5100 / (191 × 365).
        (Switches(Years.PRO_RATA, Wage.NET, Bonuses.OUT), "18600.09", "10200.00", "49756.44", "3000.00"),
    ],
)
def test_figures_by_hand(switches: Switches, severance: str, notice: str, damages: str, leave: str) -> None:
    found = amounts(switches)
    wanted = {Code.SEVERANCE: severance, Code.NOTICE: notice, Code.DAMAGES: damages, Code.LEAVE: leave}
    assert found == {code: Decimal(value) for code, value in wanted.items()}


def test_a_line_that_moved_says_by_which_reading_and_the_text_stands_beside_it() -> None:
    found = under(SARA, Switches(Years.PRO_RATA, Wage.NET, Bonuses.OUT), BONUS)
    severance = found.line(Code.SEVERANCE)
    assert severance is not None
    assert severance.alternative == "pro_rata+on_net+bonuses_out"
    assert severance.status is Status.UNVERIFIED
    assert severance.reading is not None
    assert all(
        part in in_language(severance.reading, "fr") for part in ("au prorata", "salaire net", "Sans les primes")
    )
    beside = [line for line in found.alternatives if line.alternative == "as_text"]
    assert {line.code for line in beside} == {Code.SEVERANCE, Code.NOTICE, Code.DAMAGES, Code.LEAVE}
    assert Decimal("32167.54") in {line.amount for line in beside}
    codes = [one.code for one in found.assumptions]
    assert codes[:4] == ["switch_pro_rata", "switch_net", "switch_bonuses_out", "bonuses_out_of_net"]
    assert not {"started_year", "two_wages"} & set(codes)
    kept = [one.code for one in under(SARA, Switches(Years.PRO_RATA), BONUS).assumptions]
    assert "switch_bonuses_out" not in kept  # the bonuses are known, and stay in


def test_both_ends_by_hand() -> None:
    found = spread(SARA, BONUS)
    # The employer's way 18 600.09 + 10 200 + 3 000; the employee's 32 167.54 + 16 000 + 4 000; damages on gross 84 000.
    assert found.low == Decimal("31800.09")
    assert found.high == Decimal("52167.54")
    assert found.judge == Decimal("136167.54")
    assert [span.code for span in found.spans] == [Code.SEVERANCE, Code.NOTICE, Code.LEAVE]


def test_an_employer_who_says_resignation_owes_the_leave_alone() -> None:
    found = spread(SARA, employers=Reason.RESIGNATION)
    assert found.low == Decimal("4000.00")
    assert found.high == Decimal("52167.54")
    assert [span.low is None for span in found.spans] == [True, True, False]


def test_a_fixed_term_at_its_end_is_asked_for_as_open_ended() -> None:
    facts = replace(SARA, contract=Contract.CDD, term_on=date(2026, 12, 31), reason=Reason.END_OF_TERM)
    found = spread(facts)
    # At its term nothing but the leave; held open-ended, severance, notice and damages of the same service.
    assert found.low == Decimal("4000.00")
    assert found.high == Decimal("4000.00") + Decimal("32167.54") + Decimal("13600.00")
    assert found.judge == found.high + Decimal("71400.00")


@pytest.mark.parametrize("bonus", ["-1", "8000.00", "9000.00", "NaN"])
def test_bonuses_that_cannot_be_are_named(bonus: str) -> None:
    for switches in EVERY:
        with pytest.raises(BadFacts) as refused:
            under(SARA, switches, Decimal(bonus))
        assert refused.value.field == "monthly_bonus"


def test_bonuses_nobody_knows_take_nothing_out() -> None:
    found = under(SARA, Switches(bonuses=Bonuses.OUT))
    assert found.lines == entitlement(SARA).lines
    assert found.assumptions[0].code == "switch_bonuses_not_known"


@given(departures(), st.integers(0, 90))
@settings(max_examples=120, deadline=None)
def test_every_switch_lies_between_both_ends(facts: Facts, share: int) -> None:
    facts = replace(
        facts, own_notice=OwnNotice.SERVED
    )  # what an employee owes for a notice is on the pay without bonuses
    pay = facts.monthly_gross or Decimal(0)
    bonus = (pay * share / 100).quantize(Decimal("0.01")) if pay > 2 else None
    if bonus is not None and bonus >= pay:
        bonus = None
    ends = spread(facts, bonus)
    assert ends.low <= ends.high <= ends.judge
    for switches in EVERY:
        found = under(facts, switches, bonus)
        assert ends.low <= found.minimum <= ends.high
        assert found.minimum == sum((line.amount for line in found.lines if line.code in COMPARED), Decimal("0.00"))
        assert {line.code for line in found.lines} == {line.code for line in entitlement(facts).lines}
        for line in found.lines:
            text = entitlement(facts).line(line.code)
            assert line.scenario is (line.code is Code.DAMAGES)
            assert (line == text) is (line.alternative == text.alternative)
            assert line.status is Status.UNVERIFIED or line.alternative in ("", "set_off")
    assert under(facts, AS_THE_TEXT, bonus) == entitlement(facts)


def test_seniority_days_may_be_asked_where_no_day_is_counted() -> None:
    facts = replace(SARA, leave_days_due=Decimal(0), leave_days_most=Decimal("2.5"), leave_days_least=Decimal(0))
    assert entitlement(facts).line(Code.LEAVE) is None
    (leave,) = (one for one in spread(facts).spans if one.code is Code.LEAVE)
    assert leave.low is None
    assert leave.high is not None
    assert leave.high.amount == Decimal("769.23")  # 2.5 × 8000 / 26


def test_a_fixed_term_held_open_ended_owes_what_an_open_ended_one_does() -> None:
    facts = replace(SARA, contract=Contract.CDD, term_on=date(2027, 3, 31), reason=Reason.ABUSIVE)
    written, found = under(facts), under(facts, Switches(term=Term.OPEN_ENDED))
    # As written: three months to the term (art 33), 3 × 8000; held open: the lines of SARA, each saying so.
    assert written.minimum == Decimal("24000.00") + Decimal("4000.00")
    assert {line.code: line.amount for line in found.lines} == amounts(Switches())
    severance = found.line(Code.SEVERANCE)
    assert severance is not None
    assert (severance.alternative, severance.articles[:2], severance.status) == (
        "requalified",
        ("ct 16", "ct 17"),
        Status.VERIFIED_2,
    )
    assert found.assumptions[0].code == "switch_open_ended"
    beside = {line.code: line.amount for line in found.alternatives if line.alternative == "as_written"}
    assert beside[Code.REMAINING_TERM] == Decimal("24000.00")
    both = under(facts, Switches(Years.PRO_RATA, term=Term.OPEN_ENDED)).line(Code.SEVERANCE)
    assert both is not None
    assert (both.alternative, both.amount, both.status) == (
        "requalified+pro_rata",
        Decimal("29176.62"),
        Status.UNVERIFIED,
    )


@given(departures())
@settings(max_examples=120, deadline=None)
def test_holding_open_moves_fixed_terms_that_the_employer_ended_and_nothing_else(facts: Facts) -> None:
    as_open = open_ended(facts)
    for switches in HELD_OPEN:
        plain = replace(switches, term=Term.AS_WRITTEN)
        found = under(facts, switches)
        if as_open is None:
            assert found == under(facts, plain)
            continue
        assert [(line.code, line.amount) for line in found.lines] == [
            (line.code, line.amount) for line in under(as_open, plain).lines
        ]
        for line in found.lines:
            assert line.scenario is (line.code is Code.DAMAGES)
            held = line.code in {Code.SEVERANCE, Code.NOTICE, Code.DAMAGES}
            assert line.alternative.startswith("requalified") is held
            assert not held or line.status is not Status.VERIFIED


@given(departures())
@settings(max_examples=60, deadline=None)
def test_less_pay_never_owes_more(facts: Facts) -> None:
    pay = facts.monthly_gross or Decimal(0)
    if pay > 3:
        facts = replace(facts, own_notice=OwnNotice.SERVED)  # less pay is a smaller debt of a notice not served
        reduced = without_bonuses(facts, Decimal(1))
        assert entitlement(reduced).minimum <= entitlement(facts).minimum


def test_the_new_readings_are_said_in_each_language() -> None:
    for key in ("bonuses_out", "as_text", "resignation_forced", "transfer_broken", "ipe_resigned"):
        assert len({in_language(READINGS[key], language) for language in LANGUAGES}) == len(LANGUAGES)
