"""Where the system gives no more descriptors, the server waits a moment, says so once, and goes on."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from pathlib import Path

import config
from tests.conftest import ON_ONE_DATABASE
from tests.server.processes import PATIENCE, free_port, running, status
from tests.server.test_stopping import until_it_answers
from union.app import Union

MOST_LOG = 100_000  # bytes


@ON_ONE_DATABASE
def test_a_server_out_of_descriptors_goes_on(app: Union, settings: config.Settings, tmp_path: Path) -> None:
    """Forty are fewer than the connections that it would hold at the least beside what it has open itself."""
    port, log = free_port(), tmp_path / "log"
    with running(settings, log, "serve", "--no-worker", port=port, descriptors=40) as server:
        until_it_answers(port)
        with ExitStack() as stack:
            for _ in range(200):
                stack.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE)).sendall(
                    b"GET / HTTP/1.1\r\n"
                )
            assert status(port, "/sign-in") in {200, 503}
        assert status(port, "/sign-in") == 200
        assert server.poll() is None
        assert log.stat().st_size < MOST_LOG
