"""`union backup` and `union restore`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from union.backups import restoring, taking
from union.commands import opening
from union.commands.audit import say


@click.command()
@click.argument("destination", type=click.Path(path_type=Path))
def backup(destination: Path) -> None:
    """Write database and sealed files to DESTINATION, a new file or a folder for it; people may work meanwhile.

    The key is not in it, and is not needed for it.
    """
    settings = opening.settings()
    opening.refuse_nothing(settings)
    taken = taking.take(settings, destination)
    click.echo(
        f"{taken.path}: the database and {taken.files} sealed files, {taken.size / 1e6:.1f} MB.\n"
        "The key is not in it: keep its copies elsewhere."
    )


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Replace what is there without being asked.")
@click.option("--accept-broken-record", "accept_broken", is_flag=True, help="Also where its record does not hold.")
def restore(source: Path, yes: bool, accept_broken: bool) -> None:
    """Put the backup SOURCE in the place of this installation; what was there goes once the backup was looked through.

    Exit codes: 0 restored, 1 refused with a sentence and nothing changed, 2 restored with a record that does not hold.
    """
    settings = opening.settings()
    phrase = opening.passphrase(settings)
    if not yes and settings.state.is_dir() and restoring.holds_something(settings):
        click.confirm(
            "What is in this installation will be replaced by the backup, and is lost then. Go on?", abort=True
        )
    found = restoring.restore(settings, source, phrase, accept_broken=accept_broken)
    click.echo(f"Restored as of {found.made_at}.")
    opening.say_missing(settings, found.missing)
    if not say(found.verdict):
        sys.exit(2)
