"""A child process of ours with little memory and time, for bytes from outside: it has neither keys nor database."""

from __future__ import annotations

import json
import resource
import subprocess  # the child is this interpreter running a package of ours, with no shell
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from union.hardening import harden

BUSY = 3  # times as long by the clock: who else keeps the machine busy makes no file heavy
_ROOT = Path(__file__).resolve().parents[1]


class TooHeavy(Exception):
    """The child reached a limit, or died of what it read."""


def run(module: str, request: dict[str, Any], data: bytes, *, memory: int, seconds: float) -> bytes:
    """What the child `python -m module` answers to a request and the bytes that go with it.

    They go by its standard input and the answer comes by its standard output: nothing is written to disk. `memory` is
    in bytes of address space, `seconds` are of a processor. Raises `TooHeavy`.
    """
    asked = json.dumps({**request, "memory": memory, "seconds": seconds}).encode() + b"\n"
    with subprocess.Popen(  # noqa: S603  # a package of ours that the caller names, no shell
        [sys.executable, "-m", module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},  # none of our secrets
    ) as child:
        try:
            answer = _answered(child, asked, data, seconds)
        except BaseException as fault:
            child.kill()
            if isinstance(fault, subprocess.TimeoutExpired):
                raise TooHeavy from None
            raise
    if child.returncode != 0:
        raise TooHeavy
    return answer


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
