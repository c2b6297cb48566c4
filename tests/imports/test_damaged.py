"""A member whose file does not open: a list, its undoing and an export go on without them, and say so."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest

import config
from tests.browsing import Visitor
from tests.cast import Cast
from tests.commanding import union
from tests.faults.test_damaged_rows import damage, stored
from tests.imports.lists import at, begun, brought_in, count, digest, filled, made, previewed, uploaded, work_off
from union.app import Union

COLUMNS = {
    "identity": ("member", "identity_sealed"),
    "standing": ("member", "standing_sealed"),
    "terms": ("employment", "terms_sealed"),
}


def broken(app: Union, cast: Cast, what: str, number: str = "00001") -> tuple[str, str, object]:
    """Damage the person of an imported row: the table, the column and the id of what does not open any more."""
    member, work = next(pair for pair in at(app.store, cast.here) if pair[1].terms.employee_number == number)
    table, column = COLUMNS[what]
    row: UUID = work.id if table == "employment" else member.id
    damage(app, table, column, row.hex if app.store.on_sqlite else row)
    return table, column, row.hex if app.store.on_sqlite else row


@pytest.mark.parametrize("what", COLUMNS)
def test_his_row_waits_and_the_others_come_in(app: Union, cast: Cast, olu: Visitor, what: str) -> None:
    brought_in(app, olu, cast.here, made(3))
    row = broken(app, cast, what)
    before = stored(app, *row)
    address = uploaded(olu, cast.here, made(5))
    previewed(olu, address)
    page = olu.page(f"{address}/preview?lang=en&show=problems")
    said = page.get_text(" ")
    assert "their file cannot be read" in said
    assert "1 file cannot be read, and whether the list names this person is not known" in said
    begun(olu, address, 422, good_only="y")
    begun(olu, address, good_only="y", confirmed="la sauvegarde est demandée")
    work_off(app)
    assert count(app.store) == 3 + 5  # the cast, and the five of the list: nobody twice
    assert stored(app, *row) == before


def test_a_complete_list_does_not_say_that_he_left(app: Union, cast: Cast, olu: Visitor) -> None:
    brought_in(app, olu, cast.here, made(3))
    broken(app, cast, "terms")
    address = uploaded(olu, cast.here, made(2, first=2))
    previewed(olu, address, complete="y")
    missing = olu.page(f"{address}/preview?show=missing").get_text(" ")
    assert "Nomb" not in missing
    assert "Omar" in missing


@pytest.mark.parametrize("what", COLUMNS)
def test_an_undo_leaves_him_as_he_is_and_says_so(app: Union, cast: Cast, olu: Visitor, what: str) -> None:
    address = brought_in(app, olu, cast.here, made(3))
    row = broken(app, cast, what)
    before = stored(app, *row)
    page = olu.get(f"{address}/undo?lang=en").text
    assert "the file cannot be read: restore it from the backup" in page
    form = next(form for form in olu.page(f"{address}/undo").select("main form") if form["action"].endswith("/undo"))
    olu.post(f"{address}/undo", filled(form))
    work_off(app)
    assert count(app.store) == 3 + 1
    assert stored(app, *row) == before


@pytest.mark.parametrize("what", COLUMNS)
def test_an_export_goes_out_without_him_and_its_title_says_so(app: Union, cast: Cast, olu: Visitor, what: str) -> None:
    brought_in(app, olu, cast.here, made(3))
    broken(app, cast, what)
    assert "1 person whose file cannot be read" in olu.get(f"/workplaces/{cast.here}/members/export?lang=en").text
    sent = olu.post(f"/workplaces/{cast.here}/members/export?lang=en", {"purpose": "Vote", "format": "csv"}, 200).text
    title, _, *people = sent.splitlines()
    assert "left out, for their files cannot be read: 1" in title
    assert len(people) == 2 + 2  # Mina and Omar, and the two others of the list
    assert "p1@example.ma" not in sent


def test_the_commands_say_it_too(
    app: Union, cast: Cast, olu: Visitor, settings: config.Settings, tmp_path: Path
) -> None:
    brought_in(app, olu, cast.here, made(3))
    broken(app, cast, "identity")
    environment = {
        "UNION_STATE": str(settings.state),
        "UNION_KEY_FILE": str(settings.key_file),
        "UNION_DATABASE": settings.database,
    }
    file = tmp_path / "liste.csv"
    file.write_bytes(made(4))
    before = digest(app.store)
    shown = union("import", "members", str(file), "--workplace", "Anfa", "--json", environment=environment)
    answer = json.loads(shown.out)
    assert (answer["rows"], answer["new"], answer["damaged"]) == (4, 1, 1)
    assert [one["row"] for one in answer["problems"]] == [2]
    assert digest(app.store) == before
    out = tmp_path / "out.csv"
    taken = union("export", "members", str(out), "--workplace", "Anfa", "--purpose", "Vote", environment=environment)
    assert taken.code == 0
    assert "1 people whose files cannot be read are not in it" in taken.err
