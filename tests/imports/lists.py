"""Lists for the tests: the samples, rows made to measure, and what a database holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, event, func, select, text

from tests.browsing import Visitor
from union.app import Union
from union.imports.writing import inserting
from union.members.models import Employment, Member, MemberToken
from union.store.db import Model, Store

DATA = Path(__file__).resolve().parents[1] / "data"
SAMPLES = {
    "adherents-casablanca-cp1252.csv": (64, 64, 0, 0),
    "منخرطون-الرباط-utf8.csv": (40, 40, 0, 0),
    "fes-cp1256.csv": (25, 25, 0, 0),
    "tanger.xlsx": (30, 30, 0, 0),
    "problemes.csv": (16, 4, 1, 12),
    "liste-departs-negocies.csv": (48, 48, 0, 0),
}
OWN = frozenset(
    (
        "roster_import",
        "import_batch",
        "record_entry",
        "record_head",
        "submission",
        "job",
        "door",
        "account_visit",
        "alembic_version",
    )
)


def made(people: int, first: int = 1) -> bytes:
    """A list of so many people, each with a number, a telephone and an e-mail address."""
    lines = ["Matricule;Nom;Prénom;Tél.;E-mail;Date d'embauche;Salaire brut"]
    for at in range(first, first + people):
        lines.append(f"{at:05d};Nom{_letters(at)};Prénom;06{at:08d};p{at}@example.ma;23/02/2020;4200,50")
    return "\n".join(lines).encode()


def _letters(at: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(at))


def count(store: Store) -> int:
    """How many people there are."""
    with store.maintaining() as session:
        return session.scalar(select(func.count(Member.id))) or 0


def at(store: Store, workplace_id: UUID) -> list[Any]:
    """Everybody at a workplace with their employment."""
    with store.maintaining() as session:
        asked = select(Member, Employment).join(Employment).where(Employment.workplace_id == workplace_id)
        found = [(member, work) for member, work in session.execute(asked)]
        session.expunge_all()
        return found


def tokens(store: Store) -> list[bytes]:
    with store.maintaining() as session:
        return list(session.scalars(select(MemberToken.token)))


def digest(store: Store) -> str:
    """A digest of every row of every table, but for the import's own and the record."""
    whole = hashlib.sha256()
    with store.maintaining() as session:
        for table in sorted(Model.metadata.tables.keys() - OWN):
            rows = sorted(repr(tuple(row)) for row in session.execute(text(f'select * from "{table}"')))
            whole.update("\n".join([table, *rows]).encode())
    return whole.hexdigest()


def sent(data: bytes, name: str) -> tuple[BytesIO, str]:
    return BytesIO(data), name


def uploaded(visitor: Visitor, workplace_id: UUID, data: bytes, name: str = "liste.csv", status: int = 302) -> str:
    """Send a list; returns the address of its page."""
    answer = visitor.post("/imports/new", {"workplace": str(workplace_id), "file": sent(data, name)}, status)
    return answer.location.removesuffix("/columns") if answer.location else answer.text


def previewed(visitor: Visitor, address: str, status: int = 302, **changes: str) -> Any:
    """Agree to the columns as they were understood, or change some."""
    page = visitor.page(f"{address}/columns")
    form = next(form for form in page.select("main form") if form["action"].endswith("/columns"))
    return visitor.post(f"{address}/columns", {**filled(form), **changes}, status)


def filled(form: Any) -> dict[str, str]:
    """What a form would send as it stands."""
    values = {one["name"]: one.get("value", "") for one in form.select("input[type=hidden]")}
    values |= {one["name"]: one["value"] for one in form.select("input[type=radio][checked]")}
    for one in form.select("select"):
        option = one.select_one("option[selected]")
        values[one["name"]] = option["value"] if option else ""
    return {name: value for name, value in values.items() if name not in {"csrf_token", "form_token"}}


def begun(visitor: Visitor, address: str, status: int = 302, **values: str) -> Any:
    page = visitor.page(f"{address}/preview")
    form = next(form for form in page.select("main form") if form["action"].endswith("/apply"))
    return visitor.post(f"{address}/apply", {**filled(form), **values}, status)


def work_off(app: Union) -> None:
    """Do what was handed to the queue, as the worker does: what was not handed over waits."""
    while (task := app.worker.line.dequeue()) is not None:
        app.worker.line.execute(task)


def worker_begins(app: Union) -> None:
    """Do the background work as a worker that has just started: what a killed one left too."""
    app.worker.take_up()
    work_off(app)


def brought_in(app: Union, visitor: Visitor, workplace_id: UUID, data: bytes, name: str = "liste.csv") -> str:
    """A list from the file to the end; returns the address of its page."""
    address = uploaded(visitor, workplace_id, data, name)
    previewed(visitor, address)
    unusual = visitor.page(f"{address}/preview").select("#confirmed, [name=confirmed]")
    begun(visitor, address, **({"confirmed": "vu avec le bureau"} if unusual else {}))
    work_off(app)
    return address


@contextmanager
def counted(app: Union, given: list[Any] | None = None) -> Iterator[list[str]]:
    """Every statement that the application sends meanwhile; `given` takes what is bound to them."""
    sent: list[str] = []

    def send(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        sent.append(statement)
        if given is not None:
            for one in parameters if isinstance(parameters, list) else [parameters]:
                given.extend(one.values() if isinstance(one, dict) else one)

    event.listen(Engine, "before_cursor_execute", send)
    yield sent
    event.remove(Engine, "before_cursor_execute", send)


def in_batches_of(monkeypatch: pytest.MonkeyPatch, people: int) -> None:
    """Every batch of an import has so few people, on either database."""
    for name in ("BATCH", "FIRST", "WIDE"):
        monkeypatch.setattr(inserting, name, people)
