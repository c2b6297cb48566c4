"""What every figure of the law stands on: words in three languages, an article, and how well the rule was checked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

LANGUAGES = ("fr", "ar", "en")

# Left-to-right isolate and its end: without them "66–71" or "8/26" is reordered inside an Arabic sentence.
_LRI, _PDI = "\u2066", "\u2069"
_ALREADY = f"{_LRI}[^{_PDI}]*{_PDI}"
# A colon belongs to a run between digits only (09:30), two hyphens at its start (--from), a place in a list after its name (months[1].first).
# The signs × and ÷ lie among the accented letters: they are named apart, for no run begins with one.
_RUN = r"(?:--)?[0-9A-Za-zÀ-ÖØ-öø-ÿ](?:(?:[0-9A-Za-zÀ-ÖØ-öø-ÿ.,/×÷=+−–\-\u2011%°§_'’\u00a0\u202f ]|(?<=[0-9HM]):(?=[0-9HM])|\[[0-9]+\])*(?:[0-9A-Za-zÀ-ÖØ-öø-ÿ%]|\[[0-9]+\]))?"
_HYPHEN, _UNBROKEN = re.compile(r"(?<=[0-9])-(?=[0-9])"), "\u2011"  # a law's number stays on one line
_SIGN, _SIGNED = re.compile(r"( [×÷+=−] )"), re.compile(r"[×÷+=−] ?$")
_LEFT_TO_RIGHT = re.compile(f"{_ALREADY}|{_RUN}")

# What French type asks for: the curved apostrophe, and no line broken before a sign or inside guillemets.
_FRENCH_SIGNS = re.compile(r"(?<=\w)'(?=\w)| (?=[:;?!»]|%(?!\())|(?<=«) ")

_MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "ar": ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_DAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}


class Status(StrEnum):
    """How well a rule was checked."""

    VERIFIED = "VERIFIED"
    """The article or an official copy was read."""
    VERIFIED_2 = "VERIFIED-2"
    """A serious secondary source was read: a decision's abstract, the ministry's simulator, the press."""
    UNVERIFIED = "UNVERIFIED"
    """A reading that nothing settles: shown as an alternative or an assumption, never as certain."""


def isolate(arabic: str) -> str:
    """Wrap each left-to-right run (article numbers, formulas, ranges, codes) of an Arabic sentence; idempotent.

    A formula of figures alone is one run. Where words stand in it (pay ÷ 191 × 2) it reads from right to left, and each
    figure is a run.
    """

    def wrap(found: re.Match[str]) -> str:
        run = found[0]
        if run.startswith(_LRI):
            return run
        before, after = arabic[: found.start()], arabic[found.end() :].lstrip()
        parts = _SIGN.split(run) if _SIGNED.search(before) or after[:1] in {"×", "÷", "+", "=", "−"} else [run]
        return "".join(one if _SIGN.fullmatch(one) else _wrapped(one) for one in parts)

    return _LEFT_TO_RIGHT.sub(wrap, arabic)


def _wrapped(text: str) -> str:
    return f"{_LRI}{_HYPHEN.sub(_UNBROKEN, text)}{_PDI}"


def isolate_whole(formula: str) -> str:
    """Wrap a whole left-to-right formula, so that its signs and brackets stay in order in an Arabic page."""
    return f"{_LRI}{formula}{_PDI}"


def typeset(french: str) -> str:
    """The sentence with the apostrophes and the unbreakable spaces of French; idempotent."""
    return _FRENCH_SIGNS.sub(lambda found: "\u2019" if found[0] == "'" else "\u00a0", french)


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence in French, Arabic and English; the French one is always typeset, the Arabic one isolated."""

    fr: str
    ar: str
    en: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "fr", typeset(self.fr))
        object.__setattr__(self, "ar", isolate(self.ar))

    def say(self, language: str = "fr") -> str:
        """The sentence in `language` (fr, ar or en); ValueError for another one."""
        if language not in LANGUAGES:
            raise ValueError(f"no words in {language!r}: fr, ar or en")
        text: str = getattr(self, language)
        return text

    def __str__(self) -> str:
        return self.fr


def amount(value: Decimal, language: str = "fr") -> str:
    """Dirhams with two decimals as people of that language read them: 16 335,08 or 16,335.08."""
    text = f"{value:,.2f}"
    return text if language == "en" else text.replace(",", "\u202f").replace(".", ",")


def number(value: Decimal | int, language: str = "fr") -> str:
    """A count of days, hours or years without useless zeros: 8, 1,5 (1.5 in English)."""
    text = f"{Decimal(value):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text if language == "en" else text.replace(".", ",")


def day(value: date, language: str = "fr") -> str:
    """A date in words: 3 mai 2020, 3 ماي 2020, 3 May 2020 (1er for the first of a month in French)."""
    first = "1er" if value.day == 1 and language == "fr" else str(value.day)
    return f"{first} {_MONTHS[language][value.month - 1]} {value.year}"


def month(value: date, language: str = "fr") -> str:
    """A month and its year."""
    return f"{_MONTHS[language][value.month - 1]} {value.year}"


def weekday(value: date, language: str = "fr") -> str:
    """The date with the name of its day: jeudi 13 août 2026."""
    return f"{_DAYS[language][value.weekday()]} {day(value, language)}"


def words(fr: str, ar: str, en: str, /, **values: object) -> Words:
    """Fill the three templates: dates in words, Words in their language, counts as numbers, the rest as given."""
    texts = {"fr": fr, "ar": ar, "en": en}
    if not values:
        return Words(**texts)
    return Words(**{lang: text.format_map(_shown(values, lang)) for lang, text in texts.items()})


def _shown(values: dict[str, object], language: str) -> dict[str, str]:
    show: dict[type, Callable[..., str]] = {date: day, Decimal: number, int: number}
    filled: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, Words):
            filled[name] = value.say(language)
        elif type(value) in show:
            filled[name] = show[type(value)](value, language)
        else:
            filled[name] = str(value)
    return filled
