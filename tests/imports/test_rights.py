"""The right and the reach of whoever brings a list in are asked again at each step, and at each batch of the work."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import (
    begun,
    brought_in,
    count,
    counted,
    digest,
    filled,
    in_batches_of,
    made,
    previewed,
    uploaded,
    work_off,
)
from union.access import Role
from union.accounts.models import Grant, GrantPlace
from union.app import Union
from union.imports.records.models import ImportState, RosterImport, Stage
from union.imports.undo import undoing
from union.imports.writing import applying
from union.jobs.worker import Job, JobState
from union.members import tokens
from union.record import chain

PEOPLE, BATCH = 60, 20


def closed(app: Union, cast: Cast, sal: Visitor) -> None:
    sal.post(f"/accounts/{cast.olu}/disable")


def ended(app: Union, cast: Cast, sal: Visitor) -> None:
    page = sal.page(f"/accounts/{cast.olu}")
    (end,) = [form["action"] for form in page.select("form[action$='/end']") if "/grants/" in form["action"]]
    sal.post(end)


def made_delegate(app: Union, cast: Cast, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        session.execute(update(Grant).where(Grant.account_id == cast.olu).values(role=Role.DELEGATE))


def made_analyst(app: Union, cast: Cast, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        session.execute(update(Grant).where(Grant.account_id == cast.olu).values(role=Role.ANALYST))


def moved(app: Union, cast: Cast, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        grant = session.scalars(select(Grant.id).where(Grant.account_id == cast.olu)).one()
        session.execute(delete(GrantPlace).where(GrantPlace.grant_id == grant))
        session.add(GrantPlace(grant_id=grant, account_id=cast.olu, workplace_id=cast.there))


Lose = Callable[[Union, Cast, Visitor], None]
WAYS = pytest.mark.parametrize("lose", [closed, ended, made_delegate, made_analyst, moved])


def plan(app: Union, address: str) -> ImportState:
    with app.store.maintaining() as session:
        assert chain.verify(session).bad is None
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan


def refused(answer: Any) -> bool:
    """No page of the list: not there, not allowed, or the door."""
    return answer.status_code in {401, 403, 404} or (answer.status_code == 302 and "/sign-in" in answer.location)


@WAYS
@pytest.mark.parametrize("step", ["columns", "preview", "apply", "undo", "discard", "stop"])
def test_no_page_goes_on_with_it(app: Union, cast: Cast, olu: Visitor, sal: Visitor, lose: Lose, step: str) -> None:
    address = uploaded(olu, cast.here, made(5)) if step != "undo" else brought_in(app, olu, cast.here, made(5))
    if step in {"preview", "apply"}:
        previewed(olu, address)
    page = olu.page(f"{address}/{step}" if step in {"columns", "undo"} else address, follow_redirects=True)
    data = {name: value for form in page.select("main form") for name, value in filled(form).items()}
    lose(app, cast, sal)
    before, stage = digest(app.store), plan(app, address).stage
    for method in (olu.client.get, olu.client.post):
        kind = {} if method is olu.client.get else {"data": {**data, "csrf_token": olu._csrf(), "form_token": "x" * 22}}
        answer = method(f"{address}/{step}", **kind)
        assert refused(answer) or answer.status_code == 405
    work_off(app)
    assert digest(app.store) == before
    assert plan(app, address).stage is stage


@WAYS
def test_the_work_ends_with_the_batch_at_hand(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, lose: Lose, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count(app.store)
    address = uploaded(olu, cast.here, made(PEOPLE))
    previewed(olu, address)
    begun(olu, address)
    in_turn, seen = applying._in_turn, []

    def written(*given: Any) -> Any:
        done = in_turn(*given)
        seen.append(given)
        if len(seen) == 1:
            lose(app, cast, sal)
        return done

    in_batches_of(monkeypatch, BATCH)
    monkeypatch.setattr(applying, "_in_turn", written)
    work_off(app)
    assert count(app.store) == before + BATCH
    told = plan(app, address)
    assert (told.stage, told.imported) == (Stage.FAILED, BATCH)
    work_off(app)
    assert count(app.store) == before + BATCH
    with app.store.maintaining() as session:
        assert [job.state for job in session.scalars(select(Job))] == [JobState.FAILED]
        events = chain.about(session, session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])))
        assert "right ended" in {event.note for event in events}
    page = sal.page(address)
    assert "20" in page.select_one("main").get_text()


@WAYS
def test_the_undo_ends_with_the_batch_at_hand(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, lose: Lose, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_batches_of(monkeypatch, BATCH)
    before = count(app.store)
    address = brought_in(app, olu, cast.here, made(PEOPLE))
    form = next(form for form in olu.page(f"{address}/undo").select("main form") if form["action"].endswith("/undo"))
    olu.post(f"{address}/undo", filled(form))
    back, seen = undoing._back, []

    def turned(*given: Any) -> Any:
        seen.append(given)
        return back(*given)

    def progress(session: Any, job_id: UUID, done: int) -> None:
        if done == 1:
            app.store.after_commit.append(lambda _session: _once())

    lost: list[bool] = []

    def _once() -> None:
        if not lost:
            lost.append(True)
            lose(app, cast, sal)

    monkeypatch.setattr("union.imports.kinds.jobs.progress", progress)
    monkeypatch.setattr(undoing, "_back", turned)
    work_off(app)
    assert len(seen) == 1
    assert count(app.store) == before + PEOPLE - BATCH
    assert plan(app, address).stage is Stage.DONE


def test_somebody_out_of_reach_costs_no_moment(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """A list that names them and one that names nobody run the same statements, and none asks for their token.

    As it was, their token was found and narrowed away: 4 µs a row, a third of a second in a list of 100,000.
    """
    brought_in(app, sal, cast.there, made(5))
    asked: list[list[str]] = []
    theirs = {tokens.phone(f"+2126{one:08d}") for one in range(1, 6)}
    for data in (made(5).replace(b"@", b"@x."), made(5, first=70_001).replace(b"@", b"@x.")):
        address = uploaded(olu, cast.here, data)
        given: list[Any] = []
        with counted(app, given) as statements:
            previewed(olu, address)
        asked.append(statements)
        assert theirs.isdisjoint(bytes(one) for one in given if isinstance(one, bytes | memoryview))
    assert asked[0] == asked[1]
