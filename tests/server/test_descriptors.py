"""Where the system gives no more descriptors, the server holds fewer connections, says so once, and goes on."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from pathlib import Path

import config
from tests.conftest import ON_ONE_DATABASE
from tests.server.processes import PATIENCE, running, status
from tests.server.test_stopping import until_it_answers
from tests.serving import free_port
from union.app import Union

MOST_LOG = 100_000  # bytes
DESCRIPTORS = 30


@ON_ONE_DATABASE
def test_a_server_out_of_descriptors_goes_on(app: Union, settings: config.Settings, tmp_path: Path) -> None:
    """So few that the connections which it holds at the least do not fit beside what it has open itself."""
    port, log = free_port(), tmp_path / "log"
    with running(settings, log, "serve", "--no-worker", port=port, descriptors=DESCRIPTORS) as server:
        until_it_answers(port)
        with ExitStack() as stack:
            for _ in range(200):
                stack.enter_context(socket.create_connection(("127.0.0.1", port), PATIENCE)).sendall(
                    b"GET / HTTP/1.1\r\n"
                )
            time.sleep(2)  # in which the log of before grew by megabytes
            assert status(port, "/sign-in") in {200, 503}
        assert status(port, "/sign-in") == 200
        assert server.poll() is None
    said = log.read_text()
    assert "out_of_descriptors" in said
    assert len(said) < MOST_LOG
