"""The line to PostgreSQL is slow, stands still, is cut: nothing half kept, and a form sent again is one act."""

from __future__ import annotations

import dataclasses
import secrets
import threading
import time
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import func, make_url, select, text
from sqlalchemy.orm import Session

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.conftest import DATABASES
from tests.faults.lines import Cut, Line
from tests.faults.test_requests import employers, form
from union.app import Union, open_store, serve
from union.record import chain
from union.store.db import _RIGHTS
from union.web.idempotency import Submission
from union.workplaces.models import Employer

pytestmark = pytest.mark.parametrize("database", [one for one in DATABASES if one == "postgresql"], indirect=True)
NEW = {"legal_name": "Neuf SARL"}
PATIENCE = 30.0


@pytest.fixture
def line(app: Union, settings: config.Settings) -> Iterator[Line]:
    """The application reaches its database by this line alone."""
    url = make_url(settings.database)
    made = Line(url.host or "127.0.0.1", url.port or 5432)
    by_line = url.set(host="127.0.0.1", port=made.port).render_as_string(hide_password=False)
    store = open_store(dataclasses.replace(settings, database=by_line))
    serve(app, app.settings, store)
    yield made
    store.engine.dispose()
    made.close()


def once_and_whole(app: Union, before: int) -> None:
    assert employers(app) == before + 1
    with Session(app.store.engine) as session:
        assert session.scalar(select(func.count(Submission.id))) == 1
        assert chain.verify(session).bad is None


@pytest.mark.parametrize("delivered", [False, True])
def test_a_line_cut_at_the_commit_leaves_one_act(app: Union, line: Line, cast: Cast, delivered: bool) -> None:
    """Nobody can tell whether it was kept: the page says 503, and the same form sent again is the same act."""
    sal, token, before = Visitor(app, cast.sal), secrets.token_urlsafe(16), employers(app)
    cut = line.cut = Cut(b"INSERT INTO employer", delivered)
    answer = sal.post("/employers/new", NEW, 503, once=token)
    assert cut.happened.wait(PATIENCE)
    assert answer.headers["Retry-After"]
    assert NEW["legal_name"] in answer.text, "what was typed is given back"
    assert employers(app) == before + delivered
    assert sal.post("/employers/new", NEW, once=token).location
    once_and_whole(app, before)


def test_connections_that_died_meanwhile_are_no_ones_503(app: Union, line: Line, cast: Cast) -> None:
    """As after a restart of the database: each is tried before it is used."""
    sal = Visitor(app, cast.sal)
    sal.get("/")
    for _ in range(3):
        line.drop()
        sal.get("/")


def test_a_slow_line_and_one_that_stands_still_for_a_while_lose_nothing(app: Union, line: Line, cast: Cast) -> None:
    sal, token, before = Visitor(app, cast.sal), secrets.token_urlsafe(16), employers(app)
    line.delay = 0.01
    sal.get("/employers/new")
    line.flows.clear()
    threading.Timer(1.0, line.flows.set).start()
    sal.post("/employers/new", NEW, once=token)
    sal.post("/employers/new", NEW, once=token)
    once_and_whole(app, before)


def test_a_deadlock_is_503_and_the_form_sent_again_is_kept(app: Union, cast: Cast, sal: Visitor) -> None:
    """Two transactions in opposite order; ours is the one that the database ends."""
    path = f"/employers/{cast.employer}/edit"
    typed = {**form(sal, path), "legal_name": "Première main"}
    answers: list[tuple[int, str]] = []

    def send() -> None:
        answer = sal.client.post(path, data=typed)
        answers.append((answer.status_code, answer.text))

    with psycopg.connect(app.settings.database.replace("+psycopg", "")) as other:
        other.execute("SET LOCAL deadlock_timeout = '60s'")  # it does not look: whoever waits for it does
        other.execute("SELECT id FROM employer WHERE id = %s FOR UPDATE", (cast.employer,))
        sending = threading.Thread(target=send)
        sending.start()
        _until_somebody_waits(app)
        other.execute("SELECT pg_advisory_xact_lock(%s)", (_RIGHTS,))
        sending.join(PATIENCE)
        other.rollback()
    ((status, page),) = answers
    assert status == 503
    assert "Première main" in page, "what was typed is given back"
    with Session(app.store.engine) as session:
        assert session.get_one(Employer, cast.employer).version == 1
    assert sal.client.post(path, data=typed).status_code == 302
    with Session(app.store.engine) as session:
        assert session.get_one(Employer, cast.employer).identity.legal_name == "Première main"
        assert chain.verify(session).bad is None


def _until_somebody_waits(app: Union) -> None:
    waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with app.store.engine.connect() as connection:
            if connection.scalar(text(waiting)):
                return
        time.sleep(0.02)
    raise AssertionError("nobody waits")
