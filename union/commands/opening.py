"""How a command opens the installation: settings, passphrase, store."""

from __future__ import annotations

import os
import signal
import sys
import threading

import click

import config
from union.app import Union, create_app, open_store
from union.installation import NotReady, refuse_half_made, refuse_half_restored, refuse_in_clear, refuse_open_to_others
from union.jobs.worker import QueueAway
from union.store import in_use
from union.store.db import Store
from union.vault.root import is_wrapped


def passphrase(settings: config.Settings) -> str | None:
    """The passphrase of a wrapped key: from a file named in the environment, else asked at the terminal."""
    if not is_wrapped(settings.key_file):
        return None
    named = os.environ.get("UNION_PASSPHRASE_FILE")
    if named:
        try:
            with open(named, encoding="utf-8") as file:
                return file.readline().rstrip("\n")
        except OSError:
            raise NotReady("UNION_PASSPHRASE_FILE names a file that cannot be read.") from None
    if not sys.stdin.isatty():
        raise NotReady("The key is wrapped: run this at a terminal, or name UNION_PASSPHRASE_FILE.")
    return str(click.prompt("Passphrase", hide_input=True))


def settings() -> config.Settings:
    """What the environment says. Raises `BadSetting`, and `NotReady` where it would send people over a network in
    clear."""
    read = config.read()
    refuse_in_clear(read)
    return read


def refuse_nothing(of: config.Settings) -> None:
    """Raises `NotReady` where no installation was made yet."""
    if not of.state.is_dir() or (of.database_file is not None and not of.database_file.exists()):
        raise NotReady("There is no installation here: run `union init` first.")


def store(of: config.Settings) -> Store:
    """The open database of an installation that exists and is at this version. Raises `NotReady`, `InUse`, `BadKey`."""
    refuse_nothing(of)
    return store_by(of, passphrase(of))


def store_by(of: config.Settings, phrase: str | None) -> Store:
    """The same, of a key whose passphrase is known."""
    refuse_open_to_others(of)
    opened = held(of, phrase)
    refuse_half_made(opened, of)
    return opened


def held(of: config.Settings, phrase: str | None) -> Store:
    """The open database, which no other state folder works with until this command ends. Raises `InUse`, `BadKey`."""
    if threading.current_thread() is threading.main_thread():  # the only one that may say what a signal does
        signal.signal(signal.SIGTERM, _end)
    command = click.get_current_context().find_root()
    hold = in_use.share(of)
    command.call_on_close(hold.release)
    refuse_half_restored(of)
    opened = open_store(of, phrase)
    command.call_on_close(opened.engine.dispose)
    command.call_on_close(in_use.watch(opened, hold))
    return opened


def say_missing(of: config.Settings, files: int) -> None:
    """Tell whoever put a database back without its files."""
    if files:
        click.echo(
            f"{files} sealed files that the database names are not in {of.state / 'files'}: put the folder "
            f"`files` of the "
            "same backup there, while the server is stopped, then run `union upgrade` again. Until then lists "
            "that wait to "
            "be imported and archives cannot be opened; everything else works.",
            err=True,
        )


def _end(*_: object) -> None:
    """Told to stop, a command ends as after Ctrl-C: what it holds is let go in order."""
    raise SystemExit(128 + signal.SIGTERM)


def app() -> Union:
    """The application of the installation that the environment names."""
    of = settings()
    return create_app(of, store(of))


def consume(app: Union) -> threading.Thread:
    """Begin the background work, in a thread of its own. Raises `Busy`, and `NotReady` where the queue does not
    answer."""
    try:
        return app.worker.consume()
    except QueueAway as fault:
        where = "The Redis of UNION_REDIS" if app.settings.queue else "The file queue.db in the state folder"
        raise NotReady(
            f"{where} does not answer as it should ({fault}): see that it runs, lets this installation in and is "
            f"whole, "
            "then start again."
        ) from None
