"""Every way in which a list moves on: taken in, understood anew, previewed, begun, ended, thrown away. Nothing here
commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from union.imports.records import undo_log
from union.imports.records.models import OPEN, ImportState, RosterImport, Stage
from union.imports.records.outcomes import Counts, Done, stored_problem
from union.imports.records.process import this_process
from union.jobs.worker import Job, JobState, start
from union.record import chain
from union.refusal import Refused
from union.store.files import Vaulted
from union.store.reach import ReachSession
from union.tables.cells.people import Problem

KIND, UNDO = "import", "import-turn"
TAKEN_BACK = frozenset((Stage.DONE, Stage.FAILED, Stage.DISCARDED))
A_COMMAND = timedelta(hours=1)  # on another machine, where it cannot be seen: what runs for longer was killed
ASKED = frozenset(("date_order_assumed", "date_order_mixed"))  # these remarks are questions on the page
MOST_PROBLEMS = 500  # kept with the result, when the file itself is gone


def take_in(
    session: Session, by: UUID, files: Vaulted, workplace_id: UUID | None, data: bytes, plan: ImportState
) -> RosterImport:
    """Keep an uploaded list, sealed."""
    row = RosterImport(account_id=by, workplace_id=workplace_id, file_id=files.put(data), plan=plan, version=1)
    session.add(row)
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    return row


def understand_anew(session: Session, by: UUID, row: RosterImport, plan: ImportState) -> None:
    """The same file read by another encoding or separator: its columns and its preview begin again. Raises
    `Refused`."""
    _refuse_closed(row)
    row.plan = dataclasses.replace(plan, uploaded_at=row.plan.uploaded_at, state=row.plan.state)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id, "reading")


def begun_here(plan: ImportState, counts: Counts, problems: Sequence[Problem]) -> ImportState:
    """The plan of a list that this very process writes."""
    told = tuple(map(stored_problem, problems[:MOST_PROBLEMS]))
    return dataclasses.replace(
        plan, stage=Stage.RUNNING, counts=counts, problems=told, problems_in_all=len(problems), process=this_process()
    )


def previewed(session: Session, by: UUID, files: Vaulted, row: RosterImport, plan: ImportState) -> None:
    """Take a preview for the present one. Raises `Refused`."""
    _refuse_closed(row)
    before, row.plan = row.plan, plan
    for file_id in (before.preview_id, before.refused_id):
        if file_id is not None:
            files.remove(file_id)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id, "preview")


def begin(
    session: ReachSession, by: UUID, row: RosterImport, *, good_only: bool, confirmed: str = "", cin: bool
) -> Job:
    """Start the writing in the background. Raises `Refused` where it cannot be, or problems were not agreed to."""
    plan = row.plan
    if stage(session, row) not in {Stage.PREVIEWED, Stage.FAILED} or plan.preview_id is None:
        raise Refused("", _l("This list is not ready to be imported: look at what will happen first."))
    people = plan.counts.new + plan.counts.updated
    if not people:
        raise Refused("", _l("This list says nothing new: there is nothing to import."))
    if plan.open_questions:
        raise Refused("", _l("Answer the questions about the columns first: nothing is written on a guess."))
    if plan.problems_in_all and not good_only:
        raise Refused(
            "good_only", _l("Some rows have problems: tick this box to import the others, or correct the file.")
        )
    if plan.unusual and not (confirmed or plan.confirmed):
        raise Refused("confirmed", _l("Write in a few words why this is right: it changes more than lists usually do."))
    job = start(session, by, KIND, {"import": str(row.id), "cin": cin}, people)
    row.job_id = job.id
    row.plan = dataclasses.replace(plan, stage=Stage.RUNNING, after_stop="", confirmed=confirmed or plan.confirmed)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id, "begun")
    return job


def end(session: Session, row: RosterImport, reached: Stage, done: Done = Done()) -> None:
    """The writing is over, well or not."""
    now = datetime.now(UTC).replace(microsecond=0)
    row.plan = dataclasses.replace(row.plan, stage=reached, imported=done.created, updated=done.updated, ended_at=now)


def begin_undo(session: ReachSession, by: UUID, row: RosterImport) -> Job:
    """Start taking an import back. Raises `Refused` where there is nothing to take back."""
    batches = undo_log.batch_ids(session, row.id)
    if not batches or stage(session, row) not in TAKEN_BACK:
        raise Refused("", _l("There is nothing to take back: look at where this import stands."))
    job = start(session, by, UNDO, {"import": str(row.id)}, len(batches))
    row.job_id = job.id
    row.plan = dataclasses.replace(row.plan, stage=Stage.UNDOING, turned_in_part=False)
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id, "undo")
    return job


def undone(row: RosterImport, *, in_part: bool = False) -> None:
    """An import is taken back; `in_part` where that was interrupted. What it did is kept already."""
    row.plan = dataclasses.replace(row.plan, stage=Stage.DONE if in_part else Stage.UNDONE, turned_in_part=in_part)


def remove_files(files: Vaulted, row: RosterImport) -> None:
    """The list itself and its preview leave the disk."""
    if row.file_id is not None:
        files.remove(row.file_id)
    if row.plan.preview_id is not None:
        files.remove(row.plan.preview_id)


def job_of(session: Session, row: RosterImport) -> Job | None:
    """The work of a list, for whoever started it."""
    return None if row.job_id is None else session.get(Job, row.job_id)


GIVEN_UP = {
    Stage.RUNNING: Stage.FAILED,
    Stage.STOPPING: Stage.FAILED,
    Stage.UNDOING: Stage.DONE,
}


def stage(session: Session, row: RosterImport) -> Stage:
    """How far a list has come; a work that was given up counts as failed, and so does a command that died."""
    if row.plan.stage not in GIVEN_UP:
        return row.plan.stage
    job = job_of(session, row)
    died = row.job_id is None and not _is_at_work(row.plan)
    given_up = died or (job is not None and job.state is JobState.FAILED)
    return GIVEN_UP[row.plan.stage] if given_up else row.plan.stage


def waits(session: Session, row: RosterImport) -> bool:
    """Whether the work of a list was asked for and no worker has begun it."""
    if row.plan.stage not in GIVEN_UP:
        return False
    job = job_of(session, row)
    return job is not None and job.state is JobState.WAITING


def _is_at_work(plan: ImportState) -> bool:
    """Whether the command that writes a list still runs."""
    lives = plan.process.lives() if plan.process is not None else None
    return datetime.now(UTC) - plan.uploaded_at <= A_COMMAND if lives is None else lives


def is_half_undone(session: Session, row: RosterImport) -> bool:
    """Whether the undo was interrupted: it is to be begun once more."""
    at = row.plan.stage
    return row.plan.turned_in_part or (at is Stage.UNDOING and stage(session, row) is not at)


def _refuse_closed(row: RosterImport) -> None:
    if row.plan.stage not in OPEN:
        raise Refused("", _l("This list is being imported, or was: bring it in again to change it."))
