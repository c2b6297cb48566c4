"""The queue carries one id and nothing else: what somebody else puts there is neither run nor an end of the worker."""

from __future__ import annotations

import dataclasses
import os
import pickle
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from huey.registry import Message
from hypothesis import given
from hypothesis import strategies as st
from redis import Redis
from redis.exceptions import RedisError
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, process
from tests.conftest import COMPLETE, ON_ONE_DATABASE, REDIS, WITH_REDIS
from tests.imports.lists import begun, made, previewed, uploaded
from tests.serving import free_port
from union.app import Union, background_worker
from union.imports.records.models import RosterImport, Stage
from union.jobs import queue, worker
from union.jobs.queue import JOB, TIDYING, NotAnId, OneId
from union.jobs.worker import Brief, Job, JobState, Worker

PATIENCE = 60.0
REAL_REDIS = pytest.mark.parametrize("redis", [REDIS] if WITH_REDIS or COMPLETE else [], indirect=True)


class Program:
    """What a pickle makes of itself when it is read: a file of this name."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return open, (str(self.file), "w")


def waiting_job(app: Union, cast: Cast) -> UUID:
    with app.store.maintaining() as session:
        job = Job(account_id=cast.olu, kind="nothing", state=JobState.WAITING, done=0, total=0, tries=0, brief=Brief())
        session.add(job)
        return job.id


def state_of(app: Union, job_id: UUID) -> JobState:
    with app.store.maintaining() as session:
        return session.scalars(select(Job.state).where(Job.id == job_id)).one()


def until_done(app: Union, job_id: UUID) -> None:
    end = time.monotonic() + PATIENCE
    while state_of(app, job_id) is not JobState.DONE:
        assert time.monotonic() < end, state_of(app, job_id)
        time.sleep(0.02)


def consumed(app: Union, line: Worker, job_id: UUID) -> None:
    """A real consumer beside us, until this job is done."""
    consumer = line.line.create_consumer(workers=1, periodic=True, initial_delay=0.01, max_delay=0.05)
    consumer._set_signal_handlers = lambda: None
    consumer.start()
    try:
        until_done(app, job_id)
    finally:
        consumer.stop(graceful=True)


@pytest.fixture(autouse=True)
def _nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(worker.WORK, "nothing", lambda hand, job: {})


@ON_ONE_DATABASE
def test_a_program_put_into_the_file_is_not_run(app: Union, cast: Cast, tmp_path: Path) -> None:
    """One row of a pickle ran a program in the server: as a task, as a task of later, as what a task is asked about."""
    job_id = waiting_job(app, cast)
    ran = [tmp_path / name for name in ("task", "later", "revoked")]
    loads = [pickle.dumps(Program(one)) for one in ran]
    name = app.worker.line.serializer.names[JOB]
    with sqlite3.connect(app.settings.state / "queue.db") as file:
        file.execute("INSERT INTO task (queue, data, priority) VALUES ('union', ?, 9)", (loads[0],))
        file.execute("INSERT INTO schedule (queue, data, timestamp) VALUES ('union', ?, 0)", (loads[1],))
        file.execute("INSERT INTO kv (queue, key, value) VALUES ('union', ?, ?)", (f"rt:{name}", loads[2]))
    file.close()
    app.worker.run(str(job_id))
    consumer = app.worker.line.create_consumer(workers=1, periodic=True, initial_delay=0.01, max_delay=0.05)
    consumer._set_signal_handlers = lambda: None
    consumer.start()
    time.sleep(1.5)  # the scheduler has looked once, the worker has met all of it
    with sqlite3.connect(app.settings.state / "queue.db") as file:
        file.execute("DELETE FROM kv")
    file.close()
    app.worker.run(str(job_id))
    try:
        until_done(app, job_id)
    finally:
        consumer.stop(graceful=True)
    assert not [one for one in ran if one.exists()]


@given(st.binary() | st.uuids().map(lambda one: str(one).encode() + b"\n") | st.text().map(str.encode))
def test_all_but_an_id_is_refused(found: bytes) -> None:
    with pytest.raises(NotAnId):
        OneId({JOB: "job", TIDYING: "tidying"}).deserialize(found)


@given(st.uuids())
def test_an_id_comes_back_as_one_job(job_id: UUID) -> None:
    line = OneId({JOB: "job", TIDYING: "tidying"})
    kept = line.serialize(Message("x", "job", args=(str(job_id),), kwargs={"more": "lost"}))
    assert kept == str(job_id).encode()
    read = line.deserialize(kept)
    assert (read.name, read.args, read.kwargs) == ("job", (str(job_id),), {})
    for other in ({}, "text", (1, 2), Message("x", "job", args=("no id",))):
        with pytest.raises((NotAnId, ValueError)):
            line.serialize(other)


@ON_ONE_DATABASE
def test_the_daily_tidying_goes_through_the_queue_too(app: Union, cast: Cast) -> None:
    app.worker.tidy()
    kept = app.worker.line.storage.dequeue()
    assert app.worker.line.serializer.deserialize(kept).name == app.worker.line.serializer.names[TIDYING]


@pytest.fixture
def redis(request: pytest.FixtureRequest) -> Iterator[Redis]:
    with Redis.from_url(request.param) as asked:
        before = set(asked.keys())
        yield asked
        if made := set(asked.keys()) - before:
            asked.delete(*made)


def _by_redis(app: Union, **changed: Any) -> Worker:
    """The worker of this installation, or of another one, by the same Redis."""
    before = app.settings
    app.settings = dataclasses.replace(before, **{"queue": REDIS, **changed})
    try:
        return background_worker(app)
    finally:
        app.settings = before


@REAL_REDIS
@ON_ONE_DATABASE
def test_jobs_go_by_redis(app: Union, cast: Cast, redis: Redis, tmp_path: Path) -> None:
    line, job_id = _by_redis(app), waiting_job(app, cast)
    redis.lpush(line.line.storage.queue_key, pickle.dumps(Program(tmp_path / "ran")))
    line.run(str(job_id))
    held = [bytes(one) for one in redis.lrange(line.line.storage.queue_key, 0, -1)]
    assert str(job_id).encode() in held, "an id and nothing else"
    consumed(app, line, job_id)
    assert not (tmp_path / "ran").exists()


@REAL_REDIS
@ON_ONE_DATABASE
def test_two_installations_on_one_redis_keep_to_their_own(app: Union, cast: Cast, redis: Redis) -> None:
    """Also a copy of one, which has the same keys: its database is another."""
    mine, copied = _by_redis(app), _by_redis(app, database="sqlite:////srv/copy/union.db")
    assert mine.line.name != copied.line.name
    job_id = waiting_job(app, cast)
    copied.run(str(uuid4()))
    assert mine.take_up() == 1  # which empties its own first
    assert (mine.line.pending_count(), copied.line.pending_count()) == (1, 1)
    consumed(app, mine, job_id)
    assert (mine.line.pending_count(), copied.line.pending_count()) == (0, 1)


def test_server_and_worker_call_their_queue_alike(app: Union) -> None:
    """Whatever user and password the one or the other comes with."""
    told = "postgresql+psycopg://{}@127.0.0.1:5432/union?application_name=x"
    first, second = (_by_redis(app, database=told.format(one)) for one in ("olu:secret", "worker"))
    assert first.line.name == second.line.name
    assert "olu" not in first.line.name


@REAL_REDIS
@ON_ONE_DATABASE
def test_the_worker_command_works_by_redis(app: Union, cast: Cast, settings: config.Settings, redis: Redis) -> None:
    """A kind that no program knows: it fails in its row, which says that the worker came by it."""
    job_id = waiting_job(app, cast)
    child = subprocess.Popen(
        [sys.executable, "-m", "union.cli", "worker"],
        cwd=config.HERE,
        stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", **around(settings), "UNION_REDIS": REDIS},
    )
    try:
        end = time.monotonic() + PATIENCE
        while state_of(app, job_id) is not JobState.FAILED and time.monotonic() < end:
            time.sleep(0.05)
        assert state_of(app, job_id) is JobState.FAILED
    finally:
        child.terminate()
        child.wait(PATIENCE)


@ON_ONE_DATABASE
@pytest.mark.parametrize(
    ("command", "redis_"),
    [
        ("worker", "redis://127.0.0.1:1/0"),
        ("serve", "redis://127.0.0.1:1/0"),
        ("worker", "http://127.0.0.1"),
        ("worker", "redis://127.0.0.1:many"),
        ("worker", "6379"),
    ],
)
def test_a_redis_that_is_none_is_said_in_a_sentence(
    settings: config.Settings, cast: Cast, command: str, redis_: str
) -> None:
    port = str(19000 + os.getpid() % 1000)
    answer = process(command, environment={**around(settings), "UNION_REDIS": redis_, "PORT": port})
    assert answer.code == 1
    assert "UNION_REDIS" in answer.err
    assert "Traceback" not in answer.err


def begun_by(app: Union, olu: Visitor, cast: Cast) -> str:
    """A list from the file to its last button, as its pages send it; returns the address of its page."""
    address = uploaded(olu, cast.here, made(3))
    previewed(olu, address)
    begun(olu, address)
    return address


def stage_of(app: Union, address: str) -> Stage:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan.stage


LOOKING = "from union.jobs import worker; worker.LOOKS_EVERY = 0.2; from union.cli import main; main(['worker'])"


@contextmanager
def a_worker(settings: config.Settings, redis: str = "") -> Iterator[None]:
    """The worker in a process of its own, which looks for lost rows more often than once a minute."""
    child = subprocess.Popen(
        [sys.executable, "-c", LOOKING],
        cwd=config.HERE,
        stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", **around(settings), "UNION_REDIS": redis},
    )
    try:
        yield
    finally:
        child.terminate()
        child.wait(PATIENCE)


def until(told: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not told():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def line(request: pytest.FixtureRequest, app: Union) -> Iterator[Worker]:
    """The queue of the application in the one or the other place."""
    line = app.worker if request.param == "file" else _by_redis(app)
    app.store.after_commit[:] = [line._send]
    yield line
    line.line.flush()


EACH_QUEUE = pytest.mark.parametrize("line", ["file", *(["redis"] if WITH_REDIS or COMPLETE else [])], indirect=True)


@EACH_QUEUE
@ON_ONE_DATABASE
def test_what_a_page_begins_is_handed_over(app: Union, cast: Cast, olu: Visitor, line: Worker) -> None:
    """No look for lost rows and no start of a worker comes to its help."""
    address = begun_by(app, olu, cast)
    (kept,) = line.line.storage.enqueued_items()
    with app.store.maintaining() as session:
        job_id = session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).job_id
    assert bytes(kept) == str(job_id).encode()
    consumed(app, line, UUID(str(job_id)))
    assert stage_of(app, address) is Stage.DONE


@contextmanager
def full(line: Worker) -> Iterator[None]:
    """The file of the queue takes nothing more, as on a full disk."""
    file = line.line.storage.conn
    (pages,) = file.execute("PRAGMA page_count").fetchone()
    file.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        file.executemany("INSERT INTO task (queue, data, priority) VALUES ('other', zeroblob(36), 0)", repeat(()))
    yield
    file.execute("DELETE FROM task WHERE queue = 'other'")
    file.execute("PRAGMA max_page_count=1073741823")


OWN_REDIS = pytest.mark.parametrize("program", ["redis-server"] if shutil.which("redis-server") or COMPLETE else [])


@contextmanager
def a_redis(program: str, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """One of our own, which can be stopped."""
    server = subprocess.Popen(
        [program, "--port", str(port), "--bind", "127.0.0.1", "--save", ""], stdout=subprocess.DEVNULL
    )
    with Redis(port=port) as asked:
        until(lambda: _answers(asked))
    try:
        yield server
    finally:
        server.send_signal(signal.SIGCONT)
        server.terminate()
        server.wait(PATIENCE)


def _answers(asked: Redis) -> bool:
    try:
        return bool(asked.ping())
    except RedisError:
        return False


def says_that_it_waits(olu: Visitor, address: str) -> bool:
    said = olu.page(f"{address}?lang=en").get_text()
    return "What you asked for is kept. It begins by itself" in said and "being written" not in said


@ON_ONE_DATABASE
def test_what_a_full_queue_did_not_take_begins_by_itself(app: Union, cast: Cast, olu: Visitor) -> None:
    with a_worker(app.settings):
        first = waiting_job(app, cast)
        until(lambda: state_of(app, first) is not JobState.WAITING)  # a kind that no program knows: the worker is there
        with full(app.worker):
            address = begun_by(app, olu, cast)
        until(lambda: stage_of(app, address) is Stage.DONE)


@ON_ONE_DATABASE
def test_the_page_says_that_what_no_queue_took_is_kept(app: Union, cast: Cast, olu: Visitor) -> None:
    with full(app.worker):
        address = begun_by(app, olu, cast)
    assert not app.worker.line.pending_count()
    assert says_that_it_waits(olu, address)
    listed = olu.page("/imports?lang=en").select_one("table")
    assert listed is not None
    assert "waits for its turn" in listed.get_text()
    assert "being written" not in listed.get_text()


@OWN_REDIS
@ON_ONE_DATABASE
def test_what_was_asked_while_redis_was_away_begins_by_itself(
    app: Union, cast: Cast, olu: Visitor, program: str
) -> None:
    port = free_port()
    where = f"redis://127.0.0.1:{port}/0"
    app.store.after_commit[:] = [_by_redis(app, queue=where)._send]
    with a_redis(program, port):
        pass
    address = begun_by(app, olu, cast)
    assert says_that_it_waits(olu, address)
    with a_redis(program, port), a_worker(app.settings, where):
        until(lambda: stage_of(app, address) is Stage.DONE)
        first = waiting_job(app, cast)
        until(lambda: state_of(app, first) is not JobState.WAITING)


@OWN_REDIS
@ON_ONE_DATABASE
def test_a_frozen_redis_holds_no_page(app: Union, cast: Cast, olu: Visitor, program: str) -> None:
    """It takes connections and answers nothing: without a limit the page would wait for ever."""
    port = free_port()
    where = f"redis://127.0.0.1:{port}/0"
    app.store.after_commit[:] = [_by_redis(app, queue=where)._send]
    with a_redis(program, port) as server:
        server.send_signal(signal.SIGSTOP)
        address = begun_by(app, olu, cast)
        assert says_that_it_waits(olu, address)
        server.send_signal(signal.SIGCONT)
        with a_worker(app.settings, where):
            until(lambda: stage_of(app, address) is Stage.DONE)


def test_a_row_that_two_workers_take_up_is_worked_once(
    app: Union, cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Each found the row waiting, and each has its id in a queue of its own."""
    began: list[UUID] = []
    monkeypatch.setitem(worker.WORK, "nothing", lambda hand, job: began.append(job.id) or time.sleep(0.5) or {})
    second = Worker(app.worker.hand, queue.queue(tmp_path), tmp_path)
    both = (app.worker, second)
    for _ in range(3):
        job_id = waiting_job(app, cast)
        assert [one.look() for one in both] == [1, 1]
        assert [one.look() for one in both] == [0, 0], "what lies in a queue is not put there again"
        threads = [threading.Thread(target=one.line.execute, args=(one.line.dequeue(),)) for one in both]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert began.count(job_id) == 1
        assert state_of(app, job_id) is JobState.DONE
