"""A report from a desk: the member is looked for within it, and the last step names the site."""

from __future__ import annotations

from bs4 import BeautifulSoup
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import FIRST, fields, forward
from union.app import Union
from union.grievances.models import For, Grievance
from union.record.chain import Act, latest


def third(olu: Visitor) -> BeautifulSoup:
    page = forward(olu, olu.page("/grievances/new"), 2, **FIRST)
    return forward(olu, page, 3, problem="pay")


def test_an_organiser_finds_the_member_within_the_report(app: Union, cast: Cast, olu: Visitor) -> None:
    page = forward(olu, third(olu), 3, about="entrusted", seek="mina", facts="Rien ne vient.")
    offered = {str(one["value"]): one.text for one in page.select("select[name=member] option")}
    assert set(offered) == {"", str(cast.mina)}
    assert "Mina El Fassi" in offered[str(cast.mina)]
    assert "Rien ne vient." in page.select_one("textarea[name=facts]").text, "the search keeps what was typed"
    page = forward(olu, page, 4, member=str(cast.mina))
    told = page.select_one(".check-it").get_text(" ", strip=True)
    assert "Mina El Fassi" in told
    assert "Anfa" in told, "the last step names the site"
    olu.post("/grievances", {**fields(page), "demand": "Le salaire."})
    with app.store.maintaining() as session:
        case = session.scalars(select(Grievance)).one()
        assert (case.account.about, case.member_id, case.workplace_id) == (For.ENTRUSTED, cast.mina, cast.here)
    with app.store.reading(cast.reach("sal")) as session:
        said = [one.event for one in session.scalars(latest()) if one.event.kind == "member_search"]
    assert [(one.act, one.by, one.note) for one in said] == [(Act.LISTED, cast.olu, "1")], "a search is a line"


def test_the_search_reaches_no_further_than_the_roster(cast: Cast, olu: Visitor) -> None:
    page = forward(olu, third(olu), 3, about="entrusted", seek="rita")
    assert not page.select("select[name=member]")
    page = forward(olu, page, 4, status=422, about="entrusted", seek="rita")
    assert page.select("#seek-error")
    page = forward(olu, third(olu), 4, status=422, about="entrusted", member=str(cast.rita))
    assert page.select("#member-error")


def test_a_delegate_has_no_search(ann: Visitor) -> None:
    page = forward(ann, forward(ann, ann.page("/grievances/new"), 2, **FIRST), 3, problem="pay")
    assert not page.select("input[name=seek]:not([type=hidden])")
    page = forward(ann, page, 4, about="oneself")
    assert "Anfa" in page.select_one(".check-it").get_text()
