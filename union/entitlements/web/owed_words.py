"""One calculation in words, and what another one would move."""

from __future__ import annotations

import dataclasses
from typing import Any

from union.entitlements.people.fact_words import FACTS, RARE, RETIRING
from union.entitlements.records.contents import Situation, Snapshot
from union.entitlements.records.models import Owed, OwedEarlier, Told
from union.entitlements.sums.snapshot import reopened
from union.entitlements.switches import readings
from union.entitlements.switches.what_if import Difference, difference
from union.entitlements.web import presentation
from union.entitlements.web.person_words import person_in_words
from union.entitlements.words import SITUATIONS

OF_AN_ENDING = ("left_on", "notified_on", "term_on", "offered", "signed_on")
"""Facts that nobody misses while the contract goes on."""


def in_words(row: Owed | OwedEarlier) -> dict[str, Any]:
    """One calculation in words, for the page and for the paper."""
    told, snapshot = row.told, row.snapshot
    employed = told.basis.kind is Situation.EMPLOYED
    return {
        "snapshot": snapshot,
        "labels": FACTS | RETIRING if told.basis.kind is Situation.RETIRED else FACTS,
        "rare": (*RARE, *OF_AN_ENDING) if employed else (*RARE, "pension", "cnss_days"),
        "switches": readings.switches(snapshot.switches),
        "figures": presentation.beside(snapshot.beside),
        "situation": SITUATIONS[told.basis.kind],
        **person_in_words(told.facts, reopened(snapshot.entitlement), told.basis.kind, alone=True),
    }


def moved_by(owed: Owed | None, told: Told, snapshot: Snapshot) -> Difference:
    """The difference between what stands and what was tried; before anything was worked out, from nothing."""
    before = (
        (owed.told.facts, owed.snapshot)
        if owed
        else (dataclasses.replace(told.facts, offered=None), Snapshot(snapshot.at))
    )
    return difference(before, (told.facts, snapshot))
