"""Measure the import of a list of 10,000 people: its preview, its writing with envelopes and tokens, the memory of both."""

import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, from any folder

import config  # after the path above
from bench.sheets import roster  # after the path above
from union.app import open_store  # after the path above
from union.imports import applying, planning  # after the path above
from union.imports.models import RosterImport  # after the path above
from union.imports.understanding import understand  # after the path above
from union.imports.writing import Way  # after the path above
from union.installation import initialise  # after the path above
from union.reach import Reach  # after the path above
from union.workplaces import actions  # after the path above
from union.workplaces.models import Identity, Site  # after the path above

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = 10_000
EVERYWHERE = Reach(everywhere=True)


def _installation(folder: Path) -> config.Settings:
    settings = config.read({"UNION_STATE": str(folder / "state"), "UNION_KEY_FILE": str(folder / "key" / "root.key")})
    initialise(settings)
    return settings


def _once(folder: Path, people: int) -> tuple[float, float, float]:
    """Seconds of the preview, of the writing, and of the preview of the same list again, everybody being known."""
    store = open_store(_installation(folder))
    data = roster(people)
    with store.writing(EVERYWHERE) as session:
        employer = actions.create_employer(session, None, Identity(legal_name="Banc"))
        session.flush()
        workplace_id = actions.create(session, None, employer, Site(name="Banc")).id
    begun = time.perf_counter()
    source, plan = _previewed(store, data, workplace_id)
    shown = time.perf_counter()
    with store.writing(EVERYWHERE) as session:
        session.add(RosterImport(id=source.way.import_id, workplace_id=workplace_id, plan=plan, version=1))
    done = applying.apply(store, lambda: EVERYWHERE, source).people
    written = time.perf_counter()
    _previewed(store, data, workplace_id)
    if done != people:
        raise SystemExit(f"the bench expects {people} people written, not {done}")
    return shown - begun, written - shown, time.perf_counter() - written


def _previewed(store, data, workplace_id):  # type: ignore[no-untyped-def]  # a step of the bench
    table, plan = understand(data, "liste.csv")
    read = planning.read_rows(table, plan.mapping, ("Banc",), date(2026, 11, 24))
    source = applying.Source(table, plan.mapping, read, Way(uuid4(), workplace_id, None, date(2026, 11, 24)))
    with store.reading(EVERYWHERE) as session:
        applying.look(session, source)
    return source, plan


def measure() -> list[tuple[str, float, str, float]]:
    """Return (what, measured, unit, limit); each in a process of its own, lower is better for every one."""
    answer = subprocess.run([sys.executable, __file__, "child"], capture_output=True, text=True, check=True, cwd=ROOT)
    preview, writing, again, memory = map(float, answer.stdout.split()[-4:])
    return [
        ("preview of 10,000 rows", preview, "s", 1.5),
        ("writing 10,000 people, sealed, with tokens and record", writing, "s", 2.5),
        ("preview of the same list again, 10,000 known", again, "s", 1.5),
        ("memory at the highest, both together", memory, "MB", 200),
    ]


def child() -> None:
    with tempfile.TemporaryDirectory() as folder:
        seconds = _once(Path(folder), int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE)
    print(*seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child()
    else:
        for what, measured, unit, limit in measure():
            print(f"{what}: {measured:.3f} {unit} (limit {limit})")
