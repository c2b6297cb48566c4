"""Which process writes a list, so that any other one of this machine sees at once when it has died."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Process:
    """One process: the machine and its boot, the namespace in which its number counts, the number, when it began."""

    host: str
    boot: str
    namespace: str
    number: int
    began: str  # a number is given again to another one, which began later

    def lives(self) -> bool | None:
        """Whether it still runs; None where that cannot be seen from here: it is, or was, on another machine."""
        here = this_process()
        if here is None or self.host != here.host:
            return None
        if self.boot != here.boot:
            return False
        return _began(self.number) == self.began if self.namespace == here.namespace else None


def this_process() -> Process | None:
    """The one that asks; None where the system does not tell."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        namespace = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        return None
    return Process(socket.gethostname(), boot, namespace, os.getpid(), _began(os.getpid()))


def _began(number: int) -> str:
    """When a process began, in ticks since the boot; empty where there is none, or only what is left of one that
    died."""
    try:
        told = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if told[0] in "ZX" else told[19]
