"""Measure imports of 10,000 and 100,000 people, as an organiser of the workplace, on both databases.

What the profile said of the first way of writing (2026-11-25, 100,000 rows, SQLite): 52 s and 690 MB. 40 s of it were
counts of what was just inserted, each of which read the whole workplace (the reach named its people by a list: it now
asks person by person); 26 s were page faults, for each of 200 batches touched all pages of five indexes by random ids
(a batch now holds ids that lie side by side, and its tokens in their order); tokens and ids of people were made three
times. The memory was the rows as objects, four times: read, interpreted, sorted, to be written (they are now packed).
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from uuid import UUID, uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, from any folder

import psycopg  # after the path above

import config  # after the path above
from union.app import open_store  # after the path above
from union.db import Store  # after the path above
from union.files import Vaulted  # after the path above
from union.imports import actions as imports  # after the path above
from union.imports import applying  # after the path above
from union.imports.models import Plan, RosterImport  # after the path above
from union.imports.preview import Preview  # after the path above
from union.imports.understanding import understand  # after the path above
from union.installation import initialise, upgrade  # after the path above
from union.reach import Reach  # after the path above
from union.workplaces import actions  # after the path above
from union.workplaces.models import Identity, Site  # after the path above

ROOT = Path(__file__).resolve().parents[1]
SIZES = (10_000, 100_000)
POSTGRES = os.environ.get("UNION_TEST_POSTGRES") or "postgresql://postgres@127.0.0.1:5432/postgres"
LIMITS = {  # by measure, for 10,000 and for 100,000 rows; the last one is the issue's
    "preview": (1.5, 10.0), "apply": (1.5, 9.2), "preview again, all known": (1.5, 15.0), "a page of it": (0.3, 0.3),
    "memory at the highest until the preview": (200.0, 200.0), "until it is written": (200.0, 200.0),
    "until it is previewed again": (200.0, 200.0),
}  # fmt: skip


class Bench:
    """One installation with an organiser of one workplace."""

    def __init__(self, folder: Path, database: str) -> None:
        self.files = Vaulted(folder / "files")
        given = {"UNION_STATE": str(folder / "state"), "UNION_KEY_FILE": str(folder / "key" / "root.key")}
        settings = config.read(given)
        initialise(settings)
        if database != "sqlite":
            settings = config.read({**given, "UNION_DATABASE": database})
            upgrade(settings)
        self.store: Store = open_store(settings)
        with self.store.writing(Reach(everywhere=True)) as session:
            employer = actions.create_employer(session, None, Identity(legal_name="Banc"))
            session.flush()
            self.workplace: UUID = actions.create(session, None, employer, Site(name="Banc")).id
        self.by = uuid4()
        self.reach = Reach(person=self.by, workplaces=frozenset((self.workplace,)))

    def previewed(self, data: bytes) -> tuple[UUID, Plan]:
        """From the file to the kept preview."""
        import_id = uuid4()
        _table, plan = understand(data, "liste.csv")
        source = imports.source(import_id, self.workplace, Site(name="Banc"), plan, data, self.by, cin=False)
        with self.store.reading(self.reach) as session:
            return import_id, imports.show(session, self.files, plan, source)

    def written(self, import_id: UUID, plan: Plan) -> int:
        """As the job does it: from the kept preview to the last batch."""
        with self.store.writing(self.reach) as session:
            session.add(RosterImport(id=import_id, workplace_id=self.workplace, plan=plan, version=1))
        source = imports.shown_source(self.files, import_id, self.workplace, plan, self.by, cin=False)
        people = applying.apply(self.store, lambda: self.reach, source).people
        self.store.count_rows()
        return people


def child(database: str, file: Path) -> None:
    """All measures of one size on one database, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), database)
        data = file.read_bytes()
        begun = time.perf_counter()
        import_id, plan = bench.previewed(data)
        shown, peaks = time.perf_counter(), [_peak()]
        Preview(bench.files, plan.preview_id).lines("new", plan.counts.new - 50, 50)  # type: ignore[arg-type]  # kept above
        opened = time.perf_counter()
        people = bench.written(import_id, plan)
        written = time.perf_counter()
        peaks.append(_peak())
        _, again = bench.previewed(data)
        known = time.perf_counter()
        peaks.append(_peak())
        if people != plan.counts.rows or again.counts.unchanged != people:
            raise SystemExit(f"the bench expects {plan.counts.rows} people written, and known again, not {people}")
        print(shown - begun, written - opened, known - written, opened - shown, *peaks)


def _peak() -> float:
    """Megabytes that this process held at most until now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def _postgres() -> Iterator[str]:
    name = f"union_bench_{os.getpid()}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield POSTGRES.rsplit("/", 1)[0] + f"/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _measured(database: str, file: Path) -> list[float]:
    command = [sys.executable, __file__, "child", database, str(file)]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    return list(map(float, answer.stdout.split()))


def _lines(name: str, at: int, size: int, found: list[float]) -> Iterator[tuple[str, float, str, float]]:
    for (what, limits), measured in zip(LIMITS.items(), found, strict=True):
        yield f"{name}, {size:,} rows: {what}", measured, "MB" if limits[0] == 200 else "s", limits[at]
        if what in {"preview", "apply"}:
            print(f"{name}, {size:,} rows: {what}: {size / measured:,.0f} rows/s", file=sys.stderr)


def measure() -> Iterator[tuple[str, float, str, float]]:
    """Return (what, measured, unit, limit); lower is better for every one."""
    from bench.sheets import roster  # its rows are made here, so that a child's memory holds none of that

    with tempfile.TemporaryDirectory() as folder:
        for name in ("sqlite", "postgresql"):
            cost = []
            for at, size in enumerate(SIZES):
                file = Path(folder) / "liste.csv"
                file.write_bytes(roster(size))
                place = nullcontext("sqlite") if name == "sqlite" else _postgres()  # a new one for each size
                with place as database:
                    found = _measured(database, file)
                yield from _lines(name, at, size, found)
                cost.append(found[1] / size)
            yield f"{name}: cost of a row at 100,000 to that at 10,000", cost[1] / cost[0], "times", 1.3


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(sys.argv[2], Path(sys.argv[3]))
    else:
        for what, measured, unit, limit in measure():
            print(f"{what}: {measured:.3f} {unit} (limit {limit})", flush=True)
