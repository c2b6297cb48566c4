"""Rows of one list that are the same person stand side by side; which counts is decided, written and taken back."""

from __future__ import annotations

from typing import Any

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, count, filled, previewed, uploaded, work_off
from tests.imports.test_undo import contents, turned
from union.app import Union

HEAD = "Matricule;Nom;Prénom;Tél.;Poste\n"
NUMBER = (
    HEAD
    + "1;Tazi;Omar;0661234567/0522334455;Agent\n2;Berrada;Salma;0661234568;Agent\n1;Tazi;Omar;0661234569;Superviseur\n"
)
PHONE = HEAD + "1;Tazi;Omar;0661234567;Agent\n2;Tazi;Omar;0661234567;Agent\n"


def settled(visitor: Visitor, address: str, status: int = 302, **choices: str) -> Any:
    page = visitor.page(f"{address}/preview?show=twice")
    form = next(form for form in page.select("main form") if form["action"].endswith("/twins"))
    return visitor.post(f"{address}/twins", {**filled(form), **choices}, status)


def numbers(visitor: Visitor, address: str) -> dict[str, str]:
    page = visitor.page(f"{address}/preview?lang=en")
    return {one.span.get_text(): one.strong.get_text() for one in page.select("ul.numbers li")}


def jobs(app: Union, cast: Cast) -> dict[str, str]:
    return {work.terms.employee_number: work.terms.job for _member, work in at(app.store, cast.here)}


def test_both_stand_side_by_side_and_one_is_chosen(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, NUMBER.encode())
    previewed(olu, address)
    assert numbers(olu, address)["twice in the file"] == "2"
    for language in ("fr", "ar", "en"):
        page = olu.page(f"{address}/preview?show=twice&lang={language}")
    cells = [[cell.get_text() for cell in row.select("th, td")] for row in page.select("table.conflict tr")]
    assert ["Job", "Agent", "Superviseur"] in cells
    assert "Rows 2 and 4: same employee number" in page.get_text()
    assert not page.select("option[value=both]")  # one number is one person
    settled(olu, address, twins_2_4="both")
    assert numbers(olu, address)["twice in the file"] == "2"
    settled(olu, address, twins_2_4="second")
    found = numbers(olu, address)
    assert (found["new people"], found["twice in the file"], found["left out by hand"]) == ("2", "0", "1")
    settled(olu, address, twins_2_4="first")  # and can be changed
    settled(olu, address, twins_2_4="second")
    begun(olu, address)
    work_off(app)
    assert jobs(app, cast)["1"] == "Superviseur"


def test_what_was_chosen_is_taken_back(app: Union, cast: Cast, olu: Visitor) -> None:
    before, people = contents(app), count(app.store)
    address = uploaded(olu, cast.here, NUMBER.encode())
    previewed(olu, address)
    settled(olu, address, twins_2_4="first")
    begun(olu, address)
    work_off(app)
    assert (count(app.store), jobs(app, cast)["1"]) == (people + 2, "Agent")
    turned(app, olu, address)
    assert contents(app) == before


def test_two_people_of_one_name_and_one_telephone_are_both_kept(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, PHONE.encode())
    previewed(olu, address)
    settled(olu, address, twins_2_3="both")
    found = numbers(olu, address)
    assert (found["new people"], found["twice in the file"], found["problems"]) == ("2", "0", "0")
    begun(olu, address)
    work_off(app)
    assert {"1", "2"} <= jobs(app, cast).keys()


def test_pairs_of_a_foreign_list_are_404(cast: Cast, olu: Visitor, sal: Visitor) -> None:
    address = uploaded(sal, cast.there, PHONE.encode())
    previewed(sal, address)
    missing = "/imports/00000000-0000-4000-8000-000000000000"
    sent = {"version": "2", "twins_2_3": "first"}
    assert olu.post(f"{address}/twins", sent, 404).data == olu.post(f"{missing}/twins", sent, 404).data


SCRIPTS = HEAD + (
    "1;Tazi;Mohamed;0661234567;Agent\n;التازي;محمد;0661234567;\n2;Hajji;Khalid;0661234568;Agent\n;Hajri;Khalid;"
    "0661234568;Chef\n"
)


def test_one_person_in_two_scripts_is_a_twin_and_a_slip_may_be(app: Union, cast: Cast, olu: Visitor) -> None:
    """One telephone, one name in Latin and in Arabic letters: nobody becomes two people without being asked."""
    address = uploaded(olu, cast.here, SCRIPTS.encode())
    previewed(olu, address)
    found = numbers(olu, address)
    assert (found["new people"], found["twice in the file"]) == ("0", "4")
    said = olu.page(f"{address}/preview?show=problems").get_text()
    assert "Rows 4 and 5 may be the same person" in said
    settled(olu, address, twins_2_3="first", twins_4_5="both")
    found = numbers(olu, address)
    assert (found["new people"], found["twice in the file"], found["left out by hand"]) == ("3", "0", "1")


def test_one_name_and_one_birth_are_one_person_in_a_file_as_in_the_register(cast: Cast, olu: Visitor) -> None:
    listed = (
        "Nom;Prénom;Né "
        "le;Poste\nTazi;Mohamed;03/04/1990;Agent\nالتازي;محمد;03/04/1990;Chef\nTazi;Mohamed;03/04/1991;Chef\n"
    )
    address = uploaded(olu, cast.here, listed.encode())
    previewed(olu, address)
    found = numbers(olu, address)
    assert (found["new people"], found["twice in the file"]) == ("1", "2")
    for language in ("fr", "ar", "en"):
        page = olu.page(f"{address}/preview?show=twice&lang={language}")
    assert "same name and date of birth" in page.get_text()
    settled(olu, address, twins_2_3="both")
    assert numbers(olu, address)["new people"] == "3"


def test_more_pairs_than_one_page_holds_are_counted_and_come_later(cast: Cast, olu: Visitor) -> None:
    rows = [
        f"{at};Nom{chr(97 + at // 26)}{chr(97 + at % 26)};Ali;06612{at:05d};{job}" for at in range(53) for job in "AB"
    ]
    address = uploaded(olu, cast.here, "\n".join(["Matricule;Nom;Prénom;Tél.;Poste", *rows]).encode())
    previewed(olu, address)
    page = olu.page(f"{address}/preview?show=twice&lang=en")
    assert len(page.select("table.conflict")) == 50
    assert "3 more pairs come once these are decided." in page.get_text()
    form = next(one for one in page.select("main form") if one["action"].endswith("/twins"))
    olu.post(f"{address}/twins", {**filled(form), **{one["name"]: "first" for one in form.select("select")}})
    page = olu.page(f"{address}/preview?show=twice&lang=en")
    assert len(page.select("table.conflict")) == 53
    assert "more pair" not in page.get_text()


def test_one_name_in_two_scripts_beside_one_number_and_telephone_is_one_person(
    app: Union, cast: Cast, olu: Visitor
) -> None:
    rows = (
        "1;العلوي;Mohamed;0661234567;Agent\n1;العلوي;محمد;0661234567;Agent\n2;Tazi;Omar;0661234568;Agent\n2;Tazi;عمر;"
        "0661234568;Agent\n"
    )
    address = uploaded(olu, cast.here, (HEAD + rows).encode())
    previewed(olu, address)
    found = numbers(olu, address)
    assert (found["new people"], found["twice in the file"], found["cannot be read"]) == ("2", "2", "0")
    begun(olu, address, good_only="y")
    work_off(app)
    assert {"1", "2"} <= jobs(app, cast).keys()


def test_two_names_of_one_sound_are_no_person_in_two_scripts(app: Union, cast: Cast, olu: Visitor) -> None:
    rows = "1;Alaoui;Hassan;0661234567;Agent\n1;Alaoui;حسين;0661234567;Agent\n"
    address = uploaded(olu, cast.here, (HEAD + rows).encode())
    previewed(olu, address)
    assert numbers(olu, address)["new people"] == "0"
