"""Workplaces from the desk: who sees which, who may change them, and what a mistake answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.web.locale import today
from union.workplaces.models import Activity, Headcount, Market, Site, Workplace

LANGUAGES = ("fr", "ar", "en")
SITE = {"name": "Sidi Maârouf", "city": "Casablanca", "markets": ["french"], "activities": ["calls", "moderation"]}


@contextmanager
def statements(app: Union) -> Iterator[list[str]]:
    """What the database is asked while this is open."""
    asked: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(app.store.engine, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(app.store.engine, "before_cursor_execute", hear)


def _site(app: Union, workplace: UUID) -> Site:
    with app.store.maintaining() as session:
        return session.get_one(Workplace, workplace).site


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_read_in_every_language(sal: Visitor, cast: Cast, language: str) -> None:
    for path in ("/workplaces", "/workplaces/new", f"/workplaces/{cast.here}", f"/workplaces/{cast.here}/edit"):
        sal.get(f"{path}?lang={language}")
    for path in ("/employers", "/employers/new", f"/employers/{cast.employer}", f"/employers/{cast.employer}/edit"):
        sal.get(f"{path}?lang={language}")


def test_an_organiser_sees_his_sites_and_no_others(olu: Visitor, cast: Cast) -> None:
    listed = olu.get("/workplaces").text
    assert "Anfa" in listed
    assert "Agdal" not in listed
    assert "Rif Services" not in olu.get("/employers").text
    hidden = olu.get(f"/workplaces/{cast.there}", 404)
    missing = olu.get("/workplaces/00000000-0000-4000-8000-000000000000", 404)
    assert hidden.data == missing.data


def test_only_the_secretariat_changes_them(olu: Visitor, ann: Visitor, cast: Cast) -> None:
    olu.get("/workplaces/new", 403)
    olu.get(f"/workplaces/{cast.here}/edit", 404)
    ann.post(f"/workplaces/{cast.here}/headcounts", {"on": "01/01/2026", "people": "9", "source": "x"}, 404)
    assert "/edit" not in olu.get(f"/workplaces/{cast.here}").text
    ann.get("/workplaces", 403)


def test_an_employer_and_his_site_are_added_and_corrected(app: Union, sal: Visitor) -> None:
    new = {"legal_name": "Détroit Appels SARL", "ice": "001 234 567 890 123", "court": "Tanger"}
    employer = sal.post("/employers/new", new).location
    assert "001234567890123" in sal.get(employer).text
    form = sal.page("/workplaces/new")
    key = next(one["value"] for one in form.select("option") if "Détroit" in one.text)
    place = sal.post("/workplaces/new", {**SITE, "employer": key}).location
    shown = sal.get(place).text
    assert "Sidi Maârouf" in shown
    sal.post(f"{place}/headcounts", {"on": "01/02/2025", "people": "1 200", "source": "Délégués"})
    changed = {**SITE, "name": "Sidi Maârouf 2", "undeclared": "y", "version": "2"}
    sal.post(f"{place}/edit", changed)
    site = _site(app, UUID(place.rsplit("/", 1)[1]))
    assert site.name == "Sidi Maârouf 2"
    assert not site.declared
    assert site.activities == (Activity.CALLS, Activity.MODERATION)
    assert site.headcounts == (Headcount(date(2025, 2, 1), 1200, "Délégués"),)


@pytest.mark.parametrize(
    ("field", "value"),
    [("ice", "1234"), ("ice", "00123456789012X"), ("cnss", "12"), ("legal_name", ""), ("legal_name", "ATLAS  contact")],
)
def test_a_mistake_is_named_and_what_was_typed_is_kept(sal: Visitor, field: str, value: str) -> None:
    typed = {"legal_name": "Neuve SARL", "seat": "12 rue du Port", field: value}
    answer = sal.post("/employers/new", typed, 422).text
    assert f'href="#{field}"' in answer
    assert "12 rue du Port" in answer
    assert value in answer


def test_a_headcount_is_no_prophecy(app: Union, sal: Visitor, cast: Cast) -> None:
    tomorrow = (today() + timedelta(days=1)).strftime("%d/%m/%Y")
    sal.post(f"/workplaces/{cast.here}/headcounts", {"on": tomorrow, "people": "10", "source": "x"}, 422)
    assert _site(app, cast.here).headcounts == ()


def test_density_is_of_the_newest_headcount(app: Union, sal: Visitor, cast: Cast) -> None:
    for on, people in (("01/05/2026", "400"), ("01/05/2024", "10")):
        sal.post(f"/workplaces/{cast.here}/headcounts", {"on": on, "people": people, "source": "CNSS"})
    assert _site(app, cast.here).headcount == Headcount(date(2026, 5, 1), 400, "CNSS")


def test_the_second_editor_sees_both_versions(app: Union, sal: Visitor, cast: Cast) -> None:
    sal.post(f"/workplaces/{cast.here}/edit", {**SITE, "name": "Premier nom", "version": "1"})
    answer = sal.post(f"/workplaces/{cast.here}/edit", {**SITE, "name": "Second nom", "version": "1"}, 409).text
    assert "Premier nom" in answer
    assert "Second nom" in answer
    assert _site(app, cast.here).name == "Premier nom"


def test_filters_and_order(app: Union, sal: Visitor, cast: Cast) -> None:
    with app.store.maintaining() as session:
        employer = session.get_one(Workplace, cast.there).employer_id
        shadow = Site("Bab Doukkala", "Marrakech", markets=(Market.SPANISH,), declared=False)
        session.add(Workplace(employer_id=employer, site=shadow, roster=0, version=1))

    def names(query: str) -> list[str]:
        return [one.text for one in sal.page(f"/workplaces?{query}").select("tbody .open")]

    assert names("declared=no") == ["Bab Doukkala"]
    assert names("market=spanish&activity=calls") == []
    assert names("sort=name") == ["Agdal", "Anfa", "Bab Doukkala"]
    assert names("sort=-name") == ["Bab Doukkala", "Anfa", "Agdal"]
    sal.get("/workplaces?sort=wages", 422)
    sal.get("/workplaces?market=spanish&market=french", 400)


def test_as_many_statements_for_many_sites(app: Union, sal: Visitor, cast: Cast) -> None:
    paths = ("/workplaces", f"/workplaces/{cast.there}", "/employers")
    counted = []
    for round_ in (0, 1):
        if round_:
            with app.store.maintaining() as session:
                employer = session.get_one(Workplace, cast.there).employer_id
                for number in range(30):
                    session.add(Workplace(employer_id=employer, site=Site(f"N{number}"), roster=0, version=1))
        with statements(app) as asked:
            for path in paths:
                sal.get(path)
        counted.append(len(asked))
    assert counted[1] <= counted[0]  # where nobody works, no name is asked for


def test_a_site_is_added_from_the_page_of_its_employer(sal: Visitor, cast: Cast) -> None:
    sal.get("/account?lang=en")
    link = sal.page(f"/employers/{cast.employer}").select_one("a[href^='/workplaces/new?employer=']")
    assert link is not None
    chosen = sal.page(str(link["href"])).select("select[name=employer] option[selected]")
    assert [one["value"] for one in chosen] == [str(cast.employer)]
    unknown = sal.page("/workplaces/new?employer=nobody").select("select[name=employer] option[selected]")
    assert [one["value"] for one in unknown] == [""]
    made = sal.post("/workplaces/new", {"employer": str(cast.employer), "name": "Gauthier", "city": "Casablanca"})
    assert "The site is added." in sal.get(made.headers["Location"]).text


def test_the_open_cases_of_a_site_lead_to_its_agenda(
    olu: Visitor, sal: Visitor, ann: Visitor, lex: Visitor, cast: Cast
) -> None:
    link = olu.page(f"/workplaces/{cast.here}").select_one(f"a[href='/agenda?workplace={cast.here}']")
    assert link is not None
    olu.get(str(link["href"]))
    olu.get(f"/agenda?workplace={cast.there}", 404)
    olu.get("/agenda?workplace=here", 422)
    for other in (ann, lex):
        other.get(f"/agenda?workplace={cast.here}", 404)
    sal.get(f"/agenda?workplace={cast.there}&lang=ar")
