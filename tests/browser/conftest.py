"""A real browser over a real server: one browser for the whole run, one furnished installation."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit
from uuid import UUID

import pytest
from flask import session as cookie
from jinja2 import FileSystemBytecodeCache
from playwright.sync_api import Browser, BrowserContext, Request, sync_playwright
from selectolax.lexbor import LexborHTMLParser
from werkzeug.serving import make_server

import config
from tests.browsing import Visitor
from tests.cast import Cast, gather
from tests.conftest import COMPLETE
from tests.imports.lists import DATA, brought_in, made, previewed, uploaded
from tests.scene import Scene, furnish
from union.accounts.models import Browser as Agent
from union.accounts.models import Door
from union.app import Union, create_app, open_store

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
ROLES = ("ann", "olu", "sal", "lex", "ada")
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here drives the one browser, and is left out where there is none (never where all is asked for)."""
    here = Path(__file__).parent
    ours = [item for item in items if here in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    if not CHROMIUM.exists() and not COMPLETE:
        items[:] = [item for item in items if item not in ours]


class Lived:
    """The furnished installation with its server."""

    def __init__(self, app: Union, cast: Cast, scene: Scene, address: str) -> None:
        self.app, self.cast, self.scene, self.address = app, cast, scene, address
        self.beside = {"olu": imports(app, cast)}  # pages that differ from others by an id alone, and look otherwise

    def ticket(self, who: str | UUID) -> list[dict[str, Any]]:
        """The cookies of one of the cast, or of another account, signed in."""
        secret, now = secrets.token_urlsafe(32), datetime.now(UTC)
        with self.app.store.maintaining() as session:
            door = Door(
                account_id=who if isinstance(who, UUID) else getattr(self.cast, who),
                token=hashlib.sha256(secret.encode()).digest(),
                seen_at=now,
                ends_at=now + timedelta(hours=12),
                browser=Agent("test", now),
            )
            session.add(door)
        with self.app.test_request_context():
            cookie.update({"_user_id": secret, "_fresh": True})
            serializer: Any = self.app.session_interface
            value = serializer.get_signing_serializer(self.app).dumps(dict(cookie))
        return [{"name": "session", "value": value, "url": self.address}]


def imports(app: Union, cast: Cast) -> list[str]:
    """The pages of a list that is looked at, with problems, and of one that was written."""
    olu = Visitor(app, cast.olu)
    looked_at = uploaded(olu, cast.here, (DATA / "problemes.csv").read_bytes(), "problemes.csv")
    previewed(olu, looked_at)
    written = brought_in(app, olu, cast.here, made(6))
    return [f"{looked_at}/columns", f"{looked_at}/preview", written, f"{written}/undo"]


@pytest.fixture(scope="session")
def lived(
    tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, key_file: Path, compiled: FileSystemBytecodeCache
) -> Iterator[Lived]:
    state = tmp_path_factory.mktemp("browser") / "state"
    shutil.copytree(sqlite_template, state)
    settings = config.read({"UNION_STATE": str(state), "UNION_KEY_FILE": str(key_file)})
    store = open_store(settings)
    cast = gather(store)
    app = create_app(settings, store)
    app.jinja_env.bytecode_cache = compiled
    scene = furnish(app, cast)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Lived(app, cast, scene, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    store.engine.dispose()


@pytest.fixture(autouse=True)
def signing_in_counted_from_zero(lived: Lived) -> None:
    """All tests sign in from one address: how often is one test's own affair."""
    lived.app.extensions["union.limiter"].reset()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail("Everything is asked for, and Chromium is not installed: apt-get install chromium")
    os.environ.setdefault("HOME", "/tmp")  # Chromium wants a home to write to
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


class Seen:
    """What a browser complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.said: list[str] = []
        context.on("console", lambda one: self.said.append(one.text) if one.type in {"error", "warning"} else None)
        context.on("weberror", lambda one: self.said.append(str(one.error)))
        context.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        if "ERR_ABORTED" not in str(request.failure):  # what was under way when the next page was asked for
            self.said.append(f"{request.url} {request.failure}")


def addresses_of(lived: Lived, name: str) -> list[str]:
    """Every page that links lead to from the first one; of those that differ by an id or a filter alone, the first."""
    visitor = Visitor(lived.app, getattr(lived.cast, name))
    known, waiting, found = set(), ["/"], []
    while waiting:
        path = waiting.pop(0)
        shape = ID.sub("<id>", urlsplit(path).path)
        if shape in known or path.startswith(("/static", "/health")):
            continue
        known.add(shape)
        answer = visitor.client.get(path, follow_redirects=True)
        assert answer.status_code < 400, f"{name} is led to {path}: {answer.status_code}"
        if answer.mimetype != "text/html":
            continue  # a paper or a list to keep, not a page
        found.append(path)
        links = [str(one.attributes["href"]) for one in LexborHTMLParser(answer.text).css("a[href]")]
        waiting += [urldefrag(one).url for one in links if one.startswith("/")]
    return found


@pytest.fixture(scope="session")
def maps(lived: Lived) -> dict[str, list[str]]:
    return {name: addresses_of(lived, name) + lived.beside.get(name, []) for name in ROLES}
