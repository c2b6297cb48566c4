"""How many delegates an establishment elects, and how its two colleges share them (arts 430, 431, 433-435)."""

from dataclasses import dataclass

from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence, Working
from union.law.sources.source import Status

LEAST = 10  # permanent employees: below, by a written agreement alone
_TABLE = ((25, 1), (50, 2), (100, 3), (250, 5), (500, 7), (1000, 9))
HIGHEST, MOST, TRANCHE = 1000, 9, 500

_NONE = Sentence(
    "Fewer than ten permanent employees: no election is due; one may be agreed with the employer in writing."
)
_BY_TABLE = Sentence(
    "Seats for {people} permanent employees: {seats} full and {seats} alternate, by the table of the article."
)
_WHOLE = Sentence(
    "Seats for {people} permanent employees: {seats} full and {seats} alternate, counting whole tranches of 500 above "
    "1,000. If a tranche that has begun counts too: {more}. No decision read settles it: ask for the higher number."
)


@dataclass(frozen=True, slots=True)
class Seats:
    """The full delegates of an establishment, with as many alternates; `other` the number by another reading."""

    number: int
    other: int | None
    working: Working | None
    articles: tuple[str, ...]
    status: Status
    sentence: Sentence

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)

    @property
    def due(self) -> bool:
        """Whether the employer has to hold the election."""
        return self.number > 0


def seats(people: int) -> Seats:
    """The seats for so many permanent employees of one establishment. Raises `ValueError` below nought."""
    if people < 0:
        raise ValueError("Nobody is fewer than nobody")
    if people < LEAST:
        return Seats(0, None, None, ("ct 430", "ct 431"), Status.VERIFIED, _NONE)
    for most, number in _TABLE:
        if people <= most:
            said = _BY_TABLE.filled(people=people, seats=number)
            return Seats(number, None, None, ("ct 430", "ct 433"), Status.VERIFIED, said)
    whole, rest = divmod(people - HIGHEST, TRANCHE)
    number = MOST + whole
    working = Working(
        "{most} + ({people} − {highest}) / {tranche}",
        {"most": MOST, "people": people, "highest": HIGHEST, "tranche": TRANCHE},
    )
    if not rest:
        said = _BY_TABLE.filled(people=people, seats=number)
        return Seats(number, None, working, ("ct 430", "ct 433"), Status.VERIFIED, said)
    said = _WHOLE.filled(people=people, seats=number, more=number + 1)
    return Seats(number, number + 1, working, ("ct 430", "ct 433"), Status.UNVERIFIED, said)


SHARED = Sentence(
    "Workers and employees vote in one college, executives in another; who belongs where and how the seats are "
    "shared is agreed with the employees, and the labour inspector decides where nobody agrees. In proportion to the "
    "people it would be {employees} and {executives}: an offer for the talks, no rule of the Code."
)


@dataclass(frozen=True, slots=True)
class Split:
    """The seats of the two colleges in proportion to their people: an offer for the talks (arts 434, 435)."""

    employees: int
    executives: int
    articles: tuple[str, ...] = ("ct 434", "ct 435")
    status: Status = Status.UNVERIFIED

    @property
    def sentence(self) -> Sentence:
        """How the seats are shared, and that this is no rule."""
        return SHARED.filled(employees=self.employees, executives=self.executives)

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


def split(number: int, employees: int, executives: int) -> Split:
    """The seats in proportion, the larger rest first; a college that has people has one seat where there are two.

    Raises `ValueError` without people.
    """
    people = employees + executives
    if people <= 0 or min(employees, executives) < 0:
        raise ValueError("Nobody votes")
    whole, rest = divmod(number * executives, people)
    above = whole + (2 * rest > people or (2 * rest == people and executives > employees))
    least = 1 if executives and number > 1 else 0
    most = number - 1 if employees and number > 1 else number
    mine = min(max(above, least), most)
    return Split(number - mine, mine)
