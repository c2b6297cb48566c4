"""What was typed into a report and not sent: sealed, its author's alone, gone once it is filed or its time is over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, text

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import FIRST, fields, forward
from union.app import Union
from union.grievances.drafts import KEPT, ReportDraft
from union.jobs import housekeeping
from union.jobs.worker import JobContext


def drafts(app: Union) -> list[ReportDraft]:
    with app.store.maintaining() as session:
        return list(session.scalars(select(ReportDraft)))


def begun(visitor: Visitor) -> None:
    page = forward(visitor, visitor.page("/grievances/new"), 2, **FIRST)
    page = forward(visitor, page, 3, problem="discipline")
    sent = {**fields(page), "about": "another", "about_name": "Omar El Fassi", "facts": "Le chef crie."}
    visitor.post("/grievances/new/draft", sent, 204)


def test_it_is_its_authors_alone_and_names_nobody_in_the_database(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    begun(ann)
    assert "Omar El Fassi" in ann.get("/grievances/new").text
    assert "/grievances/new" in str(ann.page("/").select_one("main .note-soon"))
    for visitor in (olu, sal):
        assert "Omar El Fassi" not in visitor.get("/grievances/new").text
    for name in ("olu", "sal", "zed", "ada"):
        with app.store.reading(cast.reach(name)) as session:
            assert session.scalars(select(ReportDraft)).all() == []
    with app.store.engine.connect() as connection:
        stored = bytes(connection.execute(text("select typed_sealed from report_draft")).scalar_one())
    assert b"Omar" not in stored
    assert b"crie" not in stored


def test_there_is_one_and_the_last_stands(app: Union, ann: Visitor) -> None:
    begun(ann)
    page = ann.page("/grievances/new")
    ann.post("/grievances/new/draft", {**fields(page), "facts": "Il crie encore."}, 204)
    assert len(drafts(app)) == 1
    assert "Il crie encore." in ann.get("/grievances/new").text


def test_filed_it_is_gone(app: Union, ann: Visitor) -> None:
    begun(ann)
    page = forward(ann, ann.page("/grievances/new"), 4)
    sent = {**fields(page), "demand": "La fin des cris."}
    answer = ann.post("/grievances", sent, 204, headers={"X-Sent-By": "script"})
    assert answer.headers["X-Leads-To"].endswith("/receipt")
    assert answer.data == b""
    assert drafts(app) == []
    late = ann.post("/grievances/new/draft", {**sent, "form_token": sent["form_token"]}, 409)  # on its way meanwhile
    assert drafts(app) == [], late.text
    assert ann.post("/grievances", sent, 302).location == answer.headers["X-Leads-To"]


def test_begun_anew_it_is_gone(app: Union, ann: Visitor) -> None:
    begun(ann)
    ann.post("/grievances/new/discard")
    assert drafts(app) == []
    assert "Omar" not in ann.get("/grievances/new").text


def test_after_two_days_it_is_not_shown_and_then_removed(app: Union, ann: Visitor) -> None:
    begun(ann)
    with app.store.maintaining() as session:
        session.scalars(select(ReportDraft)).one().ends_at = datetime.now(UTC) - timedelta(seconds=1)
    assert "Omar" not in ann.get("/grievances/new").text
    hand: JobContext = app.worker.hand
    housekeeping.expire(hand)
    assert drafts(app) == []
    assert timedelta(days=3) > KEPT


def test_a_damaged_one_holds_up_no_page(app: Union, ann: Visitor) -> None:
    begun(ann)
    with app.store.engine.begin() as connection:
        connection.execute(text("update report_draft set typed_sealed = :no"), {"no": b"\0" * 60})
    ann.get("/")
    ann.get("/grievances/new")


def test_a_mistake_and_another_language_keep_what_was_kept(app: Union, ann: Visitor) -> None:
    begun(ann)
    page = ann.page("/grievances/new")
    forward(ann, page, 4, 422, about_name="")
    assert "Omar El Fassi" in ann.get("/grievances/new").text


def test_a_place_taken_away_meanwhile_is_said_and_nothing_is_lost(app: Union, cast: Cast, ann: Visitor) -> None:
    begun(ann)
    page = ann.page("/grievances/new")
    sent = {**fields(page), "readers": str(cast.zed), "confidential": "y"}
    ann.post("/grievances/new/draft", sent, 204)
    page = ann.page("/grievances/new")
    forward(ann, page, 4, 422, readers=str(cast.zed))
