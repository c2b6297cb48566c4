"""Brands, the sites that serve them, and the sheet of counts that may leave."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.reading_back import read_back
from tests.targets.test_standing import TOMORROW, words
from tests.test_outgoing import events
from union.app import Union
from union.cases.models import Stage
from union.grievances.models import Grievance, Paper, Problem, Report
from union.law.paths.declared import KINDS
from union.record.chain import Act
from union.targets import dossier
from union.targets.brands import Brand, BrandSite, Lever, Served
from union.web.locale import today
from union.workplaces.cities import CITIES, WHERE
from union.workplaces.models import Workplace

NAMES = ("Amal", "Brahim", "Chama", "Driss", "Esma", "Fouad", "Ghita", "Hamid")


def brand(visitor: Visitor, name: str = "Orme Télécom", **typed: str) -> str:
    """A brand that was added; its address."""
    return visitor.post("/brands/new", {"name": name, **typed}).location


def serve(visitor: Visitor, address: str, place: UUID, status: int = 302, **typed: str) -> str:
    """A site that serves it; the page that answers, in words."""
    sent = {"workplace": str(place), "proof": "Script d'appel", **typed}
    return words(visitor.post(f"{address}/sites?lang=en", sent, status).text)


def reported(
    app: Union,
    place: UUID,
    by: UUID,
    problem: Problem,
    people: int,
    *,
    on: date | None = None,
    confidential: bool = False,
) -> None:
    """A case of each of so many people."""
    with app.store.maintaining() as session:
        before = len(session.scalars(select(Grievance.id)).all())
        for number in range(people):
            told = Report(problem, Paper.OTHER_EVENT, on or within(), "x", "y", about_name=f"{NAMES[number]} Alaoui")
            row = Grievance(
                code=f"R-B{before + number:05d}",
                workplace_id=place,
                reported_by=by,
                stage=Stage.NEW,
                confidential=confidential,
                account=told,
                version=1,
            )
            session.add(row)


def within() -> date:
    """A day of the period of a sheet of today."""
    return dossier.period(today())[1] - timedelta(days=40)


def sheet(visitor: Visitor, address: str, said_in: str = "en", more: str = "") -> str:
    """What the printed sheet says, on one line."""
    return " ".join(read_back(visitor.get(f"{address}/sheet?in={said_in}{more}").data).split())


def test_a_brand_has_its_levers_and_is_known_by_one_name(app: Union, olu: Visitor, sal: Visitor) -> None:
    address = brand(olu, contact_point="PCN de Paris", country="France")
    shown = words(sal.get(f"{address}?lang=en").text)
    assert "OECD national contact point" in shown
    assert "PCN de Paris" in shown
    said = words(sal.post("/brands/new?lang=en", {"name": "orme  telecom"}, 422).text)
    assert "A brand of this name is known already" in said
    sal.post(f"{address}/edit", {"name": "Orme", "contact_point": "", "vigilance": "Plan 2026", "version": "1"})
    said = words(olu.post(f"{address}/edit?lang=en", {"name": "Orme SA", "vigilance": "", "version": "1"}, 409).text)
    assert "Plan 2026" in said
    with app.store.maintaining() as session:
        kept = session.scalars(select(Brand)).one().told
    assert kept.name == "Orme"
    assert [one.lever for one in kept.levers] == [Lever.VIGILANCE]


def test_a_site_serves_it_from_a_day_until_another(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    address = brand(olu)
    assert "Fill this in" in serve(olu, address, "", 422)  # type: ignore[arg-type]  # nothing chosen
    assert "Choose one of the list" in serve(olu, address, cast.there, 422)
    assert "Write what shows it" in serve(olu, address, cast.here, 422, proof="")
    assert "lies before the first one" in serve(
        olu, address, cast.here, 422, from_on="01/05/2026", until_on="01/04/2026"
    )
    serve(olu, address, cast.here, from_on="01/05/2026", market="french")
    with app.store.maintaining() as session:
        row = session.scalars(select(BrandSite)).one().id
    shown = olu.page(f"{address}?lang=en")
    assert "Anfa" in shown.text
    assert "1 May 2026" in words(str(shown))
    sal.post(f"/brand-sites/{row}/edit", {"proof": "Contrat", "until_on": "01/06/2026", "version": "1"})
    said = words(olu.post(f"/brand-sites/{row}/edit?lang=en", {"proof": "Affiche", "version": "1"}, 409).text)
    assert "Contrat" in said
    olu.post(f"/brand-sites/{row}/strike")
    with app.store.maintaining() as session:
        assert session.scalars(select(BrandSite)).all() == []


def test_which_sites_serve_it_is_told_within_reach_alone(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    address = brand(sal)
    serve(sal, address, cast.there)
    assert "Agdal" not in olu.get(address).text
    assert "Agdal" in sal.get(address).text
    with app.store.maintaining() as session:
        row = session.scalars(select(BrandSite)).one().id
    olu.get(f"/brand-sites/{row}/edit", 404)
    olu.post(f"/brand-sites/{row}/strike", None, 404)
    for name in ("ann", "zed", "lex", "ada"):
        other = Visitor(app, getattr(cast, name))
        missing = "/brands/00000000-0000-4000-8000-000000000000"
        assert other.get(address, 404).data == other.get(missing, 404).data
        other.get("/brands", 403)
        with app.store.reading(cast.reach(name)) as session:
            assert session.scalars(select(Brand)).all() == []
            assert session.scalars(select(BrandSite)).all() == []


def test_the_board_filters_by_a_brand_that_is_served_today(cast: Cast, sal: Visitor) -> None:
    address = brand(sal)
    key = address.rsplit("/", 1)[1]
    serve(sal, address, cast.here)
    serve(sal, address, cast.there, until_on="01/01/2026")
    shown = words(sal.get(f"/sites/board?brand={key}").text)
    assert "Anfa" in shown
    assert "Agdal" not in shown
    sal.get(f"/sites/board?brand={cast.here}", 422)
    assert "Orme Télécom" in words(sal.get(f"/sites/{cast.here}").text)


def test_the_sheet_tells_counts_of_five_people_or_more_and_nothing_else(app: Union, cast: Cast, olu: Visitor) -> None:
    address = brand(olu)
    serve(olu, address, cast.here)
    olu.get(f"{address}/sheet", 404)
    reported(app, cast.here, cast.ann, Problem.PAY, 7)
    reported(app, cast.here, cast.ann, Problem.PACE, 4)
    reported(app, cast.here, cast.ann, Problem.HARASSMENT, 8, confidential=True)
    reported(app, cast.here, cast.ann, Problem.CONTRACT, 6, on=today() - timedelta(days=500))
    for said_in in dossier.LANGUAGES:
        text = sheet(olu, address, said_in)
        assert "Orme Télécom" in text
        assert "Anfa" not in text
        assert not any(one in text for one in ("Alaoui", "Atlas", *NAMES))
    text = sheet(olu, address)
    assert f"{KINDS[Problem.PAY].name.text} 5" in text
    assert KINDS[Problem.PACE].name.text not in text
    with app.store.reading(cast.reach("olu")) as session:
        told = dossier.counted(session, {cast.here: [Served()]}, today())
    assert told.kinds == ((Problem.PAY, 5),)
    assert told.total == 5
    assert "Anfa" not in sheet(olu, address, "fr", "&sites=named")
    assert events(app, cast, Act.EXPORTED)[-1].note == f"counts-{today().isoformat()}-fr"
    olu.get(f"{address}/sheet?in=ar", 422)


def test_one_person_with_many_cases_is_no_figure(app: Union, cast: Cast, olu: Visitor) -> None:
    address = brand(olu)
    serve(olu, address, cast.here)
    for _again in range(6):
        reported(app, cast.here, cast.ann, Problem.PAY, 1)
    olu.get(f"{address}/sheet", 404)


def test_only_days_on_which_a_site_served_the_brand_are_counted(app: Union, cast: Cast) -> None:
    reported(app, cast.here, cast.ann, Problem.PAY, 6)
    with app.store.reading(cast.reach("olu")) as session:
        for served, kinds in (
            (Served(), ((Problem.PAY, 5),)),
            (Served(from_on=within()), ((Problem.PAY, 5),)),
            (Served(until_on=within() - timedelta(days=1)), ()),
            (Served(from_on=within() + timedelta(days=1)), ()),
        ):
            assert dossier.counted(session, {cast.here: [served]}, today()).kinds == kinds, served


def test_two_sheets_of_one_month_are_alike_whatever_came_between(app: Union, cast: Cast, olu: Visitor) -> None:
    address = brand(olu)
    serve(olu, address, cast.here)
    reported(app, cast.here, cast.ann, Problem.PAY, 7)
    before = sheet(olu, address)
    reported(app, cast.here, cast.ann, Problem.PAY, 8, on=today())
    reported(app, cast.here, cast.ann, Problem.PACE, 8, on=today())
    assert sheet(olu, address) == before


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        (date(2026, 12, 2), date(2025, 12, 1), date(2026, 11, 30)),
        (date(2026, 1, 31), date(2025, 1, 1), date(2025, 12, 31)),
        (date(2024, 3, 1), date(2023, 3, 1), date(2024, 2, 29)),
    ],
)
def test_the_months_are_whole_ones(on: date, first: date, last: date) -> None:
    assert dossier.period(on) == (first, last)


def test_the_drawing_says_what_its_table_says(app: Union, cast: Cast, sal: Visitor) -> None:
    with app.store.maintaining() as session:
        for place, city in ((cast.here, "DAKHLA"), (cast.there, "Imzouren")):
            row = session.get_one(Workplace, place)
            row.site = dataclasses.replace(row.site, city=city)
    shown = sal.page("/sites/map?lang=fr")
    assert len(shown.select("circle")) == 1
    assert [one.get_text(" ", strip=True) for one in shown.select("svg text")] == ["DAKHLA"]
    assert [one.get_text(" ", strip=True) for one in shown.select("tbody th a")] == ["DAKHLA", "Imzouren"]
    assert shown.select("a[href='/sites/board?city=imzouren']")


def test_each_city_that_has_an_arabic_name_has_its_place() -> None:
    assert WHERE.keys() == CITIES.keys()
    assert all(20 < north < 36.2 and -17.3 < east < -0.8 for north, east in WHERE.values())


def test_a_day_to_come_may_end_it(cast: Cast, olu: Visitor) -> None:
    address = brand(olu)
    serve(olu, address, cast.here, until_on=TOMORROW)
    assert "1" in words(olu.get("/brands?lang=en").text)
