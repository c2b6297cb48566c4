"""A figure that a rule works out: dirhams, days or hours, with formula, working, article, status and version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from union.law.result import centimes
from union.law.sentences.wording import case as decision
from union.law.sources.articles import cite
from union.law.sources.sentence import Amount, Sentence, Working
from union.law.sources.source import Status
from union.law.strictly.tables import blocks
from union.law.texts import Version, in_force, texts_of

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
    """A rule that gives a figure: formula, pattern of its working, articles, status and case."""

    key: str
    unit: Unit
    formula: Sentence
    pattern: str
    articles: tuple[str, ...]
    status: Status
    case: str
    texts: tuple[str, ...]


def methods(text: str) -> dict[str, Method]:
    """A table of methods: `key ; articles ; status case ; unit`, formula, working."""
    found = {}
    for head, lines in blocks(text):
        said, pattern = lines
        unit = Unit(head.more)
        found[head.key] = Method(
            head.key,
            unit,
            Sentence(said),
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
    def formula(self) -> Sentence:
        """The formula in words."""
        return self.method.formula

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.method.articles)

    @property
    def versions(self) -> tuple[Version, ...]:
        """The versions of the texts cited that were in force on the day."""
        return tuple(in_force(text, self.on) for text in self.method.texts)

    def working(self) -> Working:
        """The formula with its figures."""
        shown = {name: _figure(name, value) for name, value in self.values.items()}
        total = Amount(self.value) if self.unit is Unit.DIRHAMS else self.value
        pattern = f"{self.method.pattern} = {{total}}{' %' if self.unit is Unit.PERCENT else ''}"
        return Working(pattern, {**shown, "total": total})

    def as_json(self) -> dict[str, object]:
        """Plain values for JSON; dirhams as text with two decimals."""
        money = self.unit is Unit.DIRHAMS
        shown: dict[str, object] = {
            "code": self.code,
            "value": f"{self.value:.2f}" if money else _count(self.value),
            "unit": str(self.unit),
            "formula": self.formula,
            "working": self.working(),
            "article": self.article,
            "status": str(self.status),
            "versions": [one.as_json() for one in self.versions],
        }
        return shown | ({"case": decision(self.method.case)} if self.method.case else {})


def _figure(name: str, value: Decimal | int | date) -> object:
    return Amount(Decimal(value)) if name in AMOUNTS and not isinstance(value, date) else value


def _count(value: Decimal) -> str:
    """A count without useless zeros, as a program reads it."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def dirhams(method: Method, on: date, exact: Decimal, **values: Decimal | int | date) -> Figure:
    """A figure in dirhams, rounded here and nowhere before."""
    return Figure(method, values, centimes(exact), on)


def total(figures: list[Figure]) -> Decimal:
    """Dirhams of the figures that are certain: the sum of rounded figures, readings that nothing settles left out."""
    certain = (one.value for one in figures if one.status is not Status.UNVERIFIED and one.unit is Unit.DIRHAMS)
    return sum(certain, Decimal("0.00"))
