"""Signed papers of the people of an employer's list: their own dates, and lists that replace one another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.browsing import Visitor
from tests.cases.desk import dates_of, due_on, words
from tests.cast import Cast
from tests.layoffs.desk import basis_confirmed, case_id, csv, opened, rows, taken
from tests.receipts.test_receipts import change, typed
from union.app import Union
from union.web.locale import today

SIGNED = today() - timedelta(days=10)
LEAVES = today() + timedelta(days=35)
ROW = f";Employé;01/01/2018;{typed(LEAVES)};5000,00;0;;10000,00;{typed(SIGNED)}"


@pytest.fixture
def address(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    made = opened(olu, cast)
    taken(olu, made, csv(f"7;Alami;Sara{ROW}", f"8;Berrada;Omar{ROW}"))
    return made


def test_what_the_list_knows_is_in_the_form_and_among_the_rights(
    app: Union, cast: Cast, olu: Visitor, address: str
) -> None:
    sara = rows(app, cast, address)[0].id
    page = olu.page(f"/people/{sara}/receipts/new")
    shown = {str(one["name"]): str(one.get("value", "")) for one in page.select("form#main-form input[name]")}
    assert (shown["signed_on"], shown["left_on"], shown["amount"]) == (typed(SIGNED), typed(LEAVES), "10000,00")
    answer = olu.post(f"/people/{sara}/receipts/new", {"kind": "agreement", "signed_on": typed(SIGNED)})
    paper = answer.location.removesuffix("/questions")
    shown_rights = words(olu, paper)
    assert "Indemnité légale de licenciement" in shown_rights
    assert "Indemnité de préavis" in shown_rights
    person = f"{address}/people/{sara}"
    assert paper in olu.get(person).text
    assert paper in olu.get(address).text
    other = f"{address}/people/{rows(app, cast, address)[1].id}"
    assert paper not in olu.get(other).text


def test_one_denounces_the_other_s_date_stays(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    before = due_on(app, cast, case_id(address))
    papers = []
    for row in rows(app, cast, address):
        answer = olu.post(f"/people/{row.id}/receipts/new", {"kind": "receipt", "signed_on": typed(SIGNED)})
        papers.append(answer.location.removesuffix("/questions"))
    assert _strip(olu, address) == before
    change(olu, papers[0], "sent", {"means": "registered", "sent_on": typed(today())})
    assert due_on(app, cast, case_id(address)) == before, "Omar's sixty days run on"
    change(olu, papers[1], "sent", {"means": "registered", "sent_on": typed(today())})
    after = due_on(app, cast, case_id(address))
    assert before is not None
    assert after is not None
    assert after > before
    assert _strip(olu, address) == after, "the strip says what the agenda says"


def _strip(desk: Visitor, address: str) -> date:
    found = desk.page(address).select_one("section.next .next-when time")
    assert found is not None
    return date.fromisoformat(str(found["datetime"]))


def test_a_newer_list_keeps_the_papers_of_its_people(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    sara = rows(app, cast, address)[0].id
    answer = olu.post(f"/people/{sara}/receipts/new", {"kind": "receipt", "signed_on": typed(SIGNED)})
    paper = answer.location.removesuffix("/questions")
    taken(olu, address, csv(f"8;Berrada;Omar{ROW}", f"7;Alami;Sara{ROW}"))
    assert rows(app, cast, address)[1].id == sara, "whoever stands on the newer list keeps his page"
    assert paper in olu.get(f"{address}/people/{sara}").text
    assert len(dates_of(app, cast, case_id(address))) == 1


def test_a_dispute_as_a_whole_signs_nothing(olu: Visitor, address: str) -> None:
    for feature in ("receipts", "dismissals"):
        olu.get(f"/cases/{case_id(address)}/{feature}/new", 404)
    olu.get(f"/cases/{case_id(address)}/court/new")


def test_a_shelf_shows_the_first_and_leads_to_all(app: Union, cast: Cast, olu: Visitor, address: str) -> None:
    sara = rows(app, cast, address)[0].id
    papers = [
        olu.post(
            f"/people/{sara}/receipts/new", {"kind": "receipt", "signed_on": typed(SIGNED - timedelta(days=7 * at))}
        ).location.removesuffix("/questions")
        for at in range(7)
    ]
    shelf = olu.page(address)
    shown = [str(one["href"]) for one in shelf.select("aside a[href^='/receipts/']")]
    assert shown == papers[:1:-1], "the soonest five"
    more = next(one for one in shelf.select("aside a") if one.get_text(strip=True) == "et 2 autres")
    everything = olu.page(str(more["href"]))
    assert {str(one["href"]) for one in everything.select("main a[href^='/receipts/']")} == set(papers)
    assert "Alami" in everything.get_text()
