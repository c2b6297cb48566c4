"""A child process of ours with little memory and time, for bytes from outside: it has neither keys nor database."""

from __future__ import annotations

import json
import resource
import subprocess  # the child is this interpreter running a package of ours, with no shell
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from union.hardening import harden

BUSY = 3  # times as long by the clock: who else keeps the machine busy makes no file heavy
_ROOT = Path(__file__).resolve().parents[1]
_PIECE = 1 << 16  # bytes


class TooHeavy(Exception):
    """The child reached a limit, or died of what it read."""


def run(module: str, request: dict[str, Any], data: bytes, *, memory: int, seconds: float) -> bytes:
    """What the child `python -m module` answers to a request and the bytes that go with it.

    They go by its standard input and the answer comes by its standard output: nothing is written to disk. `memory` is
    in bytes of address space, `seconds` are of a processor. Raises `TooHeavy`.
    """
    with _child(module) as child:
        try:
            answer = _answered(child, _asked(request, memory, seconds), data, seconds)
        except BaseException as fault:
            child.kill()
            if isinstance(fault, subprocess.TimeoutExpired):
                raise TooHeavy from None
            raise
    if child.returncode != 0:
        raise TooHeavy
    return answer


def stream(
    module: str,
    request: dict[str, Any],
    pieces: Iterable[bytes],
    into: Callable[[bytes], object],
    *,
    memory: int,
    seconds: float,
) -> None:
    """As `run`, for what is long: neither what goes nor what comes is held here as a whole.

    The child reads all of it before it answers. Raises `TooHeavy`, when something of the answer may have come already.
    """
    with _child(module) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        clock = threading.Timer(BUSY * seconds, child.kill)
        clock.start()
        try:
            with suppress(BrokenPipeError):  # it has ended, and its code says so
                child.stdin.write(_asked(request, memory, seconds))
                for one in pieces:
                    child.stdin.write(one)
                child.stdin.close()
            while piece := child.stdout.read(_PIECE):
                into(piece)
        except BaseException:
            child.kill()
            raise
        finally:
            clock.cancel()
    if child.returncode != 0:
        raise TooHeavy


def _child(module: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # a package of ours that the caller names, no shell
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},  # none of our secrets
    )


def _asked(request: dict[str, Any], memory: int, seconds: float) -> bytes:
    return json.dumps({**request, "memory": memory, "seconds": seconds}).encode() + b"\n"


def _answered(child: subprocess.Popen[bytes], request: bytes, data: bytes, seconds: float) -> bytes:
    """The bytes are sent as they lie here: put behind the request they would be held twice."""
    if child.stdin is not None:
        with suppress(BrokenPipeError):  # it has ended, and its code says so
            child.stdin.write(request)
            child.stdin.flush()
    return child.communicate(data, timeout=BUSY * seconds)[0]


def begin() -> dict[str, Any]:
    """In the child: set the limits before the first byte from outside is read. Returns the request."""
    harden()
    request: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
    memory, seconds = request.pop("memory"), int(request.pop("seconds")) + 1
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    return request
