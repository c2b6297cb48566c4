"""Measures the archive of everybody's sheet: 400 papers of two pages in Arabic, by the real job, in a worker's own
process."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path

from sqlalchemy import select

import config
from bench.layoffs import PEOPLE, Desk, installation, listed
from bench.measuring import Measure, peak
from union.app import create_app, open_store
from union.jobs.worker import Job
from union.layoffs.papers.archive import sealed_pieces

ROOT = Path(__file__).resolve().parents[1]
PAGE = re.compile(rb"/Type\s*/Page\b")
PAGES = 2


def full() -> bytes:
    """The list with everything known of everybody: signed, with a mandate, so that each sheet takes its second page."""
    head, *rows = listed().decode().splitlines()
    cells = [row.split(";") for row in rows]
    return "\n".join([head, *(";".join([*one[:8], "oui", one[9], "19/11/2026"]) for one in cells)]).encode()


def child(state: str, key: str) -> None:
    """Do what waits, as the worker does; prints seconds, pages and the megabytes held at the highest."""
    settings = config.read({"UNION_STATE": state, "UNION_KEY_FILE": key})
    store = open_store(settings)
    app = create_app(settings, store)
    begun, busy = time.perf_counter(), time.process_time()
    app.worker.take_up()
    while (task := app.worker.line.dequeue()) is not None:
        app.worker.line.execute(task)
    seconds, held = time.perf_counter() - begun, peak()  # before the archive is opened to be counted
    with store.maintaining() as session:
        result = session.scalars(select(Job)).one().brief.result
    archive = zipfile.ZipFile(BytesIO(b"".join(sealed_pieces(app.files, result))))
    pages = sum(len(PAGE.findall(archive.read(name))) for name in archive.namelist())
    print(f"processor time: {time.process_time() - busy:.1f} s", file=sys.stderr)
    print(json.dumps({"seconds": seconds, "papers": len(archive.namelist()), "pages": pages, "held": held}))


def measure() -> list[Measure]:
    """From the list of an employer to the sealed archive."""
    with installation() as (app, place):
        desk = Desk(app)
        typed: dict[str, object] = {
            "workplace": str(place),
            "title": "Mesure",
            "kind": "negotiated",
            "trigger": "other",
            "announced_on": "",
            "facts": "",
        }
        address = desk.post("/layoffs/new", typed).removesuffix("/list")
        form = {"file": (BytesIO(full()), "liste.csv")}
        desk.get(desk.post(f"{address}/list", form, content_type="multipart/form-data"))
        desk.post(f"{address}/list/take", {})
        desk.post(f"{address}/out", {"what": "sheets_ar", "why": "Mesure"})
        command = [sys.executable, "-m", "bench.archive", str(app.settings.state), str(app.settings.key_file)]
        answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    found = json.loads(answer.stdout)
    if (found["papers"], found["pages"] >= PAGES * PEOPLE) != (PEOPLE, True):
        raise SystemExit(f"{PEOPLE} papers of {PAGES} pages were to be set, not {found}")
    return [
        Measure(f"{PEOPLE} two-page sheets in Arabic, set and sealed in one archive", found["seconds"], "s", 15.0),
        Measure("a worker that sets them, at its highest", found["held"], "MB", 200.0),
    ]


if __name__ == "__main__":
    child(*sys.argv[1:3])
