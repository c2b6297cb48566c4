"""Workplaces and headcounts come in by the same steps as members: shown, written, repeated without change, taken
back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.kinds import brought_in, looked, numbers, turned, uploaded
from tests.imports.lists import begun, digest, filled, work_off
from union.app import Union
from union.record import chain
from union.workplaces.models import Activity, Employer, Market, Workplace

COUNTS = (
    "Site;Date;Effectif;Source\nAnfa;31/12/2025;1 250;bilan social\nanfa;30/06/2026;1.180;délégués\n"
    "Agdal;30/06/2026;٤٢٠;CNSS\nNulle part;30/06/2026;10;CNSS\n"
)
COUNTED = {
    "new": 3,
    "already known: something changes": 0,
    "already known: nothing changes": 0,
    "rows twice in the file": 0,
    "rows that cannot be read": 1,
}
PLACES = (
    "Raison sociale;ICE;CNSS;RC;Site;Ville;Activité;Marchés;Déclaré;Effectif;Date;Source\n"
    "Atlas Contact;001234567890123;1234567;Casablanca 12345;Anfa;Casablanca;appels;France, "
    "Canada;oui;900;15/02/2026;CNSS\n"
    "Atlas Contact;001234567890123;;;Sidi Maârouf;Casablanca;modération;France;non;;;\n"
    "Sous Appels;002222222222222;;;Agadir;Agadir;;;;120;20/03/2026;délégués\n"
)


def site(app: Union, name: str) -> Any:
    with app.store.maintaining() as session:
        found = {one.site.name: one.site for one in session.scalars(select(Workplace))}
        return found.get(name)


def employer(app: Union, name: str) -> Any:
    with app.store.maintaining() as session:
        found = {one.identity.legal_name: one.identity for one in session.scalars(select(Employer))}
        return found.get(name)


def test_headcounts_from_the_file_to_the_undo(app: Union, cast: Cast, sal: Visitor) -> None:
    before = digest(app.store)
    address, found = looked(sal, "headcounts", COUNTS)
    assert {name: found[name] for name in COUNTED} == COUNTED
    assert "Nulle part" in sal.page(f"{address}/preview?lang=fr").get_text()
    assert digest(app.store) == before
    address = brought_in(app, sal, "headcounts", COUNTS)
    counted = site(app, "Anfa").headcounts
    assert [(f"{one.on}", one.people, one.source) for one in counted] == [
        ("2025-12-31", 1250, "bilan social"),
        ("2026-06-30", 1180, "délégués"),
    ]
    assert site(app, "Agdal").headcount.people == 420
    turned(app, sal, address)
    with app.store.maintaining() as session:
        assert chain.verify(session).bad is None
    assert not site(app, "Anfa").headcounts


def test_the_same_headcounts_again_change_nothing(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, "headcounts", COUNTS)
    before = digest(app.store)
    _, found = looked(sal, "headcounts", COUNTS.replace("bilan social", "BILAN SOCIAL"))
    assert (found["new"], found["already known: something changes"], found["already known: nothing changes"]) == (
        0,
        0,
        3,
    )
    assert digest(app.store) == before


def test_another_number_says_from_what_to_what_and_what_others_wrote_stays(
    app: Union, cast: Cast, sal: Visitor
) -> None:
    brought_in(app, sal, "headcounts", COUNTS)
    address, found = looked(sal, "headcounts", COUNTS.replace("1.180", "1 190").replace("٤٢٠", "٤٢٥"))
    assert found["already known: something changes"] == 2
    shown = sal.page(f"{address}/preview?show=updated").get_text()
    assert "1180" in shown
    assert "1190" in shown
    address = brought_in(app, sal, "headcounts", COUNTS.replace("1.180", "1 190").replace("٤٢٠", "٤٢٥"))
    typed = {"on": "30/06/2026", "people": "1111", "source": "délégués"}
    sal.post(f"/workplaces/{cast.here}/headcounts", typed)
    page = sal.page(f"{address}/undo?lang=en")
    numbers_ = [int(one.get_text()) for one in page.select("ul.numbers strong")]
    assert numbers_ == [0, 1, 1]
    assert "Anfa, 30/06/2026" in page.get_text()
    turned(app, sal, address)
    assert site(app, "Anfa").headcount.people == 1111
    assert site(app, "Agdal").headcount.people == 420


def test_rows_that_contradict_each_other_stay_out(app: Union, cast: Cast, sal: Visitor) -> None:
    twice = (
        "Site;Date;Effectif;Source\nAnfa;31/12/2025;10;CNSS\nAnfa;31/12/2025;11;CNSS\nAgdal;31/12/2025;5;a\nAgdal;"
        "31/12/2025;5;a\n"
    )
    _, found = looked(sal, "headcounts", twice)
    assert (found["new"], found["rows twice in the file"], found["rows that cannot be read"]) == (1, 1, 2)


def test_workplaces_from_the_file_to_the_undo(app: Union, cast: Cast, sal: Visitor) -> None:
    before = digest(app.store)
    address, found = looked(sal, "workplaces", PLACES)
    assert (found["new"], found["already known: something changes"], found["problems"]) == (3, 0, 0)
    assert digest(app.store) == before
    address = brought_in(app, sal, "workplaces", PLACES)
    atlas, anfa, sidi = employer(app, "Atlas Contact"), site(app, "Anfa"), site(app, "Sidi Maârouf")
    assert (atlas.ice, atlas.cnss, atlas.trade_register) == ("001234567890123", "1234567", "Casablanca 12345")
    assert (anfa.markets, anfa.activities) == ((Market.FRENCH, Market.CANADIAN), (Activity.CALLS,))
    assert anfa.headcount.people == 900
    assert (sidi.declared, sidi.activities) == (False, (Activity.MODERATION,))
    _, found = looked(sal, "workplaces", PLACES)
    assert (found["new"], found["already known: something changes"], found["already known: nothing changes"]) == (
        0,
        0,
        3,
    )
    turned(app, sal, address)
    assert (employer(app, "Sous Appels"), site(app, "Sidi Maârouf")) == (None, None)
    assert employer(app, "Atlas Contact").ice == ""
    assert not site(app, "Anfa").headcounts


def test_a_correction_says_from_what_to_what(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, "workplaces", PLACES)
    corrected = "ICE;Raison sociale;Site;Ville;Marchés\n001234567890123;Atlas Contact Maroc;Anfa;Casablanca;Espagne\n"
    address, found = looked(sal, "workplaces", corrected)
    assert (found["new"], found["already known: something changes"]) == (0, 1)
    shown = sal.page(f"{address}/preview?show=updated&lang=en").get_text()
    assert "Atlas Contact" in shown
    assert "Atlas Contact Maroc" in shown
    assert "France, Canada" in shown
    brought_in(app, sal, "workplaces", corrected)
    assert employer(app, "Atlas Contact Maroc").trade_register == "Casablanca 12345"  # an empty cell takes nothing away


def test_the_arabic_name_of_a_site_comes_in_with_it(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(
        app,
        sal,
        "workplaces",
        "Employeur;Site;Nom arabe du site;Ville\nAtlas Contact;Sidi Maârouf;سيدي معروف;Casablanca\n",
    )
    assert site(app, "Sidi Maârouf").name_ar == "سيدي معروف"
    other = "Employeur;Site;الاسم العربي لمكان الشغل\nAtlas Contact;Sidi Maârouf;سيدي معروف 2\n"
    address = brought_in(app, sal, "workplaces", other)
    assert site(app, "Sidi Maârouf").name_ar == "سيدي معروف 2"
    turned(app, sal, address)
    assert site(app, "Sidi Maârouf").name_ar == "سيدي معروف"


def test_what_fits_two_employers_stays_out(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, "workplaces", PLACES)
    crossed = (
        "Raison sociale;ICE;Site;Ville\nSous Appels;001234567890123;Anfa;Rabat\nAtlas Contact;009999999999999;;\n"
        ";;Nulle part;Rabat\nNeuf;003333333333333;Un;Rabat\nNeuf;003333333333333;Un "
        "bis;Rabat\nNeuf;003333333333334;Deux;Fès\n"
    )
    _, found = looked(sal, "workplaces", crossed)
    assert (found["new"], found["rows that cannot be read"]) == (2, 4)
    assert site(app, "Anfa").city == "Casablanca"


def test_an_undone_site_with_people_stays(app: Union, cast: Cast, sal: Visitor) -> None:
    address = brought_in(app, sal, "workplaces", PLACES)
    with app.store.maintaining() as session:
        agadir = next(one.id for one in session.scalars(select(Workplace)) if one.site.name == "Agadir")
    sal.post(f"/workplaces/{agadir}/headcounts", {"on": "01/04/2026", "people": "130", "source": "presse"})
    dry = [int(one.get_text()) for one in sal.page(f"{address}/undo?lang=en").select("ul.numbers strong")]
    turned(app, sal, address)
    assert site(app, "Agadir").headcount.people == 130
    assert employer(app, "Sous Appels") is not None
    assert site(app, "Sidi Maârouf") is None
    held = sal.page(f"{address}?lang=en").get_text()
    assert "Agadir" in held
    assert "Sous Appels" in held
    assert dry[2] == 2


def test_the_secretariat_alone_brings_them_in(app: Union, cast: Cast, olu: Visitor, sal: Visitor, ann: Visitor) -> None:
    for kind in ("workplaces", "headcounts"):
        olu.get(f"/imports/new?of={kind}", 422)
        uploaded(olu, kind, COUNTS, 422)
        ann.get(f"/imports/new?of={kind}", 403)
    assert "of=headcounts" not in olu.get("/imports/new").text
    address = uploaded(sal, "headcounts", COUNTS)
    olu.get(address, 404)
    assert address.rsplit("/", 1)[1] not in olu.get("/imports").text
    sal.get("/imports/new?of=other", 422)


def test_dates_that_nothing_settles_are_asked(app: Union, cast: Cast, sal: Visitor) -> None:
    address, found = looked(sal, "headcounts", "Site;Date;Effectif;Source\nAnfa;02/03/2026;10;CNSS\n")
    assert found["new"] == 1
    page = sal.page(f"{address}/preview")
    assert not page.select("#main-form")
    form = next(form for form in page.select("main form") if form["action"].endswith("/answer"))
    sal.post(f"{address}/answer", {**filled(form), "dates_1": "mdy"})
    begun(sal, address)
    work_off(app)
    assert f"{site(app, 'Anfa').headcount.on}" == "2026-02-03"


def test_a_column_that_every_row_needs_is_asked_for(app: Union, cast: Cast, sal: Visitor) -> None:
    address = uploaded(sal, "headcounts", "Site;Date;Effectif\nAnfa;31/12/2025;10\n")
    page = sal.page(f"{address}/columns")
    form = filled(next(form for form in page.select("main form") if form["action"].endswith("/columns")))
    assert "Source" in sal.post(f"{address}/columns", form, 422).text


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_every_page_in_every_language(app: Union, cast: Cast, sal: Visitor, language: str) -> None:
    for kind, data in (("headcounts", COUNTS), ("workplaces", PLACES)):
        sal.get(f"/imports/new?of={kind}&lang={language}")
        address, _ = looked(sal, kind, data)
        for show in ("new", "updated", "unchanged", "twice", "refused", "problems"):
            sal.get(f"{address}/preview?show={show}&lang={language}")
        address = brought_in(app, sal, kind, data)
        sal.get(f"{address}?lang={language}")
        sal.get(f"{address}/undo?lang={language}")
        turned(app, sal, address)
        sal.get(f"{address}?lang={language}")
        sal.get(f"/imports?lang={language}")


def test_a_cell_is_corrected_and_the_rows_left_out_come_back(app: Union, cast: Cast, sal: Visitor) -> None:
    address, _ = looked(sal, "headcounts", COUNTS)
    out = sal.get(f"{address}/refused").text
    assert '"Nulle part";"30/06/2026";"10";"CNSS"' in out
    page = sal.page(f"{address}/preview?show=problems")
    form = next(form for form in page.select("main form") if form["action"].endswith("/correct"))
    cell = form.select_one("input[name^=cell_]")
    assert cell is not None
    sal.post(f"{address}/correct", {**filled(form), str(cell["name"]): "Anfa"})
    assert numbers(sal, address)["new"] == 4
