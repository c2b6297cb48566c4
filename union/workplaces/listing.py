"""The list of sites with their counts: opened, filtered and sorted here, for names are sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.workplaces.models import Activity, Market, Site, Workplace
from union.workplaces.strength import Strength, strengths


@dataclass(frozen=True)
class ListedSite:
    """One site of the list."""

    id: UUID
    site: Site
    employer_id: UUID
    employer: str
    strength: Strength

    @property
    def density(self) -> int | None:
        return self.strength.density(self.site)


@dataclass(frozen=True)
class Wanted:
    """Which sites, in which order; empty values let everything through."""

    market: str = ""
    activity: str = ""
    declared: str = ""
    sort: str = "name"

    def fits(self, site: Site) -> bool:
        return (
            (not self.market or Market(self.market) in site.markets)
            and (not self.activity or Activity(self.activity) in site.activities)
            and (not self.declared or site.declared == (self.declared == "yes"))
        )


# What the address may ask to sort by; a "-" before it turns the order round.
SORTS: dict[str, Callable[[ListedSite], Any]] = {
    "name": lambda line: fold(line.site.called),
    "employer": lambda line: (fold(line.employer), fold(line.site.called)),
    "headcount": lambda line: line.site.headcount.people if line.site.headcount else 0,
    "members": lambda line: line.strength.members,
    "density": lambda line: line.density or 0,
    "cases": lambda line: line.strength.open_cases,
}
ORDERS = tuple(SORTS) + tuple(f"-{name}" for name in SORTS)


def lines(session: ReachSession) -> list[ListedSite]:
    """Every site in reach with its counts, by name; as many statements for one site as for a hundred."""
    found = session.scalars(select(Workplace).options(joinedload(Workplace.employer))).all()
    counted = strengths(session, [one.id for one in found])
    every = [
        ListedSite(one.id, one.site, one.employer_id, one.employer.identity.legal_name, counted[one.id])
        for one in found
    ]
    return sorted(every, key=SORTS["name"])


def chosen(every: list[ListedSite], wanted: Wanted) -> list[ListedSite]:
    """Those asked for, in the order asked for."""
    kept = [line for line in every if wanted.fits(line.site)]
    return sorted(kept, key=SORTS[wanted.sort.removeprefix("-")], reverse=wanted.sort.startswith("-"))
