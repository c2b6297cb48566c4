"""What a list takes does not grow with the people of other workplaces, and whoever stands on another shelf is found."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.browsing import Visitor
from tests.cast import Cast
from tests.conftest import ON_ONE_DATABASE
from tests.imports.lists import brought_in, count, filled, made
from union.app import Union
from union.imports.matching.reachable_tokens import Bearing
from union.imports.records.row_to_member import ImportContext
from union.imports.writing import inserting
from union.imports.writing.pending_rows import PendingRow
from union.members import tokens
from union.members.models import SHELVES, Employment, Member, MemberToken
from union.store import reach
from union.store.db import Store
from union.tables.kinds.roster import RosterRow

LIST = 600  # people, three tokens each
ELSEWHERE = 12_000  # people, whose tokens take a thousand pages
CROWDED = SHELVES[8]


def _batch(place: UUID, shelf: int) -> inserting.Batch:
    """A batch of a large list: the ids of its people lie side by side, their tokens anywhere."""
    context = ImportContext(uuid4(), place, None, date(2026, 12, 1))
    rows = [RosterRow(at, True, family_name="Alaoui") for at in range(LIST)]
    ids = sorted(bytes([16 * shelf + 7]) + uuid4().bytes[1:] for _ in rows)
    waiting = [PendingRow(one, row, [os.urandom(16) for _ in range(3)]) for one, row in zip(ids, rows, strict=True)]
    return inserting.sealed(waiting, context, shelf)


def _written(store: Store, cast: Cast, shelf: int) -> int:
    """How many bytes the database writes for such a batch, the first on its shelf."""
    batch = _batch(cast.here, shelf)
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with store.for_much() as wide, wide.writing(cast.reach("olu")) as session:
        inserting.write(session, batch)
    return os.stat(store.url.removeprefix("sqlite:///") + "-wal").st_size


def _fill(store: Store, place: UUID, shelf: int, many: int = ELSEWHERE) -> None:
    """People of another workplace."""
    people = [
        {"id": uuid4(), "identity_sealed": b"", "standing_sealed": b"", "shelf": shelf, "version": 1}
        for _ in range(many)
    ]
    works = [
        {"id": uuid4(), "workplace_id": place, "member_id": one["id"], "terms_sealed": b"", "version": 1}
        for one in people
    ]
    borne = [
        {"id": uuid4(), "shelf": shelf, "member_id": one["id"], "token": os.urandom(16)}
        for one in people
        for _ in range(3)
    ]
    with store.maintaining() as session:
        session.execute(insert(Member), people)
        session.execute(insert(Employment), works)
        session.execute(insert(MemberToken), borne)


@ON_ONE_DATABASE
def test_a_batch_writes_no_more_beside_many_people_elsewhere(store: Store, cast: Cast) -> None:
    """Each token touched a page of its own of an index that all shared; now the index of the list's shelf only.

    Asked of SQLite: what PostgreSQL writes tells of its checkpoints more than of the batch.
    """
    _fill(store, cast.there, CROWDED, 300)  # else what comes first lies at the end of every index, where pages are full
    alone = _written(store, cast, SHELVES[1])
    _fill(store, cast.there, CROWDED)
    assert _written(store, cast, SHELVES[2]) < 1.1 * alone
    assert _written(store, cast, CROWDED) > 1.5 * alone  # as before there were shelves


def _plans(session: Session, ask: Callable[[], object]) -> str:
    """How the database finds what is asked for; PostgreSQL reads a small table whole, unless it is forbidden to."""
    connection, plans = Session.connection(session), list[str]()

    def explained(_connection: Any, cursor: Any, statement: str, given: Any, *_: Any) -> None:
        explain = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
        other = cursor.connection.cursor()  # rows by pieces come through a cursor that explains nothing
        plans.extend(str(row[-1]) for row in other.execute(f"{explain} {statement}", given).fetchall())

    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    event.listen(connection, "before_cursor_execute", explained)
    ask()
    event.remove(connection, "before_cursor_execute", explained)
    return "\n".join(plans)


def test_tokens_are_found_by_their_shelves(store: Store, cast: Cast) -> None:
    """Everybody's tokens are never read for those of one, whichever way they are asked for."""
    _fill(store, cast.there, CROWDED)
    store.count_rows()
    with store.reading(cast.reach("olu")) as session:
        by_token = _plans(session, lambda: tokens.holders(session, [bytes(16)]))
        by_person = _plans(session, lambda: session.scalars(tokens.borne_by([cast.omar])).all())
        of_all_in_reach = _plans(session, lambda: Bearing(session))
    assert "ix_member_token_shelf_token" in by_token
    assert "ix_member_token_member" in by_person
    if store.on_sqlite:  # for all of them at once PostgreSQL may do otherwise
        assert "ix_member_token_member" in of_all_in_reach


def test_the_emptiest_shelf_is_found_without_counting_everybody(
    store: Store, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list that comes reads a few people of each shelf, however many there are; their ids tell how many stand
    there."""
    monkeypatch.setattr(reach, "COUNTED", 200)
    for shelf, many in ((1, 6_000), (2, 3_000), (3, 4_500), (4, 12_000)):
        _fill(store, cast.there, shelf, many)
    store.count_rows()
    read = list[int]()
    with store.reading(cast.reach("olu")) as session:
        plans = _plans(session, lambda: read.append(session.rarest(Member.shelf, SHELVES[1:5])))
        assert read == [2]
        assert session.rarest(Member.shelf, (1, 4)) == 1
        assert session.rarest(Member.shelf, (3, 5)) == 5, "nobody stands there"
    assert plans.count("uq_member_shelf_id") == 4
    assert "GROUP" not in plans.upper()


def test_tokens_stay_on_the_shelf_of_their_person(app: Union, cast: Cast, olu: Visitor) -> None:
    """Whatever changes them afterwards: another list, or a hand."""
    brought_in(app, olu, cast.here, made(3))
    brought_in(app, olu, cast.here, made(3).replace(b"0600000002", b"0677000002"))
    with app.store.reading(cast.reach("olu")) as session:
        (third,) = tokens.holders(session, [tokens.phone("+212600000003")])
        path = f"/members/{third.id}/edit"
    olu.post(path, {**filled(olu.page(path).select_one("main form")), "phone": "0677000003"})
    with app.store.reading(cast.reach("olu")) as session:
        borne = session.execute(select(MemberToken.shelf, Member.shelf, Member.id).join_from(MemberToken, Member)).all()
        shelves = {(mine, theirs) for mine, theirs, _ in borne}
        assert {mine for mine, _ in shelves} & set(SHELVES[1:])
        assert all(mine == theirs for mine, theirs in shelves)
        found = tokens.holders(session, [tokens.phone(f"+21267700000{at}") for at in (2, 3)])
        assert len({one.id for one in found}) == 2
        assert third.id in {one.id for one in found}
        assert not tokens.holders(session, [tokens.phone("+212600000003")])


def test_a_list_names_people_on_every_shelf(app: Union, cast: Cast, olu: Visitor) -> None:
    """Each list takes the shelf with the fewest people, whoever reaches them; one that holds them all knows them
    again."""
    _fill(app.store, cast.there, SHELVES[1], 11)
    for first in (1, 11, 21, 31):
        brought_in(app, olu, cast.here, made(10, first))
    with app.store.reading(cast.reach("olu")) as session:
        assert set(session.scalars(select(Member.shelf).distinct())) == {0, *SHELVES[2:6]}
    before = count(app.store)
    brought_in(app, olu, cast.here, made(41))
    assert count(app.store) == before + 1


def test_a_token_on_another_shelf_than_its_person_is_refused(store: Store, cast: Cast) -> None:
    with Session(store.engine) as session:
        session.add(MemberToken(shelf=SHELVES[3], member_id=cast.omar, token=bytes(16)))
        with pytest.raises(IntegrityError):
            session.flush()
