"""`union user create|disable|reset|list`."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any, cast

import click
from sqlalchemy import select

from union import text
from union.access import Role
from union.accounts import actions, passwords, resets
from union.accounts.authentication import login_token
from union.accounts.models import Account, Granted
from union.cases import account_closing
from union.commands import opening
from union.installation import NotReady
from union.store.db import hold_rights
from union.store.reach import ReachSession
from union.web.locale import today
from union.workplaces.models import sites

ROLES = click.Choice([role.value for role in Role])


@click.group()
def user() -> None:
    """Accounts, from the command line: the first one comes from here."""


@user.command()
@click.argument("login")
@click.option("--name", default="", help="The name shown to others; the sign-in name where left out.")
@click.option("--role", type=ROLES, default="secretariat", show_default=True)
@click.option(
    "--workplace", "workplaces", multiple=True, help="The name of a workplace; may be repeated. All where left out."
)
@click.option("--generate", is_flag=True, help="Make a password and print it once.")
def create(login: str, name: str, role: str, workplaces: tuple[str, ...], generate: bool) -> None:
    """Create an account. The password is typed (or read from standard input), or generated; never an argument."""
    store = opening.store(opening.settings())
    try:
        login, name = text.line(login, 100), text.name(name or login, 100)
    except text.Unacceptable:
        raise NotReady("This name cannot be used: write it in letters, on one line.") from None
    with store.maintaining() as session:  # whoever is to type a password twice is told first what cannot be
        places = _places(session, workplaces)
        actions.refuse_taken(session, login)
    password = passwords.generate() if generate else _typed()
    with store.maintaining() as session:
        hold_rights(session, changing=True)
        account = actions.create(session, None, login=login, name=name, password=password, given=generate)
        asked = Granted(Role(role), today(), None, everywhere=not places, workplaces=frozenset(places))
        actions.grant(session, None, account, asked)
    click.echo(f"{login} ({role})" + (f"\nPassword, shown once: {password}" if generate else ""))


@user.command()
@click.argument("login")
@click.option("--hand-over-to", "to", default="", help="Who takes over every case that hangs on it.")
def disable(login: str, to: str) -> None:
    """Close an account and end its sessions; refused while a case or a member hangs on it, unless somebody takes all
    over."""
    with opening.store(opening.settings()).maintaining() as session:
        hold_rights(session, changing=True)
        account = _known(session, login)
        if to:
            account_closing.hand_over_all(cast(ReachSession, session), None, account, _known(session, to))
            session.flush()
        account_closing.close(cast(ReachSession, session), None, account)
    click.echo(f"{login}: closed")


@user.command()
@click.argument("login")
def reset(login: str) -> None:
    """Give a one-time code for a forgotten password: it works once, for 24 hours, and a new password is chosen at
    once."""
    store = opening.store(opening.settings())
    with store.maintaining() as session:
        hold_rights(session, changing=True)
        account = _known(session, login)
        code = resets.reset(session, None, account, resets.withheld(store, account.id))
    click.echo(f"{login}: every session is ended\nCode, shown once, for 24 hours: {code}")


@user.command("list")
def list_() -> None:
    """Accounts with their roles of today."""
    with opening.store(opening.settings()).maintaining() as session:
        lines = sorted(_line(account, today()) for account in session.scalars(select(Account)))
    for line in lines:
        click.echo(line)


def _known(session: Any, login: str) -> Account:
    account: Account | None = session.scalar(select(Account).where(Account.login_token == login_token(login)))
    if account is None:
        raise NotReady("There is no account of this name.")
    return account


def _line(account: Account, on: date) -> str:
    roles = sorted({grant.role.value for grant in account.grants if grant.term.holds(on)})
    return f"{account.holder.login}\t{'closed' if account.disabled else ','.join(roles) or 'no role'}"


def _typed() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")


def _places(session: Any, wanted: tuple[str, ...]) -> list[Any]:
    known = {one.site.name.casefold(): one.id for one in session.scalars(sites())}
    unknown = [name for name in wanted if name.casefold() not in known]
    if unknown:
        raise NotReady(f"There is no workplace called {unknown[0]}.")
    return [known[name.casefold()] for name in wanted]
