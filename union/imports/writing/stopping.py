"""Stopping an import that is being written: whole batches stay, or all of it is taken back, as is chosen."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from math import ceil
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.imports.records import actions
from union.imports.records.models import RosterImport, Stage
from union.jobs.worker import Job, JobContext
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession

UNDO = "undo"  # what is written is taken back; else it stays
SETTLED = 2  # seconds of work from which its speed says something


class Stopped(Exception):
    """Somebody stopped this import: nothing of the batch at hand is kept."""


def stop(session: ReachSession, by: UUID, row: RosterImport, after: str) -> None:
    """Ask the work to end after the batch at hand; `after` is keep or undo. Raises `Refused` where none is running."""
    if actions.stage(session, row) is not Stage.RUNNING:
        raise Refused("", _l("This list is not being written any more: look at where it stands."))
    row.plan = dataclasses.replace(row.plan, stage=Stage.STOPPING, after_stop=after)
    chain.note(session, by, chain.Act.CHANGED, actions.KIND, row.id, f"stopped, {after}")


def heed(session: ReachSession, import_id: UUID) -> None:
    """Asked in the transaction of each batch. Raises `Stopped`, and `PermissionError` where the list is out of
    reach."""
    row: RosterImport | None = session.get(RosterImport, import_id)
    if row is None:
        raise PermissionError("the starter does not reach this list any more")
    if row.plan.stage is Stage.STOPPING:
        raise Stopped


def wanted(hand: JobContext, job: Job, import_id: UUID) -> str:
    """What is to become of what was written."""
    with hand.store.reading(hand.rights(job)) as session:
        return session.get_one(RosterImport, import_id).plan.after_stop


def minutes_left(job: Job) -> int | None:
    """How many minutes the work will still take, counted up; None where its speed is not known yet."""
    began = job.brief.started_at
    if began is None or not job.done or not job.total:
        return None
    spent = (datetime.now(UTC) - began).total_seconds()
    return ceil(spent * max(0, job.total - job.done) / job.done / 60) if spent >= SETTLED else None
