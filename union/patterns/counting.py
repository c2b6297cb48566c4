"""Cases with one thread in common, beside the rate of the rest of their sites; small numbers are kept back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from uuid import UUID

from union.patterns.told import Thread, Told
from union.vault import ring
from union.workplaces.models import Headcount, Site

LEAST = 5  # people, under which nothing is compared and nothing leaves; cases of the rest, under which no rate is told
WINDOW = 365  # days, the last one counted in
MOST = 30  # lines of a page
CASES_SHOWN = 50


@dataclass(frozen=True)
class Rate:
    """Cases or measures in a hundred people and a year."""

    number: int
    people: int
    days: int

    @property
    def per_hundred(self) -> Decimal:
        return (Decimal(100 * self.number * WINDOW) / (self.people * self.days)).quantize(Decimal("0.1"))


@dataclass(frozen=True)
class Line:
    """One thread: its cases, its people, and the rest of the sites at which it was met."""

    thread: Thread
    mark: str  # names it in an address, and tells no name
    spellings: tuple[str, ...]
    places: tuple[UUID, ...]
    cases: tuple[Told, ...]  # the newest first
    people: int
    months: tuple[tuple[date, int], ...]  # the first of each month of the window, and its cases
    rest: Rate | None  # None where it is too small to be told, or no headcount is known

    @property
    def few(self) -> bool:
        """Whether too few people stand behind it to be compared, or to leave the house."""
        return self.people < LEAST

    @property
    def as_many_as(self) -> int | None:
        """How many people would have as many cases in a year at the rate of the rest."""
        if self.few or self.rest is None:
            return None
        exact = Decimal(len(self.cases) * self.rest.people) / self.rest.number
        return int(exact.to_integral_value(ROUND_CEILING))

    @property
    def most(self) -> int:
        """The highest month, for the bars."""
        return max(number for _month, number in self.months)


def window(on: date) -> tuple[date, date]:
    """The days that are counted, both counted in."""
    return on - timedelta(days=WINDOW - 1), on


def heads(site: Site, on: date) -> int | None:
    """How many people worked at a site on a day: the newest headcount until then, else the first known."""
    known: Sequence[Headcount] = sorted(site.headcounts, key=lambda one: one.on)
    until = [one for one in known if one.on <= on]
    chosen = until[-1] if until else known[0] if known else None
    return chosen.people if chosen and chosen.people > 0 else None


def lines(cases: Iterable[Told], sites: Mapping[UUID, Site], employers: Mapping[UUID, UUID], on: date) -> list[Line]:
    """The threads that two people or more have in common within a year, those of most people first."""
    first, last = window(on)
    counted = [one for one in cases if first <= one.said.on <= last]
    grouped: dict[tuple[Thread, UUID, str], list[tuple[str, Told]]] = defaultdict(list)
    for one in counted:
        for hung in one.said.threads:
            grouped[hung.thread, employers[one.workplace_id], hung.key].append((hung.label, one))
    by_place: dict[UUID, int] = defaultdict(int)
    for one in counted:
        by_place[one.workplace_id] += 1
    people = {key: len({one.person for _label, one in pairs}) for key, pairs in grouped.items()}
    shared = [key for key, number in people.items() if number > 1]
    shared.sort(key=lambda key: (-people[key], -len(grouped[key]), min(label for label, _one in grouped[key])))
    return [_line(key[0], _mark(*key), grouped[key], by_place, sites, on) for key in shared[:MOST]]


def _mark(thread: Thread, employer: UUID, key: str) -> str:
    return ring.mac("cookies", b"pattern", thread.value.encode(), employer.bytes, key.encode()).hex()[:16]


def _line(
    thread: Thread,
    mark: str,
    pairs: list[tuple[str, Told]],
    by_place: Mapping[UUID, int],
    sites: Mapping[UUID, Site],
    on: date,
) -> Line:
    cases = tuple(sorted((one for _label, one in pairs), key=lambda one: (one.said.on, one.code), reverse=True))
    places = tuple(sorted({one.workplace_id for one in cases}))
    others = sum(by_place[place] for place in places) - len(cases)
    return Line(
        thread,
        mark,
        tuple(sorted({label for label, _one in pairs})),
        places,
        cases,
        len({one.person for one in cases}),
        _months(cases, on),
        _rest(others, [heads(sites[place], on) for place in places]),
    )


def _rest(others: int, known: list[int | None]) -> Rate | None:
    people = [one for one in known if one is not None]
    if others < LEAST or len(people) < len(known):
        return None
    return Rate(others, sum(people), WINDOW)


def _months(cases: Iterable[Told], on: date) -> tuple[tuple[date, int], ...]:
    first = window(on)[0].replace(day=1)
    tally = {first: 0}
    while (following := (max(tally) + timedelta(days=32)).replace(day=1)) <= on:
        tally[following] = 0
    for one in cases:
        tally[one.said.on.replace(day=1)] += 1
    return tuple(sorted(tally.items()))
