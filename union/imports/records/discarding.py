"""Lists that are thrown away: by hand, and those that nobody went on with."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.imports.records import actions
from union.imports.records.models import OPEN, ImportState, RosterImport, Stage
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.record import chain
from union.refusal import Refused
from union.store.files import Vaulted
from union.store.reach import ReachSession


def discard(session: ReachSession, by: UUID | None, files: Vaulted, row: RosterImport) -> None:
    """Throw a list away that was not written. Raises `Refused` where it is being written or was."""
    if actions.stage(session, row) not in OPEN:
        raise Refused("", _l("This list is being imported, or was: it cannot be thrown away any more."))
    actions.remove_files(files, row)
    if row.plan.refused_id is not None:
        files.remove(row.plan.refused_id)
    row.plan = emptied(row.plan)
    chain.note(session, by, chain.Act.REMOVED, actions.KIND, row.id)


def emptied(plan: ImportState) -> ImportState:
    """What is kept of a list that was thrown away: that it was there, when, and how many rows it had."""
    return dataclasses.replace(
        plan,
        stage=Stage.DISCARDED,
        refused_id=None,
        problems=(),
        proof=(),
        columns=(),
        remarks=(),
        noticed=(),
        questions=(),
        splits=(),
        twins=(),
        corrections=(),
    )


def over(session: Session, hand: JobContext) -> list[UUID]:
    """The lists that nobody went on with for the days set, and those of which something is kept for as long."""
    oldest = datetime.now(UTC) - timedelta(days=hand.lists_days)
    rows = (row for row in session.scalars(select(RosterImport)).all() if row.plan.uploaded_at < oldest)
    return [row.id for row in rows if _left_open(session, row) or _is_left_over(session, row, hand.files)]


def _left_open(session: Session, row: RosterImport) -> bool:
    return actions.stage(session, row) in OPEN and (row.file_id is not None or row.plan.preview_id is not None)


def _is_left_over(session: Session, row: RosterImport, files: Vaulted) -> bool:
    """Whether rows left out wait to be fetched, or the list itself outlived its work: that was interrupted at its
    end."""
    if row.plan.refused_id is not None:
        return True
    over = actions.stage(session, row) not in actions.GIVEN_UP
    return over and any(files.holds(one) for one in (row.file_id, row.plan.preview_id) if one is not None)


def remove(session: Session, row_id: UUID) -> list[UUID]:
    """Throw one of them away. Returns the files that held it: they go once that is safe."""
    row = session.get_one(RosterImport, row_id)
    files = [one for one in (row.file_id, row.plan.preview_id, row.plan.refused_id) if one is not None]
    row.plan = emptied(row.plan) if _left_open(session, row) else dataclasses.replace(row.plan, refused_id=None)
    chain.note(session, None, chain.Act.REMOVED, actions.KIND, row.id)
    return files


EXPIRING = Expiring(over, remove)
