"""Every way in which a layoff dispute changes: opened, its list taken, facts corrected, closed. Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import msgspec
from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union import record
from union.cases import actions as cases
from union.cases.models import CaseKind, Stage
from union.cases.timeline import entry
from union.layoffs.acts import Correction, LayoffAct, ListSaid
from union.layoffs.clocks import clocks
from union.layoffs.models import (
    Facts,
    Layoff,
    LayoffPerson,
    LayoffSnapshot,
    Matter,
    Pending,
    Replaced,
    Snapshot,
    Taken,
    on_the_list,
)
from union.layoffs.overview import Totals, opened, totals
from union.layoffs.possible import must_be_possible
from union.layoffs.sums import computed
from union.reach import ReachSession
from union.refusal import Refused

MARKED = tuple(
    one.name for one in dataclasses.fields(Facts)
    if one.name not in {"corrected", "assumed", "trouble", "row", "matched_by", "mandate_until"}
)  # fmt: skip
"""The facts that a correction can change."""


@dataclass(frozen=True)
class Person:
    """One line of a list on its way in: facts, calculation, and the member that it is about."""

    facts: Facts
    snapshot: Snapshot
    member_id: UUID | None = None


def open_dispute(session: ReachSession, by: UUID, workplace_id: UUID, matter: Matter) -> Layoff:
    """A new dispute at a workplace, followed by whoever opens it."""
    dispute = Layoff(
        kind=CaseKind.LAYOFF, code=cases.new_code("L"), workplace_id=workplace_id, reported_by=by, handled_by=by,
        stage=Stage.IN_HAND, confidential=False, matter=matter, version=1,
    )  # fmt: skip
    session.add(dispute)
    entry(session, dispute, by, LayoffAct.OPENED)
    return dispute


def describe(session: ReachSession, by: UUID, dispute: Layoff, matter: Matter, on: date) -> None:
    """Correct what the dispute is about; another kind computes the whole list anew."""
    anew = matter.kind is not dispute.matter.kind
    dispute.matter = matter
    if anew:
        now = datetime.now(UTC).replace(microsecond=0)
        numbers = _numbers(session, dispute)
        for row in session.scalars(on_the_list(dispute.id)).all():
            _keep(session, row, numbers)
            row.facts, row.snapshot = computed(matter.kind, row.facts, now)
        session.flush()
        _count(session, dispute, on)
    entry(session, dispute, by, LayoffAct.DESCRIBED)


def lay_down(dispute: Layoff, pending: Pending | None) -> UUID | None:
    """Remember an uploaded list, or forget it. Returns the file that is needed no more."""
    before = dispute.matter.pending
    dispute.matter = dataclasses.replace(dispute.matter, pending=pending)
    return before.file_id if before else None


def take_list(
    session: ReachSession, by: UUID, dispute: Layoff, people: Sequence[Person], on: date, before: Replaced | None = None
) -> None:
    """The list laid down becomes the dispute's; one that was there before is replaced whole, and kept as `before`.

    Raises `Refused`.
    """
    source = dispute.matter.pending
    if source is None:
        raise Refused("list", _l("Upload the list first."))
    if not people:
        raise Refused("list", _l("Nobody can be taken from this list: check the file."))
    if dispute.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))
    replaced = _clear(session, dispute)
    session.insert_many(LayoffPerson, [_row(dispute, number, one) for number, one in enumerate(people, 1)])
    taken = Taken(source.name, datetime.now(UTC).replace(microsecond=0), len(people), source.left_out, source.whole)
    received = dispute.matter.list_received_on or on
    kept = dispute.matter.replaced if before is None else (*dispute.matter.replaced, before)
    dispute.matter = dataclasses.replace(
        dispute.matter, pending=None, taken=taken, list_received_on=received, replaced=kept
    )
    summed = _count(session, dispute, on)
    said = ListSaid(source.name, len(people), summed.computed, replaced)
    entry(session, dispute, by, LayoffAct.LIST_TAKEN, msgspec.json.encode(said).decode())
    record.note(session, by, record.Act.IMPORTED, "layoff", dispute.id)


def _clear(session: ReachSession, dispute: Layoff) -> int:
    rows = session.scalars(on_the_list(dispute.id)).all()
    for earlier in session.scalars(select(LayoffSnapshot).where(LayoffSnapshot.case_id == dispute.id)).all():
        session.delete(earlier)
    session.flush()  # what hangs on a row goes before it
    for row in rows:
        session.delete(row)
    session.flush()  # before the new rows take the same places
    return len(rows)


def _row(dispute: Layoff, position: int, person: Person) -> dict[str, object]:
    new = uuid4()
    return {
        "id": new,
        "case_id": dispute.id,
        "workplace_id": dispute.workplace_id,
        "position": position,
        "member_id": person.member_id,
        "facts_sealed": LayoffPerson.facts.seal("layoff_person", new, person.facts),
        "snapshot_sealed": LayoffPerson.snapshot.seal("layoff_person", new, person.snapshot),
        "version": 1,
    }


def correct(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, facts: Facts, on: date) -> None:
    """New facts of one person: the sum follows, the old one is kept with its facts. Raises `Refused`."""
    changed = tuple(name for name in MARKED if getattr(facts, name) != getattr(row.facts, name))
    if not changed and not row.facts.blocked:
        raise Refused("facts", _l("Nothing was changed."))
    must_be_possible(facts, on)
    before = row.snapshot.minimum
    _keep(session, row, _numbers(session, dispute))
    facts = dataclasses.replace(
        facts,
        corrected=tuple(name for name in MARKED if name in {*row.facts.corrected, *changed}),
        assumed=tuple(name for name in row.facts.assumed if name not in changed),
        trouble=(),  # a person has read the row now; what the law refuses is found anew
    )
    row.facts, row.snapshot = computed(dispute.matter.kind, facts, datetime.now(UTC).replace(microsecond=0))
    session.flush()
    _count(session, dispute, on)
    said = Correction(row.position, changed, before, row.snapshot.minimum)
    entry(session, dispute, by, LayoffAct.CORRECTED, msgspec.json.encode(said).decode())
    record.note(session, by, record.Act.CHANGED, "layoff_person", row.id)


def _numbers(session: ReachSession, dispute: Layoff) -> dict[UUID, int]:
    """How many calculations of each person were replaced."""
    counted = select(LayoffSnapshot.person_id, func.count(LayoffSnapshot.id).label("kept"))
    of_it = counted.where(LayoffSnapshot.case_id == dispute.id).group_by(LayoffSnapshot.person_id)
    return {row.person_id: row.kept for row in session.execute(of_it)}


def _keep(session: ReachSession, row: LayoffPerson, numbers: dict[UUID, int]) -> None:
    kept = LayoffSnapshot(
        person_id=row.id, case_id=row.case_id, workplace_id=row.workplace_id, number=numbers.get(row.id, 0) + 1,
        facts=row.facts, snapshot=row.snapshot,
    )  # fmt: skip
    session.add(kept)


def close(session: ReachSession, by: UUID, dispute: Layoff, words: str) -> None:
    """It is over. Raises `Refused`."""
    cases.close(session, by, dispute, words)
    dispute.matter = dataclasses.replace(dispute.matter, outcome_words=words)


def reopen(session: ReachSession, by: UUID, dispute: Layoff, why: str, on: date) -> None:
    """It was not over: the dates of its people run again. Raises `Refused`."""
    cases.reopen(session, by, dispute, why)
    _count(session, dispute, on)


def _count(session: ReachSession, dispute: Layoff, on: date) -> Totals:
    """The group's sums, and the first safe date still to come, stand with the dispute for every list of disputes."""
    entries = opened(session.scalars(on_the_list(dispute.id)))
    cases.due(dispute, (one.safe_on for item in entries for one in clocks(item.facts) if one.safe_on >= on))
    summed = totals(entries)
    if dispute.matter.taken is not None:
        taken = dataclasses.replace(
            dispute.matter.taken, minimum=summed.minimum, offered=summed.offered, short=summed.short,
            left_uncomputed=summed.left_out,
        )  # fmt: skip
        dispute.matter = dataclasses.replace(dispute.matter, taken=taken)
    return summed
