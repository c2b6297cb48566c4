"""Who is asking: sign in, be recognised at each request, sign out; nothing of it lives in the browser but a token."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from union import text
from union.access import NOBODY, Asking, Role
from union.accounts import clock, codes, passwords
from union.accounts.models import Account, Browser, Door, Grant, GrantPlace, Term
from union.jobs.housekeeping import Expiring
from union.jobs.worker import JobContext
from union.record import chain
from union.store.db import Rights, Store, hold_rights
from union.store.reach import Reach
from union.tables.cells.people import Unreadable
from union.tables.cells.phones import read_phone
from union.vault import ring
from union.web.locale import today

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
NOTICED = timedelta(minutes=1)  # how often a session's last use is written down
RANK = tuple(Role)
_TELEPHONE = re.compile(r"\+?[0-9][0-9 .\-/()]{7,24}")
HELD = (
    Account.id.label("account_id"),
    Account.disabled,
    Account.renews,
    Account.resets_sealed,
    Account.holder_sealed,
    Grant.id.label("grant_id"),
    Grant.role,
    Grant.everywhere,
    Grant.term_sealed,
    GrantPlace.workplace_id,
)


def _with_grants(chosen: Any) -> Any:
    """One statement for all that decides who asks: it runs before every page."""
    return chosen.outerjoin(Grant, Grant.account_id == Account.id).outerjoin(
        GrantPlace, GrantPlace.grant_id == Grant.id
    )


_BEHIND = _with_grants(
    select(Door.id, Door.seen_at, Door.ends_at, Door.opened_sealed, *HELD).join(Account, Account.id == Door.account_id)
)
_BEHIND_THE_DOOR = _BEHIND.where(
    Door.token == bindparam("token")
)  # built once: writing it anew costs as much as asking
_BEHIND_THAT_DOOR = _BEHIND.where(Door.id == bindparam("door"))


def login_token(login: str) -> bytes:
    return ring.token("account|login", _read(login))


def _read(login: str) -> str:
    """A sign-in name as it is compared: digits of any script, and a telephone however its figures are parted."""
    plain = text.digits(text.line(login)).casefold()
    if not _TELEPHONE.fullmatch(plain):
        return plain
    try:
        return read_phone(plain).number
    except Unreadable:
        return plain


def login_tokens(login: str) -> list[bytes]:
    """What the name is found by: as it is kept now, and as it was kept before telephones and digits were read."""
    return [login_token(login), ring.token("account|login", text.line(login).casefold())]


def sign_in(
    store: Store, login: str, password: str, agent: str, given_here: Callable[[Account], bool] = lambda _account: False
) -> str | None:
    """A new session's token, or None: one answer, in one time, whatever was wrong. Written down either way.

    A code that was given for a forgotten password is used up, see `codes.use`, which raises `Refused`.
    """
    try:
        wanted = login_tokens(login)
    except text.Unacceptable:
        wanted = [b"", b""]
    with store.engine.connect() as connection, Session(connection) as session:
        # Columns, no object: making one took 0.7 ms, by which a name that exists was told from one that does not.
        asked = select(Account.password, Account.id, Account.disabled).where(Account.login_token.in_(wanted))
        found = session.execute(asked).first()
        stored, account_id = (found.password, found.id) if found and not found.disabled else (None, None)
    welcome = passwords.fits(stored, password)
    with store.maintaining() as session:
        hold_rights(session)
        if not welcome or account_id is None or not _unchanged(session, account_id, stored):
            chain.note(session, None, chain.Act.REFUSED, "account", account_id)
            return None
        if not codes.use(session, session.get_one(Account, account_id), given_here, agent):
            chain.note(session, None, chain.Act.REFUSED, "account", account_id)
            return None
        now = clock.now()
        secret = secrets.token_urlsafe(32)
        browser = Browser(agent[:200], now)
        session.add(
            Door(account_id=account_id, token=_kept(secret), seen_at=now, ends_at=now + LONGEST, browser=browser)
        )
        chain.note(session, account_id, chain.Act.SIGNED_IN, "account", account_id)
        return secret


def _unchanged(session: Session, account_id: UUID, stored: str | None) -> bool:
    """Whether the account is open, and the password that was compared still its own: both may have changed
    meanwhile."""
    now = session.execute(select(Account.password, Account.disabled).where(Account.id == account_id)).one()
    return not now.disabled and now.password == stored


def recognise(store: Store, secret: str) -> Asking:
    """Who holds this token now; nobody where the session ended, idled, or its account was disabled or has no grant
    left."""
    now, wanted = clock.now(), _kept(secret)
    with store.engine.connect() as connection:
        rows = connection.execute(_BEHIND_THE_DOOR, {"token": wanted}).all()
    if not rows or not _open(_utc(rows[0].seen_at), _utc(rows[0].ends_at), now):
        return NOBODY
    seen, who = _utc(rows[0].seen_at), _with_opened(_asking(rows, rows[0].id, today()), rows[0])
    noticed = now - seen > NOTICED
    ends = min(_utc(rows[0].ends_at), (now if noticed else seen) + IDLE)
    who = _with_time(who, max(0, -((now - ends) // timedelta(minutes=1))))
    if who.person is not None and noticed:
        with store.maintaining() as session:
            kept = session.get(Door, rows[0].id)
            if kept is None:  # it was ended while this waited to write
                return NOBODY
            kept.seen_at = now
    return who


def still(connection: Connection, who: Asking) -> Asking:
    """Who asks now, in the transaction that is about to write: nobody where session, account or grants ended
    meanwhile."""
    rows = connection.execute(_BEHIND_THAT_DOOR, {"door": who.door}).all()
    if not rows or not _open(_utc(rows[0].seen_at), _utc(rows[0].ends_at), clock.now()):
        return NOBODY
    return _with_time(_with_opened(_asking(rows, who.door, today()), rows[0]), who.lasts)


def _with_opened(who: Asking, behind: Any) -> Asking:
    """With the cases that their session gave a reason for opening: another session of theirs is asked anew."""
    if who.person is None or behind.opened_sealed is None:
        return who
    opened = Door.opened.shown("door", behind.id, behind.opened_sealed).cases
    return replace(who, reach=replace(who.reach, opened=frozenset(opened)))


def _with_time(who: Asking, lasts: int) -> Asking:
    """Nobody stays nobody: they are told by that one object."""
    return NOBODY if who.person is None else replace(who, lasts=lasts)


def sign_out(session: Session, door_id: UUID) -> None:
    """End one session."""
    door = session.get(Door, door_id)
    if door is not None:
        chain.note(session, door.account_id, chain.Act.SIGNED_OUT, "account", door.account_id)
        session.delete(door)


def reach_of(store: Store, account_id: UUID) -> Reach | None:
    """The reach that an account has today; None where it has none any more."""
    with store.engine.connect() as connection:
        return _reach_in(connection, account_id)


def rights_of(account_id: UUID) -> Rights:
    """What asks for an account's reach in each transaction of its background work. It raises `PermissionError`."""

    def now(connection: Connection) -> Reach:
        reach = _reach_in(connection, account_id)
        if reach is None:
            raise PermissionError("this account may do nothing any more")
        return reach

    return now


def _reach_in(connection: Connection, account_id: UUID) -> Reach | None:
    rows = connection.execute(_with_grants(select(*HELD)).where(Account.id == account_id)).all()
    who = _asking(rows, None, today()) if rows else NOBODY
    return None if who.person is None else who.reach


def _kept(secret: str) -> bytes:
    return hashlib.sha256(secret.encode(errors="replace")).digest()


def _utc(value: datetime) -> datetime:
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def is_open(door: Door) -> bool:
    """Whether a session would let its holder in now: one that idled too long has ended, whatever its row says."""
    return _open(_utc(door.seen_at), _utc(door.ends_at), clock.now())


def _open(seen: datetime, ends: datetime, now: datetime) -> bool:
    """Begun or last used later on, before a clock was set back and the server began anew, it idled nobody knows how
    long."""
    return max(seen, ends - LONGEST) - NOTICED <= now < min(ends, seen + IDLE)


def _over(session: Session, _hand: JobContext) -> list[UUID]:
    """The sessions that ended by time: nobody signed out of them, and each tells when somebody worked."""
    now = clock.now()
    asked = session.execute(select(Door.id, Door.seen_at, Door.ends_at))
    return [row.id for row in asked if not _open(_utc(row.seen_at), _utc(row.ends_at), now)]


def _remove(session: Session, door_id: UUID) -> list[UUID]:
    door = session.get(Door, door_id)
    if door is not None:  # somebody signed out of it meanwhile
        session.delete(door)
    return []


EXPIRING = Expiring(_over, _remove)


def _asking(rows: Sequence[Any], door_id: UUID | None, on: date) -> Asking:
    """Who asks, from the joined rows: one for each workplace of each grant."""
    first = rows[0]
    held = [row for row in rows if row.grant_id is not None and _term(row).holds(on)]
    roles = tuple(sorted({row.role for row in held}, key=RANK.index))
    if first.disabled or not roles:
        return NOBODY
    holder = Account.holder.shown("account", first.account_id, first.holder_sealed)
    role = next((one for one in roles if one.value == holder.worn), roles[0])
    reach = reach_of_role(first.account_id, role, [row for row in held if row.role is role], _withheld(first))
    return Asking(first.account_id, holder.name, role, reach, roles, holder.language, door_id, renews=first.renews)


def _term(row: Any) -> Term:
    return Grant.term.shown("account_grant", row.grant_id, row.term_sealed)


def _withheld(row: Any) -> frozenset[UUID]:
    """What a code does not open before a second person spoke."""
    if row.resets_sealed is None:
        return frozenset()
    given = Account.resets.shown("account", row.account_id, row.resets_sealed).given
    return frozenset(given[-1].closed) if given else frozenset()


def reach_of_role(account_id: UUID, role: Role, rows: list[Any], withheld: frozenset[UUID]) -> Reach:
    return Reach(
        person=account_id,
        workplaces=frozenset(row.workplace_id for row in rows if row.workplace_id is not None),
        everywhere=role is Role.SECRETARIAT or any(row.everywhere for row in rows),
        named_only=role in {Role.DELEGATE, Role.LEGAL},
        parties=role is Role.LEGAL,
        figures_only=role is Role.ANALYST,
        accounts=role is Role.SECRETARIAT,
        withheld=withheld,
    )
