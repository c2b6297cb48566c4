"""Figures for who may see counts and no person: small ones hidden, confidential cases left out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select

from union.cases.models import Case, Stage
from union.db import Store
from union.home.small import Published, publish
from union.reach import Reach, ReachSession
from union.workplaces import listing
from union.workplaces.strength import Strength

COLUMNS = ("members", "new", "in_hand", "waiting", "closed")


@dataclass(frozen=True)
class Figures:
    """The published table, and the sites that are its rows."""

    sites: list[listing.Line]
    table: Published

    def density(self, line: listing.Line) -> int | None:
        """Members in a hundred, from the published count alone; None where it is hidden or no headcount is known."""
        members, newest = self.table.shown(line.id, "members"), line.site.headcount
        if members is None or newest is None:
            return None
        return int((Decimal(100 * members) / newest.people).to_integral_value())


def figures(store: Store, reach: Reach) -> Figures:
    """Counts over the workplaces of a reach.

    An analyst reaches no member and no case, so they are counted by a session of nobody's over the same places: it names
    no person, so confidential cases are not in it, and only what `publish` lets through leaves this function.
    """
    counting = Reach(person=None, workplaces=reach.workplaces, everywhere=reach.everywhere)
    with store.reading(counting) as session:
        sites = listing.lines(session)
        cells = {line.id: {"members": line.strength.members} for line in sites}
        for place, stage, count in _stages(session, list(cells)):
            cells[place][stage.value] = count
    blank = [listing.Line(one.id, one.site, one.employer_id, one.employer, Strength()) for one in sites]
    return Figures(blank, publish(cells, COLUMNS))


def _stages(session: ReachSession, places: list[UUID]) -> list[tuple[UUID, Stage, int]]:
    asked = (
        select(Case.workplace_id, Case.stage, func.count(Case.id))
        .where(Case.workplace_id.in_(places))
        .group_by(Case.workplace_id, Case.stage)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(asked)]
