"""Work in the background gives way to pages: where both share one interpreter, a page waits for it at each
statement."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 0.02  # seconds: work goes on, slower, also where pages are asked for without end

_counting = threading.Lock()
_answering = 0
_work = threading.local()


@contextmanager
def answering() -> Iterator[None]:
    """Somebody waits for a page meanwhile."""
    global _answering
    with _counting:
        _answering += 1
    try:
        yield
    finally:
        with _counting:
            _answering -= 1


@contextmanager
def in_background() -> Iterator[None]:
    """What this thread does meanwhile gives way, wherever it calls `give_way`."""
    begin()
    try:
        yield
    finally:
        del _work.since


def begin() -> None:
    """This thread is one of those that give way, to its end."""
    _work.since = time.monotonic()


def give_way() -> None:
    """Rest for as long as was worked, where somebody waits for a page. To be called every few milliseconds."""
    since: float | None = getattr(_work, "since", None)
    if since is None:
        return
    if _answering:
        time.sleep(min(time.monotonic() - since, LONGEST))
    _work.since = time.monotonic()
