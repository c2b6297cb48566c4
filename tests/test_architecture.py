"""What docs/architecture.md and README.md say of the packages is what the source says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from types import ModuleType

import pytest

import config
from tests.scripts import script
from union.access import May, Role
from union.cases.models import CaseEntry
from union.members.models import Member
from union.record.chain import RecordEntry
from union.store.reach import Reachable

HERE = config.HERE
PAGE = HERE / "docs" / "architecture.md"


@pytest.fixture(scope="module")
def drawing() -> Iterator[ModuleType]:
    module = script("draw_architecture")
    yield module
    module.import_graph.TREES.clear()


def test_the_picture_the_table_and_the_page_of_access_are_made_from_the_source_of_today(
    drawing: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert drawing.main(["--check"]) == 0, capsys.readouterr().err


def test_each_verb_and_each_rule_of_rows_is_said_in_words(drawing: ModuleType) -> None:
    access = drawing.access_page
    assert set(access.meanings()) == {one.name for one in (*May, *Role)}, "Each has its line in union/access.py."
    silent = [kind.__name__ for kind in Reachable.kinds if not access.words(kind.within)]
    assert not silent, f"their `within` does not say whose rows it shows: {silent}"
    unsaid = [kind.__name__ for kind in Reachable.kinds if not access.written(kind)]
    assert not unsaid, f"their `writable` does not say who writes: {unsaid}"


def test_what_a_role_sees_of_a_table_is_asked_of_its_rule(drawing: ModuleType) -> None:
    access = drawing.access_page
    assert [access.shown(Member, role) for role in Role] == ["all", "some", "some", "some", "none"]
    assert [access.shown(CaseEntry, role) for role in Role] == ["some", "some", "some", "some", "none"]
    assert [access.shown(RecordEntry, role) for role in Role] == ["all", "none", "none", "none", "none"]


def test_imports_lead_to_lower_floors(drawing: ModuleType) -> None:
    """import-linter holds this too: here it is asked of what the picture is drawn from."""
    edges = drawing.import_graph.graph(HERE)
    for container, floors in drawing.import_graph.contracts(HERE).items():
        children = drawing.import_graph.between(edges, container)
        named = {name for names in floors for name in names}
        if container == "union":
            assert set(children) - {"__main__"} == named, "pyproject.toml names each package of union/ on its floor."
        inside = {name: targets & named for name, targets in children.items() if name in named}
        assert drawing.upward(inside, floors) == [], f"{container}: these imports do not lead downwards."


def test_an_import_upwards_would_be_seen(drawing: ModuleType) -> None:
    floors = [["roof"], ["left", "right"], ["ground"]]
    children = {"roof": {"ground"}, "left": {"right"}, "right": {"ground"}, "ground": {"roof"}}
    assert drawing.upward(children, floors) == [("ground", "roof"), ("left", "right")]
    drawn = "".join(drawing.matrix(children, floors)[0])
    assert drawn.count(drawing.WRONG) == 2
    assert drawn.count("<circle") == 4


def test_the_map_of_the_readme_names_each_package_once(drawing: ModuleType) -> None:
    readme = (HERE / "README.md").read_text()
    section = re.search(r"\n## A map of `union/`.*?\n(.*?)\n## ", readme, re.DOTALL)
    assert section, "README.md has a section that begins with 'A map of `union/`'."
    rows = [line for line in section[1].splitlines() if line.startswith("| `")]
    named = Counter(
        part.removesuffix("/").removesuffix(".py")
        for row in rows
        for part in re.findall(r"`([\w/.]+)`", row.split("|")[1])
    )
    wanted = {name for names in drawing.import_graph.contracts(HERE)["union"] for name in names}
    assert set(named) == wanted, f"missing: {wanted - set(named)}; not there any more: {set(named) - wanted}"
    assert set(named.values()) == {1}, f"named more than once: {[name for name, n in named.items() if n > 1]}"


def test_files_that_the_documents_name_are_there() -> None:
    """By their path from the clone or from union/, or by a name that some file of union/ has."""
    bare = {path.name for path in (HERE / "union").rglob("*.py")} | {path.name for path in HERE.glob("*.py")}
    for page in (PAGE, HERE / "README.md", HERE / "CONTRIBUTING.md"):
        for named in re.findall(r"`((?:[a-z_]+/)+(?:[a-z_0-9]+\.(?:py|html))?|[a-z_]+\.py)`", page.read_text()):
            there = (HERE / named).exists() or (HERE / "union" / named).exists() or named in bare
            assert there, f"{page.name} names {named}, which is not there."
