"""People outside the union on an employer's list: kept with what the sums need, and removed once their time is over."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union.cases import dates
from union.cases.models import Stage
from union.cases.timeline import closed_long_ago, last_closed
from union.jobs.housekeeping import Expiring
from union.jobs.worker import Job, JobContext
from union.layoffs.papers.archive import KIND
from union.layoffs.records.contents import Matter
from union.layoffs.records.models import (
    Layoff,
    LayoffPerson,
    LayoffSnapshot,
    on_the_list,
)
from union.record import chain
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.locale import today


def count(session: ReachSession, dispute: Layoff) -> int:
    """How many people outside the union stand on its list."""
    return len(_outside(session, dispute))


def _outside(session: Session, dispute: Layoff) -> list[UUID]:
    """Their lines. Of a row that does not open nobody knows whose it is: it waits until it is restored."""
    rows = session.scalars(on_the_list(dispute.id))
    return [row.id for row in rows if opens(row, "facts") and not row.facts.known]


def over(session: Session, hand: JobContext) -> list[UUID]:
    """The disputes whose time to keep them is over, since they were last closed."""
    closed = session.scalars(select(Layoff).where(Layoff.stage == Stage.CLOSED)).all()
    kept = [one for one in closed if opens(one, "matter") and _holds(session, one)]
    return [one.id for one in kept if closed_long_ago(session, one.id, hand.outsiders_months)]


def _holds(session: Session, dispute: Layoff) -> bool:
    """Whether there is something to remove, or nobody has looked since it was last closed."""
    return bool(_outside(session, dispute)) or not _looked(session, dispute)


def let_go(session: Session, dispute: Layoff) -> bool:
    """Whether those outside the union were removed since the dispute was last closed; never of an open one."""
    if not opens(dispute, "matter") or not all(opens(one, "facts") for one in session.scalars(on_the_list(dispute.id))):
        return False  # who still stands on its list is not known until it is restored
    return dispute.stage is Stage.CLOSED and _looked(session, dispute)


def _looked(session: Session, dispute: Layoff) -> bool:
    gone_on, closed_on = dispute.matter.outsiders_gone_on, last_closed(session, dispute.id)
    return gone_on is not None and (closed_on is None or closed_on < gone_on)


def left(session: Session, dispute: Layoff) -> dict[str, str]:
    """The names of those who still stand on its list, by what tells people apart: members, once the others are gone."""
    lines = (row.facts for row in session.scalars(on_the_list(dispute.id)))
    return {dates.key_of(facts.employee_number, facts.name): facts.name for facts in lines}


def remove(session: Session, case_id: UUID) -> list[UUID]:
    """Remove their lines of one dispute and what was computed for them. Returns the files that hold them."""
    dispute = session.get_one(Layoff, case_id)
    outside = _outside(session, dispute)
    for snapshot in session.scalars(select(LayoffSnapshot).where(LayoffSnapshot.case_id == dispute.id)).all():
        if snapshot.person_id in outside:
            session.delete(snapshot)
    session.flush()  # what hangs on a row goes before it
    for person_id in outside:
        session.delete(session.get_one(LayoffPerson, person_id))
    matter = dispute.matter
    files = [one.file_id for one in (matter.pending, *matter.replaced) if one is not None]
    dispute.matter = _without(dispute, len(outside), today())
    chain.note(session, None, chain.Act.REMOVED, "layoff", dispute.id)
    return [*files, *_archives(session, dispute.id)]


def _without(dispute: Layoff, gone: int, on: date) -> Matter:
    """What the dispute says once they are gone: no list is whole any more, none may be printed for the employer."""
    taken = dispute.matter.taken
    if taken is not None and gone:
        taken = dataclasses.replace(taken, whole=False, left_out=taken.left_out + gone)
    said = tuple(one for one in dispute.matter.namesakes if one.same)
    return dataclasses.replace(
        dispute.matter, pending=None, replaced=(), taken=taken, outsiders_gone_on=on, namesakes=said
    )


def _archives(session: Session, case_id: UUID) -> list[UUID]:
    """The sheets of everybody that somebody had made, and nobody needs after the close."""
    made = [
        one
        for one in session.scalars(select(Job).where(Job.kind == KIND))
        if one.brief.asked.get("case") == str(case_id)
    ]
    for one in made:
        session.delete(one)
    return [UUID(one.brief.result["file"]) for one in made if "file" in one.brief.result]


EXPIRING = Expiring(over, remove)
