"""What the tests of layoff disputes share: a dispute opened at the desk, a list uploaded and taken."""

from __future__ import annotations

import dataclasses
from io import BytesIO
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list

SAMPLE = Path(__file__).parent.parent / "data" / "liste-departs-negocies.csv"
HEADER = (
    "Matricule;Nom;Prénom;Catégorie;Date embauche;Date de sortie prévue;Salaire brut moyen;Congés "
    "restants;Délégué;Montant proposé;Signé le"
)


def basis_confirmed(app: Union) -> None:
    """The setting under which people outside the union may be kept."""
    app.settings = dataclasses.replace(app.settings, outsiders_confirmed=True)


def opened(desk: Visitor, cast: Cast, **changes: str) -> str:
    """A dispute's address."""
    typed = {
        "workplace": str(cast.here),
        "title": "Départs de fin d'année",
        "kind": "negotiated",
        "trigger": "cold_calling_law",
        "announced_on": "02/11/2026",
        "facts": "Annoncé en réunion.",
    }
    answer = desk.post("/layoffs/new", typed | changes)
    return answer.location.removesuffix("/list")


def upload(
    desk: Visitor, address: str, content: bytes, name: str = "liste.csv", status: int = 302, *, answer: bool = True
) -> None:
    """Send a file to a dispute; what its columns leave open is answered by the first choice (the day first, a
    month's pay)."""
    desk.post(f"{address}/list", {"file": (BytesIO(content), name)}, status, content_type="multipart/form-data")
    if answer and status == 302:
        asked = desk.page(f"{address}/list/preview").select("section#questions input[type=radio]")
        first = {one["name"]: one["value"] for one in reversed(asked) if not one["name"].startswith("decimals")}
        if first:
            desk.post(f"{address}/list/answer", first)


def taken(desk: Visitor, address: str, content: bytes | None = None) -> None:
    """Upload a list and take it."""
    upload(desk, address, SAMPLE.read_bytes() if content is None else content)
    desk.get(f"{address}/list/preview")
    desk.post(f"{address}/list/take")


def csv(*rows: str) -> bytes:
    """A list with the usual columns."""
    return "\n".join([HEADER, *rows]).encode()


def case_id(address: str) -> UUID:
    return UUID(address.rsplit("/", 1)[1])


def rows(app: Union, cast: Cast, address: str, name: str = "sal") -> list[LayoffPerson]:
    """The people of a dispute, as somebody reaches them."""
    with app.store.reading(cast.reach(name)) as session:
        found = list(session.scalars(on_the_list(case_id(address))))
        for row in found:
            assert row.facts is not None
            assert row.snapshot is not None
        session.expunge_all()
        return found


def dispute(app: Union, cast: Cast, address: str) -> Layoff:
    with app.store.reading(cast.reach("sal")) as session:
        found = session.scalars(select(Layoff).where(Layoff.id == case_id(address))).one()
        assert found.matter is not None
        session.expunge_all()
        return found
