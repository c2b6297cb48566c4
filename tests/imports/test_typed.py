"""A list typed into cells: the same columns, the same preview, the same people; nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, previewed, work_off
from union.app import Union
from union.tables.columns.fields import field_name
from union.tables.columns.guessing import fields_of, guess
from union.tables.files.typed_rows import COLUMNS, FEWEST, MOST, as_file
from union.tables.read import read

OMAR = {"family_name": "Tazi", "given_name": "Omar", "phone": "0661234567", "hired_on": "26/11/2020"}
SALMA = {"family_name": "الناصري", "given_name": "سلمى", "employee_number": "007"}


def typed(visitor: Visitor, *people: dict[str, str], rows: int = FEWEST, status: int = 302, **more: str) -> Any:
    cells = {f"cell_{row}_{name}": "" for row in range(rows) for name in COLUMNS}
    cells |= {f"cell_{row}_{name}": value for row, person in enumerate(people) for name, value in person.items()}
    return visitor.post("/imports/typed", {**cells, "rows": str(rows), **more}, status)


def test_what_is_typed_becomes_people(app: Union, cast: Cast, olu: Visitor) -> None:
    for language in ("fr", "ar", "en"):
        olu.get(f"/imports/typed?lang={language}")
    address = typed(olu, OMAR, {}, SALMA, workplace=str(cast.here)).location.removesuffix("/columns")
    previewed(olu, address)
    begun(olu, address)
    work_off(app)
    written = {member.identity.name: (member, work) for member, work in at(app.store, cast.here)}
    assert written["Omar Tazi"][0].identity.phones == ("+212661234567",)
    assert str(written["Omar Tazi"][1].terms.hired_on) == "2020-11-26"
    assert written["سلمى الناصري"][1].terms.employee_number == "007"


def test_nothing_typed_is_lost(cast: Cast, olu: Visitor) -> None:
    without = typed(olu, OMAR, status=422)  # no workplace chosen
    assert "Tazi" in without.text
    long = typed(olu, {**OMAR, "given_name": "a" * 501}, workplace=str(cast.here), status=422)
    assert "Tazi" in long.text
    more = typed(olu, OMAR, workplace=str(cast.here), more="1", status=200)
    assert "Tazi" in more.text
    assert more.text.count('name="cell_') == 2 * FEWEST * len(COLUMNS)
    assert "Saisissez" in typed(olu, {}, workplace=str(cast.here), status=422).text


def test_rows_have_an_end(cast: Cast, olu: Visitor) -> None:
    assert typed(olu, OMAR, rows=MOST, more="1", workplace=str(cast.here), status=200).text.count(
        'name="cell_'
    ) == MOST * len(COLUMNS)
    typed(olu, OMAR, rows=MOST + 1, workplace=str(cast.here), status=422)
    for rows in ("-1", "x", "9" * 400, "٣"):
        olu.post("/imports/typed", {"rows": rows, "workplace": str(cast.here)}, 422)


def test_a_formula_stays_a_text_and_a_foreign_workplace_is_not_offered(app: Union, cast: Cast, olu: Visitor) -> None:
    address = typed(olu, {**OMAR, "given_name": "=1+1"}, workplace=str(cast.here)).location.removesuffix("/columns")
    previewed(olu, address)
    assert "est une formule" in olu.get(f"{address}/preview").text
    typed(olu, OMAR, workplace=str(cast.there), status=422)
    assert len(list(app.files.folder.glob("*.sealed"))) == 3  # the list, its preview, its row left out


@pytest.mark.parametrize("language", ["fr", "ar", "en"])
def test_the_titles_are_understood_in_each_language(language: str) -> None:
    table = read(as_file([field_name(name, language) for name in COLUMNS], [("a",) * 6, ("b",) * 6]), "l.txt")
    assert tuple(fields_of(guess(table)).values()) == COLUMNS
