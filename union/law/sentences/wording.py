"""Finds the sentence for each formula, reason, assumption and reading, only when it is asked for."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from union.law.sentences import circumstances
from union.law.sentences.assumed import ASSUMPTIONS
from union.law.sentences.formulas import DOUBLED, FORMULAS, PAY
from union.law.sentences.paragraphs import listed
from union.law.sentences.readings import CASES, NOT_IN_LETTERS, READINGS
from union.law.sentences.whys import WHYS
from union.law.sources.sentence import Amount, Month, Sentence, Series, Working, joined
from union.law.terms.seniority import add_months

_WHYS = WHYS | circumstances.WHY
_ASSUMPTIONS = ASSUMPTIONS | circumstances.ASSUMED
_READINGS = READINGS | circumstances.READ


def formula(method: str, pay: str) -> Sentence:
    """The formula of `method` in words; `pay` is gross or net."""
    plain = FORMULAS[method.removesuffix(DOUBLED)][0].filled(pay=PAY[pay])
    return Sentence("{formula} × 2").filled(formula=plain) if method.endswith(DOUBLED) else plain


def working(method: str, values: Mapping[str, Decimal | int], result: Decimal) -> Working:
    """The formula of `method` with its figures."""
    shown = {
        name: Amount(value) if name in ("pay", "smig", "debt") and isinstance(value, Decimal) else value
        for name, value in values.items()
    }
    twice = " × 2" if method.endswith(DOUBLED) else ""
    pattern = FORMULAS[method.removesuffix(DOUBLED)][1]
    return Working(f"{pattern}{twice} = {{result}}", {**shown, "result": Amount(result)})


def why_not(reason: str) -> tuple[Sentence, tuple[str, ...]]:
    """Why something is not due, and the articles that say so."""
    return _WHYS[reason]


_DIRHAMS = frozenset({"bonus", "ceiling", "left", "monthly", "owed", "set_off"})
"""The values of an assumption that are dirhams; a kept one may have them as text."""


def assumption(code: str, values: Mapping[str, object]) -> Sentence:
    """What was taken as true, or the warning."""
    shown = {
        name: _dirhams(value) if name in _DIRHAMS else _months(value) if name in _MONTHS else value
        for name, value in values.items()
    }
    return _ASSUMPTIONS[code].filled(**shown)


_MONTHS = frozenset({"missing"})
"""The values of an assumption that are months, told as their first days one after the other."""


def _months(value: object) -> Series:
    """Months one after the other, those that follow each other from the first to the last of them."""
    runs: list[list[date]] = []
    for one in map(date.fromisoformat, str(value).split()):
        if runs and add_months(runs[-1][-1], 1) == one:
            runs[-1].append(one)
        else:
            runs.append([one])
    return Series(tuple(map(_run, runs)))


def _run(months: list[date]) -> Month | Sentence:
    first, last = Month(months[0]), Month(months[-1])
    return first if len(months) == 1 else Sentence("{first} – {last}").filled(first=first, last=last)


def _dirhams(value: object) -> object:
    return Amount(value) if isinstance(value, Decimal) else value


def reading(code: str) -> Sentence:
    """What another reading is; several in one, joined by "+", are said one after the other."""
    return joined(*(_READINGS[one] for one in code.split("+")))


def case(code: str) -> Sentence:
    """The decision, tool or page behind a rule that was checked in a secondary source."""
    return CASES[code]


def with_decision(article: Sentence, code: str) -> Sentence:
    """The articles of a letter with the decision after them, where there is one that a letter may name."""
    return listed(article, case(code)) if code and code not in NOT_IN_LETTERS else article
