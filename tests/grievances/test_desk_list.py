"""The organiser's list: whom it is about first, search, order, who follows it and what comes next, ticked rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import event, select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import case_of, opened, report
from union.app import Union
from union.cases.models import Stage
from union.grievances.models import Grievance
from union.web.locale import today
from union.workplaces.models import sites

DAY = timedelta(days=1)
NAMES = ("Salma Tazi", "Younes Ait", "Karim Zaki")


@pytest.fixture
def three(ann: Visitor, olu: Visitor) -> list[str]:
    """Three cases about three people, in the order in which they were reported."""
    return [case_of(report(ann, problem="pay", about="another", about_name=name)) for name in NAMES]


def rows(page: BeautifulSoup) -> list[str]:
    """Whom the rows are about, in their order."""
    return [one.get_text(strip=True) for one in page.select("table.rows tbody .open .off-card")]


def ids(cases: list[str]) -> list[str]:
    return [one.rsplit("/", 1)[1] for one in cases]


def stands(app: Union, cast: Cast, address: str) -> tuple[Stage, Any]:
    with app.store.reading(cast.reach("olu")) as session:
        case = session.scalars(select(Grievance).where(Grievance.id == UUID(ids([address])[0]))).one()
        return case.stage, case.handled_by


def test_the_person_stands_first_with_what_comes_next(olu: Visitor, three: list[str]) -> None:
    page = olu.page("/grievances")
    assert set(rows(page)) == set(NAMES)
    assert all(one.get_text(strip=True) for one in page.select("tbody .next-what"))


def test_a_search_finds_by_name_and_code_and_stays_out_of_the_address(olu: Visitor, three: list[str]) -> None:
    found = olu.search("/grievances/search?tab=nobody", "salma")
    page = BeautifulSoup(found.text, "html.parser")
    assert rows(page) == ["Salma Tazi"]
    assert page.select_one(".counts a[aria-current] strong").text == "1"
    code = olu.page(three[1]).select_one("h1 .code").text
    assert rows(BeautifulSoup(olu.search("/grievances/search", code).text, "html.parser")) == ["Younes Ait"]
    assert rows(BeautifulSoup(olu.search("/grievances/search", "personne").text, "html.parser")) == []


def test_the_list_is_sorted_by_name_both_ways(olu: Visitor, three: list[str]) -> None:
    assert rows(olu.page("/grievances?sort=name")) == ["Karim Zaki", "Salma Tazi", "Younes Ait"]
    assert rows(olu.page("/grievances?sort=-name")) == ["Younes Ait", "Salma Tazi", "Karim Zaki"]


def test_the_list_is_sorted_by_who_follows_and_by_state(olu: Visitor, sal: Visitor, three: list[str]) -> None:
    """Nobody's first, then by the name of who follows; new ones, then those in hand, then those that wait."""
    sal.post(f"{three[0]}/take")
    olu.post(f"{three[1]}/take")
    assert rows(sal.page("/grievances?sort=owner")) == ["Karim Zaki", "Younes Ait", "Salma Tazi"]
    sal.post("/grievances/ticked", {"case": ids(three[:1]), "act": "wait", "whom": "employer"})
    assert rows(sal.page("/grievances?sort=state")) == ["Karim Zaki", "Younes Ait", "Salma Tazi"]


def test_the_list_is_sorted_by_workplace(app: Union, cast: Cast, sal: Visitor, zed: Visitor, three: list[str]) -> None:
    report(zed, problem="pay", about="another", about_name="Aicha Bennis")
    with app.store.maintaining() as session:
        called = {one.id: one.site.called.casefold() for one in session.scalars(sites())}
        placed = {one.account.about_name: called[one.workplace_id] for one in session.scalars(select(Grievance))}
    found = rows(sal.page("/grievances?sort=place"))
    assert len(found) == 4
    assert [placed[one] for one in found] == sorted(placed[one] for one in found)
    assert len(set(placed.values())) == 2


def test_the_dates_that_are_asked_for_are_those_that_are_shown(app: Union, olu: Visitor, three: list[str]) -> None:
    on = today()
    with app.store.maintaining() as session:
        late, week, claim = (
            next(one for one in session.scalars(select(Grievance)) if one.account.about_name == name) for name in NAMES
        )
        for one in (late, week, claim):
            one.due_on = one.theirs_on = None
            one.at_once = False
        later = week.id
        late.due_on, week.due_on, claim.theirs_on = on - DAY, on + 7 * DAY, on - DAY
    for dates, name in zip(("late", "week", "claim"), NAMES, strict=True):
        assert rows(olu.page(f"/grievances?dates={dates}")) == [name], dates
    with app.store.maintaining() as session:
        session.get_one(Grievance, later).due_on = on + 8 * DAY
    assert rows(olu.page("/grievances?dates=week")) == []


def test_what_nobody_follows_is_counted_there_and_on_the_first_page(olu: Visitor, three: list[str]) -> None:
    olu.post(f"{three[0]}/take")
    assert set(rows(olu.page("/grievances?tab=nobody"))) == {"Younes Ait", "Karim Zaki"}
    link = olu.page("/").select_one('.counts a[href$="tab=nobody"] strong')
    assert link.text == "2"


def test_a_case_on_which_nothing_is_to_come_is_counted(app: Union, olu: Visitor, three: list[str]) -> None:
    assert rows(olu.page("/grievances?tab=idle")) == []
    with app.store.maintaining() as session:
        case = session.scalars(select(Grievance)).all()[0]
        case.due_on = case.theirs_on = None
        case.at_once = False
        name = case.account.about_name
    assert rows(olu.page("/grievances?tab=idle")) == [name]
    assert olu.page("/").select_one('.counts a[href$="tab=idle"] strong').text == "1"


def test_ticked_cases_are_taken_each_by_itself(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, three: list[str]
) -> None:
    sal.post(f"{three[0]}/take")
    answer = olu.post("/grievances/ticked?tab=open", {"case": ids(three), "act": "take"})
    said = olu.page(answer.location)
    assert [stands(app, cast, one)[1] for one in three] == [cast.sal, cast.olu, cast.olu]
    codes = [olu.page(one).select_one("h1 .code").text for one in three]
    notes = " ".join(one.get_text(" ") for one in said.select(".note"))
    assert all(code in notes for code in codes)
    assert "Sal" in notes
    undo = said.select_one(".undoable form")
    sent = {one["name"]: one["value"] for one in undo.select("input") if one["name"] in {"cases", "act"}}
    olu.post(str(undo["action"]), sent)
    assert [stands(app, cast, one)[1] for one in three] == [cast.sal, None, None]


def test_ticked_cases_wait_and_go_on(app: Union, cast: Cast, olu: Visitor, three: list[str]) -> None:
    olu.post("/grievances/ticked", {"case": ids(three[:2]), "act": "take"})
    olu.post("/grievances/ticked", {"case": ids(three), "act": "wait", "whom": "employer"})
    assert [stands(app, cast, one)[0] for one in three] == [Stage.WAITING, Stage.WAITING, Stage.NEW]
    olu.post("/grievances/ticked", {"case": ids(three[:1]), "act": "wait"}, 422)


def test_waiting_cases_go_on_by_the_undo_alone_where_nothing_was_done_since(
    app: Union, cast: Cast, olu: Visitor, three: list[str]
) -> None:
    olu.post("/grievances/ticked", {"case": ids(three[:2]), "act": "take"})
    waited = olu.post("/grievances/ticked", {"case": ids(three[:2]), "act": "wait", "whom": "employer"})
    undo = olu.page(waited.location).select_one(".undoable form")
    sent = {one["name"]: one["value"] for one in undo.select("input") if one["name"] in {"cases", "act"}}
    olu.post(f"{three[1]}/notes", {"words": "Rappelé."})
    olu.post(str(undo["action"]), sent)
    assert [stands(app, cast, one)[0] for one in three[:2]] == [Stage.IN_HAND, Stage.WAITING]


def test_ticked_cases_are_handed_over_to_who_accepts(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, three: list[str]
) -> None:
    olu.post("/grievances/ticked", {"case": ids(three[:2]), "act": "take"})
    olu.post("/grievances/ticked", {"case": ids(three[:2]), "act": "hand_over", "to": ""}, 422)
    olu.post("/grievances/ticked", {"case": ids(three), "act": "hand_over", "to": str(cast.sal)})
    assert [stands(app, cast, one)[1] for one in three[:2]] == [cast.olu, cast.olu], "until it is accepted"
    accept = sal.page(three[0]).select_one('form[action*="accept"]')
    assert accept is not None
    sal.post(str(accept["action"]))
    assert [stands(app, cast, one)[1] for one in three[:2]] == [cast.sal, cast.olu]


def test_nothing_ticked_or_foreign_does_nothing(
    app: Union, cast: Cast, olu: Visitor, zed: Visitor, three: list[str]
) -> None:
    olu.post("/grievances/ticked", {"act": "take"})
    far = case_of(report(zed, problem="pay"))
    olu.post("/grievances/ticked", {"case": ids([far]), "act": "take"})
    olu.post("/grievances/ticked", {"case": ["x"], "act": "take"}, 422)
    olu.post("/grievances/ticked/undo", {"cases": "x", "act": "release"}, 422)
    with app.store.reading(cast.reach("sal")) as session:
        assert {one.handled_by for one in session.scalars(select(Grievance))} == {None}


def test_ticked_cases_are_printed_together(olu: Visitor, three: list[str]) -> None:
    answer = olu.post("/grievances/ticked", {"case": ids(three[:2]), "act": "print"})
    text = olu.get(answer.location).text
    assert all(name in text for name in NAMES[:2])
    assert NAMES[2] not in text


def test_the_preview_is_a_line_of_the_record_and_stays_in_reach(
    olu: Visitor, zed: Visitor, ann: Visitor, three: list[str]
) -> None:
    assert "Salma Tazi" in olu.get(f"{three[0]}/preview").text
    ann.get(f"{three[0]}/preview", 404)
    far = case_of(report(zed, problem="pay"))
    olu.get(f"{far}/preview", 404)


def test_the_page_of_a_case_leads_along_its_list_and_keeps_it_after_an_act(olu: Visitor, three: list[str]) -> None:
    """By name: Karim, Salma, Younes."""
    links = [one["href"] for one in olu.page("/grievances?sort=name").select("tbody a.open")]
    page = olu.page(links[1])
    before, after = (page.select_one(f".neighbours a[rel={rel}]")["href"] for rel in ("prev", "next"))
    assert urlsplit(before).path == urlsplit(links[0]).path
    assert urlsplit(after).path == urlsplit(links[2]).path
    take = page.select_one('form[action*="/take"]')
    landed = olu.post(str(take["action"])).location
    assert olu.page(landed).select_one(".neighbours a[rel=next]")["href"] == after
    assert not olu.page(three[0]).select(".neighbours")


def test_the_next_case_moves_up_where_one_left_the_list(olu: Visitor, three: list[str]) -> None:
    first, second = [one["href"] for one in olu.page("/grievances?tab=nobody&sort=name").select("tbody a.open")][:2]
    take = olu.page(first).select_one('form[action*="/take"]')
    landed = olu.page(olu.post(str(take["action"])).location)
    assert urlsplit(landed.select_one(".neighbours a[rel=next]")["href"]).path == urlsplit(second).path


@contextmanager
def statements(app: Union) -> Iterator[list[str]]:
    seen: list[str] = []

    def count(_c: object, _k: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", count)
    yield seen
    event.remove(app.store.engine, "before_cursor_execute", count)


@pytest.mark.parametrize(
    "path", ["/grievances?sort=name", "/grievances?sort=owner&tab=nobody", "/grievances?problem=pay", "SEARCH", "AT"]
)
def test_statements_do_not_grow_with_rows(app: Union, ann: Visitor, olu: Visitor, three: list[str], path: str) -> None:
    found = olu.post("/grievances/search", {"query": "Salma"}).location
    address = {"SEARCH": found, "AT": f"{three[1]}?sort=name&at=2"}.get(path, path)
    olu.get(address)
    with statements(app) as few:
        olu.get(address)
    for _ in range(4):
        report(ann, problem="pay", about="another", about_name="Salma Tazi")
    olu.get(address)
    with statements(app) as many:
        olu.get(address)
    assert len(few) == len(many)


def test_a_confidential_case_is_in_no_search_and_no_order(ann: Visitor, olu: Visitor, sal: Visitor) -> None:
    hidden = case_of(report(ann, problem="health", about="another", about_name="Salma Tazi"))
    opened(olu, hidden)
    for address in ("/grievances?sort=name", sal.post("/grievances/search", {"query": "Salma"}).location):
        assert rows(sal.page(address)) == []
    assert rows(olu.page("/grievances?sort=name")) == ["Salma Tazi"]
