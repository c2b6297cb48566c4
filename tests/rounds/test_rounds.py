"""Official figures of a general round: written by the secretariat, read at every desk, and never said to be more than
they are."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from union.app import Union
from union.rounds.models import GeneralRound, Seated, Told
from union.web.locale import today

LINES = "Confédération A: 6 120\nUnion B : ١٧٥٠\n\nEntente C:1800"
FIGURES = {
    "year": "2021",
    "source": "Communiqué du ministère",
    "source_on": "02/08/2021",
    "total": "30000",
    "both_sectors": "y",
    "unions": LINES,
    "without": "14200",
    "ours": "union b",
    "independent": "y",
}
NEW = "/calendar/rounds/new"


def written(visitor: Visitor, status: int = 302, **typed: str) -> str:
    """The address of a round, or the page that refuses it, in English."""
    sent = {name: value for name, value in {**FIGURES, **typed}.items() if value}
    answer = visitor.post(f"{NEW}?lang=en", sent, status)
    return urlsplit(answer.location).path if answer.location else answer.text


def kept(app: Union) -> list[Told]:
    with app.store.maintaining() as session:
        return [one.told for one in session.scalars(select(GeneralRound))]


def test_the_share_of_each_union_is_exact_and_cut_down(app: Union, sal: Visitor, cast: Cast) -> None:
    address = written(sal)
    assert kept(app)[0].unions == (Seated("Confédération A", 6120), Seated("Union B", 1750), Seated("Entente C", 1800))
    said = words(sal, f"{address}?lang=en")
    for part in ("6120 / 30000 = 20.4 %", "1750 / 30000 = 5.8 %", "1800 / 30000 = 6 %", "for 6 % it takes 1800"):
        assert part in said, part
    assert "1750 of 30000; for 6 % it takes 1800. Missing: 50." in said
    assert "0.06 × 30000 − 1750 → 50" in said
    assert "(0.06 × 30000 − 1750) / 0.94 → 54" in said
    assert "the share is not reached" in said
    assert "6,130" in said  # 30,000 less the three unions and those without one


def test_both_readings_of_some_seats_more(sal: Visitor) -> None:
    address = written(sal)
    said = words(sal, f"{address}?lang=en&more=50")
    assert "1800 / 30000 = 6 %" in said
    assert "1800 / 30050 = 5.9 %" in said
    sal.get(f"{address}?more=51", 422)
    sal.get(f"{address}?more=-50", 422)


def test_the_private_sector_alone_is_never_reached(sal: Visitor) -> None:
    address = written(sal, both_sectors="", ours="Confédération A", contracts="y")
    said = words(sal, f"{address}?lang=en&more=100")
    assert "nothing can be said yet" in said
    assert "6120 of 30000. Nothing can be said of the 6 % until the public sector is counted" in said
    for part in ("the share is reached", "share is reached", "6 % reached", "Missing", "→", "it takes"):
        assert part not in said, part
    assert "private sector alone" in words(sal, "/calendar/rounds?lang=en")


def test_reached_is_the_share_and_the_ticks_say_the_rest(sal: Visitor) -> None:
    address = written(sal, ours="Entente C")
    said = words(sal, f"{address}?lang=en")
    assert "the share is reached" in said
    assert "Effective independence documented" in said
    assert "Capacity to contract not documented" in said
    assert "0.06 × 30000 − 1800" not in said
    assert "never that the union is the most representative" in said


def test_without_ours_nothing_is_said_of_us(sal: Visitor) -> None:
    address = written(sal, ours="", independent="")
    said = words(sal, f"{address}?lang=en")
    assert "What the article asks of our union" not in said
    assert "Nobody has written which union is ours" in words(sal, "/calendar/rounds?lang=en")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"unions": "Confédération A 6120\nUnion B: 1750\nUnion C: many"}, ("Line 1: write", "Line 3: write")),
        ({"unions": "Union B: 1750\nUNION  b: 3"}, ("Line 2: a line above it has the same name",)),
        ({"unions": "Union B: 9999999"}, ("Line 1: at most",)),
        ({"unions": f"{'U' * 121}: 9"}, ("Line 1: shorten the name",)),
        ({"unions": "\n".join(f"Union {one}: 1" for one in range(61)), "ours": "Union 1"}, ("At most 60 unions",)),
        ({"unions": " \n ", "ours": ""}, ("Fill this in",)),
        ({"total": "23869"}, ("The seats written below are 23870, more than this total",)),
        ({"total": "0"}, ("Write a whole number from 1",)),
        ({"year": "1999"}, ("Write a whole number from 2004",)),
        ({"ours": "Union D"}, ("None of the unions has this name",)),
        ({"ours": ""}, ("Write which one is ours",)),
        ({"source_on": "31/12/2020"}, ("This day is before the year of the round",)),
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(
    app: Union, sal: Visitor, typed: dict[str, str], told: tuple[str, ...]
) -> None:
    text = written(sal, 422, **typed)
    for part in told:
        assert part in text, part
    assert "Communiqué du ministère" in text
    assert kept(app) == []


def test_a_day_to_come_is_refused(app: Union, sal: Visitor) -> None:
    text = written(sal, 422, source_on=(today() + timedelta(days=1)).strftime("%d/%m/%Y"))
    assert "This day is still to come." in text
    assert kept(app) == []


def test_a_year_is_written_down_once(app: Union, sal: Visitor) -> None:
    written(sal)
    other = written(sal, year="2015", source_on="01/09/2015")
    assert "written down already" in written(sal, 422)
    version = {"version": "1"}
    text = sal.post(f"{other}/edit?lang=en", {**FIGURES, **version, "year": "2021"}, 422).text
    assert "written down already" in text
    assert sorted(one.year for one in kept(app)) == [2015, 2021]


def test_the_second_of_two_who_correct_it_reads_both(app: Union, sal: Visitor) -> None:
    address = written(sal)
    edited = {**FIGURES, "version": "1", "total": "31000"}
    sal.post(f"{address}/edit", edited)
    text = sal.post(f"{address}/edit?lang=en", {**edited, "total": "32000"}, 409).text
    assert "31000" in text
    assert "32000" in text
    assert [one.total for one in kept(app)] == [31000]


def test_who_reads_and_who_writes(sal: Visitor, olu: Visitor, ann: Visitor, zed: Visitor, ada: Visitor) -> None:
    address = written(sal)
    for page in ("/calendar/rounds?lang=en", f"{address}?lang=en"):
        said = olu.get(page).text
        assert f"{address}/edit" not in said
        assert NEW not in said
    olu.get(NEW, 403)
    olu.post(NEW, dict(FIGURES), 403)
    olu.get(f"{address}/edit", 404)
    olu.post(f"{address}/edit", {**FIGURES, "version": "1"}, 404)
    for visitor in (ann, zed, ada):
        visitor.get("/calendar/rounds", 403)
        visitor.get(address, 404)


def test_the_calendar_and_the_share_lead_to_it(olu: Visitor, sal: Visitor, cast: Cast) -> None:
    assert 'href="/calendar/rounds"' in olu.get("/calendar").text
    written(sal)
    assert "Union B" not in olu.get("/calendar").text
