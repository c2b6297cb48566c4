"""Worked examples of every chapter: each with its article, where its figure comes from, and its hand computation."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tests.law.asking import ASK, BY_RULE, plain
from union.languages.saying import answer_in_language
from union.languages.translated import LANGUAGES
from union.law.checking.findings import DEFECTS, Finding
from union.law.sources.articles import ARTICLES

FOLDER = Path(__file__).parent / "examples" / "chapters"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['rule']}: {case['name']}")
    for file in sorted(FOLDER.glob("*.json"))
    for case in json.loads(file.read_text("utf-8"))
]


def by_hand(expression: str, *, money: bool) -> str:
    """The hand computation: exact fractions rounded once, half up; or a day and a number of days."""
    if found := re.fullmatch(r"(\d{4}-\d{2}-\d{2}) \+ (\d+)", expression):
        return (date.fromisoformat(found[1]) + timedelta(days=int(found[2]))).isoformat()
    assert re.fullmatch(r"[0-9.+*/() -]+", expression)
    exact = eval(
        re.sub(r"\d+(?:\.\d+)?", lambda number: f"Fraction('{number[0]}')", expression), {"Fraction": Fraction}
    )
    scaled = Decimal(exact.numerator) / Decimal(exact.denominator)
    return str(scaled.quantize(Decimal("0.01"), ROUND_HALF_UP)) if money else plain(scaled)


@pytest.mark.parametrize("case", CASES)
def test_example(case: dict) -> None:
    assert case["source"]
    assert case["article"] in ARTICLES
    expect = dict(case["expect"])
    asked, facts = case["call"], case["facts"]
    answer = BY_RULE[asked](facts, case["rule"]) if asked in BY_RULE else ASK[asked](facts)
    hand = expect.pop("hand", None)
    if hand and (kept := expect.get("value") or expect.get("legal_on")):
        assert by_hand(hand, money="." in kept and len(kept.split(".")[1]) == 2) == kept, (
            "the file disagrees with itself"
        )
    if "check" in expect:
        finding = answer[expect.pop("check")]
        assert str(finding.state) == expect.pop("state")
        says_it_all(finding)
    if "owed" in expect:
        owed = expect.pop("owed")
        assert {code: answer["owed"][code] for code in owed} == owed
    for name, expected in expect.items():
        assert answer[name] == expected, name
    for figure in answer.get("figures", []):
        for language in LANGUAGES:
            said = answer_in_language(figure.as_json(), language)
            assert all(said[key] for key in ("formula", "working", "article", "status", "versions"))
            assert "{" not in str(said["working"])


def says_it_all(finding: Finding) -> None:
    """A defect has its fault, its consequence and its articles; one that can be claimed its paragraph in both
    languages."""
    shown = answer_in_language(finding.as_json(), "fr")
    assert bool(finding.defect or finding.warning) is (finding.state in DEFECTS)
    assert ("letter" in shown) is (finding.claimed or finding.warning)
    for language in LANGUAGES:
        said = answer_in_language(finding.as_json(), language)
        assert all(said[key] for key in ("question", "article", "status"))
    if "letter" in shown:
        letter = shown["letter"]
        assert isinstance(letter, dict)
        figures = {language: Counter(re.findall(r"\d+", text)) for language, text in letter.items()}
        assert figures["fr"] == figures["ar"], "the numbers of the two letters differ"


def test_there_are_enough_of_them() -> None:
    older = sum(len(json.loads(file.read_text("utf-8"))) for file in FOLDER.parent.glob("*.json"))
    assert len(CASES) + older >= 1_000
    assert len({case.values[0]["rule"] for case in CASES}) >= 90
