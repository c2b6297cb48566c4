"""An undo that is interrupted, that two begin at once, or that meets what others did and took back: nothing is lost,
all is told."""

from __future__ import annotations

import dataclasses
import json
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, union
from tests.imports.lists import (
    at,
    begun,
    brought_in,
    count,
    filled,
    in_batches_of,
    made,
    previewed,
    uploaded,
    work_off,
    worker_begins,
)
from tests.imports.test_retention import tidied
from tests.imports.test_undo import changed, contents, plan, turned
from union.app import Union
from union.imports.kinds import jobs
from union.imports.kinds.registry import BOOKS
from union.imports.records.models import RosterImport, Stage
from union.imports.undo import undoing
from union.imports.writing import applying
from union.jobs.worker import Job, JobState
from union.members import actions
from union.members.models import Employment, Member
from union.store.reach import Reach

EVERYWHERE = Reach(everywhere=True)
BATCH = 10


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    in_batches_of(monkeypatch, BATCH)


class Died(BaseException):
    """What a kill leaves: nothing after it runs."""


def dying(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, after: int, how: BaseException) -> None:
    """The work ends so after some calls of a function of its own."""
    whole, left = getattr(module, name), iter(range(after, -1, -1))

    def until(*given: Any, **named: Any) -> Any:
        if not next(left):
            raise how
        return whole(*given, **named)

    monkeypatch.setattr(module, name, until)


def corrected(app: Union, cast: Cast, number: str) -> None:
    """Somebody else gives a person of the list another name at work."""
    member = next(pair[0] for pair in at(app.store, cast.here) if pair[1].terms.employee_number == number)
    with app.store.writing(EVERYWHERE) as session:
        row = session.get_one(Member, member.id)
        actions.correct(session, cast.olu, row, dataclasses.replace(row.identity, alias="Zouzou"))


def undo_begun(app: Union, visitor: Visitor, address: str) -> None:
    version = visitor.page(f"{address}/undo").select_one("#main-form [name=version]")
    assert version is not None
    visitor.post(f"{address}/undo", {"version": str(version["value"])})


def numbers(visitor: Visitor, address: str) -> list[str]:
    """What the page of an undo says will happen: who goes, who gets other data, who stays."""
    return [one.get_text() for one in visitor.page(f"{address}/undo?lang=en").select("ul.numbers strong")]


@pytest.mark.parametrize(
    ("module", "name", "after"),
    [(undoing, "_batch_taken_back", 1), (undoing, "_batch_taken_back", 2), (jobs, "_undone", 0)],
)
def test_a_killed_undo_tells_all_that_it_did(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, after: int
) -> None:
    before = count(app.store)
    address = brought_in(app, olu, cast.here, made(3 * BATCH))
    for number in ("00002", "00015", "00029"):
        corrected(app, cast, number)
    assert numbers(olu, address) == ["27", "0", "3"]
    undo_begun(app, olu, address)
    with monkeypatch.context() as killed:
        dying(killed, module, name, after, Died())
        with pytest.raises(Died):
            work_off(app)
    worker_begins(app)
    assert plan(app, address).stage is Stage.UNDONE
    assert count(app.store) == before + 3
    told = plan(app, address).turned
    assert (told.people, told.restored, told.stays) == (27, 0, 3)
    assert "27 people were removed again" in olu.page(f"{address}?lang=en").get_text()


def test_two_undos_at_once_take_nothing_twice(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second had seen the same batches before the first turned them; what the first took out is not forgotten."""
    before = contents(app)
    address = brought_in(app, olu, cast.here, made(2 * BATCH))
    import_id, whole = UUID(address.rsplit("/", 1)[1]), undoing._waiting
    with app.store.reading(EVERYWHERE) as session:
        seen = whole(session, import_id)
    assert union("import", "undo", import_id, environment=around(settings)).code == 0
    with monkeypatch.context() as late:
        late.setattr(undoing, "_waiting", lambda *_, **__: seen)
        undoing.take_back(app.store, EVERYWHERE, import_id, None, BOOKS)
    assert contents(app) == before
    assert plan(app, address).turned.people == 2 * BATCH


def test_an_employment_that_another_list_changed_and_gave_back_goes(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, cast.there, made(3))
    before = contents(app)
    address = brought_in(app, sal, cast.here, made(3))
    after = contents(app)
    later = brought_in(app, sal, cast.here, made(3).decode().replace("4200,50", "4300").encode())
    turned(app, sal, later)
    assert contents(app) == after
    assert numbers(sal, address) == ["0", "3", "0"]
    turned(app, sal, address)
    assert contents(app) == before
    assert plan(app, address).turned.restored == 3


def test_an_employment_that_somebody_changed_stays(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, cast.there, made(2))
    address = brought_in(app, sal, cast.here, made(2))
    work = next(pair[1] for pair in at(app.store, cast.here) if pair[1].terms.employee_number == "00001")
    with app.store.writing(EVERYWHERE) as session:
        row = session.get_one(Employment, work.id)
        row.terms = dataclasses.replace(row.terms, job="Cheffe")
    assert numbers(sal, address) == ["0", "1", "1"]
    turned(app, sal, address)
    left = {pair[1].terms.job for pair in at(app.store, cast.here) if pair[1].terms.employee_number == "00001"}
    assert left == {"Cheffe"}


def test_more_than_are_listed_are_counted(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undoing, "MOST_HELD", 2)
    address = brought_in(app, olu, cast.here, made(5))
    for number in range(1, 6):
        corrected(app, cast, f"{number:05d}")
    turned(app, olu, address)
    told = plan(app, address).turned
    assert (len(told.held), told.stays) == (2, 5)
    for language, more in (("en", "And 3 more."), ("fr", "Et 3 autres."), ("ar", "آخرون")):
        assert more in olu.page(f"{address}?lang={language}").get_text()


def test_an_interrupted_undo_says_so_and_goes_on(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = count(app.store)
    address = brought_in(app, olu, cast.here, made(2 * BATCH))
    undo_begun(app, olu, address)
    with monkeypatch.context() as broken:
        dying(broken, undoing, "_batch_taken_back", 1, OSError("the disk is full"))
        work_off(app)
    assert plan(app, address).stage is Stage.DONE
    assert "The taking back was interrupted" in olu.page(f"{address}?lang=en").get_text()
    undo_begun(app, olu, address)
    with app.store.maintaining() as session:  # the worker gave it up after five tries
        for job in session.scalars(select(Job).where(Job.state == JobState.WAITING)):
            job.state = JobState.FAILED
    assert "The taking back was interrupted" in olu.page(f"{address}?lang=en").get_text()
    turned(app, olu, address)
    assert "interrupted" not in olu.page(f"{address}?lang=en").select("main")[0].get_text()
    assert (count(app.store), plan(app, address).turned.people) == (before, 2 * BATCH)


@pytest.mark.parametrize("ended", ["command", "interrupted"])
def test_a_list_kept_for_going_on_leaves_the_disk_in_the_end(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings, monkeypatch: pytest.MonkeyPatch, ended: str
) -> None:
    """Stopped half way, its file waits to be gone on with; taken back, there is nothing to go on with."""
    address = uploaded(olu, cast.here, made(3 * BATCH))
    previewed(olu, address)
    begun(olu, address)
    with monkeypatch.context() as broken:
        dying(broken, applying, "_write", 1, OSError("the disk is full"))
        work_off(app)
    assert plan(app, address).stage is Stage.FAILED
    assert list(app.files.folder.iterdir())
    if ended == "command":
        done = union("import", "undo", address.rsplit("/", 1)[1], "--json", environment=around(settings))
        assert json.loads(done.out)["people"] == BATCH
    else:
        undo_begun(app, olu, address)
        with monkeypatch.context() as broken:
            dying(broken, undoing, "_batch_taken_back", 0, OSError("the disk is full"))
            work_off(app)
        assert plan(app, address).stage is Stage.DONE
        tidied(app, 7.1, monkeypatch)
        assert plan(app, address).stage is Stage.DONE
    assert not list(app.files.folder.iterdir())
    with app.store.maintaining() as session:
        assert session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan.file_name


def killed_at_its_end(app: Union, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker ends the newest job, and dies before its row says so."""
    with app.store.maintaining() as session:
        newest = session.scalars(select(RosterImport.job_id).where(RosterImport.job_id.is_not(None))).one()
    whole = app.worker._ended

    def end(job_id: UUID, *given: Any) -> None:
        if job_id == newest:
            raise Died
        whole(job_id, *given)

    with monkeypatch.context() as killed:
        killed.setattr(app.worker, "_ended", end)
        with pytest.raises(Died):
            work_off(app)


def test_what_ended_before_a_kill_is_not_begun_again(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The worker died when the list was written, and before the job said so; by now the list is to be taken back."""
    before = contents(app)
    address = uploaded(olu, cast.here, made(2 * BATCH))
    previewed(olu, address)
    begun(olu, address)
    killed_at_its_end(app, monkeypatch)
    assert plan(app, address).stage is Stage.DONE
    undo_begun(app, olu, address)
    worker_begins(app)
    assert plan(app, address).stage is Stage.UNDONE
    assert contents(app) == before
    with app.store.maintaining() as session:
        assert {job.state for job in session.scalars(select(Job))} == {JobState.DONE}


def test_a_row_decided_to_be_somebody_who_is_taken_back_meanwhile_is_not_lost(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    first = brought_in(app, olu, cast.here, "Matricule;Nom;Prénom\n00001;Nomb;Prénom".encode())
    address = uploaded(olu, cast.here, "Nom;Prénom;Poste\nNomb;Prénom;Cheffe\nNomc;Prénom;Agent".encode())
    previewed(olu, address)
    form = next(
        one for one in olu.page(f"{address}/preview?show=decide").select("main form") if "/decide" in one["action"]
    )
    olu.post(f"{address}/decide?show=decide", {**filled(form), "row_2": "same"})
    turned(app, olu, first)
    begun(olu, address)
    work_off(app)
    jobs_told = {pair[1].terms.job for pair in at(app.store, cast.here)}
    assert {"Cheffe", "Agent"} <= jobs_told


def test_rows_that_say_nothing_new_by_the_time_they_are_written_are_told(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(3))
    address = uploaded(olu, cast.here, changed(3))
    previewed(olu, address)
    brought_in(app, olu, cast.here, changed(2))
    begun(olu, address, confirmed="vu")
    work_off(app)
    assert plan(app, address).updated == 1
    for language, said in (("en", "2 rows had nothing to write any more"), ("fr", "2 lignes")):
        assert said in olu.page(f"{address}?lang={language}").get_text()


def test_a_number_that_another_employment_bears_keeps_its_token(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, cast.there, made(1))
    address = brought_in(app, sal, cast.here, made(1))
    work = next(pair[1] for pair in at(app.store, cast.here) if pair[1].terms.employee_number == "00001")
    with app.store.writing(EVERYWHERE) as session:
        terms = dataclasses.replace(work.terms, job="Encore")
        session.add(Employment(workplace_id=cast.here, member_id=work.member_id, terms=terms, version=1))
    before = contents(app)["tokens"]
    turned(app, sal, address)
    assert contents(app)["tokens"] == before


def test_a_number_corrected_at_one_employment_stays_with_another(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, cast.here, made(1))
    member, work = next(pair for pair in at(app.store, cast.here) if pair[1].terms.employee_number == "00001")
    with app.store.writing(EVERYWHERE) as session:
        ended = dataclasses.replace(work.terms, left_on=work.terms.hired_on)
        session.add(Employment(workplace_id=cast.here, member_id=member.id, terms=ended, version=1))
    before = set(contents(app)["tokens"])
    brought_in(app, sal, cast.here, made(1).replace(b"00001;", b"00091;"))
    after = set(contents(app)["tokens"])
    assert {one.terms.employee_number for _, one in at(app.store, cast.here)} >= {"00001", "00091"}
    assert before < after
