"""`union demo`: the demonstration, served on this machine alone."""

from __future__ import annotations

import contextlib
import dataclasses

import click

import config
from union import installation
from union.app import create_app
from union.commands import listening, opening
from union.demo import accounts, attached, disputes, filling, papers
from union.jobs.worker import Busy
from union.store import files
from union.store.db import Store
from union.vault import root
from union.web.locale import today

HOST = "127.0.0.1"  # invented people, passwords on the screen: it is never served to another machine


@click.command()
def demo() -> None:
    """Create the demonstration where there is none, say how to sign in, and serve it on 127.0.0.1."""
    settings = dataclasses.replace(opening.settings(), outsiders_confirmed=True)
    phrase = opening.passphrase(settings) if settings.key_file.exists() else None
    installation.initialise(settings, phrase)
    held = files.hold(settings.state, "server")
    if held is None:
        raise installation.NotReady("Another server already uses this state folder.")
    taken = listening.take(HOST, settings.port)
    installation.refuse_open_to_others(settings)
    store = opening.held(settings, phrase)
    secret = root.load(settings.key_file, settings.state, phrase)
    with contextlib.closing(store):
        _fill(settings, store, secret)
        app = create_app(settings, store, demo=True)
        with contextlib.suppress(Busy):  # a worker of its own is running: leave the work to it
            opening.consume(app)
        _tell(settings, secret)
        listening.serve(app, taken)
    del held


def _fill(settings: config.Settings, store: Store, secret: bytes) -> None:
    """Once; what was done since is kept. Raises `NotReady` where real people are there."""
    state = filling.state_of(store)
    if state == "real":
        raise installation.NotReady(
            "This state folder holds real accounts: set UNION_STATE to another folder for the demonstration."
        )
    if state == "empty":
        click.echo("Filling the demonstration: a few seconds, once.")
        filling.fill(store, secret, today())
    disputes.complete(store, today())
    papers.complete(store, today())
    attached.complete(store, files.of(settings))
    (settings.state / installation.DEMO).touch(mode=0o600)


def _tell(settings: config.Settings, secret: bytes) -> None:
    click.echo(f"\nhttp://{HOST}:{settings.port}/\n")
    for one, password in accounts.sign_ins_with_passwords(secret):
        click.echo(f"  {one.role.value:<12} {one.login:<12} {password}")
    click.echo("\nAll people and employers are invented. Stop with Ctrl-C.")
