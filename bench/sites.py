"""The board of 2,000 sites, each with a standing and two brands: how often it asks, and how long it takes in one
process, asked by one person at a time."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from uuid import UUID

from flask.testing import FlaskClient
from sqlalchemy import event, select

from bench import populated
from bench.measuring import Measure
from union.accounts.models import Grant
from union.app import Union, create_app
from union.store.db import Store
from union.targets.brands import Brand, BrandSite, Served, Told
from union.targets.models import Reached, SiteStage, SiteStanding, Standing
from union.workplaces.cities import CITIES
from union.workplaces.models import Site, Workplace

SITES, BRANDS, TIMES = 2_000, 40, 40


def measure() -> Iterator[Measure]:
    folder = Path(tempfile.mkdtemp(prefix="union-bench-"))
    try:
        over = populated.installation(folder, members=20, cases=5, workplaces=2)
        fill(over.store, over.workplaces[0])
        client = signed_in(create_app(over.settings, over.store), "bench")
        for path, what in (
            ("/sites/board", "the board"),
            ("/sites/board?next=none", "a list of it"),
            ("/sites/board?market=french&declared=yes", "the board, filtered"),
            ("/sites/map", "the drawing by city"),
            ("/", "the first page"),
        ):
            yield from _timed(client, over.store, path, f"{what}, {SITES:,} sites")
    finally:
        shutil.rmtree(folder)


def signed_in(app: Union, login: str) -> FlaskClient:
    """A browser within this process, signed in with the password of the bench."""
    client = app.test_client()
    token = client.get("/sign-in").text.split('name="csrf_token" value="')[1].split('"')[0]
    client.post("/sign-in", data={"csrf_token": token, "login": login, "password": populated.PASSWORD})
    return client


def statements(client: FlaskClient, store: Store, path: str) -> int:
    """How often a page asks the database, once it was shown before. Raises `RuntimeError` where it is not shown."""
    client.get(path)
    asked = []
    event.listen(store.engine, "before_cursor_execute", hear := lambda *given: asked.append(given[2]))
    try:
        if client.get(path).status_code != 200:
            raise RuntimeError(path)
    finally:
        event.remove(store.engine, "before_cursor_execute", hear)
    return len(asked)


def _timed(client: FlaskClient, store: Store, path: str, what: str) -> Iterator[Measure]:
    times, asked = [], statements(client, store, path)
    for _ in range(TIMES):
        start = time.perf_counter()
        client.get(path)
        times.append((time.perf_counter() - start) * 1000)
    yield Measure(f"{what}, statements", asked, "", 30)
    yield Measure(f"{what}, p50", statistics.median(times), "ms", 300)
    yield Measure(f"{what}, p95", statistics.quantiles(times, n=20)[18], "ms", 500)


def fill(store: Store, like: UUID) -> None:
    """2,000 sites of the employer of this one, each with a standing, followed by the first account, and two brands."""
    cities, stages, on = cycle(sorted(CITIES)), cycle(SiteStage), date.today()
    with store.maintaining() as session:
        employer = session.get_one(Workplace, like).employer_id
        by = session.scalars(select(Grant.account_id).where(Grant.everywhere)).first()
        brands = [Brand(told=Told(f"Marque {number}"), version=1) for number in range(BRANDS)]
        session.add_all(brands)
        places = [
            Workplace(
                employer_id=employer,
                site=Site(f"Site {number:04d}", next(cities), declared=number % 7 > 0),
                roster=0,
                version=1,
            )
            for number in range(SITES)
        ]
        session.add_all(places)
        session.flush()
        for number, place in enumerate(places):
            stage = next(stages)
            reached = tuple(
                Reached(stage, on - timedelta(days=ago), "Récépissé 12/2026", by, "Banc", on) for ago in (300, 30)
            )
            act = "Compter les plateaux" if number % 3 else ""
            standing = Standing(
                reached, by, act, on + timedelta(days=number % 60) if act else None, floors=("Plateau 1", "Plateau 2")
            )
            session.add(SiteStanding(workplace_id=place.id, standing=standing, version=1))
            for at in (number, number + 1):
                served = Served(on - timedelta(days=400), proof="Affiche")
                session.add(BrandSite(brand_id=brands[at % BRANDS].id, workplace_id=place.id, served=served, version=1))
