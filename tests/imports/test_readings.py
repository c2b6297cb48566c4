"""How a list was read is kept under a name: the next of its shape goes through without a question, or it is said why
not."""

from __future__ import annotations

from typing import Any

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, filled, previewed, uploaded, work_off
from tests.imports.test_questions import asked
from union.app import Union
from union.imports.records.readings import SavedReading, saved_readings

LIST = "Nom;Prénom;Chiffre;Embauche;Salaire\nTazi;Omar;77;03/04/2020;60000\nBerrada;Salma;78;05/06/2019;72000\n"
NEXT = "SALAIRE;embauche;Prenom;NOM;chiffre\n66000;07/08/2021;Driss;Alami;79\n"


def kept(visitor: Visitor, workplace_id: Any, name: str = "Paie d'Anfa", data: str = LIST, status: int = 302) -> str:
    """A list whose columns and questions are answered by hand, and its reading kept."""
    address = uploaded(visitor, workplace_id, data.encode())
    previewed(visitor, address, column_2="employee_number", state="contact")
    asked(visitor, address, dates_3="mdy", wages_4="yearly")
    keep(visitor, address, name, status)
    return address


def keep(visitor: Visitor, address: str, name: str, status: int = 302) -> Any:
    version = visitor.page(f"{address}/preview").select_one("[name=version]")["value"]
    return visitor.post(f"{address}/reading/keep", {"version": version, "name": name}, status)


def saved(app: Union) -> list[Any]:
    with app.store.maintaining() as session:
        return sorted((one.saved for one in session.scalars(saved_readings())), key=lambda one: one.name)


def test_the_next_list_of_the_shape_goes_through_without_a_question(app: Union, cast: Cast, olu: Visitor) -> None:
    kept(olu, cast.here)
    address = uploaded(olu, cast.here, NEXT.encode())
    assert "Paie d&#39;Anfa" in olu.get(f"{address}/columns").text
    previewed(olu, address)
    page = olu.page(f"{address}/preview?lang=en")
    assert "Read as “Paie d'Anfa”" in page.get_text()
    assert not page.select(".note-soon")
    begun(olu, address)
    work_off(app)
    member, work = next(pair for pair in at(app.store, cast.here) if pair[0].identity.family_name == "Alami")
    assert (work.terms.employee_number, str(work.terms.hired_on)) == ("79", "2021-07-08")
    assert (str(work.terms.wage.gross), member.standing.state.value) == ("5500.00", "contact")


def test_it_is_taken_off_again_and_chosen_by_hand(app: Union, cast: Cast, olu: Visitor) -> None:
    kept(olu, cast.here)
    address = uploaded(olu, cast.here, NEXT.encode())
    page = olu.page(f"{address}/columns")
    without = next(form for form in page.select("main form") if form["action"].endswith("/reading"))
    olu.post(f"{address}/reading", {**filled(without), "reading": ""})
    page = olu.page(f"{address}/columns")
    assert not page.select_one("[name=column_4] option[selected]")["value"]
    form = next(form for form in page.select("main form") if form["action"].endswith("/reading"))
    chosen = form.select("option")[1]["value"]
    olu.post(f"{address}/reading", {**filled(form), "reading": chosen})
    assert olu.page(f"{address}/columns").select_one("[name=column_4] option[selected]")["value"] == "employee_number"


def test_one_that_does_not_fit_says_what_is_missing_and_takes_nothing(app: Union, cast: Cast, olu: Visitor) -> None:
    kept(olu, cast.here)
    address = uploaded(olu, cast.here, "Nom;Prénom;Embauche\nTazi;Omar;26/11/2020\n".encode())
    page = olu.page(f"{address}/columns")
    form = next(form for form in page.select("main form") if form["action"].endswith("/reading"))
    answer = olu.post(f"{address}/reading", {**filled(form), "reading": form.select("option")[1]["value"]}, 422)
    assert "Chiffre" in answer.text
    assert "Salaire" in answer.text
    assert [one["value"] for one in olu.page(f"{address}/columns").select("[name^=column_] option[selected]")] == [
        "family_name",
        "given_name",
        "hired_on",
    ]


def test_columns_that_it_does_not_know_stay_out_and_are_named(app: Union, cast: Cast, olu: Visitor) -> None:
    kept(olu, cast.here)
    address = uploaded(
        olu, cast.here, "Nom;Prénom;Chiffre;Embauche;Salaire;Tél.\nTazi;Omar;77;03/04/2020;60000;0661234567\n".encode()
    )
    page = olu.page(f"{address}/columns")
    assert page.select_one("[name=column_5] option[selected]")["value"] == "phone"  # another shape: nothing is proposed
    form = next(form for form in page.select("main form") if form["action"].endswith("/reading"))
    olu.post(f"{address}/reading", {**filled(form), "reading": form.select("option")[1]["value"]})
    page = olu.page(f"{address}/columns?lang=en")
    assert not page.select_one("[name=column_5] option[selected]")["value"]
    assert "which stay out: Tél." in page.get_text()


def test_a_name_is_taken_once_and_the_one_in_use_is_changed(app: Union, cast: Cast, olu: Visitor) -> None:
    kept(olu, cast.here)
    kept(olu, cast.here, "Autre", LIST.replace("Chiffre", "Numero"))
    address = uploaded(olu, cast.here, NEXT.encode())
    previewed(olu, address, column_4="card_number")
    assert "porte déjà ce nom" in keep(olu, address, "AUTRE", 422).text
    keep(olu, address, "paie d'anfa")
    keep(olu, address, " ", 422)
    assert [one.name for one in saved(app)] == ["Autre", "paie d'anfa"]
    assert "card_number" in {one.field for one in saved(app)[1].columns}


def test_listed_renamed_forgotten(app: Union, cast: Cast, olu: Visitor) -> None:
    kept(olu, cast.here)
    page = olu.page("/imports/readings")
    place = page.select_one("a.open")["href"]
    assert "Le mois d’abord" in olu.page(place).get_text()
    assert "Pour une année" in olu.page(place).get_text()
    for language in ("fr", "ar", "en"):
        olu.get(f"/imports/readings?lang={language}")
        olu.get(f"{place}?lang={language}")
    form = next(one for one in olu.page(place).select("main form") if one["action"].endswith("/rename"))
    olu.post(f"{place}/rename", {**filled(form), "name": "Sage"})
    olu.post(f"{place}/rename", {**filled(form), "name": "Sage 2"}, 409)
    assert [one.name for one in saved(app)] == ["Sage"]
    olu.post(f"{place}/forget")
    assert saved(app) == []
    olu.get(place, 404)


def offered(visitor: Visitor, address: str) -> str:
    """The page of the columns without the menu, which has a word of its own that begins alike."""
    content = visitor.page(f"{address}/columns").select_one("main")
    assert content is not None
    return str(content)


def test_whoever_does_not_reach_the_workplace_learns_nothing_of_it(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, ann: Visitor, lex: Visitor, ada: Visitor
) -> None:
    kept(sal, cast.there)
    with app.store.maintaining() as session:
        place = f"/imports/readings/{session.scalars(saved_readings()).one().id}"
    missing = "/imports/readings/00000000-0000-4000-8000-000000000000"
    assert olu.get(place, 404).data == olu.get(missing, 404).data
    for act, form in (("rename", {"name": "Mienne", "version": "1"}), ("forget", {})):
        assert olu.post(f"{place}/{act}", form, 404).data == olu.post(f"{missing}/{act}", form, 404).data
    assert not olu.page("/imports/readings").select("a.open")
    address = uploaded(olu, cast.here, LIST.encode())
    assert "Paie" not in offered(olu, address)  # not proposed either
    version = olu.page(f"{address}/columns").select_one("[name=version]")["value"]
    olu.post(f"{address}/reading", {"version": version, "reading": place.rsplit("/", 1)[1]})  # not among the offered
    assert "Paie" not in offered(olu, address)
    for nobody in (ann, lex, ada):
        nobody.get(place, 404)
        nobody.get("/imports/readings", 403)


def test_a_stolen_database_does_not_hold_the_headers(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    kept(olu, cast.here)
    kept(sal, cast.there)
    with app.store.maintaining() as session:
        rows = session.scalars(saved_readings()).all()
        assert not [one for one in rows if b"Chiffre" in one.saved_sealed or b"Anfa" in one.saved_sealed]
        assert len({one.shape for one in rows}) == 2  # the same shape does not show across workplaces
        assert {column.name for column in SavedReading.__table__.columns} == {
            "id",
            "workplace_id",
            "shape",
            "saved_sealed",
            "version",
        }
