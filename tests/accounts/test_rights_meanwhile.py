"""A right is asked for again once the turn to write has come: who lost it while waiting writes nothing."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

import config
from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast, password
from tests.command_line.test_accounts import environment
from tests.commanding import union
from tests.home.filling import case
from union.access import Role
from union.accounts import actions, authentication, passwords
from union.accounts.authentication import login_token
from union.accounts.models import Account, Door, Grant, Holder, Term
from union.app import Union
from union.cases.models import CaseEntry
from union.jobs.worker import Job, JobContext, JobState
from union.refusal import Refused
from union.store.db import Store, hold_rights
from union.workplaces.models import Workplace

PATIENCE = 10.0  # seconds until a test says that nobody waits


def waiting(store: Store) -> int:
    """How many wait for what another transaction holds."""
    if store.on_sqlite:
        return max(0, store.turn._next - store.turn._serving - 1)
    with store.engine.connect() as connection:
        asked = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        return int(connection.scalar(text(asked)) or 0)


def until(store: Store, many: int) -> None:
    end = time.monotonic() + PATIENCE
    while waiting(store) < many:
        assert time.monotonic() < end, f"{waiting(store)} of {many} wait"
        time.sleep(0.005)


def _second(store: Store) -> UUID:
    """Another account of the secretariat."""
    with store.maintaining() as session:
        row = Account(
            login_token=login_token("sid"), holder=Holder("sid", "Sid"), password=password(), disabled=False, version=1
        )
        session.add(row)
        session.flush()
        session.add(Grant(account_id=row.id, role=Role.SECRETARIAT, everywhere=True, term=Term(date(2024, 1, 1))))
        return row.id


@contextmanager
def _nobody_writes_these(store: Store, accounts: list[UUID]) -> Iterator[None]:
    """The turn on SQLite; on PostgreSQL the rows of these accounts, which a gate reads all the same."""
    if store.on_sqlite:
        with store.turn():
            yield
        return
    with store.engine.begin() as connection:
        connection.execute(text("select 1 from account where id = any(:ids) for update"), {"ids": accounts})
        yield


def _open(store: Store, *accounts: UUID) -> list[bool]:
    with store.maintaining() as session:
        return [not session.get_one(Account, one).disabled for one in accounts]


def test_two_of_the_secretariat_cannot_close_each_other(app: Union, cast: Cast, sal: Visitor) -> None:
    other = _second(app.store)
    sid = Visitor(app, other)
    sal._csrf(), sid._csrf()
    codes: dict[str, int] = {}

    def close(name: str, who: Visitor, whom: UUID) -> None:
        sent = {"csrf_token": who.token, "form_token": f"{name:0<22}"}
        codes[name] = who.client.post(f"/accounts/{whom}/disable", data=sent).status_code

    acts = (lambda: close("sal", sal, other), lambda: close("sid", sid, cast.sal))
    with _nobody_writes_these(app.store, [cast.sal, other]):
        threads = [threading.Thread(target=act) for act in acts]
        for one in threads:
            one.start()
        until(app.store, 2)
    for one in threads:
        one.join(PATIENCE)
    assert sorted(codes.values()) == [302, 401], codes
    assert sorted(_open(app.store, cast.sal, other)) == [False, True]


def _note_in_a_thread(visitor: Visitor, row: UUID) -> tuple[threading.Thread, list[int]]:
    """A note on a case, sent once the thread is started, and the list that gets the status of its answer."""
    token, codes = visitor._csrf(), list[int]()

    def write() -> None:
        sent = {"csrf_token": token, "form_token": "n" * 22, "words": "Une note de trop."}
        codes.append(visitor.client.post(f"/grievances/{row}/notes", data=sent).status_code)

    return threading.Thread(target=write), codes


def test_who_was_closed_while_waiting_writes_nothing(app: Union, cast: Cast, olu: Visitor) -> None:
    row = case(app, "R-2AAAA1", cast.here, cast.ann, handler=cast.olu)
    thread, codes = _note_in_a_thread(olu, row)
    with app.store.maintaining() as session:
        hold_rights(session, changing=True)
        actions.disable(session, None, session.get_one(Account, cast.olu))
        session.flush()
        thread.start()
        until(app.store, 1)
    thread.join(PATIENCE)
    assert codes == [401]
    with app.store.maintaining() as session:
        assert session.scalar(select(func.count(CaseEntry.id)).where(CaseEntry.case_id == row)) == 0


def test_a_grant_that_ended_while_waiting_gives_nothing(app: Union, cast: Cast, olu: Visitor) -> None:
    """Signed in still, with a place that is no longer theirs: the case is missing, as at the gate."""
    row = case(app, "R-2AAAA1", cast.here, cast.ann, handler=cast.ann)
    thread, codes = _note_in_a_thread(olu, row)
    with app.store.maintaining() as session:
        hold_rights(session, changing=True)
        granted = session.scalars(select(Grant).where(Grant.account_id == cast.olu)).one()
        for one in granted.places:
            one.workplace_id = cast.there
        session.flush()
        thread.start()
        until(app.store, 1)
    thread.join(PATIENCE)
    assert codes == [404]


def test_work_of_who_was_closed_meanwhile_writes_nothing(app: Union, cast: Cast) -> None:
    """A batch of a job that waited for its turn asks again whose it is."""
    hand = JobContext(app.store, authentication.rights_of, app.files)
    job = Job(account_id=cast.olu, kind="import", state=JobState.RUNNING, done=0, total=0, tries=1)
    with app.store.reading(hand.rights(job)) as session:
        before = session.scalars(select(Workplace.roster).where(Workplace.id == cast.here)).one()
    outcome = list[str]()

    def batch() -> None:
        try:
            with app.store.writing(hand.rights(job)) as session:
                session.get_one(Workplace, cast.here).roster += 1
                outcome.append("written")
        except PermissionError:
            outcome.append("refused")

    thread = threading.Thread(target=batch)
    with app.store.maintaining() as session:
        hold_rights(session, changing=True)
        actions.disable(session, None, session.get_one(Account, cast.olu))
        session.flush()
        thread.start()
        until(app.store, 1)
    thread.join(PATIENCE)
    assert outcome == ["refused"]
    with app.store.maintaining() as session:
        assert session.get_one(Workplace, cast.here).roster == before


def test_who_writes_is_waited_for_by_who_closes_them(app: Union, cast: Cast, sal: Visitor) -> None:
    """What began under a right ends under it: closing an account comes after, and nothing is written once it
    answered."""
    token, order = sal._csrf(), list[str]()

    def close() -> None:
        sent = {"csrf_token": token, "form_token": "c" * 22}
        assert sal.client.post(f"/accounts/{cast.olu}/disable", data=sent).status_code == 302
        order.append("closed")

    thread = threading.Thread(target=close)
    with app.store.writing(authentication.rights_of(cast.olu)) as session:
        thread.start()
        until(app.store, 1)
        session.get_one(Workplace, cast.here).roster += 1
        order.append("written")
    thread.join(PATIENCE)
    assert order == ["written", "closed"]


def test_the_calendar_of_who_was_closed_meanwhile_is_missing(
    app: Union, cast: Cast, olu: Visitor, stranger: Visitor
) -> None:
    """A telephone asks for it, and waits to be written down."""
    page = olu.post("/account/calendar/renew", {"current": PASSWORD}, status=200)
    path, codes = re.search(r"/calendar/[^<\s]+\.ics", page.text), list[int]()
    assert path is not None
    thread = threading.Thread(target=lambda: codes.append(stranger.client.get(path[0]).status_code))
    with app.store.maintaining() as session:
        hold_rights(session, changing=True)
        session.get_one(Account, cast.olu).disabled = True
        session.flush()
        thread.start()
        until(app.store, 1)
    thread.join(PATIENCE)
    assert codes == [404]


@pytest.mark.parametrize("change", ["closed", "password"])
def test_a_password_that_was_right_a_moment_ago_opens_nothing(
    app: Union, cast: Cast, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """Comparing a password takes a tenth of a second: the account is closed, or its password changed, in that time."""
    fits = passwords.fits

    def meanwhile(stored: str | None, typed: str) -> bool:
        answer = fits(stored, typed)
        with app.store.maintaining() as session:
            account = session.get_one(Account, cast.olu)
            if change == "closed":
                actions.disable(session, None, account)
            else:
                actions.change_password(session, None, account, "un autre mot de passe long")
        return answer

    monkeypatch.setattr(passwords, "fits", meanwhile)
    assert authentication.sign_in(app.store, "olu", "quatre mots qui restent", "test") is None
    with app.store.maintaining() as session:
        assert session.scalars(select(Door).where(Door.account_id == cast.olu)).all() == []


def test_the_last_of_the_secretariat_is_not_closed(app: Union, settings: config.Settings, cast: Cast) -> None:
    refused = union("user", "disable", "sal", environment=environment(settings))
    assert refused.code == 1
    assert "last open account of the secretariat" in refused.err
    assert _open(app.store, cast.sal) == [True]
    other = _second(app.store)
    assert union("user", "disable", "sid", environment=environment(settings)).code == 0
    assert _open(app.store, cast.sal, other) == [True, False]


def test_nobody_ends_the_secretariat_of_the_last(app: Union, cast: Cast, sal: Visitor) -> None:
    """Where the other one's account is closed, its role counts for nothing."""
    other = _second(app.store)
    with app.store.maintaining() as session:
        session.get_one(Account, cast.sal).disabled = True
        granted = session.scalars(select(Grant).where(Grant.account_id == other)).one()
        with pytest.raises(Refused) as refused:
            actions.end_grant(session, cast.sal, granted, date.today())
    assert "last open account" in str(refused.value.sentence)
