"""What the law says, as plain data: an English sentence and the values of its places, to be put into a language
elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its English text, which is its key in the catalogues, and the values that fill its {places}.

    A value is a sentence, a `Series`, a day, a count, one of the figures below, or a text that is shown as it is.
    `context` tells apart two sentences that are one in English.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    context: str = ""

    def filled(self, **values: object) -> Sentence:
        """The same sentence with these values."""
        return Sentence(self.text, values, self.context)


COMMA = Sentence(", ", context="between")
SEMICOLON = Sentence("; ", context="between")
AND = Sentence(", ", context="between numbers")
SPACE = Sentence(" ")


@dataclass(frozen=True, slots=True)
class Series:
    """Values one after the other; what stands between them, each language writes its own way."""

    parts: tuple[object, ...]
    between: Sentence = COMMA


@dataclass(frozen=True, slots=True)
class Amount:
    """Dirhams, written with two decimals."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day, written with its name."""

    on: date


@dataclass(frozen=True, slots=True)
class Month:
    """The month of a day, and its year."""

    on: date


@dataclass(frozen=True, slots=True)
class Unstopped:
    """A sentence without its full stop, for what follows inside it."""

    sentence: Sentence


@dataclass(frozen=True, slots=True)
class InBoth:
    """A paragraph that is given in French and in Arabic, whatever the reader's language."""

    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Working:
    """A formula with its figures: the same signs in each language, the figures as each writes them."""

    pattern: str
    values: Mapping[str, object] = field(hash=False)


def series(parts: Iterable[object], between: Sentence = COMMA) -> Sentence:
    """A series that stands alone."""
    return Sentence("{all}", {"all": Series(tuple(parts), between)})


def joined(*sentences: Sentence) -> Sentence:
    """Sentences one after the other."""
    return series(sentences, SPACE)
