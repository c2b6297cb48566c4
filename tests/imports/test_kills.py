"""A worker killed at random instants, again and again, while it writes, changes and takes back: nobody lost, nobody
twice."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import Engine, event, select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.kinds import looked, turned
from tests.imports.lists import (
    at,
    begun,
    brought_in,
    count,
    filled,
    in_batches_of,
    made,
    previewed,
    tokens,
    uploaded,
    work_off,
    worker_begins,
)
from union.app import Union
from union.imports.preview import preview_file
from union.imports.records.models import ImportState, RosterImport, Stage
from union.jobs.worker import Job, JobState
from union.members.declared import DeclaredDays
from union.record import chain
from union.workplaces.elections import Election
from union.workplaces.models import Employer, Workplace

PEOPLE, BATCH, KILLS = 240, 20, 50
STATEMENTS = 60  # within which each of the other lists dies
Killing = Callable[[Union, random.Random], int]
TRIES = 4  # kills of one job: the worker gives it up after five


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    in_batches_of(monkeypatch, BATCH)


def _waiting(app: Union) -> list[UUID]:
    with app.store.maintaining() as session:
        return list(session.scalars(select(Job.id).where(Job.state.in_([JobState.WAITING, JobState.RUNNING]))))


def _killed(app: Union, chance: random.Random) -> int:
    """A child does the work and is killed after some milliseconds. Returns 1 where that hit it, else 0."""
    app.worker.take_up()
    child = os.fork()
    if not child:
        app.store.engine.dispose(close=False)
        work_off(app)
        os._exit(0)
    time.sleep(chance.uniform(0, 0.25))
    os.kill(child, signal.SIGKILL)
    return int(os.WIFSIGNALED(os.waitpid(child, 0)[1]))


def _killed_at(app: Union, chance: random.Random) -> int:
    """The same, by its own hand before one of its statements: no clock decides."""
    app.worker.take_up()
    child = os.fork()
    if not child:
        app.store.engine.dispose(close=False)
        left = iter(range(chance.randrange(STATEMENTS), -1, -1))
        event.listen(Engine, "before_cursor_execute", lambda *_: next(left) or os.kill(os.getpid(), signal.SIGKILL))
        work_off(app)
        os._exit(0)
    chance.random()  # the child drew from its copy
    return int(os.WIFSIGNALED(os.waitpid(child, 0)[1]))


def _through(app: Union, chance: random.Random, kill: Killing = _killed) -> int:
    """One job to its end, over some kills. Returns how many hit it."""
    hit = 0
    for _ in range(TRIES):
        if _waiting(app):
            hit += kill(app, chance)
    worker_begins(app)
    return hit


def _plan(app: Union, address: str) -> ImportState:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan


def _brought_in(app: Union, olu: Visitor, cast: Cast, data: bytes, chance: random.Random) -> tuple[str, int]:
    address = uploaded(olu, cast.here, data)
    previewed(olu, address)
    unusual = olu.page(f"{address}/preview").select("[name=confirmed]")
    begun(olu, address, **({"confirmed": "vu"} if unusual else {}))
    return address, _through(app, chance)


def _taken_back(app: Union, olu: Visitor, address: str, chance: random.Random, kill: Killing = _killed) -> int:
    form = next(form for form in olu.page(f"{address}/undo").select("main form") if form["action"].endswith("/undo"))
    olu.post(f"{address}/undo", filled(form))
    return _through(app, chance, kill)


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
        assert chain.verify(session).bad is None


LISTS = {
    "workplaces": ["Employeur;Site;Ville", *(f"Société {one % 7};Plateau {one};Fès" for one in range(20))],
    "headcounts": [
        "Site;Date;Effectif;Source",
        *(f"Ici;{one + 1:02d}/01/2026;{200 + one};délégués" for one in range(30)),
    ],
    "declared-days": ["Matricule;01/2026;02/2026", *(f"{one:05d};26;20" for one in range(1, 21))],
    "elections": ["Date;Collège;Liste;Voix", *(f"{one + 1:02d}/06/2025;employés;UMT;{one}" for one in range(20))],
}


@pytest.mark.parametrize("kind", LISTS)
def test_the_other_lists_are_killed_too(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed while they write and while they are taken back, they stand as after a run without a kill."""
    monkeypatch.setattr(preview_file, "PIECE", 8)
    brought_in(app, olu, cast.here, made(20))
    who, chance, data = (
        sal if kind in {"workplaces", "headcounts"} else olu,
        random.Random(kind),
        "\n".join(LISTS[kind]),
    )
    place = {} if who is sal else {"workplace": str(cast.here)}
    data = data.replace("Ici;", f"{site_name(app, cast)};")
    before, hit = values(app), 0
    address, found = looked(who, kind, data, **place)
    assert found["problems"] == 0
    begun(who, address)
    work_off(app)
    whole = values(app)
    turned(app, who, address)
    assert values(app) == before
    address, _ = looked(who, kind, data, **place)
    begun(who, address)
    hit += _through(app, chance, _killed_at)
    assert (_plan(app, address).stage, values(app)) == (Stage.DONE, whole)
    hit += _taken_back(app, who, address, chance, _killed_at)
    assert (_plan(app, address).stage, values(app)) == (Stage.UNDONE, before)
    assert hit >= 3


def site_name(app: Union, cast: Cast) -> str:
    with app.store.maintaining() as session:
        return session.get_one(Workplace, cast.here).site.name


def values(app: Union) -> list[str]:
    """What the lists of facts have written, whatever ids it has."""
    with app.store.maintaining() as session:
        sites = [repr(one.site) for one in session.scalars(select(Workplace))]
        employers = [repr(one.identity) for one in session.scalars(select(Employer))]
        days = [repr(one.declared) for one in session.scalars(select(DeclaredDays))]
        ballots = [repr(one.result) for one in session.scalars(select(Election))]
    return sorted([*sites, *employers, *days, *ballots])
