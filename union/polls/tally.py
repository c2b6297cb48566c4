"""The count of an election: its stations added up for each college, and who won which seat, with the working."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from union.law.polls.calendar import Step
from union.law.polls.counting import Counted, Votes, count, quorum
from union.law.polls.seats import seats
from union.polls.models import People, Station, Told
from union.workplaces.elections import College, ListResult, Result, Round


@dataclass(frozen=True)
class Tally:
    """One college in one round: the sums of its stations, and the seats of each list; `seats` is None until they are
    shared."""

    college: College
    round: Round
    stations: tuple[Station, ...]
    registered: int
    voters: int
    valid: int
    votes: tuple[tuple[str, int], ...]
    seats: int | None
    counted: Counted | None

    @property
    def quorum(self) -> bool:
        """Whether enough voted for this round to give seats: the second one asks for no number (article 449)."""
        return self.round is Round.SECOND or quorum(self.registered, self.voters)

    @property
    def ready(self) -> bool:
        """Whether every seat is given."""
        full = self.counted is not None and not self.counted.tied and self.counted.given == self.counted.seats
        return full and self.quorum


def seats_of(people: People, college: College) -> int | None:
    """The seats of one college: as shared, or all of them where the other college has nobody. Of a partial election as
    written down alone: how many fell vacant stands in no table."""
    shared = people.seats_employees if college is College.EMPLOYEES else people.seats_executives
    if shared is not None or people.partial:
        return shared
    other = people.executives if college is College.EMPLOYEES else people.employees
    return seats(people.whole).number if other == 0 else None


def tallies(told: Told) -> list[Tally]:
    """The colleges that have a count, workers and employees first; of a college the round that gives its seats."""
    counted = {(one.college, one.round) for one in told.stations}
    return [
        _tally(told, college, Round.SECOND if (college, Round.SECOND) in counted else Round.FIRST)
        for college in College
        if any(one is college for one, _round in counted)
    ]


def _tally(told: Told, college: College, round: Round) -> Tally:
    stations = tuple(one for one in told.stations if (one.college, one.round) == (college, round))
    votes = tuple((name, sum(one.votes[at] for one in stations)) for at, name in enumerate(told.lists))
    valid, number = sum(one.valid for one in stations), seats_of(told.people, college)
    elders = [one.name for one in told.elders if one.college is college]
    counted = None if number is None else count([Votes(*one) for one in votes], valid, number, elders)
    return Tally(
        college,
        round,
        stations,
        sum(one.registered for one in stations),
        sum(one.voters for one in stations),
        valid,
        votes,
        number,
        counted,
    )


def results(told: Told) -> list[Result]:
    """What goes among the results of the site: of each college whose every seat is given, on the day of its round."""
    held = held_on(told)
    return [_result(told, one, held[one.round]) for one in tallies(told) if one.ready and one.round in held]


def held_on(told: Told) -> dict[Round, date]:
    """The day of each round that was held."""
    done = {one.step: one.on for one in told.done}
    rounds = ((Round.FIRST, Step.POLL), (Round.SECOND, Step.SECOND_ROUND))
    return {round: done[step] for round, step in rounds if step in done}


def _result(told: Told, one: Tally, on: date) -> Result:
    won = {each.name: each.seats for each in one.counted.won} if one.counted else {}
    lists = tuple(ListResult(name, votes, won[name]) for name, votes in one.votes)
    partial = told.people.partial
    return Result(on, one.college, one.registered, one.voters, one.valid, lists, one.round, partial)
