"""Who won the seats of a college: by the quotient, then by the highest average (arts 448-450)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from union.law.sources.articles import cite
from union.law.sources.sentence import Sentence

ARTICLES = ("ct 448", "ct 450")


@dataclass(frozen=True, slots=True)
class Votes:
    """What one list got; `name` tells the lists apart."""

    name: str
    votes: int


@dataclass(frozen=True, slots=True)
class Won:
    """The seats of one list: by the quotient, and in all."""

    name: str
    votes: int
    by_quotient: int
    seats: int


@dataclass(frozen=True, slots=True)
class Round:
    """One seat given by the highest average: the average of each list, and who has it; nobody where only the elder
    of the candidates decides and nobody said who that is."""

    number: int
    averages: tuple[tuple[str, Fraction], ...]
    winner: str | None
    tied: tuple[str, ...] = ()
    """The lists of the same average and of the same votes, between which the elder candidate decides."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The seats of one college; `quotient` is valid votes for a seat."""

    seats: int
    valid: int
    quotient: Fraction
    won: tuple[Won, ...]
    rounds: tuple[Round, ...]
    articles: tuple[str, ...] = ARTICLES

    @property
    def tied(self) -> tuple[str, ...]:
        """The lists between which the elder candidate decides; empty where every seat is given."""
        return self.rounds[-1].tied if self.rounds and self.rounds[-1].winner is None else ()

    @property
    def given(self) -> int:
        """How many seats are given."""
        return sum(one.seats for one in self.won)

    @property
    def article(self) -> Sentence:
        """The articles cited."""
        return cite(self.articles)


def quorum(registered: int, voters: int) -> bool:
    """Whether half of those registered voted: without it a first round gives no seat (article 449)."""
    return 2 * voters >= registered


HOW = Sentence(
    "The quotient is the valid votes divided by the seats; each list has a seat for each whole quotient. The seats "
    "that are left go one by one to the highest average: the votes of a list divided by its seats plus one. Of two "
    "equal averages the list with more votes has the seat, and with equal votes the elder candidate."
)


def count(lists: Sequence[Votes], valid: int, seats: int, elders: Iterable[str] = ()) -> Counted:
    """The seats of each list. `elders` are the names of lists, the one whose candidate is the elder first.

    It stops at a seat that only the elder candidate decides where `elders` names neither list. Raises `ValueError` for
    more votes than valid ones, for two lists of one name, and for a number below nought.
    """
    if len({one.name for one in lists}) < len(lists):
        raise ValueError("Two lists have one name")
    if seats < 0 or valid < 0 or any(one.votes < 0 for one in lists):
        raise ValueError("A number is below nought")
    if sum(one.votes for one in lists) > valid:
        raise ValueError("More votes than valid ones")
    quotient = Fraction(valid, seats) if seats else Fraction(0)
    first = {one.name: int(one.votes / quotient) if quotient else 0 for one in lists}
    won, rounds = dict(first), list[Round]()
    rank = {name: place for place, name in enumerate(elders)}
    while sum(won.values()) < seats and any(one.votes for one in lists):
        found = _round(lists, won, rank, sum(won.values()) + 1)
        rounds.append(found)
        if found.winner is None:
            break
        won[found.winner] += 1
    told = tuple(Won(one.name, one.votes, first[one.name], won[one.name]) for one in lists)
    return Counted(seats, valid, quotient, told, tuple(rounds))


def _round(lists: Sequence[Votes], won: dict[str, int], rank: dict[str, int], number: int) -> Round:
    averages = tuple((one.name, Fraction(one.votes, won[one.name] + 1)) for one in lists)
    highest = max(average for _, average in averages)
    votes = {one.name: one.votes for one in lists}
    among = [name for name, average in averages if average == highest]
    most = max(votes[name] for name in among)
    tied = tuple(name for name in among if votes[name] == most)
    if len(tied) == 1:
        return Round(number, averages, tied[0])
    known = sorted((name for name in tied if name in rank), key=lambda name: rank[name])
    return Round(number, averages, known[0] if known else None, tied)
