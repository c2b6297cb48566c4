"""The language switch keeps what was typed: on a form it is a button of the form, which shows it again and does
nothing."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from sqlalchemy import func, select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import FIRST, case_of, fields, forward, report
from union.app import Union
from union.members.models import Member
from union.workplaces.models import Workplace

SITE = {"name": "Sidi Maârouf", "city": "Casablanca", "markets": ["french"], "activities": ["calls"]}


def switch(visitor: Visitor, page: BeautifulSoup, status: int = 200, /, **typed: Any) -> BeautifulSoup:
    """Type into the form that the switch belongs to, and press "Arabic"."""
    button = page.select_one("nav.languages button[name=lang][value=ar]")
    assert button is not None, "the switch is no button of a form"
    again = send(visitor, *_sent(page, str(button["form"]), **typed, lang="ar"), status)
    assert in_arabic(again)
    return again


def _sent(page: BeautifulSoup, form_id: str = "main-form", /, **typed: Any) -> tuple[str, dict[str, Any]]:
    """Where a form leads and what it holds."""
    form = page.find("form", id=form_id)
    assert isinstance(form, Tag)
    held = fields(BeautifulSoup(f"<main>{form}</main>", "html.parser"))
    return str(form["action"]), {**{key: _as_shown(value) for key, value in held.items()}, **typed}


def _as_shown(value: Any) -> Any:
    """A browser drops the line break that opens a text area."""
    return value.lstrip("\r\n") if isinstance(value, str) else value


def send(visitor: Visitor, path: str, sent: dict[str, Any], status: int = 200) -> BeautifulSoup:
    return BeautifulSoup(visitor.post(path, sent, status).text, "html.parser")


def value(page: BeautifulSoup, name: str) -> str:
    control = page.select_one(f"input[name={name}]")
    return str(control["value"]) if control else ""


def in_arabic(page: BeautifulSoup) -> bool:
    return page.html is not None and page.html["lang"] == "ar"


def _count(app: Union, model: Any) -> int:
    with app.store.maintaining() as session:
        return int(session.scalars(select(func.count(model.id))).one())


def test_what_is_typed_stays_and_nothing_is_done(app: Union, cast: Cast, sal: Visitor) -> None:
    before = _count(app, Workplace)
    page = switch(sal, sal.page("/workplaces/new"), **SITE, employer=str(cast.employer))
    assert value(page, "name") == "Sidi Maârouf"
    assert not page.select("[data-error-summary]"), "a form that nobody sent yet has no mistakes"
    assert _count(app, Workplace) == before
    assert in_arabic(sal.page("/")), "the choice is remembered"


def test_the_switch_makes_no_member(app: Union, cast: Cast, olu: Visitor) -> None:
    before = _count(app, Member)
    page = switch(olu, olu.page(f"/workplaces/{cast.here}/members/new"), given_name="Salma", family_name="Berrada")
    assert value(page, "family_name") == "Berrada"
    assert _count(app, Member) == before


def test_enter_sends_the_form_and_not_the_language(sal: Visitor, ann: Visitor) -> None:
    """A browser's Enter presses the first button of a form in the order of the page."""
    first = sal.page("/workplaces/new").select_one("button[form=main-form]")
    assert first is not None
    assert not first.has_attr("name")
    first = ann.page("/grievances/new").select_one("button[form=main-form]")
    assert first is not None
    assert (first["name"], first["value"]) == ("go", "2"), "Enter in a report leads to the next step"


def test_mistakes_are_shown_in_the_other_language(sal: Visitor, cast: Cast) -> None:
    path, sent = _sent(sal.page("/workplaces/new"), **{**SITE, "employer": str(cast.employer), "name": ""})
    page = send(sal, path, sent, 422)
    assert switch(sal, page, 422).select("[data-error-summary]")


def test_the_change_of_another_is_shown_in_the_other_language(app: Union, cast: Cast, sal: Visitor) -> None:
    """And is not lost by it: who reads it in Arabic still saves over it knowingly."""
    page = sal.page(f"/workplaces/{cast.here}/edit")
    path, mine = _sent(page)
    sal.post(*_sent(sal.page(path), city="Fès"))
    assert "Fès" in switch(sal, page, 409, city="Tanger").get_text(), "the switch tells of a change made meanwhile"
    again = switch(sal, send(sal, path, {**mine, "city": "Tanger"}, 409), 409)
    assert "Fès" in again.get_text()
    assert value(again, "city") == "Tanger"
    sal.post(*_sent(again))
    with app.store.maintaining() as session:
        assert session.get_one(Workplace, cast.here).site.city == "Tanger"


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_each_step_of_a_report(ann: Visitor, step: int) -> None:
    page = ann.page("/grievances/new")
    told: list[dict[str, str]] = [FIRST, {"problem": "pay"}, {"about": "oneself", "facts": "Rien n'a été dit."}]
    for number, said in enumerate(told[: step - 1], 2):
        page = forward(ann, page, number, **said)
    typed = [*told, {"demand": "La prime."}][step - 1]
    again = switch(ann, page, **typed)
    _, kept = _sent(again)
    assert kept["at"] == str(step)
    assert {name: kept[name] for name in typed} == typed
    assert not again.select("[data-error-summary]")


def test_a_step_with_a_mistake(ann: Visitor) -> None:
    page = forward(ann, ann.page("/grievances/new"), 2, 422, paper="dismissal_letter")
    assert page.select("[data-error-summary]")
    assert switch(ann, page, 422).select("[data-error-summary]")


def test_a_search_answers_again(olu: Visitor) -> None:
    results = BeautifulSoup(olu.search("/search", "Anfa").text, "html.parser")
    link = results.select_one("nav.languages a[lang=ar]")
    assert link is not None
    page = olu.page(f"/search{link['href']}")
    assert in_arabic(page)
    main = page.find("main")
    assert main is not None
    assert "Anfa" in main.get_text()


def test_a_half_typed_note_is_neither_lost_nor_added(cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor) -> None:
    """What stands beside other things on a page goes along too; where nothing was typed, the page itself is asked
    for."""
    case = case_of(report(ann))
    for visitor, path, typed in (
        (ann, case, {"words": "Le chef a dit que"}),
        (olu, case, {"words": "", "strategy": "1"}),
        (sal, f"/workplaces/{cast.here}", {"people": "120", "source": "La CNSS"}),
    ):
        page = visitor.page(f"{path}?lang=fr")
        button = page.select_one("nav.languages button[name=lang][value=ar]")
        assert button is not None
        assert button["form"] == "part-form"
        _address, kept = _sent(switch(visitor, page, **typed), "part-form")
        assert {name: kept[name] for name in typed} == typed
        empty = visitor.post(*_sent(visitor.page(f"{path}?lang=fr"), "part-form", lang="ar"), 302)
        assert empty.headers["Location"] == path
        assert in_arabic(visitor.page(path))
    assert "Le chef a dit" not in ann.get(case).text
    path, sent = _sent(olu.page(case), "part-form", words="")
    switch(olu, send(olu, path, sent, 422), 422)


def test_a_pasted_list_is_kept(cast: Cast, olu: Visitor) -> None:
    page = switch(olu, olu.page("/imports/new"), pasted="Omar Tazi 0612345678", workplace=str(cast.here))
    held = page.select_one("textarea[name=pasted]")
    assert held is not None
    assert held.get_text().strip() == "Omar Tazi 0612345678"


def test_after_an_act_the_switch_leads_to_a_page_that_exists(ann: Visitor, olu: Visitor) -> None:
    case = case_of(report(ann))
    olu.post(f"{case}/take")
    page = send(olu, f"{case}/take", {}, 422)
    links = page.select("nav.languages a")
    assert links
    for link in links:
        olu.get(str(link["href"]))


def test_filters_stay(olu: Visitor) -> None:
    link = olu.page("/grievances?tab=closed&problem=pay").select_one("nav.languages a[hreflang=ar]")
    assert link is not None
    assert set(str(link["href"]).removeprefix("?").split("&")) == {"tab=closed", "problem=pay", "lang=ar"}


def test_a_language_that_is_none_is_no_language(sal: Visitor, app: Union, cast: Cast) -> None:
    before = _count(app, Workplace)
    page = send(sal, *_sent(sal.page("/workplaces/new"), **SITE, employer=str(cast.employer), lang="xx"))
    assert not in_arabic(page)
    assert _count(app, Workplace) == before
