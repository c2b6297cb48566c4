"""How strong the union is at each site: counts that higher floors bring, one select each, whatever the number of
sites."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from union.store.reach import ReachSession
from union.workplaces.models import Site

Counter = Callable[[ReachSession, list[UUID]], dict[UUID, int]]

# Filled in `features`: "members" (members alone, without contacts) and "open_cases".
COUNTERS: dict[str, Counter] = {}


@dataclass(frozen=True)
class Strength:
    """What is counted at one site, within the reach of who asks."""

    counted: dict[str, int] = field(default_factory=dict)

    @property
    def members(self) -> int:
        return self.counted.get("members", 0)

    @property
    def open_cases(self) -> int:
        return self.counted.get("open_cases", 0)

    def density(self, site: Site) -> int | None:
        """Members in a hundred of those who work there, by the newest headcount; None where none is known."""
        newest = site.headcount
        if newest is None or newest.people == 0:
            return None
        return int((Decimal(100 * self.members) / newest.people).to_integral_value())


def strengths(session: ReachSession, workplaces: list[UUID]) -> dict[UUID, Strength]:
    """The strength of each of these sites."""
    found = {name: count(session, workplaces) for name, count in COUNTERS.items()}
    return {one: Strength({name: counts.get(one, 0) for name, counts in found.items()}) for one in workplaces}
