"""Who works with a database: one state folder at a time, and nobody else while its tables are changed or exchanged.

Two servers of two state folders would take up each other's imports, whose files the other one does not have. On SQLite
the hold is a lock on a file beside the database; on PostgreSQL an advisory lock of a connection of its own. Both go
with their process.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import structlog
from sqlalchemy import Connection, NullPool, create_engine, event, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

import config
from union.store.db import Store
from union.store.files import hold

log = structlog.get_logger()
BOOT = Path("/proc/sys/kernel/random/boot_id")  # the same for all containers of one machine, and for no other machine
PATIENCE, LOOK = 2.0, 0.01  # seconds: whoever takes hold has the whole lock for a moment
_CLASS, _TAKING = 7_265_638, 7_265_639  # any numbers of our own: PostgreSQL's locks of state folders; the taking of one
_BY_ITSELF = 0  # in the place of a state folder's number: whoever wants the database alone


class InUse(Exception):
    """Somebody else works with this database; the sentence says what to do."""


@dataclass(frozen=True)
class Folder:
    """A state folder, as the processes of one machine know it for the same and those of another for another one."""

    path: str
    key: str

    @property
    def number(self) -> int:
        return int.from_bytes(hashlib.sha256(self.key.encode()).digest()[:4], "big") >> 1 or 1


def _folder(state: Path) -> Folder:
    told = state.stat()
    try:
        machine = BOOT.read_text().strip()
    except OSError:
        machine = socket.gethostname()
    return Folder(str(state), f"{machine}:{told.st_dev}:{told.st_ino}")


class Hold(Protocol):
    """A hold on a database, until it is let go or its process ends."""

    def stands(self) -> bool:
        """Whether it is held still, taken again where it was lost."""

    def release(self) -> None: ...


def share(settings: config.Settings) -> Hold:
    """Work with the database beside others of this state folder. Raises `InUse`."""
    mine = _folder(settings.state)
    if settings.database_file is not None:
        return _Beside(settings.database_file, mine)
    return _Advisory(settings.database, mine)


def watch(store: Store, held: Hold) -> Callable[[], None]:
    """Answer nobody from this database any more once the hold was lost and somebody else has it. Returns what ends
    that."""

    def refuse(*_: object) -> None:
        if not held.stands():
            raise OperationalError("the hold on the database", {}, InUse())

    event.listen(store.engine, "checkout", refuse)
    return lambda: event.remove(store.engine, "checkout", refuse)


@contextmanager
def alone(settings: config.Settings) -> Iterator[None]:
    """Work with the database while nobody else does. Raises `InUse`."""
    held: Hold
    if settings.database_file is not None:
        held = _Beside(settings.database_file, None)
    else:
        held = _Advisory(settings.database, None)
    old = list[int]()
    try:
        for name in ("server", "worker"):  # those of a version before know of these locks alone
            lock = hold(settings.state, name)
            if lock is None:
                raise InUse(_in_use(str(settings.state)))
            old.append(lock)
        yield
    finally:
        for lock in old:
            os.close(lock)
        held.release()


def _in_use(folder: str) -> str:
    return (
        f"This database is in use by a server, a worker or a command of the state folder {folder}: stop it, "
        "then run this again."
    )


def _elsewhere(folder: str) -> str:
    return (
        f"This database is in use by a server, a worker or a command of another state folder, {folder}: stop that one, "
        "or set UNION_STATE to its folder. An installation of its own wants a database of its own (UNION_DATABASE)."
    )


_CHANGING = "This database is being upgraded or restored: wait until that has ended, then start again."


class _Beside:
    """A lock file beside SQLite's: shared by all of one state folder, which the first of them writes into it."""

    def __init__(self, database: Path, mine: Folder | None) -> None:
        self._file = os.open(f"{database}.use", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if mine is None:
                self._take_alone()
            else:
                self._share(mine)
        except BaseException:
            self.release()
            raise

    def stands(self) -> bool:
        return True  # the system keeps it until this process ends

    def release(self) -> None:
        os.close(self._file)

    def _take_alone(self) -> None:
        if not any(self._takes(fcntl.LOCK_EX) for _ in _moments()):
            raise InUse(_in_use(self._written()[1]) if self._takes(fcntl.LOCK_SH) else _CHANGING)

    def _share(self, mine: Folder) -> None:
        for _ in _moments():
            if self._takes(fcntl.LOCK_EX):
                self._write(mine)
                fcntl.flock(self._file, fcntl.LOCK_SH)  # another one may come between, and write its own
            elif not self._takes(fcntl.LOCK_SH):
                continue
            key, path = self._written()
            if key != mine.key:
                raise InUse(_elsewhere(path))
            return
        raise InUse(_CHANGING)

    def _takes(self, how: int) -> bool:
        try:
            fcntl.flock(self._file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _write(self, mine: Folder) -> None:
        content = f"{mine.key}\n{mine.path}".encode(errors="surrogateescape")
        if os.pread(self._file, 8192, 0) != content:  # a full disk keeps nobody out who was the last one here
            os.ftruncate(self._file, 0)
            os.pwrite(self._file, content, 0)

    def _written(self) -> tuple[str, str]:
        key, _, path = os.pread(self._file, 8192, 0).decode(errors="surrogateescape").partition("\n")
        return key, path


def _moments() -> Iterator[None]:
    """Tries, for as long as anybody has patience; one at least."""
    until = time.monotonic() + PATIENCE
    yield
    while time.monotonic() < until:
        time.sleep(LOOK)
        yield


_OTHER = text(
    "select coalesce(a.application_name, '') from pg_locks l left join pg_stat_activity a using (pid) "
    "where l.locktype = 'advisory' and l.objsubid = 2 and l.granted and l.classid = :kind and l.objid <> :mine "
    "and l.database = (select oid from pg_database where datname = current_database()) order by l.objid limit 1"
)
_BEGINNING, LONGEST = (
    "union ",
    57,
)  # the name under which such a connection is seen, of which PostgreSQL keeps 63 letters


class _Advisory:
    """A lock of PostgreSQL under the state folder's number, as long as its connection lives; taken again with
    another."""

    def __init__(self, url: str, mine: Folder | None) -> None:
        self._mine = mine
        # A machine that vanishes is noticed within a minute, and its hold goes with it.
        alive = "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
        settings: dict[str, Any] = {"options": f"{alive} -c lock_timeout=5000", "connect_timeout": 5}
        path = mine.path if mine else ""
        settings["application_name"] = _BEGINNING + (path if len(path) <= LONGEST else f"...{path[3 - LONGEST :]}")
        self._engine = create_engine(url, hide_parameters=True, poolclass=NullPool, connect_args=settings)
        self._one_at_a_time = threading.Lock()
        self._connection = self._taken()

    def stands(self) -> bool:
        with self._one_at_a_time:
            if self._lives():
                return True
            self._close()
            try:
                self._connection = self._taken()
            except InUse as fault:
                log.error("database_held_by_another", why=str(fault))
                return False
            return True

    def release(self) -> None:
        with suppress(SQLAlchemyError), self._connection.begin():  # it may be broken already
            # PostgreSQL sees only later that a connection was closed, and whoever asks meanwhile would be refused.
            self._connection.execute(text("select pg_advisory_unlock_all()"))
        self._close()

    def _close(self) -> None:
        with suppress(SQLAlchemyError):
            self._connection.close()

    def _lives(self) -> bool:
        """Asked only where something came unasked: a server that ends a connection says so."""
        driver: Any = None if self._connection.closed else self._connection.connection.dbapi_connection
        if driver is None or driver.closed:
            return False
        if not select.select([driver.pgconn.socket], [], [], 0)[0]:
            return True
        with suppress(SQLAlchemyError), self._connection.begin():
            self._connection.execute(text("select 1"))
            return True
        return False

    def _taken(self) -> Connection:
        connection = self._engine.connect()
        try:
            with connection.begin():
                connection.execute(text("select pg_advisory_xact_lock(:n)"), {"n": _TAKING})
                self._take(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _take(self, connection: Connection) -> None:
        number = self._mine.number if self._mine else _BY_ITSELF
        other = connection.scalar(_OTHER, {"kind": _CLASS, "mine": number if self._mine else -1})
        if other is not None:
            path = other.removeprefix(_BEGINNING)
            if self._mine is None:
                raise InUse(_in_use(path) if path else _CHANGING)
            raise InUse(_elsewhere(path) if path else _CHANGING)
        kind = "select pg_advisory_lock_shared(:kind, :mine)" if self._mine else "select pg_advisory_lock(:kind, :mine)"
        connection.execute(text(kind), {"kind": _CLASS, "mine": number})
