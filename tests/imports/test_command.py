"""`union import members`: what other programs rely on, through the real command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import config
from tests.cast import Cast
from tests.commanding import Said, around, process, union
from tests.imports.lists import DATA, SAMPLES, at, count, digest, made
from union.record import chain
from union.store.db import Store

Command = Callable[..., Said]


@pytest.fixture
def command(settings: config.Settings, cast: Cast) -> Command:
    """The command over this test's installation."""

    def run(*words: Any, **more: str) -> Said:
        return union("import", "members", *words, environment={**around(settings), **more})

    return run


def test_in_a_process_of_its_own(store: Store, cast: Cast, settings: config.Settings, tmp_path: Path) -> None:
    """As other programs call it; the tests below ask the same command without the price of a process."""
    line, environment = ("import", "members"), around(settings)
    shown = process(*line, DATA / "problemes.csv", "--workplace", "Anfa", "--json", environment=environment)
    assert (shown.code, shown.err) == (0, "")
    assert json.loads(shown.out)["rows"] == 16
    (tmp_path / "liste.csv").write_bytes(b"%PDF-1.7")
    refused = process(*line, tmp_path / "liste.csv", "--workplace", "Anfa", "--apply", environment=environment)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("Error: ")
    assert refused.err.count("\n") == 1


@pytest.mark.parametrize("name", SAMPLES)
def test_a_preview_writes_nothing(store: Store, command: Command, name: str) -> None:
    before = digest(store)
    answer = command(DATA / name, "--new-workplace", "Nouveau", "--json")
    assert (answer.code, answer.err) == (0, "")
    found = json.loads(answer.out)
    rows, new, duplicates, problems = SAMPLES[name]
    assert (found["rows"], found["new"], found["duplicates"]) == (rows, new, duplicates)
    assert len(found["problems"]) == problems
    assert "imported" not in found
    assert digest(store) == before


def test_what_the_page_notices_is_said_by_the_command(command: Command) -> None:
    found = json.loads(command(DATA / "tanger.xlsx", "--new-workplace", "Tanger", "--json").out)
    assert {"hidden_rows", "hidden_columns", "other_sheets", "title_rows"} <= {one["kind"] for one in found["remarks"]}
    in_words = command(DATA / "tanger.xlsx", "--new-workplace", "Tanger").out.splitlines()
    of_cells = [one for one in found["remarks"] if one["row"]]
    assert {one["column"] for one in of_cells} == {"Téléphone"}
    assert {one["message"] for one in found["remarks"] if not one["row"]} <= set(in_words)
    assert f"Row {of_cells[0]['row']}: {of_cells[0]['message']}" in in_words


def test_each_bad_row_has_its_problem(command: Command) -> None:
    found = json.loads(command(DATA / "problemes.csv", "--workplace", "anfa", "--json").out)
    rows = [one["row"] for one in found["problems"]]
    assert rows == [2, 3, 4, 5, 6, 7, 8, 10, 14, 15, 16, 17]
    assert set(found["problems"][0]) == {"row", "column", "value_shown", "message"}
    assert (found["problems"][0]["column"], found["problems"][0]["value_shown"]) == ("date_naissance", "30/02/1999")
    assert (found["encoding"], found["delimiter"]) == ("utf-8", ";")


def test_problems_need_a_yes(store: Store, cast: Cast, command: Command) -> None:
    people = count(store)
    refused = command(DATA / "problemes.csv", "--workplace", "Anfa", "--apply", "--json")
    assert refused.code == 5  # most of it is refused, which is unusual before it is a problem
    assert refused.err.count("\n") == 1
    assert count(store) == people
    done = command(DATA / "problemes.csv", "--workplace", "Anfa", "--apply", "--yes", "--json")
    assert json.loads(done.out)["imported"] == 4
    assert count(store) == people + 4
    numbers = {work.terms.employee_number for _member, work in at(store, cast.here)}
    assert numbers == {"", "1307", "1309", "1310", "1311"}


def test_the_same_list_twice(store: Store, command: Command) -> None:
    first = json.loads(command(DATA / "tanger.xlsx", "--new-workplace", "Tanger", "--apply", "--json").out)
    assert (first["new"], first["imported"]) == (30, 30)
    before = digest(store)
    second = json.loads(command(DATA / "tanger.xlsx", "--workplace", "tanger", "--apply", "--json").out)
    assert (second["new"], second["duplicates"], second["imported"]) == (0, 30, 0)
    assert digest(store) == before
    with store.maintaining() as session:
        assert chain.verify(session).bad is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nom;prenom\n",
        b'nom;prenom\n"a;b\n',
        b"\x00\x01\x02\xff" * 40,
        b"%PDF-1.7",
        b"<html></html>",
        b"PK\x03\x04x",
    ],
)
def test_what_cannot_be_trusted_is_refused(store: Store, tmp_path: Path, command: Command, data: bytes) -> None:
    file = tmp_path / "liste.csv"
    file.write_bytes(data)
    before = digest(store)
    answer = command(file, "--new-workplace", "Nouveau", "--apply", "--yes", "--json")
    assert answer.code == 1
    assert answer.out == ""
    assert answer.err.startswith("Error: ")
    assert answer.err.count("\n") == 1
    assert digest(store) == before


def test_wrong_use(tmp_path: Path, command: Command) -> None:
    assert command(DATA / "problemes.csv").code == 2
    assert command(DATA / "problemes.csv", "--workplace", "A", "--new-workplace", "B").code == 2
    assert command(tmp_path / "missing.csv", "--workplace", "Anfa").code == 1
    assert command(tmp_path, "--workplace", "Anfa").code == 1
    assert "There is no workplace called Ailleurs" in command(DATA / "problemes.csv", "--workplace", "Ailleurs").err
    assert "already" in command(DATA / "problemes.csv", "--new-workplace", "ANFA").err


def test_the_language_of_the_terminal(command: Command) -> None:
    french = command(DATA / "problemes.csv", "--workplace", "Anfa", "--json", LC_ALL="fr_MA.UTF-8")
    arabic = command(DATA / "problemes.csv", "--workplace", "Anfa", "--json", LC_ALL="ar_MA.UTF-8")
    assert "n’existe pas" in json.loads(french.out)["problems"][0]["message"]
    assert json.loads(arabic.out)["problems"][0]["message"] != json.loads(french.out)["problems"][0]["message"]


def test_families_share_a_telephone_and_numbers_are_not_shared(tmp_path: Path, command: Command) -> None:
    head = "matricule;nom;prenom;telephone\n"
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text(head + "1;Berrada;Omar;0661234567\n2;Tazi;Mohamed;0661234568\n3;Naciri;Hind;\n")
    command(first, "--new-workplace", "Fes", "--apply")
    second.write_text(
        head
        + "9;Berrada;Nadia;0661234567\n"  # his sister
        + "2;التازي;محمد;0661234568\n"  # the same man in another script
        + "1;Ziani;Salma;\n"  # his number, another name
        + "8;Naciri;Hind;\n"  # the same name, another number
        + ";NACIRI;Hind;\n"  # the same name, nothing against it
    )
    found = json.loads(command(second, "--workplace", "Fes", "--json").out)
    assert (found["rows"], found["new"], found["duplicates"]) == (5, 2, 2)
    assert [(one["row"], one["value_shown"]) for one in found["problems"]] == [(4, "1")]


def test_many_batches_are_one_chain(store: Store, tmp_path: Path, command: Command) -> None:
    file = tmp_path / "liste.csv"
    file.write_bytes(made(1203))
    found = json.loads(command(file, "--new-workplace", "Grand", "--apply", "--json").out)
    assert found["imported"] == 1203
    with store.maintaining() as session:
        assert chain.verify(session).bad is None
