"""What an import of 100,000 people costs everybody else: their pages' 95th percentile meanwhile against that of an idle
server, with the worker inside the server and beside it; and how long a page of the preview takes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from bench import populated
from bench.measuring import Measure, best
from bench.pages import Client, free_port, load, served
from bench.tables import roster
from union.accounts.models import Account
from union.app import create_app
from union.imports.kinds import any_list
from union.imports.reading.understanding import again, understand
from union.imports.records import actions
from union.imports.records.models import RosterImport
from union.jobs.worker import Job, JobState
from union.store.files import Vaulted
from union.store.reach import Reach
from union.workplaces.models import Site

USERS, ROWS, COLUMNS, SECONDS = 2, 100_000, 8, 2.0  # of each page: an import takes six
UNION = str(Path(sys.executable).with_name("union"))


def measure() -> Iterator[Measure]:
    data = roster(ROWS, columns=COLUMNS)
    for where, options in (("in the server", []), ("beside it", ["--no-worker"])):
        folder = Path(tempfile.mkdtemp(prefix="union-bench-"))
        try:
            yield from _measured(populated.installation(folder), data, where, options)
        finally:
            shutil.rmtree(folder)


def _measured(over: populated.Populated, data: bytes, where: str, options: list[str]) -> Iterator[Measure]:
    pages = {"member list": f"/workplaces/{over.workplaces[1]}/members", "case": f"/grievances/{over.cases[0]}"}
    port, environment = (
        free_port(),
        {"UNION_STATE": str(over.settings.state), "UNION_KEY_FILE": str(over.settings.key_file)},
    )
    command, shown = [UNION, "serve", *options], _shown(over, data)
    with served(command, port, "/health", {**environment, "PORT": str(port)}):
        clients = [Client(port) for _ in range(USERS)]
        for client in clients:
            client.sign_in("/sign-in", "csrf_token", {"login": "bench", "password": populated.PASSWORD})
        opened = best(lambda: clients[0].ask("GET", f"/imports/{shown}/preview"))
        yield Measure(f"a page of the preview of {ROWS:,} rows, {where}", opened * 1000, "ms", 300)
        idle = {name: load(clients, path, SECONDS)[1] for name, path in pages.items()}
        with _worker(environment, beside=bool(options)):
            job = _begun(over, shown)
            during = {name: load(clients, path, SECONDS)[1] for name, path in pages.items()}
            _until_done(over, job)
    for name, limit in idle.items():
        yield Measure(f"{name}, p95 during an import {where}, at most twice", during[name], "ms", 2 * limit)


def _shown(over: populated.Populated, data: bytes) -> UUID:
    """A list with its preview, as the page leaves it."""
    place, files, by = over.workplaces[0], Vaulted(over.settings.state / "files"), _account(over)
    reach = Reach(person=by, everywhere=True)
    plan = understand(data, "liste.csv")[1]
    with over.store.writing(reach) as session:
        row = actions.take_in(session, by, files, place, data, plan)
        session.flush()
        import_id = row.id
    source = any_list.source(import_id, place, Site(name="Centre 00"), plan, again(data, plan), by, cin=False)
    with over.store.writing(reach) as session:
        row = session.get_one(RosterImport, import_id)
        actions.previewed(session, by, files, row, any_list.show(session, files, plan, source))
    return import_id


def _account(over: populated.Populated) -> UUID:
    with over.store.maintaining() as session:
        return session.scalars(select(Account.id)).one()


def _begun(over: populated.Populated, import_id: UUID) -> UUID:
    """Begin it, and wait until the worker has taken it up."""
    create_app(over.settings, over.store)  # its queue hears of what a transaction started
    by = _account(over)
    with over.store.writing(Reach(person=by, everywhere=True)) as session:
        row = session.get_one(RosterImport, import_id)
        job = actions.begin(session, by, row, good_only=True, confirmed="mesure", cin=False).id
    _until(over, job, JobState.RUNNING)
    return job


def _until_done(over: populated.Populated, job: UUID) -> None:
    """What was measured counts only if the work was under way to its end."""
    with over.store.maintaining() as session:
        if session.get_one(Job, job).state is not JobState.RUNNING:
            raise SystemExit("the import ended before the pages were measured: give it more rows")
    _until(over, job, JobState.DONE)


def _until(over: populated.Populated, job: UUID, state: JobState) -> None:
    until = time.monotonic() + 600
    while time.monotonic() < until:
        with over.store.maintaining() as session:
            found = session.get_one(Job, job).state
        if found is state:
            return
        if found is JobState.FAILED:
            raise SystemExit("the import failed")
        time.sleep(0.2)
    raise SystemExit(f"the import is not {state.value} after ten minutes")


@contextmanager
def _worker(environment: dict[str, str], *, beside: bool) -> Iterator[None]:
    """A worker in a process of its own, where the server has none."""
    if not beside:
        yield
        return
    process = subprocess.Popen(
        [UNION, "worker"],
        env={**environment, "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    for one in measure():
        print(f"{one.what}: {one.measured:.1f} {one.unit} (limit {one.limit:.1f})", flush=True)
