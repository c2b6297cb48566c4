"""Taking a backup while people work: nothing of it is opened, and the key is not needed for it."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import config
from union.backups import archive
from union.backups.in_postgresql import InPostgresql
from union.backups.in_sqlite import InSqlite
from union.installation import AWAY, DEMO, NotReady, refuse_half_restored
from union.store import in_use
from union.store.files import StoreAway, Vaulted, private
from union.store.files import of as files_of


@dataclass(frozen=True)
class Taken:
    """A backup that was made."""

    path: Path
    files: int
    size: int


def database(settings: config.Settings) -> InSqlite | InPostgresql:
    """Where the rows of this installation are."""
    return InPostgresql(settings.database) if settings.database_file is None else InSqlite(settings.database_file)


def take(settings: config.Settings, destination: Path) -> Taken:
    """Write a backup to `destination`, or into it where that is a folder. Raises `NotReady`, `InUse`; then there is
    none."""
    now = datetime.now(UTC)
    path = destination / f"union-{now:%Y%m%d-%H%M%S}.backup" if destination.is_dir() else destination
    path = path.resolve()
    if path.is_relative_to(settings.state):
        raise NotReady("A backup inside the state folder is lost with it: name a place outside, on another disk.")
    if path.exists():
        raise NotReady(f"{path} is there already: name another file, or a folder.")
    if not path.parent.is_dir():
        raise NotReady(f"There is no folder {path.parent}: make it, or name another place.")
    half, held = path.with_name(f"{path.name}.part"), in_use.share(settings)
    try:
        refuse_half_restored(settings)
        files = _write(settings, half, now)
        half.rename(path)
    except StoreAway:
        raise NotReady(AWAY) from None
    finally:
        held.release()
        half.unlink(missing_ok=True)
    return Taken(path, files, path.stat().st_size)


def _write(settings: config.Settings, half: Path, now: datetime) -> int:
    """Files, then the rows that name them, then the files that came meanwhile: a file is there before a row names
    it."""
    kept = files_of(settings)
    half.unlink(missing_ok=True)  # of a backup that was killed
    with (
        tempfile.TemporaryDirectory(dir=half.parent, prefix=".union-backup-") as beside,
        private(half) as stream,
    ):
        copied = Path(beside) / archive.DATABASE
        place = database(settings)
        head = archive.Head(
            place.kind, place.revision(), now.isoformat(timespec="seconds"), (settings.state / DEMO).exists()
        )
        writer = archive.Writer(stream, head)
        try:
            count = _add_new(writer, kept)
            place.copy(copied)
            with copied.open("rb") as file:
                writer.add(archive.DATABASE, file, copied.stat().st_size)
            count += _add_new(writer, kept)
        finally:
            writer.close()  # of one that failed too, which is thrown away: left open it would complain at its end
        archive.make_durable(stream)
    return count


def _add_new(writer: archive.Writer, files: Vaulted) -> int:
    """Add the sealed files that are not in it yet. Returns how many."""
    count = 0
    for one in files.names():
        name = f"{archive.FOLDER}/{one}"
        if writer.holds(name):
            continue
        with ExitStack() as open_here:
            try:
                file, size = open_here.enter_context(files.as_it_lies(one))
            except FileNotFoundError:  # removed a moment ago, and from now on no row names it
                continue
            writer.add(name, file, size)
        count += 1
    return count
