"""A plan as the organiser of a workplace makes it, for the tests of its pages."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.drives.lists import DriveList, DriveListed
from union.drives.models import Drive
from union.drives.people import DriveContact, DriveUnit
from union.store.reach import Reachable

BASIS = "Consentement écrit, avis du 3 novembre 2026."
PHONE = "0600 00 00 {:02}"


def begun(olu: Visitor, cast: Cast, name: str = "Automne") -> UUID:
    """A plan of here, with its legal basis written down."""
    address = olu.post("/plans", {"workplace": str(cast.here), "name": name}).headers["Location"]
    plan = UUID(address.rsplit("/", 1)[1])
    olu.post(f"/plans/{plan}/edit", {"name": name, "legal_basis": BASIS, "version": version(olu.app, Drive, plan)})
    return plan


def version(app: Union, kind: type[Reachable], row_id: UUID) -> str:
    """The version of a row, as a form would carry it."""
    with app.store.maintaining() as session:
        return str(session.get_one(kind, row_id).version)  # type: ignore[attr-defined]  # those that are asked have one


def unit(olu: Visitor, plan: UUID, name: str, kind: str = "team", people: str = "", parent: UUID | None = None) -> UUID:
    """A unit of the plan, counted in November where `people` says how many."""
    counted = {"people": people, "on": "01/11/2026"} if people else {}
    above = {"parent": str(parent)} if parent else {}
    olu.post(f"/plans/{plan}/units", {"name": name, "kind": kind, "code": name[-1], **counted, **above})
    with olu.app.store.maintaining() as session:
        rows = session.scalars(select(DriveUnit).where(DriveUnit.drive_id == plan)).all()
        return next(one.id for one in rows if one.unit.name == name and one.unit.parent_id == parent)


def person(olu: Visitor, plan: UUID, name: str, number: int = 0, **more: str) -> UUID:
    """Somebody of the plan; `number` gives the telephone."""
    phone = {"phone": PHONE.format(number)} if number else {}
    olu.post(f"/plans/{plan}/cards", {"given_name": name, "basis": "came", **phone, **more})
    return next(one for one, called in people(olu.app, plan).items() if called == name)


def people(app: Union, plan: UUID) -> dict[UUID, str]:
    """The people of a plan."""
    with app.store.maintaining() as session:
        rows = session.scalars(select(DriveContact).where(DriveContact.drive_id == plan)).all()
        return {one.id: one.calling.given_name for one in rows}


def given(olu: Visitor, plan: UUID, holder: UUID, **more: str) -> UUID:
    """A list in somebody's hands."""
    sent = {"asks": "join", "holder": str(holder), "days": "7", "question": "join", **more}
    return UUID(olu.post(f"/plans/{plan}/lists", sent).headers["Location"].rsplit("/", 1)[1])


def lines(app: Union, list_id: UUID) -> list[UUID]:
    """The lines of a list."""
    with app.store.maintaining() as session:
        return list(session.scalars(select(DriveListed.id).where(DriveListed.list_id == list_id)))


def open_list(app: Union, list_id: UUID) -> DriveList:
    """A list as it stands."""
    with app.store.maintaining() as session:
        return session.get_one(DriveList, list_id)
