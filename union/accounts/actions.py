"""Every way in which an account changes. Who acts comes first; nothing here commits."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.access import Role
from union.accounts import passwords
from union.accounts.authentication import login_token, login_tokens
from union.accounts.models import Account, Door, Grant, Granted, GrantPlace, Holder, Term
from union.record import chain
from union.refusal import Refused
from union.store.db import Store
from union.web.locale import today

# Filled in `features`: what is opened without signing in: it ends with the sessions, for whoever holds one of them
# may have made it.
ENDING_WITH_SESSIONS: list[Callable[[Session, UUID | None, UUID], None]] = []


# Filled in `features`: how much hangs on a grant that no other grant of the account covers.
HANGING: list[Callable[[Store, Grant], int]] = []


def create(
    session: Session, by: UUID | None, *, login: str, name: str, password: str, language: str = "", given: bool = False
) -> Account:
    """A new account, without any grant; `given`: its holder did not choose the password, and does so at the first
    sign-in.

    Raises `Refused` for a name that is taken or a weak password.
    """
    refuse_taken(session, login)
    sealed = passwords.seal(password, (login, name))
    account = Account(
        login_token=login_token(login),
        holder=Holder(login, name, language),
        password=sealed,
        disabled=False,
        renews=given,
        version=1,
    )
    session.add(account)
    chain.note(session, by, chain.Act.CREATED, "account", account.id)
    return account


def refuse_taken(session: Session, login: str) -> None:
    """Raises `Refused` for a sign-in name that somebody has."""
    if session.scalar(select(Account.id).where(Account.login_token.in_(login_tokens(login)))):
        raise Refused("login", _l("This sign-in name is taken: choose another."))


def grant(session: Session, by: UUID | None, account: Account, asked: Granted) -> Grant:
    """A role over workplaces, from and until a day. Raises `Refused` for days or places that make no sense."""
    if asked.until_on is not None and asked.until_on < asked.from_on:
        raise Refused("until_on", _l("The last day is before the first: correct one of them."))
    if not asked.everywhere and not asked.workplaces and asked.role is not Role.SECRETARIAT:
        raise Refused("workplaces", _l("Choose at least one workplace, or all of them."))
    everywhere = asked.everywhere or asked.role is Role.SECRETARIAT
    known = session.scalars(select(Grant).where(Grant.account_id == account.id, Grant.role == asked.role)).all()
    if any(_gives_already(one, asked, everywhere) for one in known):
        raise Refused(
            "role",
            _l("This account has the same role there in these days already: end it first, or change the dates."),
        )
    granted = Grant(account_id=account.id, role=asked.role, everywhere=everywhere)
    granted.term = Term(asked.from_on, asked.until_on, None, by)
    session.add(granted)
    session.flush()
    for workplace_id in sorted(asked.workplaces):
        session.add(GrantPlace(grant_id=granted.id, account_id=account.id, workplace_id=workplace_id))
    chain.note(session, by, chain.Act.GRANTED, "account", account.id, asked.role.value)
    return granted


def _gives_already(known: Grant, asked: Granted, everywhere: bool) -> bool:
    """Whether a grant of the same role gives, on every day asked, every place asked."""
    term = known.term
    lasts = term.ended_on is None and (asked.until_on or date.max) <= (term.until_on or date.max)
    places = {place.workplace_id for place in known.places}
    there = known.everywhere or (not everywhere and asked.workplaces <= places)
    return there and lasts and term.from_on <= asked.from_on


def end_grant(session: Session, by: UUID, granted: Grant, on: date) -> None:
    """From now on it holds no more. Raises `Refused` for one's own secretariat, and for the last: nobody could undo
    it."""
    if granted.role is Role.SECRETARIAT and granted.account_id == by:
        raise Refused("grant", _l("You cannot end your own secretariat: another secretariat account must do it."))
    if granted.term.ended_on is not None:
        raise Refused("grant", _l("This role is ended already."))
    if granted.role is Role.SECRETARIAT:
        _refuse_the_last(session, granted.account)
    granted.term = dataclasses.replace(granted.term, ended_on=on)
    chain.note(session, by, chain.Act.ENDED, "account", granted.account_id, granted.role.value)


def refuse_what_hangs(store: Store, granted: Grant) -> None:
    """Raises `Refused` where ending a role would leave cases with nobody."""
    number = sum(tell(store, granted) for tell in HANGING)
    if number:
        raise Refused(
            "grant",
            _l(
                "Hand over first what hangs on this role: cases and members %(number)s. The page on which the "
                "account is closed lists them.",
                number=number,
            ),
        )


def _refuse_the_last(session: Session, account: Account) -> None:
    """Raises `Refused` where no other open account holds the secretariat today. Asked under `hold_rights`: two who
    close each other at once come one after the other."""
    asked = select(Grant).join(Account, Account.id == Grant.account_id)
    held = session.scalars(asked.where(Grant.role == Role.SECRETARIAT, Account.disabled.is_(False))).all()
    holders = {one.account_id for one in held if one.term.holds(today())}
    if holders == {account.id}:
        raise Refused(
            "account", _l("This is the last open account of the secretariat: give another account this role first.")
        )


def end_sessions(session: Session, by: UUID | None, account: Account, *, but: UUID | None = None) -> int:
    """Sign an account out everywhere, except from the session `but`, and end what it opened. Returns how many ended."""
    doors = session.scalars(select(Door).where(Door.account_id == account.id)).all()
    ended = [door for door in doors if door.id != but]
    for door in ended:
        session.delete(door)
    chain.note(session, by, chain.Act.SIGNED_OUT, "account", account.id)
    for end in ENDING_WITH_SESSIONS:
        end(session, by, account.id)
    return len(ended)


def disable(session: Session, by: UUID | None, account: Account) -> None:
    """It signs in no more, and every session of it ends. Raises `Refused` for one's own, and for the last
    secretariat."""
    if account.id == by:
        raise Refused("account", _l("You cannot disable your own account."))
    _refuse_the_last(session, account)
    account.disabled = True
    end_sessions(session, by, account)
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, "disabled")


def enable(session: Session, by: UUID, account: Account) -> None:
    account.disabled = False
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, "enabled")


def change_password(
    session: Session, by: UUID | None, account: Account, new: str, *, keeping: UUID | None = None
) -> None:
    """A new password; every other session ends. Raises `Refused` for a weak one."""
    account.password = passwords.seal(new, (account.holder.login, account.holder.name))
    end_sessions(session, by, account, but=keeping)
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, "password")


def wear(session: Session, by: UUID, account: Account, role: Role) -> None:
    """Choose which of one's roles to work in."""
    account.holder = dataclasses.replace(account.holder, worn=role.value)
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, f"as {role.value}")


def write_phone(session: Session, by: UUID, account: Account, phone: str) -> None:
    """The telephone on which the people of one's cases reach one; empty takes it away."""
    account.holder = dataclasses.replace(account.holder, phone=phone)
    chain.note(session, by, chain.Act.CHANGED, "account", account.id, "telephone")


def names(session: Session, accounts: Iterable[UUID]) -> dict[UUID, str]:
    """The names of accounts in reach, by id; by columns, for a whole account brings its grants and places along."""
    wanted = set(accounts)
    if not wanted:
        return {}
    found = session.execute(select(Account.id, Account.holder_sealed).where(Account.id.in_(wanted)))
    return {row.id: Account.holder.shown("account", row.id, row.holder_sealed).name for row in found}
