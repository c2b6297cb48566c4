"""Resignations that come together: how many within thirty days, beside what the year before lets one expect."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.members import roster
from union.members.models import Leaving
from union.patterns.counting import LEAST
from union.store.reach import ReachSession

NOW = 30  # days
BEFORE = 365  # days before these thirty
TIMES = 3

RULE = _l(
    "A sign stands here where at least 5 people resigned within 30 days, and at least three times as many as the 365 "
    "days before let one expect (their resignations × 30 / 365). Only departures that the union knows, and of which "
    "somebody wrote that they were resignations. It shows that people leave together, not why."
)


@dataclass(frozen=True)
class Cluster:
    """Resignations of one site."""

    place: UUID
    now: int
    before: int

    @property
    def expected(self) -> Decimal:
        """How many thirty days would have, by the year before."""
        return (Decimal(self.before * NOW) / BEFORE).quantize(Decimal("0.1"))

    @property
    def earlier(self) -> int | None:
        """Those of the year before; None where they are too few to be told."""
        return self.before if self.before >= LEAST else None

    @property
    def stands(self) -> bool:
        """Whether it is a sign by the rule."""
        return self.now >= LEAST and self.now * BEFORE >= TIMES * self.before * NOW


def clusters(session: ReachSession, places: Iterable[UUID], on: date) -> dict[UUID, Cluster]:
    """The sites in reach at which the sign stands."""
    since = on - timedelta(days=NOW - 1)
    found = {}
    for place, days in roster.last_days(session, places, Leaving.RESIGNED).items():
        now = sum(since <= day <= on for day in days)
        before = sum(since - timedelta(days=BEFORE) <= day < since for day in days)
        one = Cluster(place, now, before)
        if one.stands:
            found[place] = one
    return found
