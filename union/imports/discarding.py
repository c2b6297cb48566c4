"""Lists that are thrown away: by hand, and those that nobody went on with."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union import record
from union.files import Vaulted
from union.imports import actions
from union.imports.models import OPEN, RosterImport, Stage, lists
from union.reach import ReachSession
from union.refusal import Refused

KEPT_DAYS = 7  # a list that nobody goes on with


def discard(session: ReachSession, by: UUID | None, files: Vaulted, row: RosterImport) -> None:
    """Throw a list away that was not written. Raises `Refused` where it is being written or was."""
    if actions.stage(session, row) not in OPEN:
        raise Refused("", _l("This list is being imported, or was: it cannot be thrown away any more."))
    actions.remove_files(files, row)
    if row.plan.refused_id is not None:
        files.remove(row.plan.refused_id)
    row.plan = dataclasses.replace(
        row.plan,
        stage=Stage.DISCARDED,
        refused_id=None,
        problems=(),
        proof=(),
        columns=(),
        remarks=(),
        noticed=(),
        questions=(),
        splits=(),
        corrections=(),
    )
    record.note(session, by, record.Act.REMOVED, actions.KIND, row.id)


def discard_forgotten(session: ReachSession, by: UUID, files: Vaulted) -> int:
    """Throw away the lists in reach that nobody went on with for a week. Returns how many."""
    oldest = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
    forgotten = [row for row in session.scalars(lists()) if row.plan.stage in OPEN and row.plan.uploaded_at < oldest]
    for row in forgotten:
        discard(session, by, files, row)
    for row in session.scalars(lists()):
        if row.plan.refused_id is not None and row.plan.uploaded_at < oldest:
            files.remove(row.plan.refused_id)
            row.plan = dataclasses.replace(row.plan, refused_id=None)
    return len(forgotten)
