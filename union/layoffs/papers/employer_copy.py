"""What may reach the employer: their whole list, in their order, counted on their own figures, so that no row tells who
spoke to us."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from union.entitlements.records.facts import NOBODY, Facts, OwnSwitches
from union.entitlements.sums.person import computed
from union.entitlements.sums.snapshot import reopened
from union.layoffs.records.contents import Matter
from union.layoffs.records.models import LayoffPerson
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.layoffs.sums.overview import Counted, Entry


def as_listed(facts: Facts) -> Facts:
    """A person's facts as the employer's list has them.

    Without what the union corrected or added, the mandates that its register knows, and its own readings: beside the
    employer's list each of these would point at somebody who talked to us.
    """
    his = facts.listed or facts
    return dataclasses.replace(
        his,
        mandate=his.mandate if his.listed_mandate is None else his.listed_mandate,
        mandate_until=None,
        listed_mandate=None,
        switches=OwnSwitches(),
        steps={},
        corrected=(),
        listed=None,
        matched_by="",
        member_id=NOBODY,
    )


def unmarked(matter: Matter, rows: Iterable[LayoffPerson]) -> list[Counted]:
    """Everybody in the employer's order, all counted now and in one way: a kept sum of another day would mark its row.

    Raises where a row does not open: a part would pass for the whole.
    """
    basis, at = basis_of(matter), recomputing.now()
    found = []
    for row in rows:
        facts, snapshot = computed(basis, as_listed(row.facts), at)
        entry = Entry(row.id, row.position, known=False, facts=facts, snapshot=snapshot)
        found.append(Counted(entry, reopened(snapshot.entitlement)))
    return found
