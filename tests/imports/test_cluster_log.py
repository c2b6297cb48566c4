"""The disk of PostgreSQL's log is full: it ends, and what was told to be kept is there once there is room again."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.test_cluster import WITH_PROGRAMS, Cluster
from union.app import Union
from union.installation import upgrade
from union.record import chain
from union.workplaces.models import Employer

pytestmark = pytest.mark.parametrize("database", WITH_PROGRAMS, indirect=True)
MANY = 2_000  # acts: more than the room that the log has kept for itself


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    made = Cluster(Path(tempfile.mkdtemp(prefix="union-log-")), log_on_disk=True)
    yield made
    made.remove()


@pytest.fixture(scope="module")
def postgres_url(cluster: Cluster, key_file: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    with psycopg.connect(cluster.address("postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE own TEMPLATE template0 ENCODING 'UTF8'")
    state = tmp_path_factory.mktemp("own") / "state"
    state.mkdir()
    url = cluster.address("own")
    upgrade(config.read({"UNION_STATE": str(state), "UNION_KEY_FILE": str(key_file), "UNION_DATABASE": url}))
    return url


def employers(app: Union) -> int:
    with app.store.maintaining() as session:
        return session.scalar(select(func.count(Employer.id))) or 0


def test_nothing_that_was_acknowledged_is_lost(app: Union, cast: Cast, sal: Visitor, cluster: Cluster) -> None:
    if not cluster.mounted:
        pytest.skip("nothing can be mounted here")
    ballast, before, kept = cluster.disk / "ballast", employers(app), 0
    sal._csrf()
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(8192))
    answer = None
    for at in range(MANY):
        answer = sal.client.post("/employers/new", data={"csrf_token": sal.token, "legal_name": f"Atlas {at}"})
        if answer.status_code != 302:
            break
        kept += 1
        with suppress(psycopg.Error), psycopg.connect(cluster.address("own"), autocommit=True) as own:
            own.execute("SELECT pg_switch_wal()")  # the rest of this piece of the log is used up
    assert answer is not None
    assert answer.status_code == 503
    assert kept > 0
    assert sal.client.get("/health").status_code == 503
    with suppress(subprocess.CalledProcessError):
        cluster.fall()
    with pytest.raises(subprocess.CalledProcessError):
        cluster.start()
    ballast.unlink()
    cluster.start()
    assert employers(app) - before in {kept, kept + 1}, "one may be kept that nobody was told of"
    sal.client.post("/employers/new", data={"csrf_token": sal.token, "legal_name": "Atlas"})
    assert employers(app) - before in {kept + 1, kept + 2}
    with app.store.maintaining() as session:
        assert chain.verify(session).bad is None
