"""What is kept in memory of a plan says what its rows say: whatever was written, corrected, taken back or removed, in
this process or another."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidTag
from sqlalchemy import event, select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.drives.working import begun, given, people, person, unit, version
from tests.faults.test_damaged_rows import BROKEN
from union.drives import opened, removing
from union.drives.counting import SPOKEN, Known, known
from union.drives.models import Drive
from union.drives.people import Answer, DriveAnswer, DriveContact, DriveFollows, Follows, Question, Stand, Through
from union.drives.talks import DriveTalk, Outcome
from union.drives.weekly import trends
from union.web.locale import today

NAMES = ("Salma", "Omar", "Ali", "Hajar")


@pytest.fixture(autouse=True)
def as_a_new_process() -> Iterator[None]:
    opened.forget()
    yield
    opened.forget()


@pytest.fixture
def plan(olu: Visitor, cast: Cast) -> UUID:
    plan = begun(olu, cast)
    team = unit(olu, plan, "Équipe B", people="10")
    for number, name in enumerate(NAMES, 1):
        person(olu, plan, name, number, team=str(team))
    return plan


def _told(olu: Visitor, cast: Cast, plan: UUID) -> tuple[Known, Any]:
    with olu.app.store.reading(cast.reach("olu")) as session:
        drive = session.get_one(Drive, plan)
        told = known(session, drive, today())
        weeks = trends(session, drive, told, (), today())[0].weeks
        return dataclasses.replace(told, units=[], seats=[], people=sorted(told.people, key=lambda one: one.id)), weeks


def _agrees(olu: Visitor, cast: Cast, plan: UUID) -> Known:
    """What is in memory, beside what a process that has just started reads."""
    warm, kept = _told(olu, cast, plan), dict(opened._plans)
    opened.forget()
    cold = _told(olu, cast, plan)
    opened._plans.clear()
    opened._plans.update(kept)
    assert warm == cold
    return warm[0]


def test_the_day_of_a_talk_follows_its_correction_and_the_person_who_goes(
    olu: Visitor, ann: Visitor, cast: Cast, plan: UUID
) -> None:
    given(olu, plan, cast.ann)
    assert not _agrees(olu, cast, plan).spoken_on
    first = UUID(ann.page("/my-list").select("a.open")[0]["href"].rsplit("/", 1)[1])
    written = ann.post(f"/my-list/{first}", {"outcome": "thinks"}).headers["Location"].split("wrote=")[1]
    spoken = _agrees(olu, cast, plan).spoken_on
    assert list(spoken.values()) == [today()]
    put_right = {"outcome": "no_answer", "version": version(olu.app, DriveTalk, UUID(written))}
    ann.post(f"/my-list/words/{written}", put_right)
    assert not _agrees(olu, cast, plan).spoken_on, "nobody spoke, as it is told now"
    ann.post(f"/my-list/words/{written}", {"outcome": "no", "version": version(olu.app, DriveTalk, UUID(written))})
    assert _agrees(olu, cast, plan).spoken_on == spoken
    olu.post(f"/cards/{next(iter(spoken))}/never")
    told = _agrees(olu, cast, plan)
    assert (len(told.people), told.spoken_on) == (len(NAMES) - 1, {})


def test_whatever_happens_memory_says_what_the_rows_say(olu: Visitor, cast: Cast, plan: UUID) -> None:
    """Two hundred changes at random, by sessions that this memory hears nothing of, as those of another process."""
    chance = random.Random(7)
    for salma in list(people(olu.app, plan))[:2]:
        olu.post(f"/cards/{salma}/talk", {"outcome": "thinks"})
    for _round in range(40):
        with olu.app.store.maintaining() as session:
            drive = session.get_one(Drive, plan)
            for _change in range(5):
                _something(session, drive, chance)
                session.flush()
        _agrees(olu, cast, plan)


def _something(session: Any, drive: Drive, chance: random.Random) -> None:
    """One change of a plan."""

    def any_of(kind: Any) -> Any:
        every = session.scalars(select(kind).where(kind.drive_id == drive.id).order_by(kind.id)).all()
        return chance.choice(every) if every else None

    on, one, other = today() - timedelta(days=chance.randrange(120)), any_of(DriveContact), any_of(DriveContact)
    talk, answer, line = any_of(DriveTalk), any_of(DriveAnswer), any_of(DriveFollows)
    of = {"key": drive.key, "drive_id": drive.id}
    match chance.randrange(7):
        case 0 if talk is not None:
            session.add(DriveTalk(**of, contact_id=one.id, written_by=drive.owner_id, talk=talk.talk, version=1))
        case 1 if talk is not None:
            talk.talk = dataclasses.replace(talk.talk, on=on, outcome=chance.choice(list(Outcome)))
        case 2:
            said = Answer(chance.choice(list(Question)), chance.choice(list(Stand)), on, "Olu")
            session.add(DriveAnswer(**of, contact_id=one.id, answer=said))
        case 3:
            session.add(DriveFollows(**of, follows=Follows(one.id, other.id, Through.WORK, on, "Olu")))
        case 4:
            one.standing = dataclasses.replace(one.standing, units=(), joined_on=chance.choice([None, on]))
        case 5:
            for gone in (talk, answer, line):
                if gone is not None and chance.random() < 0.4:
                    session.delete(gone)
        case 6 if chance.random() < 0.1:
            removing.person(session, drive.id, one.id)
            standing, calling = one.standing, one.calling
            session.flush()
            session.add(DriveContact(**of, calling=calling, standing=standing, version=1))


def test_what_a_session_wrote_and_took_back_is_kept_by_nobody(olu: Visitor, cast: Cast, plan: UUID) -> None:
    salma = next(iter(people(olu.app, plan)))
    olu.post(f"/cards/{salma}/talk", {"outcome": "thinks"})

    def rewritten(on: date) -> None:
        written = session.scalars(select(DriveTalk)).one()
        written.talk = dataclasses.replace(written.talk, on=on)

    with olu.app.store.reading(cast.reach("olu")) as session:
        rewritten(today() - timedelta(days=50))
        assert known(session, session.get_one(Drive, plan), today()).spoken_on[salma] == today() - timedelta(days=50)
    with olu.app.store.maintaining() as session:
        rewritten(today() - timedelta(days=20))
    assert _agrees(olu, cast, plan).spoken_on[salma] == today() - timedelta(days=20)


def test_nothing_is_given_out_without_the_key_or_to_whom_the_rows_are_not(
    olu: Visitor, sal: Visitor, cast: Cast, plan: UUID
) -> None:
    salma = next(iter(people(olu.app, plan)))
    olu.post(f"/cards/{salma}/talk", {"outcome": "thinks"})
    assert _agrees(olu, cast, plan).spoken_on
    with olu.app.store.reading(cast.reach("sal")) as session:
        drive = session.get_one(Drive, plan)
        with pytest.raises(InvalidTag):
            SPOKEN.of(session, drive)
    kept = dict(opened._plans)
    olu.post(f"/plans/{plan}/closing", {"reason": "Le travail est fini."})
    sal.post(f"/plans/{plan}/closing/destroy", {"sure": "y"})
    assert not opened._plans
    opened._plans.update(kept)  # as in another process, which heard of nothing
    olu.get(f"/plans/{plan}", 404)
    with olu.app.store.reading(cast.reach("olu")) as session, pytest.raises(InvalidTag):
        SPOKEN.of(session, session.get_one(Drive, plan))


def test_only_what_changed_is_opened_and_what_does_not_open_is_looked_at_until_it_is_mended(
    olu: Visitor, cast: Cast, plan: UUID
) -> None:
    salma, omar = list(people(olu.app, plan))[:2]
    for one in (salma, omar):
        olu.post(f"/cards/{one}/talk", {"outcome": "thinks"})
    before = _told(olu, cast, plan)[0].spoken_on
    with olu.app.store.maintaining() as session:
        row = session.scalars(select(DriveTalk).where(DriveTalk.contact_id == omar)).one()
        id_, whole, row.talk_sealed = row.id, row.talk_sealed, BROKEN
    told = olu.get(f"/plans/{plan}").text
    assert str(id_) in told
    assert _told(olu, cast, plan)[0].spoken_on == {salma: before[salma]}
    with olu.app.store.engine.begin() as connection:  # as a backup brings it back: of the same version
        table = DriveTalk.__table__
        connection.execute(table.update().where(table.c.id == id_).values(talk_sealed=whole))
    assert _agrees(olu, cast, plan).spoken_on == before
    asked: list[str] = []
    event.listen(olu.app.store.engine, "before_cursor_execute", hear := lambda *told: asked.append(told[2]))
    try:
        _told(olu, cast, plan)
    finally:
        event.remove(olu.app.store.engine, "before_cursor_execute", hear)
    assert not [one for one in asked if "talk_sealed" in one or "standing_sealed" in one]


def test_plans_that_nobody_looks_at_are_forgotten(
    olu: Visitor, cast: Cast, plan: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = begun(olu, cast, "Hiver")
    _told(olu, cast, plan)
    assert len(opened._plans) == 1
    monkeypatch.setattr(opened, "PLANS", 1)
    _told(olu, cast, other)
    assert len(opened._plans) == 1
    monkeypatch.setattr(opened, "PLANS", 32)
    monkeypatch.setattr(opened, "KEPT", 0.0)
    _told(olu, cast, plan)
    assert len(opened._plans) == 1
