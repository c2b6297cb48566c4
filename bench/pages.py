"""Pages under eight users at once: the 95th percentile, and the member list against Django's, in one run."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from bench import populated
from bench.measuring import Measure
from bench.peers import django_environment

HERE = Path(__file__).resolve().parent
USERS, SECONDS = 8, 4.0
BROWSER = "gzip, deflate, br, zstd"  # what Chromium takes


class Client:
    """One user at a browser that keeps its connection and its cookies."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies: dict[str, str] = {}
        self.takes = ""  # which encodings; none, to read what comes

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, bytes]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if self.takes:
            headers["Accept-Encoding"] = self.takes
        body = None
        if form is not None:
            body, headers["Content-Type"] = urlencode(form), "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, rest = value.split("=", 1)
                self.cookies[key] = rest.split(";", 1)[0]
        return answer.status, content

    def sign_in(self, path: str, token: str, form: dict[str, str]) -> None:
        _, content = self.ask("GET", path)
        found = re.search(rf'name="{token}" value="([^"]+)"', content.decode())
        status, _ = self.ask("POST", path, {**form, token: found.group(1) if found else ""})
        if status not in {302, 303}:
            raise RuntimeError(f"signing in at {path}: {status}")


def load(clients: list[Client], path: str, seconds: float = SECONDS) -> tuple[float, float]:
    """Requests a second, and the 95th percentile in milliseconds, of all clients asking for one page at once."""
    for client in clients:
        client.ask("GET", path)  # a server that has just started reads its rosters once
    times: list[float] = []
    until = time.perf_counter() + seconds

    def ask(client: Client) -> None:
        while (start := time.perf_counter()) < until:
            status, _ = client.ask("GET", path)
            if status != 200:
                raise RuntimeError(f"{path}: {status}")
            times.append(time.perf_counter() - start)

    threads = [threading.Thread(target=ask, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(times) / seconds, statistics.quantiles(times, n=20)[18] * 1000


@contextmanager
def served(command: list[str], port: int, health: str, environment: dict[str, str] | None = None) -> Iterator[float]:
    """A server in a process of its own; yields the seconds until it answered."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while True:
            try:
                if Client(port).ask("GET", health)[0] < 500:
                    break
            except OSError:
                if process.poll() is not None or time.perf_counter() - start > 60:
                    raise RuntimeError(f"{command[0]} did not start") from None
                time.sleep(0.02)
        yield time.perf_counter() - start
    finally:
        process.terminate()
        process.wait(10)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def measure() -> list[Measure]:
    """Both servers over the same 10,000 people on this machine, one after the other."""
    folder = Path(tempfile.mkdtemp(prefix="union-bench-"))
    try:
        ours = populated.installation(folder)
        lines, list_per_second = _ours(ours)
        view, admin = _django(folder, len(ours.workplaces))
        return [
            *lines,
            Measure(
                "member list, requests/s, at least the hand-written Django view's",
                list_per_second,
                "1/s",
                view,
                at_least=True,
            ),
            Measure(
                "member list, requests/s, at least 5 times the Django admin's",
                list_per_second,
                "1/s",
                5 * admin,
                at_least=True,
            ),
        ]
    finally:
        shutil.rmtree(folder)


def _ours(over: populated.Populated) -> tuple[list[Measure], float]:
    over.store.engine.dispose()
    port = free_port()
    environment = {
        "UNION_STATE": str(over.settings.state),
        "UNION_KEY_FILE": str(over.settings.key_file),
        "PORT": str(port),
    }
    pages = {
        "home": "/",
        "member list": f"/workplaces/{over.workplaces[0]}/members",
        "member": f"/members/{over.members[0]}",
        "case list": "/grievances",
        "case": f"/grievances/{over.cases[0]}",
    }
    with served([str(Path(sys.executable).with_name("union")), "serve"], port, "/health", environment) as start:
        clients = [Client(port) for _ in range(USERS)]
        for client in clients:
            client.sign_in("/sign-in", "csrf_token", {"login": "bench", "password": populated.PASSWORD})
        found = {name: load(clients, path) for name, path in pages.items()}
    lines = [Measure("union serve answers /health after", start, "s", 2.0)]
    lines += [Measure(f"{name} page, p95 at {USERS} users", p95, "ms", 150.0) for name, (_, p95) in found.items()]
    return lines, found["member list"][0]


def _django(folder: Path, workplaces: int) -> tuple[float, float]:
    """Requests a second of the hand-written view and of the admin's list."""
    python = django_environment()
    rows = [
        {
            "workplace": number % workplaces,
            "name": f"{populated.GIVEN[number % 16]} {populated.FAMILY[number // 16 % 16]}",
            "name_ar": f"{populated.GIVEN_AR[number % 16]} {populated.FAMILY_AR[number // 16 % 16]}",
            "number": f"{number:05}",
            "state": ("member", "member", "contact", "lapsed")[number % 4],
            "job": "Téléconseiller",
            "category": "employee",
            "hired_on": "2019-05-02",
        }
        for number in range(10_000)
    ]
    (folder / "peer").mkdir()
    (folder / "peer" / "rows.json").write_text(json.dumps(rows))
    port = free_port()
    command = [
        str(python),
        str(HERE / "peer" / "project.py"),
        str(folder / "peer"),
        str(port),
        str(folder / "peer" / "rows.json"),
    ]
    with served(command, port, "/admin/login/"):
        clients = [Client(port) for _ in range(USERS)]
        for client in clients:
            client.sign_in(
                "/admin/login/?next=/admin/", "csrfmiddlewaretoken", {"username": "bench", "password": "bench"}
            )
        return load(clients, "/workplaces/0/members")[0], load(clients, "/admin/peer/person/")[0]
