"""SQLite's file, copied while others write into it, and exchanged for another one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from union.backups.archive import BadBackup
from union.installation import NotReady


class InSqlite:
    """The database file of an installation, with the one that is to come and the one that was there."""

    kind: Literal["sqlite"] = "sqlite"

    def __init__(self, file: Path) -> None:
        self.file = file
        self._coming, self._before = Path(f"{file}.restored"), Path(f"{file}.before")

    def revision(self) -> str:
        """The version of its schema. Raises `NotReady`."""
        try:
            with closing(_opened(self.file)) as database:
                return str(database.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        except sqlite3.Error as fault:
            raise NotReady(f"The database cannot be read ({fault}): see that {self.file} is there and whole.") from None

    def copy(self, to: Path) -> None:
        """Write a copy as of one moment. Raises `NotReady`.

        By VACUUM INTO, which reads within one transaction: SQLite's own backup begins anew at each write of another.
        """
        try:
            with closing(_opened(self.file)) as database:
                database.execute("VACUUM INTO ?", (str(to),))
        except sqlite3.Error as fault:
            raise NotReady(
                f"The database could not be copied ({fault}): see that there is room for it twice where the "
                f"backup goes, "
                "and that the database is whole."
            ) from None

    def holds_something(self) -> bool:
        return self.file.exists()

    def bring(self, copied: Path) -> None:
        """Lay a copy beside the file. Raises `BadBackup` where it is no whole database."""
        shutil.move(copied, self._coming)
        try:
            with closing(_opened(self._coming)) as database:
                found = database.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error as fault:
            found = (str(fault),)
        if found != ("ok",):
            self._coming.unlink()
            raise BadBackup(f"The database in this backup is damaged ({found[0]}): take another one.")

    def exchange(self) -> None:
        """Put the copy into its place. The log goes with the file that it belongs to: another one would be torn by
        it."""
        log = Path(f"{self.file}-wal")
        if log.exists():
            log.rename(f"{self._before}-wal")  # before the file: `back` finds each of the two by itself
        Path(f"{self.file}-shm").unlink(missing_ok=True)
        if self.file.exists():
            self.file.rename(self._before)
        self._coming.rename(self.file)
        _make_durable(self.file.parent)

    def back(self, *, was_there: bool) -> None:
        """Put back what was there, wherever the exchange stands."""
        self._coming.unlink(missing_ok=True)
        if self._before.exists() or not was_there:
            for tail in ("-wal", "-shm", ""):
                Path(f"{self.file}{tail}").unlink(missing_ok=True)
        if self._before.exists():
            self._before.rename(self.file)
        log = Path(f"{self._before}-wal")
        if log.exists():
            log.rename(f"{self.file}-wal")
        _make_durable(self.file.parent)

    def forget(self) -> None:
        """Remove what was there before."""
        for path in (self._coming, self._before, Path(f"{self._before}-wal")):
            path.unlink(missing_ok=True)


def _opened(file: Path) -> sqlite3.Connection:
    """A file that is there; one that is not is not made."""
    return sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True, timeout=30, isolation_level=None)


def _make_durable(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
