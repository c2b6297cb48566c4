"""The registry of every article the engine cites, with its text's name and its subject."""

from dataclasses import dataclass
from functools import lru_cache

from union.law.sources.sentence import AND, SEMICOLON, Sentence, Series, series
from union.law.sources.titles import SUBJECTS

TEXTS = {
    "ct": Sentence("Labour Code (law 65-99)"),
    "preavis": Sentence("decree 2-04-469 of 29 December 2004"),
    "fetes": Sentence("decree 2-04-426, amended in 2023 and 2026"),
    "cdd": Sentence("decree of 23 July 2020 on exceptional fixed-term cases"),
    "hs": Sentence("decree 2-04-570 of 29 December 2004"),
    "mandat": Sentence("decree 2-08-421 of 16 January 2009"),
    "doc": Sentence("Code of obligations and contracts"),
    "cpc": Sentence("Code of civil procedure (1974)"),
    "greve": Sentence("organic law 97-15"),
    "at": Sentence("law 18-12"),
    "ipe": Sentence("law 03-14"),
    "insertion": Sentence("law 1-93-16, amended"),
    "donnees": Sentence("law 09-08"),
}


@dataclass(frozen=True, slots=True)
class Article:
    """One article: the key of its text, its number (empty: the whole text is cited), and what it is about."""

    text: str
    number: str
    subject: Sentence

    @property
    def name(self) -> Sentence:
        """The text's name."""
        return TEXTS[self.text]


def _article(place: str, subject: Sentence) -> Article:
    text, _, number = place.partition(" ")
    return Article(text, number, subject)


ARTICLES: dict[str, Article] = {place: _article(place, subject) for place, subject in SUBJECTS.items()}


@lru_cache(maxsize=512)
def cite(keys: tuple[str, ...], *, code: bool = True) -> Sentence:
    """How the articles `("ct 52", "ct 53", "preavis 1")` are cited, grouped by text; KeyError for an unknown one.

    Without `code` those of the Labour Code stand by their numbers alone, for what names the Code already.
    """
    groups: dict[str, list[str]] = {}
    for key in keys:
        found = ARTICLES[key]
        groups.setdefault(found.text, []).extend([found.number] if found.number else [])
    return series((_group(text, numbers, code=code) for text, numbers in groups.items()), SEMICOLON)


# Of one article, of two, of more: Arabic has a word for each.
_NUMBERED = (
    Sentence("art. {numbers}"),
    Sentence("arts {numbers}", context="two"),
    Sentence("arts {numbers}"),
)
# The same in the texts that are older than the Code, whose articles have another name in Arabic.
_OLDER = (
    Sentence("art. {numbers}", context="older text"),
    Sentence("arts {numbers}", context="older text, two"),
    Sentence("arts {numbers}", context="older text"),
)
_OLDER_TEXTS = frozenset({"doc", "cpc"})


def _group(text: str, numbers: list[str], *, code: bool) -> Sentence:
    """A text with its articles; its name alone where it is cited as a whole."""
    named = [] if text == "ct" and not code else [TEXTS[text]]
    word = (_OLDER if text in _OLDER_TEXTS else _NUMBERED)[min(len(numbers), 3) - 1]
    listed = [word.filled(numbers=Series(tuple(numbers), AND))] if numbers else []
    return series([*named, *listed])
