"""What is unusual in a list, and has to be confirmed in words before it is written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from uuid import UUID

from sqlalchemy import func, select

from union.imports.preview.planning import RowOutcome
from union.imports.records.outcomes import Changed, Counts, Outcome, StoredMessage
from union.members.models import Employment
from union.store.reach import ReachSession

MOST_CHANGED = 0.3  # of the people of the workplace
MOST_REFUSED = 0.2  # of the rows
MOST_GONE = 0.5  # of the people of the workplace: a site that vanishes
FEWEST = 5  # of so few, every list changes a large share
WAGES = frozenset(("monthly_gross", "monthly_net", "declared_wages"))
HALF = Decimal("0.5")


@dataclass
class Unusual:
    """What is counted row by row."""

    cut: int = 0  # wages, paid or declared, that fall to half or less
    emptied: int = 0  # headcounts that fall so
    leaving: int = 0  # people who would have left by this list
    damaged: int = 0  # people of whom it cannot be told whether the list names them: their files do not open

    def add(self, line: RowOutcome) -> None:
        if line.outcome is Outcome.UPDATED:
            self.cut += any(one.field in WAGES and _is_cut(one) for one in line.changes)
            self.emptied += sum(one.field == "people" and _is_cut(one) for one in line.changes)
            self.leaving += any(one.field == "left_on" and one.after and not one.before for one in line.changes)

    def reasons(self, counts: Counts, people: int | None) -> tuple[StoredMessage, ...]:
        """Codes with their numbers, for a workplace of so many people; None for a list of other things than people."""
        gone = max(self.leaving, counts.missing)
        changed = (
            ("many_values", counts.updated, counts.updated + counts.unchanged, MOST_CHANGED)
            if people is None
            else ("many_changed", counts.updated, people, MOST_CHANGED)
        )
        shares = [
            changed,
            ("many_refused", counts.refused, counts.rows, MOST_REFUSED),
            ("site_vanishes", gone, people or 0, MOST_GONE),
        ]
        found = [
            StoredMessage(code, {"count": str(count), "people": str(whole)})
            for code, count, whole, most in shares
            if count >= FEWEST and whole and count > most * whole
        ]
        counted = [("wages_halved", self.cut), ("headcounts_halved", self.emptied), ("damaged", self.damaged)]
        return (*found, *(StoredMessage(code, {"count": str(count)}) for code, count in counted if count))


def people_at(session: ReachSession, workplace_id: UUID) -> int:
    """How many employments a workplace has, as far as the reach goes."""
    return session.scalar(select(func.count(Employment.id)).where(Employment.workplace_id == workplace_id)) or 0


def _is_cut(change: Changed) -> bool:
    """Whether a wage or a number falls to half or less."""
    with suppress(InvalidOperation):
        before, after = (Decimal(value.replace(",", ".")) for value in (change.before, change.after))
        return after <= HALF * before
    return False
