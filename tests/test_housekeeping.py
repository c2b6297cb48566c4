"""Once a day: what nothing names goes, what anything names stays, and old forms are forgotten."""

from __future__ import annotations

import ast
import os
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.dues.test_dues import paying
from tests.imports.lists import made, previewed, uploaded
from tests.layoffs import desk
from union.app import Union
from union.imports.records.models import RosterImport
from union.jobs import housekeeping, worker
from union.jobs.worker import Brief, Job, JobContext, JobState
from union.layoffs.records.models import Layoff
from union.store.files import NEEDED
from union.web.idempotency import Outcome, Submission

LONG_AGO = timedelta(days=40)


def hand(app: Union) -> JobContext:
    return JobContext(app.store, lambda account: None, app.files)


def aged(folder: Path, by: timedelta = LONG_AGO) -> None:
    for path in folder.iterdir():
        at = (datetime.now(UTC) - by).timestamp()
        os.utime(path, (at, at))


def there(app: Union) -> set[str]:
    return {path.stem for path in app.files.folder.iterdir() if path.suffix == ".sealed"}


def archive(app: Union, cast: Cast) -> UUID:
    """What finished work left to be taken out."""
    kept = app.files.put(b"PK")
    with app.store.maintaining() as session:
        brief = Brief(result={"file": str(kept)})
        session.add(Job(account_id=cast.olu, kind="sheets", state=JobState.DONE, done=1, total=1, tries=1, brief=brief))
    return kept


def test_nothing_needed_goes_and_everything_else_does(app: Union, cast: Cast, sal: Visitor, olu: Visitor) -> None:
    desk.basis_confirmed(app)
    lists = uploaded(olu, cast.here, made(3))
    previewed(olu, lists)
    address = desk.opened(olu, cast)
    first = desk.csv("M-1;ALAMI;Nadia;Employé;01/02/2015;31/12/2026;6000,00;10;non;20000,00;")
    desk.taken(olu, address, first)
    desk.taken(olu, address, first.replace(b"6000", b"6100"))  # the first lies replaced
    desk.upload(olu, address, first)  # and a third waits
    archive(app, cast)
    needed = there(app)
    with app.store.maintaining() as session:
        row, dispute = session.scalars(select(RosterImport)).one(), session.scalars(select(Layoff)).one()
        assert row.plan.preview_id
        assert dispute.matter.pending
        assert len(dispute.matter.replaced) == 1
    orphan, half = app.files.put(b"left by a killed request"), app.files.folder / f"{uuid4()}.part"
    half.write_bytes(b"")
    foreign = app.files.folder / "notes.txt"
    foreign.write_text("laid here by somebody")
    aged(app.files.folder)
    housekeeping.sweep(hand(app))
    assert there(app) == needed
    assert foreign.exists()
    assert not half.exists()
    olu.get(f"{lists}/preview")
    olu.get(f"{address}/list/preview")
    olu.get(f"{address}/versions")
    with pytest.raises(FileNotFoundError):
        app.files.get(orphan)
    aged(app.files.folder)
    housekeeping.sweep(hand(app))
    assert {path.suffix for path in app.files.folder.iterdir()} == {".sealed", ".txt"}


def test_a_file_of_today_may_be_waiting_for_its_row(app: Union, cast: Cast) -> None:
    young = app.files.put(b"just uploaded")
    housekeeping.sweep(hand(app))
    assert app.files.get(young) == b"just uploaded"


def test_a_week_is_left_to_notice_a_mistake(app: Union, cast: Cast) -> None:
    """An installation started with an empty database finds nothing named; started rightly, it has its files again."""
    kept = archive(app, cast)
    aged(app.files.folder)
    assert app.files.sweep(set) == 0
    assert there(app) == set()
    aged(app.files.folder, timedelta(days=6))
    assert app.files.sweep(set) == 0
    housekeeping.sweep(hand(app))
    assert app.files.get(kept) == b"PK"


def test_a_row_that_cannot_be_opened_stops_the_sweep(app: Union, cast: Cast, olu: Visitor) -> None:
    orphan = app.files.put(b"nobody's")
    archive(app, cast)
    with app.store.maintaining() as session:
        session.execute(text("UPDATE job SET brief_sealed = :bytes"), {"bytes": b"\x01damaged"})
    aged(app.files.folder)
    with pytest.raises(InvalidTag):
        housekeeping.sweep(hand(app))
    assert app.files.get(orphan) == b"nobody's"


def test_every_feature_that_keeps_files_tells_which_it_needs() -> None:
    """A module that seals a file stands in a package with a function that names it, or the file goes within days."""
    tell = {one.__module__.split(".")[1] for one in NEEDED}
    for path in sorted((config.HERE / "union").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and re.search(r"\bfiles(\(\))?\.put$", ast.unparse(node.func)):
                package = path.relative_to(config.HERE / "union").parts[0]
                assert package in tell, f"{path} seals a file: name in features.py what tells of it."


def remembered(app: Union, on: date | None) -> UUID:
    with app.store.maintaining() as session:
        row = Submission(account_id=None, token=os.urandom(16), body=bytes(32), outcome=Outcome("/", on))
        session.add(row)
        return row.id


def test_forms_of_long_ago_are_forgotten_and_those_of_today_are_not(
    app: Union, cast: Cast, olu: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "AT_ONCE", 2)
    today = datetime.now(UTC).date()
    kept = {remembered(app, today - timedelta(days=days)) for days in (0, 1, 3)}
    for days in (4, 5, 30, 400):
        remembered(app, today - timedelta(days=days))
    remembered(app, None)
    sent = paying(workplace=str(cast.here))
    olu.post(f"/members/{cast.mina}/dues", sent, once="a" * 22)
    housekeeping.forget(hand(app))
    with app.store.maintaining() as session:
        left = set(session.scalars(select(Submission.id)))
    assert kept < left
    assert len(left) == len(kept) + 1
    olu.post(f"/members/{cast.mina}/dues", sent, once="a" * 22)  # the same sending, answered as the first
    with app.store.maintaining() as session:
        assert session.scalar(select(func.count(Submission.id))) == len(left)


def test_the_worker_tidies_when_it_begins_and_goes_on_where_one_act_fails(app: Union, cast: Cast) -> None:
    done: list[str] = []

    def fails(_hand: JobContext) -> None:
        raise OSError("the disk is full")

    def works(_hand: JobContext) -> None:
        done.append("works")

    before = list(worker.DAILY)
    assert {one.__name__ for one in before} == {"keep_up", "expire", "sweep", "forget"}
    worker.DAILY[:] = [fails, works]
    try:
        app.worker._tidy()
    finally:
        worker.DAILY[:] = before
    assert done == ["works"]
    assert len(app.worker.line._registry.periodic_tasks) == 1


def test_it_stops_between_two_rows_and_goes_on_at_the_next_start(app: Union, cast: Cast) -> None:
    here, renewed = hand(app), list[UUID]()
    rows = [uuid4(), uuid4(), uuid4()]

    def renew(_session: Session, row_id: UUID) -> None:
        renewed.append(row_id)
        here.stopped.set()  # told to end while the first is done

    moving = housekeeping.Moving(lambda _session: [one for one in rows if one not in renewed], renew)
    with pytest.raises(worker.Interrupted):
        housekeeping.renew(here, moving)
    assert renewed == rows[:1]
    here.stopped.clear()
    with pytest.raises(worker.Interrupted):
        housekeeping.renew(here, moving)
    assert renewed == rows[:2]
