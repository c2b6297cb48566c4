"""Told to stop, a server ends what it began: no request in flight is cut, and a job stops between two batches."""

from __future__ import annotations

import signal
import socket
import time
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select as choose

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import begun, count, in_batches_of, made, previewed, uploaded
from tests.imports.test_faults import during, whole
from tests.server.processes import PATIENCE, asked, running, status
from tests.serving import free_port
from union.app import Union
from union.imports.records.models import RosterImport, Stage
from union.jobs.worker import Job, JobState

IN_FLIGHT = 40
PEOPLE = 12_000


def until_it_answers(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            assert status(port, "/health") == 200
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the server did not start")


def all_of(line: socket.socket) -> bytes:
    found = b""
    while piece := line.recv(65536):
        found += piece
    return found


def test_no_request_in_flight_is_cut(app: Union, olu: Visitor, settings: config.Settings, tmp_path: Path) -> None:
    port = free_port()
    with running(settings, tmp_path / "log", "serve", "--no-worker", port=port) as server:
        until_it_answers(port)
        lines = [socket.create_connection(("127.0.0.1", port), PATIENCE) for _ in range(IN_FLIGHT)]
        idle = socket.create_connection(("127.0.0.1", port), PATIENCE)
        half, rest = asked(olu, "/account", port)[:-10], asked(olu, "/account", port)[-10:]
        for line in lines[1:]:
            line.sendall(asked(olu, "/account", port))
        lines[0].sendall(half)
        lines[1].recv(1, socket.MSG_PEEK)  # the first is answered: the others wait for a thread
        server.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        lines[0].sendall(rest)
        answers = [all_of(line) for line in lines]
        assert [one.split(b"\r\n", 1)[0] for one in answers] == [b"HTTP/1.1 200 OK"] * IN_FLIGHT
        assert all(one.rstrip().endswith(b"</html>") for one in answers)
        assert idle.recv(1) == b""
        assert server.wait(PATIENCE) == 0
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.1", port), 1)


def test_told_twice_it_ends_at_once(app: Union, settings: config.Settings, tmp_path: Path) -> None:
    port = free_port()
    with running(settings, tmp_path / "log", "serve", "--no-worker", port=port) as server:
        until_it_answers(port)
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: ")  # which is waited for
            time.sleep(0.2)
            server.send_signal(signal.SIGTERM)
            time.sleep(0.2)
            assert server.poll() is None
            server.send_signal(signal.SIGTERM)
            assert server.wait(PATIENCE) == -signal.SIGTERM


def job(app: Union) -> Job:
    with app.store.maintaining() as session:
        found = session.scalars(choose(Job)).one()
        session.expunge(found)
        return found


def stage(app: Union, address: str) -> Stage:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan.stage


@pytest.mark.parametrize("words", [("worker",), ("serve",)])
def test_a_job_stops_at_the_end_of_a_batch_and_is_gone_on_with(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings, tmp_path: Path, words: tuple[str, ...]
) -> None:
    before = count(app.store)
    address = uploaded(olu, cast.here, made(PEOPLE))
    previewed(olu, address)
    begun(olu, address)
    with running(settings, tmp_path / "log", *words, port=free_port()) as first:
        while not job(app).done and first.poll() is None:
            time.sleep(0.01)
        first.send_signal(signal.SIGTERM)
        assert first.wait(PATIENCE) == 0
    assert b"stopped_in_the_middle" not in (tmp_path / "log").read_bytes()
    stopped = job(app)
    assert (stopped.state, stopped.tries) == (JobState.WAITING, 0)
    assert 0 < count(app.store) - before == stopped.done < PEOPLE
    with running(settings, tmp_path / "log", *words, port=free_port()):
        end = time.monotonic() + PATIENCE
        while job(app).state is not JobState.DONE and time.monotonic() < end:
            time.sleep(0.1)
    assert stage(app, address) is Stage.DONE
    whole(app, cast, PEOPLE)


def test_between_two_batches_nothing_is_lost(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same at a chosen instant: while the third batch is written, which is written to its end."""
    in_batches_of(monkeypatch, 40)
    before = count(app.store)
    address = uploaded(olu, cast.here, made(400))
    previewed(olu, address)
    begun(olu, address)
    with during(monkeypatch, 3, app.worker.accept_no_more, inside=True):
        app.worker._run(str(job(app).id))
    assert count(app.store) - before == job(app).done == 120
    assert (job(app).state, stage(app, address)) == (JobState.WAITING, Stage.RUNNING)
    app.worker.hand.stopped.clear()
    app.worker._run(str(job(app).id))
    assert stage(app, address) is Stage.DONE
    whole(app, cast, 400)
