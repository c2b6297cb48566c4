"""What a command of imports gives back beside its answer: the rows left out as a file, a reading under a name, its
code."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cast import Cast
from tests.conftest import ON_ONE_DATABASE
from tests.imports.lists import count
from tests.imports.test_command_settles import Run, found
from tests.imports.test_command_settles import run as run
from union.store.db import Store

BAD = 'Matricule|Nom|Prénom|Embauche\n0042|Tazi|Réda|01/02/2020\n0043|Sebti|Noël|31/02/2020\n0044|"=1+1"||03/02/2020\n'


@ON_ONE_DATABASE
def test_the_rows_left_out_come_back_as_they_came(store: Store, cast: Cast, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "restes.csv"
    out.touch(mode=0o644)  # a file of that name that others could read
    told = found(run("members", BAD.encode("cp1252"), "--refused", str(out), "--json"))
    lines = out.read_bytes().decode("cp1252").splitlines()
    assert (told["refused_file"], told["refused"], out.stat().st_mode & 0o077) == (str(out), 2, 0)
    assert lines[0] == '"Matricule"|"Nom"|"Prénom"|"Embauche"|"Reason"'
    assert lines[1].startswith('"0043"|"Sebti"|"Noël"|"31/02/2020"|')
    assert lines[2].startswith('"0044"|"\'=1+1"|""|"03/02/2020"|')
    mended = out.read_bytes().decode("cp1252").replace("31/02", "28/02").replace("'=1+1", "Idrissi").encode("cp1252")
    assert found(run("members", mended, "--refused", str(tmp_path / "none.csv"), "--json"))["refused_file"] is None
    assert not (tmp_path / "none.csv").exists()

    book = Workbook()
    for row in (["Site", "Date", "Effectif", "Source"], ["Anfa", "x", 12, "délégués"]):
        book.active.append(row)
    made = BytesIO()
    book.save(made)
    wrong = run("headcounts", made.getvalue(), "--refused", str(out), name="l.xlsx")
    assert (wrong.code, ".xlsx" in wrong.err) == (1, True)
    found(run("headcounts", made.getvalue(), "--refused", str(tmp_path / "r.xlsx"), "--json", name="l.xlsx"))
    assert [cell.value for cell in load_workbook(tmp_path / "r.xlsx").active[2]][:4] == ["Anfa", "x", 12, "délégués"]


@ON_ONE_DATABASE
def test_a_reading_gets_its_name(store: Store, cast: Cast, run: Run) -> None:
    listed = "Nom,Prénom,Matricule\nTazi,Omar,77\n"
    told = found(run("members", listed, "--save-map", " Paie  mai ", "--json"))
    assert (told["map"], told["new"], count(store)) == ("Paie mai", 1, 3)
    told = found(run("members", listed, "--json"))
    assert told["fitting_map"] == "Paie mai"
    told = found(run("members", listed, "--map", "paie mai", "--apply", "--json"))
    assert (told["map"], told["imported"], told["delimiter"]) == ("Paie mai", 1, ",")
    again = run("members", listed, "--save-map", "Paie mai", "--apply")
    assert (again.code, "already" in again.err, count(store)) == (1, True, 4)
    assert found(run("members", listed, "--map", "Paie mai", "--save-map", "Paie mai", "--json"))["map"] == "Paie mai"
    listed = json.loads(run("readings", None, "list", "--json").out)
    assert [one["name"] for one in listed] == ["Paie mai"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 4),
        (("--dates", "dmy"), 5),
        (("--dates", "dmy", "--confirm", "vu"), 3),
        (("--confirm", "vu"), 4),
        (("--yes",), 0),
    ],
)
@ON_ONE_DATABASE
def test_the_code_is_of_what_is_settled_first(
    store: Store, cast: Cast, run: Run, options: tuple[str, ...], code: int
) -> None:
    """A date of two readings, more than a fifth of the rows refused, problems: all named, and the first is the code."""
    rows = "".join(f"Nom{chr(97 + at)};Ali;;x@{at}\n" for at in range(6))
    said = run("members", f"Nom;Prénom;Embauche;E-mail\nTazi;Omar;03/04/2020;\n{rows}", "--apply", *options)
    assert said.code == code
    if code:
        assert ("--dates" in said.err, "--confirm" in said.err) == (code == 4, "--confirm" not in options)
        assert said.err.count("--yes") == 1
    assert count(store) == (3 if code else 4)
