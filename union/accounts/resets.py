"""A way in that somebody else gave: a code that is used once, what stays closed until a second person speaks, what
is told."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.accounts import actions, passwords
from union.accounts.models import Account, Reset, Resets
from union.record import chain
from union.refusal import Refused
from union.store.db import Store

LASTS = timedelta(hours=24)
KEPT = 6  # of one account, the newest
UNVOUCHED = _l("Your own password was reset: a colleague says first that it is you who hold this account.")

# Filled in `features`: what a code does not open, until a second person has said who holds the account.
WITHHELD: list[Callable[[Store, UUID], Iterable[UUID]]] = []


def withheld(store: Store, account_id: UUID) -> tuple[UUID, ...]:
    """What stays closed to an account that is let in by a code: asked with its own eyes, and told to nobody."""
    return tuple(sorted(one for tell in WITHHELD for one in tell(store, account_id)))


def reset(session: Session, by: UUID | None, account: Account, closed: Iterable[UUID]) -> str:
    """A code in the place of the password: it works once, for a day. Every session ends. Raises `Refused`.

    `closed` are the cases that it does not open, see `withheld`.
    """
    if account.id == by:
        raise Refused("account", _l("This is your own account: change your password under My account."))
    if account.disabled:
        raise Refused("account", _l("This account is closed: open it again first."))
    code, now = passwords.generate(), datetime.now(UTC).replace(microsecond=0)
    giver = session.get(Account, by) if by is not None else None
    if giver is not None and not vouched(giver):
        raise Refused("account", UNVOUCHED)
    one = Reset(now, by, giver.holder.name if giver is not None else "", now + LASTS, closed=tuple(closed))
    account.password, account.renews = passwords.sealed(code), True
    account.resets = Resets((*account.known_resets, one)[-KEPT:])
    actions.end_sessions(session, by, account)
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, "reset")
    return code


def renew(session: Session, by: UUID, account: Account, new: str, door: UUID | None) -> None:
    """The first password that its holder chose. Raises `Refused` for a weak one."""
    actions.change_password(session, by, account, new, keeping=door)
    account.renews = False


def vouched(account: Account) -> bool:
    """Whether nobody else may be at an account: no code was given for it, or a second person has spoken since."""
    last = account.known_resets[-1] if account.known_resets else None
    return last is None or last.confirmed_at is not None


def waiting(session: Session, me: UUID) -> list[Account]:
    """The accounts in reach whose last code nobody else has spoken for yet; not one's own, nor those that one gave
    oneself. None for an account that waits itself: whoever gave its code would speak by it."""
    asked = select(Account).where(Account.resets_sealed.is_not(None), Account.disabled.is_(False))
    found = session.scalars(asked).all()  # first: nearly always nobody waits, and every home page asks
    if not found or not vouched(session.get_one(Account, me)):
        return []
    return sorted((one for one in found if may_confirm(one, me)), key=lambda one: one.holder.name.casefold())


def may_confirm(account: Account, me: UUID) -> bool:
    """Whether this person's word opens what is closed: somebody else than the holder and than whoever gave the code.

    Any colleague whose reach shows the account, a delegate of its workplace too: an organiser may be alone at the desk.
    """
    return not vouched(account) and me not in {account.id, account.known_resets[-1].by}


def confirm(session: Session, by: UUID, account: Account) -> None:
    """A second person spoke with the holder: the account opens what it opened before. Raises `Refused`."""
    if not may_confirm(account, by):
        raise Refused("account", _l("Nothing waits for your word here any more."))
    if not vouched(session.get_one(Account, by)):
        raise Refused("account", UNVOUCHED)
    last, now = account.known_resets[-1], datetime.now(UTC).replace(microsecond=0)
    told = dataclasses.replace(last, confirmed_at=now, confirmed_by=session.get_one(Account, by).holder.name, closed=())
    account.resets = Resets((*account.known_resets[:-1], told))
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, "confirmed")
