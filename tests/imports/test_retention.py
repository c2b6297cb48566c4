"""A list that nobody goes on with goes after the days set, with everything that was kept of it; no page has to be
opened."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import begun, made, previewed, uploaded, work_off
from union.app import Union, background_worker
from union.imports.records import discarding
from union.imports.records.models import ImportState, RosterImport, Stage
from union.jobs import housekeeping
from union.jobs.worker import Job, JobContext, JobState
from union.record import chain

BAD = b"\n9;Mauvais;Rang;123;pas-un-courriel;;"


def plan(app: Union, address: str) -> ImportState:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan


def removals(session: Any, *addresses: str) -> int:
    """How often the record says that one of these lists was thrown away."""
    rows = (session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])) for address in addresses)
    return sum(event.act is chain.Act.REMOVED for row in rows for event in chain.about(session, row))


def tidied(app: Union, days: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker's daily round, so many days later."""

    class Later(discarding.datetime):  # type: ignore[name-defined,misc]  # the clock of that module
        @classmethod
        def now(cls, tz: object = None) -> object:
            return super().now(tz) + timedelta(days=days)

    with monkeypatch.context() as then:
        then.setattr(discarding, "datetime", Later)
        housekeeping.expire(JobContext(app.store, lambda account: None, app.files, lists_days=app.settings.lists_days))


def test_forgotten_lists_go_with_their_files(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    untouched = uploaded(olu, cast.here, made(3))
    shown = uploaded(olu, cast.here, made(4) + BAD)
    previewed(olu, shown)
    assert len(list(app.files.folder.iterdir())) == 4  # two lists, a preview, the rows left out
    tidied(app, 6.9, monkeypatch)
    assert (plan(app, untouched).stage, plan(app, shown).stage) == (Stage.UPLOADED, Stage.PREVIEWED)
    tidied(app, 7.1, monkeypatch)
    assert not list(app.files.folder.iterdir())
    for address in (untouched, shown):
        assert plan(app, address).stage is Stage.DISCARDED
        assert not plan(app, address).proof
        assert not plan(app, address).problems
        assert "example.ma" not in repr(plan(app, address))
        olu.get(address)
    with app.store.maintaining() as session:
        assert removals(session, shown, untouched) == 2
        assert chain.verify(session).bad is None
    tidied(app, 8, monkeypatch)  # and once more changes nothing
    with app.store.maintaining() as session:
        assert removals(session, shown, untouched) == 2


def test_what_is_written_stays_and_its_rows_left_out_go(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = uploaded(olu, cast.here, made(3) + BAD)
    previewed(olu, address)
    begun(olu, address, good_only="y", confirmed="vu")
    work_off(app)
    assert plan(app, address).refused_id is not None
    tidied(app, 7.1, monkeypatch)
    assert (plan(app, address).stage, plan(app, address).imported) == (Stage.DONE, 3)
    assert plan(app, address).refused_id is None
    assert not list(app.files.folder.iterdir())


def test_a_list_that_is_being_written_stays(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = uploaded(olu, cast.here, made(3))
    previewed(olu, address)
    begun(olu, address)
    tidied(app, 9, monkeypatch)
    assert plan(app, address).stage is Stage.RUNNING
    with app.store.maintaining() as session:  # the worker gave it up after five tries
        for job in session.query(Job):
            job.state = JobState.FAILED
    tidied(app, 9, monkeypatch)
    assert plan(app, address).stage is Stage.DISCARDED
    assert not list(app.files.folder.iterdir())


def test_the_days_are_a_setting(app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    assert config.read({"HOME": "/nowhere"}).lists_days == 7
    assert config.read({"HOME": "/nowhere", "UNION_LISTS_DAYS": "2"}).lists_days == 2
    for wrong in ("0", "-1", "91", "sept", "٧"):
        with pytest.raises(config.BadSetting, match="UNION_LISTS_DAYS"):
            config.read({"HOME": "/nowhere", "UNION_LISTS_DAYS": wrong})
    monkeypatch.setattr(app, "settings", dataclasses.replace(app.settings, lists_days=2))
    assert background_worker(app).hand.lists_days == 2
    assert "au bout de 2 jours" in olu.get("/imports/new").text
    address = uploaded(olu, cast.here, made(3))
    tidied(app, 2.1, monkeypatch)
    assert plan(app, address).stage is Stage.DISCARDED
