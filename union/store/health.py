"""Whether the installation is well: what is kept can be read, and something can be written still."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

import structlog
from sqlalchemy import BigInteger, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, Session

from union.store import key_table
from union.store.db import Model, Store
from union.store.files import Vaulted
from union.vault.envelope import plain

log = structlog.get_logger()
EVERY = 5.0  # seconds between two acts of writing, however often anybody asks
PATIENCE = 10.0  # seconds; a look that takes longer is no good sign
FIRST_WHOLE, WHOLE = 60.0, 3600.0  # seconds until SQLite's file is looked through: first, and then each time
REST = 1000  # times as long as that took, it is let alone at least


class Pulse(Model):
    """One row that is written anew, to see whether anything can be."""

    __tablename__ = "pulse"

    beats: Mapped[int] = plain("how often it was written", BigInteger)


class Health:
    """What `/health` answers by. One looks at a time: whoever asks meanwhile is told what the last one saw."""

    def __init__(
        self, store: Store, state: Path, clock: Callable[[], float] = monotonic, files: Vaulted | None = None
    ) -> None:
        self.store, self._clock = store, clock
        self._files = files or Vaulted(state / "files")
        self._looking = threading.Lock()
        self._begun = clock()
        self._well = True
        self._writes, self._written_at = True, clock() - EVERY
        self._whole_at = clock() + FIRST_WHOLE

    def well(self) -> bool:
        """Whether all is well; why it is not stands in the log."""
        if not self._looking.acquire(blocking=False):
            return self._well and self._clock() - self._begun < PATIENCE
        try:
            self._begun = self._clock()
            self._well = self._look()
            return self._well
        finally:
            self._looking.release()

    def _look(self) -> bool:
        try:
            self._look_through_in_time()
            return self._reads() and self._can_write() and not self.store.damage.is_set()
        except Exception as fault:  # whatever is wrong, the answer is the same: not well
            log.error("not_well", why=type(fault).__name__)
            return False

    def _reads(self) -> bool:
        """The database answers, is still the one that was opened, and the key opens what stands in it."""
        with Session(self.store.engine) as plain_session:
            return self.store.stands() and key_table.works(plain_session)

    def _can_write(self) -> bool:
        if self._clock() - self._written_at >= EVERY:
            self._writes = False  # until it was done
            self._written_at = self._clock()
            self._write_a_row()
            self._files.look()
            self._writes = True
        return self._writes

    def _write_a_row(self) -> None:
        with self.store.maintaining() as session:
            beaten = session.execute(update(Pulse).values(beats=Pulse.beats + 1))
            if not beaten.rowcount:  # type: ignore[attr-defined]  # an UPDATE has it
                session.add(Pulse(beats=1))

    def _look_through_in_time(self) -> None:
        """Begin to look through the whole of SQLite's file, which takes a second for some hundred megabytes."""
        if not self.store.on_sqlite or self._clock() < self._whole_at:
            return
        self._whole_at = self._clock() + WHOLE
        threading.Thread(target=self.look_through, daemon=True, name="look through").start()

    def look_through(self) -> None:
        """Read every page of the file; a broken one is found before somebody needs it."""
        begun = self._clock()
        with (
            suppress(SQLAlchemyError),
            self.store.engine.connect() as connection,
        ):  # damage is noticed where it is raised
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                self.store.damage.set()
        if self.store.damage.is_set():
            log.error("database_damaged")
        self._whole_at = max(self._whole_at, self._clock() + REST * (self._clock() - begun))
