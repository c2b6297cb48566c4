"""The same list brought into one table in clear: by django-import-export in three ways, and by the bare database.

Run in an environment of its own: `python bench/peer/imported.py DATABASE LIST.csv WAY`, where DATABASE is a file of
SQLite or the address of an empty PostgreSQL database. Prints the seconds of the dry run and those of the writing, each
on the clock and of processors, and the most memory held in megabytes.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import django
import psycopg
from django.conf import settings

DATABASE, FILE, WAY = sys.argv[1:4]
ON_POSTGRESQL = DATABASE.startswith("postgresql")


def _database():
    if not ON_POSTGRESQL:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": DATABASE}
    at = urlsplit(DATABASE)
    name, user = at.path[1:], at.username or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": user,
        "PASSWORD": at.password or "",
        "HOST": at.hostname,
        "PORT": at.port or 5432,
    }


settings.configure(
    SECRET_KEY="invented-for-a-measure-on-this-machine-only",
    USE_TZ=True,
    DATABASES={"default": _database()},
    INSTALLED_APPS=["django.contrib.contenttypes", "import_export", "peer"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
django.setup()

import tablib  # noqa: E402  # after the settings, as Django asks
from django.core.management import call_command  # noqa: E402  # as above
from django.db import connection  # noqa: E402  # as above
from import_export.fields import Field  # noqa: E402  # as above
from import_export.instance_loaders import CachedInstanceLoader, ModelInstanceLoader  # noqa: E402  # as above
from import_export.resources import ModelResource  # noqa: E402  # as above
from import_export.widgets import DateWidget  # noqa: E402  # as above
from peer.models import Listed  # noqa: E402  # as above

DAY = DateWidget(format="%d/%m/%Y")
COLUMNS = {
    "number": "Matricule",
    "family_name": "Nom",
    "given_name": "Prénom",
    "sex": "Sexe",
    "born_on": "Date de naissance",
    "phone": "Tél.",
    "email": "E-mail",
    "hired_on": "Date d'embauche",
}
DAYS = {"born_on", "hired_on"}


class Default(ModelResource):
    """As its documentation begins: row by row, with the differences shown."""

    locals().update(
        {
            name: Field(attribute=name, column_name=header, **({"widget": DAY} if name in DAYS else {}))
            for name, header in COLUMNS.items()
        }
    )

    class Meta:
        model = Listed
        import_id_fields = ("number",)
        fields = tuple(COLUMNS)
        use_transactions = True


class Bulk(Default):
    """What its documentation advises for large lists."""

    class Meta(Default.Meta):
        use_bulk = True
        batch_size = 1000
        skip_diff = True
        skip_unchanged = False  # needs the differences
        report_skipped = False
        instance_loader_class = ModelInstanceLoader


class Cached(Bulk):
    """And with all known rows loaded at once: its best."""

    class Meta(Bulk.Meta):
        instance_loader_class = CachedInstanceLoader


WAYS = {"default": Default, "bulk": Bulk, "cached": Cached}


def by_resource(dry_run):
    """From the file to the result, as its two pages do it: each of them reads the file."""
    data = tablib.Dataset().load(Path(FILE).read_text(), format="csv", delimiter=";")
    result = WAYS[WAY]().import_data(data, dry_run=dry_run, raise_errors=True)
    if result.totals["new"] != len(data):
        raise SystemExit(f"the peer took {result.totals} of {len(data)}")


def bare():
    """The limit: the rows read and put into the same table in one statement, nothing interpreted but the days."""
    with Path(FILE).open(newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        listed = [(*row[:4], _iso(row[4]), *row[5:7], _iso(row[7])) for row in rows]
    names = ", ".join(COLUMNS)
    if ON_POSTGRESQL:
        with psycopg.connect(DATABASE) as there, there.cursor().copy(f"COPY peer_listed ({names}) FROM STDIN") as copy:
            for row in listed:
                copy.write_row(row)
    else:
        with sqlite3.connect(DATABASE) as there:
            there.executemany(f"INSERT INTO peer_listed ({names}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", listed)


def _iso(day):
    return f"{day[6:]}-{day[3:5]}-{day[:2]}"


def timed(act, *given):
    """Seconds on the clock, and of processors."""
    begun, used = time.perf_counter(), time.process_time()
    act(*given)
    return time.perf_counter() - begun, time.process_time() - used


def peak():
    """Megabytes held at most, of this program alone: what `getrusage` says holds whoever started it as well."""
    told = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith("VmHWM:")) / 1024


if __name__ == "__main__":
    call_command("migrate", verbosity=0, run_syncdb=True)
    if not ON_POSTGRESQL:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=WAL")
    nothing = (0.0, 0.0)
    preview, apply = (nothing, timed(bare)) if WAY == "bare" else (timed(by_resource, True), timed(by_resource, False))
    if Listed.objects.count() == 0:
        raise SystemExit("nothing was written")
    print(*preview, *apply, peak())
