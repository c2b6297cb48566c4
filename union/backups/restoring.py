"""Putting a backup in the place of an installation: laid beside it, exchanged, looked through; what was there goes
last.

While a restore is under way a note of it lies in the state folder, and nothing else starts. Cut off at any moment, it
is undone by the next `union restore`, which begins with that.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import msgspec

import config
from union.backups import archive
from union.backups.archive import BadBackup
from union.backups.in_postgresql import InPostgresql
from union.backups.in_sqlite import InSqlite
from union.backups.taking import database
from union.installation import AWAY, DEMO, NOTE, RESTORING, NotReady, brought_to_this_version, missing_files
from union.record import chain
from union.record.chain import Verdict
from union.store import in_use
from union.store.db import Store
from union.store.files import StoreAway, private
from union.store.files import of as files_of
from union.store.key_table import unlock
from union.vault import root

FILES_BEFORE = "files.before"


class _Note(msgspec.Struct, frozen=True):
    """What was there when the exchange began."""

    database: bool
    files: bool


@dataclass(frozen=True)
class Restored:
    """What stands there now: how the record holds, and how many files its rows name that are not there."""

    made_at: str
    verdict: Verdict
    missing: int


def holds_something(settings: config.Settings) -> bool:
    """Whether a restore would replace anything."""
    return (settings.state / RESTORING / NOTE).exists() or database(settings).holds_something()


def restore(
    settings: config.Settings, source: Path, passphrase: str | None = None, *, accept_broken: bool = False
) -> Restored:
    """Make the installation what it was when the backup was made; or leave it as it is.

    With `accept_broken` also where the record of the backup does not hold. Raises `BadBackup`, `NotReady`, `BadKey`,
    `InUse`.
    """
    secret = root.load(settings.key_file, settings.state, passphrase)
    settings.state.mkdir(parents=True, exist_ok=True, mode=0o700)
    with in_use.alone(settings):
        place, work = database(settings), settings.state / RESTORING
        _undo_what_was_cut_off(settings, place)
        work.mkdir(mode=0o700)
        try:
            head = _laid_beside(source, work, place)
            _into_the_bucket(settings, work)
            _exchange(settings, place)
            found = _look_through(settings, secret, head, accept_broken=accept_broken)
        except BaseException:
            _undo_what_was_cut_off(settings, place)
            raise
        _say_whose_people(settings, head)
        (work / NOTE).unlink()  # from here on what was restored is the installation
        place.forget()
        shutil.rmtree(settings.state / FILES_BEFORE, ignore_errors=True)
        shutil.rmtree(work)
    return found


def _laid_beside(source: Path, work: Path, place: InSqlite | InPostgresql) -> archive.Head:
    with source.open("rb") as stream:
        head = archive.unpack(stream, work)
    if head.database != place.kind:
        raise NotReady(
            f"This backup is one of {_NAMES[head.database]}, and UNION_DATABASE names {_NAMES[place.kind]}: restore it "
            "where the same kind of database is."
        )
    place.bring(work / archive.DATABASE)
    return head


def _into_the_bucket(settings: config.Settings, work: Path) -> None:
    """Files of a bucket go there before anything is exchanged: what no row names leaves it again after days."""
    folder = work / archive.FOLDER
    if not settings.files or not folder.is_dir():
        return
    kept = files_of(settings)
    for path in sorted(folder.iterdir()):
        try:
            with path.open("rb") as content:
                kept.lay(path.name, content)
        except StoreAway:
            raise NotReady(AWAY) from None
        path.unlink()


_NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def _exchange(settings: config.Settings, place: InSqlite | InPostgresql) -> None:
    files, work = settings.state / archive.FOLDER, settings.state / RESTORING
    note = _Note(place.holds_something(), files.exists())
    with private(work / f"{NOTE}.part") as written:
        written.write(msgspec.json.encode(note))
        archive.make_durable(written)
    (work / f"{NOTE}.part").rename(work / NOTE)
    place.exchange()
    if note.files:
        files.rename(settings.state / FILES_BEFORE)
    (work / archive.FOLDER).mkdir(exist_ok=True, mode=0o700)
    (work / archive.FOLDER).rename(files)


def _look_through(settings: config.Settings, secret: bytes, head: archive.Head, *, accept_broken: bool) -> Restored:
    """Bring what was restored to this version, open its keys, walk its record. Raises what speaks against it."""
    brought_to_this_version(settings, secret)
    store = Store(settings.database)
    try:
        with store.maintaining() as session:
            unlock(session, secret)
            verdict = chain.verify(session)
            if verdict.bad is not None and not accept_broken:
                raise BadBackup(
                    f"In the record of this backup entry {verdict.bad} does not hold ({verdict.why}): what was "
                    f"there before "
                    "is in its place again. Take another backup, or this one with --accept-broken-record."
                )
            missing = missing_files(session, files_of(settings))
        store.count_rows()
        return Restored(head.made_at, verdict, missing)
    finally:
        store.close()


def _say_whose_people(settings: config.Settings, head: archive.Head) -> None:
    """An invented people's installation is known by a file; what was restored is what its backup was of."""
    if head.demo:
        (settings.state / DEMO).touch(mode=0o600)
    else:
        (settings.state / DEMO).unlink(missing_ok=True)


def _undo_what_was_cut_off(settings: config.Settings, place: InSqlite | InPostgresql) -> None:
    """Put back what a restore that did not come to its end had moved."""
    work, before, files = settings.state / RESTORING, settings.state / FILES_BEFORE, settings.state / archive.FOLDER
    if (work / NOTE).exists():
        note = msgspec.json.decode((work / NOTE).read_bytes(), type=_Note)
        place.back(was_there=note.database)
        if before.exists() or not note.files:
            shutil.rmtree(files, ignore_errors=True)
        if before.exists():
            before.rename(files)
        (work / NOTE).unlink()
    else:  # it had come to its end, but for what was there before
        place.forget()
        shutil.rmtree(before, ignore_errors=True)
    shutil.rmtree(work, ignore_errors=True)
