"""One row that does not open: every list goes on without it, says so, and names nobody."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from tests.browsing import Visitor
from tests.cast import Cast
from tests.test_reach import grievance
from union.app import Union
from union.members import roster

DAMAGE = {
    "identity": ("UPDATE member SET identity_sealed = :bytes WHERE id = :id", "omar"),
    "standing": ("UPDATE member SET standing_sealed = :bytes WHERE id = :id", "omar"),
    "terms": ("UPDATE employment SET terms_sealed = :bytes WHERE id = :id", "omar_employment"),
}


@pytest.fixture(params=DAMAGE)
def damaged(request: pytest.FixtureRequest, app: Union, cast: Cast, olu: Visitor) -> str:
    """What of Omar does not open; Omar has a telephone, a mandate and a case, and would be shown everywhere."""
    olu.post(
        f"/members/{cast.omar}/edit",
        {"given_name": "Omar", "family_name": "El Fassi", "phone": "0661000001", "version": "1"},
    )
    olu.post(f"/employments/{cast.omar_employment}/mandates/new", {"kind": "delegate_full", "from_on": "2026-01-05"})
    with app.store.maintaining() as session:
        session.add(grievance(cast, member_id=cast.omar, employment_id=cast.omar_employment))
    break_row(app, cast, request.param)
    return str(request.param)


def break_row(app: Union, cast: Cast, what: str, bytes_: bytes = b"\x01" * 90) -> None:
    statement, name = DAMAGE[what]
    wanted: UUID = getattr(cast, name)
    with app.store.maintaining() as session:
        key = wanted.hex if app.store.on_sqlite else wanted
        done = session.execute(text(statement), {"bytes": bytes_, "id": key})
        assert done.rowcount == 1  # type: ignore[attr-defined]  # an UPDATE counts its rows
    roster.forget()


def test_home_roster_and_search_go_on_without_it(
    app: Union, cast: Cast, damaged: str, sal: Visitor, olu: Visitor, ann: Visitor
) -> None:
    for visitor in (sal, olu):
        visitor.get("/account?lang=en")
    assert "1 person cannot be read" in sal.get("/").text
    assert "1 person cannot be read" in sal.get("/members").text
    page = olu.page(f"/workplaces/{cast.here}/members")
    assert "1 person cannot be read" in page.get_text()
    assert page.select_one(f"main a[href='/members/{cast.omar}']") is not None
    assert page.select_one(f"main a[href='/members/{cast.mina}']") is not None
    for visitor in (sal, olu):
        for query in ("Fassi", "Omar", "0661000001"):
            for address in ("/members/search", "/search"):
                found = visitor.search(address, query).text
                assert "Mina" in found or query != "Fassi"
    olu.get("/")
    sal.get("/record")
    olu.get(f"/workplaces/{cast.here}")
    olu.get("/workplaces")
    olu.post(f"/employments/{cast.mina_employment}/entrust", {"account": str(cast.ann)}, 422)
    ann.get("/members/entrusted")


def test_its_own_page_says_what_to_do(cast: Cast, damaged: str, olu: Visitor, zed: Visitor) -> None:
    said = olu.get(f"/members/{cast.omar}?lang=en").text
    assert "restore it from the backup" in said
    assert str(cast.omar) in said
    assert "Fassi" not in said
    zed.get(f"/members/{cast.omar}", 404)


def test_the_log_names_the_row_and_nothing_in_it(app: Union, cast: Cast, damaged: str, olu: Visitor) -> None:
    with capture_logs() as logs:
        olu.get(f"/workplaces/{cast.here}/members")
    told = [one for one in logs if one["event"] == "member_row_does_not_open"]
    assert [set(one) for one in told] == [{"event", "id", "log_level"}]
    assert told[0]["id"] == str(cast.omar)


def test_a_row_put_in_anothers_place_does_not_open_as_him(app: Union, cast: Cast, olu: Visitor) -> None:
    """Whoever swaps two rows without the key shows neither: an envelope opens in its place alone."""
    with app.store.maintaining() as session:
        key = cast.mina.hex if app.store.on_sqlite else cast.mina
        other = session.execute(text("SELECT identity_sealed FROM member WHERE id = :id"), {"id": key}).scalar_one()
    break_row(app, cast, "identity", bytes(other))
    olu.get("/account?lang=en")
    page = olu.get(f"/workplaces/{cast.here}/members").text
    assert page.count("Mina El Fassi") == 1
    assert "1 person cannot be read" in page


def test_restored_it_is_there_again(app: Union, cast: Cast, olu: Visitor) -> None:
    with app.store.maintaining() as session:
        key = cast.omar.hex if app.store.on_sqlite else cast.omar
        kept = session.execute(text("SELECT identity_sealed FROM member WHERE id = :id"), {"id": key}).scalar_one()
    break_row(app, cast, "identity")
    assert "Omar" not in olu.get(f"/workplaces/{cast.here}/members").text
    break_row(app, cast, "identity", bytes(kept))
    assert "Omar" in olu.get(f"/workplaces/{cast.here}/members").text
