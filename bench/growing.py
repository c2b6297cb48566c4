"""Measure whether an import grows with what other workplaces hold: a list of 100,000 into an empty register, and the
same into one of a million people elsewhere, on both databases, each list in a process of its own.

What PostgreSQL itself takes is read from the system where it runs on this machine: all that it does meanwhile, so it
should have nothing else to do."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, from any folder

from bench.imports import COLUMNS, ROOT, Bench, postgres  # after the path above
from bench.measuring import Measure, Spent, peak, spent  # after the path above

SIZE, LISTS = 100_000, 11  # the last comes to a million people
LIMIT = 1.1  # of the last list against the first


class Took(NamedTuple):
    """What one list took; memory in megabytes, at the highest until each step was done."""

    preview: Spent
    apply: Spent
    memory: tuple[float, float]
    server: float = 0.0  # processors of PostgreSQL, for both steps


def child(folder: Path, database: str, file: Path) -> None:
    """One list into a workplace of its own, in a process of its own."""
    bench = Bench(folder, database)
    shown, (import_id, plan) = spent(lambda: bench.previewed(file))
    peaks = [peak()]
    written, people = spent(lambda: bench.written(import_id, plan))
    peaks.append(peak())
    if people != plan.counts.rows:
        raise SystemExit(f"the bench expects {plan.counts.rows} people written, not {people}")
    print(*shown, *written, *peaks)


def _took(folder: Path, database: str, file: Path) -> Took:
    command = [sys.executable, __file__, "child", str(folder), database, str(file)]
    before = _server(database)
    answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
    told = list(map(float, answer.stdout.split()))
    return Took(Spent(*told[0:2]), Spent(*told[2:4]), (told[4], told[5]), _server(database) - before)


def _server(database: str) -> float:
    """Seconds of processors that a PostgreSQL on this machine has taken since it began; 0 for any other database."""
    if database == "sqlite":
        return 0.0
    import psycopg  # here, so that a child on SQLite holds none of it

    with psycopg.connect(database) as connection:
        session = Path(f"/proc/{connection.info.backend_pid}/stat")
        if not session.exists():
            return 0.0
        head = session.read_text().rpartition(")")[2].split()[1]  # whose child it is
        running = Path(f"/proc/{head}/task/{head}/children").read_text().split()
        return sum(_ticks(pid) for pid in (head, *running)) / os.sysconf("SC_CLK_TCK")


def _ticks(pid: str) -> int:
    """What a process has taken, and those of its children that have ended."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return 0  # it ended meanwhile
    return sum(map(int, told.rpartition(")")[2].split()[11:15]))


def _grown(folder: Path, name: str, database: str, size: int, lists: int) -> Iterator[Measure]:
    """The first list and the last; those between are told beside the table."""
    from bench.tables import roster  # its rows are made here, so that a child's memory holds none of that

    took, file = [], folder / "list.csv"
    for at in range(lists):
        file.write_bytes(roster(size, columns=COLUMNS, at=at, of=lists))
        one = _took(folder, database, file)
        took.append(one)
        print(
            f"{name}, {at * size:,} elsewhere: preview {one.preview.processors:.2f} s, apply "
            f"{one.apply.processors:.2f} s of "
            f"processors ({one.preview.clock:.2f} and {one.apply.clock:.2f} s), the server {one.server:.2f} s, "
            f"{one.memory[0]:.0f} and {one.memory[1]:.0f} MB",
            file=sys.stderr,
        )
    first, last = took[0], took[-1]
    here = f"{name}, {size:,} rows, {size * (lists - 1):,} elsewhere to none"
    for what in ("preview", "apply"):
        ratio = getattr(last, what).processors / getattr(first, what).processors
        yield Measure(f"{here}: {what}, processors", ratio, "times", LIMIT)
    if first.server:
        yield Measure(f"{here}: the server, processors", last.server / first.server, "times", LIMIT)
        whole = [sum((one.preview.processors, one.apply.processors, one.server)) for one in (first, last)]
        yield Measure(f"{here}: all together, processors", whole[1] / whole[0], "times", LIMIT)
    for what, at in (("preview", 0), ("apply", 1)):
        yield Measure(f"{here}: {what}, memory", last.memory[at] / first.memory[at], "times", LIMIT)


def measure(size: int = SIZE, lists: int = LISTS) -> Iterator[Measure]:
    """All lists on each database, one after the other."""
    for name in ("sqlite", "postgresql"):
        with (
            tempfile.TemporaryDirectory() as folder,
            nullcontext("sqlite") if name == "sqlite" else postgres() as place,
        ):
            yield from _grown(Path(folder), name, place, size, lists)


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
    else:
        for one in measure(*map(int, sys.argv[1:3])):
            print(f"{one.what}: {one.measured:.3f} {one.unit} (limit {one.limit:.3f})", flush=True)
