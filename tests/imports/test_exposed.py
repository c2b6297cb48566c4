"""Somebody outside the importer's reach is never revealed: the same file, whether they exist elsewhere or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, made, previewed, tokens, uploaded, work_off
from tests.imports.test_undo import turned
from union.app import Union
from union.imports.records.models import RosterImport
from union.members import actions
from union.members.models import Identity, Membership, Terms
from union.store.reach import Reach
from union.tables.cells import dates, emails, likeness, name_words, names, phones, vowels

SECRET = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|value=\"[A-Za-z0-9_.-]{20,}\"|content=\"[A-Za-z0-9_.-]{20,}\"")
CLOCK = re.compile(r"\d{1,2} ?[:h] ?\d{2}")
LIST = made(6) + b"\n;Voisin;Karim;0611223344;voisin@example.ma;;"


def elsewhere(app: Union, cast: Cast, kind: str) -> None:
    """Somebody at the other workplace who shares something with a row of the list, or nobody."""
    given = {
        "phone": Identity("Autre", "Nadia", phones=("+212600000003",)),
        "email": Identity("Autre", "Nadia", emails=("p3@example.ma",)),
        "name": Identity("Voisin", "Karim"),
        "all": Identity(
            "Nomd", "Prénom", phones=("+212600000003",), emails=("p3@example.ma",), born_on=date(1990, 1, 1)
        ),
        "number": Identity("Autre", "Nadia"),
    }.get(kind, Identity("Personne", "Rien", phones=("+212699999999",), emails=("rien@example.ma",)))
    number = "00003" if kind in {"number", "all"} else "77777"
    with app.store.writing(Reach(everywhere=True)) as session:
        terms = Terms(employee_number=number)
        actions.create(session, cast.sal, given, cast.there, terms, state=Membership.MEMBER, on=date(2026, 1, 5))


@contextmanager
def counted(app: Union) -> Iterator[list[str]]:
    """The statements that the database is asked meanwhile."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", note)
    yield seen
    event.remove(app.store.engine, "before_cursor_execute", note)


def told(page: str) -> str:
    return CLOCK.sub("…", SECRET.sub("…", re.sub(r"nonce=\"[^\"]+\"", "", page)))


def brought(app: Union, cast: Cast, olu: Visitor) -> tuple[list[str], list[str]]:
    """Every page that the importer sees from the file to the undo, and every statement behind them and the work."""
    pages: list[str] = []
    with counted(app) as seen:
        address = uploaded(olu, cast.here, LIST)
        pages.append(olu.get(f"{address}/columns").text)
        previewed(olu, address)
        for show in ("new", "updated", "decide", "problems", "twice", "refused"):
            pages.append(olu.get(f"{address}/preview?show={show}").text)
        begun(olu, address)
        work_off(app)
        pages += [olu.get(address).text, olu.get(f"{address}/undo").text]
    turned(app, olu, address)
    pages.append(olu.get(address).text)
    return [told(page) for page in pages], seen


@pytest.mark.parametrize("kind", ["phone", "email", "name", "number", "all"])
def test_every_page_and_every_statement_is_the_same(app: Union, cast: Cast, olu: Visitor, kind: str) -> None:
    """Brought in and taken back three times: to warm up, beside a stranger, and beside somebody whom a row names."""
    brought(app, cast, olu)
    elsewhere(app, cast, "nobody")
    without, asked_without = brought(app, cast, olu)
    elsewhere(app, cast, kind)
    beside, asked_beside = brought(app, cast, olu)
    assert beside == without
    assert asked_beside == asked_without


def test_somebody_of_two_workplaces_stays_two_until_somebody_of_both_says_so(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    """The importer's row is a new person; nothing of the other is changed, told or taken from them."""
    elsewhere(app, cast, "all")
    there = {one.id: (one.identity, work.terms) for one, work in at(app.store, cast.there)}
    held = set(tokens(app.store))
    address = uploaded(olu, cast.here, LIST)
    previewed(olu, address)
    begun(olu, address)
    work_off(app)
    assert {one.id: (one.identity, work.terms) for one, work in at(app.store, cast.there)} == there
    assert held <= set(tokens(app.store))
    new = {work.terms.employee_number: one for one, work in at(app.store, cast.here)}["00003"]
    assert new.id not in there
    again = uploaded(sal, cast.here, LIST)  # who reaches both sees one of them, and changes nobody by that
    previewed(sal, again)
    with app.store.maintaining() as session:
        counts = session.get_one(RosterImport, UUID(again.rsplit("/", 1)[1])).plan.counts
    assert counts.new == 0


def test_what_somebody_of_both_workplaces_was_shown_is_not_shown_to_who_reaches_one(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    """A preview says of the known what is known of them elsewhere: who reaches less compares the list anew."""
    elsewhere(app, cast, "all")
    address = uploaded(sal, cast.here, LIST)
    previewed(sal, address)
    assert "Prénom Nomd" in sal.get(f"{address}/preview?show=updated").text
    for show in ("updated", "decide", "new"):
        assert olu.get(f"{address}/preview?show={show}", 302).location == f"{address}/columns"
    for step in ("decide", "correct"):
        olu.post(f"{address}/{step}", status=409)
    assert olu.post(f"{address}/apply", status=302).location == f"{address}/preview"
    previewed(olu, address)
    assert "Prénom Nomd" not in olu.get(f"{address}/preview?show=updated").text
    begun(olu, address)


def written_by(app: Union, cast: Cast, sal: Visitor, olu: Visitor, kind: str) -> list[str]:
    """What somebody of one workplace is told of a list that the secretariat brings in for it, takes back and brings
    back."""
    elsewhere(app, cast, kind)
    address = uploaded(sal, cast.here, LIST)
    previewed(sal, address)
    unusual = sal.page(f"{address}/preview").select("[name=confirmed]")
    begun(sal, address, **({"confirmed": "vu"} if unusual else {}))
    work_off(app)
    pages = [olu.get(f"{address}?lang=en").text]
    assert "7 people of this list are written" in pages[0]
    assert olu.get(f"{address}/undo", 302).location == address
    pages.append(olu.get(address).text)  # says why
    version = sal.page(f"{address}/undo").select_one("#main-form [name=version]")
    assert version is not None
    assert olu.post(f"{address}/undo", {"version": str(version["value"])}).location == address
    assert len(at(app.store, cast.here)) == 9
    turned(app, sal, address)
    pages.append(olu.get(address).text)
    assert olu.get(f"{address}/undo", 302).location == address
    pages.append(olu.get(address).text)
    return [CLOCK.sub("…", SECRET.sub("…", page)) for page in pages]


def test_what_a_list_did_says_nothing_of_who_is_known_elsewhere(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    nobody = written_by(app, cast, sal, olu, "nobody")
    assert written_by(app, cast, sal, olu, "all") == nobody


def test_the_list_of_imports_says_nothing_of_who_is_known_elsewhere(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor
) -> None:
    elsewhere(app, cast, "all")
    address = uploaded(sal, cast.here, LIST)
    previewed(sal, address)
    begun(sal, address)
    work_off(app)
    numbers = [cell.get_text(strip=True) for cell in sal.page("/imports").select("tbody tr td.col-number")]
    assert numbers == ["7", "6", "1"]
    assert [cell.get_text(strip=True) for cell in olu.page("/imports").select("tbody tr td.col-number")] == [
        "7",
        "–",
        "–",
    ]


def remembered() -> list[tuple[str, int, int]]:
    """What each memory of read values was asked: how often it knew, and how often it did not."""
    modules = (dates, emails, likeness, name_words, names, phones, vowels)
    caches = [one for module in modules for one in vars(module).values() if hasattr(one, "cache_info")]
    return [(one.__qualname__, one.cache_info().hits, one.cache_info().misses) for one in caches]


def test_a_list_of_somebody_else_is_not_remembered(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """Else those who stood in it are read sooner: who brings in their names and telephones could measure it."""
    previewed(sal, uploaded(sal, cast.there, made(50, 1100)))
    asked = []
    for first in (1100, 2200):
        address = uploaded(olu, cast.here, made(50, first))
        read = remembered()
        previewed(olu, address)
        asked.append((read, remembered()))
    assert asked[0] == asked[1]
