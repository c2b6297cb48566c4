"""Which ballot seats whom: a first round without quorum nobody, a second one its college, a partial one beside those
who were left."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.polls.test_calendar import done, opened, version
from tests.polls.test_lists_and_count import candidates_of, counted, members, stands, told
from union.app import Union
from union.law.polls.calendar import Step
from union.polls.steps import standing
from union.web.locale import today
from union.workplaces.elections import College, Election, Kept, ListResult, Result, Round, shares, unsaid

__all__ = ["members"]  # the fixture

JUNE = date(2026, 6, 10)
GENERAL = Result(JUNE, College.EMPLOYEES, 200, 150, 150, (ListResult("A", 90, 3), ListResult("B", 60, 2)))
PARTIAL = Result(JUNE + timedelta(days=300), College.EMPLOYEES, 200, 150, 150, (ListResult("b", 80, 3),), partial=True)
FEW = {"registered": "400", "voters": "185"}


def seats(*results: Result, general_alone: bool = False) -> list[tuple[str, int, int]]:
    return [(one.name, one.seats, one.of) for one in shares(list(results), general_alone=general_alone)]


def test_a_partial_election_leaves_those_in_office_who_were_not_up() -> None:
    kept = Result(**{**vars(PARTIAL), "kept": (Kept("A", 2), Kept("B", 0))})
    assert seats(GENERAL, kept) == [("B", 3, 5), ("A", 2, 5)]
    assert seats(kept, GENERAL, general_alone=True) == [("A", 3, 5), ("B", 2, 5)]
    assert unsaid([GENERAL, kept]) == []
    again = Result(
        JUNE + timedelta(days=500),
        College.EMPLOYEES,
        lists=(ListResult("C", 9, 1),),
        partial=True,
        kept=(Kept("A", 1), Kept("B", 3)),
    )
    assert seats(GENERAL, kept, again) == [("B", 3, 5), ("A", 1, 5), ("C", 1, 5)]


def test_seats_are_those_from_before_until_somebody_says_who_was_left() -> None:
    assert seats(GENERAL, PARTIAL) == [("A", 3, 5), ("B", 2, 5)]
    assert unsaid([GENERAL, PARTIAL]) == [PARTIAL]


def test_a_later_general_ballot_ends_what_a_partial_one_gave() -> None:
    later = Result(JUNE + timedelta(days=2191), College.EMPLOYEES, lists=(ListResult("C", 9, 5),))
    assert seats(GENERAL, PARTIAL, later) == [("C", 5, 5)]
    assert unsaid([GENERAL, PARTIAL, later]) == []


def test_two_rounds_of_one_college_are_not_added_up() -> None:
    second = Result(JUNE + timedelta(days=9), College.EMPLOYEES, 200, 40, 40, (ListResult("B", 40, 5),))
    assert seats(GENERAL, second) == [("B", 5, 5)]


def test_a_first_round_without_quorum_seats_nobody() -> None:
    first = Result(JUNE, College.EMPLOYEES, 200, 99, 99, (ListResult("A", 99, 5),), Round.FIRST)
    assert seats(first) == []
    assert seats(Result(**{**vars(first), "voters": 100})) == [("A", 5, 5)]
    assert seats(Result(**{**vars(first), "round": Round.SECOND})) == [("A", 5, 5)]


def results_of(app: Union) -> list[Result]:
    with app.store.maintaining() as session:
        return [one.result for one in session.scalars(select(Election))]


def test_a_second_round_gives_the_seats_that_the_first_could_not(
    app: Union, olu: Visitor, cast: Cast, members: None
) -> None:
    address = opened(olu, cast.here, seats_employees="5", seats_executives="0", shared="agreement")
    first, second = today() - timedelta(days=8), today() - timedelta(days=1)
    done(olu, address, "candidates", first - timedelta(days=9))
    stands(olu, address, cast.mina)
    olu.post(f"{address}/count/lists", {"names": "A\nB\nC"})
    counted(olu, address, 302, **FEW)
    done(olu, address, "poll", first)
    refused = olu.post(f"{address}/count/results?lang=en", {}, 409).text
    assert "this round gives no seat (article 449)" in refused
    assert results_of(app) == []
    assert olu.page(f"{address}/count").select_one("[name=round]") is None
    done(olu, address, "poll", first, no_quorum="y")
    assert [until for _since, until in candidates_of(app)] == [first]  # until the second round is written down
    few = {
        "round": "second",
        "registered": "400",
        "voters": "60",
        "valid": "60",
        "votes_0": "40",
        "votes_1": "20",
        "votes_2": "0",
    }
    counted(olu, address, 302, **few)
    assert len(told(app).stations) == 2
    done(olu, address, "poll", first, 422)
    olu.post(f"{address}/step/undo?step=poll", {}, 409)
    assert "on which day the second round was held" in olu.post(f"{address}/count/results?lang=en", {}, 409).text
    done(olu, address, "second_round", second)
    assert [until for _since, until in candidates_of(app)] == [second]
    olu.post(f"{address}/count/results", {})
    (result,) = results_of(app)
    assert (result.held_on, result.round, result.voters) == (second, Round.SECOND, 60)
    assert [(one.name, one.seats) for one in result.lists] == [("A", 4), ("B", 1), ("C", 0)]
    challenge = next(one for one in standing(told(app), today()) if one.step is Step.CHALLENGE)
    assert challenge.planned.legal_on == second + timedelta(days=8)


def test_a_candidate_stays_protected_until_the_second_round(
    app: Union, olu: Visitor, cast: Cast, members: None
) -> None:
    address = opened(olu, cast.here)
    first, second = today() - timedelta(days=8), today() - timedelta(days=1)
    done(olu, address, "candidates", first - timedelta(days=9))
    stands(olu, address, cast.mina)
    done(olu, address, "poll", first, no_quorum="y")
    assert [until for _since, until in candidates_of(app)] == [None]
    done(olu, address, "second_round", second)
    assert [until for _since, until in candidates_of(app)] == [second]


def test_a_partial_election_from_its_opening_to_the_share(app: Union, olu: Visitor, cast: Cast) -> None:
    with app.store.maintaining() as session:
        session.add(Election(workplace_id=cast.here, result=GENERAL, version=1))
    address = opened(olu, cast.here, seats_employees="2", partial="y")
    olu.post(f"{address}/count/lists", {"names": "A\nB\nC"})
    counted(olu, address)
    done(olu, address, "poll", today())
    olu.post(f"{address}/count/results", {})
    assert sum(one.partial for one in results_of(app)) == 1
    site = f"/workplaces/{cast.here}"
    assert "nobody said how many seats each list had kept" in words(olu, f"{site}?lang=en")
    share = f"/employers/{cast.employer}/share?lang=en"
    assert "3 / 5 = 60 %" in words(olu, share)
    with app.store.maintaining() as session:
        row = next(one for one in session.scalars(select(Election)) if one.result.partial)
        kind = f"/calendar/results/{row.id}"
    olu.post(kind, {**version(olu, kind), "partial": "y", "said": "y", "kept_0": "2", "kept_1": "-1"}, 422)
    olu.post(kind, {**version(olu, kind), "partial": "y", "said": "y", "kept_0": "1", "kept_1": "1"})
    assert next(one for one in results_of(app) if one.partial).kept == (Kept("A", 1), Kept("B", 1), Kept("C", 0))
    said = words(olu, share)
    assert "2 / 4 = 50 % by the general elections alone: 3 / 5 = 60 %" in said
    assert "nobody said how many seats each list had kept" not in words(olu, f"{site}?lang=en")
    olu.post(f"{address}/count/results", {})
    assert next(one for one in results_of(app) if one.partial).kept is not None, "written again, it forgets nothing"
