"""Periods, holidays, protection, receipts and next steps: the dates that people act on."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from union.languages.saying import in_language
from union.law.dates.calendar import (
    ANNOUNCED,
    EXPECTED,
    fixed_holidays,
    holiday,
    is_working_day,
    next_working_day,
    post_by,
    safe_on,
)
from union.law.dates.deadlines import Rule, deadline
from union.law.dates.periods import PERIODS, Count
from union.law.ending.protection import Held, Office, protection
from union.law.entitlement import entitlement
from union.law.facts import Mandate, read_facts
from union.law.figures import Figure
from union.law.next_steps import NOTHING_KNOWN, Harm, Known, Paper, Problem, next_act
from union.law.paths.declared import ACTS, Who
from union.law.pay.holidays_worked import NotPaid, worked
from union.law.settling.settlement import receipt_flags, scenario_shortfall, shortfall
from union.law.sources.articles import ARTICLES, cite

DAYS = st.dates(date(2015, 1, 1), date(2029, 12, 31))


@pytest.mark.parametrize(
    ("rule", "start", "legal", "safe", "reserve"),
    [
        ("action_after_dismissal", "2026-05-18", "2026-08-16", "2026-08-13", "2026-08-17"),
        ("action_after_dismissal", "2026-03-02", "2026-05-31", "2026-05-29", "2026-06-01"),
        ("receipt_denunciation", "2026-05-04", "2026-07-03", "2026-07-03", "2026-07-06"),
        ("appeal", "2026-03-02", "2026-04-02", "2026-04-02", "2026-04-02"),
        ("strike_notice", "2026-09-01", "2026-09-07", "2026-09-07", None),
        ("strike_notice_national", "2026-09-01", "2026-09-09", "2026-09-09", None),
        ("strike_claims", "2026-09-01", "2026-09-17", "2026-09-17", None),
        ("strike_notice", "2026-10-25", "2026-10-31", "2026-11-02", None),
        ("union_information", "2026-03-31", "2026-02-28", "2026-02-27", None),
        ("collective_authorisation", "2026-01-15", "2026-03-15", "2026-03-13", None),
        ("collective_authorisation", "2025-12-31", "2026-02-28", "2026-02-27", None),
        ("wage_claims", "2024-02-01", "2026-01-31", "2026-01-30", "2026-02-02"),
        ("wage_claims", "2024-03-04", "2026-03-04", "2026-03-04", "2026-03-05"),
        ("disciplinary_hearing", "2026-06-01", "2026-06-09", "2026-06-09", None),
        ("work_certificate", "2026-06-30", "2026-07-08", "2026-07-08", None),
        ("delegate_answer", "2026-06-01", "2026-06-07", "2026-06-05", None),
        ("accident_declaration", "2026-06-01", "2026-06-06", "2026-06-05", None),
        ("ipe_claim", "2026-06-30", "2026-08-29", "2026-08-28", "2026-08-31"),
        ("pregnancy_certificate", "2026-06-01", "2026-06-16", "2026-06-16", "2026-06-17"),
    ],
)
def test_dates(rule: str, start: str, legal: str, safe: str, reserve: str | None) -> None:
    found = deadline(rule, date.fromisoformat(start))
    assert (str(found.legal_on), str(found.safe_on)) == (legal, safe)
    assert (found.reserve_on and str(found.reserve_on)) == reserve


def test_post_three_working_days_before_the_safe_date() -> None:
    assert deadline("receipt_denunciation", date(2026, 5, 4)).post_by == date(2026, 6, 30)
    assert post_by(date(2026, 8, 17)) == date(2026, 8, 11)  # 14 August is a holiday
    assert deadline("action_after_dismissal", date(2026, 5, 4)).post_by is None


def test_forty_eight_hours_to_the_hour_and_without_it() -> None:
    known = deadline(Rule.ACCIDENT_REPORT, date(2026, 6, 1), time(9, 30))
    assert known.ends_at == datetime(2026, 6, 3, 9, 30)
    assert known.safe_on == date(2026, 6, 3)
    assert "09:30" in in_language(known.because, "fr")
    assert in_language(known.because, "en").startswith("48 hours")
    unknown = deadline(Rule.ACCIDENT_REPORT, date(2026, 6, 1))
    assert (unknown.legal_on, unknown.safe_on, unknown.ends_at) == (date(2026, 6, 3), date(2026, 6, 2), None)
    assert deadline(Rule.ACCIDENT_REPORT, date(2026, 6, 6)).safe_on == date(2026, 6, 6)  # a Saturday: the same day


def test_a_holiday_entered_by_a_person_moves_the_safe_date() -> None:
    announced = {date(2026, 5, 29): "عيد الأضحى"}
    found = deadline("action_after_dismissal", date(2026, 3, 2), announced=announced)
    assert found.safe_on == date(2026, 5, 28)
    assert "عيد الأضحى" in in_language(found.because, "ar")


@given(st.sampled_from(Rule), DAYS)
def test_the_safe_date_is_a_working_day_on_the_right_side(rule: Rule, start: date) -> None:
    found = deadline(rule, start)
    if found.period.count is Count.EARLIEST:
        assert start < found.legal_on <= found.safe_on
    else:
        assert found.safe_on <= found.legal_on
        assert is_working_day(found.safe_on) or found.safe_on == start
    if found.reserve_on:
        assert found.reserve_on >= found.legal_on
        assert bool(found.reserve) is (found.reserve_on > found.legal_on)
    if found.post_by:
        assert start <= found.post_by <= found.safe_on
    for said in (found.because, found.act, found.article):
        assert in_language(said, "fr")
        assert in_language(said, "ar")
        assert in_language(said, "en")
        assert "{" not in in_language(said, "fr") + in_language(said, "ar") + in_language(said, "en")
    assert "avant de a" not in in_language(found.because, "fr")


def test_nothing_is_ever_lost() -> None:
    for rule in (Rule.ACTION_AFTER_DISMISSAL, Rule.RECEIPT_DENUNCIATION, Rule.WAGE_CLAIMS):
        remains = deadline(rule, date(2026, 1, 5)).remains
        assert remains
    after = deadline(Rule.ACTION_AFTER_DISMISSAL, date(2026, 1, 5)).remains
    assert after
    assert "968/5/1/2006" in in_language(after, "fr")
    assert "\u2066968/5/1/2006\u2069" in in_language(after, "ar")


def test_paid_holidays_by_version_of_the_decree() -> None:
    assert len(fixed_holidays(2023)) == 8
    assert holiday(date(2023, 1, 14)) is None
    assert holiday(date(2024, 1, 14))
    assert holiday(date(2025, 10, 31)) is None
    assert holiday(date(2026, 10, 31))
    assert holiday(date(2026, 1, 1)) is None  # not in the decree
    assert len(fixed_holidays(2026)) == 10


@given(DAYS)
def test_working_days_around_a_day(day: date) -> None:
    assert is_working_day(safe_on(day))
    assert is_working_day(next_working_day(day))
    assert safe_on(day) <= day <= next_working_day(day)
    assert (day - safe_on(day)) <= timedelta(days=5)


@pytest.mark.parametrize(
    ("office", "until", "on", "standing"),
    [
        (Office.DELEGATE_FULL, None, "2026-05-01", Mandate.IN_OFFICE),
        (Office.DELEGATE_ALTERNATE, "2026-05-01", "2026-05-01", Mandate.IN_OFFICE),
        (Office.DELEGATE_FULL, "2026-01-31", "2026-02-01", Mandate.FORMER),
        (Office.DELEGATE_FULL, "2026-01-31", "2026-07-31", Mandate.FORMER),
        (Office.DELEGATE_FULL, "2026-01-31", "2026-08-01", Mandate.NONE),
        (Office.UNION_REPRESENTATIVE, None, "2026-05-01", Mandate.IN_OFFICE),
        (Office.CANDIDATE, None, "2026-05-01", Mandate.CANDIDATE),
        (Office.CANDIDATE, "2026-02-10", "2026-05-10", Mandate.CANDIDATE),
        (Office.CANDIDATE, "2026-02-10", "2026-05-11", Mandate.NONE),
        (Office.DELEGATE_FULL, None, "2020-05-31", Mandate.NONE),
    ],
)
def test_protection_by_dates(office: Office, until: str | None, on: str, standing: Mandate) -> None:
    held = Held(office, date(2020, 6, 1), date.fromisoformat(until) if until else None)
    found = protection([held], date.fromisoformat(on))
    assert found.standing is standing
    assert found.doubled is (standing is Mandate.IN_OFFICE)
    assert found.needs_approval is (standing is not Mandate.NONE)
    assert in_language(found.sentence, "ar")
    assert in_language(found.article, "fr")


def test_the_strongest_protection_wins() -> None:
    former = Held(Office.DELEGATE_FULL, date(2020, 1, 1), date(2026, 1, 31))
    again = Held(Office.UNION_REPRESENTATIVE, date(2026, 2, 1))
    assert protection([again, former], date(2026, 3, 1)).standing is Mandate.IN_OFFICE
    assert "ct 472" in protection([former, again], date(2026, 3, 1)).articles


@pytest.mark.parametrize("problem", Problem)
@pytest.mark.parametrize("paper", Paper)
def test_every_grievance_has_a_next_step_that_says_what_who_and_why(problem: Problem, paper: Paper) -> None:
    steps = next_act(problem, paper, date(2026, 5, 18), date(2026, 5, 20))
    assert steps
    assert len({step.code for step in steps}) == len(steps)
    dated = [step.by.safe_on for step in steps if step.by]
    assert dated == sorted(dated)
    for step in steps:
        assert step.who in ("delegate", "organiser", "legal")
        assert in_language(step.what, "ar")
        assert in_language(step.article, "fr")


def test_the_badge_stopped_without_a_paper_starts_the_ninety_days() -> None:
    steps = {step.code: step for step in next_act("discipline", "none", date(2026, 5, 18), date(2026, 5, 20))}
    assert steps["go_to_court"].by
    assert steps["go_to_court"].by.safe_on == date(2026, 8, 13)
    assert "date_the_stop" in steps
    stopped_pay = next_act("pay", "none", date(2026, 5, 18), date(2026, 5, 20), stopped=True)
    assert "go_to_court" in {step.code for step in stopped_pay}
    assert "go_to_court" not in {step.code for step in next_act("pay", "none", None, date(2026, 5, 20))}


def test_a_receipt_a_summons_and_an_accident_each_start_their_own_clock() -> None:
    def clocks(kind: str, paper: str, known: Known = NOTHING_KNOWN) -> set[Rule]:
        found = next_act(kind, paper, date(2026, 5, 18), date(2026, 5, 20), known=known)
        return {step.by.rule for step in found if step.by}

    assert Rule.RECEIPT_DENUNCIATION in clocks("pay", "receipt")
    assert Rule.DISCIPLINARY_HEARING in clocks("discipline", "hearing_summons")
    accident = Known(harm=Harm.ACCIDENT, agreed=True)
    assert {Rule.ACCIDENT_REPORT, Rule.ACCIDENT_DECLARATION} <= clocks("health", "none", accident)


def test_a_protected_person_begins_with_the_inspector() -> None:
    assert (
        next_act("transfer", "other", date(2026, 5, 18), date(2026, 5, 20), protected=True)[0].code
        == "inspector_approval"
    )


def test_every_act_and_period_cites_articles_that_exist() -> None:
    for act in ACTS.values():
        said, articles = act.what, act.articles
        assert act.who in Who
        assert len({in_language(said, language) for language in ("fr", "ar", "en")}) == 3
        assert cite(articles)
    assert set(PERIODS) == set(Rule)
    assert all(key in ARTICLES for period in PERIODS.values() for key in period.articles)


def test_a_paper_signed_in_november_for_an_exit_in_december() -> None:
    flags = {flag.code for flag in receipt_flags(date(2026, 11, 20), date(2026, 12, 31), paid_on=date(2027, 1, 5))}
    assert flags == {"signed_early", "signed_before_payment", "no_inspector"}
    bare = receipt_flags(None, date(2026, 12, 31), itemised=False, sixty_days_stated=False, copy_handed_over=False)
    assert {"undated", "no_items", "no_sixty_days", "one_copy"} <= {flag.code for flag in bare}
    final = receipt_flags(
        date(2026, 12, 31), date(2026, 12, 31), countersigned_by_inspector=True, signatures_legalised=True
    )
    assert [flag.code for flag in final] == ["final"]
    assert all(in_language(flag.sentence, "ar") and in_language(flag.article, "fr") for flag in bare)


def test_shortfall_of_an_offer() -> None:
    facts = {"hired_on": "2020-07-01", "left_on": "2026-06-30", "monthly_gross": "5000", "category": "employee"}
    owed = entitlement(read_facts({**facts, "contract": "CDI", "reason": "negotiated", "leave_days_due": 9}))
    assert owed.minimum == Decimal("16335.08") + Decimal("10000.00") + Decimal("1730.77")
    assert shortfall(owed, Decimal(20000)) == Decimal("8065.85")
    assert shortfall(owed, Decimal(50000)) == Decimal("0.00")
    assert scenario_shortfall(owed, Decimal(20000)) == Decimal("53065.85")


def test_a_feast_that_is_only_expected_pays_no_holiday() -> None:
    feast = date(2026, 5, 27)
    assert isinstance(worked(feast, Decimal(5200), announced={feast: EXPECTED}), NotPaid)
    assert isinstance(worked(feast, Decimal(5200), announced={feast: ANNOUNCED}), Figure)
    assert safe_on(feast, {feast: EXPECTED}) == date(2026, 5, 26)
