"""What two hundred slow callers cost twelve honest ones: their pages' 95th percentile meanwhile. A third of the slow
say nothing more within the headers, a third within a body, a third send a byte a second; all come anew when they are
cut."""

from __future__ import annotations

import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bench import populated
from bench.measuring import Measure
from bench.pages import Client, free_port, served

SLOW, HONEST, SECONDS = 200, 12, 20.0
UNANSWERED = 60.0  # seconds, for whom nobody answered
HEAD = b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2000\r\n\r\nlogin="


def measure() -> Iterator[Measure]:
    folder = Path(tempfile.mkdtemp(prefix="union-bench-"))
    try:
        over = populated.installation(folder)
        over.store.engine.dispose()
        port = free_port()
        environment = {
            "UNION_STATE": str(over.settings.state),
            "UNION_KEY_FILE": str(over.settings.key_file),
            "PORT": str(port),
        }
        with served([str(Path(sys.executable).with_name("union")), "serve"], port, "/health", environment):
            times = _beside_the_slow(port)
        yield Measure("a page beside 200 slow callers, p95", statistics.quantiles(times, n=20)[18], "s", 1.0)
    finally:
        shutil.rmtree(folder)


def _beside_the_slow(port: int) -> list[float]:
    over, times = threading.Event(), list[float]()
    slow = subprocess.Popen([sys.executable, "-c", f"from bench.slow import be_slow; be_slow({port})"])
    try:
        time.sleep(3)
        honest = [threading.Thread(target=_ask, args=(port, times, over)) for _ in range(HONEST)]
        for one in honest:
            one.start()
        time.sleep(SECONDS)
        over.set()
        for one in honest:
            one.join()
    finally:
        slow.kill()
        slow.wait(10)
    return times


def _ask(port: int, times: list[float], over: threading.Event) -> None:
    """A page each half second, each by a connection of its own."""
    while not over.is_set():
        start, took = time.perf_counter(), UNANSWERED
        with suppress(OSError):
            if Client(port).ask("GET", "/sign-in")[0] == 200:
                took = time.perf_counter() - start
        times.append(took)
        over.wait(0.5)


def be_slow(port: int) -> None:
    """In a process of its own, until it is killed."""
    lines: dict[int, socket.socket] = {}
    while True:
        for at in range(SLOW):
            with suppress(OSError):
                if at not in lines:
                    lines[at] = socket.create_connection(
                        ("127.0.0.1", port), 1, source_address=(f"127.0.1.{at % 5 + 1}", 0)
                    )
                    lines[at].sendall((HEAD, BODY)[at % 2])
                    lines[at].setblocking(False)
                if at % 3 == 2:
                    lines[at].sendall(b"a")
            _anew_where_cut(lines, at)
        time.sleep(1)


def _anew_where_cut(lines: dict[int, socket.socket], at: int) -> None:
    try:
        if at in lines and not lines[at].recv(65536):
            lines.pop(at).close()
    except BlockingIOError:
        pass
    except OSError:
        lines.pop(at).close()


if __name__ == "__main__":
    for one in measure():
        print(f"{one.what}: {one.measured:.3g} {one.unit} (limit {one.limit:g}, {one.ratio:.2f} of it)", flush=True)
