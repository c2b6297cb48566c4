"""What a list does not settle is asked on its preview; nothing is written on a guess."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import DATA, SAMPLES, at, begun, filled, previewed, uploaded, work_off
from union.app import Union

LIST = "nom;prenom;date embauche;salaire\nTazi;Omar;03/04/2020;60000\nBerrada;Salma;05/06/2019;72000\n"


def asked(visitor: Visitor, address: str, status: int = 302, **answers: str) -> Any:
    page = visitor.page(f"{address}/preview")
    form = next(form for form in page.select("main form") if form["action"].endswith("/answer"))
    return visitor.post(f"{address}/answer", {**filled(form), **answers}, status)


def test_both_readings_are_shown_and_nothing_can_be_written_before(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, LIST.encode())
    previewed(olu, address)
    page = olu.page(f"{address}/preview?lang=en")
    words = " ".join(page.select_one("#questions").get_text().replace("\u2068", "").replace("\u2069", "").split())
    assert "03/04/2020 = 3 Apr 2020" in words
    assert "03/04/2020 = 4 Mar 2020" in words
    assert "60000 = 5,000.00" in words
    assert not [form for form in page.select("main form") if form["action"].endswith("/apply")]
    version = page.select_one("#questions [name=version]")["value"]
    olu.post(f"{address}/apply", {"version": version}, 422)
    work_off(app)
    assert not [work for _member, work in at(app.store, cast.here) if work.terms.hired_on == date(2020, 4, 3)]


def test_the_answers_are_what_is_written(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, LIST.encode())
    previewed(olu, address)
    asked(olu, address, 422, dates_2="dmy")  # one of two
    asked(olu, address, 422, dates_2="ymd", wages_3="yearly")
    asked(olu, address, dates_2="dmy", wages_3="yearly")
    asked(olu, address, dates_2="mdy", wages_3="yearly")  # and can be changed
    begun(olu, address)
    work_off(app)
    written = {
        str(work.terms.hired_on): work.terms.wage.gross for _, work in at(app.store, cast.here) if work.terms.wage
    }
    assert {day: str(gross) for day, gross in written.items() if day in {"2020-03-04", "2019-05-06"}} == {
        "2020-03-04": "5000.00",
        "2019-05-06": "6000.00",
    }


def test_an_answer_holds_for_the_field_that_it_was_given_for(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, LIST.encode())
    previewed(olu, address)
    asked(olu, address, dates_2="mdy", wages_3="monthly")
    previewed(olu, address, column_2="born_on")
    page = olu.page(f"{address}/preview")
    assert page.select("[name=dates_2]")
    assert not page.select("[name=dates_2][checked]")
    assert page.select("[name=wages_3][checked]")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_settle_what_they_hold(cast: Cast, olu: Visitor, name: str) -> None:
    address = uploaded(olu, cast.here, (DATA / name).read_bytes(), name)
    previewed(olu, address)
    page = olu.page(f"{address}/preview")
    assert bool(page.select("#questions")) is (name == "problemes.csv")
    assert [form for form in page.select("main form") if form["action"].endswith("/apply")]


def test_a_comma_of_two_meanings_can_be_settled_for_its_column(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, b"nom;prenom;salaire mensuel\nTazi;Omar;4,250\nBerrada;Salma;5,300\n")
    previewed(olu, address)
    assert olu.page(f"{address}/preview").select_one("ul.numbers strong").get_text() == "0"
    asked(olu, address, decimals_2=".")
    begun(olu, address)
    work_off(app)
    assert {str(work.terms.wage.gross) for _, work in at(app.store, cast.here) if work.terms.wage} >= {
        "4250.00",
        "5300.00",
    }


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_questions_in_both_languages(cast: Cast, olu: Visitor, language: str) -> None:
    address = uploaded(olu, cast.here, LIST.encode())
    previewed(olu, address)
    olu.get(f"{address}/preview?lang={language}")


def test_an_answer_to_a_foreign_list_is_404(cast: Cast, olu: Visitor, sal: Visitor) -> None:
    address = uploaded(sal, cast.there, LIST.encode())
    previewed(sal, address)
    missing = "/imports/00000000-0000-4000-8000-000000000000"
    answers = {"version": "2", "dates_2": "dmy", "wages_3": "yearly"}
    assert olu.post(f"{address}/answer", answers, 404).data == olu.post(f"{missing}/answer", answers, 404).data


def test_what_was_answered_is_said_on_the_page(cast: Cast, olu: Visitor) -> None:
    data = "Matricule;Nom;Prénom;Salaire\n1;Tazi;Omar;60000\n2;Berrada;Salma;72000\n".encode()
    address = uploaded(olu, cast.here, data)
    previewed(olu, address)
    asked(olu, address, wages_3="monthly")
    said = olu.page(f"{address}/preview?lang=en").select_one("#questions .plain-list").get_text(" ", strip=True)
    assert "Salaire" in said
    assert "For a month" in said
    assert "60000 =" in said
