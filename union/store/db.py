"""The database: its engine, what every row has, one session and one commit per request."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from copy import copy
from typing import Any, TypeVar, cast
from urllib.parse import quote
from uuid import UUID, uuid4

from flask import g
from sqlalchemy import (
    BigInteger,
    Boolean,
    Connection,
    Date,
    DateTime,
    Engine,
    Enum,
    ExceptionContext,
    Float,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Text,
    Uuid,
    create_engine,
    event,
    text,
)
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.schema import ExecutableDDLElement

from union.store import patience
from union.store.reach import Reach, ReachSession, raw
from union.store.throttling import answering
from union.store.write_lock import WriterLock

Answer = TypeVar("Answer")
View = TypeVar("View", bound=Callable[..., Any])
Rights = Callable[[Connection], Reach]  # asked in the transaction itself: whose reach it is now. Raises what refuses
_RIGHTS = 7_265_637  # any number of our own: the lock under which PostgreSQL changes who may what

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Model(DeclarativeBase):
    """A row has its id before anything else: its envelopes are bound to it."""

    metadata = MetaData(naming_convention=NAMING)

    id: Mapped[UUID] = mapped_column(primary_key=True)

    def __init__(self, *, id: UUID | None = None, **values: Any) -> None:
        self.id = id or uuid4()  # version 4: a row's id tells neither its time nor its order
        for name, value in values.items():
            if not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} has no {name}")
            setattr(self, name, value)

    def __init_subclass__(cls, **options: Any) -> None:
        if "__tablename__" in cls.__dict__:
            arguments = cls.__dict__.get("__table_args__", ())
            settings = arguments[-1] if arguments and isinstance(arguments[-1], dict) else {}
            rest = arguments[:-1] if settings else arguments
            cls.__table_args__ = (*rest, {**settings, "sqlite_strict": True})
        super().__init_subclass__(**options)


def named(kind: type[Any]) -> Enum:
    """A closed list kept by its values, alike on both databases."""
    return Enum(
        kind, native_enum=False, length=40, values_callable=lambda members: [member.value for member in members]
    )


for _kind, _strict in {
    Uuid: "TEXT",
    Date: "TEXT",
    DateTime: "TEXT",
    String: "TEXT",
    Text: "TEXT",
    Enum: "TEXT",
    Boolean: "INTEGER",
    BigInteger: "INTEGER",
    SmallInteger: "INTEGER",
    Float: "REAL",
    LargeBinary: "BLOB",
}.items():

    def _as_strict(_type: Any, _compiler: Any, *, _strict: str = _strict, **_: Any) -> str:
        return _strict

    compiles(_kind, "sqlite")(_as_strict)  # STRICT tables know five types


class _Count(ExecutableDDLElement):
    """What `count_rows` asks: on PostgreSQL of our own tables, for its catalogue is as large again."""


@compiles(_Count, "sqlite")
def _count_all(_element: _Count, _compiler: Any, **_: Any) -> str:
    return "ANALYZE"


@compiles(_Count, "postgresql")
def _count_ours(_element: _Count, compiler: Any, **_: Any) -> str:
    return "ANALYZE " + ", ".join(map(compiler.preparer.format_table, Model.metadata.sorted_tables))


class Store:
    """One database of one installation, and the only place that commits."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.on_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url) if self.on_sqlite else _postgresql(url)
        self.turn = WriterLock(url.removeprefix("sqlite:///") if self.on_sqlite else None)
        self._file: tuple[int, int] | None = None
        self.damage = threading.Event()  # set for good once something that is kept could not be read as what it is
        event.listen(self.engine, "checkout", self._refuse_another_file)
        event.listen(self.engine, "handle_error", self._notice_damage)
        self.before_commit: list[Callable[[Session], None]] = []  # the record seals its entries here
        self.after_commit: list[Callable[[Session], None]] = []  # notices and jobs leave here

    def stands(self) -> bool:
        """Whether the file of SQLite is still the one that was opened: what is written to a removed one is lost."""
        if not self.on_sqlite:
            return True
        try:
            now = os.stat(self.url.removeprefix("sqlite:///"))
        except OSError:
            return False
        self._file = self._file or (now.st_dev, now.st_ino)
        return self._file == (now.st_dev, now.st_ino)

    def _refuse_another_file(self, *_: object) -> None:
        """From the first connection on it has to stay this file. A connection to another one is closed, not used."""
        if not self.stands():
            raise DisconnectionError("The file of the database was taken away.")

    def _notice_damage(self, fault: ExceptionContext) -> None:
        if is_damage(fault.original_exception):
            self.damage.set()

    @contextmanager
    def reading(self, reach: Reach | Rights) -> Iterator[ReachSession]:
        """Rows in reach, nothing kept."""
        with ReachSession(self.engine, reach=reach if isinstance(reach, Reach) else Reach()) as session:
            if not isinstance(reach, Reach):
                session.asked_by(reach(raw(session)))
            yield session

    @contextmanager
    def writing(self, reach: Reach | Rights, *, changing: bool = False) -> Iterator[ReachSession]:
        """One transaction: everything or nothing. Rights are asked once its turn has come, and hold until its end;
        `changing`: it may change them."""
        with self._turn(), ReachSession(self.engine, reach=reach if isinstance(reach, Reach) else Reach()) as session:
            begin(session)
            if not isinstance(reach, Reach):
                hold_rights(session, changing=changing)
                session.asked_by(reach(raw(session)))
            yield session
            self.commit(session)

    @contextmanager
    def maintaining(self) -> Iterator[Session]:
        """One transaction of a maintenance command or of the door, which know no reach."""
        with self._turn(), Session(self.engine) as session:
            begin(session)
            yield session
            self.commit(session)

    @contextmanager
    def for_much(self) -> Iterator[Store]:
        """The same store for work that writes much. On SQLite with a connection of its own, as `WIDE` says."""
        if not self.on_sqlite:
            yield self
            return
        one = copy(self)
        one.engine = _sqlite(self.url, (*PRAGMAS, *WIDE))
        event.listen(one.engine, "handle_error", self._notice_damage)
        try:
            yield one
        finally:
            one.engine.dispose()

    def count_rows(self) -> None:
        """Let the database count what it holds, after much came in: else an index of workplaces seems to lead to as few
        rows as one of people, and every question about some people reads a whole workplace."""
        with self._turn(), self.engine.begin() as connection:
            connection.execute(_Count())

    def close(self) -> None:
        """Let the connections go; SQLite's log is folded into its file, so that a copy of the file alone is whole."""
        if self.on_sqlite:
            with suppress(SQLAlchemyError, sqlite3.Error), closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")  # as far as nobody else is in it
        self.engine.dispose()
        self.turn.close()

    def commit(self, session: Session) -> None:
        session.flush()
        for act in self.before_commit:
            act(session)
        session.commit()
        for act in self.after_commit:
            act(session)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self.on_sqlite:
            yield
            return
        with self.turn():
            yield

    def answer(self, reach: Reach, view: Callable[[], Answer]) -> Answer:
        """One request that writes nothing here."""
        with answering(), ReachSession(self.engine, reach=reach) as session:
            g.session = session
            return view()

    def answer_writing(
        self, rights: Rights, view: Callable[[], Answer], kept: Callable[[Answer], bool], *, changing: bool = False
    ) -> Answer:
        """One request in one transaction: what it wrote is kept only if its answer is not a refusal.

        Who asks was found before it waited for its turn, and is asked for again; `changing`: it may change who may
        what.
        """
        with answering(), self._turn(), ReachSession(self.engine, reach=Reach()) as session:
            begin(session)
            hold_rights(session, changing=changing)
            session.asked_by(rights(raw(session)))
            g.session = session
            answer = view()
            if kept(answer):
                self.commit(session)
            return answer


def is_damage(fault: BaseException | None) -> bool:
    """Whether a driver says that what the database keeps is broken: a page of SQLite's file, a block of
    PostgreSQL's."""
    code = getattr(fault, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
    return getattr(fault, "sqlstate", None) in {"XX001", "XX002"}


def session() -> ReachSession:
    """The session of the request that is being answered."""
    return cast(ReachSession, g.session)


def opens_its_own(view: View) -> View:
    """Label a view that writes in short transactions of its own: what it does in between must not hold up the
    writers."""
    view.__opens_its_own__ = True  # type: ignore[attr-defined]  # a label on a function
    return view


def begin(session: Session) -> None:
    """Begin as a writer. On SQLite IMMEDIATE: a deferred reader that turns writer fails at once instead of waiting."""
    Session.connection(session, execution_options={"begin": "IMMEDIATE"})


def one_at_a_time(session: Session, key: bytes) -> None:
    """Whoever comes with the same key waits until this transaction ends. SQLite has one writer anyway."""
    connection = Session.connection(session)
    if connection.dialect.name == "postgresql":
        number = int.from_bytes(key[:8], "big", signed=True)
        connection.execute(text("select pg_advisory_xact_lock(:n)"), {"n": number})


def hold_rights(session: Session, *, changing: bool = False) -> None:
    """Nobody's rights change until this transaction ends, unless it is this one that changes them. SQLite has one
    writer.

    To be called before any row is touched: whoever changes rights waits here for all who write under the old ones.
    """
    connection = Session.connection(session)
    if connection.dialect.name == "postgresql":
        shared = "select pg_advisory_xact_lock_shared(:n)"
        connection.execute(text("select pg_advisory_xact_lock(:n)" if changing else shared), {"n": _RIGHTS})


PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # an acknowledged act survives a power cut; 0.2 ms a commit
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA recursive_triggers=ON",  # else INSERT OR REPLACE passes the record's triggers
    "PRAGMA temp_store=MEMORY",
    "PRAGMA analysis_limit=1000",  # rows of an index that ANALYZE reads: all of them take longer with every person
)
WIDE = (
    "PRAGMA cache_size=-8000",  # kibibytes: the pages of an index to which every batch of an import adds
    "PRAGMA wal_autocheckpoint=8000",  # pages: such a page goes from the log into the file once for many batches
)


def _sqlite(url: str, pragmas: Sequence[str] = PRAGMAS) -> Engine:
    # mode=rw: a file that is not there is not made, or its emptiness would be taken for an installation.
    name = f"file:{quote(url.removeprefix('sqlite:///'))}?mode=rw&uri=true"
    engine = create_engine(
        f"sqlite:///{name}", hide_parameters=True, connect_args={"timeout": 5}, pool_size=16, max_overflow=16
    )

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver begins nothing by itself
        for pragma in pragmas:
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin_as_asked(connection: Connection) -> None:
        connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', '')}")

    return engine


def _postgresql(url: str) -> Engine:
    limits = "-c statement_timeout=15000 -c lock_timeout=4000 -c idle_in_transaction_session_timeout=30000"
    settings = f"{limits} -c jit=off"  # ours are short: compiling one takes 20 ms, and running it 5
    alive = {"keepalives_idle": 10, "keepalives_interval": 3, "keepalives_count": 3, "tcp_user_timeout": 10_000}
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=8,
        max_overflow=8,
        connect_args={"options": settings, "connect_timeout": patience.CONNECTING, **alive},
    )
    known = patience.Patience()

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: Any, _record: Any, given: Any, named: Any) -> patience.Patient:
        return known.connect(*given, **named)

    return engine
