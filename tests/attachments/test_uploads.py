"""A file that comes in pieces: it goes on where it stopped, nothing twice, and one that was left disappears."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID

from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.attachments import desk
from tests.attachments.samples import photograph
from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.attachments import uploads
from union.jobs.housekeeping import expire

DATA = photograph(size=(700, 500))
SCRIPT = {"X-Sent-By": "script"}


def begun(visitor: Visitor, case: str, size: int = len(DATA), status: int = 204, mark: str = "IMG.jpg|1|2") -> str:
    answer = visitor.post(
        f"/cases/{case}/attachments/uploads", {"mark": mark, "size": str(size)}, status, headers=SCRIPT
    )
    return answer.headers.get("X-Leads-To", "")


def piece(visitor: Visitor, way: str, start: int, end: int, status: int = 200, data: bytes = DATA) -> TestResponse:
    sent = {"offset": str(start), "piece": (BytesIO(data[start:end]), "blob")}
    return visitor.post(f"{way}/pieces", sent, status)


def test_it_goes_on_where_it_stopped_and_is_one_file(app: Union, cast: Cast, ann: Visitor) -> None:
    case = desk.case_here(ann)
    way = begun(ann, case)
    assert piece(ann, way, 0, 1000).text == "1000"
    piece(ann, way, 0, 1000, 409)  # its answer was lost, and it came again
    assert begun(ann, case) == way  # the page was loaded anew
    assert ann.get(way).text == "1000"
    piece(ann, way, 2000, 3000, 409)
    number = way.rsplit("/", 1)[-1]
    desk.send(ann, case, b"", 422, upload=number)  # not all here
    piece(ann, way, 1000, len(DATA))
    ann.post(f"/cases/{case}/attachments/new", {**desk.SAID, "upload": number})
    (row,) = desk.rows(app, cast)
    assert row.held.size == len(DATA)
    assert {row.file_id, row.shown_id} == {_id(one.stem) for one in app.files.folder.iterdir()}
    ann.get(way, 404)


def _id(text: str) -> UUID:
    return UUID(text)


def test_nothing_of_it_lies_in_clear_and_others_do_not_reach_it(
    app: Union, ann: Visitor, olu: Visitor, sal: Visitor, zed: Visitor
) -> None:
    case = desk.case_here(ann)
    way = begun(ann, case)
    piece(ann, way, 0, 2000)
    assert not any(DATA[:40] in one.read_bytes() for one in app.files.folder.iterdir())
    for visitor in (olu, sal, zed):
        visitor.get(way, 404)
        piece(visitor, way, 2000, 3000, 404)
        visitor.post(
            f"/cases/{case}/attachments/new", {"upload": way.rsplit("/", 1)[-1]}, 404 if visitor is zed else 422
        )


def test_more_than_was_announced_is_refused(ann: Visitor) -> None:
    case = desk.case_here(ann)
    way = begun(ann, case, 1000)
    piece(ann, way, 0, 1001, 422)
    piece(ann, way, 0, 0, 422)
    begun(ann, case, 26 * 1024 * 1024, 413)
    begun(ann, case, 0, 413)
    for at in range(uploads.MOST_AT_ONCE - 1):
        begun(ann, case, mark=f"{at}")
    begun(ann, case, 1000, 429, mark="one more")
    assert begun(ann, case, 1000) == way


def test_one_that_was_left_disappears_after_its_time(app: Union, ann: Visitor) -> None:
    way = begun(ann, desk.case_here(ann))
    piece(ann, way, 0, 2000)
    expire(app.worker.hand)
    assert list(app.files.folder.iterdir())
    with app.store.maintaining() as session:
        session.scalars(select(uploads.AttachmentUpload)).one().ends_at = datetime.now(UTC) - timedelta(minutes=1)
    expire(app.worker.hand)
    assert not list(app.files.folder.iterdir())
    ann.get(way, 404)


def test_what_is_not_taken_leaves_at_once(app: Union, cast: Cast, ann: Visitor) -> None:
    case, data = desk.case_here(ann), b"<html>" * 100
    way = begun(ann, case, len(data))
    piece(ann, way, 0, len(data), data=data)
    answer = ann.post(f"/cases/{case}/attachments/new", {**desk.SAID, "upload": way.rsplit("/", 1)[-1]}, 415)
    assert 'name="upload" type="hidden" value=""' in answer.text
    assert not list(app.files.folder.iterdir())
    assert not desk.rows(app, cast)
