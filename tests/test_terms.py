"""One word for one thing: the list of terms, whose twins stand nowhere in what people read."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest

import config
from tests.test_words import ARABIC, READ
from union.languages.catalogues import whole
from union.languages.typography import typeset

LANGUAGES = ("fr", "ar", "en")
TERMS = tomllib.loads((config.HERE / "translations" / "terms.toml").read_text("utf-8"))["notion"]
GLOSSARY = {"approbation": "موافقة", "réclamation": "شكاية", "nullité": "بطلان", "convocation": "استدعاء"}
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def _translated(language: str) -> Iterator[tuple[str, str]]:
    for one in whole(language):
        if one.id:
            for string in [one.string] if isinstance(one.string, str) else one.string:
                yield str(one.id)[:60], string


def _constants() -> Iterator[tuple[str, str]]:
    """Each text of the code: the law's sentences, the sheets' and the letters' stand there in three languages."""
    for path in sorted((config.HERE / "union").rglob("*.py")):
        if path.name in READ or "columns" in path.parts or path.name == "headings.py":
            continue  # words that are read in files, as people wrote them
        tree = ast.parse(path.read_text("utf-8"))
        docs = {
            ast.get_docstring(one, clean=False)
            for one in ast.walk(tree)
            if isinstance(one, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and " " in node.value
                and node.value not in docs
            ):
                for line in node.value.splitlines():
                    yield f"{path.relative_to(config.HERE)}:{node.lineno}", line


def _everything() -> Iterator[tuple[str, str, str]]:
    for language in ("fr", "ar"):
        for at, text in _translated(language):
            yield language, f"{language}: {at}", text
        for one in whole(language):
            if one.id and language == "fr":
                yield "en", f"en: {str(one.id)[:60]}", one.id if isinstance(one.id, str) else one.id[0]
    for at, text in _constants():
        if ARABIC.search(text):
            yield "ar", at, text
        else:
            yield "fr", at, text
            yield "en", at, text


def twin_in(text: str, twin: str) -> bool:
    """Whether a text holds a forbidden twin, from the beginning of a word, whatever its apostrophes and marks."""
    plain = typeset(text).replace("\u00a0", " ").translate(MARKS)
    return re.search(rf"(?<![\w]){re.escape(twin)}", plain, re.IGNORECASE) is not None


def test_no_forbidden_twin_stands_anywhere() -> None:
    everything = list(_everything())
    assert len(everything) > 5000
    found = []
    for notion in TERMS:
        for language, twins in notion.get("twins", {}).items():
            for twin in twins:
                spared = [one["part"] for one in notion.get("except", ())]
                for said_in, at, text in everything:
                    if said_in == language and twin_in(text, twin) and not any(part in text for part in spared):
                        found.append(f"{at}: {twin!r}, say {notion[language]!r}")
    assert not found, "\n".join(found)


def test_each_notion_has_its_term_in_three_languages_and_no_term_is_its_own_twin() -> None:
    for notion in TERMS:
        for language in LANGUAGES:
            assert notion[language], notion["what"]
            for twin in notion.get("twins", {}).get(language, ()):
                assert not twin_in(notion[language], twin), f"{notion['what']}: {twin}"
        assert all(one["why"] for one in notion.get("except", ())), notion["what"]


@pytest.mark.parametrize(("fr", "ar"), GLOSSARY.items())
def test_the_glossary_holds_the_terms_of_the_inspector_and_the_hearing(fr: str, ar: str) -> None:
    assert any(one["fr"] == fr and one["ar"] == ar for one in TERMS)


@pytest.mark.parametrize(
    ("msgid", "fr", "ar"),
    [
        ("Report a problem", "J’ai un problème", "عندي مشكل"),
        ("File the report", "Envoyer au syndicat", "إرسال إلى النقابة"),
        ("Grievances", "Dossiers", "الملفات"),
        ("Your cases", "Mes dossiers", "ملفاتي"),
        ("First safe date", "À faire avant le", "قبل يوم"),
        ("Mark as done", "C’est fait", "تم"),
        ("not known yet", "rien d’écrit", "لم يكتب شيء"),
        ("The pay did not come", "Salaire non versé", "لم يؤد الأجر"),
        ("Entrusted to me", "Collègues que je suis", "زملاء أتابع ملفاتهم"),
        ("Check what you said", "Relisez ce que vous avez écrit", "راجعوا ما كتبتم"),
        ("For myself", "Pour moi", "لنفسي"),
    ],
)
def test_the_words_of_the_phone_are_plain(msgid: str, fr: str, ar: str) -> None:
    assert whole("fr")[msgid].string == fr
    assert whole("ar")[msgid].string == ar


@pytest.mark.parametrize(
    ("text", "twin", "found"),
    [
        ("Le litige est clos", "litige", True),
        ("l'échéancier", "échéancier", True),
        ("sur papier", "papier", True),
        ("conflit", "litige", False),
    ],
)
def test_a_twin_is_found_where_it_stands(text: str, twin: str, found: bool) -> None:
    assert twin_in(text, twin) is found
