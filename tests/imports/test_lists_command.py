"""`union import workplaces|headcounts`: the keys of `import members`, through the real command."""

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
from tests.imports.lists import DATA, digest
from union.db import Store

ROOT = Path(__file__).resolve().parents[2]
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(settings: config.Settings, cast: Cast) -> Command:
    environment = {
        **os.environ, "UNION_STATE": str(settings.state), "UNION_KEY_FILE": str(settings.key_file), "LC_ALL": "C.UTF-8"
    }  # fmt: skip
    if not settings.on_sqlite:
        environment["UNION_DATABASE"] = settings.database

    def run(*words: Any) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "union.cli", "import", *map(str, words)]
        return subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)

    return run


def test_workplaces_then_their_headcounts(store: Store, command: Command) -> None:
    before = digest(store)
    found = json.loads(command("workplaces", DATA / "lieux.csv", "--json").stdout)
    assert (found["rows"], found["new"], found["problems"]) == (6, 6, [])
    assert digest(store) == before
    done = json.loads(command("workplaces", DATA / "lieux.csv", "--apply", "--json").stdout)
    assert (done["imported"], done["changed"]) == (6, 0)
    counts = json.loads(command("headcounts", DATA / "effectifs.csv", "--json").stdout)
    assert set(counts) == set(found) == {
        "rows", "new", "duplicates", "updated", "unchanged", "to_decide", "skipped", "updates", "decide", "missing",
        "problems", "questions", "encoding", "delimiter", "twice", "refused", "unusual", "ignored", "map", "fitting_map",
    }  # fmt: skip
    assert (counts["new"], len(counts["problems"])) == (9, 1)
    refused = command("headcounts", DATA / "effectifs.csv", "--apply")
    assert refused.returncode == 3
    applied = json.loads(command("headcounts", DATA / "effectifs.csv", "--apply", "--yes", "--json").stdout)
    assert applied["imported"] == 9
    again = json.loads(command("headcounts", DATA / "effectifs.csv", "--apply", "--yes", "--json").stdout)
    assert (again["new"], again["unchanged"], again["imported"]) == (0, 9, 0)
    listed = json.loads(command("list", "--json").stdout)
    assert [one["kind"] for one in listed] == ["workplaces", "headcounts"]
    dry = json.loads(command("undo", applied["import"], "--dry-run", "--json").stdout)
    assert (dry["people"], dry["restored"], dry["kept"]) == (9, 0, [])
    command("undo", applied["import"])
    undone = json.loads(command("undo", done["import"], "--json").stdout)
    assert undone["kept"] == []


def test_a_list_without_what_it_needs_is_one_sentence(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Site;Date;Effectif\nAnfa;31/12/2025;10\n")
    done = command("headcounts", file)
    assert done.returncode == 1
    assert "source" in done.stderr
    assert done.stderr.count("\n") == 1
