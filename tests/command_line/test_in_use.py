"""One state folder at a time works with a database, and an upgrade alone; a server that stops leaves one whole file."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, process, union
from tests.conftest import ON_ONE_DATABASE
from tests.serving import free_port, running
from union.app import Union
from union.installation import upgrade
from union.store import in_use
from union.store.in_use import InUse


def elsewhere(settings: config.Settings) -> dict[str, str]:
    """The same database with another state folder, as after a copy of the settings to another machine or user."""
    other = settings.state.with_name("other")
    other.mkdir(mode=0o700)
    return {**around(settings), "UNION_STATE": str(other), "UNION_DATABASE": settings.database}


def seen(settings: config.Settings) -> str:
    """The folder as it is told: PostgreSQL keeps the end of a long one."""
    path = str(settings.state)
    return path if settings.on_sqlite or len(path) <= in_use.LONGEST else f"...{path[3 - in_use.LONGEST :]}"


@pytest.mark.parametrize("command", [("worker",), ("serve",), ("audit", "verify")])
def test_another_state_folder_is_refused_while_one_works(
    settings: config.Settings, cast: Cast, command: tuple[str, ...]
) -> None:
    other = {**elsewhere(settings), "PORT": str(free_port())}
    with running("worker", around(settings)):
        answer = union(*command, environment=other)
        assert answer.code == 1
        assert f"another state folder, {seen(settings)}: stop" in answer.err
        assert "UNION_DATABASE" in answer.err
        assert answer.err.count("\n") == 1


def test_server_worker_and_commands_of_one_folder_work_together(settings: config.Settings, cast: Cast) -> None:
    environment = {**around(settings), "PORT": str(free_port())}
    with running("worker", environment), running("serve", environment):
        assert union("audit", "verify", environment=environment).code == 0
        again = process("serve", environment={**environment, "PORT": str(free_port())})
        assert again.code == 1
        assert "Another server already uses this state folder" in again.err


@pytest.mark.parametrize("command", ["upgrade", "init"])
@pytest.mark.parametrize("beside", ["serve", "worker"])
def test_nothing_is_upgraded_under_a_server_or_a_worker(
    settings: config.Settings, cast: Cast, beside: str, command: str
) -> None:
    environment = {**around(settings), "PORT": str(free_port())}
    with running(beside, environment):
        answer = union(command, environment=environment)
        assert answer.code == 1
        assert f"in use by a server, a worker or a command of the state folder {seen(settings)}: stop" in answer.err
    assert union(command, environment=environment).code == 0


def test_nobody_begins_while_it_is_upgraded(settings: config.Settings, cast: Cast) -> None:
    with in_use.alone(settings):
        for command in (("worker",), ("upgrade",), ("user", "list")):
            assert "being upgraded or restored" in union(*command, environment=around(settings)).err
    assert union("user", "list", environment=around(settings)).code == 0


def test_what_a_killed_worker_held_is_free(settings: config.Settings, cast: Cast) -> None:
    other = elsewhere(settings)
    with running("worker", around(settings)) as child:
        child.kill()
        child.wait(10)
    assert union("audit", "verify", environment=other).code == 0


@ON_ONE_DATABASE
def test_a_server_of_the_version_before_is_seen_too(settings: config.Settings, cast: Cast) -> None:
    """It holds a lock in its state folder and nothing else."""
    held = in_use.hold(settings.state, "server")
    assert held is not None
    with pytest.raises(InUse):
        upgrade(settings)


WITH_POSTGRES = pytest.mark.parametrize("database", ["postgresql"], indirect=True)


def ends_the_hold(settings: config.Settings) -> None:
    """As a restart of PostgreSQL does, or whoever ends its connections."""
    with psycopg.connect(settings.database.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and objsubid = 2"
        )


@WITH_POSTGRES
def test_a_hold_that_was_cut_is_taken_again(settings: config.Settings, app: Union, stranger: Visitor) -> None:
    held = in_use.share(settings)
    unwatched = in_use.watch(app.store, held)
    try:
        ends_the_hold(settings)
        stranger.get("/health")
        assert "another state folder" in union("audit", "verify", environment=elsewhere(settings)).err
    finally:
        unwatched()
        held.release()


@WITH_POSTGRES
def test_whoever_lost_the_hold_to_another_answers_nobody(settings: config.Settings, app: Union, olu: Visitor) -> None:
    held, other = in_use.share(settings), settings.state.with_name("other")
    unwatched = in_use.watch(app.store, held)
    other.mkdir(mode=0o700)
    taken = None
    try:
        ends_the_hold(settings)
        taken = in_use.share(config.read({"UNION_STATE": str(other), "UNION_DATABASE": settings.database}))
        with pytest.raises(OperationalError), app.store.maintaining():
            pass
        olu.get("/", 503)
        olu.get("/health", 503)
        taken.release()
        olu.get("/")
    finally:
        unwatched()
        held.release()
        if taken is not None:
            taken.release()


@ON_ONE_DATABASE
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_stops_folds_the_log_into_the_file(
    settings: config.Settings, cast: Cast, tmp_path: Path, how: signal.Signals
) -> None:
    """What a copy of the file alone holds, as people make one."""
    file = settings.database_file
    assert file is not None
    environment = {**around(settings), "PORT": str(free_port())}
    with running("serve", environment) as child:
        with closing(sqlite3.connect(file)) as beside:  # keeps the log from being folded in by whoever comes and goes
            (before,) = beside.execute("SELECT count(*) FROM account").fetchone()
            assert union("user", "create", "nour", "--generate", environment=environment).code == 0
        assert Path(f"{file}-wal").stat().st_size > 0
        child.send_signal(how)
        child.wait(90)
    shutil.copy(file, tmp_path / "copy.db")
    with closing(sqlite3.connect(f"file:{tmp_path / 'copy.db'}?immutable=1", uri=True)) as copied:
        assert copied.execute("SELECT count(*) FROM account").fetchone() == (before + 1,)
