"""Who is asking: sign in, be recognised at each request, sign out; nothing of it lives in the browser but a token."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from union import record, text
from union.access import NOBODY, Asking, Role
from union.accounts import passwords
from union.accounts.models import Account, Browser, Door, Grant
from union.db import Store
from union.reach import Reach
from union.vault import ring
from union.web.locale import today

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
NOTICED = timedelta(minutes=1)  # how often a session's last use is written down
RANK = tuple(Role)


def login_token(login: str) -> bytes:
    return ring.token("account|login", text.line(login).casefold())


def sign_in(store: Store, login: str, password: str, agent: str) -> str | None:
    """A new session's token, or None: one answer, in one time, whatever was wrong. Written down either way."""
    try:
        wanted = login_token(login)
    except text.Unacceptable:
        wanted = b""
    with store.engine.connect() as connection, Session(connection) as session:
        account = session.scalar(select(Account).where(Account.login_token == wanted))
        stored, account_id = (account.password, account.id) if account and not account.disabled else (None, None)
    welcome = passwords.fits(stored, password)
    with store.maintaining() as session:
        if not welcome or account_id is None:
            record.note(session, None, record.Act.REFUSED, "account", account_id)
            return None
        now = datetime.now(UTC)
        secret = secrets.token_urlsafe(32)
        browser = Browser(agent[:200], now)
        session.add(
            Door(account_id=account_id, token=_kept(secret), seen_at=now, ends_at=now + LONGEST, browser=browser)
        )
        record.note(session, account_id, record.Act.SIGNED_IN, "account", account_id)
        return secret


def recognise(store: Store, secret: str) -> Asking:
    """Who holds this token now; nobody where the session ended, idled, or its account was disabled or has no grant left."""
    now = datetime.now(UTC)
    with store.engine.connect() as connection, Session(connection) as session:
        door = session.scalar(select(Door).where(Door.token == _kept(secret)))
        if door is None or not _open(door, now):
            return NOBODY
        who = _asking(door.account, door.id, today())
        stale = now - _utc(door.seen_at) > NOTICED
        door_id = door.id
    if stale and who.person is not None:
        with store.maintaining() as session:
            kept = session.get(Door, door_id)
            if kept is not None:
                kept.seen_at = now
    return who


def sign_out(session: Session, door_id: UUID) -> None:
    """End one session."""
    door = session.get(Door, door_id)
    if door is not None:
        record.note(session, door.account_id, record.Act.SIGNED_OUT, "account", door.account_id)
        session.delete(door)


def reach_of(store: Store, account_id: UUID) -> Reach | None:
    """The reach that an account has today, for its background work; None where it has none any more."""
    with store.engine.connect() as connection, Session(connection) as session:
        account = session.get(Account, account_id)
        who = NOBODY if account is None else _asking(account, None, today())
    return None if who.person is None else who.reach


def _kept(secret: str) -> bytes:
    return hashlib.sha256(secret.encode(errors="replace")).digest()


def _utc(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _open(door: Door, now: datetime) -> bool:
    """A clock that was set back does not lengthen a session."""
    seen, ends = _utc(door.seen_at), _utc(door.ends_at)
    return ends - LONGEST - NOTICED <= now < min(ends, seen + IDLE) and not door.account.disabled


def _asking(account: Account, door_id: UUID | None, on: date) -> Asking:
    grants = [grant for grant in account.grants if grant.term.holds(on)]
    roles = tuple(sorted({grant.role for grant in grants}, key=RANK.index))
    if account.disabled or not roles:
        return NOBODY
    holder = account.holder
    role = next((one for one in roles if one.value == holder.worn), roles[0])
    reach = _reach(account, role, [grant for grant in grants if grant.role is role])
    return Asking(account.id, holder.name, role, reach, roles, holder.language, door_id)


def _reach(account: Account, role: Role, grants: list[Grant]) -> Reach:
    return Reach(
        person=account.id,
        workplaces=frozenset(place.workplace_id for grant in grants for place in grant.places),
        everywhere=role is Role.SECRETARIAT or any(grant.everywhere for grant in grants),
        named_only=role in {Role.DELEGATE, Role.LEGAL},
        figures_only=role is Role.ANALYST,
        accounts=role is Role.SECRETARIAT,
    )
