"""What is taken of a list and what is not is said: how names are split, which columns stay out, which texts are
spoilt."""

from __future__ import annotations

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, previewed, uploaded, work_off
from union.app import Union
from union.commands.import_answers import Looked, in_words, list_answer
from union.imports.reading.understanding import understand
from union.imports.records.outcomes import ListOf

LIST = (
    "Nom complet;Tél.;Role;id;Inconnu\n"
    "Omar Tazi;0661234567;admin;1;x\nEl Mehdi Alami;0661234568;admin;2;x\nعبد الله بن جلون;0661234569;;3;x\n"
    "RÃ©da HÃ©dhili;0661234560;;4;x\n"
)


def test_the_preview_shows_how_full_names_are_split(cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, LIST.encode())
    previewed(olu, address)
    page = olu.page(f"{address}/preview?lang=en")
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in page.select("table tr")]
    assert ["El Mehdi Alami", "El Mehdi", "Alami"] in rows
    assert ["عبد الله بن جلون", "عبد الله", "بن جلون"] in rows
    assert "Texts spoilt before they were sent: 1" in page.get_text().replace("\u2068", "").replace("\u2069", "")


CELLS = (
    "Nom;Prénom;E-mail;Téléphone\n"
    "Tazi;Omar;un@example.ma / deux@example.ma;0661000001\n"
    "Alami;Rim;trois@example.ma;0661000002 / 0522000002 / 0522000003\n"
    "Sebti;Ali;Quatre@example.ma ou cinq@example;0612345678\n"
)


def test_what_a_cell_holds_beside_what_is_kept_is_said_of_each_row(app: Union, cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, CELLS.encode())
    previewed(olu, address)
    begun(olu, address)
    work_off(app)
    said = olu.page(f"{address}?lang=en").get_text()
    for one in (
        "Row 2: “un@example.ma / deux@example.ma”: two addresses.",
        "Row 3: “0661000002 / 0522000002 / 0522000003”: +212661000002 is taken, 0522000003 is set aside.",
        "Row 4: “Quatre@example.ma ou cinq@example”: Quatre@example.ma is taken, cinq@example is set aside.",
    ):
        assert one in said
    emails = {one.identity.family_name: one.identity.emails for one, _ in at(app.store, cast.here)}
    assert emails["Tazi"] == ("un@example.ma", "deux@example.ma")
    assert emails["Sebti"] == ("quatre@example.ma",)


def test_a_list_of_rows_to_correct_is_not_said_to_bring_nothing_new(cast: Cast, olu: Visitor) -> None:
    address = uploaded(olu, cast.here, b"Nom;E-mail\nTazi;personne\n")
    previewed(olu, address)
    said = olu.page(f"{address}/preview?lang=en").get_text()
    assert "Nothing can be written yet" in said
    assert "says nothing new" not in said


def test_remarks_that_repeat_are_counted_with_their_first_row(cast: Cast, olu: Visitor) -> None:
    rows = "".join(f"Nom{letter};6612345{at}\n" for at, letter in enumerate("abc", 10))
    address = uploaded(olu, cast.here, f"Nom;Tél.\n{rows}".encode())
    previewed(olu, address)
    said = olu.page(f"{address}/preview?lang=en").get_text()
    assert "Row 2: “661234510”: the lost zero was put back (+212661234510). (and 2 other rows)" in said


def test_columns_that_stay_out_are_listed() -> None:
    _table, plan = understand(LIST.encode(), "liste.csv")
    answer = list_answer(Looked(), plan, []) | {"map": None, "fitting_map": None}
    assert answer["ignored"] == ["Role", "id", "Inconnu"]
    assert "Columns left out: Role, id, Inconnu." in in_words(answer, ListOf.MEMBERS)
