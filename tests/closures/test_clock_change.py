"""A closure in the night of a clock change: Morocco leaves its hour for Ramadan and takes it again after."""

from __future__ import annotations

from datetime import UTC, timedelta

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.closures.test_closures import begun
from tests.layoffs.desk import case_id
from union.app import Union
from union.closures.models import Closure, ClosurePlan
from union.closures.tasks import HOURS, TASKS, due_at
from union.web.locale import CASABLANCA

TYPED = {"trigger": "other", "facts": ""}


def plan(app: Union, cast: Cast, address: str) -> ClosurePlan:
    with app.store.reading(cast.reach("sal")) as session:
        return session.scalars(select(Closure).where(Closure.case_id == case_id(address))).one().plan


def test_seventy_two_hours_are_that_many_over_a_change(app: Union, cast: Cast, olu: Visitor) -> None:
    kept = plan(app, cast, begun(olu, cast, closed_on="14/02/2026", hour="8h30"))
    last = due_at(kept, list(TASKS)[-1])
    assert last.astimezone(UTC) - kept.began_at.astimezone(UTC) == timedelta(hours=HOURS)
    assert f"{last.astimezone(CASABLANCA):%d %H:%M}" == "17 07:30", "the clocks went back an hour meanwhile"


def test_an_hour_that_was_left_out_is_asked_for_again(cast: Cast, olu: Visitor) -> None:
    sent = {"workplace": str(cast.here), "closed_on": "22/03/2026", "hour": "02:30", **TYPED}
    page = olu.post("/closures/new?lang=en", sent, 422).text
    assert "The clocks were put forward over this hour" in page
    assert 'value="02:30"' in page


def test_of_an_hour_that_came_twice_the_first_is_meant(app: Union, cast: Cast, olu: Visitor) -> None:
    kept = plan(app, cast, begun(olu, cast, closed_on="15/02/2026", hour="02:30"))
    assert kept.began_at.utcoffset() == timedelta(hours=1)
