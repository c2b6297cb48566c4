"""Breaking the seal of a confidential case: one of the secretariat asks, another one agrees, everybody whom the case
names is told."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.access import May, roles_with
from union.accounts import resets
from union.accounts.models import Account
from union.cases import messages, readers
from union.cases.models import Case
from union.cases.timeline import CaseAct, entry
from union.confidentiality.models import Request, SealRequest, waiting_seals
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.record import chain
from union.refusal import Refused
from union.store.reach import Reach, ReachSession
from union.web.damaged import readable
from union.web.locale import today

LASTS = timedelta(days=3)  # then nobody agreed


def through_the_seal(reach: Reach, code: str) -> Reach:
    """The reach of the second of two people, by which the one case of this code is written, and shown to neither."""
    return dataclasses.replace(reach, unopened=True, seal_broken=code)


def ask(session: ReachSession, by: UUID, code: str, why: str) -> SealRequest:
    """Ask for a case by its code, which is not looked up: nobody learns alone whether there is one. Raises
    `Refused`."""
    who = session.get_one(Account, by)
    if not resets.vouched(who):
        raise Refused("code", resets.UNVOUCHED)
    asked = Request(datetime.now(UTC).replace(microsecond=0), who.holder.name, why.strip(), code.strip().upper())
    row = SealRequest(asked_by=by, request=asked)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, "seal_request", row.id)
    return row


def waiting(session: ReachSession) -> Sequence[SealRequest]:
    """What waits for a second person of the secretariat, the newest first."""
    found = [one for one in readable(session.scalars(waiting_seals()), "request") if not _over(one)]
    return sorted(found, key=lambda one: one.request.at, reverse=True)


def agree(session: ReachSession, by: UUID, request: SealRequest) -> bool:
    """The second person agrees: the first reads the case from now on, and everybody named is told. Says whether there
    is a case of this code. Asked with `through_the_seal`. Raises `Refused`."""
    if request.asked_by == by:
        raise Refused("case", _l("You asked for it yourself: another one of the secretariat decides."))
    if _over(request):
        raise Refused("case", _l("This request is over: it waited for three days. Ask anew."))
    first, second = session.get(Account, request.asked_by), session.get_one(Account, by)
    if not resets.vouched(second):
        raise Refused("case", resets.UNVOUCHED)
    asked = request.request
    if first is None or not _breaks(first):
        raise Refused("case", _l("Who asked is not of the secretariat any more: ask anew, if it is still needed."))
    session.delete(request)
    chain.note(session, by, chain.Act.CHANGED, "seal_request", request.id, "agreed")
    case = session.scalar(select(Case).where(Case.code == asked.code))
    if case is None:
        return False
    named = readers.everybody(session, case)
    if request.asked_by not in named:
        readers.add(session, case, request.asked_by)
    who = f"{asked.by_name} · {second.holder.name}"
    entry(session, case, by, CaseAct.SEAL_BROKEN, f"{who}\n{asked.why}")
    messages.tell(session, request.asked_by, case, everybody=named)
    return True


def _breaks(account: Account) -> bool:
    """Whether somebody may ask for a seal today: they did once, and may have left since."""
    able = roles_with(May.BREAK_SEAL)
    return not account.disabled and any(one.role in able and one.term.holds(today()) for one in account.grants)


def decline(session: ReachSession, by: UUID, request: SealRequest) -> None:
    """Whoever asked takes it back, or another one says no."""
    session.delete(request)
    chain.note(session, by, chain.Act.CHANGED, "seal_request", request.id, "declined")


def _over(request: SealRequest) -> bool:
    return datetime.now(UTC) - request.request.at > LASTS


def _old(session: Session, _hand: JobContext) -> list[UUID]:
    return [one.id for one in readable(session.scalars(waiting_seals()), "request") if _over(one)]


def _remove(session: Session, request_id: UUID) -> list[UUID]:
    found = session.get(SealRequest, request_id)
    if found is not None:  # somebody answered meanwhile
        session.delete(found)
        chain.note(session, None, chain.Act.REMOVED, "seal_request", request_id)
    return []


EXPIRING = Expiring(_old, _remove)
