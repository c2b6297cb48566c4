"""The 72 hours among the other dates: in the agendas and in the calendar, each with its hour, until it is done."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.ending import ended
from tests.cast import Cast
from tests.closures.test_closures import SARA, YESTERDAY, begun, gate
from tests.feed.test_feed import address, events
from tests.layoffs.desk import basis_confirmed, case_id, csv, dispute, taken
from tests.test_housekeeping import hand
from union.app import Union
from union.cases.dates import CaseDate
from union.closures.models import Task, of_dispute
from union.closures.tasks import TASKS, due_at
from union.jobs.housekeeping import keep_up
from union.web.locale import CASABLANCA, today

BEGAN = datetime(YESTERDAY.year, YESTERDAY.month, YESTERDAY.day, 8, 30, tzinfo=CASABLANCA)


@pytest.fixture
def place(cast: Cast, olu: Visitor) -> str:
    return begun(olu, cast)


def done(desk: Visitor, place: str, *tasks: Task) -> None:
    for one in tasks:
        desk.post(f"{place}/closure/tick", {"task": one.value, "done": "yes"})


def lines(desk: Visitor, place: str, show: str) -> list[str]:
    page = desk.page(f"{place}/agenda?lang=en&show={show}")
    return [" ".join(one.text.split()) for one in page.select(".agenda-dispute > li")]


def test_the_agenda_of_the_dispute_has_each_task_with_its_hour_and_way(olu: Visitor, place: str) -> None:
    every = lines(olu, place, "open") + lines(olu, place, "passed")
    assert len(every) == len(TASKS)
    bailiff = next(one for one in every if "Have a bailiff record the closure" in one)
    assert "by 08:30" in bailiff
    assert "The whole dispute" in bailiff
    sign = next(one for one in every if "sign no paper" in one)
    assert "by 20:30" in sign
    assert "73" in sign, sign
    assert olu.page(f"{place}/agenda").select(f'.agenda-dispute a[href="{place}/closure"]')
    done(olu, place, Task.BAILIFF)
    assert not any("bailiff" in one for one in lines(olu, place, "open") + lines(olu, place, "passed"))
    olu.post(f"{place}/closure/tick", {"task": "bailiff", "done": "no"})
    assert any("bailiff" in one for one in lines(olu, place, "open") + lines(olu, place, "passed"))


def test_the_home_agenda_names_the_next_task(app: Union, cast: Cast, olu: Visitor, place: str) -> None:
    """Those of yesterday have passed: the first that is still to come stands at the head."""
    done(olu, place, *(one for one in TASKS if one not in (Task.GOVERNOR, Task.CLAIM)))
    assert dispute(app, cast, place).due_on == today()
    assert "no authorisation was given, by 08:30" in olu.get("/agenda?lang=en").text
    strip = olu.page(f"{place}?lang=en").select_one(".next")
    assert strip is not None
    assert "by 08:30" in strip.text
    assert "governor's authorisation" in strip.text  # why
    assert strip.select(f'a[href="{place}/closure"]')
    done(olu, place, Task.GOVERNOR, Task.CLAIM)
    assert dispute(app, cast, place).due_on is None


def test_an_hour_that_passed_hides_no_period_of_the_law(app: Union, cast: Cast, olu: Visitor, place: str) -> None:
    basis_confirmed(app)
    line = f"7;Alami;Sara;Employé;15/03/2019;{today():%d/%m/%Y};5000,00;0;;10000,00;"
    taken(olu, place, csv(line))
    done(olu, place, *(one for one in TASKS if one is not Task.PHOTOGRAPHS))  # two hours after yesterday's opening
    ninety = dispute(app, cast, place).due_on
    assert ninety is not None
    assert ninety > today()
    assert any("Photograph" in one for one in lines(olu, place, "passed"))  # not done: it is not forgotten
    with app.store.maintaining() as session:
        of_it = select(CaseDate).where(CaseDate.case_id == case_id(place))
        session.scalars(of_it).one().due_on = today() - timedelta(days=1)
        found = type(dispute(app, cast, place))
        session.get_one(found, case_id(place)).due_on = today() - timedelta(days=1)  # as it stood yesterday
    keep_up(hand(app))
    assert dispute(app, cast, place).due_on == ninety


def test_the_calendar_has_the_instant_of_each_and_nobodys_name(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, stranger: Visitor, place: str
) -> None:
    ann.post(gate(app, cast, place), SARA)
    path = address(olu)
    found = events(stranger, path)
    with app.store.reading(cast.reach("olu")) as session:
        plan = session.scalars(of_dispute(case_id(place))).one().plan
    assert {one["dtstart"].dt for one in found} == {due_at(plan, one) for one in TASKS}
    assert min(one["dtstart"].dt for one in found) == BEGAN + timedelta(hours=2)
    text = stranger.get(path).text.casefold()
    for told in ("alami", "sara", "anfa", "atlas", "olu", "client"):
        assert told not in text
    done(olu, place, Task.PHOTOGRAPHS, Task.INTAKE)
    assert len(events(stranger, path)) == len(TASKS) - 2
    ended(olu, place, words="Accord signé.")
    assert events(stranger, path) == []
