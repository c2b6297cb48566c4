"""One person's whole file: payslips, leave, overtime and holidays beside the departure, and what is refused of them."""

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.law.coverage import BESIDE as LISTED
from tests.law.test_command import ask
from union.languages.saying import answer_in_language, in_language
from union.law.differing.spread import spread
from union.law.dossier import read_dossier
from union.law.dossier_facts import BESIDE
from union.law.entitlement import entitlement
from union.law.facts import BadFacts, read_facts

FACTS = {
    "category": "employee",
    "contract": "CDI",
    "reason": "abusive",
    "monthly_gross": "5000",
    "hired_on": "2020-07-01",
    "left_on": "2026-06-30",
}
YEAR = [f"{2025 + (month > 12)}-{(month - 1) % 12 + 1:02}-01" for month in range(7, 19)]


def slip(first: str, amount: str = "4000", **more: object) -> dict[str, object]:
    return {"first": first, "elements": [{"kind": "base", "amount": amount}], **more}


def shown(**told: object) -> dict[str, Any]:
    return answer_in_language(read_dossier({**FACTS, **told}).as_json(), "en")


def lines(answer: dict[str, Any]) -> dict[str, str]:
    return {one["code"]: one["amount"] for one in answer["lines"]}


def test_a_departure_alone_answers_as_it_did() -> None:
    assert shown() == answer_in_language(entitlement(read_facts(FACTS)).as_json(), "en")
    assert "beside" not in shown(claimed_on="2026-06-30")
    assert set(LISTED) == set(BESIDE)


def test_twelve_payslips_give_the_mean_that_severance_is_counted_on() -> None:
    raised = [slip(first, "4000" if at < 6 else "5000") for at, first in enumerate(YEAR)]
    answer = shown(months=raised)
    assert answer["beside"]["mean"][0]["value"] == "4500.00"
    assert "mean_months_not_told" not in answer["beside"]
    assert shown(months=raised[1:])["beside"]["mean_months_not_told"] == ["2025-07-01"]
    assert "mean_months_not_told" not in shown(months=raised[2:], hired_on="2025-08-02")["beside"]
    assert shown(months=raised[3:], hired_on="2025-08-02")["beside"]["mean_months_not_told"] == ["2025-09-01"]
    assert shown(months=raised[2:], hired_on="2025-08-01")["beside"]["mean_months_not_told"] == ["2025-08-01"]
    assert lines(answer)["severance"] == "14701.57"  # 624 h × 4,500 / 191
    assert lines(answer)["notice"] == "10000.00"
    assert "two_bases" in {one["code"] for one in answer["assumptions"]}


def test_months_under_the_minimum_wage_are_marked_one_by_one() -> None:
    told = [slip("2024-03-01", "3000"), slip("2024-06-01", "3000"), slip("2026-05-01", "3000"), slip("2026-04-01")]
    answer = shown(months=told, claimed_on="2026-06-30")["beside"]
    found = {one["on"]: (one["value"], one["limitation"], one["legal_on"]) for one in answer["smig_arrears"]}
    assert found == {
        "2024-03-01": ("111.39", "past", "2026-03-31"),
        "2024-06-01": ("111.39", "soon", "2026-06-30"),
        "2026-05-01": ("422.72", "running", "2028-05-30"),
    }
    alive = [Decimal(one["value"]) for one in answer["seniority_bonus"] if one["limitation"] != "past"]
    assert Decimal(answer["claimable"]) == sum(alive) + Decimal("111.39") + Decimal("422.72")


def test_part_time_a_lowered_month_and_overtime_are_not_taken_for_low_pay() -> None:
    part = slip("2026-05-01", "1702.40", hours="95")
    sick = slip("2026-04-01", "900", unpaid="sickness")
    assert "smig_arrears" not in shown(months=[part, sick])["beside"]
    extra = {"first": "2026-05-01", "elements": [{"kind": kind, "amount": "1711.36"} for kind in ("base", "overtime")]}
    assert shown(months=[extra])["beside"]["smig_arrears"][0]["value"] == "1711.36"


def test_the_seniority_bonus_counts_what_was_paid_of_it_and_leaves_commissions_out() -> None:
    parts = [("base", "5000"), ("seniority", "200"), ("seniority", "50"), ("refund", "900")]
    paid = {"first": "2026-05-01", "elements": [{"kind": kind, "amount": amount} for kind, amount in parts]}
    commission = {"first": "2026-04-01", "elements": [{"kind": "commission", "amount": "9000"}]}
    answer = shown(months=[paid, commission])["beside"]
    assert [(one["on"], one["value"]) for one in answer["seniority_bonus"]] == [("2026-05-01", "250.00")]
    assert answer["bonus_by_commission"] == ["2026-04-01"]


def test_leave_taken_gives_the_days_left() -> None:
    answer = shown(leave={"taken": "12", "before": ["18"]})
    assert lines(answer)["leave"] == "1730.77"  # 12 × 1.5 + 1.5 - 12 and 12 × 1.5 + 1.5 - 18: 9 × 5,000 / 26
    assert {one["code"] for one in answer["beside"]["leave"]} == {"leave_year_whole"}


def test_overtime_and_holidays_that_were_not_paid() -> None:
    hours = [{"month": "2026-05-01", "day": "4", "rest_night": "2"}, {"month": "2026-04-01", "night": 1, "rate": 20}]
    days = [{"on": "2026-05-01"}, {"on": "2026-05-27"}, {"on": "2026-01-01"}, {"on": "2026-05-28", "kind": "tips"}]
    answer = shown(overtime=hours, holidays=days, announced=["2026-05-27", "2026-05-28"])["beside"]
    assert [one["value"] for one in answer["overtime"]] == ["130.89", "104.71", "30.00"]
    assert [one["value"] for one in answer["holidays"]] == ["192.31", "192.31", "1"]
    assert [one["on"] for one in answer["holidays_not_paid"]] == ["2026-01-01"]
    assert answer["claimable"] == "650.22"  # a day of rest is no dirham


def test_absences_that_are_no_work_lower_the_years_and_the_other_reading_stands_beside() -> None:
    away = {"first": "2025-01-01", "last": "2025-12-31"}
    found = {kind: shown(absences=[{"kind": kind, **away}])["beside"] for kind in ("unjustified", "sickness")}
    years = {"started": 5, "employers_reading": 5, "not_deducted": 6}
    assert found["unjustified"]["effective_years"] == years
    assert found["sickness"]["effective_years"] == {"started": 6, "employers_reading": 6, "not_deducted": 6}


def test_forty_days_of_unjustified_absence_give_nine_thousand_and_the_twelve_thousand_are_a_reading() -> None:
    told = {**FACTS, "monthly_gross": "6000", "hired_on": "2023-01-01", "left_on": "2026-01-20", "unjustified_days": 40}
    answer = answer_in_language(read_dossier(told).as_json(), "en")
    assert lines(answer)["severance"] == "9047.12"
    assert "54" in next(one["article"] for one in answer["lines"] if one["code"] == "severance")
    (other,) = [one for one in answer["alternatives"] if one["amount"] == "12062.83"]
    assert (other["code"], other["status"]) == ("severance", "UNVERIFIED")
    assert "absences_deducted" in {one["code"] for one in answer["assumptions"]}
    ends = spread(read_facts(told))
    severance = next(one for one in ends.spans if one.code == "severance")
    assert severance.low
    assert severance.high
    assert [str(one.amount) for one in (severance.low, severance.high)] == ["8881.88", "12062.83"]


def test_slips_with_gaps_are_named_and_their_mean_feeds_nothing() -> None:
    told = {"hired_on": "2023-01-01", "left_on": "2026-03-31"}
    for language, named in (("fr", "avril 2025 – février 2026"), ("ar", "فبراير"), ("en", "April 2025 – February")):
        answer = answer_in_language(
            read_dossier({**FACTS, **told, "months": [slip("2026-03-01", "9000")]}).as_json(), language
        )
        assert lines(answer)["severance"] == "10052.36"
        (said,) = [one["sentence"] for one in answer["assumptions"] if one["code"] == "mean_incomplete"]
        assert named in said
        (mean,) = answer["beside"]["mean"]
        assert (mean["code"], mean["value"], mean["status"]) == ("mean_partial", "9000.00", "VERIFIED")


def test_days_not_declared_are_named() -> None:
    answer = shown(months=[slip("2026-05-01", days_worked=26, days_declared=20)])["beside"]
    assert answer["days_undeclared"][0]["value"] == "6"


def test_hours_off_to_look_for_work_in_the_notice_served() -> None:
    told = {"notified_on": "2026-05-31", "job_search": {"refused": "10"}}
    answer = shown(**told)["beside"]
    assert answer["job_search"][0]["value"] == "30"  # the notice of two months, of which June was served
    assert answer["job_search_refused"][0]["value"] == "261.78"
    assert shown(**told | {"job_search": {"far": True}})["beside"]["job_search"][0]["value"] == "40"
    short = {"hired_on": "2026-01-01", "notified_on": "2026-06-10", "job_search": {}}
    assert shown(**short)["beside"]["job_search"][0]["value"] == "12"  # the eight days: 11, 12, 15 to 18 June


BAD = [
    ({"job_search": {}}, "job_search"),
    ({"job_search": 5, "notified_on": "2026-05-31"}, "job_search"),
    ({"job_search": {"days_a_week": 8}, "notified_on": "2026-05-31"}, "job_search.days_a_week"),
    ({"job_search": {"days_a_week": 0}, "notified_on": "2026-05-31"}, "job_search.days_a_week"),
    ({"job_search": {"refused": 31}, "notified_on": "2026-05-31"}, "job_search.refused"),
    ({"months": "x"}, "months"),
    ({"months": [slip("2026-05-02")]}, "months[1].first"),
    ({"months": [slip("2026-05-01"), slip("2026-05-01")]}, "months[2].first"),
    ({"months": [{"first": "2026-05-01"}]}, "months[1].elements"),
    ({"months": [slip("2026-05-01", "-1")]}, "months[1].elements[1].amount"),
    ({"months": [slip("2026-05-01", "NaN")]}, "months[1].elements[1].amount"),
    ({"months": [{"first": "2026-05-01", "elements": [{"kind": "gold", "amount": 1}]}]}, "months[1].elements[1].kind"),
    ({"months": [slip("2026-05-01", net=1)]}, "months[1].net"),
    ({"months": [slip("2026-05-01", days_worked="1.5")]}, "months[1].days_worked"),
    ({"months": [slip(first) for first in YEAR], "mean_gross": "5000"}, "mean_gross"),
    ({"months": [slip("2014-05-01")]}, "months[1].first"),
    ({"leave": []}, "leave"),
    ({"leave": {"taken": "-1"}}, "leave.taken"),
    ({"leave": {"before": "x"}}, "leave.before"),
    ({"leave": {"before": [1, "y"]}}, "leave.before[2]"),
    ({"leave": {"taken": 1}, "leave_days_due": 3}, "leave_days_due"),
    ({"overtime": [{"month": "2026-05-01"}]}, "overtime[1].day"),
    ({"overtime": [{"day": 1}]}, "overtime[1].month"),
    ({"holidays": [{"on": "2026-02-30"}]}, "holidays[1].on"),
    ({"holidays": [{"on": "2026-05-01", "kind": "party"}]}, "holidays[1].kind"),
    ({"unjustified_days": -1}, "unjustified_days"),
    ({"unjustified_days": "1.5"}, "unjustified_days"),
    ({"unjustified_days": 2191}, "unjustified_days"),
    (
        {"unjustified_days": 3, "absences": [{"kind": "unjustified", "first": "2026-05-02", "last": "2026-05-03"}]},
        "unjustified_days",
    ),
    ({"announced": "2026-05-27"}, "announced"),
    ({"announced": ["2026-05-27", 5]}, "announced[2]"),
    ({"absences": [{"kind": "sickness", "first": "2026-05-02", "last": "2026-05-01"}]}, "absences[1].last"),
    ({"claimed_on": "soon"}, "claimed_on"),
    ({"slips": []}, "slips"),
]


@pytest.mark.parametrize(("told", "field"), BAD, ids=[field for _, field in BAD])
def test_refused_by_the_name_of_its_field(told: dict[str, object], field: str) -> None:
    with pytest.raises(BadFacts) as caught:
        shown(**told)
    assert caught.value.field == field
    assert all(field in in_language(caught.value.sentence, language) for language in ("fr", "ar", "en"))
    answer = ask("entitlement", "-", text=json.dumps({**FACTS, **told}))
    assert (answer.exit_code, answer.stdout, answer.stderr.count("\n")) == (1, "", 1)


def test_the_command_takes_the_whole_file_in_three_languages() -> None:
    months = [slip(first, "3000") for first in YEAR]
    told = json.dumps({**FACTS, "months": months, "leave": {"taken": 3}, "claimed_on": "2026-07-31"})
    for language in ("fr", "ar", "en"):
        answer = json.loads(ask("entitlement", "-", "--language", language, text=told).stdout)
        assert len(answer["beside"]["smig_arrears"]) == 12
        assert all(one["article"] and one["working"] for one in answer["beside"]["smig_arrears"])
        assert "{" not in str([one["working"] for one in answer["beside"]["mean"]])
