"""Announced holidays: entered by the secretariat, once each, and every date counted across them moves and says so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import due_on, grievance, words
from tests.cast import Cast
from tests.receipts.test_receipts import written
from union.app import Union
from union.cases.dates import CaseDate
from union.cases.recounting import recount
from union.grievances.models import Paper
from union.holidays.models import AnnouncedHoliday
from union.jobs.worker import JobContext
from union.law.dates.calendar import is_working_day
from union.law.dates.deadlines import Rule, deadline
from union.web.locale import today

DAY = timedelta(days=1)


def entered(on: date, **more: str) -> dict[str, str]:
    given = {"feast": "aid_al_fitr", "first_on": f"{on:%d/%m/%Y}", "last_on": "", "source": "Communiqué du jour"}
    return {**given, **more}


def counted_anew(app: Union) -> None:
    """The worker does what was started."""
    recount(JobContext(app.store, lambda account: cast(Any, None), app.files), cast(Any, None))


def first_of(app: Union) -> AnnouncedHoliday | None:
    with app.store.maintaining() as session:
        row = session.scalar(select(AnnouncedHoliday))
        if row is not None:
            session.refresh(row)
            session.expunge(row)
        return row


def a_letter_whose_safe_day_is_a_plain_one() -> tuple[date, date]:
    """The day of a dismissal letter whose ninetieth day is a working day, and so the safe one."""
    start = today()
    while deadline(Rule.ACTION_AFTER_DISMISSAL, start).safe_on != deadline(
        Rule.ACTION_AFTER_DISMISSAL, start
    ).legal_on or not is_working_day(deadline(Rule.ACTION_AFTER_DISMISSAL, start).safe_on - DAY):
        start -= DAY
    return start, deadline(Rule.ACTION_AFTER_DISMISSAL, start).safe_on


def test_a_holiday_moves_the_date_of_a_case_and_the_page_says_announced(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor
) -> None:
    start, safe = a_letter_whose_safe_day_is_a_plain_one()
    case_id = grievance(app, cast, Paper.DISMISSAL_LETTER, start)
    assert safe.isoformat() in olu.get(f"/grievances/{case_id}").text
    sal.post("/holidays", entered(safe))
    shown = olu.get(f"/grievances/{case_id}").text
    assert (safe - DAY).isoformat() in shown
    assert "fête religieuse annoncée" in shown
    row = first_of(app)
    assert row is not None
    sal.post(f"/holidays/{row.id}/withdraw")
    shown = olu.get(f"/grievances/{case_id}").text
    assert "fête religieuse annoncée" not in shown
    assert safe.isoformat() in shown


def test_the_columns_of_the_agenda_follow(app: Union, cast: Cast, sal: Visitor, olu: Visitor) -> None:
    """A receipt signed today: its sixty days are kept as a date of the case, which the worker moves."""
    case_id = grievance(app, cast, Paper.OTHER_PAPER, today() - 400 * DAY)
    written(olu, case_id, signed_on=f"{today():%d/%m/%Y}")
    before = due_on(app, cast, case_id)
    assert before is not None
    sal.post("/holidays", entered(before))
    counted_anew(app)
    after = due_on(app, cast, case_id)
    assert after is not None
    assert after < before
    with app.store.maintaining() as session:
        assert after in set(session.scalars(select(CaseDate.due_on).where(CaseDate.case_id == case_id)))
    row = first_of(app)
    assert row is not None
    sal.post(f"/holidays/{row.id}/withdraw")
    counted_anew(app)
    assert due_on(app, cast, case_id) == before
    counted_anew(app)
    assert due_on(app, cast, case_id) == before, "done again, it changes nothing"


def test_it_is_entered_corrected_and_withdrawn_by_the_secretariat_alone(
    app: Union, cast: Cast, sal: Visitor, olu: Visitor
) -> None:
    on = today() + 40 * DAY
    olu.get("/holidays", 403)
    sal.post("/holidays", entered(on, expected="y", source=""))
    row = first_of(app)
    assert row is not None
    assert (row.first_on, row.last_on, row.expected) == (on, on, True)
    assert "attendu" in words(sal, "/holidays?lang=fr")
    version = sal.page(f"/holidays/{row.id}").select_one("input[name=version]")["value"]
    later = on + DAY
    sal.post(f"/holidays/{row.id}", {**entered(later, last_on=f"{later + DAY:%d/%m/%Y}"), "version": version})
    row = first_of(app)
    assert row is not None
    assert (row.first_on, row.last_on, row.expected) == (later, later + DAY, False)
    sal.post(f"/holidays/{row.id}", {**entered(on), "version": version}, 409)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"source": ""}, "source"),
        ({"first_on": "hier"}, "first_on"),
        ({"feast": ""}, "feast"),
        ({"last_on": "01/01/2020"}, "last_on"),
        ({"last_on": f"{today() + 60 * DAY:%d/%m/%Y}"}, "last_on"),
    ],
)
def test_a_slip_is_named_and_nothing_is_kept(app: Union, sal: Visitor, wrong: dict[str, str], field: str) -> None:
    answer = sal.post("/holidays", entered(today() + 40 * DAY, **wrong), 422)
    assert f"{field}-error" in answer.text
    assert first_of(app) is None


def test_a_feast_is_not_entered_twice(app: Union, sal: Visitor) -> None:
    on = today() + 40 * DAY
    sal.post("/holidays", entered(on))
    assert "first_on-error" in sal.post("/holidays", entered(on, feast="other"), 422).text
    assert "feast-error" in sal.post("/holidays", entered(on + DAY), 422).text
