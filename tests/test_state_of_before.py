"""A state folder of an earlier version opens after an upgrade: every page of one of everything, and the record's chain.

The folder was made by the version whose schema was 0027, before modules were moved and renamed: what is stored names
none of them. Its key is no secret.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import config
from tests.access_matrix import PUBLIC, THROUGH
from tests.browsing import Visitor
from tests.cast import Cast
from tests.scene import FACTS, Scene
from tests.test_access import addresses, rules
from union.app import Union, create_app, open_store
from union.installation import upgrade
from union.record import chain
from union.store.reach import Reach

FOLDER = Path(__file__).parent / "data" / "state_of_before.tar.gz"
KEY = {"format": 1, "root": bytes(range(32)).hex()}
PAGES = 200  # asked for at least, or the matrix was not gone through
REFUSED = {("grievances.step_letter", 409)}  # nobody agreed to this letter


def ids(given: dict[str, str]) -> dict[str, UUID]:
    return {name: UUID(one) for name, one in given.items()}


@pytest.fixture
def before(tmp_path: Path, compiled: Any) -> Iterator[tuple[Union, Cast, Scene]]:
    state, key = tmp_path / "state", tmp_path / "root.key"
    with tarfile.open(FOLDER) as packed:
        packed.extractall(state, filter="data")
    state.chmod(0o700)
    key.write_text(json.dumps(KEY))
    key.chmod(0o600)
    told = json.loads((state / "ids.json").read_text())
    (state / "ids.json").unlink()
    settings = config.read({"UNION_STATE": str(state), "UNION_KEY_FILE": str(key)})
    upgrade(settings)
    store = open_store(settings)
    app = create_app(settings, store)
    app.jinja_env.bytecode_cache = compiled
    yield app, Cast(**ids(told["cast"])), Scene(ids(told["here"]), ids(told["there"]))
    store.engine.dispose()


def test_every_page_of_a_state_of_before_opens(before: tuple[Union, Cast, Scene]) -> None:
    app, cast, scene = before
    wrong, seen = [], 0
    for name in ("sal", "olu", "ann", "lex"):
        visitor = Visitor(app, getattr(cast, name))
        for rule in rules(app):
            if "GET" not in (rule.methods or ()) or rule.endpoint in PUBLIC:
                continue
            if name not in THROUGH[rule.endpoint].split():
                continue
            try:
                path = addresses(app, rule, scene.arguments("here", rule.endpoint, rule.arguments))
            except KeyError:  # of a kind that there was not yet
                continue
            answer = visitor.client.get(path)
            seen += 1
            if answer.status_code not in {200, 302, 303} and (rule.endpoint, answer.status_code) not in REFUSED:
                wrong.append(f"{name} {rule.endpoint}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)
    assert seen > PAGES


def test_what_was_written_before_is_read_and_written_on(before: tuple[Union, Cast, Scene]) -> None:
    app, cast, scene = before
    olu = Visitor(app, cast.olu)
    case = f"/grievances/{scene.here['grievances.case_id']}"
    assert FACTS in olu.get(case).text
    assert "Mina" in olu.get(f"/members/{cast.mina}").text
    assert "ALAMI" in olu.get(f"/layoffs/{scene.here['layoffs.case_id']}").text
    olu.post(f"{case}/notes", {"words": "Après la mise à jour."})
    assert "Après la mise à jour." in olu.get(case).text
    with app.store.reading(Reach()) as session:
        assert chain.verify(session).bad is None
