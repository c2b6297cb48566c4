"""What the lists of members show: a roster filtered and sorted, and what a search found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from union.members import roster, tokens
from union.members.damage import opens
from union.members.lines import Entry
from union.members.marks import RosterMark
from union.members.models import Employment, Membership
from union.store.reach import ReachSession
from union.web.locale import by_arabic_name, language, today
from union.workplaces.models import Workplace, sites

SHOWN = 50  # of a search; more is asked to be narrowed
SORTS = ("name", "-name", "hired", "-hired")
STATES = tuple(state.value for state in Membership)


@dataclass(frozen=True)
class Wanted:
    """Which lines of a roster: a state, those with a mandate, those who left the workplace; and in which order."""

    state: str = ""
    mandate: bool = False
    gone: bool = False
    sort: str = "name"

    def of(self, entries: Iterable[Entry], on: date) -> list[Entry]:
        """The lines wanted; `entries` are sorted by name."""
        found = [entry for entry in entries if self._takes(entry, on)]
        if self.sort.endswith("hired"):
            known = [entry for entry in found if entry.hired_on is not None]
            known.sort(key=lambda entry: entry.hired_on or date.min, reverse=self.sort.startswith("-"))
            return known + [entry for entry in found if entry.hired_on is None]
        return found[::-1] if self.sort == "-name" else found

    def _takes(self, entry: Entry, on: date) -> bool:
        if entry.works(on) is self.gone:
            return False
        return (not self.state or entry.state.value == self.state) and (not self.mandate or bool(entry.holds(on)))


@dataclass(frozen=True)
class Found:
    """What a search shows: the first of those found, and how many there are."""

    rows: list[Employment]
    total: int
    damaged: int = 0  # found by an exact token, and their rows do not open


def find(session: ReachSession, query: str) -> Found:
    """By name in any script, by telephone, e-mail or employee number; within reach, sorted by name."""
    places = [row.id for row in session.execute(select(RosterMark.id))]
    ids = [hit.who.employment_id for hit in roster.search(session, query)]
    exact = tokens.asked(query, places)
    if exact:
        bearing = Employment.member_id.in_(tokens.bearing(exact))
        ids += session.scalars(select(Employment.id).where(bearing).limit(SHOWN)).all()
    wanted = list(dict.fromkeys(ids))
    asked = select(Employment).where(Employment.id.in_(wanted[:SHOWN])).options(joinedload(Employment.member))
    rows = {row.id: row for row in session.scalars(asked)}
    found = [rows[one] for one in wanted[:SHOWN] if one in rows]
    readable = [one for one in found if opens(one.member, one)]
    if language() == "ar":
        readable.sort(key=lambda one: by_arabic_name(one.member.identity.name, one.member.identity.name_ar))
    return Found(readable, len(wanted), len(found) - len(readable))


def members_at(session: ReachSession, workplaces: list[UUID]) -> dict[UUID, int]:
    """Members in employment today, by workplace."""
    return {place: one.members for place, one in roster.counts(session, today(), workplaces).items()}


def by_site(session: ReachSession, on: date) -> list[tuple[Workplace, roster.Counts]]:
    """The sites in reach with the counts of their rosters, sorted by name."""
    counted = roster.counts(session, on)
    rows = [(site, counted.get(site.id, roster.Counts())) for site in session.scalars(sites())]
    return sorted(rows, key=lambda row: row[0].site.called.casefold())
