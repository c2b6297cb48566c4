"""The writers' turn: SQLite has one writer, and its own waiting is neither fair nor quick."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LOOK = 0.001  # seconds between two looks at the turn of another process: SQLite's own waiting sleeps up to a tenth
PATIENCE = 5.0  # seconds; then SQLite says itself that the database is locked
REST = 0.02  # seconds that work of many turns rests at most: it goes on, slower, where somebody always waits
PRESSED = 1.0  # seconds for which such work remembers that somebody waited


class WriterLock:
    """A lock that serves the threads of this process in the order of arrival, and one process at a time.

    Two lock files beside the database hold nothing: who has the turn, and that somebody waits for it. The system lets
    them go with their process. Where they cannot be made, processes wait for one another as SQLite does it.
    """

    def __init__(self, beside: str | None = None) -> None:
        """`beside` is the path of the database; None where other processes need not be heard of."""
        self._gate = threading.Condition()
        self._next = 0
        self._serving = 0
        self._holder: int | None = None
        self._beside = beside
        self._files: tuple[int, int, int] | None = None  # the turn; that we wait; whether anybody does
        self._pressed_at = -PRESSED

    @contextmanager
    def __call__(self) -> Iterator[None]:
        if self._holder == threading.get_ident():
            raise RuntimeError("This thread is writing already: a second transaction would wait for it for ever.")
        with self._gate:
            ticket, self._next = self._next, self._next + 1
            self._gate.wait_for(lambda: self._serving == ticket)
            self._holder = threading.get_ident()
        try:
            with self._among_processes():
                yield
        finally:
            with self._gate:
                self._holder = None
                self._serving += 1
                self._gate.notify_all()

    @property
    def wanted(self) -> bool:
        """Whether somebody waits for it, in this process or in another."""
        with self._gate:
            if self._next - self._serving > (self._holder is not None):
                return True
        if self._files is None:
            return False
        asked = self._files[2]
        if not _taken(asked, fcntl.LOCK_EX):
            return True
        fcntl.flock(asked, fcntl.LOCK_UN)
        return False

    @property
    def pressed(self) -> bool:
        """Whether somebody had to wait lately for work that takes many turns: it takes shorter ones then."""
        return time.monotonic() - self._pressed_at < PRESSED

    def let_pass(self) -> None:
        """To be called between two turns of such work: whoever waits goes first."""
        until = time.monotonic() + REST
        while self.wanted and (now := time.monotonic()) < until:
            self._pressed_at = now
            time.sleep(LOOK)

    @contextmanager
    def _among_processes(self) -> Iterator[None]:
        files = self._files = self._files or self._opened()
        if files is None:
            yield
            return
        if not _taken(files[0], fcntl.LOCK_EX):
            _wait(*files[:2])
        try:
            yield
        finally:
            fcntl.flock(files[0], fcntl.LOCK_UN)

    def _opened(self) -> tuple[int, int, int] | None:
        if self._beside is None:
            return None
        names, files = ("turn", "waiting", "waiting"), list[int]()
        try:
            for name in names:
                files.append(os.open(f"{self._beside}.{name}", os.O_RDWR | os.O_CREAT, 0o600))
        except OSError:  # a full disk, a folder that is read only
            for one in files:
                os.close(one)
            return None
        return files[0], files[1], files[2]

    def close(self) -> None:
        """Let the files go; the next turn opens them again."""
        files, self._files = self._files or (), None
        for one in files:
            os.close(one)

    def __del__(self) -> None:
        self.close()


def _wait(turn: int, waiting: int) -> None:
    """Until another process gives the turn on, or for as long as anybody has patience."""
    until, told = time.monotonic() + PATIENCE, False
    while not _taken(turn, fcntl.LOCK_EX) and time.monotonic() < until:
        told = told or _taken(waiting, fcntl.LOCK_SH)  # not while somebody asks whether anybody waits
        time.sleep(LOOK)
    fcntl.flock(waiting, fcntl.LOCK_UN)


def _taken(file: int, how: int) -> bool:
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
