"""Rows by the thousand: they come back as they were given, and what lies outside the reach is refused whole."""

from __future__ import annotations

import hmac
import os
from datetime import date
from hashlib import blake2b
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from tests.cast import Cast
from union.imports.preview.planning import Claimed
from union.imports.records.row_to_member import ImportContext
from union.imports.records.undo_log import MADE, Created, Kept, Parts, mark
from union.imports.writing import inserting
from union.imports.writing.pending_rows import PendingRow, beside, people_ids, token_ids
from union.members.models import Employment, Identity, Member, MemberToken, Standing, Terms
from union.store.among import Among, as_given, id_of
from union.store.bulk import TOGETHER, Rows
from union.store.db import Store
from union.store.reach import Unreachable
from union.tables.kinds.roster import RosterRow
from union.vault import ring

MEMBER, EMPLOYMENT = (
    ("id", "identity_sealed", "standing_sealed", "version"),
    ("id", "workplace_id", "member_id", "terms_sealed", "version"),
)


def _people(place: UUID, many: int) -> tuple[Rows, Rows]:
    members = [(uuid4().bytes, os.urandom(20), b"\0", 1 + at % 3) for at in range(many)]
    works = [(beside(one[0]), place.bytes, one[0], os.urandom(9), 7) for one in members]
    return Rows(Member, MEMBER, members), Rows(Employment, EMPLOYMENT, works)


@pytest.mark.parametrize("many", [0, 1, TOGETHER - 1, TOGETHER, 2 * TOGETHER + 3])
def test_they_come_back_as_they_were_given(store: Store, cast: Cast, many: int) -> None:
    members, works = _people(cast.here, many)
    with store.writing(cast.reach("olu")) as session:
        session.insert_rows(members, works)
    with Session(store.engine) as session:
        found = session.execute(select(Member.id, Member.identity_sealed, Member.standing_sealed, Member.version))
        assert {(one[0].bytes, *one[1:]) for one in found} >= set(members.values)
        asked = select(Employment.id, Employment.workplace_id, Employment.member_id, Employment.terms_sealed)
        there = {(*(part.bytes for part in one[:3]), one[3]) for one in session.execute(asked)}
        assert there >= {one[:4] for one in works.values}


def test_what_lies_outside_is_refused_whole(store: Store, cast: Cast) -> None:
    with Session(store.engine) as session:
        before = session.scalar(select(func.count(Member.id)))
    mine, here = _people(cast.here, 700)
    foreign, there = _people(cast.there, 1)
    members = Rows(Member, MEMBER, mine.values + foreign.values)
    works = Rows(Employment, EMPLOYMENT, here.values + there.values)
    with store.writing(cast.reach("olu")) as session:
        with pytest.raises(Unreachable):
            session.insert_rows(members, works)
        hers = Rows(Employment, EMPLOYMENT, [(uuid4().bytes, cast.here.bytes, cast.rita.bytes, b"\0", 1)])
        with pytest.raises(Unreachable):
            session.insert_rows(hers)  # an employment of somebody out of the organiser's reach would open her to them
        token = Rows(MemberToken, ("id", "member_id", "token"), [(uuid4().bytes, cast.rita.bytes, b"t" * 16)])
        with pytest.raises(Unreachable):
            session.insert_rows(token)  # a token has no question of its own: whom it names is asked for
    with Session(store.engine) as session:
        assert session.scalar(select(func.count(Member.id))) == before


def test_postgresql_asks_whom_a_reach_shows_person_by_person(store: Store, cast: Cast) -> None:
    """It made a list of all who work there, for each batch anew: the more people, the dearer each batch."""
    asked = select(Member.id).where(Member.within(cast.reach("olu")))
    plans: list[str] = []

    def explained(_connection: Any, cursor: Any, statement: str, given: Any, *_: Any) -> None:
        if not store.on_sqlite:
            plans.extend(line for (line,) in cursor.execute(f"EXPLAIN {statement}", given))

    with Session(store.engine) as session:
        event.listen(session.connection(), "before_cursor_execute", explained)
        assert session.scalars(asked).first()
    assert store.on_sqlite or "SubPlan" in " ".join(plans)


def test_the_store_for_much_is_as_safe_as_the_other(store: Store, cast: Cast) -> None:
    with store.for_much() as wide, wide.writing(cast.reach("olu")) as session:
        session.insert_rows(*_people(cast.here, 1))
        if store.on_sqlite:
            told = {name: Session.connection(session).exec_driver_sql(f"PRAGMA {name}").scalar() for name in SAFE}
            assert told == SAFE
    assert (wide.turn, wide.before_commit, wide.after_commit) == (store.turn, store.before_commit, store.after_commit)


def test_ids_and_tokens_are_asked_for_by_the_thousand(store: Store, cast: Cast) -> None:
    members, works = _people(cast.here, 3)
    tokens = [(uuid4().bytes, members.ids[at % 3], os.urandom(16)) for at in range(2000)]
    with store.writing(cast.reach("olu")) as session:
        session.insert_rows(members, works, Rows(MemberToken, ("id", "member_id", "token"), tokens))
    with store.reading(cast.reach("olu")) as session:
        asked = select(as_given(MemberToken.member_id), MemberToken.token)
        wanted = {token for _, _, token in tokens[7:1500]}
        for some in (wanted, set(), {os.urandom(16)}):
            found = session.execute(asked.where(Among(MemberToken.token, some)))
            assert {(id_of(member), token) for member, token in found} == {one[1:] for one in tokens if one[2] in some}
        found = session.execute(select(Member.id).where(Among(Member.id, {*members.ids[:2], cast.rita.bytes})))
        assert {one.bytes for (one,) in found} == set(members.ids[:2])
    with store.reading(cast.reach("zed")) as session:
        assert not session.execute(asked.where(Among(MemberToken.token, wanted))).all()


def test_whom_an_earlier_version_brought_in_is_known_beside_those_of_now(store: Store) -> None:
    old, new = Created(uuid4(), uuid4(), b"m" * 16), Created(uuid4(), uuid4(), b"n" * 16)
    kept = Kept(created=(old,), made=MADE.pack(new.member_id.bytes, new.employment_id.bytes, new.mark))
    read = msgspec.json.decode(msgspec.json.encode(kept), type=Kept)
    assert set(read.brought) == {old, new}
    assert read.new_people == {old.member_id.bytes, new.member_id.bytes}
    assert msgspec.json.decode(b'{"created":[]}', type=Kept) == Kept()


def test_what_is_taken_out_is_taken_whole_or_not_at_all(store: Store, cast: Cast) -> None:
    members, works = _people(cast.here, 700)
    with store.writing(cast.reach("olu")) as session:
        session.insert_rows(members, works)
    with Session(store.engine) as wide:
        foreign = wide.scalars(select(Employment).where(Employment.workplace_id == cast.there)).first()
        wide.expunge_all()
    with store.writing(cast.reach("olu")) as session:
        ids = {UUID(bytes=one) for one in members.ids}
        people = session.scalars(select(Member).where(Member.id.in_(ids))).all()
        own = session.scalars(select(Employment).where(Employment.member_id.in_(ids))).all()
        for refused, why in (([*own, foreign], Unreachable), ([*own, own[0]], StaleDataError)):
            with pytest.raises(why):
                session.delete_together((Employment, refused))
        with pytest.raises(IntegrityError):
            session.delete_together((Member, people))  # their employments name them
        assert len(session.scalars(select(Employment.id).where(Employment.member_id.in_(ids))).all()) == 700
        session.delete_together((Employment, own), (Member, people))
    with Session(store.engine) as wide:
        assert wide.scalar(select(func.count(Member.id)).where(Among(Member.id, members.ids))) == 0


def test_what_changed_since_it_was_read_is_not_taken_out(store: Store, cast: Cast) -> None:
    one = select(Employment).where(Employment.workplace_id == cast.here).order_by(Employment.id).limit(1)
    with store.reading(cast.reach("olu")) as session:
        read = session.scalars(one).all()
    with store.writing(cast.reach("olu")) as session:
        session.get_one(Employment, read[0].id).terms = Terms(job="autre")
    with store.writing(cast.reach("olu")) as session, pytest.raises(StaleDataError):
        session.delete_together((Employment, read))


SAFE = {"synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "journal_mode": "wal"}


def test_an_id_beside_another_tells_its_beginning_only(store: Store) -> None:
    person = uuid4().bytes
    some = [UUID(bytes=beside(person)) for _ in range(200)]
    assert len(set(some)) == 200
    assert {one.bytes[:3] for one in some} == {person[:3]}
    assert {one.version for one in some} == {4}


def test_the_ids_of_a_lists_tokens_lie_together(store: Store) -> None:
    """Whoever else has tokens: a list adds to one place of the index."""
    one, others, people = uuid4(), [uuid4() for _ in range(3)], [uuid4().bytes for _ in range(200)]
    some = [UUID(bytes=token_ids(one)(person)) for person in people]
    assert len(set(some)) == 200
    assert {made.version for made in some} == {4}
    (start,) = {made.bytes[:2] for made in some}
    assert UUID(bytes=token_ids(one)(people[0])).bytes[:2] == start  # when an interrupted import goes on
    assert {token_ids(other)(people[0])[:2] for other in others} != {start}  # three by chance: once in 2**48
    assert [made.bytes[2] for made in some] == [person[0] for person in people]  # in the order of their people


def test_a_batch_gives_its_tokens_the_ids_of_its_list(store: Store) -> None:
    context = ImportContext(uuid4(), uuid4(), None, date(2026, 12, 1))
    rows = [PendingRow(uuid4().bytes, RosterRow(at, True), [os.urandom(16), os.urandom(16)]) for at in range(20)]
    batch = inserting.sealed(rows, context, 5)
    shelves = {one[3] for one in batch.members.values} | {one[1] for one in batch.tokens.values}
    assert shelves == {5}
    assert {one[:2] for one in batch.tokens.ids} == {token_ids(context.import_id)(b"\0")[:2]}
    assert {work[:3] for work in batch.employments.ids} == {row.member[:3] for row in rows}  # it stands in addresses


def test_the_id_of_a_row_is_always_the_same(store: Store) -> None:
    """An import that an earlier version of this program began goes on after it: the formula of its ids is frozen."""
    one = uuid4()
    key = ring.current().token_key("import.row")
    for row in (0, 7, 100_000):
        drawn = hmac.digest(key, one.bytes + row.to_bytes(4, "big"), "sha256")[:16]
        assert UUID(bytes=people_ids(one)(row)) == UUID(bytes=drawn, version=4)


def test_a_mark_is_that_of_all_the_parts(store: Store) -> None:
    """The formula is frozen too: what an earlier version wrote is still known as unchanged."""
    parts = Parts(Identity("El Fassi", "Réda"), Standing(), Terms("1024"))
    for one in (parts, Parts(), Parts(terms=Terms("1025"))):
        assert mark(one) == blake2b(msgspec.json.encode(one), digest_size=16).digest()


def test_many_tokens_and_a_sealer_do_what_one_does(store: Store) -> None:
    of = ring.many_tokens("phone")
    assert [of(one) for one in ("+212612345678", "", "é")] == [
        ring.token("phone", one) for one in ("+212612345678", "", "é")
    ]
    row, identity = uuid4(), Identity("El Fassi", "Réda")
    sealed = Member.identity.sealer("member")(row.bytes, msgspec.json.encode(identity))
    assert Member.identity.open("member", row, sealed) == identity
    for size in (1, 59, 60, 61, 124, 125, 252, 253, 1000):  # whole powers of two, from 64 on
        assert (len(ring._padded(b"x" * size)) & (len(ring._padded(b"x" * size)) - 1)) == 0
        assert size + 4 <= len(ring._padded(b"x" * size)) < max(65, 2 * (size + 4))


def test_an_id_is_claimed_once_and_none_is_found_over_the_seam_of_two() -> None:
    claimed, first, second = Claimed(), b"\0\0" + b"\1" * 12 + b"\0\0", b"\0\0" + b"\2" * 14
    seam = first[14:] + second[:14]  # begins as both do, so that it is looked for beside them
    assert [claimed.add(one) for one in (first, second, seam, first, second, seam)] == [True] * 3 + [False] * 3
