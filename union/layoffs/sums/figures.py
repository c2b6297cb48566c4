"""The figures of a group: its sums by category and seniority, the worst offers, and whom an offer would harm
besides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from union.entitlements.records.contents import Situation
from union.entitlements.sums.requalified import fixed_term, grounds
from union.law.checking.findings import Finding
from union.law.terms.seniority import service
from union.layoffs.sums.overview import Entry, Totals, totals
from union.members.models import Category

MOST = 20  # of the worst offers
WIDTH = 1000  # units of the longest bar


class Band(Enum):
    """Seniority on the last day, cut where notice (1, 5) and severance (5, 10, 15) change."""

    UNDER_1 = "under_1"
    TO_5 = "to_5"
    TO_10 = "to_10"
    TO_15 = "to_15"
    BEYOND = "beyond"


@dataclass(frozen=True)
class Group:
    """The people of one category or band: its sums, and the bars of a chart in `WIDTH` units of the longest."""

    key: Category | Band
    people: int
    totals: Totals
    minimum_bar: int = 0
    offered_bar: int = 0


@dataclass(frozen=True)
class Disguised:
    """Somebody whose fixed-term contract the facts let hold open-ended, and why."""

    entry: Entry
    grounds: list[Finding]

    @property
    def settled(self) -> bool:
        """Whether one of the grounds is a rule that was checked, and not only what a judge may hold."""
        return any(one.defect for one in self.grounds)


def band(entry: Entry) -> Band | None:
    """The band of one person; None if a date is missing, or if the list has them leave before they came."""
    hired, left = entry.facts.hired_on, entry.facts.left_on
    if hired is None or left is None or left < hired:
        return None
    served = service(hired, left)
    if served.years < 1:
        return Band.UNDER_1
    for most, one in ((5, Band.TO_5), (10, Band.TO_10), (15, Band.TO_15)):
        if served.started <= most:
            return one
    return Band.BEYOND


def by_category(entries: Sequence[Entry]) -> list[Group]:
    """The group by category, those that are there."""
    return _groups(entries, Category, lambda entry: entry.facts.category)


def by_band(entries: Sequence[Entry]) -> list[Group]:
    """The group by seniority, those that are there; whoever has no dates is in none."""
    return _groups(entries, Band, band)


def _groups(
    entries: Sequence[Entry], kinds: Iterable[Category | Band], key: Callable[[Entry], Category | Band | None]
) -> list[Group]:
    held: dict[Category | Band, list[Entry]] = {one: [] for one in kinds}
    for entry in entries:
        found = key(entry)
        if found is not None:
            held[found].append(entry)
    groups = [Group(one, len(people), totals(people)) for one, people in held.items() if people]
    most = max((one.totals.minimum for one in groups), default=Decimal(0))
    return [
        Group(one.key, one.people, one.totals, _bar(one.totals.minimum, most), _bar(one.totals.kept_offers, most))
        for one in groups
    ]


def _bar(amount: Decimal, most: Decimal) -> int:
    return int(WIDTH * amount / most) if most else 0


def share(entry: Entry) -> int:
    """The part of the minimum that is offered, in hundredths; 100 where nothing is due."""
    if not entry.minimum:
        return 100
    return int((100 * entry.offered / entry.minimum).quantize(Decimal(1), ROUND_HALF_UP))


def worst(entries: Iterable[Entry]) -> list[Entry]:
    """The offers that cover least of the minimum, the largest shortfall first among equals; no offer is none."""
    offered = [one for one in entries if one.computed and one.facts.offered is not None and one.short > 0]
    return sorted(offered, key=lambda one: (one.offered / one.minimum, -one.short, one.position))[:MOST]


def disguised(entries: Iterable[Entry], kind: Situation) -> list[Disguised]:
    """Everybody whose fixed-term contract may be held open-ended."""
    found = (Disguised(one, grounds(one.facts, kind)) for one in entries)
    return [one for one in found if one.grounds]


def motives_unknown(entries: Iterable[Entry], kind: Situation) -> int:
    """For how many fixed-term contracts nobody knows which case they give."""
    return sum(fixed_term(one.facts, kind) and not one.facts.cdd_motive for one in entries)
