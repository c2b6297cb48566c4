"""The posted list beside our roster, our candidates with their protection, the count, the results and the share."""

from __future__ import annotations

import dataclasses
import io
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.polls.test_calendar import days, done, opened, shown
from union.app import Union
from union.members import tokens
from union.members.models import Employment, Mandate, MandateKind, Member, Membership, Standing, Terms
from union.polls.electors import KEPT, MOVING
from union.polls.models import Poll, Told
from union.web.locale import today
from union.workplaces.elections import Election

HEAD = "Matricule;Nom;Prénom\n"


@pytest.fixture
def members(app: Union, cast: Cast) -> None:
    """Mina and Omar are members at here; Mina has a number."""
    with app.store.maintaining() as session:
        for who in (cast.mina, cast.omar):
            session.get_one(Member, who).standing = Standing(Membership.MEMBER)
        work = session.get_one(Employment, cast.mina_employment)
        with tokens.in_step(session, work.member):
            work.terms = Terms(employee_number="A-17", hired_on=date(2020, 3, 2))


def told(app: Union) -> Told:
    with app.store.maintaining() as session:
        return session.scalars(select(Poll)).one().told


def compared(visitor: Visitor, address: str, text: str, status: int = 302) -> str:
    return visitor.post(f"{address}/list", {"pasted": text}, status).text


def test_a_name_alone_decides_nothing_and_the_list_is_not_kept(
    app: Union, olu: Visitor, cast: Cast, members: None
) -> None:
    address = opened(olu, cast.here)
    compared(olu, address, HEAD + "1;El Fassi;Omar\n2;Zouhair;Karima\n3;Tazi;Anas")
    checked = told(app).checked
    assert checked is not None
    assert (checked.listed, checked.found) == (3, 0)
    assert set(checked.missing) == {cast.mina, cast.omar}
    assert [one.listed for one in checked.doubts] == ["Omar El Fassi"]
    assert "Karima" not in str(checked)
    (doubt,) = checked.doubts
    said = f"{address}/list/said?line={doubt.line}&member={doubt.member_id}"
    olu.post(f"{said}&same=yes", {})
    checked = told(app).checked
    assert checked is not None
    assert (checked.found, checked.missing, checked.doubts) == (1, (cast.mina,), ())
    olu.post(f"{said}&same=no", {}, 409)
    olu.post(f"{address}/list/said?line=x&member=y", {}, 422)


def test_a_number_beside_most_of_the_name_is_sure_and_the_spelling_is_shown(
    app: Union, olu: Visitor, cast: Cast, members: None
) -> None:
    address = opened(olu, cast.here)
    compared(olu, address, "Matricule;Nom;Prénom\nA-17;Elfassi;Minna\nB-1;Tazi;Anas")
    checked = told(app).checked
    assert checked is not None
    assert [(one.member_id, one.listed) for one in checked.spelled] == [(cast.mina, "Minna Elfassi")]
    assert cast.mina not in checked.missing
    page = words(olu, f"{address}/list?lang=en")
    assert "on the list as Minna Elfassi" in page


def test_nobody_is_printed_who_was_not_ticked_and_no_union_is_named(
    app: Union, olu: Visitor, cast: Cast, members: None
) -> None:
    address = opened(olu, cast.here)
    compared(olu, address, "Matricule;Nom;Prénom\nB-1;Tazi;Anas\nB-2;Alami;Sara")
    olu.post(f"{address}/list/claims", {"said_in": "fr"}, 422)
    olu.post(f"{address}/list/claims", {"said_in": "fr", "member": str(cast.rita)}, 422)
    for language in ("fr", "ar"):
        answer = olu.post(f"{address}/list/claims", {"said_in": language, "member": str(cast.mina)}, 200)
        assert answer.data.startswith(b"%PDF")
        assert "sheet-" in answer.headers["Content-Disposition"]


def test_what_is_no_list_is_refused_in_words(olu: Visitor, cast: Cast, members: None) -> None:
    address = opened(olu, cast.here)
    compared(olu, address, "", 422)
    sent = {"file": (io.BytesIO(b"%PDF-1.7"), "liste.pdf")}
    olu.post(f"{address}/list", sent, 415)


def test_names_that_nobody_said_anything_of_go_after_a_month(
    app: Union, olu: Visitor, cast: Cast, members: None
) -> None:
    address = opened(olu, cast.here)
    compared(olu, address, HEAD + "1;El Fassi;Omar\n3;Tazi;Anas")
    with app.store.maintaining() as session:
        assert MOVING.behind(session) == []
        row = session.scalars(select(Poll)).one()
        assert row.told.checked is not None
        old = dataclasses.replace(row.told.checked, on=today() - KEPT - timedelta(days=1))
        row.told = dataclasses.replace(row.told, checked=old)
    with app.store.maintaining() as session:
        assert len(MOVING.behind(session)) == 1
        MOVING.renew(session, MOVING.behind(session)[0])
    checked = told(app).checked
    assert checked is not None
    assert checked.doubts == ()


def candidates_of(app: Union) -> list[tuple[date, date | None]]:
    with app.store.maintaining() as session:
        held = [one.held for one in session.scalars(select(Mandate))]
    return [(one.from_on, one.until_on) for one in held if one.kind is MandateKind.CANDIDATE]


def stands(visitor: Visitor, address: str, who: UUID, status: int = 302) -> str:
    sent = {"member": str(who), "seat": "full", "college": "employees", "unit": "Plateau 3"}
    return visitor.post(f"{address}/names", sent, status).text


def test_a_candidate_is_protected_from_the_lists_until_the_results(
    app: Union, olu: Visitor, cast: Cast, members: None
) -> None:
    address = opened(olu, cast.here)
    lists, poll = today() - timedelta(days=30), today() - timedelta(days=1)
    done(olu, address, "lists", lists)
    stands(olu, address, cast.mina)
    stands(olu, address, cast.mina, 422)
    stands(olu, address, cast.rita, 422)
    assert candidates_of(app) == []
    done(olu, address, "candidates", today() - timedelta(days=10), proof="récépissé")
    assert candidates_of(app) == [(lists, None)]
    stands(olu, address, cast.omar)
    assert candidates_of(app) == [(lists, None), (lists, None)]
    assert "Candidate" in words(olu, f"/members/{cast.mina}?lang=en")
    done(olu, address, "poll", poll)
    assert candidates_of(app) == [(lists, poll), (lists, poll)]
    olu.post(f"{address}/names/{cast.mina}/off", {})
    olu.post(f"{address}/names/{cast.mina}/off", {}, 404)
    assert len(candidates_of(app)) == 2


COUNT = {"name": "Bureau 1", "college": "employees", "registered": "200", "voters": "185", "valid": "180"}


def counted(visitor: Visitor, address: str, status: int = 302, **typed: str) -> str:
    votes = {"votes_0": "95", "votes_1": "55", "votes_2": "30"}
    return visitor.post(f"{address}/count", {**COUNT, **votes, **typed}, status).text


def test_the_seats_of_a_count_become_the_results_of_the_site(app: Union, olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here, seats_employees="5", seats_executives="0", shared="agreement")
    counted(olu, address, 409)
    olu.post(f"{address}/count/lists", {"names": "A\nB\nC"})
    counted(olu, address)
    said = words(olu, f"{address}/count?lang=en")
    assert "180 / 5 = 36.00" in said
    assert "Seat 4: A 31.66" in said
    olu.post(f"{address}/count/results", {}, 409)
    done(olu, address, "poll", today())
    for _ in range(2):
        olu.post(f"{address}/count/results", {})
    with app.store.maintaining() as session:
        result = session.scalars(select(Election)).one().result
    assert (result.held_on, result.registered, result.voters, result.valid) == (today(), 200, 185, 180)
    assert [(one.name, one.votes, one.seats) for one in result.lists] == [("A", 95, 3), ("B", 55, 1), ("C", 30, 1)]
    share = words(olu, f"/employers/{cast.employer}/share?more=1&lang=en")
    assert "3 / 5 = 60 %" in share
    assert "Delegates elected: 1 of 5; for 35 % it takes 2. Missing: 1." in share
    assert "2 / 6 = 33.3 %" in share
    assert "for the whole undertaking nothing is certain yet" in share  # an organiser does not see every site
    board = words(olu, "/calendar?lang=en")
    assert "A 3/5" in board


@pytest.mark.parametrize(
    "typed",
    [
        {"voters": "201"},
        {"valid": "186"},
        {"votes_0": "96"},
        {"votes_1": ""},
        {"registered": "-1"},
        {"name": ""},
        {"college": "x"},
    ],
)
def test_a_count_that_cannot_be_is_refused_and_stays(
    app: Union, olu: Visitor, cast: Cast, typed: dict[str, str]
) -> None:
    address = opened(olu, cast.here, seats_employees="5", seats_executives="0")
    olu.post(f"{address}/count/lists", {"names": "A\nB\nC"})
    counted(olu, address, 422, **typed)
    assert told(app).stations == ()


def test_a_station_is_corrected_by_its_name_and_taken_off(app: Union, olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here, seats_employees="5", seats_executives="0")
    olu.post(f"{address}/count/lists", {"names": "A\nB\nC"})
    counted(olu, address)
    counted(olu, address, name="bureau 1", votes_0="90")
    counted(olu, address, name="Bureau 2")
    assert [one.votes for one in told(app).stations] == [(90, 55, 30), (95, 55, 30)]
    olu.post(f"{address}/count/lists", {"names": "A\nB"}, 422)
    shown = [one["action"] for one in olu.page(f"{address}/count").select("form[action*=strike]")]
    counted(olu, address, name="Bureau 1")
    olu.post(shown[1], {}, 409)
    assert len(told(app).stations) == 2, "the places have changed since the page was shown: nobody's count is taken off"
    shown = [one["action"] for one in olu.page(f"{address}/count").select("form[action*=strike]")]
    olu.post(shown[1], {})
    olu.post(shown[1], {}, 409)
    assert len(told(app).stations) == 1


def test_lists_that_are_level_wait_for_the_elder_candidate(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here, seats_employees="5", seats_executives="0")
    olu.post(f"{address}/count/lists", {"names": "A\nB", "independent": "y"})
    olu.post(f"{address}/count", {**COUNT, "votes_0": "90", "votes_1": "90", "votes_2": "0"})
    said = words(olu, f"{address}/count?lang=en")
    assert "Level: the elder candidate has the seat" in said
    assert "Write the results" not in said
    olu.post(f"{address}/count/elder?college=employees&list=1", {})
    said = words(olu, f"{address}/count?lang=en")
    assert "Level: the elder candidate" not in said
    assert "The results of the site" in said


def test_a_site_without_results_leaves_the_share_open(olu: Visitor, cast: Cast) -> None:
    assert "1 site without results" in words(olu, f"/employers/{cast.employer}/share?lang=en")
    address = opened(olu, cast.here)
    days(olu, address, lists_on=shown(today()))
    assert "No result is known yet" in words(olu, f"/employers/{cast.employer}/share?lang=en")
