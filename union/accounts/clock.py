"""The clock of sessions: it follows the machine's, but is not set back with it while this process runs."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta


def _wall() -> datetime:
    return datetime.now(UTC)


def _passed() -> float:
    """Seconds of a clock that nobody sets; where the system has one, it goes on while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


_BEGAN = _wall(), _passed()


def now() -> datetime:
    """Never less than when this process began, and what has passed since."""
    began, then = _BEGAN
    return max(_wall(), began + timedelta(seconds=_passed() - then))
