"""A running import is stopped from its page: whole batches stay and can be gone on with, or everything goes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from typing import cast as cast_to
from uuid import UUID

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import begun, count, digest, in_batches_of, made, previewed, uploaded, work_off
from union.app import Union
from union.imports.records.models import ImportState, RosterImport, Stage
from union.imports.writing import applying, stopping
from union.jobs.worker import Brief, Job
from union.record import chain

PEOPLE, BATCH = 60, 20


def _stopped(app: Union, olu: Visitor, cast: Cast, after: str, patch: pytest.MonkeyPatch) -> str:
    """Begin an import; its button is pressed once the first batch is written."""
    address = uploaded(olu, cast.here, made(PEOPLE))
    previewed(olu, address)
    begun(olu, address)
    assert olu.page(address).select(f"form[action='{address}/stop'] input[name=after][value={after}]")
    in_turn, seen = applying._in_turn, []

    def written(*given: Any) -> Any:
        seen.append(given)
        if len(seen) == 2:
            olu.post(f"{address}/stop", {"after": after})
        return in_turn(*given)

    with patch.context() as during:
        in_batches_of(during, BATCH)
        during.setattr(applying, "_in_turn", written)
        work_off(app)
    return address


def _plan(app: Union, address: str) -> ImportState:
    with app.store.maintaining() as session:
        assert chain.verify(session).bad is None
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan


def test_whole_batches_stay_and_the_rest_comes_later(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count(app.store)
    address = _stopped(app, olu, cast, "keep", monkeypatch)
    plan = _plan(app, address)
    assert (plan.stage, plan.imported) == (Stage.FAILED, BATCH)
    assert count(app.store) == before + BATCH
    page = olu.page(address)
    assert "arrêtée" in page.get_text()
    version = page.select_one(f"form[action='{address}/apply'] input[name=version]")["value"]
    olu.post(f"{address}/apply", {"version": version})
    work_off(app)
    assert count(app.store) == before + PEOPLE
    assert _plan(app, address).stage is Stage.DONE


def test_everything_goes_where_that_is_chosen(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count(app.store)
    address = _stopped(app, olu, cast, "undo", monkeypatch)
    assert _plan(app, address).stage is Stage.UNDONE
    assert count(app.store) == before
    assert f"{BATCH} personnes ont été retirées" in olu.page(address).get_text()


@pytest.mark.parametrize("after", ["keep", "undo"])
def test_before_the_first_batch_nothing_is_lost_and_there_is_nothing_to_take_back(
    app: Union, cast: Cast, olu: Visitor, after: str
) -> None:
    before = count(app.store)
    address = uploaded(olu, cast.here, made(3))
    previewed(olu, address)
    begun(olu, address)
    olu.post(f"{address}/stop", {"after": after})
    work_off(app)
    page = olu.page(address)
    assert "Rien de cette liste n’a été enregistré." in page.get_text()
    assert not page.select(f"a[href='{address}/undo']")
    assert olu.get(f"{address}/undo", 302).location == address
    version = page.select_one(f"form[action='{address}/apply'] input[name=version]")["value"]
    olu.post(f"{address}/apply", {"version": version})
    work_off(app)
    assert (count(app.store), _plan(app, address).stage) == (before + 3, Stage.DONE)


def test_how_much_is_written_is_said_and_throwing_the_list_away_does_not_deny_it(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = _stopped(app, olu, cast, "keep", monkeypatch)
    assert f"{BATCH} sur {PEOPLE} sont enregistrées." in olu.page(address).get_text()
    olu.post(f"{address}/discard", {})
    assert "Ce qui en a été enregistré reste." in olu.page("/imports").get_text()
    assert olu.page(address).select(f"a[href='{address}/undo']")


def test_what_is_over_cannot_be_stopped(app: Union, cast: Cast, olu: Visitor, zed: Visitor) -> None:
    address = uploaded(olu, cast.here, made(3))
    before = digest(app.store)
    olu.post(f"{address}/stop", {"after": "keep"}, 422)
    for wrong in ({}, {"after": "anything"}):
        olu.post(f"{address}/stop", wrong, 422)
    zed.post(f"{address}/stop", {"after": "keep"}, 404)
    assert digest(app.store) == before
    assert _plan(app, address).stage is Stage.UPLOADED


@pytest.mark.parametrize(("done", "seconds", "minutes"), [(0, 60, None), (10, 1, None), (50, 58, 1), (10, 58, 9)])
def test_how_long_it_still_takes(done: int, seconds: int, minutes: int | None) -> None:
    began = datetime.now(UTC) - timedelta(seconds=seconds)
    job = SimpleNamespace(done=done, total=100, brief=Brief(started_at=began))
    assert stopping.minutes_left(cast_to(Job, job)) == minutes
