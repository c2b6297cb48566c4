"""What a change of one person would move, line by line; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass

from union.entitlements.records.contents import Snapshot
from union.entitlements.records.facts import Facts
from union.entitlements.sums.snapshot import reopened
from union.entitlements.switches import readings


@dataclass(frozen=True)
class Difference:
    """One person before and after."""

    lines: list[readings.Moved]
    before: Snapshot
    after: Snapshot
    facts_before: Facts
    facts_after: Facts


def difference(before: tuple[Facts, Snapshot], after: tuple[Facts, Snapshot]) -> Difference:
    """The difference between what stands of a person and what was tried for them."""
    moved = readings.moved(reopened(before[1].entitlement), reopened(after[1].entitlement))
    return Difference(moved, before[1], after[1], before[0], after[0])
