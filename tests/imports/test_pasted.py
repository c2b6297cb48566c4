"""A list that comes as a message is pasted beside the file: the same columns, the same preview, the same people."""

from __future__ import annotations

import pytest

from tests.browsing import Visitor
from tests.cast import Cast
from tests.imports.lists import at, begun, made, previewed, sent, work_off
from union.app import Union
from union.tables.files.pasted import as_file


def _pasted(visitor: Visitor, cast: Cast, text: str, status: int = 302) -> str:
    answer = visitor.post("/imports/new", {"workplace": str(cast.here), "pasted": text}, status)
    return answer.location.removesuffix("/columns") if answer.location else answer.text


def _everybody(app: Union, cast: Cast) -> set[tuple[str, str]]:
    found = (member.identity for member, _work in at(app.store, cast.here))
    return {(one.name, phone) for one in found for phone in one.phones}


MESSAGE = """
1. Omar Tazi : 0661 23 45 67
2) Salma El Fassi - 06-61-23-45-68
• محمد الناصري ٠٦٦١٢٣٤٥٦٩
"""


def test_a_message_becomes_people(app: Union, cast: Cast, olu: Visitor) -> None:
    address = _pasted(olu, cast, MESSAGE)
    previewed(olu, address)
    begun(olu, address)
    work_off(app)
    assert {phone for _name, phone in _everybody(app, cast)} >= {f"+21266123456{last}" for last in "789"}
    assert any("Tazi" in name for name, _phone in _everybody(app, cast))


@pytest.mark.parametrize("delimiter", [";", "\t", ",", "|"])
def test_cells_of_a_table_are_read_as_its_file_would_be(app: Union, cast: Cast, olu: Visitor, delimiter: str) -> None:
    text = made(3).decode().replace("4200,50", "4200.50").replace(";", delimiter).replace("\n", "\r\n")
    address = _pasted(olu, cast, text)
    previewed(olu, address)
    begun(olu, address)
    work_off(app)
    numbers = {work.terms.employee_number for _member, work in at(app.store, cast.here)}
    assert {"00001", "00002", "00003"} <= numbers


def test_a_file_or_what_is_pasted_and_not_both(app: Union, cast: Cast, olu: Visitor) -> None:
    both = {"workplace": str(cast.here), "pasted": MESSAGE, "file": sent(made(3), "liste.csv")}
    assert "pas les deux" in olu.post("/imports/new", both, 422).text
    assert "Omar Tazi" in olu.post("/imports/new", {**both, "file": sent(made(3), "liste.csv")}, 422).text
    assert "Choisissez" in _pasted(olu, cast, "  ", 422)
    assert not list(app.files.folder.glob("*"))


def test_what_is_no_list_keeps_what_was_typed(cast: Cast, olu: Visitor) -> None:
    answer = _pasted(olu, cast, 'nom;prenom\n"jamais;fermé\n', 422)
    assert "jamais;fermé" in answer


def test_lines_without_a_telephone_are_names() -> None:
    assert as_file("- Omar Tazi\n- Salma Fassi 0661234567").decode() == "Omar Tazi\t\nSalma Fassi\t0661234567"
