"""What every reader does as a limited child: one file from standard input, an answer in msgpack on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable

import msgspec

from union import confined
from union.inspection.filetypes import NotTaken
from union.inspection.findings import Findings


def answer(read: Callable[[bytes], Findings]) -> None:
    """Set the limits before the first byte of the file is read, then look into it."""
    confined.begin()
    try:
        told = read(sys.stdin.buffer.read())
    except NotTaken as refusal:
        told = Findings(refused=refusal.code)
    except MemoryError:
        told = Findings(refused="too_heavy")
    sys.stdout.buffer.write(msgspec.msgpack.encode(told))
