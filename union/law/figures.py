"""A figure that a rule works out: dirhams, days or hours, with formula, working, article, status and version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from union.law.result import centimes
from union.law.sentences.wording import case as decision
from union.law.sources.articles import cite
from union.law.sources.source import Status, Words, amount, day, isolate_whole, number, words
from union.law.sources.texts import Version, in_force, texts_of
from union.law.strictly.tables import blocks

AMOUNTS = frozenset({"pay", "paid", "due", "rate", "sum", "smig"})
"""The values that are dirhams, whatever the figure's own unit."""


class Unit(StrEnum):
    """What a figure is counted in."""

    DIRHAMS = "dirhams"
    DAYS = "days"
    HOURS = "hours"
    MONTHS = "months"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Method:
    """A rule that gives a figure: formula in three languages, pattern of its working, articles, status and case."""

    key: str
    unit: Unit
    formula: tuple[str, str, str]
    pattern: str
    articles: tuple[str, ...]
    status: Status
    case: str
    texts: tuple[str, ...]


def methods(text: str) -> dict[str, Method]:
    """A table of methods: `key ; articles ; status case ; unit`, formula in French, Arabic, English, working."""
    found = {}
    for head, lines in blocks(text):
        french, arabic, english, pattern = lines
        unit = Unit(head.more)
        found[head.key] = Method(
            head.key,
            unit,
            (french, arabic, english),
            pattern,
            head.articles,
            head.status,
            head.case,
            tuple(texts_of(head.articles)),
        )
    return found


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, worked on the facts of the day `on`; dirhams are rounded once, half up.

    A day before the first version known of a text that the rule cites is refused with `BadFacts`.
    """

    method: Method
    values: Mapping[str, Decimal | int | date]
    value: Decimal
    on: date

    def __post_init__(self) -> None:
        for text in self.method.texts:
            in_force(text, self.on)

    @property
    def code(self) -> str:
        """The rule's key."""
        return self.method.key

    @property
    def unit(self) -> Unit:
        """What the value is counted in."""
        return self.method.unit

    @property
    def status(self) -> Status:
        """How well the rule was checked; UNVERIFIED is another reading, never certain."""
        return self.method.status

    @property
    def formula(self) -> Words:
        """The formula in words."""
        return words(*self.method.formula)

    @property
    def article(self) -> Words:
        """The articles cited."""
        return cite(self.method.articles)

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions of the texts cited that were in force on the day."""
        return tuple(in_force(text, self.on) for text in self.method.texts)

    def working(self, language: str = "fr") -> str:
        """The formula with its figures."""
        shown = {name: _shown(name, value, language) for name, value in self.values.items()}
        total = amount(self.value, language) if self.unit is Unit.DIRHAMS else number(self.value, language)
        text = f"{self.method.pattern.format_map(shown)} = {total}{' %' if self.unit is Unit.PERCENT else ''}"
        return isolate_whole(text) if language == "ar" else text

    def as_json(self, language: str = "fr") -> dict[str, object]:
        """Plain values for JSON; dirhams as text with two decimals."""
        money = self.unit is Unit.DIRHAMS
        shown: dict[str, object] = {
            "code": self.code,
            "value": f"{self.value:.2f}" if money else number(self.value, "en"),
            "unit": str(self.unit),
            "formula": self.formula.say(language),
            "working": self.working(language),
            "article": self.article.say(language),
            "status": str(self.status),
            "versions": [one.as_json(language) for one in self.versions],
        }
        return shown | ({"case": decision(self.method.case).say(language)} if self.method.case else {})


def _shown(name: str, value: Decimal | int | date, language: str) -> str:
    if isinstance(value, date):
        return day(value, language)
    return amount(Decimal(value), language) if name in AMOUNTS else number(value, language)


def dirhams(method: Method, on: date, exact: Decimal, **values: Decimal | int | date) -> Figure:
    """A figure in dirhams, rounded here and nowhere before."""
    return Figure(method, values, centimes(exact), on)


def total(figures: list[Figure]) -> Decimal:
    """Dirhams of the figures that are certain: the sum of rounded figures, readings that nothing settles left out."""
    certain = (one.value for one in figures if one.status is not Status.UNVERIFIED and one.unit is Unit.DIRHAMS)
    return sum(certain, Decimal("0.00"))
