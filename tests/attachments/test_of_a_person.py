"""Files of one person of a layoff dispute: beside that person, and nobody else; reached as the dispute is."""

from __future__ import annotations

from io import BytesIO

from tests.attachments import desk
from tests.attachments.samples import photograph
from tests.browsing import Visitor
from tests.cases.ending import ended
from tests.cast import Cast
from tests.layoffs import desk as layoffs
from tests.layoffs.desk import basis_confirmed, csv, rows
from tests.layoffs.test_dispute import known
from tests.layoffs.test_outsiders import MINA, OTHER, back_of, closed, hand
from union.app import Union
from union.jobs.housekeeping import expire
from union.layoffs.records.models import on_the_list
from union.web.locale import today


def people(app: Union, cast: Cast, olu: Visitor) -> tuple[str, list[str]]:
    """A dispute with a list, and its people in their order."""
    layoffs.basis_confirmed(app)
    address = layoffs.opened(olu, cast)
    layoffs.taken(olu, address)
    with app.store.reading(cast.reach("sal")) as session:
        rows = session.scalars(on_the_list(layoffs.UUID(address.rsplit("/", 1)[-1]))).all()
        return address, [str(row.id) for row in sorted(rows, key=lambda one: one.position)]


def send(visitor: Visitor, person: str, data: bytes, status: int = 302) -> str:
    sent = {**desk.SAID, "shown": "readers", "file": (BytesIO(data), "IMG.jpg")}
    return str(visitor.post(f"/people/{person}/attachments/new", sent, status).location)


def test_it_stands_with_the_person_and_with_the_dispute(app: Union, cast: Cast, olu: Visitor, zed: Visitor) -> None:
    address, (first, second, *_) = people(app, cast, olu)
    place = send(olu, first, photograph())
    thumbs = f'{place}/picture"'
    assert thumbs in olu.get(f"{address}/people/{first}").text
    assert thumbs not in olu.get(f"{address}/people/{second}").text
    assert thumbs in olu.get(address).text
    assert thumbs in olu.get(f"/people/{first}/attachments").text
    assert thumbs not in olu.get(f"/people/{second}/attachments").text
    assert send(olu, first, photograph()) == place, "the same for the same person is one"
    assert send(olu, second, photograph()) != place, "and for another one a file of theirs"
    for page in (place, f"/people/{first}/attachments", f"/people/{first}/attachments/new"):
        zed.get(page, 404)
    (row, _) = sorted(desk.rows(app, cast), key=lambda one: one.number)
    name = row.about.name
    assert name in olu.get(place).text
    assert row.about_sealed is not None
    assert name.encode() not in row.about_sealed


def test_they_stay_when_a_newer_list_replaces_the_lines(app: Union, cast: Cast, olu: Visitor) -> None:
    address, (first, *_) = people(app, cast, olu)
    place = send(olu, first, photograph())
    layoffs.taken(olu, address)
    with app.store.reading(cast.reach("sal")) as session:
        rows = session.scalars(on_the_list(layoffs.UUID(address.rsplit("/", 1)[-1]))).all()
        (now,) = [str(row.id) for row in rows if row.position == 1]
    assert f'{place}/picture"' in olu.get(f"{address}/people/{now}").text


def test_those_of_people_outside_the_union_go_with_them(app: Union, cast: Cast, olu: Visitor) -> None:
    """Two years after the close, file and pictures; what is of a member and of the whole dispute stays."""
    basis_confirmed(app)
    known(app, cast.mina, "1401", "Ouahbi", "Salma")
    address = layoffs.opened(olu, cast)
    layoffs.taken(olu, address, csv(MINA, OTHER))
    member, outside = (str(one.id) for one in sorted(rows(app, cast, address), key=lambda one: one.position))
    send(olu, member, photograph())
    gone = send(olu, outside, photograph())
    whole = desk.send(olu, address.rsplit("/", 1)[-1], photograph()).location
    ended(olu, address, words="Accord.")
    expire(hand(app))
    assert len(desk.rows(app, cast)) == 3
    closed(app, address, back_of(today()))
    expire(hand(app))
    assert len(desk.rows(app, cast)) == 2
    assert len(list(app.files.folder.iterdir())) == 4
    olu.get(gone, 404)
    olu.get(whole)
