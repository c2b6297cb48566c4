"""What a change of one person would move, line by line and in the group's sums; nothing is written."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from union.entitlements.records.contents import Snapshot
from union.entitlements.records.facts import Facts
from union.entitlements.switches import what_if
from union.layoffs.records.models import LayoffPerson, on_the_list
from union.layoffs.sums import overview
from union.store.db import session


@dataclass(frozen=True)
class Difference(what_if.Difference):
    """One person before and after, and the group with them."""

    group_before: overview.Totals
    group_after: overview.Totals


def difference(row: LayoffPerson, facts: Facts, snapshot: Snapshot) -> Difference:
    """The difference between a person's line as it is and what was tried for them."""
    people = overview.opened(session().scalars(on_the_list(row.case_id)))
    tried = [
        dataclasses.replace(one, facts=facts, snapshot=snapshot) if one.id == row.id else one for one in people.entries
    ]
    other = overview.Opened(tried, people.unread)
    moved = what_if.difference((row.facts, row.snapshot), (facts, snapshot))
    return Difference(**vars(moved), group_before=people.totals, group_after=other.totals)
