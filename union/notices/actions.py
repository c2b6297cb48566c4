"""Choosing an address, confirming it by a code, changing its quiet hours, taking it away. Nothing here commits."""

from __future__ import annotations

import dataclasses
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union import text
from union.accounts.models import Account
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.notices.models import Chosen, Letter, MailAddress, Outgoing, State, of_account
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.workplaces.models import Employer

KIND = "mail_address"  # in the record
LASTS = timedelta(hours=1)
BETWEEN = timedelta(minutes=2)  # two codes


def choose(session: ReachSession, by: UUID, address: str, language: str) -> None:
    """An address to confirm, in the place of the one of before; its code goes there. Raises `Refused`."""
    one_at_a_time(session, by.bytes)
    if at_an_employers(session, address):
        raise Refused("address", _l("This is an address of an employer, who can read it: write a private one."))
    found, now = _of(session, by), _now()
    if found is not None and found.chosen.code_until and found.chosen.code_until - LASTS + BETWEEN > now:
        raise Refused("address", _l("A code was sent less than two minutes ago: wait for it, then ask again."))
    code = f"{secrets.randbelow(10**6):06}"
    kept = found.chosen if found is not None else Chosen(address, language)
    chosen = Chosen(address, language, code, now + LASTS, quiet_from=kept.quiet_from, quiet_until=kept.quiet_until)
    if found is None:
        session.add(MailAddress(account_id=by, chosen=chosen))
    else:
        found.chosen = chosen
    _withdraw(session, by)
    session.add(Outgoing(account_id=by, letter=Letter.CODE, state=State.WAITING, tries=0, made_at=now, not_before=now))
    session.flush()
    chain.note(session, by, chain.Act.CHANGED, KIND, by)


def confirm(session: ReachSession, by: UUID, code: str) -> None:
    """The code that came there: from now on mails go to the address. Raises `Refused`."""
    one_at_a_time(session, by.bytes)
    found, now = _of(session, by), _now()
    chosen = found.chosen if found is not None else None
    if found is None or chosen is None or not chosen.code or chosen.code_until is None or chosen.code_until < now:
        raise Refused("code", _l("No code runs any more: write the address again, a new one is sent."))
    typed = "".join(text.digits(code).split())
    if not hmac.compare_digest(typed.encode(), chosen.code.encode()):
        raise Refused("code", _l("This is not the code that was sent: look at the last mail."))
    found.chosen = dataclasses.replace(chosen, code="", code_until=None, confirmed_at=now, failed_at=None)
    chain.note(session, by, chain.Act.CHANGED, KIND, by)


def keep_quiet(session: ReachSession, by: UUID, quiet_from: str, quiet_until: str) -> None:
    """When no mail is sent. Raises `Refused`."""
    one_at_a_time(session, by.bytes)
    found = _of(session, by)
    if found is None:
        raise Refused("", _l("There is no address: write one first."))
    found.chosen = dataclasses.replace(found.chosen, quiet_from=quiet_from, quiet_until=quiet_until)


def stop(session: Session, by: UUID | None, account_id: UUID) -> None:
    """No address any more, and nothing is sent that waited; nothing happens where there is none."""
    found = session.scalar(of_account(account_id))
    _withdraw(session, account_id)
    if found is not None:
        session.delete(found)
        chain.note(session, by, chain.Act.REMOVED, KIND, account_id)


def at_an_employers(session: ReachSession, address: str) -> bool:
    """Whether an address lies at a domain of an employer in reach, or below one."""
    domain = address.rpartition("@")[2].casefold()
    known = (
        one.casefold()
        for employer in session.scalars(select(Employer))
        if opens(employer, "identity")
        for one in employer.identity.mail_domains.split()
    )
    return any(domain == one or domain.endswith(f".{one}") for one in known)


def _of(session: ReachSession, by: UUID) -> MailAddress | None:
    """The address; a damaged one counts as none and gives way."""
    found = session.scalar(of_account(by))
    if found is not None and not opens(found, "chosen"):
        session.delete(found)
        session.flush()
        return None
    return found


def _withdraw(session: Session, account_id: UUID) -> None:
    """What waits to be sent to somebody is not sent."""
    for one in session.scalars(select(Outgoing).where(Outgoing.account_id == account_id)):
        session.delete(one)


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    """The addresses of closed accounts, and those that nobody confirmed within a day."""
    late = _now() - timedelta(days=1)
    closed = set(session.scalars(select(Account.id).where(Account.disabled)))
    return [
        one.id
        for one in session.scalars(select(MailAddress))
        if one.account_id in closed
        or (opens(one, "chosen") and one.chosen.code_until is not None and one.chosen.code_until < late)
    ]


def _remove(session: Session, row_id: UUID) -> list[UUID]:
    stop(session, None, session.get_one(MailAddress, row_id).account_id)
    return []


EXPIRING = Expiring(_over, _remove)
