"""Making, renewing and revoking the address of one's calendar, and remembering that it was fetched. Nothing here commits."""

from __future__ import annotations

import dataclasses
import hashlib
import secrets
from datetime import UTC, date, datetime
from uuid import UUID

from union import record
from union.accounts.models import Account
from union.db import one_at_a_time
from union.feed.models import CalendarFeed, Made, of_account
from union.reach import ReachSession

KIND = "calendar_feed"  # in the record


def kept(secret: str) -> bytes:
    """What the database holds of an address."""
    return hashlib.sha256(secret.encode(errors="replace")).digest()


def renew(session: ReachSession, by: UUID, language: str) -> str:
    """A new secret, shown this once; the address of before answers no more from now on."""
    one_at_a_time(session, by.bytes)
    secret = secrets.token_urlsafe(32)
    made, found = Made(datetime.now(UTC).replace(microsecond=0), language), session.scalar(of_account(by))
    if found is None:
        session.add(CalendarFeed(account_id=session.get_one(Account, by).id, secret=kept(secret), made=made))
    else:
        found.secret, found.made = kept(secret), made
    record.note(session, by, record.Act.CREATED, KIND, by)
    return secret


def revoke(session: ReachSession, by: UUID) -> None:
    """The address answers no more; nothing happens where there is none."""
    found = session.scalar(of_account(by))
    if found is not None:
        session.delete(found)
        record.note(session, by, record.Act.REMOVED, KIND, by)


def fetched(session: ReachSession, by: UUID, on: date) -> None:
    """Write down a fetch, the first of a day only: telephones ask every hour."""
    found = session.scalar(of_account(by))
    if found is not None and found.made.fetched_on != on:
        found.made = dataclasses.replace(found.made, fetched_on=on)
        record.note(session, by, record.Act.EXPORTED, KIND, by)
