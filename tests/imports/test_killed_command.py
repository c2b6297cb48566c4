"""A command killed while it writes: that is seen at once, and what it wrote is gone on with or taken back."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, union
from tests.conftest import ON_ONE_DATABASE
from tests.imports.lists import at, count, made
from tests.imports.test_undo import turned
from union.app import Union
from union.imports.records import actions
from union.imports.records.models import RosterImport, Stage
from union.imports.records.process import Process, this_process

PEOPLE = 20_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "liste.csv"
    path.write_bytes(made(PEOPLE))
    return path


def begun(settings: config.Settings, file: Path) -> subprocess.Popen[bytes]:
    """The real command, in a process of its own."""
    words = ("import", "members", str(file), "--workplace", "Anfa", "--apply", "--yes", "--json")
    return subprocess.Popen(
        [sys.executable, "-m", "union.cli", *words],
        cwd=config.HERE,
        stdout=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", **around(settings)},
    )


def killed(app: Union, file: Path) -> UUID:
    """What it wrote until it was killed; returns its import."""
    before, end = count(app.store), time.monotonic() + 120
    child = begun(app.settings, file)
    while count(app.store) < before + 500 and time.monotonic() < end:
        time.sleep(0.005)
    os.kill(child.pid, signal.SIGSTOP)
    (import_id,) = imports(app)
    assert stage(app, import_id) is Stage.RUNNING, "it stands still, and lives"
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert before < count(app.store) < before + PEOPLE
    return import_id


def imports(app: Union) -> list[UUID]:
    with app.store.maintaining() as session:
        return list(session.scalars(select(RosterImport.id)))


def stage(app: Union, import_id: UUID) -> Stage:
    with app.store.maintaining() as session:
        return actions.stage(session, session.get_one(RosterImport, import_id))


@ON_ONE_DATABASE
def test_a_killed_command_is_taken_back_at_once(app: Union, cast: Cast, sal: Visitor, file: Path) -> None:
    before = count(app.store)
    import_id = killed(app, file)
    (told,) = json.loads(union("import", "list", "--json", environment=around(app.settings)).out)
    assert told["state"] == "failed"
    assert "interrupted" in sal.page("/imports?lang=en").select("table")[0].get_text()
    assert "being written" not in sal.page(f"/imports/{import_id}?lang=en").get_text()
    turned(app, sal, f"/imports/{import_id}")
    assert count(app.store) == before
    assert stage(app, import_id) is Stage.UNDONE


@ON_ONE_DATABASE
def test_a_killed_command_is_begun_again_and_nobody_is_there_twice(app: Union, cast: Cast, file: Path) -> None:
    import_id = killed(app, file)
    assert begun(app.settings, file).wait(240) == 0
    numbers = Counter(work.terms.employee_number for _member, work in at(app.store, cast.here))
    assert {number: many for number, many in numbers.items() if number} == {
        f"{one:05d}": 1 for one in range(1, PEOPLE + 1)
    }
    undone = union("import", "undo", import_id, environment=around(app.settings))
    assert (undone.code, stage(app, import_id)) == (0, Stage.UNDONE)


def test_what_cannot_be_seen_from_here_is_waited_for(app: Union, cast: Cast) -> None:
    """On another machine it may live; an hour later it is taken for dead, as one of before is of which nothing is
    kept."""
    here = this_process()
    assert here is not None
    assert here.lives() is True
    assert dataclasses.replace(here, began="1").lives() is False, "its number was given to another one"
    assert dataclasses.replace(here, boot="of before").lives() is False
    elsewhere = dataclasses.replace(here, host="elsewhere", boot="another")
    assert elsewhere.lives() is None
    assert dataclasses.replace(here, namespace="pid:[1]").lives() is None
    now = datetime.now(UTC)
    for process in (None, elsewhere):
        assert seen(app, cast, process, now) is Stage.RUNNING
        assert seen(app, cast, process, now - timedelta(hours=2)) is Stage.FAILED
    assert seen(app, cast, here, now - timedelta(hours=2)) is Stage.RUNNING, "it lives, however long it takes"


def seen(app: Union, cast: Cast, process: Process | None, uploaded_at: datetime) -> Stage:
    """How a list of a command that began then, and was never heard of again, is taken."""
    plan = actions.ImportState("liste.csv", uploaded_at, "csv", None, None, None, None, (), (), stage=Stage.RUNNING)
    with app.store.maintaining() as session:
        row = RosterImport(workplace_id=cast.here, plan=dataclasses.replace(plan, process=process), version=1)
        session.add(row)
        session.flush()
        return actions.stage(session, row)
