"""A plan walked as whoever works it, whoever holds a list of it, and whoever should see nothing of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, func, select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.drives.working import begun, given, lines, people, person, unit, version
from union.drives import talking
from union.drives.key import DriveKey
from union.drives.lists import DriveListed, Line, NeverAgain
from union.drives.models import Drive, DriveState
from union.drives.people import DriveContact
from union.drives.talks import DriveTalk


@pytest.fixture
def plan(olu: Visitor, cast: Cast) -> UUID:
    return begun(olu, cast)


def test_nobody_is_written_down_before_the_legal_basis_is(olu: Visitor, cast: Cast) -> None:
    address = olu.post("/plans", {"workplace": str(cast.here), "name": "Automne"}).headers["Location"]
    page = olu.post(f"{address}/cards", {"given_name": "Salma", "basis": "came"}, 422)
    assert "legal basis" in page.text or "base légale" in page.text
    assert not people(olu.app, UUID(address.rsplit("/", 1)[1]))


def test_the_holder_of_a_list_sees_given_names_and_one_number_at_a_time(
    olu: Visitor, ann: Visitor, cast: Cast, plan: UUID
) -> None:
    team = unit(olu, plan, "Équipe B", people="40")
    person(olu, plan, "Salma", 1, team=str(team))
    person(olu, plan, "Youssef", 2, team=str(team))
    olu.post(f"/cards/{next(iter(people(olu.app, plan)))}/answers", {"question": "join", "stand": "4"})
    in_hand = given(olu, plan, cast.ann)
    page = ann.get("/my-list").text
    assert {name for name in ("Salma", "Youssef", "+2126", "0600", "Anfa", "Automne") if name in page} == {
        "Salma",
        "Youssef",
    }
    first = lines(olu.app, in_hand)[0]
    card = ann.get(f"/my-list/{first}").text
    assert "600000" not in card.replace(" ", "").replace("‑", "")
    shown = ann.post(f"/my-list/{first}/number", {}, 200).text
    assert "tel:+2126000000" in shown
    assert "tel:" not in ann.get(f"/my-list/{first}").text, "a number is shown for one tap"


def test_a_talk_leads_to_the_next_person_and_is_never_read_back(
    olu: Visitor, ann: Visitor, cast: Cast, plan: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, name in enumerate(("Salma", "Youssef"), 1):
        person(olu, plan, name, number)
    given(olu, plan, cast.ann)
    first = UUID(ann.page("/my-list").select("a.open")[0]["href"].rsplit("/", 1)[1])
    landed = ann.post(f"/my-list/{first}", {"outcome": "thinks", "issues": ["pay"], "line": "après le 15"})
    address = landed.headers["Location"]
    assert str(first) not in address.split("?")[0], "one lands on the next person"
    written = address.split("wrote=")[1]
    correcting = ann.page(f"/my-list/words/{written}")
    assert correcting.select_one("input[name=line]")["value"] == "après le 15"
    ann.post(f"/my-list/words/{written}", {"outcome": "no", "version": version(olu.app, DriveTalk, UUID(written))})
    monkeypatch.setattr(talking, "CORRECTED_WITHIN", talking.CORRECTED_WITHIN * 0)
    ann.get(f"/my-list/words/{written}", 404)
    ann.get(f"/my-list/{first}", 404)


def test_the_last_person_of_a_list_can_be_corrected_too(olu: Visitor, ann: Visitor, cast: Cast, plan: UUID) -> None:
    person(olu, plan, "Salma", 1)
    in_hand = given(olu, plan, cast.ann)
    landed = ann.post(f"/my-list/{lines(olu.app, in_hand)[0]}", {"outcome": "thinks"}).headers["Location"]
    links = [one["href"] for one in ann.page(landed).select("main a")]
    assert any(one.startswith("/my-list/words/") for one in links)


def test_a_stopped_list_is_empty_at_the_next_tap(olu: Visitor, ann: Visitor, cast: Cast, plan: UUID) -> None:
    person(olu, plan, "Salma", 1)
    in_hand = given(olu, plan, cast.ann)
    line = lines(olu.app, in_hand)[0]
    ann.get(f"/my-list/{line}")
    olu.post(f"/plan-lists/{in_hand}/stop")
    assert "Salma" not in ann.get("/my-list").text
    ann.get(f"/my-list/{line}", 404)
    ann.post(f"/my-list/{line}", {"outcome": "no"}, 404)
    with olu.app.store.reading(cast.reach("ann")) as session:
        assert session.get(DriveListed, line) is None, "the database itself shows nothing any more"
        assert session.scalar(select(func.count()).select_from(DriveKey)) == 0


def test_never_again_rests_at_once_and_is_final_once_the_owner_agrees(
    olu: Visitor, ann: Visitor, cast: Cast, plan: UUID
) -> None:
    salma = person(olu, plan, "Salma", 1)
    in_hand = given(olu, plan, cast.ann)
    ann.post(f"/my-list/{lines(olu.app, in_hand)[0]}", {"outcome": "never"})
    olu.post(f"/plans/{plan}/lists", {"asks": "join", "holder": str(cast.ann), "days": "7", "question": "join"}, 422)
    assert "Salma" in olu.get(f"/cards/{salma}").text
    olu.post(f"/cards/{salma}/never")
    olu.get(f"/cards/{salma}", 404)
    answer = olu.post(f"/plans/{plan}/cards", {"given_name": "Salma", "basis": "came", "phone": "0600 00 00 01"})
    assert answer.headers["Location"] == f"/plans/{plan}/cards", "the same answer as for anybody"
    assert not people(olu.app, plan)
    with olu.app.store.maintaining() as session:
        assert session.scalar(select(func.count()).select_from(NeverAgain)) == 1


def test_never_again_holds_where_somebody_is_put_right_too(olu: Visitor, cast: Cast, plan: UUID) -> None:
    salma, hajar = person(olu, plan, "Salma", 1), person(olu, plan, "Hajar", 2)
    olu.post(f"/cards/{salma}/never")
    sent = {"given_name": "Hajar", "basis": "came", "phone": "0600 00 00 01"}
    answer = olu.post(f"/cards/{hajar}/edit", {**sent, "version": version(olu.app, DriveContact, hajar)})
    assert answer.headers["Location"] == f"/cards/{hajar}", "the same answer as for anybody"
    with olu.app.store.maintaining() as session:
        assert session.get_one(DriveContact, hajar).calling.phone == ""


def test_five_who_never_want_it_within_an_hour_hold_the_list_back(
    olu: Visitor, ann: Visitor, cast: Cast, plan: UUID
) -> None:
    for number in range(1, 8):
        person(olu, plan, f"Personne {'abcdefgh'[number]}", number)
    in_hand = given(olu, plan, cast.ann)
    for line in lines(olu.app, in_hand)[:5]:
        ann.post(f"/my-list/{line}", {"outcome": "never"})
    assert not ann.page("/my-list").select("a.open")
    with olu.app.store.maintaining() as session:
        states = session.scalars(select(DriveListed.line).where(DriveListed.list_id == in_hand)).all()
    assert sorted(one.value for one in states) == ["held_back"] * 2 + ["never"] * 5


def test_at_most_twenty_five_stand_on_a_list_and_who_is_on_one_rests(olu: Visitor, cast: Cast, plan: UUID) -> None:
    team = unit(olu, plan, "Équipe B", people="40")
    for number in range(1, 27):
        person(olu, plan, f"Personne {chr(96 + number)}", number, **({"team": str(team)} if number < 3 else {}))
    sent = {"asks": "meet", "holder": str(cast.ann), "days": "7", "question": "join"}
    assert "25" in olu.post(f"/plans/{plan}/lists", sent, 422).text
    counted = olu.post(f"/plans/{plan}/lists/count", {**sent, "unit": str(team)}, 200).text
    assert "Équipe B" in counted
    in_hand = given(olu, plan, cast.ann, unit=str(team))
    assert len(lines(olu.app, in_hand)) == 2
    with olu.app.store.reading(cast.reach("olu")) as session:
        drive = session.get_one(Drive, plan)
        rests = talking.resting(session, drive, datetime.now(UTC))
    assert list(rests.values()) == ["listed", "listed"]


def test_nobody_else_knows_that_a_plan_is_there(
    olu: Visitor, ann: Visitor, zed: Visitor, sal: Visitor, lex: Visitor, ada: Visitor, plan: UUID
) -> None:
    salma = person(olu, plan, "Salma", 1)
    for other in (ann, zed, lex, ada):
        other.get("/plans", 403)
        for address in (f"/plans/{plan}", f"/plans/{plan}/cards", f"/cards/{salma}"):
            other.get(address, 404)
    for address in (f"/plans/{plan}", f"/plans/{plan}/cards", f"/cards/{salma}", f"/plans/{plan}/closing"):
        sal.get(address, 404)
    assert "Automne" not in sal.get("/plans").text


def test_a_plan_is_closed_by_two_and_its_key_is_gone(olu: Visitor, sal: Visitor, cast: Cast, plan: UUID) -> None:
    person(olu, plan, "Salma", 1)
    given(olu, plan, cast.ann)
    olu.post(f"/plans/{plan}/closing", {"reason": "Le travail est fini."})
    olu.post(f"/plans/{plan}/closing/destroy", {"sure": "y"}, 422)
    assert "Salma" not in sal.get(f"/plans/{plan}/closing").text
    sal.get(f"/plans/{plan}", 404)
    sal.post(f"/plans/{plan}/closing/destroy", {}, 422)
    sal.post(f"/plans/{plan}/closing/destroy", {"sure": "y"})
    olu.get(f"/plans/{plan}", 404)
    with olu.app.store.maintaining() as session:
        drive = session.get_one(Drive, plan)
        assert (drive.state, drive.counts.people, drive.counts.lists) == (DriveState.CLOSED, 1, 1)
        assert session.get(DriveKey, plan) is None
        assert session.scalar(select(func.count()).select_from(DriveContact)) == 1, "the daily work removes the rows"


def test_a_test_of_strength_says_what_is_missing_and_two_go_on(olu: Visitor, cast: Cast, plan: UUID) -> None:
    team = unit(olu, plan, "Équipe B", people="10")
    ids = [person(olu, plan, f"Personne {one}", number, team=str(team)) for number, one in enumerate("abcd", 1)]
    step = olu.post(f"/plans/{plan}/steps", {"name": "Pétition", "kind": "petition", "on": "01/12/2026"}).headers[
        "Location"
    ]
    shown = [str(one) for one in ids]
    olu.post(f"{step}/ticks", {"shown": shown, "took": shown[:2]})
    text = olu.get(step).text
    assert "2/10" in text
    assert "3 personnes" in text
    olu.post(f"{step}/go-on", {"reason": "La direction annonce des départs."})
    olu.post(f"{step}/agree", {}, 422)
    olu.post(f"{step}/ticks", {"shown": shown, "took": shown})
    assert "4/10" in olu.get(step).text


def test_the_lines_of_a_list_stay_with_whoever_works_the_plan(
    olu: Visitor, ann: Visitor, cast: Cast, plan: UUID
) -> None:
    person(olu, plan, "Salma", 1)
    in_hand = given(olu, plan, cast.ann)
    ann.post(f"/my-list/{lines(olu.app, in_hand)[0]}", {"outcome": "yes", "next_on": "20/12/2026"})
    assert "Salma" in olu.get(f"/plan-lists/{in_hand}").text
    card = next(iter(people(olu.app, plan)))
    assert "20/12/2026" in olu.get(f"/cards/{card}").text or "20 déc" in olu.get(f"/cards/{card}").text
    with olu.app.store.maintaining() as session:
        assert session.scalars(select(DriveListed.line)).one() is Line.DONE


def test_who_joined_is_a_member_now_and_their_file_is_one_tap_away(olu: Visitor, cast: Cast, plan: UUID) -> None:
    salma = person(olu, plan, "Salma", 1)
    olu.post(f"/cards/{salma}/joined")
    page = olu.page(f"/cards/{salma}")
    link = next(one["href"] for one in page.select("a") if "members/new" in one["href"])
    olu.get(link)


def test_a_shift_of_each_team_is_one_column_of_the_picture(olu: Visitor, plan: UUID) -> None:
    for name in ("Équipe A", "Équipe B"):
        team = unit(olu, plan, name, people="20")
        unit(olu, plan, "Matin", kind="shift", people="12", parent=team)
    heads = olu.page(f"/plans/{plan}").select("table.plan-grid thead th")
    assert len(heads) == 2


def test_whoever_stands_on_a_shift_of_a_team_counts_for_the_team(olu: Visitor, plan: UUID) -> None:
    team = unit(olu, plan, "Équipe A", people="10")
    shift = unit(olu, plan, "Matin", kind="shift", parent=team)
    salma = person(olu, plan, "Salma", 1, shift=str(shift))
    step = olu.post(f"/plans/{plan}/steps", {"name": "Pétition", "kind": "petition", "on": "01/12/2026"}).location
    olu.post(f"{step}/ticks", {"shown": [str(salma)], "took": [str(salma)]})
    shares = [one.text.split(" ")[0] for one in olu.page(step).select(".share-words bdi")]
    assert shares.count("1/10") == 2, "the whole, which is the team here, and the team"


def test_pages_of_a_plan_ask_as_often_for_one_list_as_for_three(olu: Visitor, ann: Visitor, cast: Cast) -> None:
    plan = begun(olu, cast)
    team = unit(olu, plan, "Équipe A", people="10")

    def grow(at: int) -> None:
        for number in range(3 * at, 3 * at + 3):
            person(olu, plan, f"Personne {chr(97 + number)}", number + 1, team=str(team))
        given(olu, plan, cast.ann)
        step = {"name": f"Pétition {at}", "kind": "petition", "on": "01/12/2026"}
        shown = [str(one) for one in people(olu.app, plan)]
        olu.post(olu.post(f"/plans/{plan}/steps", step).location + "/ticks", {"shown": shown, "took": shown})

    grow(0)
    before = _asked(olu, ann, plan)
    grow(1)
    grow(2)
    assert _asked(olu, ann, plan) == before


def _asked(olu: Visitor, ann: Visitor, plan: UUID) -> dict[str, int]:
    """How often each page asks the database, the second time it is opened."""
    found: dict[str, int] = {}
    asked: list[str] = []

    def told(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    pages = [
        "/plans",
        *(
            f"/plans/{plan}{end}"
            for end in ("", "/weeks", "/cards", "/cards/several", "/lists", "/lists/new", "/steps", "/committee")
        ),
    ]
    event.listen(olu.app.store.engine, "before_cursor_execute", told)
    for visitor, address in [*((olu, one) for one in pages), (ann, "/my-list")]:
        visitor.get(address)
        asked.clear()
        visitor.get(address)
        found[address] = len(asked)
    event.remove(olu.app.store.engine, "before_cursor_execute", told)
    return found
