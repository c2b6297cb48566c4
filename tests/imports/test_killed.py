"""A worker killed in the middle of an import, and the one after it: nobody lost, nobody twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from uuid import UUID

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, count, made, previewed, tokens, uploaded, worker_begins
from union.app import Union
from union.imports.records.models import RosterImport, Stage
from union.record import chain

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 6_000


def _killed_worker(app: Union, until: int) -> None:
    """A real worker, killed as soon as so many people are written."""
    environment = {
        **os.environ,
        "UNION_STATE": str(app.settings.state),
        "UNION_KEY_FILE": str(app.settings.key_file),
        "UNION_DATABASE": app.settings.database,
    }
    child = subprocess.Popen([sys.executable, "-m", "union.cli", "worker"], cwd=ROOT, env=environment)
    deadline = time.monotonic() + 60
    while count(app.store) < until and time.monotonic() < deadline:
        time.sleep(0.005)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()


def test_killed_twice_and_gone_on_with(app: Union, cast: Cast, olu: Visitor) -> None:
    before = count(app.store)
    # Two people of the same name and nothing else: on resuming, the second must not be taken for the first.
    twins = b"\n;Sosie;Karim;;;;\n;Sosie;Karim;;;;"
    address = uploaded(olu, cast.here, made(PEOPLE) + twins)
    previewed(olu, address)
    begun(olu, address)
    _killed_worker(app, before + 500)
    first = count(app.store)
    assert before + 500 <= first < before + PEOPLE
    _killed_worker(app, first + 500)
    worker_begins(app)
    with app.store.maintaining() as session:
        row = session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1]))
        assert (row.plan.stage, row.plan.imported) == (Stage.DONE, PEOPLE + 2)
        assert chain.verify(session).bad is None
    people = Counter(work.terms.employee_number for _member, work in at(app.store, cast.here))
    assert people.pop("") == 2 + 2  # the twins, and the two of the cast
    assert people == {f"{number:05d}": 1 for number in range(1, PEOPLE + 1)}
    kept = tokens(app.store)
    assert len(kept) == len(set(kept)) == 3 * PEOPLE
    assert not list(app.files.folder.glob("*.sealed"))
