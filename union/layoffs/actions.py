"""Every way in which a layoff dispute changes: opened, its list taken, facts corrected, closed. Nothing here
commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

import msgspec
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.cases import actions as cases
from union.cases import closing, dates
from union.cases.closing_answers import Answer
from union.cases.models import CaseKind, Stage
from union.cases.timeline import entry
from union.entitlements.people.plausibility import must_be_countable, must_be_possible
from union.entitlements.records.contents import Snapshot
from union.entitlements.records.facts import Facts
from union.entitlements.sums.person import computed
from union.layoffs.lists.matching import ListedPerson
from union.layoffs.lists.versions import touched
from union.layoffs.people.clocks import THEIRS
from union.layoffs.records.acts import Correction, LayoffAct, ListSaid
from union.layoffs.records.contents import (
    Matter,
    Namesake,
    Pending,
    Replaced,
    Taken,
)
from union.layoffs.records.models import (
    Layoff,
    LayoffPerson,
    LayoffSnapshot,
    on_the_list,
)
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.papers.sending import not_to_come
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession

MARKED = tuple(
    one.name
    for one in dataclasses.fields(Facts)
    if one.name
    not in {
        "corrected",
        "listed",
        "assumed",
        "trouble",
        "row",
        "matched_by",
        "member_id",
        "mandate_until",
        "listed_mandate",
        "switches",
        "steps",
    }
)
"""The facts that a correction can change."""


def open_dispute(session: ReachSession, by: UUID, workplace_id: UUID, matter: Matter) -> Layoff:
    """A new dispute at a workplace, followed by whoever opens it."""
    dispute = Layoff(
        kind=CaseKind.LAYOFF,
        code=cases.new_code("L"),
        workplace_id=workplace_id,
        reported_by=by,
        handled_by=by,
        stage=Stage.IN_HAND,
        confidential=False,
        matter=matter,
        version=1,
    )
    session.add(dispute)
    entry(session, dispute, by, LayoffAct.OPENED)
    return dispute


def describe(session: ReachSession, by: UUID, dispute: Layoff, matter: Matter, on: date) -> None:
    """Correct what the dispute is about; another kind computes the whole list anew."""
    anew = matter.kind is not dispute.matter.kind
    dispute.matter = matter
    if anew:
        recomputing.recompute(session, dispute, on)
    entry(session, dispute, by, LayoffAct.DESCRIBED)


def claim(session: ReachSession, by: UUID, dispute: Layoff, on: date) -> None:
    """What the employer owed the people of the list by a day that is over was claimed of them, or came after all: it
    waits no more. Raises `Refused`."""
    cases.still_open(dispute)
    not_to_come("claimed_on", on)
    before = dispute.matter
    dispute.matter = dataclasses.replace(before, claimed_on={**before.claimed_on, str(THEIRS): on})
    dates.recount(dispute)
    entry(session, dispute, by, LayoffAct.CLAIMED, on=on)


def lay_down(dispute: Layoff, pending: Pending | None) -> UUID | None:
    """Remember an uploaded list, or forget it. Returns the file that is needed no more."""
    before = dispute.matter.pending
    dispute.matter = dataclasses.replace(dispute.matter, pending=pending)
    return before.file_id if before else None


def take_list(
    session: ReachSession,
    by: UUID,
    dispute: Layoff,
    people: Sequence[ListedPerson],
    on: date,
    before: Replaced | None = None,
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
    history, versions = _clear(session, dispute)
    fresh = [_row(dispute, number, one, versions) for number, one in enumerate(people, 1)]
    session.insert_many(LayoffPerson, fresh)
    for one, row in zip(people, fresh, strict=True):
        _go_on(session, dispute, row, history.get(one.before, ()) if one.before else ())
    at = datetime.now(UTC).replace(microsecond=0)
    taken = Taken(
        source.name, at, len(people), source.left_out, source.whole, members_only=not source.whole, asked=True
    )
    received = dispute.matter.list_received_on or on
    kept = dispute.matter.replaced if before is None else (*dispute.matter.replaced, before)
    dispute.matter = dataclasses.replace(
        dispute.matter,
        pending=None,
        taken=taken,
        list_received_on=received,
        replaced=kept,
        namesakes=_namesakes(people, fresh),
    )
    summed = recomputing.count(session, dispute, on)
    said = ListSaid(source.name, len(people), summed.computed, len(versions))
    entry(session, dispute, by, LayoffAct.LIST_TAKEN, msgspec.json.encode(said).decode())
    chain.note(session, by, chain.Act.IMPORTED, "layoff", dispute.id)


def _namesakes(people: Sequence[ListedPerson], fresh: Sequence[Mapping[str, Any]]) -> tuple[Namesake, ...]:
    return tuple(
        Namesake(row["id"], one.member_id, one.by, one.same)
        for person, row in zip(people, fresh, strict=True)
        for one in person.candidates
    )


History = Sequence[tuple[Facts, Snapshot]]


def _clear(session: ReachSession, dispute: Layoff) -> tuple[dict[UUID, History], dict[UUID, int]]:
    """Remove the present list. Returns what was computed for each of its lines, oldest first, and their versions."""
    rows = session.scalars(on_the_list(dispute.id)).all()
    of_it = select(LayoffSnapshot).where(LayoffSnapshot.case_id == dispute.id).order_by(LayoffSnapshot.number)
    earlier = session.scalars(of_it).all()
    kept: dict[UUID, list[tuple[Facts, Snapshot]]] = {}
    for one in earlier:
        kept.setdefault(one.person_id, []).append((one.facts, one.snapshot))
        session.delete(one)
    for row in rows:
        if touched(row.facts) or row.id in kept:
            kept.setdefault(row.id, []).append((row.facts, row.snapshot))
    session.flush()  # what hangs on a row goes before it
    for row in rows:
        session.delete(row)
    session.flush()  # before the new rows take the same places
    return dict(kept), {row.id: row.version for row in rows}


def _go_on(session: ReachSession, dispute: Layoff, row: Mapping[str, Any], history: History) -> None:
    """Keep the calculations of the person's earlier line with their new one."""
    for number, (facts, snapshot) in enumerate(history, 1):
        kept = LayoffSnapshot(
            person_id=row["id"],
            case_id=dispute.id,
            workplace_id=dispute.workplace_id,
            number=number,
            facts=facts,
            snapshot=snapshot,
        )
        session.add(kept)


def _row(dispute: Layoff, position: int, person: ListedPerson, versions: Mapping[UUID, int]) -> dict[str, Any]:
    """The row of one line; a person who was on the list before keeps their id, so that a form begun on it is told of
    the change, not lost."""
    new = person.before if person.before in versions else None
    before = versions.get(new, 0) if new else 0
    new = new or uuid4()
    return {
        "id": new,
        "case_id": dispute.id,
        "workplace_id": dispute.workplace_id,
        "position": position,
        "facts_sealed": LayoffPerson.facts.seal("layoff_person", new, person.facts),
        "snapshot_sealed": LayoffPerson.snapshot.seal("layoff_person", new, person.snapshot),
        "version": before + 1,
    }


def changes(before: Facts, after: Facts) -> tuple[str, ...]:
    """The facts that a correction changes."""
    return tuple(name for name in MARKED if getattr(after, name) != getattr(before, name))


def corrected(dispute: Layoff, row: LayoffPerson, facts: Facts, on: date) -> tuple[Facts, Snapshot]:
    """What new facts of one person come to; nothing is written. Raises `Refused`."""
    changed = changes(row.facts, facts)
    if not changed and not row.facts.blocked:
        raise Refused("facts", _l("Nothing was changed."))
    must_be_possible(facts, on)
    facts = dataclasses.replace(
        facts,
        corrected=tuple(name for name in MARKED if name in {*row.facts.corrected, *changed}),
        listed=row.facts.listed or row.facts,
        assumed=tuple(name for name in row.facts.assumed if name not in changed),
        trouble=(),  # a person has read the row now; what the law refuses is found anew
    )
    return must_be_countable(*computed(basis_of(dispute.matter), facts, recomputing.now()))


def correct(session: ReachSession, by: UUID, dispute: Layoff, row: LayoffPerson, facts: Facts, on: date) -> None:
    """New facts of one person: the sum follows, the old one is kept with its facts. Raises `Refused`."""
    changed, tried = changes(row.facts, facts), corrected(dispute, row, facts, on)
    before = row.snapshot.minimum
    recomputing.keep(session, row, recomputing.kept_of(session, dispute))
    row.facts, row.snapshot = tried
    session.flush()
    recomputing.count(session, dispute, on)
    said = Correction(row.position, changed, before, row.snapshot.minimum)
    entry(session, dispute, by, LayoffAct.CORRECTED, msgspec.json.encode(said).decode())
    chain.note(session, by, chain.Act.CHANGED, "layoff_person", row.id, case=row.case_id)


def close(session: ReachSession, by: UUID, dispute: Layoff, words: str, given: Sequence[Answer] = ()) -> None:
    """It is over, and what happens with the dates that run. Raises `Refused`."""
    closing.close(session, by, dispute, words, given)
    dispute.matter = dataclasses.replace(dispute.matter, outcome_words=words)


def reopen(session: ReachSession, by: UUID, dispute: Layoff, why: str, on: date) -> None:
    """It was not over: the dates of its people run again. Raises `Refused`."""
    closing.reopen(session, by, dispute, why)
    recomputing.count(session, dispute, on)
