"""The table of what the engine covers is up to date, and every rule in it is tried by examples."""

import json
import pkgutil
import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pytest

import union.law
from tests.law.coverage import FILE, FOLDER, count, total, written
from union.languages.saying import in_language
from union.law.checking.consequences import CONSEQUENCES
from union.law.checking.findings import Check
from union.law.figures import Method
from union.law.rulebook import CHAPTERS
from union.law.sentences.readings import CASES
from union.law.sources.articles import ARTICLES, cite
from union.law.texts import VERSIONS

RULES = {rule.key: rule for chapter in CHAPTERS for rule in chapter.rules}
MODULES = [import_module(one.name) for one in pkgutil.walk_packages(union.law.__path__, "union.law.")]


def test_the_table_is_up_to_date() -> None:
    assert FILE.read_text("utf-8") == written(), "write it again: python -m tests.law.coverage"


def test_every_rule_has_examples() -> None:
    examples = count()
    assert [key for key in RULES if not examples[key]] == []
    assert total() >= 600


def test_every_example_says_where_its_figure_comes_from() -> None:
    alone = {"boundary", "hand computation", "text of the article", "counted on the calendar"}
    for file in FOLDER.rglob("*.json"):
        for one in json.loads(file.read_text("utf-8")):
            source = one.get("source")
            if source is None:
                assert one["field"], one["name"]
                continue
            assert one["article"], one["name"]
            named = source.startswith(("published: ", "decision: ", "definition: ", "reading: "))
            assert named or source in alone, f"{file.name}: {source}"
            heads = one["expect"].values() if file.parent == FOLDER else [one["expect"]]
            assert source != "hand computation" or _worked(one, heads), one["name"]


def _worked(one: dict, heads: Iterable[dict]) -> bool:
    """A hand computation is shown, unless nothing is owed or the answer is an order of people."""
    return (
        all("hand" in head for head in heads)
        or bool(one.get("not_due"))
        or one.get("call") in ("order", "check", "service_from", "day_night")
    )


def test_every_example_is_of_a_rule_in_the_table() -> None:
    spare = {rule for rule in count() if not rule.startswith("refused")} - set(RULES)
    assert spare == set()


def test_every_table_of_rules_is_in_the_rulebook() -> None:
    for module in MODULES:
        for value in vars(module).values():
            if isinstance(value, dict) and value and isinstance(next(iter(value.values())), Method | Check):
                assert set(value) <= set(RULES), f"{module.__name__} holds rules that the rulebook does not"


def test_what_rules_cite_exists_in_three_languages() -> None:
    for rule in RULES.values():
        assert all(key in ARTICLES for key in rule.articles), rule.key
        assert not rule.case or rule.case in CASES, rule.key
    assert all(not one.head.case or one.head.case in CASES for one in CONSEQUENCES.values())
    assert {article.text for article in ARTICLES.values()} == set(VERSIONS)


def test_no_article_is_written_in_the_code_that_is_not_in_the_list() -> None:
    cited = re.compile(r"[\"' ](ct|preavis|fetes|mandat|doc|cpc|greve|at|donnees|cdd|hs) (\d+)\b(?=[\"',; ])")
    for path in Path(union.law.__file__).parent.glob("*.py"):
        if path.name != "titles.py":
            for text, number in cited.findall(path.read_text("utf-8")):
                assert f"{text} {number}" in ARTICLES, f"{path.name} cites {text} {number}"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("ct 63",), "المادة 63"),
        (("doc 381",), "الفصل 381"),
        (("doc 381", "doc 382"), "الفصلان 381 و382"),
        (("cpc 19", "cpc 21", "cpc 287"), "الفصول 19 و21 و287"),
    ],
)
def test_the_older_texts_have_their_own_word_for_an_article(keys: tuple[str, ...], said: str) -> None:
    """The Dahir of 1913 and the civil procedure of 1974 are divided into *fusul*, the Labour Code into *mawadd*."""
    assert re.sub("[\u2066\u2069]", "", in_language(cite(keys), "ar")).endswith(said)
