"""Working out what the one person of a case is owed, and keeping what is typed until then. Nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from union.cases.actions import still_open
from union.cases.models import Case
from union.cases.timeline import entry
from union.entitlements.people.plausibility import must_be_countable, must_be_possible
from union.entitlements.records.contents import Basis, Snapshot
from union.entitlements.records.models import Owed, OwedDraft, OwedEarlier, Told, Typed, of_case
from union.entitlements.sums.person import computed
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.reach import ReachSession
from union.vault.envelope import opens

KEPT = timedelta(days=30)  # an evening's typing waits until the payslips are found


class OwedAct(Enum):
    """What the timeline of a case says of it; no sum stands there, for more people read a timeline."""

    WORKED_OUT = "owed_worked_out"


ACTS = {OwedAct.WORKED_OUT.value: (_l("What the law owes was worked out"), "scale")}


def now() -> datetime:
    """The instant that a calculation is dated with."""
    return datetime.now(UTC).replace(microsecond=0)


def tried(told: Told, on: date) -> tuple[Told, Snapshot]:
    """What these answers come to; nothing is written. Raises `Refused`."""
    if told.basis.agreed.claimed_on is not None and told.basis.agreed.claimed_on > on:
        raise Refused("claimed_on", _l("This day is to come: check it on the paper."))
    must_be_possible(told.facts, on)
    facts, snapshot = must_be_countable(*computed(told.basis, dataclasses.replace(told.facts, trouble=()), now()))
    return Told(told.basis, facts), snapshot


def work_out(session: ReachSession, by: UUID, case: Case, owed: Owed | None, told: Told, on: date) -> Owed:
    """Work it out from these answers; what stood before is kept with its own. Raises `Refused`."""
    still_open(case)
    told, snapshot = tried(told, on)
    act = chain.Act.CREATED if owed is None else chain.Act.CHANGED
    if owed is None:
        one_at_a_time(session, case.id.bytes)
        if session.scalar(of_case(case.id)) is not None:
            raise Refused("case", _l("A colleague has just worked this out: open it, and correct theirs."))
        owed = Owed(case_id=case.id, workplace_id=case.workplace_id, told=told, snapshot=snapshot, version=1)
        session.add(owed)
    else:
        _keep(session, owed)
        owed.told, owed.snapshot = told, snapshot
    session.flush()
    entry(session, case, by, OwedAct.WORKED_OUT)
    chain.note(session, by, act, "owed", owed.id, case=case.id)
    return owed


def read_otherwise(session: ReachSession, by: UUID, case: Case, owed: Owed, basis: Basis, on: date) -> None:
    """The same answers, read otherwise where sources differ. Raises `Refused`."""
    if basis == owed.told.basis:
        raise Refused("switches", _l("Nothing was changed."))
    work_out(session, by, case, owed, Told(basis, owed.told.facts), on)


def _keep(session: ReachSession, owed: Owed) -> None:
    number = session.scalar(select(func.max(OwedEarlier.number)).where(OwedEarlier.owed_id == owed.id)) or 0
    kept = OwedEarlier(
        owed_id=owed.id,
        case_id=owed.case_id,
        workplace_id=owed.workplace_id,
        number=number + 1,
        told=owed.told,
        snapshot=owed.snapshot,
    )
    session.add(kept)


def keep_typed(session: ReachSession, by: UUID, case: Case, pairs: Iterable[tuple[str, str]], version: int) -> None:
    """What somebody typed until now, in the place of what was kept before. No act on a case: nothing of it is
    recorded."""
    one_at_a_time(session, case.id.bytes + by.bytes)
    typed, found = Typed(tuple(pairs), now(), version), session.scalar(_of(by, case))
    if found is not None and not opens(found, "typed"):
        session.delete(found)
        session.flush()
        found = None
    if found is None:
        session.add(
            OwedDraft(
                case_id=case.id,
                workplace_id=case.workplace_id,
                account_id=by,
                ends_at=now() + KEPT,
                typed=typed,
            )
        )
    else:
        found.typed, found.ends_at = typed, now() + KEPT


def typed(session: ReachSession, by: UUID, case: Case) -> Typed | None:
    """What is kept of somebody's typing, while its time runs; None where a damaged one would hold up the page."""
    found = session.scalar(_of(by, case).where(OwedDraft.ends_at > datetime.now(UTC)))
    return found.typed if found is not None and opens(found, "typed") else None


def forget(session: ReachSession, by: UUID, case: Case) -> None:
    """It was sent, or is begun anew."""
    found = session.scalar(_of(by, case))
    if found is not None:
        session.delete(found)


def _of(by: UUID, case: Case) -> Select[OwedDraft]:
    return select(OwedDraft).where(OwedDraft.case_id == case.id, OwedDraft.account_id == by)


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    return list(session.scalars(select(OwedDraft.id).where(OwedDraft.ends_at <= datetime.now(UTC))))


def _remove(session: Session, draft_id: UUID) -> list[UUID]:
    session.delete(session.get_one(OwedDraft, draft_id))
    return []


EXPIRING = Expiring(_over, _remove)
