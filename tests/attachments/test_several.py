"""Several files of one form: each goes, each says how it went, and one that is refused does not lose the others."""

from __future__ import annotations

import secrets
from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.attachments import desk
from tests.attachments.samples import PDF, photograph
from tests.attachments.test_uploads import begun, piece
from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from union.app import Union
from union.attachments import quotas

PAGES = [photograph(size=(300, 200 + 10 * n)) for n in range(3)]
EVIL = b"<svg xmlns='x'><script/></svg>"


def send_all(visitor: Visitor, case: str, files: dict[str, bytes], status: int = 302, **said: Any) -> TestResponse:
    once = said.pop("once", None) or secrets.token_urlsafe(16)
    sent = {**desk.SAID, "file": [(BytesIO(data), name) for name, data in files.items()], **said}
    return visitor.post(f"/cases/{case}/attachments/new", sent, status, once=once)


def test_three_pages_of_a_payslip_are_three_files(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    answer = send_all(ann, case, {f"page{n}.jpg": data for n, data in enumerate(PAGES)})
    assert answer.location == f"/cases/{case}/attachments"
    said = words(ann, answer.location)
    for n in range(3):
        assert f"page{n}.jpg" in said
    rows = desk.rows(app, cast)
    assert sorted(row.number for row in rows) == [1, 2, 3]
    assert len(list(app.files.folder.iterdir())) == 6


def test_one_that_is_refused_does_not_lose_the_others(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    answer = send_all(ann, case, {"un.jpg": PAGES[0], "deux.svg": EVIL, "trois.pdf": PDF, "encore.jpg": PAGES[0]})
    said = words(ann, answer.location)
    assert "deux.svg\u2069 – Ce type de fichier" in said or "deux.svg" in said
    assert len(desk.rows(app, cast)) == 2
    assert len(list(app.files.folder.iterdir())) == 4, "the one that came twice was laid down once more, and left"
    assert "déjà dans le dossier" in said


def test_where_none_is_taken_each_says_why(app: Union, cast: Cast, ann: Visitor) -> None:
    page = send_all(ann, desk.case_here(ann), {"un.svg": EVIL, "deux.jpg": photograph()[:2000]}, 422).text
    assert "un.svg" in page
    assert "deux.jpg" in page
    assert not desk.rows(app, cast)
    assert not app.files.folder.exists() or not list(app.files.folder.iterdir())


def test_the_same_form_twice_is_one_act(app: Union, cast: Cast, ann: Visitor) -> None:
    case, files = desk.case_here(ann), {"un.jpg": PAGES[0], "deux.jpg": PAGES[1]}
    places = {send_all(ann, case, files, once="B" * 22).location for _ in range(2)}
    assert len(places) == 1
    assert len(desk.rows(app, cast)) == 2
    send_all(ann, case, {"un.jpg": PAGES[0], "deux.jpg": PAGES[2]}, 409, once="B" * 22)  # another second file
    assert len(desk.rows(app, cast)) == 2
    assert len(list(app.files.folder.iterdir())) == 4


def test_no_more_than_ten_at_once(app: Union, cast: Cast, ann: Visitor) -> None:
    send_all(ann, desk.case_here(ann), {f"{n}.txt": f"note {n}".encode() for n in range(11)}, 422)
    assert not desk.rows(app, cast)


def test_a_case_that_fills_up_half_way_keeps_what_there_was_room_for(
    app: Union, cast: Cast, ann: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotas, "OF_A_CASE", 2)
    case = desk.case_here(ann)
    said = words(ann, send_all(ann, case, {f"page{n}.jpg": data for n, data in enumerate(PAGES)}).location)
    assert len(desk.rows(app, cast)) == 2
    assert "Ce dossier est plein" in said
    assert len(list(app.files.folder.iterdir())) == 4


def test_what_came_in_pieces_and_what_comes_with_the_form(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    ways = [begun(ann, case, len(data), mark=f"page{n}.jpg|1|{n}") for n, data in enumerate(PAGES[:2])]
    for way, data in zip(ways, PAGES, strict=False):
        piece(ann, way, 0, len(data), data=data)
    number = " ".join(way.rsplit("/", 1)[-1] for way in ways)
    answer = send_all(ann, case, {"page2.jpg": PAGES[2]}, upload=number)
    said = words(ann, answer.location)
    for n in range(3):
        assert f"page{n}.jpg" in said
    assert len(desk.rows(app, cast)) == 3
    for way in ways:
        ann.get(way, 404)
    ann.post(f"/cases/{case}/attachments/new", {**desk.SAID, "upload": "not-an-id"}, 422)
