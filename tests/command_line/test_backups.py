"""A backup is taken while people write, and restored over an installation that was used since: all of it, or
nothing."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import inspect, select, text

import config
from tests.cast import PASSWORD, Cast
from tests.commanding import Said, around, union
from tests.conftest import ON_ONE_DATABASE, POSTGRES
from tests.files.bucket import served
from tests.serving import free_port, running
from union.accounts import authentication
from union.accounts.models import Account
from union.app import open_store
from union.backups import in_postgresql
from union.installation import NotReady, initialise
from union.jobs.worker import Brief, Job, JobState
from union.record import chain
from union.store import files
from union.store.db import Store

Digests = dict[str, str]


@pytest.fixture
def postgres_url(key_file: Path, worker_id: str, tmp_path: Path) -> Iterator[str]:
    """A database of each test's own: its tables are exchanged."""
    name = f"{os.environ.get('UNION_TEST_DATABASE', 'union_test')}_restored_{worker_id}"
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    url = POSTGRES.rsplit("/", 1)[0] + f"/{name}"
    (tmp_path / "first").mkdir(mode=0o700)
    initialise(
        config.read({"UNION_STATE": str(tmp_path / "first"), "UNION_KEY_FILE": str(key_file), "UNION_DATABASE": url})
    )
    yield url
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def digests(settings: config.Settings) -> Digests:
    """Of every table, by its rows in the order of their ids."""
    store = Store(settings.database)
    with store.engine.connect() as connection:
        found = {}
        for table in inspect(connection).get_table_names():
            rows = sorted(repr(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}")))
            found[table] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    store.engine.dispose()
    return found


def write(store: Store, cast: Cast, words: str) -> None:
    """An act, which is a line of the record as well."""
    with store.maintaining() as session:
        chain.note(session, cast.sal, chain.Act.CHANGED, "account", cast.ann, words)


def keep(store: Store, settings: config.Settings, cast: Cast, content: bytes) -> UUID:
    """A sealed file, and the row that names it."""
    file_id = files.of(settings).put(content)
    with store.maintaining() as session:
        brief = Brief(result={"file": str(file_id)})
        session.add(
            Job(account_id=cast.sal, kind="archive", state=JobState.DONE, tries=1, done=1, total=1, brief=brief)
        )
    return file_id


def in_place(settings: config.Settings) -> dict[str, str]:
    """The variables of this installation, with where its files lie."""
    return around(settings) | {"UNION_FILES": settings.files}


def backed_up(settings: config.Settings, to: Path) -> Path:
    answer = union("backup", to, environment=in_place(settings))
    assert answer.code == 0, answer.err
    assert "The key is not in it" in answer.out
    return to


def restored(settings: config.Settings, source: Path, *more: str) -> Said:
    return union("restore", source, "--yes", *more, environment=in_place(settings))


def left_over(settings: config.Settings) -> list[str]:
    return sorted(
        one.name
        for one in settings.state.iterdir()
        if one.name.startswith(("files.", "restoring", "union.db.before", "union.db.restored"))
    )


def test_a_used_installation_is_what_it_was(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    kept = keep(store, settings, cast, b"a list of before")
    write(store, cast, "before")
    before, backup = digests(settings), backed_up(settings, tmp_path / "one.backup")
    assert backup.stat().st_mode & 0o777 == 0o600
    later = keep(store, settings, cast, b"a list of after")
    files.Vaulted(settings.state / "files").remove(kept)
    for number in range(190):  # the log of SQLite is long, and stays
        write(store, cast, f"after {number}")
    with store.maintaining() as session:
        session.execute(text("UPDATE account SET disabled = true"))
    answer = restored(settings, backup)
    assert answer.code == 0, answer.err
    assert answer.out.splitlines()[-1].endswith("entries hold.")
    assert digests(settings) == before
    assert left_over(settings) == []
    again = open_store(settings)
    vault = files.Vaulted(settings.state / "files")
    assert vault.get(kept) == b"a list of before"
    assert not vault.holds(later)
    assert authentication.sign_in(again, "ann", PASSWORD, "a browser")
    with again.maintaining() as session:
        assert chain.verify(session).bad is None
        assert session.scalar(select(Account.disabled).where(Account.id == cast.ann)) is False
    again.engine.dispose()


def test_it_is_taken_while_others_write(settings: config.Settings, store: Store, cast: Cast, tmp_path: Path) -> None:
    ended, told = threading.Event(), list[int]()

    def write_on() -> None:
        while not ended.is_set():
            write(store, cast, "x" * 2000)
            told.append(1)

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        while len(told) < 5:
            ended.wait(0.01)
        at = len(told)
        backup = backed_up(settings, tmp_path / "one.backup")
        assert len(told) > at, "nobody waited for it"
    finally:
        ended.set()
        writer.join(30)
    assert restored(settings, backup).code == 0
    found = union("audit", "verify", environment=around(settings))
    assert found.code == 0
    assert at <= int(found.out.split()[0]) <= len(told)


def test_it_is_laid_on_an_empty_machine(settings: config.Settings, store: Store, cast: Cast, tmp_path: Path) -> None:
    """Where the key alone is: no `union init` before, which would make tables of another installation."""
    kept = keep(store, settings, cast, b"a list")
    before, backup = digests(settings), backed_up(settings, tmp_path / "one.backup")
    store.engine.dispose()
    shutil.rmtree(settings.state)
    if not settings.on_sqlite:
        with psycopg.connect(settings.database.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute("CREATE SCHEMA public")
    answer = restored(settings, backup)
    assert answer.code == 0, answer.err
    assert digests(settings) == before
    assert files.Vaulted(settings.state / "files").get(kept) == b"a list"
    assert settings.state.stat().st_mode & 0o777 == 0o700


@pytest.fixture
def buckets() -> Iterator[tuple[str, str]]:
    """The addresses of two empty buckets of a server that speaks S3."""
    with served("before") as bucket:
        first = bucket.address
        bucket.name = "after"
        bucket.asked("PUT", data=b"")
        yield first, bucket.address


@ON_ONE_DATABASE
@pytest.mark.parametrize("into", ["folder", "empty bucket", "the same bucket"])
def test_the_files_of_a_bucket_go_along_and_into_either_place(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path, buckets: tuple[str, str], into: str
) -> None:
    before, after = buckets
    there = dataclasses.replace(settings, files=before)
    kept, long = keep(store, there, cast, b"a letter"), keep(store, there, cast, b"x" * 3_000_000)
    assert not list((settings.state / "files").glob("*.sealed"))
    told, backup = digests(settings), backed_up(there, tmp_path / "one.backup")
    later = keep(store, there, cast, b"of after the backup")
    store.engine.dispose()
    if into != "the same bucket":
        shutil.rmtree(settings.state)
    place = dataclasses.replace(settings, files={"folder": "", "empty bucket": after}.get(into, before))
    answer = restored(place, backup)
    assert (answer.code, answer.err) == (0, "")
    assert digests(settings) == told
    found = files.of(place)
    assert found.missing({kept, long}) == 0
    assert (found.get(kept), found.get(long)) == (b"a letter", b"x" * 3_000_000)
    assert found.missing({later}) == (0 if into == "the same bucket" else 1)  # no row names it: it goes after days
    assert left_over(settings) == []


@ON_ONE_DATABASE
def test_a_bucket_that_does_not_answer_leaves_everything_as_it_was(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    kept = keep(store, settings, cast, b"a list")
    backup = backed_up(settings, tmp_path / "one.backup")
    write(store, cast, "of after the backup")
    store.engine.dispose()
    told = digests(settings)
    away = dataclasses.replace(settings, files=f"s3://clef:secret@127.0.0.1:{free_port()}/pieces")
    answer = restored(away, backup)
    assert answer.code == 1
    assert "UNION_FILES" in answer.err
    taken = union("backup", tmp_path / "two.backup", environment=in_place(away))
    assert (taken.code, "UNION_FILES" in taken.err) == (1, True)
    assert [one.name for one in tmp_path.glob("two*")] == []
    assert digests(settings) == told
    assert files.of(settings).get(kept) == b"a list"
    assert left_over(settings) == []


def test_it_is_refused_under_a_server_or_worker(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    backup, environment = backed_up(settings, tmp_path / "one.backup"), {**around(settings), "PORT": str(free_port())}
    write(store, cast, "after")
    before = digests(settings)
    with running("worker", environment):
        answer = restored(settings, backup)
        assert answer.code == 1
        assert "in use by a server, a worker or a command" in answer.err
    assert digests(settings)["record_entry"] == before["record_entry"]


def _cut(backup: Path) -> None:
    with backup.open("r+b") as file:
        file.truncate(backup.stat().st_size * 2 // 3)


def _flip(backup: Path) -> None:
    with backup.open("r+b") as file:
        file.seek(backup.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))


def _other(backup: Path) -> None:
    backup.write_bytes(b"no backup\n" * 500)


def _climb(backup: Path) -> None:
    with tarfile.open(backup, "w") as tar:
        for name in ("backup.json", "files/../../escaped"):
            told = tarfile.TarInfo(name)
            content = b'{"database":"sqlite","revision":"1","made_at":""}'
            told.size = len(content)
            tar.addfile(told, io.BytesIO(content))


@pytest.mark.parametrize("spoil", [_cut, _flip, _other, _climb])
def test_what_is_no_whole_backup_changes_nothing(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    kept = keep(store, settings, cast, os.urandom(5000))
    backup = backed_up(settings, tmp_path / "one.backup")
    write(store, cast, "after")
    spoil(backup)
    before = digests(settings)
    answer = restored(settings, backup)
    assert answer.code == 1
    assert "take another one" in answer.err
    assert answer.err.count("\n") == 1
    assert digests(settings) == before
    assert files.Vaulted(settings.state / "files").holds(kept)
    assert left_over(settings) == []
    assert not (tmp_path / "escaped").exists()


def test_a_backup_whose_record_does_not_hold_is_taken_only_where_that_is_said(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    write(store, cast, "before")
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE record_head SET sequence = sequence + 1"))
    broken, backup = digests(settings), backed_up(settings, tmp_path / "one.backup")
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE record_head SET sequence = sequence - 1"))
    write(store, cast, "after")
    kept, before = keep(store, settings, cast, b"after"), digests(settings)
    answer = restored(settings, backup)
    assert answer.code == 1
    assert "--accept-broken-record" in answer.err
    assert digests(settings) == before
    assert files.Vaulted(settings.state / "files").holds(kept)
    assert left_over(settings) == []
    assert restored(settings, backup, "--accept-broken-record").code == 2
    assert digests(settings) == broken


KILLED = """
import os, sys
from pathlib import Path
import config
from union.backups import restoring
told = []
def watch(frame, event, argument):
    name = frame.f_code.co_name
    if event == sys.argv[3] and name == sys.argv[2] and frame.f_code.co_filename.endswith(("_sqlite.py", \
"_postgresql.py", "restoring.py")):
        told.append(1)
        if len(told) == int(sys.argv[4]):
            os.kill(os.getpid(), 9)
sys.setprofile(watch)
restoring.restore(config.read(), Path(sys.argv[1]))
"""


@pytest.mark.parametrize(
    ("where", "when", "time"),
    [
        ("bring", "return", 1),
        ("exchange", "call", 1),
        ("exchange", "return", 1),
        ("_look_through", "call", 1),
        ("_look_through", "return", 1),
        ("forget", "return", 2),
    ],
)
def test_a_restore_that_is_killed_is_undone_by_the_next_or_complete(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path, where: str, when: str, time: int
) -> None:
    kept = keep(store, settings, cast, b"before")
    wanted, backup = digests(settings), backed_up(settings, tmp_path / "one.backup")
    (tmp_path / "spoilt.backup").write_bytes(backup.read_bytes()[:-200_000])
    write(store, cast, "after")
    later, before = keep(store, settings, cast, b"after"), digests(settings)
    line = [sys.executable, "-c", KILLED, str(backup), where, when, str(time)]
    killed = subprocess.run(line, cwd=config.HERE, env={**os.environ, **around(settings)}, check=False)
    assert killed.returncode == -9
    vault = files.Vaulted(settings.state / "files")
    if (settings.state / "restoring" / "note.json").exists():
        for command in (("serve",), ("upgrade",), ("init",), ("audit", "verify"), ("backup", tmp_path / "two.backup")):
            assert "run `union restore` again" in union(*command, environment=around(settings)).err
    elif where == "forget":
        assert digests(settings) == wanted
    else:
        assert digests(settings) == before
    assert restored(settings, tmp_path / "spoilt.backup").code == 1
    assert digests(settings) == (wanted if where == "forget" else before)
    assert vault.holds(later) == (where != "forget")
    assert left_over(settings) == []
    assert restored(settings, backup).code == 0
    assert digests(settings) == wanted
    assert vault.get(kept) == b"before"


@ON_ONE_DATABASE
def test_the_key_of_another_installation_changes_nothing(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    other = {
        "UNION_STATE": str(tmp_path / "other"),
        "UNION_KEY_FILE": str(tmp_path / "keys" / "root.key"),
        "UNION_DATABASE": "",
    }
    assert union("init", environment=other).code == 0
    foreign = tmp_path / "foreign.backup"
    assert union("backup", foreign, environment=other).code == 0
    before = digests(settings)
    answer = restored(settings, foreign)
    assert answer.code == 1
    assert "put the right one back" in answer.err
    assert digests(settings) == before


@ON_ONE_DATABASE
def test_a_log_that_was_left_is_never_played_into_what_was_restored(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    """A killed server leaves one beside its file."""
    before, backup = digests(settings), backed_up(settings, tmp_path / "one.backup")
    log = Path(f"{settings.database_file}-wal")
    with closing(sqlite3.connect(settings.database_file or "")) as reader:
        reader.execute("SELECT count(*) FROM account").fetchone()
        for number in range(5):
            write(store, cast, f"after {number}")
        torn = log.read_bytes()
        store.engine.dispose()
    log.write_bytes(torn)
    assert restored(settings, backup).code == 0
    assert digests(settings) == before


def test_a_database_put_back_without_its_files_is_said(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    keep(store, settings, cast, b"a list")
    shutil.rmtree(settings.state / "files")
    answer = union("upgrade", environment=around(settings))
    assert answer.code == 0
    assert "1 sealed files" in answer.err
    assert str(settings.state / "files") in answer.err
    backup = backed_up(settings, tmp_path / "one.backup")
    assert "1 sealed files" in restored(settings, backup).err


@ON_ONE_DATABASE
def test_a_backup_has_a_place_of_its_own(settings: config.Settings, store: Store, cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("another")
    for place, said in (
        (settings.state / "x.backup", "lost with it"),
        (tmp_path / "there", "is there already"),
        (tmp_path / "no" / "x", "no folder"),
    ):
        answer = union("backup", place, environment=around(settings))
        assert answer.code == 1
        assert said in answer.err
    assert (tmp_path / "there").read_text() == "another"
    (tmp_path / "stick").mkdir()
    assert union("backup", tmp_path / "stick", environment=around(settings)).code == 0
    (made,) = (tmp_path / "stick").iterdir()
    assert made.suffix == ".backup"


@ON_ONE_DATABASE
def test_whoever_is_asked_and_says_no_loses_nothing(
    settings: config.Settings, store: Store, cast: Cast, tmp_path: Path
) -> None:
    backup = backed_up(settings, tmp_path / "one.backup")
    write(store, cast, "after")
    before = digests(settings)
    assert union("restore", backup, environment=around(settings), said="n\n").code == 1
    assert digests(settings) == before


@ON_ONE_DATABASE
def test_a_broken_database_makes_no_backup(settings: config.Settings, cast: Cast, tmp_path: Path) -> None:
    assert settings.database_file is not None
    Store(settings.database).close()
    with settings.database_file.open("r+b") as file:
        for page in range(20, 60):
            file.seek(page * 4096)
            file.write(b"\xff" * 4096)
    answer = union("backup", tmp_path / "one.backup", environment=around(settings))
    assert answer.code == 1
    assert "whole" in answer.err
    assert list(tmp_path.glob("*.backup*")) == []


def test_programs_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(in_postgresql, "DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotReady, match="postgresql-client"):
        in_postgresql.found("pg_dump", 15)
    (tmp_path / "16" / "bin").mkdir(parents=True)
    (tmp_path / "16" / "bin" / "pg_dump").touch()
    assert in_postgresql.found("pg_dump", 15).parts[-3] == "16"
    with pytest.raises(NotReady, match="PostgreSQL 17 or later"):
        in_postgresql.found("pg_dump", 17)
