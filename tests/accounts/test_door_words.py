"""At the door and in the list of sessions: a telephone is read however it is written, and what is listed is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast
from union.accounts import authentication
from union.accounts.models import Account, Browser, Door
from union.accounts.words import told_apart
from union.app import Union
from union.vault import ring

PHONE = "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0"


@pytest.mark.parametrize(
    "typed", ["0612345678", "٠٦١٢٣٤٥٦٧٨", "06 12 34 56 78", "+212 6 12 34 56 78", "۰۶-۱۲-۳۴-۵۶-۷۸"]
)
def test_who_signs_in_by_a_telephone_writes_it_as_they_like(app: Union, cast: Cast, typed: str) -> None:
    with app.store.maintaining() as session:
        session.get_one(Account, cast.ann).login_token = authentication.login_token("06.12.34.56.78")
    assert authentication.sign_in(app.store, typed, PASSWORD, "") is not None
    assert authentication.sign_in(app.store, "0612345679", PASSWORD, "") is None


def test_a_name_kept_before_telephones_were_read_still_opens(app: Union, cast: Cast) -> None:
    with app.store.maintaining() as session:
        session.get_one(Account, cast.ann).login_token = ring.token("account|login", "0612345678")
    assert authentication.sign_in(app.store, "0612345678", PASSWORD, "") is not None


def test_the_door_says_what_it_asks_for(stranger: Visitor) -> None:
    for lang, said in (("fr", "numéro de téléphone"), ("ar", "رقم الهاتف"), ("en", "telephone number")):
        page = stranger.page(f"/sign-in?lang={lang}")
        assert said in page.select_one("#login-hint").text
        assert "button" in page.select_one("template[data-shows=password]")["data-html"]  # a script makes it


def test_a_session_that_idled_is_not_listed_as_open(app: Union, cast: Cast, ann: Visitor, sal: Visitor) -> None:
    now = datetime.now(UTC)
    with app.store.maintaining() as session:
        for agent, seen in ((PHONE, now), (PHONE, now), (DESK, now - timedelta(minutes=31))):
            session.add(
                Door(
                    account_id=cast.ann,
                    token=uuid4().bytes * 2,
                    seen_at=seen,
                    ends_at=now + timedelta(hours=11),
                    browser=Browser(agent, now),
                )
            )
    listed = ann.page("/account?lang=fr").select("tbody tr")
    told = [row.select_one("td, th").get_text(" ", strip=True) for row in listed]
    assert len(told) == 3, told
    assert len(set(told)) == 3, "two devices are called alike"
    assert any("Téléphone" in one and "(2)" in one for one in told)
    assert not any("Firefox" in one for one in told)
    assert "3 sessions" in sal.page(f"/accounts/{cast.ann}?lang=fr").text
    with app.store.maintaining() as session:
        assert len(session.scalars(select(Door).where(Door.account_id == cast.ann)).all()) == 4


def test_devices_are_told_apart_by_words(app: Union) -> None:
    first, second, third, fourth = (uuid4() for _ in range(4))
    with app.test_request_context("/?lang=en"):
        told = told_apart([(first, PHONE), (second, DESK), (third, PHONE), (fourth, "")])
    assert told == {
        first: "Telephone · Chrome · Android",
        second: "Computer · Firefox · Windows",
        third: "Telephone · Chrome · Android (2)",
        fourth: "unknown device",
    }
