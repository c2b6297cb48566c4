"""An import is taken back whole, whenever: creations and changes; what others changed since stays, and is told."""

from __future__ import annotations

import dataclasses
import json
import random
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
import pytest
from alembic import command as migrate
from sqlalchemy import select, text

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import around, union
from tests.imports.lists import at, brought_in, count, filled, made, tokens, work_off
from tests.layoffs.desk import csv, opened, taken
from union.app import Union
from union.imports.kinds.registry import BOOKS
from union.imports.records.models import RosterImport, Stage
from union.imports.records.undo_log import ImportBatch
from union.imports.undo import undoing
from union.installation import alembic, upgrade
from union.members import actions
from union.members.models import Employment, Member, MemberToken
from union.record import chain
from union.store.reach import Reach
from union.vault import ring, root
from union.vault.envelope import place
from union.vault.root import BadKey


def turned(app: Union, visitor: Visitor, address: str) -> None:
    """Take an import back from its page."""
    page = visitor.page(f"{address}/undo")
    form = next(form for form in page.select("main form") if form["action"].endswith("/undo"))
    visitor.post(f"{address}/undo", filled(form))
    visitor.page(address)
    visitor.get(f"{address}/progress")
    work_off(app)
    visitor.page(address)


def plan(app: Union, address: str) -> Any:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).plan


def contents(app: Union) -> dict[str, Any]:
    """What is known of everybody, opened; ids of tokens and counters of changes aside."""
    with app.store.maintaining() as session:
        people = {str(one.id): (one.identity, one.standing) for one in session.scalars(select(Member))}
        works = {str(one.id): (one.workplace_id, one.terms) for one in session.scalars(select(Employment))}
        held = sorted((str(one.member_id), one.token) for one in session.scalars(select(MemberToken)))
        return {**people, **works, "tokens": held}


def rows(app: Union) -> dict[str, str]:
    """Every row of the people's tables, byte by byte, by its id."""
    found = {}
    with app.store.maintaining() as session:
        for table in ("member", "employment", "member_token", "mandate", "entrusted"):
            for row in session.execute(text(f"select * from {table}")).mappings():
                found[f"{table} {row['id']}"] = repr(sorted(row.items()))
    return found


def changed(people: int) -> bytes:
    return made(people).decode().replace("4200,50", "4300").replace("0600", "0700").encode()


def test_creations_go_byte_by_byte(app: Union, cast: Cast, olu: Visitor) -> None:
    before = rows(app)
    address = brought_in(app, olu, cast.here, made(700))
    assert len(rows(app)) > len(before)
    turned(app, olu, address)
    assert rows(app) == before
    assert plan(app, address).stage is Stage.UNDONE
    with app.store.maintaining() as session:
        assert chain.verify(session).bad is None


def test_changes_go(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(20))
    before = contents(app)
    address = brought_in(app, olu, cast.here, changed(30))
    assert contents(app) != before
    turned(app, olu, address)
    assert contents(app) == before


def test_an_undo_only_undoes(app: Union, cast: Cast, olu: Visitor, settings: config.Settings) -> None:
    """The same list brought in once more is not doubled by undoing the first again, on the page or by the command."""
    first = brought_in(app, olu, cast.here, made(30))
    version = filled(next(one for one in olu.page(f"{first}/undo").select("main form")))
    turned(app, olu, first)
    brought_in(app, olu, cast.here, made(30))
    there = rows(app)
    refused = union("import", "undo", first.rsplit("/", 1)[1], environment=around(settings))
    assert (refused.code, refused.out) == (1, "")
    assert "This import was taken back already" in refused.err
    for held in (version, {"version": str(plan_version(app, first))}):
        said = olu.post(f"{first}/undo", held, 409).text
        assert "a déjà été annulée" in said
    assert olu.get(f"{first}/undo", 302).location == first
    assert not olu.page(first).select(f"[href='{first}/undo']")
    work_off(app)
    assert rows(app) == there
    assert plan(app, first).stage is Stage.UNDONE


def plan_version(app: Union, address: str) -> int:
    with app.store.maintaining() as session:
        return session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1])).version


def test_what_an_earlier_version_was_bringing_back_can_be_taken_back() -> None:
    assert Stage("redoing") is Stage.DONE
    assert msgspec.json.decode(b'"redoing"', type=Stage) is Stage.DONE


def test_what_others_changed_since_stays_and_is_told(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(5))
    address = brought_in(app, olu, cast.here, changed(7))
    people = {work.terms.employee_number: member.id for member, work in at(app.store, cast.here)}
    with app.store.writing(Reach(everywhere=True)) as session:
        for number, alias in (("00002", "Zouzou"), ("00006", "Titi")):
            member = session.get_one(Member, people[number])
            identity = dataclasses.replace(member.identity, alias=alias, phones=("+212600999999",))
            actions.correct(session, cast.olu, member, identity)
    page = olu.page(f"{address}/undo?lang=en")
    assert [one.get_text() for one in page.select("ul.numbers strong")] == ["1", "5", "2"]
    told = page.select_one("table").get_text()
    assert "Telephone: 06 00 99 99 99" in told.replace("\u2068", "").replace("\u2069", "")  # what it is now
    assert "changed since, or in use elsewhere" in told
    olu.page(f"{address}/undo?lang=ar")
    turned(app, olu, address)
    now = {work.terms.employee_number: (member, work) for member, work in at(app.store, cast.here)}
    assert "00007" not in now
    assert now["00006"][0].identity.alias == "Titi"
    assert now["00002"][0].identity.phones == ("+212600999999",)
    assert str(now["00002"][1].terms.wage.gross) == "4200.50"  # what nobody changed goes back
    assert now["00001"][0].identity.phones == ("+212600000001",)
    assert len(plan(app, address).turned.held) == 2


def test_who_is_named_elsewhere_stays(app: Union, cast: Cast, olu: Visitor) -> None:
    address = brought_in(app, olu, cast.here, made(3))
    member, _work = next(pair for pair in at(app.store, cast.here) if pair[1].terms.employee_number == "00002")
    with app.store.maintaining() as session:
        session.execute(
            text("insert into entrusted (id, account_id, member_id, workplace_id) values (:i, :a, :m, :w)"),
            {"i": _id(app, cast.zed), "a": _id(app, cast.ann), "m": _id(app, member.id), "w": _id(app, cast.here)},
        )
    taken(olu, opened(olu, cast), csv("00003;Nomd;Prénom;Employé;23/02/2020;31/12/2026;4200,50;0;;10000,00;"))
    turned(app, olu, address)
    left = {one.terms.employee_number for _member, one in at(app.store, cast.here)}
    assert left & {"00001", "00002", "00003"} == {"00002", "00003"}


def _id(app: Union, value: UUID) -> Any:
    return value.hex if app.store.on_sqlite else value


def test_the_later_import_first_then_the_earlier(app: Union, cast: Cast, olu: Visitor) -> None:
    before = contents(app)
    first = brought_in(app, olu, cast.here, made(12))
    second = brought_in(app, olu, cast.here, changed(12))
    turned(app, olu, second)
    turned(app, olu, first)
    assert contents(app) == before


def test_out_of_reach_is_not_found(app: Union, cast: Cast, olu: Visitor, sal: Visitor, ann: Visitor) -> None:
    address = brought_in(app, sal, cast.there, made(3))
    people = count(app.store)
    olu.get(f"{address}/undo", 404)
    olu.post(f"{address}/undo", {"version": "3"}, 404)
    ann.get(f"{address}/undo", 404)
    work_off(app)
    assert count(app.store) == people


def test_a_grant_that_ended_stops_the_undo(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    address = brought_in(app, olu, cast.here, made(3))
    people = count(app.store)
    form = filled(next(one for one in olu.page(f"{address}/undo").select("main form")))
    olu.post(f"{address}/undo", form)
    sal.post(f"/accounts/{cast.olu}/disable")
    work_off(app)
    assert count(app.store) == people
    assert plan(app, address).stage is Stage.DONE


@pytest.mark.parametrize("seed", range(4))
def test_random_imports_edits_and_undos(app: Union, cast: Cast, olu: Visitor, seed: int) -> None:
    """Rows that no import and no edit touched stay byte by byte; what is undone is as before but for the edits."""
    chance = random.Random(seed)
    brought_in(app, olu, cast.here, made(15))
    bytes_before, before = rows(app), contents(app)
    addresses = [brought_in(app, olu, cast.here, _random_list(chance)) for _ in range(2)]
    edited = set()
    for member, work in chance.sample(at(app.store, cast.here), 3):
        with app.store.writing(Reach(everywhere=True)) as session:
            row = session.get_one(Member, member.id)
            actions.correct(session, cast.olu, row, dataclasses.replace(row.identity, born_on=date(1990, 1, 2)))
        edited |= {str(member.id), str(work.id)}
    for address in reversed(addresses):
        turned(app, olu, address)
    now = contents(app)
    held = now.pop("tokens"), before.pop("tokens")
    assert {key: value for key, value in now.items() if key not in edited} == {
        key: value for key, value in before.items() if key not in edited
    }
    assert {one for one in held[0] if one[0] not in edited} == {one for one in held[1] if one[0] not in edited}
    people = {number for number, *_ in (line.split(";") for line in made(15).decode().splitlines()[1:])}
    assert people <= {work.terms.employee_number for _member, work in at(app.store, cast.here)}
    outside = {
        key for key in bytes_before if str(cast.there) in bytes_before[key] or cast.there.hex in bytes_before[key]
    }
    assert {key: rows(app)[key] for key in outside} == {key: bytes_before[key] for key in outside}
    with app.store.reading(Reach(everywhere=True)) as session:
        for address in addresses:
            assert undoing.look(session, UUID(address.rsplit("/", 1)[1]), BOOKS).people == 0
    assert len(tokens(app.store)) == len(set(tokens(app.store)))


def _random_list(chance: random.Random) -> bytes:
    lines = made(25).decode().splitlines()
    kept = [lines[0]]
    for line in lines[1:]:
        cells = line.split(";")
        if chance.random() < 0.3:
            continue
        if chance.random() < 0.5:
            cells[6] = f"{chance.randrange(4000, 9000)}"
        if chance.random() < 0.3:
            cells[3] = f"07{chance.randrange(10**8):08d}"
        if chance.random() < 0.2:
            cells[2] = "Prenom-Bis"
        kept.append(";".join(cells))
    return "\n".join(kept).encode()


def of_before(app: Union, address: str, *names: str) -> None:
    """The row of a list as a version kept it that did not know these of its values yet."""
    with app.store.maintaining() as session:
        row = session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1]))
        where = place("roster_import", "plan_sealed", row.id)
        kept = json.loads(ring.current().open("import", where, row.plan_sealed))
        for name in names:
            del kept[name]
        row.plan_sealed = ring.current().seal("import", where, json.dumps(kept).encode())


def test_an_organiser_takes_back_their_own_list_of_before(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """With whose people it was compared was not kept then: whoever began it was told all of it."""
    before = rows(app)
    address, of_another = (brought_in(app, one, cast.here, made(5, at)) for one, at in ((olu, 1), (sal, 50)))
    for one in (address, of_another):
        of_before(app, one, "compared_at", "process")
    olu.get(f"{of_another}/undo", 302)
    olu.post(f"{of_another}/undo", {"version": str(plan_version(app, of_another))})
    work_off(app)
    assert plan(app, of_another).stage is Stage.DONE
    turned(app, olu, address)
    turned(app, sal, of_another)
    assert rows(app) == before


def test_what_an_undo_kept_of_those_whom_it_took_out_is_forgotten(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings
) -> None:
    """Revision 0026 needs the key, and touches nothing else of an import."""
    undone, standing = (brought_in(app, olu, cast.here, made(5, first)) for first in (1, 50))
    turned(app, olu, undone)
    with app.store.maintaining() as session:
        for batch in session.scalars(select(ImportBatch)):
            where = place("import_batch", "kept_sealed", batch.id)
            kept = json.loads(ring.current().open("import.kept", where, batch.kept_sealed))
            if kept["undone"]:
                kept["removed"] = [{"member_id": str(cast.mina), "terms_sealed": "c2VhbGVk"}]
            batch.kept_sealed = ring.current().seal("import.kept", where, json.dumps(kept).encode())
    migrate.downgrade(alembic(settings.database, root.load(settings.key_file, settings.state)), "0025")
    with pytest.raises(BadKey, match="union upgrade"):
        migrate.upgrade(alembic(settings.database), "head")
    upgrade(settings)
    with app.store.maintaining() as session:
        for batch in session.scalars(select(ImportBatch)):
            where = place("import_batch", "kept_sealed", batch.id)
            assert "removed" not in json.loads(ring.current().open("import.kept", where, batch.kept_sealed))
    before = count(app.store)
    turned(app, olu, standing)
    assert count(app.store) == before - 5
