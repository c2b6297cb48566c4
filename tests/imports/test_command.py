"""`union import members`: what other programs rely on, through the real command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import config
from tests.cast import Cast
from tests.imports.lists import DATA, SAMPLES, at, count, digest, made
from union import record
from union.db import Store

ROOT = Path(__file__).resolve().parents[2]
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(settings: config.Settings, cast: Cast) -> Command:
    """The command over this test's installation."""
    environment = {
        **os.environ, "UNION_STATE": str(settings.state), "UNION_KEY_FILE": str(settings.key_file), "LC_ALL": "C.UTF-8"
    }  # fmt: skip
    if not settings.on_sqlite:
        environment["UNION_DATABASE"] = settings.database

    def run(*words: Any, **more: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "union.cli", "import", "members", *map(str, words)]
        return subprocess.run(
            line, cwd=ROOT, env={**environment, **more}, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )

    return run


@pytest.mark.parametrize("name", SAMPLES)
def test_a_preview_writes_nothing(store: Store, command: Command, name: str) -> None:
    before = digest(store)
    answer = command(DATA / name, "--new-workplace", "Nouveau", "--json")
    assert (answer.returncode, answer.stderr) == (0, "")
    found = json.loads(answer.stdout)
    rows, new, duplicates, problems = SAMPLES[name]
    assert (found["rows"], found["new"], found["duplicates"]) == (rows, new, duplicates)
    assert len(found["problems"]) == problems
    assert "imported" not in found
    assert digest(store) == before


def test_each_bad_row_has_its_problem(command: Command) -> None:
    found = json.loads(command(DATA / "problemes.csv", "--workplace", "anfa", "--json").stdout)
    rows = [one["row"] for one in found["problems"]]
    assert rows == [2, 3, 4, 5, 6, 7, 8, 10, 14, 15, 16, 17]
    assert set(found["problems"][0]) == {"row", "column", "value_shown", "message"}
    assert (found["problems"][0]["column"], found["problems"][0]["value_shown"]) == ("date_naissance", "30/02/1999")
    assert (found["encoding"], found["delimiter"]) == ("utf-8", ";")


def test_problems_need_a_yes(store: Store, cast: Cast, command: Command) -> None:
    people = count(store)
    refused = command(DATA / "problemes.csv", "--workplace", "Anfa", "--apply", "--json")
    assert refused.returncode == 3
    assert refused.stderr.count("\n") == 1
    assert count(store) == people
    done = command(DATA / "problemes.csv", "--workplace", "Anfa", "--apply", "--yes", "--json")
    assert json.loads(done.stdout)["imported"] == 4
    assert count(store) == people + 4
    numbers = {work.terms.employee_number for _member, work in at(store, cast.here)}
    assert numbers == {"", "1307", "1309", "1310", "1311"}


def test_the_same_list_twice(store: Store, command: Command) -> None:
    first = json.loads(command(DATA / "tanger.xlsx", "--new-workplace", "Tanger", "--apply", "--json").stdout)
    assert (first["new"], first["imported"]) == (30, 30)
    before = digest(store)
    second = json.loads(command(DATA / "tanger.xlsx", "--workplace", "tanger", "--apply", "--json").stdout)
    assert (second["new"], second["duplicates"], second["imported"]) == (0, 30, 0)
    assert digest(store) == before
    with store.maintaining() as session:
        assert record.verify(session).bad is None


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
    assert answer.returncode == 1
    assert answer.stdout == ""
    assert answer.stderr.startswith("Error: ")
    assert answer.stderr.count("\n") == 1
    assert digest(store) == before


def test_wrong_use(tmp_path: Path, command: Command) -> None:
    assert command(DATA / "problemes.csv").returncode == 2
    assert command(DATA / "problemes.csv", "--workplace", "A", "--new-workplace", "B").returncode == 2
    assert command(tmp_path / "missing.csv", "--workplace", "Anfa").returncode == 1
    assert command(tmp_path, "--workplace", "Anfa").returncode == 1
    assert "There is no workplace called Ailleurs" in command(DATA / "problemes.csv", "--workplace", "Ailleurs").stderr
    assert "already" in command(DATA / "problemes.csv", "--new-workplace", "ANFA").stderr


def test_the_language_of_the_terminal(command: Command) -> None:
    french = command(DATA / "problemes.csv", "--workplace", "Anfa", "--json", LC_ALL="fr_MA.UTF-8")
    arabic = command(DATA / "problemes.csv", "--workplace", "Anfa", "--json", LC_ALL="ar_MA.UTF-8")
    assert "n’existe pas" in json.loads(french.stdout)["problems"][0]["message"]
    assert json.loads(arabic.stdout)["problems"][0]["message"] != json.loads(french.stdout)["problems"][0]["message"]


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
    found = json.loads(command(second, "--workplace", "Fes", "--json").stdout)
    assert (found["rows"], found["new"], found["duplicates"]) == (5, 2, 2)
    assert [(one["row"], one["value_shown"]) for one in found["problems"]] == [(4, "1")]


def test_many_batches_are_one_chain(store: Store, tmp_path: Path, command: Command) -> None:
    file = tmp_path / "liste.csv"
    file.write_bytes(made(1203))
    found = json.loads(command(file, "--new-workplace", "Grand", "--apply", "--json").stdout)
    assert found["imported"] == 1203
    with store.maintaining() as session:
        assert record.verify(session).bad is None
