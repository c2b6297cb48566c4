"""The desk's pages over a federation of some years, under eight users at once: 20,000 cases, 50,000 members, 100,000
notes, 40,000 papers. Once by who reaches all of it, once by who works at one site of twenty."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench import populated
from bench.measuring import Measure
from bench.pages import USERS, Client, free_port, load, served

LIMIT = 150.0  # milliseconds, the 95th percentile
STARTING = 10.0  # seconds until the other processes answer too: whoever comes before keeps to the first


def measure() -> list[Measure]:
    """One server, the pages one after the other."""
    folder = Path(tempfile.mkdtemp(prefix="union-bench-"))
    try:
        return _of(populated.installation(folder, members=50_000, cases=20_000, notes=5, papers=2))
    finally:
        shutil.rmtree(folder)


def _of(over: populated.Populated) -> list[Measure]:
    over.store.engine.dispose()
    port, found = free_port(), []
    environment = {
        "UNION_STATE": str(over.settings.state),
        "UNION_KEY_FILE": str(over.settings.key_file),
        "PORT": str(port),
        "UNION_PROCESSES": str(os.cpu_count() or 1),
    }
    with served([str(Path(sys.executable).with_name("union")), "serve"], port, "/health", environment):
        time.sleep(STARTING)
        for login, reach in (("bench-one", "1,000 cases of one site"), ("bench", "20,000 cases of twenty sites")):
            clients = [Client(port) for _ in range(USERS)]
            clients[0].sign_in("/sign-in", "csrf_token", {"login": login, "password": populated.PASSWORD})
            for client in clients[1:]:  # the door lets in only so many of one name
                client.cookies = clients[0].cookies
            for name, path in _pages(over).items():
                _per_second, p95 = load(clients, path)
                found.append(Measure(f"{reach}: {name}, p95 at {USERS} users", p95, "ms", LIMIT))
    return found


def _pages(over: populated.Populated) -> dict[str, str]:
    return {
        "home": "/",
        "agenda": "/agenda",
        "list of cases": "/grievances",
        "list, one problem": "/grievances?problem=pay",
        "list by name": "/grievances?sort=name",
        "list by who follows it, second page": "/grievances?sort=owner&page=2",
        "case": f"/grievances/{over.cases_of_first[0]}",
        "case, opened from the list": f"/grievances/{over.cases_of_first[0]}?at=1",
        "workplace": f"/workplaces/{over.workplaces[0]}",
        "patterns of a site": f"/workplaces/{over.workplaces[0]}/patterns",
        "patterns": "/patterns",
    }
