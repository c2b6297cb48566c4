"""People outside the union on an employer's list: kept with what the sums need, and removed once their time is over."""

from __future__ import annotations

import dataclasses
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union import record
from union.cases.models import CaseEntry, Stage
from union.cases.timeline import CaseAct
from union.daily import EXPIRING, Expiring
from union.jobs import Hand, Job
from union.law.seniority import months_from
from union.layoffs.models import Layoff, LayoffPerson, LayoffSnapshot, Matter, on_the_list
from union.layoffs.outgoing import KIND
from union.reach import ReachSession
from union.web.locale import CASABLANCA, today


def count(session: ReachSession, dispute: Layoff) -> int:
    """How many people outside the union stand on its list."""
    return sum(row.member_id is None for row in session.scalars(on_the_list(dispute.id)))


def over(session: Session, hand: Hand) -> list[UUID]:
    """The disputes whose time to keep them is over."""
    closed = session.scalars(select(Layoff).where(Layoff.stage == Stage.CLOSED)).all()
    kept = [one for one in closed if one.matter.outsiders_gone_on is None]
    return [one.id for one in kept if _over(session, one, hand.outsiders_months)]


def _over(session: Session, dispute: Layoff, months: int) -> bool:
    """Whether their time is over: counted from the last day on which the dispute was closed."""
    entries = session.scalars(select(CaseEntry).where(CaseEntry.case_id == dispute.id))
    closed = [one.entry.at for one in entries if one.entry.act == CaseAct.CLOSED.value]
    if not closed:
        return False
    return months_from(max(closed).astimezone(CASABLANCA).date(), months) < today()


def remove(session: Session, case_id: UUID) -> list[UUID]:
    """Remove their lines of one dispute and what was computed for them. Returns the files that hold them."""
    dispute = session.get_one(Layoff, case_id)
    outside = [row.id for row in session.scalars(on_the_list(dispute.id)) if row.member_id is None]
    for snapshot in session.scalars(select(LayoffSnapshot).where(LayoffSnapshot.case_id == dispute.id)).all():
        if snapshot.person_id in outside:
            session.delete(snapshot)
    session.flush()  # what hangs on a row goes before it
    for person_id in outside:
        session.delete(session.get_one(LayoffPerson, person_id))
    matter = dispute.matter
    files = [one.file_id for one in (matter.pending, *matter.replaced) if one is not None]
    dispute.matter = _without(dispute, len(outside), today())
    record.note(session, None, record.Act.REMOVED, "layoff", dispute.id)
    return [*files, *_archives(session, dispute.id)]


def _without(dispute: Layoff, gone: int, on: date) -> Matter:
    """What the dispute says once they are gone: no list is whole any more, none may be printed for the employer."""
    taken = dispute.matter.taken
    if taken is not None and gone:
        taken = dataclasses.replace(taken, whole=False, left_out=taken.left_out + gone)
    return dataclasses.replace(dispute.matter, pending=None, replaced=(), taken=taken, outsiders_gone_on=on)


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


EXPIRING.append(Expiring(over, remove))
