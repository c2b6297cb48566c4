"""`union import members`: what a list leaves open is said, and written only as told."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cast import Cast
from tests.imports.lists import at, count
from tests.imports.test_command import Command, command
from union.db import Store

__all__ = ["command"]
LIST = "nom;prenom;date embauche;salaire\nTazi;Omar;03/04/2020;60000\nBerrada;Salma;05/06/2019;72000\n"


def test_what_is_open_is_listed_and_keeps_everything_back(
    store: Store, cast: Cast, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text(LIST)
    people = count(store)
    shown = command(file, "--workplace", "Anfa", "--json")
    assert (shown.returncode, shown.stderr) == (0, "")
    dates, wages = json.loads(shown.stdout)["questions"]
    assert dates == {
        "kind": "dates", "column": "date embauche", "samples": ["03/04/2020", "05/06/2019"], "answer": None,
        "readings": {"dmy": ["2020-04-03", "2019-06-05"], "mdy": ["2020-03-04", "2019-05-06"]},
    }  # fmt: skip
    assert (wages["kind"], wages["readings"]["yearly"]) == ("wages", ["5000.00", "6000.00"])
    refused = command(file, "--workplace", "Anfa", "--apply", "--json", "--dates", "mdy")
    assert refused.returncode == 4
    assert "--wages" in refused.stderr
    assert "--dates" not in refused.stderr
    assert count(store) == people
    done = command(file, "--workplace", "Anfa", "--apply", "--json", "--dates", "mdy", "--wages", "yearly")
    assert json.loads(done.stdout)["imported"] == 2
    written = {
        str(work.terms.hired_on): str(work.terms.wage.gross) for _, work in at(store, cast.here) if work.terms.wage
    }
    assert written["2020-03-04"] == "5000.00"
    assert command(file, "--workplace", "Anfa", "--dates", "ymd").returncode == 2
