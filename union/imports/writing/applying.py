"""Writing what a preview said, batch after batch: safe to be killed at any instant, and to be begun again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.imports.preview import looking
from union.imports.preview.planning import Update
from union.imports.reading.sourcing import Source
from union.imports.records import undo_log
from union.imports.records.outcomes import Done
from union.imports.records.row_to_member import ImportContext
from union.imports.records.undo_log import Kept
from union.imports.writing import inserting, updating
from union.imports.writing.pending_rows import PendingRows
from union.members.models import SHELVES, Member
from union.members.roster import touch
from union.record import chain
from union.store.db import Rights, Store
from union.store.gc_pause import give_back, sweep, undisturbed
from union.store.prefetch import prefetch_iter
from union.store.reach import Reach, ReachSession
from union.tables.packed import Code, Packed
from union.workplaces.models import Workplace

Progress = Callable[..., None]  # of a session and `done`, how many people are written
TRIES = 20  # of one batch, while others change the same roster


class Gone(LookupError):
    """The workplace is out of reach, or no longer there."""


class Crowded(RuntimeError):
    """Others change the same roster all the time."""


@undisturbed()  # the memory of the wide connection goes back as well
def apply(
    store: Store,
    reach: Reach | Rights,
    source: Source,
    progress: Progress = lambda session, done: None,
) -> Done:
    """Write the new people of a list, and what it says otherwise of the known. Returns how many, earlier runs included.

    Each batch is one transaction with its progress, its record and what it replaced. Where somebody else changed the
    roster since the rows were compared, they are compared again first. Raises `Gone`, `Crowded`, `PermissionError`.
    """
    with store.for_much() as wide:
        for _ in range(TRIES):
            done = _attempt(wide, reach, source, progress)
            if done is not None:
                return done
    raise Crowded


def _attempt(store: Store, reach: Reach | Rights, source: Source, progress: Progress) -> Done | None:
    """Compare, then write batch after batch. Returns how many stand in the end; None where somebody came in between."""
    context = source.context
    new, updates = PendingRows(context.import_id), Packed(UPDATES)
    with store.reading(reach) as session:
        counter = roster(session, context.workplace_id)
        shelf = session.rarest(Member.shelf, SHELVES[1:])  # the first holds whoever was there before lists had one
        number, done, written = _reached(session, context.import_id)
        for some in looking.look(session, source):
            for row in some.new:
                new.add(row, some.borne[row.number].tokens, written)
            updates.extend(some.updates)
    give_back()
    batches = _batches(new, updates, context, shelf, store)  # sealed outside the writers' turn
    if not store.on_sqlite:  # there the database works in this process, and two threads take more than they save
        batches = prefetch_iter(batches)
    for act, size in batches:
        done, number = Done(done.created + size.created, done.updated + size.updated), number + 1
        writer = partial(_write, act, context, number, size.people, partial(progress, done=done.people))
        reached = _in_turn(store, reach, context, counter, writer)
        if reached is None:
            return None
        counter = reached
        del act, writer  # what is written is not held while the next rows are sealed
        sweep()
    return done


Act = Callable[[ReachSession], Kept]
UPDATES = Code(Update)


def _batches(
    new: PendingRows, updates: Packed[Update], context: ImportContext, shelf: int, store: Store
) -> Iterator[tuple[Act, Done]]:
    for rows in new.batches(partial(_people, store)):
        yield partial(_create, inserting.sealed(rows, context, shelf)), Done(created=len(rows))
    for some in updates.pieces():
        yield partial(updating.update, rows=some, context=context), Done(updated=len(some))


def _people(store: Store, written: int) -> int:
    """How many people the next batch has, after so many others."""
    if store.turn.pressed:
        return inserting.PRESSED
    if store.on_sqlite:
        return inserting.BATCH
    return inserting.WIDE if written else inserting.FIRST


def _create(batch: inserting.Batch, session: ReachSession) -> Kept:
    inserting.write(session, batch)
    return Kept(made=batch.made)


def _write(
    act: Act, context: ImportContext, number: int, people: int, progress: Callable[..., None], session: ReachSession
) -> None:
    kept = act(session)
    undo_log.keep(session, context.import_id, context.workplace_id, number, kept)
    chain.note(session, context.by, chain.Act.IMPORTED, "workplace", context.workplace_id, f"{people} people")
    progress(session)


def standing(session: Session, import_id: UUID) -> Done:
    """How many people an import has written by now."""
    return _reached(session, import_id)[1]


def _reached(session: Session, import_id: UUID) -> tuple[int, Done, frozenset[bytes]]:
    """The number of the last batch that an earlier run wrote, how many people stand, and the ids of the new ones."""
    number, updated, created = 0, set[UUID](), set[bytes]()
    for kept in undo_log.batches(session, import_id):
        number += 1
        updated |= {one.member_id for one in kept.replaced}
        created |= kept.new_people
    return number, Done(len(created), len(updated)), frozenset(created)


def roster(session: ReachSession, workplace_id: UUID) -> int:
    """How often the roster of a workplace has changed. Raises `Gone`."""
    count = session.scalar(select(Workplace.roster).where(Workplace.id == workplace_id))
    if count is None:
        raise Gone
    return count


def _in_turn(
    store: Store, reach: Reach | Rights, context: ImportContext, counter: int, write: Callable[[ReachSession], None]
) -> int | None:
    """One batch in one transaction. Returns the roster's new count, or None where somebody else changed it."""
    try:
        with store.writing(reach) as session:
            touch(session, [context.workplace_id])
            session.flush()  # a second writer on PostgreSQL waits here until the first is done
            if roster(session, context.workplace_id) != counter + 1:
                raise _Overtaken
            write(session)
    except _Overtaken:
        return None
    store.turn.let_pass()
    return counter + 1


class _Overtaken(Exception):
    """Somebody added, corrected or imported people meanwhile: nothing of this batch is kept."""
