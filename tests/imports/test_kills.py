"""A worker killed at random instants, again and again, while it writes, changes and takes back: nobody lost, nobody twice."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, count, filled, made, previewed, tokens, uploaded
from union import record
from union.app import Union
from union.imports import writing
from union.imports.models import Plan, RosterImport, Stage
from union.jobs import Job, JobState

PEOPLE, BATCH, KILLS = 240, 20, 50
TRIES = 4  # kills of one job: the worker gives it up after five


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "BATCH", BATCH)


def _waiting(app: Union) -> list[UUID]:
    with app.store.maintaining() as session:
        return list(session.scalars(select(Job.id).where(Job.state.in_([JobState.WAITING, JobState.RUNNING]))))


def _killed(app: Union, chance: random.Random) -> int:
    """A child does the work and is killed after some milliseconds. Returns 1 where that hit it, else 0."""
    (job,) = _waiting(app)
    child = os.fork()
    if not child:
        app.store.engine.dispose(close=False)
        app.worker._run(str(job))
        os._exit(0)
    time.sleep(chance.uniform(0, 0.25))
    os.kill(child, signal.SIGKILL)
    return int(os.WIFSIGNALED(os.waitpid(child, 0)[1]))


def _through(app: Union, chance: random.Random) -> int:
    """One job to its end, over some kills. Returns how many hit it."""
    hit = 0
    for _ in range(TRIES):
        if _waiting(app):
            hit += _killed(app, chance)
    for job in _waiting(app):
        app.worker._run(str(job))
    return hit


def _plan(app: Union, address: str) -> Plan:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan


def _brought_in(app: Union, olu: Visitor, cast: Cast, data: bytes, chance: random.Random) -> tuple[str, int]:
    address = uploaded(olu, cast.here, data)
    previewed(olu, address)
    unusual = olu.page(f"{address}/preview").select("[name=confirmed]")
    begun(olu, address, **({"confirmed": "vu"} if unusual else {}))
    return address, _through(app, chance)


def _taken_back(app: Union, olu: Visitor, address: str, chance: random.Random) -> int:
    form = next(form for form in olu.page(f"{address}/undo").select("main form") if form["action"].endswith("/undo"))
    olu.post(f"{address}/undo", filled(form))
    return _through(app, chance)


def test_fifty_kills(app: Union, cast: Cast, olu: Visitor) -> None:
    chance, hit, before = random.Random(50), 0, count(app.store)
    held = sorted(tokens(app.store))
    other = made(PEOPLE).replace(b"4200,50", b"4300")
    while hit < KILLS:
        first, killed = _brought_in(app, olu, cast, made(PEOPLE), chance)
        assert (_plan(app, first).stage, _plan(app, first).imported) == (Stage.DONE, PEOPLE)
        numbers = Counter(work.terms.employee_number for _member, work in at(app.store, cast.here))
        assert {number: numbers[number] for number in numbers if number} == {
            f"{one:05d}": 1 for one in range(1, PEOPLE + 1)
        }
        second, more = _brought_in(app, olu, cast, other, chance)
        assert (_plan(app, second).stage, _plan(app, second).updated) == (Stage.DONE, PEOPLE)
        hit += killed + more
        for address in (second, first):
            hit += _taken_back(app, olu, address, chance)
            assert _plan(app, address).stage is Stage.UNDONE
        assert count(app.store) == before
        assert sorted(tokens(app.store)) == held
    with app.store.maintaining() as session:
        assert record.verify(session).bad is None
