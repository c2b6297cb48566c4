"""Which union is the most representative: its share of the delegates elected (art 425), and what follows from it."""

from dataclasses import dataclass
from decimal import Decimal
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
_REACHED_NATIONALLY = Sentence(
    "Delegates elected in the public and the private sector: {seats} of {total}; for 6 % it takes {least}. The share "
    "is reached. Independence and the capacity to contract are asked for beside it."
)
_MISSED_NATIONALLY = Sentence(
    "Delegates elected in the public and the private sector: {seats} of {total}; for 6 % it takes {least}. Missing: "
    "{more}."
)
_ONE_SECTOR = Sentence(
    "Delegates elected in the private sector alone: {seats} of {total}. Nothing can be said of the 6 % until the "
    "public sector is counted: its delegates change the total, and may change the seats of each union."
)


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


@dataclass(frozen=True, slots=True)
class Missing:
    """How many seats more would reach a share, with the formula."""

    seats: int
    working: Working


@dataclass(frozen=True, slots=True)
class National:
    """A union in the official figures of a general round. Whether both sectors are in them decides whether anything can
    be said of the share; of independence and of the capacity to contract no figure says a word."""

    share: Share
    both_sectors: bool

    @property
    def reached(self) -> bool:
        """Whether the share is reached; never by the figures of the private sector alone."""
        return self.both_sectors and self.share.reached

    @property
    def sentence(self) -> Sentence:
        """What the share means for the whole country."""
        share = self.share
        if not share.total:
            return _NOBODY
        if not self.both_sectors:
            return _ONE_SECTOR.filled(seats=share.seats, total=share.total)
        said = _REACHED_NATIONALLY if share.reached else _MISSED_NATIONALLY
        return said.filled(seats=share.seats, total=share.total, least=share.least, more=share.lacking)

    @property
    def taken(self) -> Missing | None:
        """The fewest seats more that reach the share where each is taken from another: the total stays. None where
        nothing can be said."""
        if not self.both_sectors:
            return None
        return Missing(self.share.lacking, self._formula("{share} × {total} − {seats} → {more}", self.share.lacking))

    @property
    def added(self) -> Missing | None:
        """The fewest seats more that reach the share where each is a new one: the total rises with them. None where
        nothing can be said."""
        if not self.both_sectors:
            return None
        part, whole = self.share.threshold.numerator, self.share.threshold.denominator
        more = max(-((whole * self.share.seats - part * self.share.total) // (whole - part)), 0)
        return Missing(more, self._formula("({share} × {total} − {seats}) / {rest} → {more}", more))

    def _formula(self, pattern: str, more: int) -> Working:
        share = Decimal(self.share.threshold.numerator) / self.share.threshold.denominator
        told = {"share": share, "rest": 1 - share, "total": self.share.total, "seats": self.share.seats, "more": more}
        return Working(pattern, told)


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

CONDITIONS = Sentence(
    "For the whole country the article asks for three things together: at least 6 % of all delegates elected in the "
    "public and the private sector, effective independence, and the capacity to contract. No text read says what "
    "proves the last two."
)

COUNTED = Sentence(
    "Delegates without a union count in the total. Which elected people of the public sector count, and whether "
    "alternates count beside full delegates, no text read says: take the total and the seats from one source, which "
    "counts both alike."
)

FOLLOWS_NATIONALLY: tuple[tuple[Sentence, tuple[str, ...], Status], ...] = (
    (Sentence("It takes part in collective bargaining beyond one enterprise."), ("ct 95", "ct 96"), Status.VERIFIED),
    (Sentence("It may sign collective agreements beyond one enterprise."), ("ct 104",), Status.VERIFIED),
    (
        Sentence(
            "A joint commission may be asked for to come to a collective agreement; the labour authority answers "
            "within three months."
        ),
        ("ct 109",),
        Status.VERIFIED,
    ),
    (
        Sentence(
            "Its opinion is asked before an agreement that covers at least half of the employees of a profession is "
            "extended to all of them; from two thirds on, the minister has to extend it."
        ),
        ("ct 133",),
        Status.VERIFIED,
    ),
    (Sentence("Other consultations and seats: no text read names them all."), (), Status.UNVERIFIED),
)
"""What follows for the whole country, each with its articles and with how well it was checked."""

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
