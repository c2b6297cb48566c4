"""Which union is the most representative: its share of the delegates elected (art 425), and what follows from it."""

from dataclasses import dataclass
from fractions import Fraction

from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, Working
from union.law.sources.source import Status

ENTERPRISE, NATIONAL = Fraction(35, 100), Fraction(6, 100)
ARTICLES = ("ct 425",)

_REACHED = Sentence(
    "Delegates elected: {seats} of {total}; for 35 % it takes {least}. The union is the most representative here if "
    "it may contract; another one may be so beside it."
)
_MISSED = Sentence("Delegates elected: {seats} of {total}; for 35 % it takes {least}. Missing: {more}.")
_NOBODY = Sentence("No delegate elected is known: nothing can be said.")


@dataclass(frozen=True, slots=True)
class Share:
    """The seats of a union among all those elected, against a threshold; the fraction is exact."""

    seats: int
    total: int
    threshold: Fraction
    articles: tuple[str, ...] = ARTICLES
    status: Status = Status.VERIFIED

    @property
    def exact(self) -> Fraction:
        """The share, nought where nobody was elected."""
        return Fraction(self.seats, self.total) if self.total else Fraction(0)

    @property
    def tenths(self) -> int:
        """The share in thousandths, cut down and never rounded up: 34.96 is not 35."""
        return int(self.exact * 1000)

    @property
    def least(self) -> int:
        """The fewest seats that reach the threshold; nought where nobody was elected."""
        return -(-self.threshold.numerator * self.total // self.threshold.denominator)

    @property
    def reached(self) -> bool:
        """Whether the threshold is reached."""
        return self.total > 0 and self.exact >= self.threshold

    @property
    def lacking(self) -> int:
        """How many seats are missing, of those that were elected."""
        return max(self.least - self.seats, 0)

    @property
    def working(self) -> Working:
        """The formula with its figures."""
        return Working("{seats} / {total}", {"seats": self.seats, "total": self.total})

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)

    @property
    def sentence(self) -> Sentence:
        """What the share means at the enterprise."""
        if not self.total:
            return _NOBODY
        said = _REACHED if self.reached else _MISSED
        return said.filled(seats=self.seats, total=self.total, least=self.least, more=self.lacking)


def at_enterprise(seats: int, total: int) -> Share:
    """The share at an enterprise or an establishment, all colleges together. Raises `ValueError` for more than all."""
    return _share(seats, total, ENTERPRISE)


def nationally(seats: int, total: int) -> Share:
    """The share of all delegates, public and private. Raises `ValueError` for more than all."""
    return _share(seats, total, NATIONAL)


def _share(seats: int, total: int, threshold: Fraction) -> Share:
    if not 0 <= seats <= total:
        raise ValueError("More seats than were given")
    return Share(seats, total, threshold)


FOLLOWS: tuple[tuple[Sentence, tuple[str, ...]], ...] = (
    (Sentence("The employer bargains with it, each year unless an agreement sets another rhythm."), ("ct 95", "ct 96")),
    (Sentence("It may sign a collective agreement."), ("ct 104",)),
    (
        Sentence("It names the union representatives, if of those with 35 % it has the most votes."),
        ("ct 470",),
    ),
    (Sentence("It calls a strike at the enterprise."), ("greve 12",)),
)
"""What follows at the enterprise, each with its articles."""

LEVELS = Sentence(
    "The article names the enterprise and the establishment: the share is counted at both. Seats of full delegates and "
    "of alternates are each counted; where they differ, both are shown, for no decision read says which one governs. "
    "Delegates without a union count in the total."
)

PARTIAL = Sentence(
    "After a partial election the seats of those who were still in office and of those newly elected are counted "
    "together. No decision read says whether article 425 counts them so, or the general elections alone: both are "
    "shown where they differ."
)

WORLD = Sentence(
    "For the whole country the article asks for 6 % of all delegates elected in the public and the private sector, "
    "independence, and the capacity to contract. The sites that are known here are a part of it: this figure alone "
    "says nothing of the country."
)

_REPRESENTATIVES = ((99, 0), (250, 1), (500, 2), (2000, 3), (3500, 4), (6000, 5))
MOST = 6

_FEW = Sentence("Fewer than 100 employees: no union representative is named by this article.")
_NAMED = Sentence(
    "Union representatives for {people} employees: {number}, named by the most representative union with the most "
    "votes at the last elections. A delegate's post and this one are not counted twice."
)


@dataclass(frozen=True, slots=True)
class Representatives:
    """How many union representatives an establishment has."""

    number: int
    sentence: Sentence
    articles: tuple[str, ...] = ("ct 470", "ct 472")
    status: Status = Status.VERIFIED

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


def representatives(people: int) -> Representatives:
    """The union representatives for so many employees."""
    number = next((number for most, number in _REPRESENTATIVES if people <= most), MOST)
    said = _NAMED.filled(people=people, number=number) if number else _FEW
    return Representatives(number, said)
