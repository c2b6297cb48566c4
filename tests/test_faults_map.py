"""The map of faults and bad inputs names every number, and no test that does not exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import config

MAP = (config.HERE / "docs" / "faults.md").read_text()
ROWS = dict(re.findall(r"^\| (D-\d\d|\d{1,3}) \| .+? \| (.*) \|$", MAP, re.MULTILINE))
TESTS = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", MAP)))
SAYS_WHY = ("**not**", "there is no", "no pictures are taken", "nothing that was sent", "the same", "no page takes")


def test_every_number_stands_there_once() -> None:
    wanted = [f"D-{n:02}" for n in range(1, 35)] + [str(n) for n in range(1, 111)]
    assert re.findall(r"^\| (D-\d\d|\d{1,3}) \|", MAP, re.MULTILINE) == wanted
    assert list(ROWS) == wanted, "a row has three cells"


@pytest.mark.parametrize(("path", "name"), TESTS)
def test_what_it_names_exists(path: str, name: str) -> None:
    tree = ast.parse((config.HERE / Path(path)).read_text())
    assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}


def test_every_row_names_a_test_or_says_why_not() -> None:
    assert not [n for n, held in ROWS.items() if "::" not in held and not any(why in held for why in SAYS_WHY)]
