"""Finds the sentence for each formula, reason, assumption and reading, in three languages, only when it is asked for."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from union.law.differing.readings import CASES, NOT_IN_LETTERS, READINGS
from union.law.ending.seniority import add_months
from union.law.sentences import circumstances
from union.law.sentences.assumed import ASSUMPTIONS
from union.law.sentences.formulas import DOUBLED, FORMULAS, PAY
from union.law.sentences.paragraphs import listed
from union.law.sentences.whys import WHYS
from union.law.sources.source import LANGUAGES, Words, amount, isolate_whole, month, number, words

_WHYS = WHYS | circumstances.WHY
_ASSUMPTIONS = ASSUMPTIONS | circumstances.ASSUMED
_READINGS = READINGS | circumstances.READ


def formula(method: str, pay: str) -> Words:
    """The formula of `method` in words; `pay` is gross or net."""
    fr, ar, en, _ = FORMULAS[method.removesuffix(DOUBLED)]
    twice = " × 2" if method.endswith(DOUBLED) else ""
    return words(fr + twice, ar + twice, en + twice, pay=Words(*PAY[pay]))


def working(method: str, values: Mapping[str, Decimal | int], result: Decimal, language: str) -> str:
    """The formula of `method` with its figures, written as `language` writes numbers."""
    shown = {
        name: amount(value, language)
        if name in ("pay", "smig", "debt") and isinstance(value, Decimal)
        else number(value, language)
        for name, value in values.items()
    }
    twice = " × 2" if method.endswith(DOUBLED) else ""
    pattern = FORMULAS[method.removesuffix(DOUBLED)][3]
    text = f"{pattern.format_map(shown)}{twice} = {amount(result, language)}"
    return isolate_whole(text) if language == "ar" else text


def why_not(reason: str) -> tuple[Words, tuple[str, ...]]:
    """Why something is not due, and the articles that say so."""
    fr, ar, en, articles = _WHYS[reason]
    return words(fr, ar, en), articles


_DIRHAMS = frozenset({"bonus", "ceiling", "left", "monthly", "owed", "set_off"})
"""The values of an assumption that are dirhams; a kept one may have them as text."""


def assumption(code: str, values: Mapping[str, object]) -> Words:
    """What was taken as true, or the warning."""
    shown = {
        name: _dirhams(value) if name in _DIRHAMS else _months(value) if name in _MONTHS else value
        for name, value in values.items()
    }
    return words(*_ASSUMPTIONS[code], **shown)


_MONTHS = frozenset({"missing"})
"""The values of an assumption that are months, told as their first days one after the other."""


def _months(value: object) -> Words:
    """Months one after the other, those that follow each other from the first to the last of them."""
    runs: list[list[date]] = []
    for one in map(date.fromisoformat, str(value).split()):
        if runs and add_months(runs[-1][-1], 1) == one:
            runs[-1].append(one)
        else:
            runs.append([one])
    return Words(*(("، " if to == "ar" else ", ").join(_run(one, to) for one in runs) for to in LANGUAGES))


def _run(months: list[date], language: str) -> str:
    first, last = month(months[0], language), month(months[-1], language)
    return first if len(months) == 1 else f"{first} – {last}"


def _dirhams(value: object) -> object:
    return Words(*(amount(value, one) for one in LANGUAGES)) if isinstance(value, Decimal) else value


def reading(code: str) -> Words:
    """What another reading is; several in one, joined by "+", are said one after the other."""
    said = [words(*_READINGS[one]) for one in code.split("+")]
    return Words(*(" ".join(one.say(language) for one in said) for language in LANGUAGES))


def case(code: str) -> Words:
    """The decision, tool or page behind a rule that was checked in a secondary source."""
    return words(*CASES[code])


def with_decision(article: Words, code: str) -> Words:
    """The articles of a letter with the decision after them, where there is one that a letter may name."""
    return listed(article, case(code)) if code and code not in NOT_IN_LETTERS else article
