"""The background work of an import: reads the sealed list again and writes its new people, to the end."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from union.imports.kinds import any_list
from union.imports.kinds.kind import Listed
from union.imports.kinds.registry import BOOKS
from union.imports.reading.sourcing import Source
from union.imports.records import actions
from union.imports.records.models import RosterImport, Stage
from union.imports.records.outcomes import Done
from union.imports.undo import undoing
from union.imports.writing.applying import Gone
from union.imports.writing.stopping import UNDO, Stopped, heed, wanted
from union.jobs.worker import Job, JobContext, progress
from union.record import chain
from union.store.reach import ReachSession, Unreachable
from union.workplaces.models import Workplace


def bring_in(hand: JobContext, job: Job) -> dict[str, Any]:
    """Write one list. Safe to be killed and begun again; the starter's reach is asked for at each batch."""
    import_id = UUID(job.brief.asked["import"])
    try:
        source = _source(hand, job, import_id)
        if source is None:
            return {}
        told = partial(_batch_written, job, import_id)
        done = any_list.apply(hand.store, hand.rights(job), source, told)
    except Stopped:
        return _stopped(hand, job, import_id)
    except Exception as fault:
        _end(hand, import_id, Stage.FAILED, _written(hand, import_id))
        if isinstance(fault, (PermissionError, Gone, Unreachable)):
            _note_refusal(hand, import_id)
        raise
    _end(hand, import_id, Stage.DONE, done)
    hand.store.count_rows()
    return {"imported": done.created, "updated": done.updated}


def _written(hand: JobContext, import_id: UUID) -> Done:
    """What stands of a list whose work broke off, asked without the reach that may be what ended."""
    with hand.store.maintaining() as session:
        return any_list.standing(session, import_id)


def _note_refusal(hand: JobContext, import_id: UUID) -> None:
    """The record says why the work stopped: whoever began it may not any more."""
    with hand.store.maintaining() as session:
        chain.note(session, None, chain.Act.CHANGED, actions.KIND, import_id, "right ended")


def _batch_written(job: Job, import_id: UUID, session: ReachSession, done: int) -> None:
    heed(session, import_id)
    progress(session, job.id, done)


def _stopped(hand: JobContext, job: Job, import_id: UUID) -> dict[str, Any]:
    """Whole batches stay, to be gone on with or taken back later; or they are taken back now.

    Before the first batch there is nothing to take back: the list waits as it was, to be gone on with or thrown away.
    """
    if wanted(hand, job, import_id) == UNDO and _written(hand, import_id).people:
        told = undoing.take_back(hand.store, hand.rights(job), import_id, job.account_id, BOOKS)
        _undone(hand, import_id)
        return {"people": told.people, "restored": told.restored, "kept": told.stays}
    with hand.store.reading(hand.rights(job)) as session:
        done = any_list.standing(session, import_id)
    _end(hand, import_id, Stage.FAILED, done)
    return {"imported": done.created, "updated": done.updated}


def undo(hand: JobContext, job: Job) -> dict[str, Any]:
    """Take one import back. Safe to be killed and begun again."""
    import_id = UUID(job.brief.asked["import"])
    with hand.store.maintaining() as session:
        if not _is_at(session.get_one(RosterImport, import_id), job, Stage.UNDOING):
            return {}  # an earlier run ended it, and was killed before it could say so
    try:
        told = undoing.take_back(
            hand.store,
            hand.rights(job),
            import_id,
            job.account_id,
            BOOKS,
            progress=lambda session, done: progress(session, job.id, done),
        )
    except Exception as fault:
        _undone(hand, import_id, in_part=True)
        if isinstance(fault, (PermissionError, Unreachable)):
            _note_refusal(hand, import_id)
        raise
    _undone(hand, import_id)
    return {"people": told.people, "restored": told.restored, "kept": told.stays}


def _undone(hand: JobContext, import_id: UUID, *, in_part: bool = False) -> None:
    with hand.store.maintaining() as session:
        row = session.get_one(RosterImport, import_id)
        actions.undone(row, in_part=in_part)
        session.flush()
        session.expunge(row)
    if not in_part:
        actions.remove_files(hand.files, row)


def _source(hand: JobContext, job: Job, import_id: UUID) -> Source | Listed | None:
    """The rows of the list; None where an earlier run of this job ended it, and was killed before it could say so."""
    with hand.store.reading(hand.rights(job)) as session:
        row = session.get(RosterImport, import_id)
        place = row.workplace_id if row is not None else None
        if row is None or (place is not None and session.get(Workplace, place) is None):
            raise PermissionError("the starter does not reach this list any more")
        if not _is_at(row, job, Stage.RUNNING, Stage.STOPPING):
            return None
        plan = row.plan
    cin = job.brief.asked.get("cin") is True
    return any_list.shown_source(hand.files, import_id, place, plan, job.account_id, cin=cin)


def _is_at(row: RosterImport, job: Job, *stages: Stage) -> bool:
    """Whether a list still waits for this job: what was ended may have been taken back since, and is not begun
    again."""
    return row.job_id == job.id and row.plan.stage in stages


def _end(hand: JobContext, import_id: UUID, reached: Stage, done: Done = Done()) -> None:
    """Say how it ended; the file leaves the disk only after that is safe."""
    with hand.store.maintaining() as session:
        row = session.get_one(RosterImport, import_id)
        actions.end(session, row, reached, done)
        session.flush()
        session.expunge(row)
    if reached is Stage.DONE:
        actions.remove_files(hand.files, row)
