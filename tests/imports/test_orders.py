"""Several imports over the same people, taken back in any order, with edits by others between."""

from __future__ import annotations

import dataclasses
import random

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, brought_in, made, tokens
from tests.imports.test_undo import contents, plan, rows, turned
from union.app import Union
from union.imports.records.models import Stage
from union.members import actions
from union.members.models import Member
from union.record import chain
from union.store.reach import Reach


def column_changed(chance: random.Random, column: int, first: int, people: int) -> bytes:
    """A list of some people that says something else in one column of each; an empty cell changes nothing."""
    lines = made(people, first).decode().splitlines()
    for number in range(1, len(lines)):
        cells = lines[number].split(";")
        said = {3: f"07{chance.randrange(10**8):08d}", 6: f"{chance.randrange(4000, 9000)}", 2: "Prénom Bis"}[column]
        lines[number] = ";".join(
            said if place == column else cell if place < 3 else "" for place, cell in enumerate(cells)
        )
    return "\n".join(lines).encode()


@pytest.mark.parametrize("seed", range(4))
def test_imports_that_touch_different_things_go_back_in_any_order(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, seed: int
) -> None:
    """Three lists over overlapping people, each of another field, and one of another workplace: the order is
    nothing."""
    chance = random.Random(seed)
    brought_in(app, olu, cast.here, made(12))
    before, before_bytes = contents(app), rows(app)
    lists = [column_changed(chance, column, 1 + 2 * at_list, 8) for at_list, column in enumerate((3, 6, 2))]
    addresses = [brought_in(app, olu, cast.here, one) for one in lists]
    addresses.append(brought_in(app, sal, cast.there, made(5, 100)))
    assert contents(app) != before
    chance.shuffle(addresses)
    for address in addresses:
        turned(app, sal, address)
        assert plan(app, address).stage is Stage.UNDONE
    assert contents(app) == before
    untouched = {key for key, row in before_bytes.items() if any(cast_id in row for cast_id in _ids(cast))}
    assert len(untouched) >= 6
    now = rows(app)
    assert {key: now[key] for key in untouched} == {key: before_bytes[key] for key in untouched}
    with app.store.maintaining() as session:
        assert chain.verify(session).bad is None


@pytest.mark.parametrize("seed", range(3))
def test_what_others_edit_between_stays_whatever_the_order(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, seed: int
) -> None:
    chance = random.Random(100 + seed)
    brought_in(app, olu, cast.here, made(12))
    before = contents(app)
    addresses = [brought_in(app, olu, cast.here, column_changed(chance, column, 1, 12)) for column in (6, 3)]
    edited = {}
    for member, _work in chance.sample(at(app.store, cast.here), 4):
        with app.store.writing(Reach(everywhere=True)) as session:
            row = session.get_one(Member, member.id)
            actions.correct(session, cast.sal, row, dataclasses.replace(row.identity, alias=f"Z{len(edited)}"))
        edited[str(member.id)] = f"Z{len(edited)}"
    chance.shuffle(addresses)
    for address in addresses:
        turned(app, sal, address)
    now = contents(app)
    assert now.keys() == before.keys()
    for key in before:
        if key in edited:
            assert now[key][0] == dataclasses.replace(before[key][0], alias=edited[key])
        elif key != "tokens":
            assert now[key] == before[key]
    assert now["tokens"] == before["tokens"]
    assert len(tokens(app.store)) == len(set(tokens(app.store)))


def _ids(cast: Cast) -> list[str]:
    people = (cast.mina, cast.omar, cast.rita, cast.mina_employment, cast.omar_employment, cast.rita_employment)
    return [form for one in people for form in (repr(one), one.hex)]
