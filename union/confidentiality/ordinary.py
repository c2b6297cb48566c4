"""Making a confidential case ordinary: by the person whom it is about, or by two who read it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.accounts.models import Account
from union.cases import readers
from union.cases.models import Case
from union.cases.timeline import CaseAct, entry
from union.confidentiality.models import OrdinaryRequest, Request
from union.refusal import Refused
from union.store.reach import ReachSession


def request_of(session: ReachSession, case: Case) -> OrdinaryRequest | None:
    """What waits for a second person."""
    return session.scalar(select(OrdinaryRequest).where(OrdinaryRequest.case_id == case.id))


def make_ordinary(session: ReachSession, by: UUID, case: Case, why: str, *, own: bool) -> bool:
    """Open the case to the desk at once where who asks is the person whom it is about (`own`); else ask a second
    reader. Says whether it is open now. Raises `Refused`."""
    _confidential(case)
    if not why.strip():
        raise Refused("why", _l("Say how the person agreed to it."))
    if own:
        _open(session, by, case, why)
        return True
    if request_of(session, case) is not None:
        raise Refused("why", _l("Somebody asked for this already: another reader of the case decides."))
    if readers.everybody(session, case) <= {by}:
        raise Refused("why", _l("Nobody else reads this case: name a second person first, who speaks with the person."))
    name = session.get_one(Account, by).holder.name
    asked = Request(datetime.now(UTC).replace(microsecond=0), name, why)
    session.add(OrdinaryRequest(case_id=case.id, workplace_id=case.workplace_id, asked_by=by, request=asked))
    entry(session, case, by, CaseAct.ORDINARY_ASKED, why)
    return False


def agree(session: ReachSession, by: UUID, case: Case) -> None:
    """A second reader agrees. Raises `Refused` for the one who asked, or where nothing waits."""
    found = _waiting(session, by, case)
    _confidential(case)
    _open(session, by, case, found.request.why)


def decline(session: ReachSession, by: UUID, case: Case) -> None:
    """It stays confidential: said by a second reader, or by the one who asked. Raises `Refused` where nothing waits."""
    found = request_of(session, case)
    if found is None:
        raise Refused("case", _l("Nothing waits for your word here any more."))
    session.delete(found)
    entry(session, case, by, CaseAct.ORDINARY_REFUSED)


def _waiting(session: ReachSession, by: UUID, case: Case) -> OrdinaryRequest:
    found = request_of(session, case)
    if found is None:
        raise Refused("case", _l("Nothing waits for your word here any more."))
    if found.asked_by == by:
        raise Refused("case", _l("You asked for it yourself: another reader of the case decides."))
    return found


def _open(session: ReachSession, by: UUID, case: Case, why: str) -> None:
    found = request_of(session, case)
    if found is not None:
        session.delete(found)
    case.reason_asked = False
    readers.make_ordinary(session, by, case, why)


def _confidential(case: Case) -> None:
    if not case.confidential:
        raise Refused("case", _l("This case is not confidential."))
