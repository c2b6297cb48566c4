"""The quarter of a plan, week by week: the last Monday agrees with the picture of that day."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.drives.working import begun, people, person, unit
from union.drives.counting import grid, known, layout
from union.drives.models import Drive
from union.drives.people import DriveContact
from union.drives.talks import DriveTalk
from union.drives.weekly import WEEKS, mondays, trends
from union.web.locale import today


@pytest.fixture
def plan(olu: Visitor, cast: Cast) -> UUID:
    """Four people of a team of ten; the first carries the others, and two listen to her."""
    plan = begun(olu, cast)
    team = unit(olu, plan, "Équipe B", people="10")
    ids = [person(olu, plan, name, number, team=str(team)) for number, name in enumerate(("Salma", "Omar", "Ali"), 1)]
    person(olu, plan, "Hajar", 4, team=str(team), basis="member")
    for other in ids[1:]:
        olu.post(f"/cards/{other}/follows", {"other": str(ids[0]), "through": "work"})
        olu.post(f"/cards/{other}/talk", {"outcome": "thinks"})
    olu.post(f"/cards/{ids[0]}/answers", {"question": "join", "stand": "1"})
    olu.post(f"/cards/{ids[1]}/joined")
    return plan


def test_mondays_end_with_the_last_one() -> None:
    found = mondays(date(2026, 12, 3))
    assert (len(found), found[-1], found[0]) == (WEEKS, date(2026, 11, 30), date(2026, 9, 7))
    assert mondays(date(2026, 11, 30))[-1] == date(2026, 11, 30)


def test_the_last_monday_agrees_with_the_picture_of_that_day(olu: Visitor, cast: Cast, plan: UUID) -> None:
    monday = today() + timedelta(days=(-today().weekday()) % 7)  # today's, or the next one
    with olu.app.store.reading(cast.reach("olu")) as session:
        drive = session.get_one(Drive, plan)
        told = known(session, drive, monday)
        drawn = grid(told, 10, monday)
        whole, units = trends(session, drive, layout(session, drive), (), monday)
    for trend, cell in ((whole, drawn.whole), (units[0], drawn.units[0][1])):
        last = trend.weeks[-1]
        counted = (last.known, last.spoken, last.members, last.leaders)
        assert counted == (cell.people, cell.spoken, cell.members, cell.leaders) == (4, 2, 2, 1)
    assert units[0].weeks[-1].headcount == 10


def test_each_week_counts_what_had_happened_by_then(olu: Visitor, cast: Cast, plan: UUID) -> None:
    monday, omar = mondays(today())[-2], next(key for key, name in people(olu.app, plan).items() if name == "Omar")
    with olu.app.store.maintaining() as session:
        row = session.get_one(DriveContact, omar)
        row.standing = dataclasses.replace(row.standing, added_on=monday, joined_on=monday)
        for talk in session.scalars(select(DriveTalk).where(DriveTalk.contact_id == omar)):
            talk.talk = dataclasses.replace(talk.talk, on=monday - timedelta(days=91))
    with olu.app.store.reading(cast.reach("olu")) as session:
        drive = session.get_one(Drive, plan)
        whole, _units = trends(session, drive, layout(session, drive), (), today())
    weeks = {one.on: one for one in whole.weeks}
    before, then = weeks[monday - timedelta(days=7)], weeks[monday]
    assert (before.known, before.members, before.spoken) == (0, 0, 1)
    assert (then.known, then.members, then.spoken) == (1, 1, 0)


def test_the_page_shows_each_unit(olu: Visitor, plan: UUID) -> None:
    page = olu.page(f"/plans/{plan}/weeks")
    assert len(page.select("main section.panel")) == 2
    assert len(page.select("main details table")[0].select("tbody tr")) == WEEKS
