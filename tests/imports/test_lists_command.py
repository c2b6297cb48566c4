"""`union import workplaces|headcounts`: the keys of `import members`, through the real command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import config
from tests.cast import Cast
from tests.commanding import Said, around, union
from tests.imports.lists import DATA, digest
from union.store.db import Store

Command = Callable[..., Said]


@pytest.fixture
def command(settings: config.Settings, cast: Cast) -> Command:
    def run(*words: Any) -> Said:
        return union("import", *words, environment=around(settings))

    return run


def test_workplaces_then_their_headcounts(store: Store, command: Command) -> None:
    before = digest(store)
    found = json.loads(command("workplaces", DATA / "lieux.csv", "--json").out)
    assert (found["rows"], found["new"], found["problems"]) == (6, 6, [])
    assert digest(store) == before
    done = json.loads(command("workplaces", DATA / "lieux.csv", "--apply", "--json").out)
    assert (done["imported"], done["changed"]) == (6, 0)
    counts = json.loads(command("headcounts", DATA / "effectifs.csv", "--json").out)
    assert (
        set(counts)
        == set(found)
        == {
            "rows",
            "new",
            "duplicates",
            "updated",
            "unchanged",
            "to_decide",
            "skipped",
            "updates",
            "decide",
            "missing",
            "problems",
            "questions",
            "encoding",
            "delimiter",
            "twice",
            "refused",
            "unusual",
            "ignored",
            "map",
            "fitting_map",
            "remarks",
        }
    )
    assert (counts["new"], len(counts["problems"])) == (9, 1)
    refused = command("headcounts", DATA / "effectifs.csv", "--apply")
    assert refused.code == 3
    applied = json.loads(command("headcounts", DATA / "effectifs.csv", "--apply", "--yes", "--json").out)
    assert applied["imported"] == 9
    again = json.loads(command("headcounts", DATA / "effectifs.csv", "--apply", "--yes", "--json").out)
    assert (again["new"], again["unchanged"], again["imported"]) == (0, 9, 0)
    listed = json.loads(command("list", "--json").out)
    assert [one["kind"] for one in listed] == ["workplaces", "headcounts"]
    dry = json.loads(command("undo", applied["import"], "--dry-run", "--json").out)
    assert (dry["people"], dry["restored"], dry["kept"]) == (9, 0, [])
    command("undo", applied["import"])
    undone = json.loads(command("undo", done["import"], "--json").out)
    assert undone["kept"] == []


def test_a_list_without_what_it_needs_is_one_sentence(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Site;Date;Effectif\nAnfa;31/12/2025;10\n")
    done = command("headcounts", file)
    assert done.code == 1
    assert "source" in done.err
    assert done.err.count("\n") == 1
