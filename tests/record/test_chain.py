"""The record: whoever changes, removes, adds, reorders or cuts an entry is found, and the row is named."""

from __future__ import annotations

import threading
from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

import config
from tests.cast import Cast
from tests.commanding import union
from union.members.models import Member, Standing
from union.record import chain
from union.record.chain import Act, RecordEntry, about, latest, note, verify
from union.store.db import Store
from union.store.reach import Reach


def write(store: Store, many: int) -> None:
    for _ in range(many):
        with store.maintaining() as session:
            note(session, None, Act.OPENED, "member", uuid4())


def audit(settings: config.Settings, code: int) -> str:
    """What `union audit verify` says."""
    environment = {
        "UNION_STATE": str(settings.state),
        "UNION_KEY_FILE": str(settings.key_file),
        "UNION_DATABASE": settings.database,
    }
    answer = union("audit", "verify", environment=environment)
    assert answer.code == code, answer.err
    return answer.err + answer.out


def by_hand(store: Store, change: Callable[[Connection], object]) -> None:
    """Somebody has the database in their hands: the triggers are taken away first."""
    with store.engine.begin() as connection:
        if store.on_sqlite:
            for act in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER record_entry_no_{act}"))
        else:
            connection.execute(text("ALTER TABLE record_entry DISABLE TRIGGER USER"))
        change(connection)


@pytest.fixture
def whole(store: Store, settings: config.Settings) -> Store:
    write(store, 7)
    assert "7 entries hold" in audit(settings, 0)
    return store


def _swap(connection: Connection) -> None:
    connection.execute(text("UPDATE record_entry SET sequence = 99 WHERE sequence = 3"))
    connection.execute(text("UPDATE record_entry SET sequence = 3 WHERE sequence = 4"))
    connection.execute(text("UPDATE record_entry SET sequence = 4 WHERE sequence = 99"))


def _copy(connection: Connection) -> None:
    connection.execute(text("UPDATE record_entry SET sequence = sequence + 100 WHERE sequence >= 5"))
    connection.execute(text("UPDATE record_entry SET sequence = sequence - 99 WHERE sequence > 100"))
    connection.execute(
        text(
            "INSERT INTO record_entry (id, sequence, subject_token, event_sealed, mac) "
            "SELECT :id, 5, subject_token, event_sealed, mac FROM record_entry WHERE sequence = 2"
        ),
        {"id": str(uuid4()) if connection.dialect.name == "postgresql" else uuid4().hex},
    )


def _run(statement: str) -> Callable[[Connection], object]:
    return lambda connection: connection.execute(text(statement))


CHANGES: dict[str, tuple[Callable[[Connection], object], int]] = {
    "an event edited": (_run("UPDATE record_entry SET event_sealed = mac WHERE sequence = 3"), 3),
    "a subject edited": (_run("UPDATE record_entry SET subject_token = NULL WHERE sequence = 5"), 5),
    "a MAC edited": (
        _run("UPDATE record_entry SET mac = (SELECT mac FROM record_entry WHERE sequence = 1) WHERE sequence = 2"),
        2,
    ),
    "the first removed": (_run("DELETE FROM record_entry WHERE sequence = 1"), 1),
    "one removed": (_run("DELETE FROM record_entry WHERE sequence = 4"), 4),
    "two swapped": (_swap, 3),
    "one added": (_copy, 5),
    "the end cut off": (_run("DELETE FROM record_entry WHERE sequence > 5"), 6),
    "the last cut off": (_run("DELETE FROM record_entry WHERE sequence = 7"), 7),
    "all cut off": (_run("DELETE FROM record_entry"), 1),
    "the head removed": (_run("DELETE FROM record_head"), 8),
    "the head set back": (_run("UPDATE record_head SET sequence = 6"), 8),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_first_bad_row_is_named(whole: Store, settings: config.Settings, change: str) -> None:
    act, row = CHANGES[change]
    by_hand(whole, act)
    assert f"Entry {row} does not hold" in audit(settings, 2)


def _cut_with_its_head(connection: Connection, code: bytes | None = None) -> None:
    """The end goes, and the head is set back with it: to what stands in the last entry that is left, or to `code`."""
    mac = connection.execute(text("SELECT mac FROM record_entry WHERE sequence = 5")).scalar_one()
    connection.execute(text("DELETE FROM record_entry WHERE sequence > 5"))
    connection.execute(text("UPDATE record_head SET sequence = 5, code = :code"), {"code": code or mac})


def test_the_end_cut_off_with_its_head_is_noticed(whole: Store, settings: config.Settings) -> None:
    """Whoever has the database alone cannot make the code of an earlier end."""
    by_hand(whole, _cut_with_its_head)
    assert "Entry 6 does not hold (cut off at the end)" in audit(settings, 2)


def test_going_on_does_not_cover_up_a_cut(whole: Store, settings: config.Settings) -> None:
    """Acts go on being recorded after the cut, and the first of them says for good that something is missing."""
    by_hand(whole, _cut_with_its_head)
    write(whole, 3)
    assert "Entry 6 does not hold (written after the end before it was cut off)" in audit(settings, 2)


@pytest.mark.parametrize("also", ["DELETE FROM record_head", "UPDATE record_head SET sequence = 0"])
def test_an_emptied_record_is_noticed(whole: Store, settings: config.Settings, also: str) -> None:
    def emptied(connection: Connection) -> None:
        connection.execute(text("DELETE FROM record_entry"))
        connection.execute(text(also))

    by_hand(whole, emptied)
    assert "Entry 1 does not hold" in audit(settings, 2)
    write(whole, 2)
    assert "Entry 1 does not hold" in audit(settings, 2)


def test_an_end_that_was_kept_from_before_is_told_by_the_count_alone(whole: Store, settings: config.Settings) -> None:
    """What remains, as docs/threat-model.md says: a copy of yesterday's end fits yesterday's entries."""
    with whole.engine.connect() as connection:
        code = connection.execute(text("SELECT code FROM record_head")).scalar_one()
    write(whole, 2)

    def back(connection: Connection) -> None:
        connection.execute(text("DELETE FROM record_entry WHERE sequence > 7"))
        connection.execute(text("UPDATE record_head SET sequence = 7, code = :code"), {"code": code})

    by_hand(whole, back)
    assert "7 entries hold" in audit(settings, 0)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_entry SET sequence = 9",
        "DELETE FROM record_entry",
        "UPDATE record_entry SET mac = mac",
        "INSERT OR REPLACE INTO record_entry SELECT * FROM record_entry LIMIT 1",
        "TRUNCATE record_entry",
    ],
)
def test_the_database_itself_refuses(whole: Store, statement: str) -> None:
    if whole.on_sqlite == statement.startswith("TRUNCATE") or (
        not whole.on_sqlite and statement.startswith("INSERT OR REPLACE")
    ):
        statement = "DELETE FROM record_entry"  # the other database does not know these words
    with pytest.raises(DBAPIError, match="only added to"), whole.engine.begin() as connection:
        connection.execute(text(statement))
    with Session(whole.engine) as session:
        assert verify(session).bad is None


def test_an_act_that_was_taken_back_leaves_no_entry(store: Store, cast: Cast) -> None:
    class Broken(Exception):
        pass

    def half(session: Session) -> None:
        session.get_one(Member, cast.mina).standing = Standing(notes="moitié")
        note(session, cast.olu, Act.CHANGED, "member", cast.mina)
        session.flush()
        raise Broken

    with Session(store.engine) as session:
        before = verify(session).checked
    for opening in (store.maintaining, lambda: store.writing(cast.reach("olu"))):
        with pytest.raises(Broken), opening() as session:
            half(session)
    with Session(store.engine) as session:
        assert verify(session) == chain.Verdict(before)
        assert session.get_one(Member, cast.mina).standing.notes == ""


def test_an_act_whose_entry_cannot_be_written_is_taken_back(store: Store, cast: Cast) -> None:
    store.before_commit.append(lambda _: (_ for _ in ()).throw(OSError("the disk is full")))

    def act() -> None:
        with store.writing(cast.reach("olu")) as session:
            session.get_one(Member, cast.mina).standing = Standing(notes="moitié")
            note(session, cast.olu, Act.CHANGED, "member", cast.mina)

    with pytest.raises(OSError, match="disk"):
        act()
    with Session(store.engine) as session:
        assert verify(session).checked == 0
        assert session.get_one(Member, cast.mina).standing.notes == ""


def test_many_writers_leave_one_chain(store: Store) -> None:
    faults: list[BaseException] = []

    def work() -> None:
        try:
            write(store, 15)
        except BaseException as error:  # shown below, in the test's own thread
            faults.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert not faults
    with Session(store.engine) as session:
        assert verify(session) == chain.Verdict(120)


def test_the_record_is_read_by_those_who_may(store: Store, cast: Cast) -> None:
    with store.writing(cast.reach("olu")) as session:
        note(session, cast.olu, Act.OPENED, "member", cast.mina)
    for name, many in {"sal": 1, "olu": 0, "ann": 0, "zed": 0, "lex": 0, "ada": 0}.items():
        with store.reading(cast.reach(name)) as session:
            assert len(session.scalars(latest()).all()) == many
    with store.reading(cast.reach("ann")) as session:
        (seen,) = about(session, session.get_one(Member, cast.mina))
        assert (seen.by, seen.act, seen.subject) == (cast.olu, Act.OPENED, cast.mina)
    with store.reading(Reach()) as session:
        assert session.scalars(select(RecordEntry)).all() == []


def test_the_record_names_nobody_in_clear(store: Store, cast: Cast) -> None:
    with store.writing(cast.reach("olu")) as session:
        note(session, cast.olu, Act.EXPORTED, "member", cast.mina, "mot-canari")
    with store.engine.connect() as connection:
        row = connection.execute(text("SELECT subject_token, event_sealed, mac FROM record_entry")).one()
    whole = b"".join(bytes(one) for one in row)
    assert b"canari" not in whole
    assert cast.mina.bytes not in whole
    assert cast.olu.bytes not in whole
    assert str(cast.mina).encode() not in whole
