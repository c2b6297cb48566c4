"""A PostgreSQL that is frozen, not gone: pages are 503 after a while, what needs no database answers, and all comes
back."""

from __future__ import annotations

import http.client
import os
import select
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.browsing import Visitor
from tests.imports.test_cluster import WITH_PROGRAMS, Cluster, cluster, postgres_url
from tests.server.processes import PATIENCE, asked, status
from union.app import Union
from union.commands import listening
from union.store import patience

__all__ = ["cluster", "postgres_url"]
pytestmark = pytest.mark.parametrize("database", WITH_PROGRAMS, indirect=True)


def processes(cluster: Cluster) -> list[int]:
    first = int((cluster.folder / "data" / "postmaster.pid").read_text().split()[0])
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    return [first, *map(int, children)]


@contextmanager
def frozen(cluster: Cluster) -> Iterator[None]:
    """Every process of the server stands still; the system takes connections for it."""
    stopped = processes(cluster)
    for one in stopped:
        os.kill(one, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in stopped:
            os.kill(one, signal.SIGCONT)


@pytest.fixture
def port(app: Union) -> Iterator[int]:
    server = listening.served(app, listening.take("127.0.0.1", 0), threads=2)
    over: list[bool] = []
    thread = threading.Thread(target=server.run_until, args=(lambda: bool(over),), daemon=True)
    thread.start()
    yield int(server.effective_port)
    over.append(True)
    thread.join(PATIENCE)
    server.close()


def begun(visitor: Visitor, port: int) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), PATIENCE)
    line.sendall(asked(visitor, "/account", port))
    return line


def code(line: socket.socket) -> int:
    with closing(line):
        answer = http.client.HTTPResponse(line)
        answer.begin()
        answer.read()
        return answer.status


def test_pages_say_so_and_come_back(olu: Visitor, port: int, cluster: Cluster) -> None:
    """Twelve callers and two threads: whoever waits behind the first two need not wait as long again."""
    assert status(port, "/account", olu) == 200
    with frozen(cluster):
        assert [code(line) for line in [begun(olu, port) for _ in range(12)]] == [503] * 12
        assert status(port, "/health") == 503
    until = time.monotonic() + PATIENCE
    while status(port, "/account", olu) != 200:
        assert time.monotonic() < until
    assert status(port, "/health") == 200


def test_files_and_health_wait_behind_no_page(
    olu: Visitor, port: int, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PAGE", 20.0)
    assert status(port, "/account", olu) == 200
    with frozen(cluster):
        pages = [begun(olu, port) for _ in range(4)]
        assert status(port, "/static/nothing.css", olu) == 404
        assert not select.select(pages, [], [], 0)[0]  # which all still wait
        assert status(port, "/health") == 503
        assert {code(line) for line in pages} == {503}
