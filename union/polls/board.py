"""All sites in reach on one board: whether an election is due, how many seats, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from union.law.polls import representative as nationwide
from union.polls.models import Poll
from union.polls.shown import ShownSeats, ShownStep, following, shown_seats
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.web.damaged import readable
from union.workplaces.elections import Result, Share, shares, unsaid
from union.workplaces.models import Workplace, sites


@dataclass(frozen=True)
class Line:
    """One site of the board."""

    workplace: Workplace
    poll: Poll | None
    seats: ShownSeats | None
    next: ShownStep | None
    people: int | None
    shares: tuple[Share, ...] = ()
    unsaid: bool = False  # a partial election leaves its seats unknown


def lines(session: ReachSession, voted: Mapping[UUID, list[Result]], on: date) -> list[Line]:
    """Every site in reach with what was voted there: what has the first day on top, then those whose election is not
    begun, by their names."""
    polls: dict[object, Poll] = {}
    for one in readable(session.scalars(select(Poll)), "told"):
        known = polls.get(one.workplace_id)
        if known is None or known.told.closed_on is not None:
            polls[one.workplace_id] = one
    found = [_line(place, polls.get(place.id), voted.get(place.id, []), on) for place in session.scalars(sites())]
    return sorted(found, key=_order)


def of_all(voted: Mapping[UUID, list[Result]]) -> list[tuple[str, nationwide.Share]]:
    """Each list among the delegates of all sites in reach: a part of the country, and no more."""
    return [(one.name, nationwide.nationally(one.seats, one.of)) for one in shares(*voted.values())]


def _line(place: Workplace, poll: Poll | None, voted: list[Result], on: date) -> Line:
    count = place.site.headcount
    people = poll.told.people.whole if poll else count.people if count else None
    seats = None if people is None else shown_seats(people)
    return Line(
        place, poll, seats, following(poll, on) if poll else None, people, tuple(shares(voted)), bool(unsaid(voted))
    )


def _order(one: Line) -> tuple[int, date, str]:
    rank = 0 if one.next else 1 if one.poll is None else 2
    return rank, (one.next.by if one.next and one.next.by else date.max), fold(one.workplace.site.called)
