"""An old case's answer never changes: not when a rate is added, not when a chapter is."""

import json
from datetime import date
from decimal import Decimal

import pytest

from tests.law.golden import FILE, answer, cases, one_case_a_line
from union.law.terms import rates

KEPT = json.loads(FILE.read_text("utf-8"))
CASES = [pytest.param(case, id=f"{case['file']}: {case['name']}") for case in cases()]


@pytest.mark.parametrize("case", CASES)
def test_an_old_case_answers_as_it_did(case: dict) -> None:
    assert answer(case["facts"]) == KEPT[f"{case['file']}: {case['name']}"]


def test_every_kept_answer_still_has_its_case() -> None:
    assert len(KEPT) == len(CASES)


def test_the_kept_answers_stand_one_a_line() -> None:
    assert FILE.read_text("utf-8") == one_case_a_line(KEPT)


def test_a_rate_added_later_changes_no_old_case(monkeypatch: pytest.MonkeyPatch) -> None:
    later = rates.Smig(date(2028, 1, 1), Decimal("18.80"), "a later decree")
    monkeypatch.setattr(rates, "SMIG", (*rates.SMIG, later))
    monkeypatch.setattr(rates, "_STARTS", [step.since for step in rates.SMIG])
    assert rates.smig(date(2028, 6, 1)) == later
    for case in cases():
        if case["facts"]["left_on"] < "2028-01-01":
            kept = KEPT[f"{case['file']}: {case['name']}"]
            found = answer(case["facts"])
            assert (found["lines"], found["rates"]) == (kept["lines"], kept["rates"])
