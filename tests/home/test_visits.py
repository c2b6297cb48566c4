"""What is new since somebody came last: an answer, a step, a close; seen once the case is opened, and never by who did
it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cases.ending import ended
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from union.app import Union
from union.home import visits
from union.home.visits import Came, Visit
from union.jobs import housekeeping
from union.jobs.worker import JobContext

FRESH = "something new"


def hand(app: Union) -> JobContext:
    return JobContext(app.store, lambda account: None, app.files)


def test_what_others_do_waits_until_the_case_is_opened(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann))
    assert "New for you" not in words(ann, "/?lang=en")
    olu.post(f"{address}/take")
    assert "1 case that moved on" in words(ann, "/?lang=en")
    assert FRESH in words(ann, "/grievances?lang=en")
    assert FRESH not in words(olu, "/grievances?lang=en"), "whoever did it is not told of it"
    ann.get(address)
    assert "New for you" not in words(ann, "/?lang=en")
    assert FRESH not in words(ann, "/grievances?lang=en")


def test_an_answer_and_a_close_are_told_apart(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    first, second = case_of(report(ann)), case_of(report(ann))
    for one in (first, second):
        olu.post(f"{one}/take")
        ann.get(one)
    olu.post(f"{first}/notes", {"words": "Ne signez rien."})
    ended(olu, second, outcome="settled", words="Payé.")
    said = words(ann, "/?lang=en")
    assert "2 cases with an answer" in said  # how it ended is a message too
    assert "1 case closed" in said
    assert "Ne signez rien" not in said


def test_a_strategy_moves_nothing_for_whoever_must_not_read_it(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    address = case_of(report(ann))
    olu.post(f"{address}/take")
    ann.get(address)
    olu.post(f"{address}/notes", {"words": "Il faut attendre.", "strategy": "y"})
    olu.post(f"{address}/about", {"member": str(cast.omar)})
    assert "New for you" not in words(ann, "/?lang=en")


def test_the_first_page_says_when_one_came_last(app: Union, cast: Cast, ann: Visitor) -> None:
    assert "Since your last visit" not in words(ann, "/?lang=en")
    ann.sign_in(cast.ann)
    for _again in range(2):  # the same visit
        assert "Since your last visit" in words(ann, "/?lang=en")
    with app.store.reading(cast.reach("olu")) as session:
        assert session.scalars(select(Visit)).all() == []


def test_a_visit_of_long_ago_is_forgotten(app: Union, cast: Cast, ann: Visitor) -> None:
    ann.get("/")
    with app.store.maintaining() as session:
        row = session.scalars(select(Visit)).one()
        assert visits.EXPIRING.over(session, hand(app)) == []
        row.came = Came(row.came.door, datetime.now(UTC) - visits.KEPT - timedelta(days=1))
    housekeeping.expire(hand(app))
    with app.store.maintaining() as session:
        assert session.scalars(select(Visit)).all() == []
