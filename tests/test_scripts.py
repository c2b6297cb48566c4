"""What bin/measure_house counts, and which tests bin/quick takes for near."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.scripts import script

CONTRACT = """
[[tool.importlinter.contracts]]
name = "floors"
type = "layers"
containers = ["union"]
layers = ["shop", "counter | shelf"]
"""
INSIDE = """
[[tool.importlinter.contracts]]
name = "inside"
type = "layers"
layers = ["union.shop.front", "union.shop.middle", "union.shop.back"]
"""
FILES = {
    "config.py": "",
    "union/__init__.py": "",
    "union/shelf.py": "THINGS: list[str] = []\n\ndef keep(view):\n    THINGS.append(view)\n    return view\n",
    "union/counter.py": "from union.shelf import THINGS\n\nTHINGS.append('a')\n",
    "union/shop/__init__.py": "",
    "union/shop/front/__init__.py": "",
    "union/shop/front/views.py": "from union import shelf\n\n@bp.get('/')\n@shelf.keep\ndef show() -> Any: ...\n",
    "union/shop/middle/__init__.py": "",
    "union/shop/middle/one.py": "from union.shop.front import views\nfrom union.shop.back import two  # fmt: skip\n",
    "union/shop/back/__init__.py": "",
    "union/shop/back/two.py": "from union.shop.middle import one\n\n@bp.post('/')\ndef keep() -> str: ...\n",
    **{f"union/shop/back/more_{n}.py": "" for n in range(6)},
    "templates/long.html": "x" * 181 + "\n" + "y" * 180 + "\n{% if 'a' in current_app.view_functions %}\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "pyproject.toml").write_text(CONTRACT)
    return tmp_path


def test_a_house_is_counted(house: Path) -> None:
    rows = script("measure_house").House(house).rows()
    assert rows == {
        "loose modules in union/": 2,
        "imports back up between folders of a package": "shop 1",  # in the best order: front, back, middle
        "registries filled on import": "1, 2 changes in 2 files",
        '"in current_app.view_functions"': 1,
        "# fmt: skip": 1,
        "lines over 120": 0,
        "template lines over 180": 1,
        "routes typed -> Any": "1 of 2",
        "modules under 60 lines with one importer": 3,  # views, one, two
        "lines of union/": 19,
    }


def test_the_order_of_a_contract_goes_before_the_best_one(house: Path) -> None:
    (house / "pyproject.toml").write_text(CONTRACT + INSIDE)
    assert script("measure_house").House(house).upward() == "shop 2"


@pytest.fixture(scope="module")
def quick() -> Iterator[ModuleType]:
    module = script("quick")
    yield module
    module.import_graph.TREES.clear()


@pytest.mark.parametrize(
    ("changed", "first"),
    [
        ("union/store/reach.py", "tests/test_reach.py"),
        ("tests/law/test_counting.py", "tests/law/test_counting.py"),
        ("templates/grievances/_step2.html", "tests/grievances/"),
        ("docs/decisions/README.md", "tests/test_decisions.py"),
    ],
)
def test_the_nearest_test_comes_first(quick: ModuleType, changed: str, first: str) -> None:
    found = quick.nearest([changed])
    assert found[0].startswith(first)
    assert {"tests/test_shape.py", "tests/test_architecture.py"} <= set(found)
    assert not any(test.startswith("tests/browser/") for test in found)
