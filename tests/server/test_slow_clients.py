"""Whoever sends slowly, or nothing, keeps nobody else out, and is cut off at the deadline; nobody has to sign in for
it."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest

from tests.conftest import ON_ONE_DATABASE
from union.app import Union
from union.commands import connections, listening

pytestmark = ON_ONE_DATABASE
SECONDS = 60  # in which anything is answered on a busy machine
SILENT_HEAD = b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
SILENT_BODY = b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2000\r\n\r\nlogin="


@pytest.fixture
def hour() -> list[float]:
    """What the server takes for the time, in seconds."""
    return [0.0]


@pytest.fixture
def server(app: Union, hour: list[float]) -> Iterator[connections.Server]:
    made = listening.served(app, listening.take("127.0.0.1", 0), clock=lambda: hour[0])
    over: list[bool] = []
    thread = threading.Thread(target=made.run_until, args=(lambda: bool(over),), daemon=True)
    thread.start()
    yield made
    over.append(True)
    made.pull_trigger()
    thread.join(SECONDS)
    made.close()


def port(server: connections.Server) -> int:
    return int(server.effective_port)


def line(server: connections.Server, begun: bytes, address: str = "127.0.0.1") -> socket.socket:
    made = socket.create_connection(("127.0.0.1", port(server)), SECONDS, source_address=(address, 0))
    made.sendall(begun)
    return made


def status(server: connections.Server, path: str = "/sign-in") -> int:
    """What an honest caller is answered."""
    asked = http.client.HTTPConnection("127.0.0.1", port(server), timeout=SECONDS)
    try:
        asked.request("GET", path)
        return asked.getresponse().status
    finally:
        asked.close()


def told(slow: socket.socket) -> bytes:
    """What comes until the other end closes."""
    found = b""
    with suppress(ConnectionResetError):
        while piece := slow.recv(65536):
            found += piece
    return found


@pytest.fixture
def slow(server: connections.Server) -> Iterator[dict[bytes, list[socket.socket]]]:
    """Two hundred from five addresses: half of them silent within the headers, half within a body."""
    with ExitStack() as stack:
        yield {
            kind: [stack.enter_context(line(server, kind, f"127.0.1.{1 + at % 5}")) for at in range(100)]
            for kind in (SILENT_HEAD, SILENT_BODY)
        }


def test_two_hundred_slow_callers_keep_nobody_out(
    server: connections.Server, slow: dict[bytes, list[socket.socket]]
) -> None:
    assert [status(server) for _ in range(12)] == [200] * 12
    assert len(server.active_channels) >= 200  # they are all there still


def test_a_slow_caller_is_cut_at_the_deadline_whatever_it_trickles(
    server: connections.Server, slow: dict[bytes, list[socket.socket]], hour: list[float]
) -> None:
    status(server)  # what was sent until now was read
    for second in range(int(connections.FORM) + 1):
        hour[0] = float(second)
        for some in slow.values():
            with suppress(OSError):  # it was cut
                some[0].sendall(b"a")
        status(server)  # the server looked
    hour[0] += 2 * connections.LOOK
    for one in slow[SILENT_HEAD]:
        assert told(one) == b""
    for one in slow[SILENT_BODY]:
        answer = told(one)
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert "أعيدوا إرسال الاستمارة".encode() in answer


def test_headers_and_bodies_have_each_a_time_of_their_own(server: connections.Server, hour: list[float]) -> None:
    with line(server, SILENT_HEAD) as head, line(server, SILENT_BODY) as body:
        status(server)
        hour[0] = connections.HEAD + 2 * connections.LOOK
        assert told(head) == b""
        body.sendall(b"a" * 1994)
        assert body.recv(12) == b"HTTP/1.1 403"  # taken in: a form without a token


def test_who_says_nothing_at_all_is_cut_too_and_an_open_connection_later(
    server: connections.Server, hour: list[float]
) -> None:
    kept = http.client.HTTPConnection("127.0.0.1", port(server), timeout=SECONDS)
    kept.request("GET", "/sign-in")
    kept.getresponse().read()
    with line(server, b"") as silent:
        status(server)
        hour[0] = connections.HEAD + 2 * connections.LOOK
        assert told(silent) == b""
    kept.request("GET", "/sign-in")  # a page is asked for by the connection of the one before
    kept.getresponse().read()
    kept.sock.settimeout(1)
    for _ in range(SECONDS):  # its time begins when the server has done with the answer, which may be after we read it
        hour[0] += connections.KEPT + 2 * connections.LOOK
        with suppress(TimeoutError):
            assert kept.sock.recv(1) == b""
            return
    raise AssertionError("the connection was kept")


def test_an_answer_that_nobody_fetches_is_given_up(
    server: connections.Server, hour: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a megabyte some lies in the buffers of the system; the rest would lie in our memory for ever."""

    def long(environment: object, start: object) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/plain")])  # type: ignore[operator]  # as WSGI has it
        return [b"a" * (32 << 20)]

    monkeypatch.setattr(server, "application", long)
    with line(server, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") as lazy:
        lazy.recv(1)
        while any(one.requests for one in list(server.active_channels.values())):  # until all of it was handed over
            time.sleep(0.01)
        hour[0] = connections.TAKEN + 2 * connections.LOOK
        until = time.monotonic() + 30
        while server.active_channels and time.monotonic() < until:  # who fetched now would be no lazy one any more
            time.sleep(0.01)
        assert len(told(lazy)) < 32 << 20


def test_one_address_has_its_part_and_its_slowest_gives_way(server: connections.Server) -> None:
    """Also to an honest caller behind the same address."""
    with ExitStack() as stack:
        many = [stack.enter_context(line(server, SILENT_HEAD)) for _ in range(connections.OF_ONE_ADDRESS)]
        assert status(server) == 200
        assert told(many[0]) == b""
        assert len(server.active_channels) <= connections.OF_ONE_ADDRESS


def test_where_there_is_no_room_at_all_the_slowest_gives_way(
    server: connections.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "most", 20)
    with ExitStack() as stack:
        many = [stack.enter_context(line(server, SILENT_BODY, f"127.0.1.{at}")) for at in range(1, 31)]
        assert [status(server) for _ in range(5)] == [200] * 5
        assert told(many[0]) == b""
        assert len(server.active_channels) <= 20


def test_the_proxy_brings_everybody_and_has_no_limit_of_its_own(app: Union) -> None:
    made = listening.served(app, listening.take("127.0.0.1", 0), behind_tls=True)
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    with ExitStack() as stack:
        many = [stack.enter_context(line(made, SILENT_HEAD)) for _ in range(connections.OF_ONE_ADDRESS + 20)]
        assert status(made) == 200
        assert len(made.active_channels) >= len(many)
        others = [stack.enter_context(line(made, SILENT_HEAD, "127.0.1.9")) for _ in range(len(many))]
        assert status(made) == 200
        assert told(others[0]) == b""
    made.close()
