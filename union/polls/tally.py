"""The count of an election: its stations added up for each college, and who won which seat, with the working."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from union.law.polls.counting import Counted, Votes, count
from union.law.polls.seats import seats
from union.polls.models import People, Station, Told
from union.workplaces.elections import College, ListResult, Result


@dataclass(frozen=True)
class Tally:
    """One college: the sums of its stations, and the seats of each list; `seats` is None until they are shared."""

    college: College
    stations: tuple[Station, ...]
    registered: int
    voters: int
    valid: int
    votes: tuple[tuple[str, int], ...]
    seats: int | None
    counted: Counted | None

    @property
    def quorum(self) -> bool:
        """Whether half of those registered voted: what the first round asks for (article 449)."""
        return 2 * self.voters >= self.registered

    @property
    def ready(self) -> bool:
        """Whether every seat is given."""
        return self.counted is not None and not self.counted.tied and self.counted.given == self.counted.seats


def seats_of(people: People, college: College) -> int | None:
    """The seats of one college: as shared, or all of them where the other college has nobody."""
    shared = people.seats_employees if college is College.EMPLOYEES else people.seats_executives
    if shared is not None:
        return shared
    other = people.executives if college is College.EMPLOYEES else people.employees
    return seats(people.whole).number if other == 0 else None


def tallies(told: Told) -> list[Tally]:
    """The colleges that have a count, workers and employees first."""
    return [_tally(told, one) for one in College if any(each.college is one for each in told.stations)]


def _tally(told: Told, college: College) -> Tally:
    stations = tuple(one for one in told.stations if one.college is college)
    votes = tuple((name, sum(one.votes[at] for one in stations)) for at, name in enumerate(told.lists))
    valid, number = sum(one.valid for one in stations), seats_of(told.people, college)
    elders = [one.name for one in told.elders if one.college is college]
    counted = None if number is None else count([Votes(*one) for one in votes], valid, number, elders)
    return Tally(
        college,
        stations,
        sum(one.registered for one in stations),
        sum(one.voters for one in stations),
        valid,
        votes,
        number,
        counted,
    )


def results(told: Told, held_on: date) -> list[Result]:
    """What goes among the results of the site: of each college whose every seat is given."""
    found = []
    for one in tallies(told):
        if one.counted is not None and one.ready:
            won = {each.name: each.seats for each in one.counted.won}
            lists = tuple(ListResult(name, votes, won[name]) for name, votes in one.votes)
            found.append(Result(held_on, one.college, one.registered, one.voters, one.valid, lists))
    return found
