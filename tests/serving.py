"""A real server or worker of an installation, in a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import config


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def running(command: str, environment: dict[str, str], *more: str) -> Iterator[subprocess.Popen[str]]:
    """`union COMMAND` once it has said that it is there; ended by SIGTERM, unless the test did so before."""
    child = subprocess.Popen(
        [sys.executable, "-m", "union.cli", command, *more],
        cwd=config.HERE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    assert child.stderr is not None
    try:
        said = child.stderr.readline()
        assert said, f"it ended with code {child.wait()}"
        yield child
    finally:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
        child.communicate(timeout=90)
