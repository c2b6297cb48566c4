"""Making, renewing and revoking the address of one's calendar, its alarm, and remembering that it was fetched. Nothing
here commits."""

from __future__ import annotations

import dataclasses
import hashlib
import secrets
from datetime import UTC, date, datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.accounts.models import Account
from union.feed.models import Alarm, CalendarFeed, Made, of_account
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.record import chain
from union.refusal import Refused
from union.store.db import one_at_a_time
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.locale import today

KIND = "calendar_feed"  # in the record


def kept(secret: str) -> bytes:
    """What the database holds of an address."""
    return hashlib.sha256(secret.encode(errors="replace")).digest()


def renew(session: ReachSession, by: UUID, language: str) -> str:
    """A new secret, shown this once; the address of before answers no more from now on, and its alarm goes on."""
    one_at_a_time(session, by.bytes)
    secret = secrets.token_urlsafe(32)
    made, found = Made(datetime.now(UTC).replace(microsecond=0), language), session.scalar(of_account(by))
    if found is None:
        session.add(CalendarFeed(account_id=session.get_one(Account, by).id, secret=kept(secret), made=made))
    else:
        found.secret, found.made = kept(secret), dataclasses.replace(made, alarm=found.made.alarm)
    chain.note(session, by, chain.Act.CREATED, KIND, by)
    return secret


def ring(session: ReachSession, by: UUID, alarm: Alarm) -> None:
    """From the next fetch one's own dates ring then. Raises `Refused` where there is no address any more."""
    one_at_a_time(session, by.bytes)
    found = session.scalar(of_account(by))
    if found is None:
        raise Refused("", _l("The address has ended: make a new one, then choose its alarm."))
    if found.made.alarm is not alarm:
        found.made = dataclasses.replace(found.made, alarm=alarm)
        chain.note(session, by, chain.Act.CHANGED, KIND, by)


def revoke(session: Session, by: UUID | None, account_id: UUID) -> None:
    """The address of an account answers no more; nothing happens where there is none."""
    found = session.scalar(of_account(account_id))
    if found is not None:
        session.delete(found)
        chain.note(session, by, chain.Act.REMOVED, KIND, account_id)


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    """The addresses whose time has ended."""
    kept = session.scalars(select(CalendarFeed)).all()
    return [one.id for one in kept if opens(one, "made") and one.made.over(today())]


def _remove(session: Session, feed_id: UUID) -> list[UUID]:
    revoke(session, None, session.get_one(CalendarFeed, feed_id).account_id)
    return []


EXPIRING = Expiring(_over, _remove)


def fetched(session: ReachSession, by: UUID, on: date) -> None:
    """Write down a fetch, the first of a day only: telephones ask every hour."""
    one_at_a_time(session, by.bytes)  # an alarm that is chosen meanwhile is not written over
    found = session.scalar(of_account(by))
    if found is not None and found.made.fetched_on != on:
        found.made = dataclasses.replace(found.made, fetched_on=on)
        chain.note(session, by, chain.Act.EXPORTED, KIND, by)
