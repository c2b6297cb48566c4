"""Measure reading and interpreting a roster of 10,000 people, and keying 100,000 names for the search."""

import csv
import io
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # run as a script, from any folder

from union.tables.cells.names import Query, fold, search_key  # after the path above
from union.tables.columns.guessing import fields_of, guess  # after the path above
from union.tables.kinds.roster import interpret  # after the path above
from union.tables.read import read  # after the path above
from union.tables.sandbox import read_limited  # after the path above

_FAMILY = [
    "El Amrani",
    "Chraïbi",
    "Sqalli",
    "Berrada",
    "Aït Lahcen",
    "Ould Brahim",
    "Benjelloun",
    "الفاسي",
    "التازي",
    "شرايبي",
    "بنجلون",
    "Ziani",
]
_GIVEN = [
    "Mohamed",
    "Fatima Zahra",
    "Youssef",
    "Réda",
    "Nour Eddine",
    "Chaïmae",
    "محمد",
    "فاطمة الزهراء",
    "عبد الله",
    "Ghita",
    "Omar",
    "سلمى",
]
_HEADERS = [
    "Matricule",
    "Nom",
    "Prénom",
    "Sexe",
    "Date de naissance",
    "Tél.",
    "E-mail",
    "Date d'embauche",
    "Salaire brut",
]


def roster(people: int, seed: int = 7, columns: int = len(_HEADERS), *, at: int = 0, of: int = 1) -> bytes:
    """Build a CSV of nine columns, or the first of them, UTF-8, as Excel in French would write it.

    It is the list number `at` of so many (`of`) that have nobody in common.
    """
    rng = random.Random(seed + at)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(_HEADERS[:columns])
    mine = range(10**8 * at // of, 10**8 * (at + 1) // of)
    phones = rng.sample(mine, people)  # two people with one telephone are asked about: the lists ask nothing
    for number in range(people):
        born = date(1970, 1, 1) + timedelta(days=rng.randrange(12_000))
        hired = min(born + timedelta(days=19 * 366 + rng.randrange(3_000)), date(2026, 6, 1))
        phone = f"06{phones[number]:08d}"
        wage = f"{rng.randrange(3_000, 9_000)},{rng.randrange(100):02d}"
        name = rng.choice(_FAMILY) + rng.choice(["", "", " " + chr(97 + number % 26) * 3]), rng.choice(_GIVEN)
        mail = f"membre{at * people + number}@example.ma"
        row = (number, *name, "FH"[number % 2], f"{born:%d/%m/%Y}", phone, mail, f"{hired:%d/%m/%Y}", wage)
        writer.writerow(row[:columns])
    return out.getvalue().encode()


def _seconds(work: Callable[[], object], times: int = 3) -> float:
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return best


def _interpreted(data: bytes) -> None:
    table = read(data, "liste.csv")
    mapping = fields_of(guess(table))
    result = interpret(table, mapping, today=date(2026, 11, 24))
    if len(result.good) != len(table.rows):
        raise SystemExit(f"the bench expects a clean list: {result.problems[:3]}")


def measure() -> list[tuple[str, float, str, float]]:
    """Return (what, measured, unit, limit) for each measure; lower is better for every one."""
    data = roster(10_000)
    rng = random.Random(3)
    names = [f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}{rng.randrange(3_000)}" for _ in range(100_000)]
    keys = [search_key(name) for name in names]
    query = Query("محمد الفاسي")
    sample = (Path(__file__).resolve().parents[1] / "tests/data/tanger.xlsx").read_bytes()
    return [
        ("10,000-row CSV of 9 columns, read", _seconds(lambda: read(data, "liste.csv")), "s", 0.3),
        ("10,000-row CSV of 9 columns, read and interpreted", _seconds(lambda: _interpreted(data)), "s", 0.8),
        ("fold of 100,000 names", _seconds(lambda: [fold(name) for name in names]), "s", 0.4),
        ("search key of 100,000 names", _seconds(lambda: [search_key(name) for name in names]), "s", 0.8),
        ("one search over 100,000 keys", _seconds(lambda: [key for key in keys if query.finds(key)]), "s", 0.4),
        ("workbook of 30 rows in the limited child", _seconds(lambda: read_limited(sample, "t.xlsx")), "s", 0.5),
    ]


if __name__ == "__main__":
    for what, measured, unit, limit in measure():
        print(f"{what}: {measured:.3f} {unit} (limit {limit})")
