"""What a change of one person would move, line by line and in the group's sums; nothing is written."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from union.layoffs.records.models import Facts, LayoffPerson, Snapshot, on_the_list
from union.layoffs.sums import overview
from union.layoffs.sums.snapshot import reopened
from union.layoffs.switches import readings
from union.store.db import session


@dataclass(frozen=True)
class Difference:
    """One person before and after, and the group with them."""

    lines: list[readings.Moved]
    before: Snapshot
    after: Snapshot
    facts_before: Facts
    facts_after: Facts
    group_before: overview.Totals
    group_after: overview.Totals


def difference(row: LayoffPerson, facts: Facts, snapshot: Snapshot) -> Difference:
    """The difference between a person's line as it is and what was tried for them."""
    people = overview.opened(session().scalars(on_the_list(row.case_id)))
    tried = [
        dataclasses.replace(one, facts=facts, snapshot=snapshot) if one.id == row.id else one for one in people.entries
    ]
    other = overview.Opened(tried, people.unread)
    moved = readings.moved(reopened(row.snapshot.entitlement), reopened(snapshot.entitlement))
    return Difference(moved, row.snapshot, snapshot, row.facts, facts, people.totals, other.totals)
