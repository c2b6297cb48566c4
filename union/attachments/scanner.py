"""A scanner for viruses, where one is configured: clamd is sent the bytes and says whether it found something."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from union.inspection.filetypes import NotTaken

SECONDS = 30.0  # for the whole of one file
PIECE = 1 << 18
LONGEST_ANSWER = 4096


def scan(data: bytes, address: str) -> bool:
    """Whether a scanner looked at it: False where none is configured.

    Raises `NotTaken`: "infected", and "unscanned" where the scanner does not answer or gives no verdict. What it says
    of a virus is kept nowhere.
    """
    if not address:
        return False
    try:
        until = monotonic() + SECONDS
        with _line(address) as line:
            line.sendall(b"zINSTREAM\0")
            for start in range(0, len(data), PIECE):
                piece = data[start : start + PIECE]
                _in_time(line, until)
                line.sendall(len(piece).to_bytes(4, "big") + piece)
            line.sendall(bytes(4))
            verdict = _said(line, until)
    except OSError:
        raise NotTaken("unscanned") from None
    if verdict.endswith(b" FOUND"):
        raise NotTaken("infected")
    if verdict != b"stream: OK":
        raise NotTaken("unscanned")
    return True


@contextmanager
def _line(address: str) -> Iterator[socket.socket]:
    """A connection to `unix:/path` or `tcp://host:port`."""
    if address.startswith("unix:"):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(SECONDS)
            line.connect(address.removeprefix("unix:"))
            yield line
    else:
        host, _, port = address.removeprefix("tcp://").rpartition(":")
        with socket.create_connection((host.strip("[]"), int(port)), SECONDS) as line:
            yield line


def _in_time(line: socket.socket, until: float) -> None:
    """What is left of its time. Raises `TimeoutError` where nothing is."""
    left = until - monotonic()
    if left <= 0:
        raise TimeoutError
    line.settimeout(left)


def _said(line: socket.socket, until: float) -> bytes:
    answer = b""
    while len(answer) < LONGEST_ANSWER:
        _in_time(line, until)
        if not (piece := line.recv(LONGEST_ANSWER)):
            break
        answer += piece
        if b"\0" in answer:
            break
    return answer.split(b"\0")[0].strip()
