"""What a telephone in wrong hands shows: titles in the history, lists, a colleague's telephone."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from bs4 import BeautifulSoup

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from tests.layoffs.desk import basis_confirmed, opened, rows, taken
from tests.scene import Scene
from union.app import Union
from union.cases.models import Case
from union.members.models import Identity, Member

CODED = re.compile(r"(?:[A-Z]-[A-Z0-9]+(?: · \d+)? · )?Le registre")


def pages(app: Union, scene: Scene) -> list[str]:
    """Every page without an id, and those of what stands at the first workplace."""
    found = []
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()) or rule.endpoint == "static":
            continue
        try:
            values = scene.arguments("here", rule.endpoint, rule.arguments)
        except KeyError:
            continue
        found.append("/" + app.url_map.bind("x").build(rule.endpoint, values).lstrip("/"))
    return found


@pytest.mark.parametrize("name", ["ann", "olu", "sal", "lex", "ada"])
def test_the_history_of_a_browser_has_one_title(app: Union, cast: Cast, scene: Scene, name: str) -> None:
    visitor, seen, others = Visitor(app, getattr(cast, name)), 0, []
    for path in pages(app, scene):
        answer = visitor.client.get(path)
        if answer.status_code != 200 or answer.mimetype != "text/html" or "<html" not in answer.text:
            continue
        seen += 1
        title = BeautifulSoup(answer.text, "html.parser").title
        assert title is not None
        text = " ".join(title.text.split())
        if not CODED.fullmatch(text) and not (text == "Notes" or re.fullmatch(r"[A-Z]-[A-Z0-9]+", text)):
            others.append(f"{path}: {text}")
    assert seen > (4 if name == "ada" else 10)
    assert not others, "\n".join(others)


def test_a_report_that_was_filed_is_not_named_in_the_title(ann: Visitor) -> None:
    page = ann.page(report(ann))
    assert page.title is not None
    assert page.title.text == "Le registre"
    assert "Votre dossier" in page.select_one("h1").text  # type: ignore[union-attr]  # every page has one


def test_a_confidential_case_has_no_subject_in_lists(app: Union, ann: Visitor) -> None:
    case = UUID(case_of(report(ann)).split("/")[-1])
    assert "Salaire" in ann.page("/grievances").select_one("table").text  # type: ignore[union-attr]  # as above
    with app.store.maintaining() as session:
        session.get_one(Case, case).confidential = True
    table = ann.page("/grievances").select_one("table")
    assert table is not None
    assert "Salaire" not in table.text
    assert table.select_one("details.on-tap") is not None  # and the name by a tap on a telephone
    act = ann.page("/agenda").select_one(".agenda .open")
    assert act is not None
    assert [one.text for one in act.select(".on-card")] == ["Échéance"]


def test_a_confidential_case_stands_once_among_a_delegates_acts(app: Union, ann: Visitor) -> None:
    case = UUID(case_of(report(ann, first={"paper": "badge_stopped", "when": "today"})).split("/")[-1])
    mine = [one["href"] for one in ann.page("/").select(".agenda a.open")]
    assert len(mine) > 1
    with app.store.maintaining() as session:
        session.get_one(Case, case).confidential = True
    assert [one["href"] for one in ann.page("/").select(".agenda a.open")] == [f"/grievances/{case}"]


def test_lists_of_people_show_a_telephone_no_name_before_a_tap(app: Union, cast: Cast, olu: Visitor) -> None:
    basis_confirmed(app)
    address = opened(olu, cast)
    taken(olu, address)
    name = rows(app, cast, address)[0].facts.name
    found = olu.search("/search", name)
    for page in (
        olu.page(address),
        olu.page(f"{address}/figures"),
        olu.page(f"{address}/agenda"),
        BeautifulSoup(found.text, "html.parser"),
    ):
        held = [one for one in page.select("main *") if one.string and name in one.string]
        assert held
        for one in held:
            apart = {"off-card", "on-tap"} & {kind for tag in (one, *one.parents) for kind in tag.get("class", ())}
            assert apart, one


def test_a_colleagues_telephone_stands_on_his_own_page_alone(app: Union, cast: Cast, ann: Visitor) -> None:
    with app.store.maintaining() as session:
        mina = session.get_one(Member, cast.mina)
        mina.identity = Identity(given_name="Mina", family_name="El Fassi", phones=("+212600000000",))
    listed = ann.get("/members/entrusted").text
    assert "El Fassi" in listed
    assert "06 00 00 00 00" not in listed.replace("\u00a0", " ")
    assert "600000000" not in re.sub(r"\D", "", listed)
    assert "600000000" in re.sub(r"\D", "", ann.get(f"/members/{cast.mina}").text)
