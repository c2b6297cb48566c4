"""Envelopes: format 1 frozen, and whatever was moved, cut or changed does not open."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.cast import Cast
from union.members.models import HandedIn, Identity, Member, Proposal, Standing
from union.store.db import Store
from union.vault import ring
from union.vault.envelope import place

ROW = UUID("12345678-1234-4234-8234-123456789abc")
SECRET, ROOT = bytes(range(32)), bytes(range(100, 132))
PLACE = "00066d656d626572000f6964656e746974795f7365616c6564001012345678123442348234123456789abc"
SEALED = (
    "010007c8c9cacbcccdcecfd0d1d2d3117861c8fdee954119593d843cdf6ecd6a5e6a70ad49d524eda93be1da91abe9cc8c2aa6921f2aaa"
    "32ff44a7b01701e0dfb11bb8840df7101b184695a152473c518bc3bb3284800cb94470249f9f5dc4"
)
WRAPPED = (
    "010000c8c9cacbcccdcecfd0d1d2d3c9f15e7f8af9d89fce6059cca7d4c44e9c1220feb0fd1597fb770e62529bca84c854c6c5be64661b"
    "27365de1c5cdcf051b5c847e0ebb7d638b632693a89498bd5c8746a19d587698dee788fe2592cfee"
)


@pytest.fixture(autouse=True)
def _the_ring_of_before() -> Iterator[None]:
    before = list(ring._open)
    yield
    ring._open[:] = before


def frozen(**more: str) -> ring.Ring:
    """A ring of the vectors' keys."""
    made = ring.Ring(ROOT)
    for number, purpose in ((3, "tokens"), (4, "record.mac"), (5, "file"), (6, "member.identity")):
        kek = ring.Key(0, "ring", ring.expand(ROOT, "kek/v1"))
        made.add(number, purpose, kek.seal(f"key_ring|{purpose}|{number}".encode(), SECRET), active=True)
    return made


def test_what_format_1_wrote_opens_for_ever() -> None:
    assert place("member", "identity_sealed", ROW).hex() == PLACE
    key = ring.Key(7, "member.identity", SECRET)
    assert key.open(bytes.fromhex(PLACE), bytes.fromhex(SEALED)).decode() == '{"name":"مينة"}'
    made = ring.Ring(ROOT)
    made.add(3, "tokens", bytes.fromhex(WRAPPED), active=True)
    assert made.sealing["tokens"].secret == SECRET


def test_format_1_is_written_to_the_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", lambda n: bytes(range(200, 200 + n)))
    key = ring.Key(7, "member.identity", SECRET)
    assert key.seal(bytes.fromhex(PLACE), '{"name":"مينة"}'.encode()).hex() == SEALED


def test_tokens_and_macs_are_frozen_too() -> None:
    ring.use(frozen())
    assert ring.token("phone", "+212612345678").hex() == "0abd10ecea0bed0de6ed70a2d19782ed"
    assert ring.token("email", "+212612345678").hex() == "cb1bd148b7bc8fddfc75592304e1495d"
    expected = "6f19305e6b62a54d92c6c5341d53025c5d660ff33ce48d02c2f2d56982995078"
    assert ring.mac("record.mac", b"1", b"", b"abc").hex() == expected
    assert ring.mac("record.mac", b"1a", b"", b"bc") != ring.mac("record.mac", b"1", b"", b"abc")


@given(st.binary(max_size=100_000))
@settings(max_examples=60, deadline=None)
def test_what_goes_in_comes_out(plain: bytes) -> None:
    key = ring.Key(7, "file", SECRET)
    sealed = key.seal(b"place", plain)
    assert key.open(b"place", sealed) == plain
    assert len(plain) < 16 or plain not in sealed


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.lists(st.text(max_size=20), max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_person_goes_in_and_comes_out(name: str, phones: list[str]) -> None:
    ring.use(frozen())
    row = uuid4()
    person = Identity(family_name=name, phones=tuple(one.encode(errors="replace").decode() for one in phones))
    assert Member.identity.open("member", row, Member.identity.seal("member", row, person)) == person


@pytest.mark.parametrize("broken", ["\ud800", "Ali\udfff"])
def test_half_a_sign_is_refused_before_it_is_sealed(broken: str) -> None:
    ring.use(frozen())
    with pytest.raises(UnicodeEncodeError):
        Member.identity.seal("member", ROW, Identity(family_name=broken))


def test_every_flipped_bit_is_noticed() -> None:
    made = frozen()
    sealed = made.seal("member.identity", b"place", b"Mina")
    for index in range(min(64, len(sealed))):
        for bit in range(8):
            changed = bytearray(sealed)
            changed[index] ^= 1 << bit
            with pytest.raises(InvalidTag):
                made.open("member.identity", b"place", bytes(changed))


def test_every_cut_and_every_addition_is_noticed() -> None:
    made = frozen()
    sealed = made.seal("member.identity", b"place", b"Mina")
    for changed in [*(sealed[:length] for length in range(len(sealed))), sealed + b"\0", b"\1" + sealed, sealed * 2]:
        with pytest.raises(InvalidTag):
            made.open("member.identity", b"place", changed)


def test_an_envelope_opens_at_its_place_only() -> None:
    ring.use(frozen())
    sealed = Member.identity.seal("member", ROW, Identity("Alaoui"))
    assert Member.identity.open("member", ROW, sealed).family_name == "Alaoui"
    for purpose, where in (
        ("member.identity", place("member", "identity_sealed", uuid4())),  # another row
        ("member.identity", place("member", "standing_sealed", ROW)),  # another column
        ("member.identity", place("proposal", "identity_sealed", ROW)),  # another table
        ("file", place("member", "identity_sealed", ROW)),  # another purpose
        ("member.identity", place("memberi", "dentity_sealed", ROW)),  # the same letters, cut elsewhere
    ):
        with pytest.raises(InvalidTag):
            ring.current().open(purpose, where, sealed)


def test_a_key_that_was_retired_opens_nothing() -> None:
    made = frozen()
    sealed = made.seal("file", b"place", b"x")
    del made.opening[made.sealing["file"].header]
    with pytest.raises(InvalidTag):
        made.open("file", b"place", sealed)


def test_a_wrapped_key_belongs_to_its_number_and_purpose() -> None:
    made = frozen()
    wrapped = made.wrap_new(9, "file")
    made.add(9, "file", wrapped, active=False)
    for number, purpose in ((8, "file"), (9, "tokens")):
        with pytest.raises(InvalidTag):
            made.add(number, purpose, wrapped, active=True)
    with pytest.raises(InvalidTag):
        ring.Ring(bytes(32)).add(9, "file", wrapped, active=True)


def test_a_swapped_row_does_not_open(store: Store, cast: Cast) -> None:
    """By hand in the database, under the application."""
    with store.maintaining() as session:
        mina, omar = session.get_one(Member, cast.mina), session.get_one(Member, cast.omar)
        mina.identity_sealed, omar.identity_sealed = omar.identity_sealed, mina.identity_sealed
    with Session(store.engine) as session:
        for one in (cast.mina, cast.omar):
            with pytest.raises(InvalidTag):
                session.get_one(Member, one).identity  # noqa: B018  # reading is what fails


def test_the_length_says_little() -> None:
    """Names of 1 to 40 letters, in either script, have one stored length."""
    ring.use(frozen())
    lengths = {
        len(Member.identity.seal("member", ROW, Identity(letter * many, "Ali")))
        for many in range(1, 41)
        for letter in ("a", "é")
    }
    assert len(lengths) == 1
    key = ring.Key(1, "file", SECRET)
    assert {len(key.seal(b"", b"x" * many)) for many in range(61)} == {3 + 12 + 64 + 16}
    assert len(key.seal(b"", b"x" * 61)) == 3 + 12 + 128 + 16


def test_nonces_do_not_repeat_also_after_a_fork() -> None:
    key = ring.Key(1, "file", SECRET)
    mine = [key.seal(b"", b"")[3:15] for _ in range(20_000)]
    reads = []
    for _ in range(8):
        read, write = os.pipe()
        if os.fork() == 0:
            os.write(write, b"".join(key.seal(b"", b"")[3:15] for _ in range(200)))
            os._exit(0)
        os.close(write)
        reads.append(read)
    for read in reads:
        with os.fdopen(read, "rb") as pipe:
            sent = pipe.read()
        mine += [sent[start : start + 12] for start in range(0, len(sent), 12)]
        os.wait()
    assert len(mine) == 20_000 + 8 * 200
    assert len(set(mine)) == len(mine)


def test_equal_values_of_one_kind_have_one_token_and_of_two_kinds_two() -> None:
    made = frozen()
    ring.use(made)
    assert ring.token("phone", "1") == ring.token("phone", "1")
    assert len({ring.token(kind, "1") for kind in ("phone", "email", "number", "account|login", "record.subject")}) == 5
    assert all(len(ring.token("phone", one)) == ring.TOKEN for one in ("", "x" * 999, "مينة"))


def test_a_form_that_was_handed_in_is_comparable_with_nobody(store: Store, cast: Cast) -> None:
    """With the dump and the power to hand in forms, nobody learns who is a member: equal content, no equal bytes."""
    assert not [column.name for column in Proposal.__table__.columns if column.info.get("holds") == "token"]
    with Session(store.engine) as session:
        stored = session.scalars(select(Member.identity_sealed)).all()
    sealed = Proposal.handed_in.seal("proposal", uuid4(), HandedIn("Mina", "El Fassi", "+212612345678"))
    for other in stored:
        assert not any(sealed[start : start + 8] in other for start in range(3, len(sealed) - 8))


def test_an_envelope_keeps_up_with_its_session(store: Store, cast: Cast) -> None:
    with Session(store.engine) as session:
        mina = session.get_one(Member, cast.mina)
        assert mina.identity.given_name == "Mina"
        mina.identity = replace(mina.identity, given_name="Amina")
        assert session.is_modified(mina)
        assert mina.identity.given_name == "Amina"
        session.rollback()
        assert mina.identity.given_name == "Mina"
        mina.standing = Standing(notes="nouveau")
        session.commit()
        session.expire(mina)
        assert mina.standing.notes == "nouveau"
        assert b"nouveau" not in mina.standing_sealed
