"""People written down together: read line by line, never told who asked to be left alone, taken back."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from hypothesis import given as drawn
from hypothesis import strategies as st
from sqlalchemy import event

from tests.browsing import Visitor
from tests.cast import Cast
from tests.drives.working import begun, people, person, unit
from union.drives.pasting import Fault, read
from union.drives.people import DriveContact, Unit, UnitKind

UNITS = {uuid4(): Unit("Équipe B", UnitKind.TEAM, "B")}
SENT = {"basis": "gave_number"}


@pytest.fixture
def plan(olu: Visitor, cast: Cast) -> UUID:
    return begun(olu, cast)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Salma; 0600 00 00 01; Équipe B", ("Salma", "+212600000001", "B", None)),
        ("0600000001, Salma", ("Salma", "+212600000001", "", None)),
        ("سلمى، ٠٦٠٠٠٠٠٠٠١، b", ("سلمى", "+212600000001", "B", None)),
        ("Salma", ("Salma", "", "", None)),
        ("0600000001", ("", "", "", Fault.NO_NAME)),
        ("Salma; 12345", ("", "", "", Fault.PHONE)),
        ("Salma; 060000", ("", "", "", Fault.PHONE)),
        ("Salma; 0600000001; 0600000002", ("", "", "", Fault.TOO_MUCH)),
        ("Salma; El Fassi; 0600000001", ("", "", "", Fault.TOO_MUCH)),
        ("=Salma; 0600000001", ("", "", "", Fault.NOT_A_NAME)),
    ],
)
def test_a_line_is_a_given_name_a_telephone_and_a_team(line: str, told: tuple[object, ...]) -> None:
    one = read(line, UNITS)[0]
    assert (one.given_name, one.phone, one.unit, one.fault) == told


@drawn(st.text(max_size=200).filter(str.strip))
def test_any_text_is_read_line_by_line(typed: str) -> None:
    lines = [one for one in typed.splitlines() if one.strip()]
    found = read(typed, UNITS) if lines else []
    assert [one.said for one in found] == [one.strip() for one in lines]
    assert all(bool(one.given_name) != bool(one.fault) for one in found)


def test_what_was_pasted_is_looked_at_before_it_is_written(olu: Visitor, plan: UUID) -> None:
    unit(olu, plan, "Équipe B")
    olu.post(f"/plans/{plan}/cards/several/look", {"typed": "Salma"}, 200)
    sent = {"typed": "Salma\t0600 00 00 01\tÉquipe B\nYoussef\t12345678\t", **SENT}
    text = olu.post(f"/plans/{plan}/cards/several/look", sent, 200).text
    assert "Salma" in text
    assert "12345678" in text
    assert not people(olu.app, plan), "nothing is written by looking"
    olu.post(f"/plans/{plan}/cards/several", sent, 422)
    assert not people(olu.app, plan), "all or nothing"
    olu.post(f"/plans/{plan}/cards/several", {**sent, "typed": "Salma; 0600000001; b\nYoussef"})
    assert sorted(people(olu.app, plan).values()) == ["Salma", "Youssef"]


def test_nothing_tells_that_somebody_asked_to_be_left_alone_or_stands_there(olu: Visitor, plan: UUID) -> None:
    salma = person(olu, plan, "Salma", 1)
    person(olu, plan, "Youssef", 2)
    olu.post(f"/cards/{salma}/never")
    sent = {"typed": "Salma; 0600000001\nYoussef; 0600000002", **SENT}
    stranger = {"typed": "Salma; 0600000003\nYoussef; 0600000004", **SENT}
    pages = [olu.post(f"/plans/{plan}/cards/several/look", one, 200).text for one in (sent, stranger)]
    looked = [BeautifulSoup(one, "html.parser").select_one("#read").text for one in pages]
    assert looked[0].replace("00 01", "00 03").replace("00 02", "00 04") == looked[1]
    answer = olu.post(f"/plans/{plan}/cards/several", sent)
    assert answer.headers["Location"] == f"/plans/{plan}/cards"
    assert list(people(olu.app, plan).values()) == ["Youssef"]


def test_a_list_of_thirty_asks_as_often_as_one_of_three(olu: Visitor, plan: UUID) -> None:
    asked: list[int] = []
    for start, people_ in ((10, 3), (20, 30)):
        typed = "\n".join(f"Salma; 06000000{number:02}" for number in range(start, start + people_))
        told: list[str] = []
        hear = lambda *given, told=told: told.append(given[2])  # noqa: E731  # listened to for one post
        event.listen(olu.app.store.engine, "before_cursor_execute", hear)
        olu.post(f"/plans/{plan}/cards/several", {"typed": typed, **SENT})
        event.remove(olu.app.store.engine, "before_cursor_execute", hear)
        asked.append(len([one for one in told if one.startswith("SELECT")]))
    assert asked[0] == asked[1]
    assert len(people(olu.app, plan)) == 33


def test_a_list_is_taken_back_but_for_whom_somebody_wrote_of_since(olu: Visitor, plan: UUID) -> None:
    person(olu, plan, "Zineb", 9)
    olu.post(f"/plans/{plan}/cards/several", {"typed": "Salma\nYoussef", **SENT})
    youssef = next(key for key, name in people(olu.app, plan).items() if name == "Youssef")
    olu.post(f"/cards/{youssef}/talk", {"outcome": "thinks"})
    with olu.app.store.maintaining() as session:
        brought = session.get_one(DriveContact, youssef).standing.brought
    olu.post(f"/plans/{plan}/cards/several/back", {"brought": str(uuid4())}, 422)
    olu.post(f"/plans/{plan}/cards/several/back", {"brought": str(brought)})
    assert sorted(people(olu.app, plan).values()) == ["Youssef", "Zineb"]


def test_a_list_without_a_legal_basis_writes_nobody(olu: Visitor, cast: Cast) -> None:
    address = olu.post("/plans", {"workplace": str(cast.here), "name": "Automne"}).headers["Location"]
    page = olu.post(f"{address}/cards/several", {"typed": "Salma", **SENT}, 422)
    assert "base légale" in page.text
