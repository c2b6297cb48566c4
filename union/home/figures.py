"""Figures for who may see counts and no person: of one day, rounded, small ones hidden, confidential cases left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select

from union.cases.models import Case, Stage
from union.cases.small import Published, publish
from union.home.models import Counted, PublishedCount
from union.store.db import Store, one_at_a_time
from union.store.reach import Reach, ReachSession
from union.web.locale import today
from union.workplaces import listing
from union.workplaces.strength import Strength

COLUMNS = ("members", "new", "in_hand", "waiting", "closed")


@dataclass(frozen=True)
class Figures:
    """The published table, and the sites that are its rows."""

    sites: list[listing.ListedSite]
    table: Published

    def density(self, line: listing.ListedSite) -> int | None:
        """Members in a hundred, from the published count alone; None where it is hidden or no headcount is known."""
        members, newest = self.table.shown(line.id, "members"), line.site.headcount
        if members is None or newest is None:
            return None
        return int((Decimal(100 * members) / newest.people).to_integral_value())


def figures(store: Store, reach: Reach) -> Figures:
    """Counts over the workplaces of a reach, as they were at the first view of the day.

    Only what `publish` lets through leaves this function. A workplace added since has no counts yet.
    """
    on = today()
    found = _kept(store, reach, on)
    if not found:
        _count(store, on)
        found = _kept(store, reach, on)
    with store.reading(Reach(person=None, workplaces=reach.workplaces, everywhere=reach.everywhere)) as session:
        sites = listing.lines(session)
    blank = [listing.ListedSite(one.id, one.site, one.employer_id, one.employer, Strength()) for one in sites]
    return Figures(blank, publish({line.id: found.get(line.id, {}) for line in sites}, COLUMNS))


def _kept(store: Store, reach: Reach, on: date) -> dict[UUID, dict[str, int]]:
    """The counts of today, by workplace; none where nobody has looked today."""
    with store.reading(reach) as session:
        rows = [(row.workplace_id, row.counted) for row in session.scalars(select(PublishedCount))]
    return {place: counted.counts for place, counted in rows if counted.on == on}


def _count(store: Store, on: date) -> None:
    """Count every workplace, once a day: two people who look on one day are told alike, whatever each of them reaches.

    An analyst reaches no member and no case, so they are counted by a session of nobody's: it names no person, so
    confidential cases are not in it.
    """
    everywhere = Reach(person=None, everywhere=True)
    with store.reading(everywhere) as session:
        if any(row.counted.on == on for row in session.scalars(select(PublishedCount))):
            return  # whoever asks reaches only sites that came since: nothing is counted for them before tomorrow
        cells = {line.id: {"members": line.strength.members} for line in listing.lines(session)}
        for place, stage, count in _stages(session, list(cells)):
            cells[place][stage.value] = count
    with store.writing(everywhere) as session:
        one_at_a_time(session, b"published")
        known = {row.workplace_id: row for row in session.scalars(select(PublishedCount))}
        if any(row.counted.on == on for row in known.values()):
            return  # somebody else counted meanwhile: theirs are today's
        for place, counts in cells.items():
            row = known.get(place)
            if row is None:
                session.add(PublishedCount(workplace_id=place, counted=Counted(on, counts)))
            else:
                row.counted = Counted(on, counts)


def _stages(session: ReachSession, places: list[UUID]) -> list[tuple[UUID, Stage, int]]:
    asked = (
        select(Case.workplace_id, Case.stage, func.count(Case.id))
        .where(Case.workplace_id.in_(places))
        .group_by(Case.workplace_id, Case.stage)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(asked)]
