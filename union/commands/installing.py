"""`union init`, `upgrade`, `serve`, `worker`."""

from __future__ import annotations

import contextlib
import socket
import sys

import click

import config
from union import installation
from union.app import create_app
from union.commands import listening, opening, siblings, stopping
from union.jobs.worker import Busy
from union.store import files


@click.command()
@click.option("--passphrase", is_flag=True, help="Wrap the key by a passphrase, asked twice.")
def init(passphrase: bool) -> None:
    """Create state and key. Safe to run again: what exists is kept."""
    settings = opening.settings()
    words = None
    if passphrase and not settings.key_file.exists():
        if not sys.stdin.isatty():
            words = sys.stdin.readline().rstrip("\n")
        else:
            words = click.prompt("Passphrase", hide_input=True, confirmation_prompt=True)
        if len(words) < 12:
            raise installation.NotReady("Choose a passphrase of at least 12 characters.")
    new = installation.initialise(settings, words if new_key(settings) else opening.passphrase(settings))
    click.echo(f"{'New key' if new else 'Key kept'}: {settings.key_file}\nState: {settings.state}")


def new_key(settings: config.Settings) -> bool:
    return not settings.key_file.exists()


@click.command()
def upgrade() -> None:
    """Bring the database to this version."""
    settings = opening.settings()
    opening.refuse_nothing(settings)
    phrase = opening.passphrase(settings)
    entries = installation.upgrade(settings, phrase)
    click.echo(
        f"The database is at this version.\nThe record has {entries} entries: keep that number outside this machine."
    )
    with opening.held(settings, phrase).maintaining() as session:
        missing = installation.missing_files(session, files.of(settings))
    opening.say_missing(settings, missing)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--threads", default=4, show_default=True, help="Pages answered at once; slow callers hold none.")
@click.option("--no-worker", is_flag=True, help="Leave background work to `union worker`.")
@click.option("--socket", "of_server", type=int, hidden=True, help="That of the server beside which this one answers.")
def serve(host: str, threads: int, no_worker: bool, of_server: int | None) -> None:
    """Serve the pages, with a worker beside them, in as many processes as UNION_PROCESSES says."""
    settings = opening.settings()
    _refuse_in_clear(host, settings)
    opening.refuse_nothing(settings)
    if of_server is not None:
        _answer_beside(settings, of_server, threads)
        return
    phrase = opening.passphrase(settings)
    store = opening.store_by(settings, phrase)
    held = files.hold(settings.state, "server")
    if held is None:
        raise installation.NotReady("Another server already uses this state folder.")
    demo = (settings.state / installation.DEMO).exists()
    if demo and not installation.is_this_machine(host):
        raise installation.NotReady("The demonstration is bound to this machine: serve it on 127.0.0.1.")
    taken = listening.take(host, settings.port)
    with contextlib.closing(store):
        app = create_app(settings, store, demo=demo)
        if not no_worker:
            with contextlib.suppress(Busy):  # a worker of its own is running: leave the work to it
                opening.consume(app)
        click.echo(f"http://{f'[{host}]' if ':' in host else host}:{settings.port}/", err=True)
        with siblings.beside(taken, settings.processes - 1, ["--threads", str(threads)], phrase):
            listening.serve(app, taken, threads=threads, behind_tls=settings.behind_tls)
    del held


def _answer_beside(settings: config.Settings, number: int, threads: int) -> None:
    """One of the other processes of a server, which took the port and does the background work."""
    store = opening.store_by(settings, siblings.told())
    with contextlib.closing(store), socket.socket(fileno=number) as taken:
        app = create_app(settings, store, demo=(settings.state / installation.DEMO).exists())
        listening.serve(app, taken, threads=threads, behind_tls=settings.behind_tls)


def _refuse_in_clear(host: str, settings: config.Settings) -> None:
    """Pages leave this machine by a proxy that speaks TLS, unless a setting says so. Raises `NotReady`."""
    if settings.behind_tls or settings.without_tls or installation.is_this_machine(host):
        return
    raise installation.NotReady(
        f"On {host} names and passwords would cross the network in clear: serve on 127.0.0.1 behind a proxy that "
        f"speaks "
        "TLS, with UNION_TLS=yes. Where the network is closed to others by other means, set UNION_WITHOUT_TLS=yes."
    )


@click.command()
def worker() -> None:
    """Do the background work, until stopped."""
    app = opening.app()
    click.echo(f"Doing the background work of {app.settings.state}, until stopped.", err=True)
    with stopping.stop_signals() as told, contextlib.closing(app.store):
        try:
            thread = opening.consume(app)
        except Busy as error:
            raise installation.NotReady(str(error)) from None
        while thread.is_alive() and not told():
            thread.join(0.5)
        stopping.stop(app)
