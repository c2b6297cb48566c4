"""A server in several processes: each answers, one that dies is started again, and none outlives the server."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import config
from tests.accounts.test_devices import at_the_door, tried
from tests.browsing import Visitor
from tests.cast import Cast
from tests.server.processes import PATIENCE, running, status
from tests.serving import free_port
from union.app import Union, create_app


def children(of: int) -> list[int]:
    """The processes that one started, whichever of its threads did."""
    each = [(task / "children").read_text().split() for task in Path(f"/proc/{of}/task").iterdir()]
    return [int(one) for some in each for one in some]


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.05)


def answers(port: int) -> bool:
    try:
        return status(port, "/health") == 200
    except OSError:
        return False


@contextmanager
def in_two(settings: config.Settings, log: Path, port: int) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """A server of two processes, and the number of the second; both have answered."""
    with running(settings, log, "serve", "--no-worker", port=port) as server:
        until(lambda: answers(port))
        until(lambda: len(children(server.pid)) == 1)
        second = children(server.pid)[0]
        alone(server.pid, port)
        yield server, second
    until(lambda: not Path(f"/proc/{second}").exists())


def alone(stopped: int, port: int) -> None:
    """The others answer while this one stands still."""
    os.kill(stopped, signal.SIGSTOP)
    try:
        until(lambda: answers(port))
    finally:
        os.kill(stopped, signal.SIGCONT)


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("UNION_PROCESSES", "2")
    return free_port()


def test_each_process_answers_and_all_end_together(settings: config.Settings, tmp_path: Path, port: int) -> None:
    with in_two(settings, tmp_path / "log", port) as (server, second):
        alone(second, port)
        server.send_signal(signal.SIGTERM)
        assert server.wait(PATIENCE) == 0
        assert not Path(f"/proc/{second}").exists()
    assert b"process_ended" not in (tmp_path / "log").read_bytes()


def test_one_that_dies_is_started_again_and_none_outlives_the_server(
    settings: config.Settings, tmp_path: Path, port: int
) -> None:
    with in_two(settings, tmp_path / "log", port) as (server, second):
        os.kill(second, signal.SIGKILL)
        until(lambda: children(server.pid) not in ([], [second]))
        assert b'"code": -9' in (tmp_path / "log").read_bytes()
        third = children(server.pid)[0]
        alone(server.pid, port)
        server.kill()
        until(lambda: not Path(f"/proc/{third}").exists())
        assert not answers(port)


def test_together_they_let_in_no_more_who_guess(app: Union, cast: Cast, olu: Visitor) -> None:
    one_of_two = create_app(dataclasses.replace(app.settings, processes=2), app.store)
    guesses = [tried(at_the_door(one_of_two), "ann", address=f"203.0.113.{number}") for number in range(6)]
    assert guesses == [422] * 5 + [429]
