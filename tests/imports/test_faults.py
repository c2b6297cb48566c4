"""The ground gives way under an import: in the end it stands as if nothing had been, nobody lost and nobody twice."""

from __future__ import annotations

import random
import shutil
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Engine, event, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import Pool

from tests.browsing import Visitor
from tests.cast import Cast
from tests.conftest import DATABASES
from tests.imports.lists import at, begun, count, filled, in_batches_of, made, previewed, tokens, uploaded, work_off
from union.app import Union
from union.imports.records.models import ImportState, RosterImport, Stage
from union.imports.writing import applying, inserting
from union.jobs.worker import Job
from union.record import chain
from union.store import outages

PEOPLE, BATCH = 400, 40
HELD = 6  # seconds: longer than a writer waits
ON_SQLITE, ON_POSTGRES = (
    pytest.mark.parametrize("database", [one for one in DATABASES if one == name], indirect=True)
    for name in ("sqlite", "postgresql")
)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    in_batches_of(monkeypatch, BATCH)
    monkeypatch.setattr(outages, "PAUSES", ())  # what waits is tried by itself


@pytest.fixture
def pages_limited() -> Iterator[list[int]]:
    """How many pages the file of the database may have, whichever connection adds to it: an import has its own."""
    limit = [1 << 30]

    def limited(connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {limit[0]}")

    event.listen(Pool, "checkout", limited)
    yield limit
    event.remove(Pool, "checkout", limited)


def plan(app: Union, address: str) -> ImportState:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan


def ready(olu: Visitor, cast: Cast, people: int = PEOPLE) -> str:
    address = uploaded(olu, cast.here, made(people))
    previewed(olu, address)
    begun(olu, address)
    return address


def gone_on_with(app: Union, olu: Visitor, address: str) -> None:
    """To the end: by the worker itself, or by whoever presses the button again.

    The page's own button is asked for, not the stage in the row: a disk may have had place for one of the two
    rows that say that the work broke off, and the page believes either.
    """
    form = olu.page(address).select_one(f"form[action='{address}/apply'] input[name=version]")
    if form is not None:
        olu.post(f"{address}/apply", {"version": form["value"]})
    work_off(app)
    assert plan(app, address).stage is Stage.DONE


def whole(app: Union, cast: Cast, people: int = PEOPLE) -> None:
    """Everything is as after a run without any fault: each person once, with their tokens, and a record that holds."""
    numbers = Counter(work.terms.employee_number for _member, work in at(app.store, cast.here))
    assert {number: times for number, times in numbers.items() if number} == {
        f"{one:05d}": 1 for one in range(1, people + 1)
    }
    assert len(tokens(app.store)) == len(set(tokens(app.store))) == 3 * people
    with app.store.maintaining() as session:
        assert chain.verify(session).bad is None


@contextmanager
def during(monkeypatch: pytest.MonkeyPatch, batch: int, act: Any, *, inside: bool = False) -> Iterator[None]:
    """Something happens before that batch is written, counted from 1, or inside its transaction.

    In the thread that writes: the next batch may be sealed in another one meanwhile.
    """
    where, name = (inserting, "write") if inside else (applying, "_in_turn")
    step, seen = getattr(where, name), []

    def stepped(*given: Any) -> Any:
        seen.append(given)
        if len(seen) == batch:
            act()
        return step(*given)

    with monkeypatch.context() as then:
        then.setattr(where, name, stepped)
        yield
    assert len(seen) >= batch


@ON_SQLITE  # a full PostgreSQL stops as a whole: see its restart below
@pytest.mark.parametrize("spare", [0, 8, 60])
def test_a_full_disk(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch, pages_limited: list[int], spare: int
) -> None:
    """SQLite says SQLITE_FULL where no page is left, on a disk as under its own limit of pages."""
    limit = pages_limited
    address = ready(olu, cast)

    def fill() -> None:
        with sqlite3.connect(app.settings.database_file or "") as own:
            limit[0] = own.execute("PRAGMA page_count").fetchone()[0] + spare

    with during(monkeypatch, 2, fill):
        work_off(app)
    written = count(app.store)
    assert written < PEOPLE
    assert plan(app, address).stage in {Stage.FAILED, Stage.RUNNING}
    assert olu.get(address).status_code == 200
    limit[0] = 1 << 30
    assert plan(app, address).imported % BATCH == 0
    gone_on_with(app, olu, address)
    whole(app, cast)


@ON_POSTGRES
@pytest.mark.parametrize(("batch", "inside"), [(1, False), (3, True), (9, True)])
def test_a_database_that_drops_its_connections(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch, batch: int, inside: bool
) -> None:
    """As a restart of PostgreSQL does to whoever is in it."""
    address = ready(olu, cast)

    def terminate() -> None:
        with psycopg.connect(app.settings.database.replace("+psycopg", ""), autocommit=True) as own:
            own.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    with during(monkeypatch, batch, terminate, inside=inside):
        work_off(app)
    gone_on_with(app, olu, address)
    whole(app, cast)


@pytest.mark.parametrize("batch", [1, 3, 8])
def test_a_database_that_is_away_for_a_while(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    """Nothing is answered, and the end of the work cannot be written either, until it was waited for: then it goes
    on."""
    address = ready(olu, cast)
    away: list[str] = []

    def refuse(*_: Any) -> None:
        if away:
            raise OperationalError("any", {}, Exception("the database system is starting up"))

    monkeypatch.setattr(outages, "PAUSES", (1, 1))
    monkeypatch.setattr(outages, "sleep", lambda _seconds: away.clear())
    event.listen(Engine, "before_cursor_execute", refuse)
    try:
        with during(monkeypatch, batch, lambda: away.append("restarted")):
            work_off(app)
    finally:
        event.remove(Engine, "before_cursor_execute", refuse)
    assert not away
    assert plan(app, address).stage is Stage.DONE
    whole(app, cast)


@ON_SQLITE
def test_a_file_that_another_program_holds_locked(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = ready(olu, cast)
    other = sqlite3.connect(app.settings.database_file or "", check_same_thread=False, isolation_level=None)

    free = threading.Timer(HELD, lambda: other.execute("ROLLBACK"))

    def lock() -> None:
        other.execute("BEGIN IMMEDIATE")
        free.start()

    with during(monkeypatch, 2, lock):
        work_off(app)
    free.join()
    gone_on_with(app, olu, address)
    other.close()
    whole(app, cast)


def test_two_lists_of_one_workplace_at_once(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """The same people from two organisers: the second compares again, and brings in nobody twice."""
    addresses = [ready(olu, cast), ready(sal, cast)]
    with app.store.maintaining() as session:
        jobs = [session.get_one(RosterImport, UUID(one.rsplit("/", 1)[1])).job_id for one in addresses]
    workers = [threading.Thread(target=app.worker._run, args=(str(job),)) for job in jobs]
    for one in workers:
        one.start()
    for one in workers:
        one.join(120)
    work_off(app)
    assert {plan(app, one).stage for one in addresses} == {Stage.DONE}
    assert sum(plan(app, one).imported for one in addresses) == PEOPLE
    whole(app, cast)


def test_two_tabs_begin_one_list(app: Union, cast: Cast, olu: Visitor) -> None:
    """Both at once, and a third later: one of them begins it, and there is one job."""
    address = uploaded(olu, cast.here, made(PEOPLE))
    previewed(olu, address)
    form = next(
        form for form in olu.page(f"{address}/preview").select("main form") if form["action"].endswith("/apply")
    )
    tabs = [olu, Visitor(app, cast.olu), Visitor(app, cast.olu)]
    sent = [{**filled(form), "csrf_token": tab._csrf(), "form_token": str(at) * 22} for at, tab in enumerate(tabs)]
    answers, together = [0, 0, 0], threading.Barrier(2)

    def begin(at: int) -> None:
        together.wait(30)
        answers[at] = tabs[at].client.post(f"{address}/apply", data=sent[at]).status_code

    both = [threading.Thread(target=begin, args=(at,)) for at in (0, 1)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    answers[2] = tabs[2].client.post(f"{address}/apply", data=sent[2]).status_code
    assert 302 in answers
    assert set(answers) <= {302, 409, 422}  # whoever comes too late is led to where the list stands, or told
    with app.store.maintaining() as session:
        jobs = [
            one for one in session.scalars(select(Job)) if one.brief.asked.get("import") == address.rsplit("/", 1)[1]
        ]
        assert len(jobs) == 1
    work_off(app)
    assert plan(app, address).imported == PEOPLE
    whole(app, cast)


@ON_SQLITE
def test_power_lost_while_the_log_is_written(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Copies of the database as it lay at some instants, its log cut or torn at random places: each opens, and is
    whole.

    A commit is in the log before it is answered, so that a copy whose log is not cut holds every batch told by then.
    """
    file, copies, chance = app.settings.database_file, [], random.Random(3)
    assert file is not None
    before = count(app.store)
    ready(olu, cast)

    def keep() -> None:
        folder = tmp_path / f"copy-{len(copies)}"
        folder.mkdir()
        for ending in ("", "-wal"):
            if (path := Path(f"{file}{ending}")).exists():
                shutil.copy(path, folder / f"union.db{ending}")
        copies.append((folder, count(app.store)))

    seal = inserting.sealed
    with monkeypatch.context() as then:
        then.setattr(inserting, "sealed", lambda *given: (keep(), seal(*given))[1])
        work_off(app)
    assert len(copies) == PEOPLE // BATCH
    for folder, told in copies:
        assert _people(folder / "union.db") == told
        wal = (folder / "union.db-wal").read_bytes()
        for attempt in range(4):
            torn = bytearray(wal[: chance.randrange(len(wal) + 1)])
            if attempt % 2 and len(torn) > 4200:
                place = chance.randrange(len(torn) - 4100, len(torn))
                torn[place] ^= 0xFF
            (folder / "union.db-wal").write_bytes(torn)
            (folder / "union.db-shm").unlink(missing_ok=True)
            left = _people(folder / "union.db")
            assert left <= told
            assert left <= before or (left - before) % BATCH == 0  # whole batches, or none
        (folder / "union.db-wal").write_bytes(wal)
    whole(app, cast)


def _people(path: Path) -> int:
    """How many people a copy of a database holds, after it was found sound."""
    copy = path.with_name("opened.db")
    for ending in ("", "-wal"):
        if Path(f"{path}{ending}").exists():
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
        else:
            Path(f"{copy}{ending}").unlink(missing_ok=True)
    Path(f"{copy}-shm").unlink(missing_ok=True)
    with sqlite3.connect(copy) as own:
        assert own.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (found,) = own.execute("SELECT count(*) FROM member").fetchone()
    own.close()
    return int(found)
