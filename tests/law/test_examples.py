"""Worked examples: each figure with its article and where it comes from, and each impossible fact with its field."""

import json
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from union.languages.saying import in_language
from union.law.entitlement import entitlement
from union.law.facts import BadFacts, read_facts
from union.law.result import OWED
from union.law.sources.source import Status

FOLDER = Path(__file__).parent / "examples"
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['name']}")
    for file in sorted(FOLDER.glob("*.json"))
    if file.stem != "refused"
    for case in json.loads(file.read_text("utf-8"))
]
REFUSED = [pytest.param(case, id=case["name"]) for case in json.loads((FOLDER / "refused.json").read_text("utf-8"))]


def by_hand(expression: str) -> str:
    """The hand computation worked in exact fractions, rounded once, half up."""
    assert re.fullmatch(r"[0-9.+*/() ]+", expression)
    exact = eval(re.sub(r"\d+(?:\.\d+)?", lambda found: f"Fraction('{found[0]}')", expression), {"Fraction": Fraction})
    scaled = Decimal(exact.numerator) / Decimal(exact.denominator)
    return str(scaled.quantize(Decimal("0.01"), ROUND_HALF_UP))


@pytest.mark.parametrize("case", CASES)
def test_figure(case: dict) -> None:
    assert case["source"]
    assert case["article"]
    found = entitlement(read_facts(case["facts"]))
    for code, other in case.get("readings", {}).items():
        assert other["amount"] == by_hand(other["hand"]), "the file disagrees with its own hand computation"
        said = {line.alternative: line for line in found.alternatives if line.code == code}
        assert str(said[other["reading"]].amount) == other["amount"], code
        assert said[other["reading"]].status is Status.UNVERIFIED
    answer = found.as_json()
    amounts = {line["code"]: line["amount"] for line in answer["lines"]}
    for code, expected in case["expect"].items():
        assert expected["amount"] == by_hand(expected["hand"]), "the file disagrees with its own hand computation"
        assert amounts.get(code) == expected["amount"], code
    refused = {item["code"] for item in answer["not_due"]}
    assert set(case["not_due"]) <= refused
    assert sorted([*amounts, *refused]) == sorted(OWED)


@pytest.mark.parametrize("case", REFUSED)
def test_refused_by_the_name_of_its_field(case: dict) -> None:
    with pytest.raises(BadFacts) as caught:
        entitlement(read_facts(case["facts"]))
    refusal = caught.value
    assert refusal.field == case["field"]
    for language in ("fr", "ar", "en"):
        said = in_language(refusal.sentence, language)
        assert case["field"] in said
        assert said.endswith(".")
        assert "\n" not in said


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 150
    assert len(REFUSED) >= 60
