"""What is taken of a list and what is not is said: how names are split, which columns stay out, which texts are spoilt."""

from __future__ import annotations

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import previewed, uploaded
from union.commands.import_answers import Shown, in_words, of_members
from union.imports.reading.understanding import understand

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


def test_columns_that_stay_out_are_listed() -> None:
    _table, plan = understand(LIST.encode(), "liste.csv")
    answer = of_members(Shown(), plan) | {"map": None, "fitting_map": None}
    assert answer["ignored"] == ["Role", "id", "Inconnu"]
    assert "Columns left out: Role, id, Inconnu." in in_words(answer)
