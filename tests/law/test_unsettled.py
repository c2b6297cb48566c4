"""What nothing settles is nowhere a certainty, and what a secondary source says names it: each rule by its status."""

import json
import re
from datetime import date
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pytest

from tests.law.asking import ASK
from tests.law.test_coverage import MODULES
from union.languages.saying import answer_in_language, in_language
from union.languages.translated import LANGUAGES
from union.law.checking.consequences import CONSEQUENCES
from union.law.checking.findings import Check, Finding, State
from union.law.dates.deadlines import deadline
from union.law.dates.periods import PERIODS, Rule
from union.law.ending.protection import Protected
from union.law.entitlement import entitlement
from union.law.facts import read_facts
from union.law.figures import Figure, total
from union.law.paths.declared import ACTS
from union.law.procedure.checks import Answer, Kind, procedure
from union.law.rulebook import CHAPTERS
from union.law.sentences.paragraphs import UNSETTLED
from union.law.sentences.readings import NOT_IN_LETTERS
from union.law.sentences.wording import case
from union.law.sources.source import Status
from union.law.terms.kinds import Mandate
from union.law.terms.rates import LATEST

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
        said, text = in_language(found.letter, language), "\n".join(answer_in_language(answer.as_text(), language))
        assert said.startswith(in_language(UNSETTLED, language)) is unsettled
        assert said in text
        assert "VERIFIED" not in text  # the words of the label, never its code
        for head in (check, follows):
            if head.status is Status.VERIFIED_2:
                assert head.case
                assert (in_language(case(head.case), language) in said) is (head.case not in NOT_IN_LETTERS)
        shown = json.loads(json.dumps(answer_in_language(answer.as_json(), language)))
        assert [len(shown[key]) for key in ("defects", "warnings")] == [not unsettled, unsettled]
        (told,) = shown["defects"] + shown["warnings"]
        assert (told["status"], told["consequence_status"]) == (check.status, follows.status)


def test_the_lines_of_a_departure_are_certain_or_name_what_they_stand_on() -> None:
    seen = set()
    for facts in DEPARTURES:
        owed = entitlement(read_facts(facts))
        assert all(one.alternative for one in owed.lines if one.status is Status.UNVERIFIED)
        assert all(one.alternative for one in owed.alternatives)
        certain = sum((one.amount for one in owed.lines if not one.scenario), Decimal("0.00"))
        assert owed.total == certain
        for one in (*owed.lines, *owed.alternatives):
            seen.add((one.status, one.case, one.alternative))
            assert bool(one.case) is (one.status is Status.VERIFIED_2)
            for language in LANGUAGES:
                said = answer_in_language(one.as_json(), language)
                assert said.get("case") == (in_language(case(one.case), language) if one.case else None)
                assert bool(one.alternative) is bool(said.get("reading"))
    assert {status for status, *_ in seen} == set(Status)


def test_a_month_before_is_late_by_the_arabic_text_alone_and_says_both() -> None:
    given = {
        "kind": "plan",
        "headcount": 40,
        "delegates_informed_on": "2026-03-02",
        "requested_on": "2026-03-09",
        "first_exit_on": "2026-06-15",
        "representatives_informed_on": "2026-05-20",
    }
    answer = procedure(given)
    late = {one.code: one for one in answer.findings if one.state is State.LATE}
    assert (late["delegates_informed"].warning, late["delegates_informed"].claimed) == (True, False)
    assert late["delegates_informed"].latest == date(2026, 2, 9)
    assert (late["representatives_informed"].defect, late["representatives_informed"].claimed) == (True, True)
    for language, due, exit_on in (
        ("fr", "2 avril 2026", "15 juin 2026"),
        ("ar", "2 أبريل 2026", "15 يونيو 2026"),
        ("en", "2 April 2026", "15 June 2026"),
    ):
        said = re.sub("[\u00a0\u202f\u2066-\u2069]", " ", in_language(late["delegates_informed"].letter, language))
        said = re.sub(" +", " ", said)
        assert due in said, said
        assert exit_on in said, said
    starts = [one.start for one in answer.clocks if one.rule is Rule.UNION_INFORMATION]
    assert starts == [date(2026, 3, 9), date(2026, 6, 15)]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (Rule.STRIKE_CLAIMS, {"fr": "référé", "ar": "أمر استعجالي", "en": "urgent-applications"}),
        (Rule.STRIKE_NOTICE, {"fr": "référé", "ar": "أمر استعجالي", "en": "urgent-applications"}),
        (Rule.APPEAL, {"fr": "20 000", "ar": "20 000", "en": "20,000"}),
        (Rule.SICKNESS_NOTICE, {"fr": "2033", "ar": "2033", "en": "2033"}),
    ],
)
def test_a_period_says_what_to_know_before_relying_on_it(rule: Rule, told: dict[str, str]) -> None:
    for language, words in told.items():
        said = in_language(deadline(rule, date(2026, 3, 2)).because, language)
        assert words in re.sub("[\u00a0\u202f]", " ", said), said


def test_the_two_years_count_anew_after_an_interruption() -> None:
    found = deadline(Rule.WAGE_CLAIMS, date(2026, 3, 2))
    assert {"doc 381", "doc 382", "doc 383"} <= set(found.articles)
    assert found.remains is not None
    for language in LANGUAGES:
        assert all(number in in_language(found.remains, language) for number in ("381", "382", "383"))
    assert "not settled" not in str([chapter.missing for chapter in CHAPTERS if "Pay over time" in chapter.title])


def test_the_arabic_list_of_the_employers_faults_is_open_and_a_candidate_is_protected_from_the_lists() -> None:
    asked = CHECKS["employers_misconduct"].question
    assert "exemples" in in_language(asked, "fr")
    assert "يعد من بين" in in_language(asked, "ar")
    said = Protected(Mandate.CANDIDATE, None, None, ("ct 458",)).sentence
    assert "listes électorales" in in_language(said, "fr")
    assert "اللوائح الانتخابية" in in_language(said, "ar")
    assert (
        "certificate or not" in ACTS["tell_accident"].what.text
    )  # a late notice of sickness: said before anyone relies on it
    assert "illness" in ACTS["tell_accident"].what.text
    assert "women and minors only" in ACTS["night_transport"].what.text


def test_figures_that_nothing_settles_are_never_summed() -> None:
    shown: list[Figure] = []
    for file in sorted((EXAMPLES / "chapters").glob("*.json")):
        for one in json.loads(file.read_text("utf-8")):
            if one["call"] in ("mean", "leave", "arrears", "holiday", "overtime", "bonus_missing", "undeclared"):
                shown += ASK[one["call"]](one["facts"]).get("figures", ())
    for figure in shown:
        assert bool(figure.method.case) is (figure.status is Status.VERIFIED_2)
        assert not (figure.status is Status.UNVERIFIED and total([figure]))
        assert all(answer_in_language(figure.as_json(), language)["status"] == figure.status for language in LANGUAGES)
    assert {figure.status for figure in shown} == set(Status)


def test_every_rule_by_a_secondary_source_names_it() -> None:
    for rule in chain.from_iterable(chapter.rules for chapter in CHAPTERS):
        named = rule.case or rule.key in Rule.__members__.values()
        assert rule.status is not Status.VERIFIED_2 or named, rule.key
    assert {rule for rule, period in PERIODS.items() if period.status is not Status.VERIFIED} == {Rule.IPE_CLAIM}
