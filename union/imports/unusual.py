"""What is unusual in a list, and has to be confirmed in words before it is written."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal, InvalidOperation
from uuid import UUID

from sqlalchemy import func, select

from union.imports.models import Changed, Outcome, Said
from union.imports.planning import Sorted
from union.members.models import Employment
from union.reach import ReachSession

MOST_CHANGED = 0.3  # of the people of the workplace
FEWEST = 5  # of so few, every list changes a large share
HALF = Decimal("0.5")


def unusual(found: Sorted, people: int) -> tuple[Said, ...]:
    """Codes with their numbers: more than 30 % of the people would change; wages would be cut in half or more."""
    changed = len(found.updates)
    cut = sum(_is_cut(change) for line in found.lines if line.outcome is Outcome.UPDATED for change in line.changes)
    told = []
    if changed >= FEWEST and people and changed > MOST_CHANGED * people:
        told.append(Said("many_changed", {"count": str(changed), "people": str(people)}))
    if cut:
        told.append(Said("wages_halved", {"count": str(cut)}))
    return tuple(told)


def people_at(session: ReachSession, workplace_id: UUID) -> int:
    """How many employments a workplace has, as far as the reach goes."""
    return session.scalar(select(func.count(Employment.id)).where(Employment.workplace_id == workplace_id)) or 0


def _is_cut(change: Changed) -> bool:
    """Whether a wage falls to half or less."""
    if change.field != "monthly_gross":
        return False
    with suppress(InvalidOperation):
        before, after = (Decimal(value.split(" / ")[0].replace(",", ".")) for value in (change.before, change.after))
        return after <= HALF * before
    return False
