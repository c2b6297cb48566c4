"""Measure imports of 10,000 and 100,000 people, as an organiser of the workplace, on both databases, beside
django-import-export in the same run and over the same list, and beside the bare database.

Ours encrypts, matches, records and can be taken back; theirs is one table in clear, known again by the number alone.
What its default way takes for 100,000 rows is extrapolated from fewer. The bare database takes the rows as they are.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, from any folder

import config  # after the path above
from bench.measuring import Measure, Spent, best, peak, spent  # after the path above
from bench.peers import FEWER, WAYS, Taken, scaled, taken  # after the path above
from union.app import open_store  # after the path above
from union.imports.kinds import any_list  # after the path above
from union.imports.preview.preview_file import Preview  # after the path above
from union.imports.reading.understanding import again, understand  # after the path above
from union.imports.records.models import ImportState, RosterImport  # after the path above
from union.imports.writing import applying  # after the path above
from union.installation import initialise, upgrade  # after the path above
from union.store.db import Store  # after the path above
from union.store.files import Vaulted  # after the path above
from union.store.reach import Reach  # after the path above
from union.workplaces import actions  # after the path above
from union.workplaces.models import Identity, Site  # after the path above

ROOT = Path(__file__).resolve().parents[1]
SIZES = (10_000, 100_000)
POSTGRES = os.environ.get("UNION_TEST_POSTGRES") or "postgresql://postgres@127.0.0.1:5432/postgres"
COLUMNS = 8
LIMITS = {10_000: (1.5, 1.5, 1.5), 100_000: (10.0, 9.2, 15.0)}  # seconds: preview, apply, preview again, all known


class Bench:
    """An organiser of one workplace, a new one, in an installation; one that is not there yet is made."""

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
            employer = actions.create_employer(session, None, Identity(legal_name=f"Banc {uuid4()}"))
            session.flush()
            self.workplace: UUID = actions.create(session, None, employer, Site(name="Banc")).id
        self.by = uuid4()
        self.reach = Reach(person=self.by, workplaces=frozenset((self.workplace,)))

    def previewed(self, file: Path) -> tuple[UUID, ImportState]:
        """From the file to the kept preview. It is fetched anew for the second reading, as the page does."""
        import_id = uuid4()
        plan = understand(file.read_bytes(), "liste.csv")[1]
        source = any_list.source(
            import_id, self.workplace, Site(name="Banc"), plan, again(file.read_bytes(), plan), self.by, cin=False
        )
        with self.store.reading(self.reach) as session:
            return import_id, any_list.show(session, self.files, plan, source)

    def written(self, import_id: UUID, plan: ImportState) -> int:
        """As the job does it: from the kept preview to the last batch."""
        with self.store.writing(self.reach) as session:
            session.add(RosterImport(id=import_id, workplace_id=self.workplace, plan=plan, version=1))
        source = any_list.shown_source(self.files, import_id, self.workplace, plan, self.by, cin=False)
        people = applying.apply(self.store, self.reach, source).people
        self.store.count_rows()
        return people


def child(database: str, file: Path) -> None:
    """All measures of one size on one database, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), database)
        shown, (import_id, plan) = spent(lambda: bench.previewed(file))
        peaks = [peak()]
        kept = Preview(bench.files, plan.preview_id)  # type: ignore[arg-type]  # kept above
        opened = best(lambda: kept.lines("new", plan.counts.new - 50, 50))
        written, people = spent(lambda: bench.written(import_id, plan))
        peaks.append(peak())
        known, (_, again) = spent(lambda: bench.previewed(file))
        peaks.append(peak())
        if people != plan.counts.rows or again.counts.unchanged != people:
            raise SystemExit(f"the bench expects {plan.counts.rows} people written, and known again, not {people}")
        print(*shown, *written, *known, opened, *peaks)


@contextmanager
def postgres() -> Iterator[str]:
    import psycopg  # here, so that a child on SQLite holds none of it

    name = f"union_bench_{os.getpid()}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield POSTGRES.rsplit("/", 1)[0] + f"/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


class Ours(NamedTuple):
    """What an installation took; memory in megabytes, at the highest until each step was done."""

    preview: Spent
    apply: Spent
    again: Spent
    page: float
    memory: tuple[float, ...]


def _ours(database: str, file: Path) -> Ours:
    command = [sys.executable, __file__, "child", database, str(file)]
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    told = list(map(float, answer.stdout.split()))
    return Ours(Spent(*told[0:2]), Spent(*told[2:4]), Spent(*told[4:6]), told[6], tuple(told[7:]))


def _theirs(folder: Path, name: str, size: int, way: str) -> Taken:
    """One way of theirs, over fewer rows where it would take minutes."""
    few = min(size, FEWER) if way == "default" else size
    with postgres() if name == "postgresql" else nullcontext(str(folder / f"{way}-{size}.db")) as database:
        return scaled(taken(database, folder / f"{few}.csv", way), size / few)


def _told(name: str, size: int, ours: Ours) -> Iterator[Measure]:
    here = f"{name}, {size:,} rows"
    for what, found, limit in zip(
        ("preview", "apply", "preview again, all known"), ours[:3], LIMITS[size], strict=True
    ):
        yield Measure(f"{here}: {what}", found.clock, "s", limit)
    yield Measure(f"{here}: a page of the preview", ours.page * 1000, "ms", 300)
    for what, found in zip(("preview", "apply", "preview again"), ours.memory, strict=True):
        yield Measure(f"{here}: memory at the highest, {what}", found, "MB", 200)


def _beside(name: str, size: int, ours: Ours, theirs: dict[str, Taken]) -> Iterator[Measure]:
    """Ours against their best, on the clock and by processors; every way of theirs is said beside the table."""
    here = f"{name}, {size:,} rows"
    for way, one in {"ours": Taken(ours.preview, ours.apply, ours.memory[1]), **theirs}.items():
        each = [
            f"{size / step.clock:,.0f} rows/s ({step.processors:.2f} s of processors)" if step.clock else "-"
            for step in one[:2]
        ]
        print(f"{here}, {way}: preview {each[0]}, apply {each[1]}, {one.memory:.0f} MB", file=sys.stderr)
    best_way = min((theirs[way] for way in WAYS if way != "bare"), key=lambda one: one.apply.processors)
    yield Measure(f"{here}: apply, at most their best", ours.apply.clock, "s", best_way.apply.clock)
    yield Measure(f"{here}: the same, processors", ours.apply.processors, "s", best_way.apply.processors)


def measure() -> Iterator[Measure]:
    """Each size on each database: ours, theirs, the bare database, one after the other."""
    from bench.tables import roster  # its rows are made here, so that a child's memory holds none of that

    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        for size in SIZES:
            (folder / f"{size}.csv").write_bytes(roster(size, columns=COLUMNS))
        for name in ("sqlite", "postgresql"):
            cost = []
            for size in SIZES:
                with nullcontext("sqlite") if name == "sqlite" else postgres() as database:  # a new one for each size
                    ours = _ours(database, folder / f"{size}.csv")
                yield from _told(name, size, ours)
                yield from _beside(name, size, ours, {way: _theirs(folder, name, size, way) for way in WAYS})
                cost.append(ours.apply.clock / size)
            yield Measure(f"{name}: cost of a row at 100,000 to that at 10,000", cost[1] / cost[0], "times", 1.3)


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(sys.argv[2], Path(sys.argv[3]))
    else:
        for one in measure():
            print(f"{one.what}: {one.measured:.3f} {one.unit} (limit {one.limit:.3f})", flush=True)
