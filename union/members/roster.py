"""Who is on the rosters: an index in memory, one per process and database, kept valid by a counter of each
workplace."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID
from weakref import WeakKeyDictionary

from markupsafe import Markup
from sqlalchemy import Engine, select
from sqlalchemy.orm import make_transient_to_detached

from union.members import opening
from union.members.lines import Entry, Named
from union.members.marks import RosterMark, Whereabouts
from union.members.models import Leaving, Membership
from union.members.name_search import Called, bearers
from union.store.gc_pause import undisturbed
from union.store.reach import ReachSession
from union.tables.cells.names import Query, search_key
from union.web.locale import by_arabic_name


class Hit(NamedTuple):
    """Somebody found, and where."""

    workplace_id: UUID
    who: Named


@dataclass(frozen=True)
class Counts:
    """How many of a roster stand where; only those who still work there count for the density."""

    members: int = 0
    contacts: int = 0
    lapsed: int = 0
    left: int = 0  # they left the union
    gone: int = 0  # they left the workplace, whatever they are to the union
    damaged: int = 0  # people whose rows do not open: they stand in no list

    def density(self, headcount: int | None) -> float | None:
        """Members among those employed, from 0 to 1; None where the headcount is unknown."""
        return min(1.0, self.members / headcount) if headcount else None


class Listed(NamedTuple):
    """The roster of one workplace: its lines sorted by name, and how many stand where."""

    entries: tuple[Entry, ...]
    counts: Counts
    drawn: dict[tuple[str, bytes], Markup]  # lines as shown, by language and employment; gone with this state of it
    damaged: frozenset[UUID]  # members whose rows do not open
    in_arabic: Callable[[], tuple[Entry, ...]]  # the same lines in the order of their Arabic names


@dataclass
class _Shelf:
    """The roster of one workplace, as it stood when its counter showed this number."""

    number: int
    called: Called
    entries: tuple[Entry, ...] | None = None  # sorted by name
    arabic: tuple[Entry, ...] | None = None  # sorted by the Arabic name, once somebody asked
    leavers: tuple[Entry, ...] = ()  # those of the entries who have a last day
    counts: dict[date, Counts] = field(default_factory=dict)
    drawn: dict[tuple[str, bytes], Markup] = field(default_factory=dict)
    damaged: set[UUID] = field(default_factory=set)  # members

    def in_arabic(self) -> tuple[Entry, ...]:
        """Sorted once for this state of the roster: of a hundred thousand names it would slow down every page."""
        if self.arabic is None:
            lines = self.entries or ()
            self.arabic = tuple(sorted(lines, key=lambda one: by_arabic_name(one.who.key, one.who.name_ar)))
        return self.arabic

    def counted(self, on: date) -> Counts:
        if on not in self.counts:
            self.counts = {on: count(self.entries or (), on, len(self.damaged))}
        return self.counts[on]


@dataclass
class _Kept:
    """What this process keeps for one database."""

    shelves: dict[UUID, _Shelf] = field(default_factory=dict)
    # The parts of all names, each with its search key: replaced, never changed, for a search may be reading it. A part
    # stays when the last who bore it has left: to find that out would cost more than the hundred bytes that it takes.
    keys: Mapping[str, str] = field(default_factory=lambda: {"": ""})

    def hear_of(self, parts: Iterable[str]) -> None:
        new = {part: search_key(part) for part in parts if part not in self.keys}
        if new:
            self.keys = {**self.keys, **new}


_FILLING = threading.RLock()  # eight first callers at once would each read the same ten thousand rows
_all: WeakKeyDictionary[Engine, _Kept] = WeakKeyDictionary()


def forget() -> None:
    """Begin with an empty index, as a new process does."""
    _all.clear()


def touch(session: ReachSession, workplace_ids: Iterable[UUID]) -> None:
    """The rosters of these workplaces change in this transaction: every process reads them anew after its commit.

    To be called by whatever adds or changes a member, an employment, a mandate or an entrusting, before it reads a
    roster itself.
    """
    touched: set[UUID] = session.info.setdefault("rosters_touched", set())
    for workplace_id in sorted(set(workplace_ids) - touched):
        mark = RosterMark(id=workplace_id)
        make_transient_to_detached(mark)  # counted without being read: it may lie outside the reach
        session.add(mark)
        mark.roster = RosterMark.roster + 1  # added in the database, so that two writers both count
        touched.add(workplace_id)


def touch_member(session: ReachSession, member_id: UUID) -> None:
    """Have every roster that lists a member read anew after their name or standing changed, those out of reach
    included."""
    touch(session, session.scalars(select(Whereabouts.workplace_id).where(Whereabouts.member_id == member_id)))


def names(session: ReachSession, workplace_ids: Iterable[UUID] | None = None) -> dict[UUID, tuple[Named, ...]]:
    """Who is listed at each workplace (all in reach by default), unsorted. Nothing for who may not list members."""
    kept = _kept(session)
    shelves = _reached(session, workplace_ids, kept)
    return {workplace_id: shelf.called.everybody(kept.keys) for workplace_id, shelf in shelves.items()}


def listed(session: ReachSession, workplace_id: UUID, on: date) -> Listed:
    """The roster of one workplace, and how many of it stand where on a day. Empty where it lies outside the reach."""
    shelf = _opened(session, [workplace_id]).get(workplace_id) or _Shelf(0, Called([], []))
    return Listed(shelf.entries or (), shelf.counted(on), shelf.drawn, frozenset(shelf.damaged), shelf.in_arabic)


def leavers(session: ReachSession, workplace_ids: Iterable[UUID], since: date, until: date) -> dict[UUID, set[UUID]]:
    """The members whose last day at a workplace fell between two days, both counted in."""
    return {
        workplace_id: {one.who.member_id for one in shelf.leavers if one.left_on and since <= one.left_on <= until}
        for workplace_id, shelf in _opened(session, workplace_ids).items()
    }


def last_days(session: ReachSession, workplace_ids: Iterable[UUID], how: Leaving) -> dict[UUID, list[date]]:
    """The last days of those who left these workplaces in one way, as far as the union knows."""
    return {
        workplace_id: [one.left_on for one in shelf.leavers if one.left_on is not None and one.left_how is how]
        for workplace_id, shelf in _opened(session, workplace_ids).items()
    }


def counts(session: ReachSession, on: date, workplace_ids: Iterable[UUID] | None = None) -> dict[UUID, Counts]:
    """How many stand where on a day, by workplace (all in reach by default)."""
    return {place: shelf.counted(on) for place, shelf in _opened(session, workplace_ids).items()}


def search(session: ReachSession, query: str, workplace_id: UUID | None = None) -> list[Hit]:
    """Who bears a name, in whatever script or spelling, sorted by name; within reach, at one workplace or at all."""
    kept = _kept(session)
    shelves = _reached(session, None if workplace_id is None else [workplace_id], kept)
    asked = Query(query).among(kept.keys)
    each = [(place, shelf.called) for place, shelf in shelves.items()]
    hits = [Hit(place, called.who(at, kept.keys)) for place, called in each for at in bearers(asked, called.people)]
    return sorted(hits, key=lambda hit: hit.who.key)


def count(roster: Sequence[Entry], on: date, damaged: int) -> Counts:
    tally: dict[Membership | None, int] = defaultdict(int)
    for entry in roster:
        tally[entry.state if entry.works(on) else None] += 1
    states = (Membership.MEMBER, Membership.CONTACT, Membership.LAPSED, Membership.LEFT, None)
    return replace(Counts(*(tally[one] for one in states)), damaged=damaged)


def _reached(session: ReachSession, workplace_ids: Iterable[UUID] | None, kept: _Kept) -> dict[UUID, _Shelf]:
    """The shelves that this session may see, valid now. The counters are read first: rows may only be newer than
    them."""
    if session.reach.named_only or session.reach.figures_only:
        return {}
    asked = select(RosterMark.id, RosterMark.roster)
    if workplace_ids is not None:
        asked = asked.where(RosterMark.id.in_(list(workplace_ids)))
    numbers = {row.id: row.roster for row in session.execute(asked)}
    shelves = _valid(kept, numbers)
    if len(shelves) == len(numbers):
        return shelves
    with _FILLING:  # another thread may be reading the very same: then it is found valid here
        shelves = _valid(kept, numbers)
        for places in _batches([place for place in numbers if place not in shelves]):
            whole = workplace_ids is None and len(places) == len(numbers)
            bad = opening.Damaged(set)
            with undisturbed():  # among a hundred thousand living names a quarter of the time
                read, parts = opening.names(session, places, bad, all_of_them=whole)
                kept.hear_of(parts)
            for place, called in read.items():
                shelves[place] = kept.shelves[place] = _Shelf(numbers[place], called, damaged=bad[place])
            opening.tell(bad)
    return shelves


def _valid(kept: _Kept, numbers: dict[UUID, int]) -> dict[UUID, _Shelf]:
    known = kept.shelves
    return {
        place: known[place] for place, number in numbers.items() if place in known and known[place].number == number
    }


def _opened(session: ReachSession, workplace_ids: Iterable[UUID] | None) -> dict[UUID, _Shelf]:
    """The same, with what else the roster says of everybody."""
    kept = _kept(session)
    shelves = _reached(session, workplace_ids, kept)
    if all(shelf.entries is not None for shelf in shelves.values()):
        return shelves
    with _FILLING:
        for batch in _batches([place for place, shelf in shelves.items() if shelf.entries is None]):
            listed = {who.employment: who for place in batch for who in shelves[place].called.everybody(kept.keys)}
            bad = opening.Damaged(set)
            read = opening.entries(session, batch, listed, bad)
            opening.tell(bad)
            for place in batch:
                shelves[place].damaged |= bad[place]
                roster = tuple(sorted(read.get(place, ()), key=lambda entry: entry.who.key))
                shelves[place].leavers = tuple([entry for entry in roster if entry.left_on is not None])
                shelves[place].entries = roster
    return shelves


def _kept(session: ReachSession) -> _Kept:
    """What this process keeps for the session's database; nothing is kept of rosters that it is changing itself."""
    if session.info.get("rosters_touched"):
        return _Kept()
    engine = session.get_bind()
    if not isinstance(engine, Engine):
        raise TypeError("A roster is read through a session on an engine")
    return _all.setdefault(engine, _Kept())


def _batches(places: list[UUID], size: int = 500) -> Iterator[list[UUID]]:
    """So many workplaces that one statement can name them."""
    return (places[start : start + size] for start in range(0, len(places), size))
