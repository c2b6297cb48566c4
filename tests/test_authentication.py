"""The door: signing in, signing out, and that each ends what it should on the next request."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from argon2 import extract_parameters
from bs4 import BeautifulSoup
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast
from tests.scene import furnish
from union.accounts import authentication, clock, passwords
from union.accounts.models import Account, Browser, Door
from union.app import Union
from union.jobs import housekeeping
from union.jobs.worker import JobContext
from union.refusal import Refused
from union.store.key_table import KeyRow
from union.web.locale import today


def test_health(app: Union, stranger: Visitor) -> None:
    assert stranger.get("/health").json == {"status": "ok", "database": "ok", "key": "ok"}
    with app.store.maintaining() as session:  # the ring of another installation
        row = session.scalars(select(KeyRow)).first()
        number, own, row.wrapped = row.id, row.wrapped, bytes(len(row.wrapped))
    stranger.get("/health", 503)
    with app.store.maintaining() as session:
        session.get_one(KeyRow, number).wrapped = own
    stranger.get("/health")


def test_a_database_that_is_gone_is_one_sentence_and_comes_back(
    app: Union, cast: Cast, ann: Visitor, stranger: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written to a removed file of SQLite is lost, and SQLite does not say so: every page does, until it is
    back."""
    scene = furnish(app, cast)
    case, words = f"/grievances/{scene.here['grievances.case_id']}", "Elle a dit <non>, deux fois."
    before = ann.get(case).text
    if app.store.on_sqlite:
        file = Path(app.store.url.removeprefix("sqlite:///"))
        away = file.rename(file.with_name("away.db"))
    else:

        def closed(*_: object) -> None:
            raise OperationalError("select 1", {}, Exception("the server closed the connection"))

        event.listen(app.store.engine, "checkout", closed)
    for one in (stranger, ann):
        assert one.get("/health", 503).json == {"status": "unavailable"}
    for path in ("/", case, "/sign-in", "/grievances/new"):
        answer = ann.get(path, 503)
        assert answer.headers["Retry-After"]
        assert "pas prêt" in answer.text
    page = BeautifulSoup(ann.post(f"{case}/notes", {"words": words}, 503).text, "html.parser")
    assert [one.text for one in page.select("textarea[readonly]")] == [words]
    assert words not in ann.post(f"{case}/notes", {"words": words, "csrf_token": "x"}, 503).text
    if app.store.on_sqlite:
        assert not file.exists(), "an empty database in its place would take the log of the true one for its own"
        away.rename(file)
    else:
        event.remove(app.store.engine, "checkout", closed)
    stranger.get("/health")
    assert ann.get(case).text.count("<li") == before.count("<li")


def test_a_stranger_is_led_to_the_door(stranger: Visitor) -> None:
    assert stranger.get("/", 302).location == "/sign-in"


def test_sign_in_and_out(app: Union, cast: Cast) -> None:
    visitor = Visitor(app, None)
    visitor.post("/sign-in", {"login": "ANN ", "password": PASSWORD})
    visitor.token = ""
    visitor.account = cast.ann
    visitor.get("/")
    stolen = visitor.client.get_cookie("session")
    assert stolen is not None
    assert visitor.post("/sign-out").headers["Clear-Site-Data"] == '"cache", "storage"'
    visitor.client.set_cookie("session", stolen.value)
    visitor.get("/", 302)  # the cookie of before opens nothing


@pytest.mark.parametrize(
    ("login", "password"),
    [("ann", "autre-chose-3"), ("nobody", PASSWORD), ("ann\0", "autre-chose-4"), ("x" * 99, "autre-chose-5")],
)
def test_wrong_credentials_have_one_answer(stranger: Visitor, login: str, password: str) -> None:
    answer = stranger.post("/sign-in", {"login": login, "password": password}, status=422).text
    assert login.strip() in answer or "\0" in login
    assert password not in answer


def test_a_wrong_name_costs_what_a_wrong_password_costs(
    cast: Cast, stranger: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One comparison with the same effort, whoever is named: nobody learns by the clock who has an account."""
    compared = list[tuple[int, ...]]()
    verify = passwords.HASHER.verify

    def seen(stored: str, password: str) -> bool:
        told = extract_parameters(stored)
        compared.append((told.time_cost, told.memory_cost, told.parallelism, told.hash_len, told.salt_len))
        return verify(stored, password)

    monkeypatch.setattr(passwords, "HASHER", SimpleNamespace(verify=seen))
    for login in ("ann", "nobody", "x" * 99):
        before = len(compared)
        stranger.post("/sign-in", {"login": login, "password": "autre-chose-6"}, status=422)
        assert len(compared) == before + 1, login
    assert len(set(compared)) == 1


def test_a_password_of_many_bytes_is_refused_before_it_is_hashed(
    stranger: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> bool:
        raise AssertionError("it was hashed")

    monkeypatch.setattr(passwords, "HASHER", SimpleNamespace(verify=never, hash=never))
    stranger.post("/sign-in", {"login": "ann", "password": "تمازيغت" * 100}, status=422)
    with pytest.raises(Refused):
        passwords.seal("تمازيغت" * 100)


def test_disabling_ends_access_on_the_next_request(app: Union, cast: Cast, ann: Visitor, sal: Visitor) -> None:
    ann.get("/")
    sal.post(f"/accounts/{cast.ann}/closing", {"nobody": "y"})  # whom she looks after
    sal.post(f"/accounts/{cast.ann}/disable")
    ann.get("/", 302)


def test_what_was_typed_is_shown_again_to_who_was_signed_out_meanwhile(app: Union, cast: Cast, ann: Visitor) -> None:
    """Thirty idle minutes, or a session ended elsewhere: the account of a colleague's evening is not lost."""
    scene = furnish(app, cast)
    notes, text = f"/grievances/{scene.here['grievances.case_id']}/notes", "Elle a dit <non>, deux fois."
    token = ann._csrf()
    with app.store.maintaining() as session:
        for door in session.scalars(select(Door).where(Door.account_id == cast.ann)):
            session.delete(door)
    page = BeautifulSoup(ann.post(notes, {"words": text, "password_new": "deux mots"}, 401).text, "html.parser")
    assert [one.text for one in page.select("textarea[readonly]")] == [text]
    ann.token = token[::-1]  # not its last letter: of that one, some bits say nothing
    assert "deux fois" not in ann.post(notes, {"words": text}, 403).text  # somebody else's form is not shown back


def test_sessions_that_ended_by_time_are_deleted_once_a_day(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    """Each says when somebody worked: none is kept longer than it opens anything."""
    now = datetime.now(UTC)
    with app.store.maintaining() as session:
        idle = session.scalars(select(Door).where(Door.account_id == cast.ann)).one()
        idle.seen_at = now - authentication.IDLE - timedelta(minutes=1)
        long = Door(
            account_id=cast.ann,
            token=b"x" * 32,
            seen_at=now,
            ends_at=now - timedelta(seconds=1),
            browser=Browser("", now),
        )
        session.add(long)
    housekeeping.expire(JobContext(app.store, lambda account: None, app.files))
    with app.store.maintaining() as session:
        assert [one.account_id for one in session.scalars(select(Door))] == [cast.olu]
    olu.get("/")
    ann.get("/", 302)


def test_a_clock_that_is_set_back_lengthens_no_session(
    app: Union, cast: Cast, ann: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two hours back, while the server runs: thirty idle minutes are thirty minutes, and nobody at work is signed
    out."""
    passed, back = timedelta(0), timedelta(0)
    wall, seconds = clock._wall, clock._passed
    monkeypatch.setattr(clock, "_wall", lambda: wall() + passed - back)
    monkeypatch.setattr(clock, "_passed", lambda: seconds() + passed.total_seconds())
    ann.get("/")
    back = timedelta(hours=2)
    for _ in range(5):
        passed += timedelta(minutes=20)
        ann.get("/")
    for idle in (31, 60, 119, 121, 149, 200):
        with monkeypatch.context() as later:
            now = passed + timedelta(minutes=idle)
            later.setattr(clock, "_wall", lambda now=now: wall() + now - back)
            later.setattr(clock, "_passed", lambda now=now: seconds() + now.total_seconds())
            ann.get("/", 302)


@pytest.mark.parametrize(("ahead", "status"), [(timedelta(seconds=30), 200), (timedelta(hours=2), 302)])
def test_a_server_that_begins_after_its_clock_was_set_back(
    app: Union, cast: Cast, ann: Visitor, ahead: timedelta, status: int
) -> None:
    """It cannot tell how long a session idled that was last used two hours later; some seconds are no reason."""
    with app.store.maintaining() as session:
        door = session.scalars(select(Door).where(Door.account_id == cast.ann)).one()
        door.seen_at, door.ends_at = door.seen_at + ahead, door.ends_at + ahead - timedelta(hours=5)
    ann.get("/", status)


def test_a_page_knows_how_long_its_session_lasts(app: Union, cast: Cast, ann: Visitor) -> None:
    """Where its end is nearer than half an hour too; asking for it is using the session."""
    assert ann.page("/").select_one("template[data-lasts]")["data-lasts"] == "30"  # type: ignore[index]  # it is there
    with app.store.maintaining() as session:
        door = session.scalars(select(Door).where(Door.account_id == cast.ann)).one()
        door.seen_at = datetime.now(UTC) - timedelta(minutes=20)
    assert ann.get("/account/lasts").text == "30"
    with app.store.maintaining() as session:
        session.scalars(select(Door)).one().ends_at = datetime.now(UTC) + timedelta(minutes=5)
    assert ann.get("/account/lasts").text == "5"
    page = BeautifulSoup(ann.post("/account/password", {"current": "x", "password": "y"}, 422).text, "html.parser")
    assert page.select_one("template[data-lasts]")["data-lasts"] == "5"  # type: ignore[index]  # asked again
    assert "mot de passe actuel" in page.text  # the form again, and what is wrong with it
    Visitor(app, None).get("/account/lasts", 302)


def test_a_grant_that_ends_takes_its_reach_away(app: Union, cast: Cast, ann: Visitor, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        grant = session.get_one(Account, cast.ann).grants[0]
        grant.term = dataclasses.replace(grant.term, until_on=today() - timedelta(days=1))
    ann.get("/", 302)
    answer = Visitor(app, None).post("/sign-in", {"login": "ann", "password": PASSWORD}, 422).text
    assert "aucun rôle" in answer, "who is let in nowhere is told so, and not led back to the door without a word"
