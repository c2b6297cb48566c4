"""What must not exist is destroyed at once by two people, without a copy; that it was there stays written."""

from __future__ import annotations

import pytest

from tests.attachments import desk
from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.store.files import LEFT


@pytest.fixture
def place(ann: Visitor) -> str:
    """A file that Ann attached."""
    return str(desk.send(ann, desk.case_here(ann), words="Capture zqxkw").location)


def asked(visitor: Visitor, place: str) -> None:
    visitor.post(f"{place}/destroy", {"reason": "clients_screen", "words": "Le nom d’un client"})


def test_one_asks_and_another_one_confirms(app: Union, cast: Cast, place: str, ann: Visitor, olu: Visitor) -> None:
    (row,) = desk.rows(app, cast)
    asked(ann, place)
    for visitor in (ann, olu):  # nobody looks at it again
        visitor.get(f"{place}/file", 404)
        visitor.get(f"{place}/picture", 404)
    ann.post(f"{place}/destroy/confirm", {})
    assert "Une autre personne que vous" in ann.get(place).text
    assert desk.rows(app, cast)[0].file_id == row.file_id
    (aside,) = (one for one in app.files.folder.iterdir() if one.stem == str(row.shown_id))
    aside.rename(aside.with_suffix(LEFT))  # as the sweep would set it aside
    olu.post(f"{place}/destroy/confirm", {})
    assert not list(app.files.folder.iterdir())
    (row,) = desk.rows(app, cast)
    assert (row.file_id, row.shown_id, row.held.name, row.description.words) == (None, None, "", "")
    page = olu.get(place).text
    for told in ("Détruite par deux personnes", "L’écran ou les données d’un client", "Ann", "Olu"):
        assert told in page
    assert "zqxkw" not in page
    case = f"/grievances/{row.case_id}"
    assert "Pièce détruite par deux personnes" in olu.get(case).text


def test_it_is_not_kept_again(app: Union, cast: Cast, place: str, ann: Visitor, olu: Visitor) -> None:
    asked(ann, place)
    olu.post(f"{place}/destroy/confirm", {})
    case = str(desk.rows(app, cast)[0].case_id)
    assert desk.send(ann, case).location == place
    assert not list(app.files.folder.iterdir())


def test_it_stays_where_nobody_confirms(place: str, ann: Visitor, olu: Visitor) -> None:
    asked(ann, place)
    olu.post(f"{place}/destroy/refuse", {})
    ann.get(f"{place}/file")
    asked(olu, place)
    olu.post(f"{place}/destroy/refuse", {})  # taken back
    ann.get(f"{place}/picture")
    olu.post(f"{place}/destroy/confirm", {})
    ann.get(f"{place}/file")


def test_asking_twice_and_without_a_reason(place: str, ann: Visitor, olu: Visitor) -> None:
    ann.post(f"{place}/destroy", {"reason": ""}, 422)
    ann.post(f"{place}/destroy", {"reason": "mistake"}, 422)
    asked(ann, place)
    olu.post(f"{place}/destroy", {"reason": "intimate"}, 422)


def test_a_file_that_went_before_the_act_was_kept_is_destroyed_by_the_next_try(
    app: Union, cast: Cast, place: str, ann: Visitor, olu: Visitor
) -> None:
    (row,) = desk.rows(app, cast)
    asked(ann, place)
    assert row.file_id is not None
    app.files.destroy(row.file_id)  # the power went just then
    olu.post(f"{place}/destroy/confirm", {})
    assert desk.rows(app, cast)[0].destroyed
