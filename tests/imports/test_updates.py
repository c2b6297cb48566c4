"""A list with corrections makes only the corrections; a name alone changes nobody."""

from __future__ import annotations

from uuid import UUID

import pytest
from bs4 import BeautifulSoup

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import (
    at,
    begun,
    brought_in,
    count,
    digest,
    filled,
    made,
    previewed,
    tokens,
    uploaded,
    work_off,
)
from union.app import Union
from union.imports.records.models import RosterImport, Stage

HEAD = "Matricule;Nom;Prénom;Tél.;Fonction;Salaire brut\n"


def numbers(visitor: Visitor, address: str) -> dict[str, str]:
    page = visitor.page(f"{address}/preview?lang=en")
    return {one.span.get_text(): one.strong.get_text() for one in page.select("ul.numbers li")}


def test_the_same_list_with_corrections_makes_only_the_corrections(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(40))
    corrected = made(40).decode().replace("0600000007", "0700000007").replace("p9@example.ma;23/02/2020", ";24/02/2020")
    before = {work.terms.employee_number: (member, work) for member, work in at(app.store, cast.here)}
    address = uploaded(olu, cast.here, corrected.encode())
    previewed(olu, address)
    found = numbers(olu, address)
    assert (found["new people"], found["known: something changes"], found["known: nothing changes"]) == ("0", "2", "38")
    shown = olu.page(f"{address}/preview?show=updated&lang=en").select_one("table").get_text()
    assert "07 00 00 00 07" in shown
    assert "23/02/2020 → 24/02/2020" in " ".join(shown.split())
    begun(olu, address)
    work_off(app)
    after = {work.terms.employee_number: (member, work) for member, work in at(app.store, cast.here)}
    changed = {
        number
        for number, (member, work) in after.items()
        if (member.identity, work.terms) != (before[number][0].identity, before[number][1].terms)
    }
    assert changed == {"00007", "00009"}
    assert after["00007"][0].identity.phones == ("+212700000007", "+212600000007")
    assert after["00009"][0].identity.emails == ("p9@example.ma",)  # an empty cell takes nothing away
    assert len(tokens(app.store)) == 3 * 40 + 1


def test_the_same_list_again_changes_not_one_byte(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(30))
    before = digest(app.store)
    address = uploaded(olu, cast.here, made(30))
    previewed(olu, address)
    assert not olu.page(f"{address}/preview").select("form[action$='/apply']")
    olu.post(f"{address}/apply", {"version": "2"}, 422)
    work_off(app)
    assert digest(app.store) == before


def test_a_name_alone_changes_nobody(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "1;Tazi;Omar;0661000001;Conseiller;5000\n").encode())
    people = count(app.store)
    address = uploaded(olu, cast.here, (HEAD + ";TAZI;Omar;0661000002;Chef;6000\n").encode())
    previewed(olu, address)
    assert numbers(olu, address)["to decide"] == "1"
    assert not olu.page(f"{address}/preview").select("form[action$='/apply']")
    olu.post(f"{address}/apply", {"version": "2"}, 422)
    work_off(app)
    assert count(app.store) == people


@pytest.mark.parametrize(("choice", "people", "phones"), [("same", 0, 2), ("different", 1, 1), ("skip", 0, 1)])
def test_deciding_by_hand(app: Union, cast: Cast, olu: Visitor, choice: str, people: int, phones: int) -> None:
    brought_in(app, olu, cast.here, (HEAD + "1;Tazi;Omar;0661000001;Conseiller;5000\n").encode())
    before = count(app.store)
    address = uploaded(olu, cast.here, (HEAD + ";TAZI;Omar;0661000002;Chef;6000\n9;Neuve;Ines;;;\n").encode())
    previewed(olu, address)
    page = olu.page(f"{address}/preview?show=decide")
    form = next(form for form in page.select("main form") if "/decide" in form["action"])
    olu.post(form["action"], {**filled(form), "row_2": choice})
    assert numbers(olu, address)["to decide"] == "0"
    olu.page(f"{address}/preview?show=decide&lang=ar")
    begun(olu, address)
    work_off(app)
    assert count(app.store) == before + people + 1
    known = next(member for member, work in at(app.store, cast.here) if work.terms.employee_number == "1")
    assert len(known.identity.phones) == phones


def test_who_decides_sees_what_differs_and_what_is_alike(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "1;Tazi;Omar;0661000001;Conseiller;5000\n").encode())
    address = uploaded(olu, cast.here, (HEAD + ";TAZI;Omar;0661000002;Conseiller;6000\n").encode())
    previewed(olu, address)
    page = olu.page(f"{address}/preview?show=decide&lang=en")
    rows = {
        row.select_one("th").get_text(strip=True): [cell.get_text(" ", strip=True) for cell in row.select("td")]
        for row in page.select(".decision table tbody tr")
    }
    assert rows["Telephone"] == ["06 61 00 00 02", "06 61 00 00 01"]
    assert rows["Gross monthly wage"] == ["6000,00", "5000,00"]
    assert rows["Employee number"] == ["empty", "1"]
    assert rows["Job"] == ["Conseiller", "Conseiller the same"]
    assert rows["Full name"] == ["Omar TAZI", "Omar Tazi the same"]
    assert rows["Workplace"][1].endswith("the same")
    order = list(rows)
    assert order.index("Telephone") < order.index("Employee number") < order.index("Job")
    form = next(form for form in page.select("main form") if "/decide" in form["action"])
    olu.post(form["action"], {**filled(form), "row_2": "same"})
    again = olu.page(f"{address}/preview?show=decide&lang=ar")  # it can be taken back by the same comparison
    assert again.select(".decision table tbody tr")


def test_an_overtaken_decision_is_told(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "1;Tazi;Omar;0661000001;Conseiller;5000\n").encode())
    address = uploaded(olu, cast.here, (HEAD + ";TAZI;Omar;0661000002;Chef;6000\n").encode())
    previewed(olu, address)
    page = olu.page(f"{address}/preview?show=decide")
    form = filled(next(form for form in page.select("main form") if "/decide" in form["action"]))
    olu.post(f"{address}/decide", {**form, "row_2": "skip"})
    answer = olu.post(f"{address}/decide", {**form, "row_2": "same"}, 409)
    told = BeautifulSoup(answer.text, "html.parser")
    assert told.select_one("[name=row_2] option[selected]")["value"] == "same"  # what was chosen is still there
    assert told.select("table.conflict tbody tr")
    olu.post(f"{address}/decide", {**form, "row_3": "same"}, 422)


def test_somebody_who_works_elsewhere_works_here_as_well(app: Union, cast: Cast, sal: Visitor) -> None:
    brought_in(app, sal, cast.there, (HEAD + "1;Tazi;Omar;0661000001;Conseiller;5000\n").encode())
    people = count(app.store)
    brought_in(app, sal, cast.here, (HEAD + "77;Tazi;Omar;0661000001;Formateur;5500\n").encode())
    assert count(app.store) == people
    jobs = {work.terms.job for place in (cast.here, cast.there) for _member, work in at(app.store, place)}
    assert {"Conseiller", "Formateur"} <= jobs


def test_somebody_out_of_reach_is_never_told_of(app: Union, cast: Cast, olu: Visitor, sal: Visitor) -> None:
    """The same list gives the same answer whether a foreign workplace lists the people or not."""
    address = uploaded(olu, cast.here, made(5))
    previewed(olu, address)
    alone = numbers(olu, address)
    brought_in(app, sal, cast.there, made(5))
    address = uploaded(olu, cast.here, made(5))
    previewed(olu, address)
    assert numbers(olu, address) == alone


def test_two_rows_of_one_person_do_not_change_him_by_turns(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, (HEAD + "1;Tazi;Omar;0661000001;Conseiller;5000\n").encode())
    rows = "1;Tazi;Omar;;Chef;\n;Tazi Omar;;0661000001;Formateur;\n"
    address = uploaded(olu, cast.here, (HEAD + rows).encode())
    previewed(olu, address)
    assert numbers(olu, address)["twice in the file"] == "1"


def test_what_an_import_replaced_is_kept(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(3))
    address = brought_in(app, olu, cast.here, made(3).decode().replace("4200,50", "4300").encode())
    with app.store.maintaining() as session:
        row = session.get_one(RosterImport, UUID(address.rsplit("/", 1)[1]))
        assert (row.plan.stage, row.plan.imported, row.plan.updated) == (Stage.DONE, 0, 3)
    wages = {str(work.terms.wage.gross) for _member, work in at(app.store, cast.here) if work.terms.wage}
    assert wages == {"4300.00"} or wages == {"4300"}


def test_whom_a_complete_list_does_not_name_is_proposed_and_stays(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(6))
    before = digest(app.store)
    address = uploaded(olu, cast.here, made(4))
    previewed(olu, address, complete="y")
    told = int(numbers(olu, address)["not in the list: perhaps left"])
    assert told == 2 + 2  # the two of the cast work there as well
    for language in ("fr", "ar"):
        assert len(olu.page(f"{address}/preview?show=missing&lang={language}").select("main ul.plain-list a")) == told
    assert digest(app.store) == before
    previewed(olu, address)
    assert "not in the list: perhaps left" not in numbers(olu, address)


def test_gross_and_net_pay_are_told_apart(app: Union, cast: Cast, olu: Visitor) -> None:
    head = "Matricule;Nom;Prénom;Salaire brut mensuel;Salaire net mensuel\n"
    brought_in(app, olu, cast.here, (head + "1;Tazi;Omar;5000;4400\n2;Ziani;Rim;;3900\n").encode())
    address = uploaded(olu, cast.here, (head + "1;Tazi;Omar;5000;4500\n2;Ziani;Rim;;1800\n").encode())
    previewed(olu, address)
    said = olu.page(f"{address}/preview?show=updated&lang=en").select_one("#rows").get_text(" ", strip=True)
    assert "Net monthly wage : 4400,00 → 4500,00" in said.replace("wage:", "wage :")
    assert "Net monthly wage : 3900,00 → 1800,00" in said.replace("wage:", "wage :")
    assert "Gross" not in said


def test_names_in_both_scripts_are_both_written_and_each_is_corrected_alone(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    head = "Matricule;Nom;Prénom;الاسم العائلي;الاسم الشخصي\n"
    brought_in(app, olu, cast.here, (head + "7;HAMDI;Ali;حمدي;علي\n8;RAMI;Souad;;\n").encode())
    names = {work.terms.employee_number: member.identity for member, work in at(app.store, cast.here)}
    assert (names["7"].name, names["7"].name_ar) == ("Ali HAMDI", "علي حمدي")
    again = (head + "7;Hamdi;Ali;حمدي;عالي\n8;RAMI;Souad;الرامي;سعاد\n").encode()
    address = uploaded(olu, cast.here, again)
    previewed(olu, address)
    shown = " ".join(olu.page(f"{address}/preview?show=updated&lang=en").select_one("table").get_text().split())
    assert "Given name in Arabic letters: علي → عالي" in shown
    begun(olu, address)
    work_off(app)
    names = {work.terms.employee_number: member.identity for member, work in at(app.store, cast.here)}
    assert (names["7"].name, names["7"].name_ar) == ("Ali HAMDI", "عالي حمدي")
    assert (names["8"].name, names["8"].name_ar) == ("Souad RAMI", "سعاد الرامي")
