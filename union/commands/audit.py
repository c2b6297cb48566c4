"""`union audit verify`."""

from __future__ import annotations

import sys

import click

from union.commands import opening
from union.record import chain


@click.group()
def audit() -> None:
    """The record of who did what."""


@audit.command()
def verify() -> None:
    """Walk the chain; name the first entry that does not hold. Exit code 2 where one is bad."""
    with opening.store(opening.settings()).maintaining() as session:
        verdict = chain.verify(session)
    if not say(verdict):
        sys.exit(2)


def say(verdict: chain.Verdict) -> bool:
    """Tell how the record holds. Returns whether it does."""
    if verdict.bad is None:
        click.echo(f"{verdict.checked} entries hold.")
        return True
    click.echo(f"Entry {verdict.bad} does not hold ({verdict.why}); {verdict.checked} before it do.", err=True)
    return False
