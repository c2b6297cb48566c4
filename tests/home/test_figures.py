"""The published figures: of one day, rounded, and each view of them a line."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from union.app import Union
from union.home import figures as published
from union.home.models import PublishedCount
from union.members.actions import create
from union.members.models import Identity, Membership, Terms
from union.record.chain import Act, latest
from union.web.locale import today


def joined(app: Union, cast: Cast, number: int) -> None:
    """So many members more at the first workplace."""
    with app.store.writing(cast.reach("sal")) as session:
        for one in range(number):
            terms = Terms(hired_on=date(2020, 1, 6))
            who = Identity(given_name=f"Nour{one}")
            create(session, cast.sal, who, cast.here, terms, state=Membership.MEMBER, on=date(2025, 1, 1))


def members(app: Union, cast: Cast, name: str = "ada") -> int | None:
    return published.figures(app.store, cast.reach(name)).table.shown(cast.here, "members")


def a_day_later(app: Union) -> None:
    with app.store.maintaining() as session:
        for row in session.scalars(select(PublishedCount)):
            row.counted = dataclasses.replace(row.counted, on=today() - timedelta(days=1))


def test_one_member_more_moves_nothing_today(app: Union, cast: Cast, ada: Visitor, sal: Visitor) -> None:
    joined(app, cast, 127)
    first = ada.get("/figures").text
    assert members(app, cast) == 125
    joined(app, cast, 1)
    assert members(app, cast) == 125
    assert members(app, cast, "sal") == 125, "whoever reaches more is told the same of one place"
    assert ada.get("/figures").text.count("125") == first.count("125") > 0
    a_day_later(app)
    assert members(app, cast) == 130


def test_a_workplace_added_since_waits_for_tomorrow(app: Union, cast: Cast) -> None:
    joined(app, cast, 9)
    assert members(app, cast) == 10
    with app.store.maintaining() as session:
        session.delete(session.scalars(select(PublishedCount).where(PublishedCount.workplace_id == cast.there)).one())
    found = published.figures(app.store, cast.reach("sal"))
    assert found.table.shown(cast.there, "members") is None
    assert found.table.totals["members"] == 10


def test_a_total_adds_what_is_rounded(app: Union, cast: Cast) -> None:
    joined(app, cast, 8)
    found = published.figures(app.store, cast.reach("sal")).table
    assert found.totals["members"] == found.shown(cast.here, "members") == 10


def test_each_view_is_a_line(app: Union, cast: Cast, ada: Visitor, sal: Visitor) -> None:
    ada.get("/")
    ada.get("/figures")
    with app.store.reading(cast.reach("sal")) as session:
        told = [one.event for one in session.scalars(latest()) if one.event.kind == "figures"]
    assert [(one.by, one.act) for one in told] == [(cast.ada, Act.OPENED)] * 2
    assert "Chiffres publiés" in sal.get("/record").text
