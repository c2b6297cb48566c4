"""A whole PostgreSQL of the test's own falls, as in a power cut, or its disk is full, in the middle of an import."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import OperationalError

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.conftest import COMPLETE
from tests.imports.lists import count, work_off, worker_begins
from tests.imports.test_faults import PEOPLE, during, gone_on_with, plan, ready, small_batches, whole
from tests.server.processes import asked
from tests.serving import free_port
from union.app import Union
from union.commands import listening
from union.imports.records.models import Stage
from union.installation import upgrade

__all__ = ["small_batches"]
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
SMALL = 40  # MiB of the disk that becomes full
WITH_PROGRAMS = ["postgresql"] if PROGRAMS or COMPLETE else []  # Debian's postgresql has them
pytestmark = pytest.mark.parametrize("database", WITH_PROGRAMS, indirect=True)


class Cluster:
    """A server on a free port, with everything that it has in one folder; its log on the small disk where asked."""

    def __init__(self, folder: Path, *, log_on_disk: bool = False) -> None:
        self.folder, self.disk = folder, folder / "disk"
        self.disk.mkdir()
        self.mounted = not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SMALL}m", "tmpfs", str(self.disk)], capture_output=True, check=False
        ).returncode
        self.port = free_port()
        if os.geteuid() == 0:
            for one in (folder, self.disk):
                shutil.chown(one, "postgres")
        log = ["--wal-segsize=1", "-X", str(self.disk / "log")] if log_on_disk else []
        self.run("initdb", "-A", "trust", "-U", "postgres", "-D", str(folder / "data"), *log)
        self.start()

    def run(self, program: str, *words: str) -> None:
        """Run a program of PostgreSQL, which refuses to be root."""
        user = "postgres" if os.geteuid() == 0 else None
        line = [str(PROGRAMS[-1].with_name(program)), *words]
        subprocess.run(
            line,
            user=user,
            cwd="/",
            check=True,
            capture_output=program == "initdb",
            stdout=None if program == "initdb" else subprocess.DEVNULL,
        )

    def start(self) -> None:
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        self.run(
            "pg_ctl", "-w", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-o", options, "start"
        )

    def fall(self) -> None:
        """Every process of the server ends at once; what is in no file is lost."""
        self.run("pg_ctl", "-w", "-m", "immediate", "-D", str(self.folder / "data"), "stop")

    def address(self, name: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def remove(self) -> None:
        with suppress(subprocess.CalledProcessError):
            self.fall()
        if self.mounted:
            subprocess.run(["umount", str(self.disk)], check=True)
        shutil.rmtree(self.folder)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    made = Cluster(Path(tempfile.mkdtemp(prefix="union-cluster-")))
    yield made
    made.remove()


@pytest.fixture(scope="module")
def postgres_url(cluster: Cluster, key_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated database, whose tables lie on the small disk where there can be one."""
    with psycopg.connect(cluster.address("postgres"), autocommit=True) as connection:
        if cluster.mounted:
            connection.execute(f"CREATE TABLESPACE small LOCATION '{cluster.disk}'")  # a path of the test's own
        where = "TABLESPACE small" if cluster.mounted else ""
        connection.execute(f"CREATE DATABASE own TEMPLATE template0 ENCODING 'UTF8' {where}")
    state = tmp_path_factory.mktemp("own") / "state"
    state.mkdir()
    url = cluster.address("own")
    upgrade(config.read({"UNION_STATE": str(state), "UNION_KEY_FILE": str(key_file), "UNION_DATABASE": url}))
    return url


@pytest.mark.parametrize(("batch", "inside"), [(2, False), (7, True)])
def test_the_server_falls_and_comes_back(
    app: Union, cast: Cast, olu: Visitor, cluster: Cluster, monkeypatch: pytest.MonkeyPatch, batch: int, inside: bool
) -> None:
    """Each batch that was told stands after the fall, for a commit is on the disk before it is answered."""
    address, told = ready(olu, cast), list[int]()

    def fall() -> None:
        told.append(count(app.store))
        cluster.fall()

    with during(monkeypatch, batch, fall, inside=inside), suppress(OperationalError):
        work_off(app)
    cluster.start()
    app.store.engine.dispose()
    assert count(app.store) == told[0]
    worker_begins(app)
    gone_on_with(app, olu, address)
    whole(app, cast)


def test_a_full_disk_of_the_server(
    app: Union, cast: Cast, olu: Visitor, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be mounted, the server refuses each row as it does on a full disk: 53100."""
    address, ballast = ready(olu, cast), cluster.disk / "ballast"

    def fill() -> None:
        if cluster.mounted:
            with suppress(OSError), ballast.open("wb", buffering=0) as file:
                while True:
                    file.write(bytes(8192))
        else:
            refuse(app.settings.database)

    with during(monkeypatch, 2, fill):
        work_off(app)
    assert 0 < count(app.store) < PEOPLE
    assert plan(app, address).stage in {Stage.FAILED, Stage.RUNNING}
    if cluster.mounted:
        ballast.unlink()
    else:
        refuse(app.settings.database, again=True)
    gone_on_with(app, olu, address)
    whole(app, cast)


CALLERS, THREADS = 50, 4


def test_fifty_callers_while_it_is_stopped(app: Union, cast: Cast, olu: Visitor, cluster: Cluster) -> None:
    """Each is told within seconds to come again, nobody piles up, and it comes back by itself."""
    case = f"/workplaces/{cast.here}/members"
    taken = listening.take("127.0.0.1", 0)
    port = taken.getsockname()[1]
    server = listening.served(app, taken, threads=THREADS)
    threading.Thread(target=server.run, daemon=True).start()
    answers = list[tuple[int, str | None]]()

    def call() -> None:
        with socket.create_connection(("127.0.0.1", port), 60) as line:
            line.sendall(asked(olu, case, port))
            answer = http.client.HTTPResponse(line)
            answer.begin()
            answers.append((answer.status, answer.headers["Retry-After"]))

    def all_call() -> None:
        callers = [threading.Thread(target=call) for _ in range(CALLERS)]
        for one in callers:
            one.start()
        for one in callers:
            one.join(60)

    all_call()
    assert {status for status, _ in answers} == {200}
    threads = threading.active_count()
    cluster.fall()
    answers.clear()
    all_call()
    assert len(answers) == CALLERS
    assert {status for status, _ in answers} == {503}
    assert all(again for _, again in answers)
    assert threading.active_count() <= threads
    cluster.start()
    answers.clear()
    all_call()
    assert {status for status, _ in answers} == {200}
    server.close()
    server.task_dispatcher.shutdown()


def refuse(url: str, *, again: bool = False) -> None:
    """A trigger that answers as a full disk does, or away with it."""
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        if again:
            connection.execute("DROP FUNCTION full_disk CASCADE")
            return
        connection.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
        )
        connection.execute("CREATE TRIGGER full_disk BEFORE INSERT ON member EXECUTE FUNCTION full_disk()")
