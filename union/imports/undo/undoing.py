"""Taking an import back, batch after batch; what others changed since is kept and told."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from union.imports.records import undo_log
from union.imports.records.models import RosterImport
from union.imports.records.outcomes import BROKEN, GONE, USED, Held, Outlook
from union.imports.records.undo_log import ImportBatch, Kept, Parts
from union.imports.undo import entries, removing
from union.imports.undo.entries import Books
from union.imports.undo.swapping import held_of, swap, swaps_of
from union.members.roster import touch
from union.record import chain
from union.store.db import Rights, Store
from union.store.gc_pause import undisturbed
from union.store.reach import Reach, ReachSession

MOST_HELD = 500  # listed with the import once it is over: the look before lists all


def look(session: ReachSession, import_id: UUID, books: Books) -> Outlook:
    """What `take_back` would do now; nothing is written."""
    whole = Outlook()
    for batch_id in _waiting(session, import_id):
        kept = _opened(session, batch_id)
        swaps, held = swaps_of(session, kept.replaced)
        found = removing.look(session, kept)
        restored = {one.member.id for one in swaps if one.wanted != Parts()}
        restored |= {work.member_id for work in found.works}
        whole += Outlook(len(found.people), len(restored), (*held, *_stays(session, found)))
        session.expunge_all()
    facts = (_opened(session, one).entries for one in _waiting(session, import_id))
    return whole + entries.look(session, books, facts)


@undisturbed()
def take_back(
    store: Store,
    reach: Reach | Rights,
    import_id: UUID,
    by: UUID | None,
    books: Books,
    *,
    progress: Callable[..., None] = lambda session, done: None,
) -> Outlook:
    """Take an import back. Each batch is one transaction; safe to be begun again.

    What became of each batch is kept with the import in its transaction. Returns all of it, that of an interrupted
    earlier run included. Raises `PermissionError` where the reach ended.
    """
    with store.for_much() as wide:
        with wide.reading(reach) as session:
            waiting = _waiting(session, import_id)
            begun = len(waiting) < len(undo_log.batch_ids(session, import_id))
            whole = session.get_one(RosterImport, import_id).plan.turned if begun else Outlook()
        for done, batch_id in enumerate(waiting, 1):
            with wide.writing(reach) as session:
                told = _batch_taken_back(session, batch_id, by, books)
                if told is not None:
                    whole += told
                    _keep(session, import_id, told, first=done == 1 and not begun)
                progress(session, done)
    return whole


def _batch_taken_back(session: ReachSession, batch_id: UUID, by: UUID | None, books: Books) -> Outlook | None:
    """Take one batch back; None where somebody else did it meanwhile, and nothing is done twice."""
    batch: ImportBatch | None = session.get(ImportBatch, batch_id, with_for_update=True)  # a second one waits here
    if batch is None:
        raise PermissionError("this import is out of reach")
    if batch.kept.undone:
        return None
    if batch.workplace_id is not None and not batch.kept.entries:
        touch(session, [batch.workplace_id])
        session.flush()  # other writers of this roster wait here
    told = _back(session, batch, by, books)
    where = ("import", batch.import_id) if batch.workplace_id is None else ("workplace", batch.workplace_id)
    chain.note(session, by, chain.Act.CHANGED, *where, "import undone")
    return told


def _keep(session: ReachSession, import_id: UUID, told: Outlook, *, first: bool) -> None:
    """Add what became of a batch to what is kept of this taking back; `first` begins anew."""
    row: RosterImport = session.get_one(RosterImport, import_id)
    before = Outlook() if first else row.plan.turned
    row.plan = dataclasses.replace(row.plan, turned=(before + told).shortened(MOST_HELD))


def _waiting(session: ReachSession, import_id: UUID) -> list[UUID]:
    """The batches that are still to be taken back, the last written first."""
    return [one for one in undo_log.batch_ids(session, import_id) if not _opened(session, one).undone][::-1]


def _opened(session: ReachSession, batch_id: UUID) -> Kept:
    stored = session.scalars(select(ImportBatch.kept_sealed).where(ImportBatch.id == batch_id)).one()
    return ImportBatch.kept.open("import_batch", batch_id, stored)


def _back(session: ReachSession, batch: ImportBatch, by: UUID | None, books: Books) -> Outlook:
    kept = batch.kept
    restored, held = swap(session, kept.replaced, by)
    found = removing.look(session, kept)
    people, known = removing.remove(session, found, by)
    held += _stays(session, found)
    facts = entries.take_back(session, books, kept.entries, by)
    batch.kept = dataclasses.replace(kept, undone=True)
    return Outlook(people, len(restored | known), tuple(held)) + facts


def _stays(session: ReachSession, found: removing.Removal) -> list[Held]:
    listed = ((found.used, USED), (found.gone, GONE), (found.broken, BROKEN))
    return [held for ids, why in listed for held in held_of(session, ids, why)]
