"""What nothing settles is nowhere a certainty, and what a secondary source says names it: each rule by its status."""

import json
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pytest

from tests.law.asking import ASK
from tests.law.test_coverage import MODULES
from union.law.dates.periods import PERIODS, Rule
from union.law.entitlement import entitlement
from union.law.facts import read_facts
from union.law.figures import Figure, total
from union.law.pay.rates import LATEST
from union.law.procedure.checks import Answer, Kind
from union.law.procedure.consequences import CONSEQUENCES
from union.law.procedure.findings import Check, Finding, State
from union.law.sentences.paragraphs import UNSETTLED
from union.law.sentences.wording import case
from union.law.sources.rulebook import CHAPTERS
from union.law.sources.source import LANGUAGES, Status

EXAMPLES = Path(__file__).parent / "examples"
CHECKS = {
    one.key: one
    for module in MODULES
    for table in vars(module).values()
    if isinstance(table, dict) and table and isinstance(next(iter(table.values())), Check)
    for one in table.values()
}
DEPARTURES = [
    one["facts"]
    for file in sorted(EXAMPLES.glob("*.json"))
    if file.stem != "refused"
    for one in json.loads(file.read_text("utf-8"))
]


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_a_step_that_was_missed_says_how_sure_it_is(check: Check) -> None:
    found = Finding(check, State.NOT_DONE)
    answer = Answer(Kind.PLAN, LATEST, (found,))
    unsettled = check.status is Status.UNVERIFIED
    assert (found.defect, found.warning) == (not unsettled, unsettled)
    assert not (unsettled and found.claimed)
    follows = CONSEQUENCES[check.consequence].head
    for language in LANGUAGES:
        said, text = found.letter.say(language), "\n".join(answer.as_text(language))
        assert said.startswith(UNSETTLED.say(language)) is unsettled
        assert said in text
        assert "VERIFIED" not in text  # the words of the label, never its code
        for head in (check, follows):
            if head.status is Status.VERIFIED_2:
                assert head.case
                assert case(head.case).say(language) in said
        shown = json.loads(json.dumps(answer.as_json(language)))
        assert [len(shown[key]) for key in ("defects", "warnings")] == [not unsettled, unsettled]
        (told,) = shown["defects"] + shown["warnings"]
        assert (told["status"], told["consequence_status"]) == (check.status, follows.status)


def test_the_lines_of_a_departure_are_certain_or_name_what_they_stand_on() -> None:
    seen = set()
    for facts in DEPARTURES:
        owed = entitlement(read_facts(facts))
        assert all(one.status is not Status.UNVERIFIED for one in owed.lines)
        assert all(one.alternative for one in owed.alternatives)
        certain = sum((one.amount for one in owed.lines if not one.scenario), Decimal("0.00"))
        assert owed.total == certain
        for one in (*owed.lines, *owed.alternatives):
            seen.add((one.status, one.case, one.alternative))
            assert bool(one.case) is (one.status is Status.VERIFIED_2)
            for language in LANGUAGES:
                said = one.as_json(language)
                assert said.get("case") == (case(one.case).say(language) if one.case else None)
                assert bool(one.alternative) is bool(said.get("reading"))
    assert {status for status, *_ in seen} == set(Status)


def test_figures_that_nothing_settles_are_never_summed() -> None:
    shown: list[Figure] = []
    for file in sorted((EXAMPLES / "chapters").glob("*.json")):
        for one in json.loads(file.read_text("utf-8")):
            if one["call"] in ("mean", "leave", "arrears", "holiday", "overtime", "bonus_missing", "undeclared"):
                shown += ASK[one["call"]](one["facts"]).get("figures", ())
    for figure in shown:
        assert bool(figure.method.case) is (figure.status is Status.VERIFIED_2)
        assert not (figure.status is Status.UNVERIFIED and total([figure]))
        assert all(figure.as_json(language)["status"] == figure.status for language in LANGUAGES)
    assert {figure.status for figure in shown} == set(Status)


def test_every_rule_by_a_secondary_source_names_it() -> None:
    for rule in chain.from_iterable(chapter.rules for chapter in CHAPTERS):
        named = rule.case or rule.key in Rule.__members__.values()
        assert rule.status is not Status.VERIFIED_2 or named, rule.key
    assert {rule for rule, period in PERIODS.items() if period.status is not Status.VERIFIED} == {Rule.IPE_CLAIM}
