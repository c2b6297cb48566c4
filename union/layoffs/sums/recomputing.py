"""Computing a list anew: what is replaced is kept with its facts, and the group's sums stand with the dispute."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from union.cases import dates
from union.entitlements.sums.person import computed
from union.jobs.housekeeping import Moving
from union.layoffs.people.clocks import own
from union.layoffs.records.contents import Taken
from union.layoffs.records.models import (
    Layoff,
    LayoffPerson,
    LayoffSnapshot,
    on_the_list,
)
from union.layoffs.sums.basis import basis_of
from union.layoffs.sums.overview import Totals, opened
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.damaged import readable


def now() -> datetime:
    """The instant that a calculation is dated with."""
    return datetime.now(UTC).replace(microsecond=0)


def recompute(session: ReachSession, dispute: Layoff, on: date) -> Totals:
    """Everybody anew on the dispute as it now is; each present calculation is kept. Returns the group's sums."""
    at, numbers, basis = now(), kept_of(session, dispute), basis_of(dispute.matter)
    for row in readable(session.scalars(on_the_list(dispute.id)).all(), "facts", "snapshot"):
        keep(session, row, numbers)
        row.facts, row.snapshot = computed(basis, row.facts, at)
    session.flush()
    return count(session, dispute, on)


def kept_of(session: Session, dispute: Layoff) -> dict[UUID, int]:
    """How many calculations of each person were replaced."""
    counted = select(LayoffSnapshot.person_id, func.count(LayoffSnapshot.id).label("kept"))
    of_it = counted.where(LayoffSnapshot.case_id == dispute.id).group_by(LayoffSnapshot.person_id)
    return {row.person_id: row.kept for row in session.execute(of_it)}


def keep(session: Session, row: LayoffPerson, numbers: dict[UUID, int]) -> None:
    """Keep the present calculation of one person, with the facts that it was made of, before another takes its
    place."""
    kept = LayoffSnapshot(
        person_id=row.id,
        case_id=row.case_id,
        workplace_id=row.workplace_id,
        number=numbers.get(row.id, 0) + 1,
        facts=row.facts,
        snapshot=row.snapshot,
    )
    session.add(kept)


def count(session: Session, dispute: Layoff, on: date) -> Totals:
    """The group's sums, and the first safe date still to come, stand with the dispute for every list of disputes."""
    found = opened(session.scalars(on_the_list(dispute.id)))
    dates.recount(dispute, own((item.facts for item in found.entries), on, dispute.matter))
    summed = found.totals
    if dispute.matter.taken is not None:
        taken = dataclasses.replace(
            dispute.matter.taken,
            minimum=summed.minimum,
            offered=summed.offered,
            short=summed.short,
            left_uncomputed=summed.left_out,
            in_sums=summed.computed,
        )
        dispute.matter = dataclasses.replace(dispute.matter, taken=taken)
    return summed


def _behind(session: Session) -> list[UUID]:
    """The disputes whose sums were kept when rows that did not open were counted nowhere."""
    return [one.id for one in session.scalars(select(Layoff)) if opens(one, "matter") and _is_old(one.matter.taken)]


def _is_old(taken: Taken | None) -> bool:
    return taken is not None and taken.in_sums is None


def _renew(session: Session, case_id: UUID) -> None:
    """Say whom such sums leave out: rows that do not open too, where the others alone make the same sums."""
    dispute = session.get_one(Layoff, case_id)
    taken = dispute.matter.taken
    if taken is None:
        return
    now = opened(session.scalars(on_the_list(dispute.id)))
    gone = dispute.matter.outsiders_gone_on is not None  # what is left makes other sums
    same = now.unread and (gone or now.totals.minimum == taken.minimum)
    left_out = now.totals.left_out if same else taken.left_uncomputed
    taken = dataclasses.replace(taken, left_uncomputed=left_out, in_sums=taken.people - left_out)
    dispute.matter = dataclasses.replace(dispute.matter, taken=taken)


MOVING = Moving(_behind, _renew)
