"""Real processes of the command line, and what an honest caller hears from them."""

from __future__ import annotations

import http.client
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import config
from tests.browsing import Visitor
from tests.commanding import around

PATIENCE = 90  # seconds in which anything is done on a busy machine


@contextmanager
def running(
    settings: config.Settings, log: Path, *words: str, port: int = 0, descriptors: int = 0
) -> Iterator[subprocess.Popen[bytes]]:
    """`union …` on this installation until the end of the block; what it says goes into the log."""

    def few() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

    with log.open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", "union.cli", *words],
            cwd=config.HERE,
            stdout=said,
            stderr=said,
            env={**os.environ, **around(settings), "PORT": str(port)},
            preexec_fn=few if descriptors else None,
        )
    try:
        yield child
    finally:
        child.kill()
        child.wait(PATIENCE)


def asked(visitor: Visitor | None, path: str, port: int) -> bytes:
    """A request for a page, as a browser with this visitor's cookies sends it."""
    cookies = "" if visitor is None else "; ".join(f"{one.key}={one.value}" for one in visitor.client._cookies.values())
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Cookie: {cookies}", "Connection: close", "", ""]
    return "\r\n".join(lines).encode()


def status(port: int, path: str, visitor: Visitor | None = None) -> int:
    """What the answer begins with. Raises `OSError` where there is none."""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as line:
        line.sendall(asked(visitor, path, port))
        answer = http.client.HTTPResponse(line)
        answer.begin()
        answer.read()
        return answer.status
