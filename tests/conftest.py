"""The cast, the databases and the browser of every test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest
from jinja2 import FileSystemBytecodeCache
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import Engine, event
from werkzeug.routing import Rule
from xdist.scheduler import LoadScopeScheduling

import config
from tests.browsing import Visitor
from tests.cast import PEOPLE, Cast, gather
from tests.scene import Scene, furnish
from union.app import Union, create_app, open_store, serve
from union.installation import initialise, upgrade
from union.jobs import queue
from union.record import chain
from union.store import db
from union.store.db import Store
from union.vault import ring, root

POSTGRES = os.environ.get("UNION_TEST_POSTGRES") or "postgresql://postgres@127.0.0.1:5432/postgres"
REDIS = os.environ.get("UNION_TEST_REDIS") or "redis://127.0.0.1:6379/15"
COMPLETE = bool(os.environ.get("UNION_TEST_COMPLETE"))

hypothesis.settings.register_profile("house", deadline=None)  # a property is no stopwatch: a busy machine fails none
hypothesis.settings.load_profile("house")


def _in_memory(folder: str = "/dev/shm", least: int = 2 << 30) -> bool:
    """Whether a folder in memory can hold what the tests write; a small one, or one that lets no program run,
    cannot."""
    try:
        told = os.statvfs(folder)
    except OSError:
        return False
    return os.access(folder, os.W_OK) and told.f_bavail * told.f_frsize >= least and not told.f_flag & os.ST_NOEXEC


if _in_memory():  # each commit waits for the disk, as it should; no test outlives a power cut
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", "/dev/shm")


def _postgres_answers() -> bool:
    try:
        psycopg.connect(POSTGRES, connect_timeout=2).close()
    except psycopg.Error:
        return False
    return True


def _redis_answers() -> bool:
    try:
        with Redis.from_url(REDIS, socket_connect_timeout=2) as asked:
            return bool(asked.ping())
    except RedisError:
        return False


WITH_POSTGRES = _postgres_answers()
WITH_REDIS = _redis_answers()
DATABASES = ["sqlite", "postgresql"] if WITH_POSTGRES or COMPLETE else ["sqlite"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not WITH_POSTGRES:
        terminalreporter.write_line(
            "No PostgreSQL answers at UNION_TEST_POSTGRES or 127.0.0.1:5432: its half was not run."
        )
    if not WITH_REDIS:
        terminalreporter.write_line("No Redis answers at UNION_TEST_REDIS or 127.0.0.1:6379: its tests were not run.")


class OneBrowser(LoadScopeScheduling):
    """One worker drives the browser from the first minute, the other takes the rest: xdist's own groups are read from
    what pytest 9.2 no longer has, and each worker had a browser and a furnished installation."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/browser/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneBrowser:
    return OneBrowser(config, log)


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    path = folder / "root.key"
    root.create(path, folder / "elsewhere")
    return path


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory, key_file: Path) -> Path:
    """A migrated state with its key ring and an empty queue, copied for each test."""
    folder = tmp_path_factory.mktemp("template") / "state"
    initialise(config.read({"UNION_STATE": str(folder), "UNION_KEY_FILE": str(key_file)}))
    store = Store(f"sqlite:///{folder / 'union.db'}")
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.engine.dispose()
    queue.queue(folder).storage.close()
    return folder


@pytest.fixture(scope="session")
def postgres_url(key_file: Path, worker_id: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated database of this worker's own."""
    name = f"{os.environ.get('UNION_TEST_DATABASE', 'union_test')}_{worker_id}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit TO off")  # no test outlives a power cut
    url = POSTGRES.rsplit("/", 1)[0] + f"/{name}"
    state = tmp_path_factory.mktemp("pg") / "state"
    state.mkdir()
    upgrade(config.read({"UNION_STATE": str(state), "UNION_KEY_FILE": str(key_file), "UNION_DATABASE": url}))
    return url


# For what long tests ask of pages alone: what a database itself does is asked on both.
ON_ONE_DATABASE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture(params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    """Which database this test runs on: every test that asks for a store runs on both."""
    return str(request.param)


@pytest.fixture
def settings(
    database: str, tmp_path: Path, key_file: Path, sqlite_template: Path, request: pytest.FixtureRequest
) -> config.Settings:
    state = tmp_path / "state"
    environment = {"UNION_STATE": str(state), "UNION_KEY_FILE": str(key_file)}
    if database == "sqlite":
        shutil.copytree(sqlite_template, state)
    else:
        shutil.copytree(sqlite_template, state, ignore=shutil.ignore_patterns("union.db*"))
        environment["UNION_DATABASE"] = request.getfixturevalue("postgres_url")
    return config.read(environment)


@pytest.fixture(scope="session", autouse=True)
def engines() -> Iterator[None]:
    """As in a server that runs for weeks: a statement compiled once serves every test of a database, and connections to
    PostgreSQL stay open (an SQLite file is each test's own)."""
    first: dict[str, Engine] = {}

    def kept(make: Callable[..., Engine]) -> Callable[..., Engine]:
        """`make`, listeners included: what is heard on a connection is asked of the dialect that its pool began
        with."""

        def made(url: str, *more: Any) -> Engine:
            if url in first:
                return first[url]
            engine = make(url, *more)
            kind = engine.dialect.name
            if kind in first:
                engine.dialect, engine._compiled_cache = first[kind].dialect, first[kind]._compiled_cache
            else:
                first[kind] = engine
            if kind == "postgresql":
                first[url] = engine
            return engine

        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db, "create_engine", partial(db.create_engine, query_cache_size=5000))
        patch.setattr(db, "_postgresql", kept(db._postgresql))
        patch.setattr(db, "_sqlite", kept(db._sqlite))
        yield


@pytest.fixture
def store(settings: config.Settings) -> Iterator[Store]:
    """An open, empty installation."""
    opened = open_store(settings)
    if not settings.on_sqlite:
        _empty(opened.engine)
        with opened.maintaining() as session:
            chain.begin(session, ring.current())
    yield opened
    if settings.on_sqlite or opened.engine.pool.checkedout():
        opened.engine.dispose()
    opened.turn.close()
    event.remove(opened.engine, "checkout", opened._refuse_another_file)  # the next store may have the same engine
    event.remove(opened.engine, "handle_error", opened._notice_damage)


def _empty(engine: Engine) -> None:
    """Row by row in one statement, triggers and foreign keys off: 2 ms, where a TRUNCATE of every table takes 700."""
    kept = {"key_ring", "alembic_version"}
    with engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        tables = connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").scalars()
        emptied = [f"_{name} AS (DELETE FROM {name})" for name in sorted(tables) if name not in kept]
        connection.exec_driver_sql(f"WITH {', '.join(emptied)} SELECT 1")
        if connection.exec_driver_sql("SELECT 1 FROM pg_trigger WHERE tgenabled = 'D'").first():
            connection.exec_driver_sql("ALTER TABLE record_entry ENABLE TRIGGER USER")


@pytest.fixture
def cast(store: Store) -> Cast:
    """Two workplaces; Ann, delegate at the first; Olu, organiser for it; Zed, delegate at the second; Sal,
    secretariat."""
    return gather(store)


@pytest.fixture(scope="session", autouse=True)
def addresses_compiled_once() -> Iterator[None]:
    """Each test has an application of its own: what builds its 250 addresses is the same code, 0.1 s of it each
    time."""
    made: dict[tuple[object, ...], object] = {}
    compiled = Rule._compile_builder

    def once(rule: Rule, append_unknown: bool = True) -> object:
        key = (rule.rule, tuple(rule._trace), repr(rule.defaults), append_unknown)
        if key not in made:
            made[key] = compiled(rule, append_unknown)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "_compile_builder", once)
        yield


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> FileSystemBytecodeCache:
    """One set of compiled templates for all applications of all workers: to compile them takes two seconds."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours if worker_id == "master" else ours.parent) / "templates"
    folder.mkdir(exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


@pytest.fixture(scope="session")
def built() -> dict[str, Any]:
    """The application of this worker and what it was configured with, once a test has asked for it."""
    return {}


@pytest.fixture
def app(
    settings: config.Settings, store: Store, cast: Cast, compiled: FileSystemBytecodeCache, built: dict[str, Any]
) -> Union:
    """One application serves a worker's tests as it serves a server's years: each test gives it an installation of
    its own."""
    if "app" not in built:
        made = create_app(settings, store)
        made.jinja_env.bytecode_cache = compiled
        made.config["SHOW_ERRORS"] = True  # a fault in a test shows itself instead of a page
        built.update(app=made, configured=dict(made.config))
        return made
    made = built["app"]
    made.config.clear()
    made.config.update(built["configured"])
    serve(made, settings, store)
    made.extensions["union.limiter"].reset()
    return made


def _visitor(name: str) -> object:
    @pytest.fixture(name=name)
    def visitor(app: Union, cast: Cast) -> Visitor:
        return Visitor(app, getattr(cast, name))

    return visitor


ann, olu, zed, sal, lex, ada = map(_visitor, ("ann", "olu", "zed", "sal", "lex", "ada"))


@pytest.fixture
def stranger(app: Union) -> Visitor:
    return Visitor(app, None)


@pytest.fixture
def scene(app: Union, cast: Cast) -> Scene:
    """One of everything at both workplaces."""
    return furnish(app, cast)


@pytest.fixture
def people(app: Union, cast: Cast) -> dict[str, Visitor]:
    """Everybody of the cast, signed in."""
    found = {name: Visitor(app, getattr(cast, name)) for name in PEOPLE}
    for one in found.values():
        one._csrf()
    return found
