"""Lists of sites, headcounts, days and elections as a federation's secretary has them, and those given as another
kind."""

from __future__ import annotations

from datetime import date

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.kinds import brought_in, looked, uploaded
from union.app import Union
from union.tables.cells import ballots
from union.tables.cells import lists as cells
from union.tables.cells.people import Unreadable
from union.tables.columns import list_words
from union.tables.columns.fields import DECLARED_DAYS, ELECTIONS, HEADCOUNTS, WORKPLACES
from union.tables.columns.guessing import fields_of, guess
from union.tables.read import read

MEMBERS = "Matricule;Nom;Prénom;Tél.\n9001;Idrissi;Kawtar;0661998811\n"
COUNTS = "Site;Date;Effectif;Source\nAnfa;31/12/2025;120;CNSS\n"
PLACES = "Société;ICE;Site;Ville\nSahel Contact;001222333000041;Maârif;Casablanca\n"
DAYS = "Matricule;Nom;Prénom;Mois;Jours déclarés\n1;Idrissi;Kawtar;03/2026;26\n"
BALLOT = "Date du scrutin;Collège;Liste;Voix;Sièges;Candidat\n24/06/2021;1;UMT;200;3;Kawtar Idrissi\n"
LISTS = {"members": MEMBERS, "headcounts": COUNTS, "workplaces": PLACES, "declared-days": DAYS, "elections": BALLOT}
TITLES = {
    "members": "Members and contacts",
    "headcounts": "Headcounts",
    "workplaces": "Workplaces and employers",
    "declared-days": "Days declared to the CNSS",
    "elections": "Elections of staff delegates",
}


@pytest.mark.parametrize("given", LISTS)
@pytest.mark.parametrize("asked", LISTS)
def test_a_list_of_another_kind_is_told_first_and_led_to_its_own(
    cast: Cast, sal: Visitor, given: str, asked: str
) -> None:
    place: dict[str, str] = {} if asked in {"headcounts", "workplaces"} else {"workplace": str(cast.here)}
    address = uploaded(sal, asked, LISTS[given], **place)
    page = sal.page(f"{address}/columns?lang=en").select_one("main")
    assert page is not None
    led = page.select(".note-late a[href*='/imports/new?of=']")
    if given == asked:
        assert not led
        return
    (link,) = led
    assert str(link["href"]).endswith(f"of={given}")
    assert f"under “{TITLES[given]}”" in page.get_text()


@pytest.mark.parametrize(
    ("asked", "data"),
    [
        ("declared-days", "Matricule;Nom;Prénom;janv-26;févr-26\n1;Idrissi;Kawtar;26;24\n"),
        ("members", "Matricule;Nom;Prénom;janv-26;févr-26\n1;Idrissi;Kawtar;5200;5300\n"),
        ("members", "Nom;Prénom;Site;Syndicat;Date;Catégorie\nIdrissi;Kawtar;Anfa;CDT;01/02/2020;employé\n"),
        ("elections", "Date;Collège;Liste;Inscrits\n24/06/2021;1;CDT;40\n"),
        ("workplaces", "Société;Ville\nSahel Contact;Casablanca\n"),
    ],
)
def test_a_list_of_its_own_kind_is_not_taken_for_another(cast: Cast, sal: Visitor, asked: str, data: str) -> None:
    place: dict[str, str] = {} if asked == "workplaces" else {"workplace": str(cast.here)}
    address = uploaded(sal, asked, data, **place)
    assert not sal.page(f"{address}/columns").select(".note-late a")


@pytest.mark.parametrize(
    ("text", "college"),
    [
        ("1er collège (ouvriers et employés)", "employees"),
        ("2ème collège (cadres et assimilés)", "executives"),
        ("Collège 2 : agents de maîtrise, techniciens et cadres", "executives"),
        ("COLLEGE DES EMPLOYES", "employees"),
        ("هيئة الأطر والتقنيين", "executives"),
        ("الهيئة الأولى", "employees"),
        ("هيئة العمال والمستخدمين", "employees"),
        ("Deuxième collège", "executives"),
        ("١", "employees"),
    ],
)
def test_a_college_is_known_by_its_number_its_words_or_both(text: str, college: str) -> None:
    assert ballots.college(text) == college


@pytest.mark.parametrize(
    "text", ["1er collège (cadres)", "3e collège", "collège unique", "ouvriers, employés et cadres", ""]
)
def test_a_college_that_contradicts_itself_is_none(text: str) -> None:
    with pytest.raises(Unreadable):
        ballots.college(text)


def test_a_headcount_of_a_month_is_of_its_last_day_and_said(cast: Cast, sal: Visitor) -> None:
    months = (
        "Site;Mois;Effectif;Source\nAnfa;mars 2026;598;CNSS\nAgdal;فبراير 2026;١٬٠١٥;délégués\nAnfa;04/2026;600;CNSS\n"
    )
    address, found = looked(sal, "headcounts", months)
    assert (found["new"], found["problems"]) == (3, 0)
    page = sal.page(f"{address}/preview?lang=en").select_one("main")
    assert page is not None
    assert "taken for its last day, 31/03/2026" in page.get_text()
    assert "28/02/2026" in sal.page(f"{address}/preview?lang=en&show=new").get_text()


def test_a_month_that_is_not_over_has_no_headcount_yet(sal: Visitor, cast: Cast) -> None:
    _address, found = looked(sal, "headcounts", "Site;Mois;Effectif;Source\nAnfa;décembre 2090;598;CNSS\n")
    assert (found["new"], found["problems"]) == (0, 1)


@pytest.mark.parametrize("fields", [HEADCOUNTS, WORKPLACES])
def test_a_header_that_dates_a_headcount_heads_the_number(fields: tuple[str, ...]) -> None:
    table = read(b"Site;Effectif au 31/12/2025;Source\nAnfa;480;CNSS\nAgdal;1 120;CNSS\n", "x.csv")
    assert fields_of(guess(table, fields)) == {0: "site", 1: "people", 2: "source"}
    dated = read(b"Site;Effectif au;Effectif;Source\nAnfa;31/12/2025;480;CNSS\n", "x.csv")
    assert fields_of(guess(dated, fields)) == {0: "site", 1: "counted_on", 2: "people", 3: "source"}


def test_the_last_day_of_a_month() -> None:
    assert cells.month_end("fév. 2024") == date(2024, 2, 29)
    assert [cells.month_end(one) for one in ("3", "2026", "mars", "x")] == [None] * 4


def test_a_preview_of_elections_tells_the_colleges_apart(cast: Cast, sal: Visitor) -> None:
    rows = "Date;Collège;Liste;Voix;Sièges\n24/06/2021;1er collège;SAS;40;2\n24/06/2021;2e collège;لا منتمون;20;1\n"
    address, found = looked(sal, "elections", rows, workplace=str(cast.here))
    assert found["new"] == 2
    text = sal.page(f"{address}/preview?lang=en&show=new").get_text(" ", strip=True)
    assert "workers and employees" in text
    assert "supervisors and executives" in text
    assert "لا منتمون" not in text
    candidates = "Date;Collège;Liste;Candidat\n24/06/2021;1;CDT;Kawtar Idrissi\n24/06/2021;1;CDT;Adil Zniber\n"
    address, _found = looked(sal, "elections", candidates, workplace=str(cast.here))
    text = sal.page(f"{address}/preview?lang=en&show=new").get_text(" ", strip=True)
    assert "24/06/2021, CDT, Kawtar Idrissi" in text


def test_a_list_that_says_nothing_new_shows_what_it_found(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, "headcounts", COUNTS)
    address, found = looked(sal, "headcounts", COUNTS)
    assert found["already known: nothing changes"] == 1
    page = sal.page(f"{address}/preview?lang=en").select_one("#rows")
    assert page is not None
    assert "31/12/2025" in page.get_text()


def test_a_row_that_takes_a_known_value_s_place_is_never_among_the_new(app: Union, cast: Cast, sal: Visitor) -> None:
    """Also where it brings a headcount, which is new, or another list of a ballot."""
    first = "Société;R.C.;Site;Ville;Donneurs d'ordre\nAtlas Contact;Rabat 1;Anfa;Rabat;France, Belgique\n"
    brought_in(app, sal, "workplaces", first)
    more = "Société;Site;Ville;Effectif;Date;Source\nAtlas Contact;Anfa;Salé;80;31/12/2025;CNSS\n"
    _address, found = looked(sal, "workplaces", more)
    assert (found["new"], found["already known: something changes"]) == (0, 1)
    _address, found = looked(sal, "workplaces", more.replace("Salé", "Rabat"))
    assert (found["new"], found["already known: something changes"]) == (1, 0)
    place = {"workplace": str(cast.here)}
    ballot = "Date;Collège;Inscrits;Liste;Voix\n24/06/2021;1;60;CDT;20\n"
    brought_in(app, sal, "elections", ballot, **place)
    _address, found = looked(sal, "elections", ballot.replace("CDT", "UMT").replace("60", "70"), **place)
    assert (found["new"], found["already known: something changes"]) == (0, 1)
    page = sal.page(f"/workplaces/{cast.here}?lang=en").get_text()
    assert "Rabat 1" in sal.page(f"/employers/{cast.employer}?lang=en").get_text()
    assert "Another market" in page


def test_an_employer_without_his_legal_form_is_the_one_that_is_known(app: Union, cast: Cast, sal: Visitor) -> None:
    first = "Société;ICE;Site\nSahel Contact S.A.R.L.;001222333000041;Maârif\nSAHEL CONTACT;001222333000041;Oujda\n"
    _address, found = looked(sal, "workplaces", first)
    assert (found["new"], found["problems"]) == (2, 0)
    brought_in(app, sal, "workplaces", first)
    assert sal.page("/employers?lang=en").get_text().upper().count("SAHEL CONTACT") == 1
    _address, found = looked(sal, "workplaces", "Société;Site\nsahel contact;Maârif\n")
    assert found["already known: nothing changes"] == 1
    _address, found = looked(sal, "workplaces", "Société;Site\nSahel Contact SA;Maârif\n")
    assert found["new"] == 1  # another company of the group


@pytest.mark.parametrize(
    ("fields", "header", "field"),
    [
        (DECLARED_DAYS, "Num Immat.", "fund_number"),
        (DECLARED_DAYS, "N° Assuré", "fund_number"),
        (DECLARED_DAYS, "Sal. Brut", "declared_wages"),
        (DECLARED_DAYS, "Matricule", "employee_number"),
        (ELECTIONS, "Voix exprimées", "valid"),
        (ELECTIONS, "Voix obtenues", "votes"),
        (ELECTIONS, "تاريخ إجراء الانتخابات", "held_on"),
        (HEADCOUNTS, "Nbre employés", "people"),
        (HEADCOUNTS, "بتاريخ", "counted_on"),
        (WORKPLACES, "رقم الانخراط بالضمان الاجتماعي", "affiliation"),
        (WORKPLACES, "Donneurs d'ordre (pays)", "markets"),
    ],
)
def test_headers_of_portals_and_minutes_say_what_they_hold(fields: tuple[str, ...], header: str, field: str) -> None:
    assert list_words.recognise(header, fields)[0][0] == field


def test_two_rows_that_contradict_each_other_show_where(cast: Cast, sal: Visitor) -> None:
    rows = "Site;Date;Effectif;Source\nAnfa;31/12/2025;120;CNSS\nANFA;31/12/2025;125;CNSS\n"
    address, found = looked(sal, "headcounts", rows)
    assert (found["new"], found["problems"]) == (0, 2)
    page = sal.page(f"{address}/preview?lang=en").select_one("#rows")
    assert page is not None
    assert [one["value"] for one in page.select("input[type=text]")] == ["120", "125"]
    assert "Effectif" in page.get_text()
