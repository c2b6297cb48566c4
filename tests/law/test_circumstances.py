"""What only some departures have: a trial, a suspended notice, better terms, another kind of end."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from union.languages.saying import in_language
from union.law.dates.periods import Rule
from union.law.differing.switches import without_bonuses
from union.law.ending.notice import due_length, unserved
from union.law.entitlement import Entitlement, entitlement
from union.law.facts import BadFacts, Facts, read_facts
from union.law.person import Case, clocks
from union.law.result import Code
from union.law.sources.source import Status
from union.law.terms.seniority import service

FACTS = {
    "category": "employee",
    "contract": "CDI",
    "reason": "abusive",
    "monthly_gross": "5000",
    "hired_on": "2020-07-01",
    "left_on": "2026-06-30",
}
AWAY = {"cause": "work_incapacity", "first": "2026-06-10", "last": "2026-06-19"}


def answer(**facts: object) -> Entitlement:
    return entitlement(read_facts({**FACTS, **facts}))


def said(found: Entitlement) -> set[str]:
    return {one.code for one in found.assumptions}


EXECUTIVE_IN_TRIAL = {"on_trial": True, "category": "executive", "hired_on": "2026-06-01"}


@pytest.mark.parametrize(
    ("facts", "taken", "not_taken"),
    [
        ({}, {"same_wage"}, set()),
        ({"mean_gross": "5600"}, {"two_bases"}, {"same_wage"}),
        ({"on_trial": True, "hired_on": "2026-06-01"}, {"trial_running", "notice_days_26"}, {"no_trial"}),
        (EXECUTIVE_IN_TRIAL, set(), {"notice_agreed"}),
        ({"on_trial": True}, {"trial_over"}, set()),
        ({"notified_on": "2026-05-31", "notice_suspended": [AWAY]}, {"notice_suspended"}, set()),
        ({"agreed_notice_months": 3}, {"notice_agreed"}, set()),
        ({"agreed_notice_months": 2}, set(), {"notice_agreed", "notice_clause_void"}),
        ({"agreed_notice_months": 1}, {"notice_clause_void"}, set()),
        ({"agreed_severance": "20000"}, {"severance_agreed"}, set()),
        ({"agreed_severance": "16335.08"}, set(), {"severance_agreed", "severance_agreed_lower"}),
        ({"agreed_severance": "16335.07"}, {"severance_agreed_lower"}, set()),
        ({"reason": "retirement", "born_on": "1970-01-01", "pension": True}, {"retired_early"}, set()),
    ],
)
def test_what_was_taken_as_true_is_said(facts: dict[str, object], taken: set[str], not_taken: set[str]) -> None:
    found = said(answer(**facts))
    assert taken <= found
    assert not not_taken & found


def test_a_reading_that_comes_to_the_same_sum_is_not_said_to_be_lower() -> None:
    def readings(gross: str) -> set[tuple[str, str]]:
        found = answer(monthly_gross=gross, monthly_net="3000").alternatives
        return {(str(one.code), one.alternative) for one in found}

    assert ("severance", "on_net") in readings("3422.73")
    assert ("severance", "on_net") not in readings("3422.72")  # both wages at the minimum wage or under it
    assert ("notice", "on_gross") in readings("3422.72")


def test_what_passes_the_tax_ceiling_is_said_from_2023() -> None:
    rich = {"hired_on": "2001-01-01", "monthly_gross": "20000"}
    assert "tax_ceiling" in said(answer(**rich))
    assert "tax_ceiling" not in said(answer(**rich, left_on="2022-12-31"))
    at = {"category": "executive", "hired_on": "2026-06-30", "leave_days_due": "26"}  # a month, and a month and a half
    assert "tax_ceiling" not in said(answer(**at, monthly_gross="400000"))
    assert "tax_ceiling" in said(answer(**at, monthly_gross="400000.01"))


def test_a_trial_told_leaves_no_reading_of_a_trial() -> None:
    executive = {"category": "executive", "hired_on": "2026-06-01"}
    assert "trial" in {one.alternative for one in answer(**executive).alternatives}
    for told in (True, False):
        assert "trial" not in {one.alternative for one in answer(**executive, on_trial=told).alternatives}


@pytest.mark.parametrize(
    "facts", [{"reason": "force_majeure"}, {"reason": "retirement", "born_on": "1960-01-01", "pension": True}]
)
def test_what_no_text_settles_is_a_reading_and_never_summed(facts: dict[str, object]) -> None:
    found = answer(**facts)
    assert found.total == 0
    (reading,) = (one for one in found.alternatives if one.alternative == "unsettled")
    assert reading.code is Code.SEVERANCE
    assert reading.status is Status.UNVERIFIED
    assert str(reading.amount) == "16335.08"


def test_serious_misconduct_in_a_trial_is_said_to_be_the_reason() -> None:
    refused = {
        one.code: one.reason
        for one in answer(on_trial=True, reason="serious_misconduct", hired_on="2026-06-01").not_due
    }
    assert refused[Code.DAMAGES] == "damages_misconduct"
    assert refused[Code.NOTICE] == "notice_misconduct"
    assert refused[Code.SEVERANCE] == "severance_misconduct"


def test_the_fund_pays_nothing_on_death_or_force_majeure() -> None:
    for reason in ("death", "force_majeure"):
        assert Code.IPE not in {one.code for one in answer(reason=reason).alternatives}


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"mean_gross": "0"}, "mean_gross"),
        ({"mean_gross": "-1"}, "mean_gross"),
        ({"mean_gross": "NaN"}, "mean_gross"),
        ({"mean_gross": "99999999"}, "mean_gross"),
        ({"mean_gross": "٥٠٠٠"}, "mean_gross"),
        ({"on_trial": "yes"}, "on_trial"),
        ({"on_trial": 1}, "on_trial"),
        ({"agreed_notice_months": -1}, "agreed_notice_months"),
        ({"agreed_notice_months": "1.5"}, "agreed_notice_months"),
        ({"agreed_notice_months": 25}, "agreed_notice_months"),
        ({"agreed_notice_months": 3, "contract": "CDD", "term_on": "2026-12-31"}, "agreed_notice_months"),
        ({"agreed_severance": "-1"}, "agreed_severance"),
        ({"agreed_severance": "1e30"}, "agreed_severance"),
        ({"agreed_severance": "1", "contract": "CDD", "term_on": "2026-12-31"}, "agreed_severance"),
        ({"notice_suspended": [AWAY]}, "notice_suspended"),
        ({"notice_suspended": "x", "notified_on": "2026-05-31"}, "notice_suspended"),
        (
            {"notice_suspended": [{**AWAY, "cause": "sickness"}], "notified_on": "2026-05-31"},
            "notice_suspended[1].cause",
        ),
        (
            {"notice_suspended": [{**AWAY, "last": "2026-06-09"}], "notified_on": "2026-05-31"},
            "notice_suspended[1].last",
        ),
        ({"notice_suspended": [{"cause": "childbirth"}], "notified_on": "2026-05-31"}, "notice_suspended[1].first"),
        ({"notice_suspended": [AWAY, AWAY], "notified_on": "2026-05-31"}, "notice_suspended[2].first"),
        ({"reason": "retirement", "pension": True}, "born_on"),
        ({"reason": "retirement", "born_on": "1960-01-01"}, "pension"),
        ({"reason": "retirement", "born_on": "2021-01-01", "pension": True}, "hired_on"),
        ({"pension": "no"}, "pension"),
        ({"born_on": "1960-02-30"}, "born_on"),
    ],
)
def test_refused_by_the_name_of_its_field(facts: dict[str, object], field: str) -> None:
    with pytest.raises(BadFacts) as caught:
        answer(**facts)
    assert caught.value.field == field
    assert all(field in in_language(caught.value.sentence, language) for language in ("fr", "ar", "en"))


@given(st.integers(-40, 120), st.integers(0, 120), st.integers(0, 90), st.integers(0, 3000))
@settings(max_examples=150, deadline=None)
def test_a_suspension_never_gives_less_nor_more_than_the_notice(after: int, days: int, gone: int, years: int) -> None:
    notified = date(2026, 3, 2)
    told = {"hired_on": date(2026, 3, 1) - timedelta(days=years), "left_on": notified + timedelta(days=gone)}
    first = notified + timedelta(days=after)
    away = [{"cause": "work_incapacity", "first": str(first), "last": str(first + timedelta(days=days))}]
    plain = read_facts({**FACTS, **told, "notified_on": notified})
    stopped = read_facts({**FACTS, **told, "notified_on": notified, "notice_suspended": away})
    assert _days(plain) <= _days(stopped) <= _whole(plain)


def _days(facts: Facts) -> int:
    part = unserved(facts, due_length(facts, service(facts.hired_on, facts.left_on)))
    return part.months * 31 + part.days


def _whole(facts: Facts) -> int:
    due = due_length(facts, service(facts.hired_on, facts.left_on))
    return due.months * 31 + due.days


@pytest.mark.parametrize(("notified", "start"), [("2026-06-10", "2026-06-10"), ("2026-07-10", "2026-06-30")])
def test_ninety_days_are_counted_from_the_earlier_of_letter_and_last_day(notified: str, start: str) -> None:
    found = clocks(Case(read_facts({**FACTS, "notified_on": notified})))
    (ninety,) = (one for one in found if one.rule is Rule.ACTION_AFTER_DISMISSAL)
    assert ninety.start.isoformat() == start


def test_bonuses_come_out_of_the_mean_as_out_of_the_pay() -> None:
    facts = without_bonuses(read_facts({**FACTS, "mean_gross": "6000"}), Decimal(1000))
    assert (facts.monthly_gross, facts.mean_gross) == (Decimal(4000), Decimal("4800.00"))
