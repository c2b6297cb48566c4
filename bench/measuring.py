"""How a measure is stated: what, how much, in which unit, against which limit."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

Answer = TypeVar("Answer")


class Measure(NamedTuple):
    """One line of the table. A limit is a ceiling, or a floor where `at_least` is set."""

    what: str
    measured: float
    unit: str
    limit: float
    at_least: bool = False

    @property
    def holds(self) -> bool:
        return self.measured >= self.limit if self.at_least else self.measured <= self.limit

    @property
    def ratio(self) -> float:
        """How much of the limit is used; below 1 holds, whichever way the limit points."""
        if self.at_least:
            return self.limit / self.measured if self.measured else float("inf")
        return self.measured / self.limit


class Spent(NamedTuple):
    """What some work took: seconds on the clock, and seconds of processors, which others on the machine change less."""

    clock: float
    processors: float


def spent(act: Callable[[], Answer]) -> tuple[Spent, Answer]:
    """Do it once, in this process and in the children that it waits for."""
    clock, used = time.perf_counter(), sum(os.times()[:4])
    answer = act()
    return Spent(time.perf_counter() - clock, sum(os.times()[:4]) - used), answer


def peak() -> float:
    """Megabytes that this program held at most until now: what `getrusage` says holds whoever started it as well."""
    told = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith("VmHWM:")) / 1024


def best(act: Callable[[], object], times: int = 5, *, before: Callable[[], object] | None = None) -> float:
    """Seconds of the quickest of some runs: the least disturbed one. `before` prepares each, outside its time."""
    found = []
    for _ in range(times):
        if before is not None:
            before()
        found.append(_timed(act))
    return min(found)


def median(act: Callable[[], object], times: int = 5) -> float:
    return statistics.median(_timed(act) for _ in range(times))


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
