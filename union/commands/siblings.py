"""Processes beside a server that answer at its socket too: one computes one page at a time, whatever the cores.

Each is `union serve` again, which is told what it needs on its standard input: the passphrase of the key in a line;
then nothing, until the server is gone in whatever way.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess  # this interpreter with the command that runs already, no shell
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import structlog

log = structlog.get_logger()
LOOK, AGAIN = 0.2, 1.0  # seconds between two looks at them; before one that ended is started again
LONGEST = 35.0  # seconds for what is under way in them: each takes thirty by itself


@contextmanager
def beside(taken: socket.socket, number: int, words: Sequence[str], phrase: str | None) -> Iterator[None]:
    """So many processes answer at this socket meanwhile; `words` are what the command was called with. They are told to
    end when this one is, and end what they began."""
    over = threading.Event()
    keeper = threading.Thread(target=_keep, args=(taken, number, words, phrase, over), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def _keep(taken: socket.socket, number: int, words: Sequence[str], phrase: str | None, over: threading.Event) -> None:
    running = [_begun(taken, words, phrase) for _ in range(number)]
    while not over.wait(LOOK):
        for at, child in enumerate(running):
            if child.poll() is not None:
                log.error("process_ended", code=child.returncode)
                over.wait(AGAIN)
                running[at] = _begun(taken, words, phrase)
    for child in running:
        child.send_signal(signal.SIGTERM)
    until = time.monotonic() + LONGEST
    for child in running:
        try:
            child.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _begun(taken: socket.socket, words: Sequence[str], phrase: str | None) -> subprocess.Popen[bytes]:
    socket_number = str(taken.fileno())
    command = [sys.executable, "-m", "union.cli", "serve", *words, "--socket", socket_number]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[taken.fileno()])  # noqa: S603  # as above
    assert child.stdin is not None  # a pipe was asked for
    with contextlib.suppress(BrokenPipeError):  # it ended at once: it is looked at soon
        child.stdin.write(f"{phrase or ''}\n".encode())
        child.stdin.flush()
    return child


def told() -> str | None:
    """In such a process: the passphrase, where the key has one. From here on it ends when the server does."""
    line = sys.stdin.buffer.readline().rstrip(b"\n")
    threading.Thread(target=_until_the_server_ends, daemon=True).start()
    return line.decode() or None


def _until_the_server_ends() -> None:
    os.read(sys.stdin.fileno(), 1)  # not of the buffer, whose lock would hold up the end of this process
    os.kill(os.getpid(), signal.SIGTERM)
