"""A full disk and a broken page: pages say so and lose nothing, and `/health` is no longer well."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from bs4 import BeautifulSoup
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.conftest import COMPLETE, ON_ONE_DATABASE
from tests.imports.lists import made, previewed, uploaded
from tests.imports.test_cluster import WITH_PROGRAMS, Cluster
from union.app import Union, open_store
from union.store import health
from union.store.db import Store
from union.store.health import Health


class Small:
    """A disk of its own that can be filled up, and emptied again."""

    def __init__(self, folder: Path, size: str) -> None:
        self.folder, self.ballast = folder, folder / "ballast"
        folder.mkdir(exist_ok=True, mode=0o700)
        line = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(folder)]
        if subprocess.run(line, capture_output=True, check=False).returncode:
            (pytest.fail if COMPLETE else pytest.skip)("no disk of its own may be mounted here")

    def fill(self) -> None:
        with suppress(OSError), self.ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def empty(self) -> None:
        self.ballast.unlink()


@contextmanager
def small(folder: Path, size: str) -> Iterator[Small]:
    disk = Small(folder, size)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@ON_ONE_DATABASE
@pytest.mark.parametrize(("language", "said"), [("fr", "Le disque du serveur est plein"), ("ar", "قرص الخادم ممتلئ")])
def test_an_upload_on_a_full_disk_is_refused_with_a_sentence_and_leaves_nothing(
    app: Union, cast: Cast, olu: Visitor, language: str, said: str
) -> None:
    app.config["SHOW_ERRORS"] = False
    with small(app.files.folder, "256k") as disk:
        disk.fill()
        olu.get(f"/imports/new?lang={language}")
        answer = uploaded(olu, cast.here, made(3000), status=503)
        assert said in BeautifulSoup(answer, "html.parser").h1.text
        assert [one.name for one in app.files.folder.iterdir()] == ["ballast"]
        disk.empty()
        assert uploaded(olu, cast.here, made(20)).startswith("/imports/")


@ON_ONE_DATABASE
def test_a_file_that_cannot_be_put_for_another_reason_is_no_full_disk(app: Union, cast: Cast, olu: Visitor) -> None:
    app.config["SHOW_ERRORS"] = False
    app.files.folder.write_text("a file in the place of the folder")
    uploaded(olu, cast.here, made(20), status=500)


@ON_ONE_DATABASE
def test_a_page_whose_file_is_missing_says_what_to_put_back(app: Union, cast: Cast, olu: Visitor) -> None:
    """As after a database was put back without its files."""
    app.config["SHOW_ERRORS"] = False
    address = uploaded(olu, cast.here, made(20))
    shutil.rmtree(app.files.folder)
    answer = previewed(olu, address, 409)
    assert "dossier «\u00a0files\u00a0»" in answer.text


def test_health_writes(app: Union, stranger: Visitor) -> None:
    """As often as it may, and no more often, whoever asks."""
    now = [0.0]
    app.health = Health(app.store, app.settings.state, lambda: now[0])

    def beats() -> int:
        with app.store.engine.connect() as connection:
            return int(connection.scalar(text("SELECT sum(beats) FROM pulse")) or 0)

    for _ in range(20):
        stranger.get("/health")
    assert beats() == 1
    now[0] += health.EVERY
    for _ in range(20):
        assert stranger.get("/health").json == {"status": "ok", "database": "ok", "key": "ok"}
    assert beats() == 2
    assert not list(app.settings.state.glob("pulse*"))


def test_it_is_not_well_where_no_row_can_be_written(app: Union, stranger: Visitor) -> None:
    now = [0.0]
    app.health = Health(app.store, app.settings.state, lambda: now[0])
    stranger.get("/health")
    refusing = {
        True: (
            "CREATE TRIGGER full_disk BEFORE UPDATE ON pulse BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        ),
        False: "CREATE TRIGGER full_disk BEFORE UPDATE ON pulse EXECUTE FUNCTION full_disk()",
    }
    with app.store.engine.begin() as connection:
        if not app.store.on_sqlite:
            connection.execute(
                text(
                    "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
                    " $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
                )
            )
        connection.execute(text(refusing[app.store.on_sqlite]))
    try:
        stranger.get("/health")  # what was seen a moment ago
        now[0] += health.EVERY
        assert stranger.get("/health", 503).json == {"status": "unavailable"}
        assert stranger.get("/health", 503).json == {"status": "unavailable"}
    finally:
        with app.store.engine.begin() as connection:
            gone = "DROP TRIGGER full_disk" if app.store.on_sqlite else "DROP FUNCTION full_disk CASCADE"
            connection.execute(text(gone))
    now[0] += health.EVERY
    stranger.get("/health")


@ON_ONE_DATABASE
def test_it_is_not_well_on_a_full_disk(app: Union, stranger: Visitor, tmp_path: Path) -> None:
    """That of the state folder, wherever the database is."""
    now = [0.0]
    with small(tmp_path / "disk", "64k") as disk:
        app.health = Health(app.store, disk.folder, lambda: now[0])
        stranger.get("/health")
        disk.fill()
        now[0] += health.EVERY
        stranger.get("/health", 503)
        assert [one.name for one in disk.folder.iterdir()] == ["ballast"]
        disk.empty()
        now[0] += health.EVERY
        stranger.get("/health")


def test_it_is_not_well_where_the_disk_of_sqlite_is_full(sqlite_template: Path, key_file: Path, tmp_path: Path) -> None:
    now = [0.0]
    with small(tmp_path / "disk", "2m") as disk:
        shutil.copytree(sqlite_template, disk.folder / "state")
        store = open_store(config.read({"UNION_STATE": str(disk.folder / "state"), "UNION_KEY_FILE": str(key_file)}))
        looked = Health(store, tmp_path, lambda: now[0])
        assert looked.well()
        disk.fill()
        now[0] += health.EVERY
        assert not looked.well()
        disk.empty()
        now[0] += health.EVERY
        assert looked.well()
        store.engine.dispose()


def test_one_looks_at_a_time(app: Union) -> None:
    """Who asks while a look hangs is answered at once, and after a while told that it is not well."""
    now, asked, go_on = [0.0], threading.Event(), threading.Event()
    looked = Health(app.store, app.settings.state, lambda: now[0])
    look = looked._look

    def hanging() -> bool:
        asked.set()
        go_on.wait(30)
        return look()

    looked._look = hanging  # type: ignore[method-assign]  # a database that does not answer
    thread = threading.Thread(target=looked.well)
    thread.start()
    asked.wait(30)
    assert looked.well()
    now[0] += health.PATIENCE
    assert not looked.well()
    go_on.set()
    thread.join(30)
    assert looked.well()


def spoil(store: Store, table: str) -> None:
    """Overwrite the first page of a table in SQLite's file, as a bad block does."""
    with closing(store.engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = cursor.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = cursor.execute("PRAGMA page_size").fetchone()
    store.engine.dispose()
    with open(store.url.removeprefix("sqlite:///"), "r+b") as file:
        file.seek((page - 1) * size)
        file.write(os.urandom(size))


@ON_ONE_DATABASE
@pytest.mark.parametrize(
    ("language", "said"), [("fr", "La base de données est endommagée"), ("ar", "قاعدة البيانات متضررة")]
)
def test_a_broken_page_is_503_on_pages_and_in_health(
    app: Union, sal: Visitor, stranger: Visitor, language: str, said: str
) -> None:
    app.config["SHOW_ERRORS"] = False
    sal.get(f"/employers?lang={language}")
    stranger.get("/health")
    spoil(app.store, "employer")
    answer = sal.get("/employers", 503)
    assert said in answer.text
    assert stranger.get("/health", 503).json == {"status": "unavailable"}
    sal.get("/account")  # what needs nothing of it is answered


@ON_ONE_DATABASE
def test_a_broken_page_that_nobody_read_is_found(app: Union, cast: Cast, stranger: Visitor) -> None:
    now = [0.0]
    app.health = Health(app.store, app.settings.state, lambda: now[0])
    spoil(app.store, "submission")
    stranger.get("/health")
    now[0] += health.FIRST_WHOLE
    app.health.well()
    for thread in threading.enumerate():
        if thread.name == "look through":
            thread.join(30)
    stranger.get("/health", 503)


@ON_ONE_DATABASE
def test_a_file_is_not_looked_through_more_often_than_it_may(app: Union, monkeypatch: pytest.MonkeyPatch) -> None:
    now, begun = [0.0], list[float]()
    looked = Health(app.store, app.settings.state, lambda: now[0])
    monkeypatch.setattr(looked, "look_through", lambda: begun.append(now[0]))
    for _ in range(100):
        now[0] += 60
        looked.well()
    assert len(begun) == 2


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    own = Cluster(Path(tempfile.mkdtemp(prefix="union-cluster-")))
    yield own
    own.remove()


@pytest.mark.parametrize("database", WITH_PROGRAMS)
def test_a_broken_page_of_postgresql_is_noticed(cluster: Cluster, database: str) -> None:
    with psycopg.connect(cluster.address("postgres"), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT generate_series(1, 1000) AS one")
        (path,) = connection.execute("SELECT pg_relation_filepath('kept')").fetchone() or ("",)
    cluster.run("pg_ctl", "-w", "-D", str(cluster.folder / "data"), "stop")
    with (cluster.folder / "data" / path).open("r+b") as file:
        file.write(os.urandom(8192))
    cluster.start()
    store = Store(cluster.address("postgres").replace("postgresql://", "postgresql+psycopg://"))
    with store.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        assert not store.damage.is_set()
        with pytest.raises(DBAPIError):
            connection.execute(text("SELECT count(*) FROM kept"))
    assert store.damage.is_set()
    store.engine.dispose()
