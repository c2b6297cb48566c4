"""`union user create|disable|list`."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import click
from sqlalchemy import select

from union import text
from union.access import Role
from union.accounts import actions, passwords
from union.accounts.authentication import login_token
from union.accounts.models import Account, Granted
from union.commands import opening
from union.db import hold_rights
from union.installation import NotReady
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
        account = actions.create(session, None, login=login, name=name, password=password)
        asked = Granted(Role(role), today(), None, everywhere=not places, workplaces=frozenset(places))
        actions.grant(session, None, account, asked)
    click.echo(f"{login} ({role})" + (f"\nPassword, shown once: {password}" if generate else ""))


@user.command()
@click.argument("login")
def disable(login: str) -> None:
    """Close an account and end its sessions."""
    with opening.store(opening.settings()).maintaining() as session:
        hold_rights(session, changing=True)
        account = session.scalar(select(Account).where(Account.login_token == login_token(login)))
        if account is None:
            raise NotReady("There is no account of this name.")
        actions.disable(session, None, account)
    click.echo(f"{login}: closed")


@user.command("list")
def list_() -> None:
    """Accounts with their roles of today."""
    with opening.store(opening.settings()).maintaining() as session:
        lines = sorted(_line(account, today()) for account in session.scalars(select(Account)))
    for line in lines:
        click.echo(line)


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
