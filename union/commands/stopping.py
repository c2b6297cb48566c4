"""How a server or a worker ends: told to by SIGTERM or Ctrl-C, it ends what it began, lets everything go, and only
then goes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType

import structlog

from union.app import Union
from union.commands.connections import Server

log = structlog.get_logger()
LONGEST = 30.0  # seconds for what is under way; systemd kills after ninety
SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def stop_signals(wake: Callable[[], None] = lambda: None) -> Iterator[Callable[[], bool]]:
    """Yields what says whether this process was told to stop. Told a second time, it ends at once."""
    heard: list[int] = []

    def hear(number: int, _: FrameType | None) -> None:
        heard.append(number)
        for one in SIGNALS:
            signal.signal(one, signal.SIG_DFL)
        wake()

    before = {one: signal.signal(one, hear) for one in SIGNALS}
    try:
        yield lambda: bool(heard)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def stop(app: Union, server: Server | None = None) -> None:
    """Nobody new and no new job; then what is under way. After it nobody asks the database, which the command
    closes."""
    until = monotonic() + LONGEST
    app.worker.accept_no_more()
    if server is not None:
        server.accept_no_more()
        answered = server.finish(until)
        server.close()
        if not answered:
            log.warning("stopped_in_the_middle", of="requests")
    if not app.worker.finish(until - monotonic()):
        log.warning("stopped_in_the_middle", of="a job")
