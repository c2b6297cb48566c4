"""An election at a site: its seats, the days from the order, each step with who acts, and its letters."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from union.app import Union
from union.polls.models import Poll
from union.web.locale import today

PEOPLE = {"whole": "180", "counted_on": "02/11/2026", "source": "la CNSS", "employees": "160", "executives": "20"}


def shown(on: date) -> str:
    return on.strftime("%d/%m/%Y")


def opened(visitor: Visitor, place: object, status: int = 302, **typed: str) -> str:
    answer = visitor.post(f"/workplaces/{place}/calendar/new", {**PEOPLE, **typed}, status)
    return str(answer.location or answer.text)


def version(visitor: Visitor, address: str) -> dict[str, str]:
    form = visitor.page(address).select_one("#main-form input[name=version]")
    assert form is not None
    return {"version": str(form["value"])}


def days(visitor: Visitor, address: str, status: int = 302, **typed: str) -> str:
    return visitor.post(f"{address}/days", {**version(visitor, f"{address}/days"), **typed}, status).text


def done(visitor: Visitor, address: str, step: str, on: date, status: int = 302, **typed: str) -> str:
    at = f"{address}/step?step={step}"
    return visitor.post(at, {**version(visitor, at), "on": shown(on), **typed}, status).text


def test_seats_and_the_offer_for_the_colleges(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    said = words(olu, f"{address}?lang=en")
    assert "Seats for 180 permanent employees: 5 full and 5 alternate" in said
    assert "In proportion to the people it would be 4 and 1" in said
    assert "to be confirmed" in said


def test_the_days_of_the_order_prevail_and_are_confirmed(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    assert "Days of the order to be confirmed" in words(olu, f"{address}?lang=en")
    days(olu, address, lists_on="30/04/2027", poll_on="15/06/2027", confirmed="y")
    said = words(olu, f"{address}?lang=en")
    assert "Days of the order to be confirmed" not in said
    for part in ("Fri 7 May", "10 May", "18 May", "15 Jun"):
        assert part in said, part


def test_days_out_of_order_are_refused_and_stay(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    text = days(olu, address, 422, lists_on="30/04/2027", poll_on="15/04/2027")
    assert "15/04/2027" in text
    days(olu, address, 422, lists_on="30/04/2027", confirmed="y")


def test_what_the_employer_leaves_undone_is_claimed_with_its_letter(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    days(olu, address, lists_on=shown(today() - timedelta(days=3)), poll_on=shown(today() + timedelta(days=40)))
    said = words(olu, f"{address}?lang=en")
    assert "It was for the labour inspector" not in said
    assert "It was for the employer and the labour inspector to do by" in said
    for language in ("fr", "ar"):
        answer = olu.get(f"{address}/letter?step=lists&in={language}")
        assert answer.data.startswith(b"%PDF")
        name = answer.headers["Content-Disposition"]
        assert "letter-" in name
        assert "lection" not in name
    olu.get(f"{address}/letter?step=claims", 404)
    home = words(olu, "/?lang=en")
    assert "Post the electoral lists" in home
    assert "Post the electoral lists" in words(olu, "/agenda?lang=en")


def test_a_step_is_done_corrected_and_taken_back(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    done(olu, address, "answers", today(), 422)
    done(olu, address, "claims", today(), proof="registre, page 4")
    assert "registre, page 4" in words(olu, address)
    done(olu, address, "answers", today() - timedelta(days=1), 422)
    done(olu, address, "answers", today())
    assert "take that one back first" in olu.post(f"{address}/step/undo?step=claims&lang=en", {}, 409).text
    olu.post(f"{address}/step/undo?step=answers", {})
    olu.post(f"{address}/step/undo?step=claims", {})
    assert "registre, page 4" not in words(olu, address)
    done(olu, address, "claims", today() + timedelta(days=1), 422)
    olu.get(f"{address}/step?step=second_round", 404)


def test_no_quorum_asks_for_a_second_round_within_ten_days(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    done(olu, address, "poll", today() - timedelta(days=1), no_quorum="y")
    said = words(olu, f"{address}?lang=en")
    assert "Hold the second round" in said
    assert "Challenge the election before the court" in said


def test_one_election_at_a_time_and_a_closed_one_leaves_the_agenda(app: Union, olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    opened(olu, cast.here, 422)
    days(olu, address, lists_on=shown(today() - timedelta(days=3)), poll_on=shown(today() + timedelta(days=40)))
    olu.post(f"{address}/close", {})
    assert "Post the electoral lists" not in words(olu, "/agenda?lang=en")
    olu.post(f"{address}/close", {}, 409)
    opened(olu, cast.here)
    olu.post(f"{address}/reopen", {}, 409)
    with app.store.maintaining() as session:
        assert len(session.scalars(select(Poll)).all()) == 2


def test_seats_that_are_not_those_of_the_establishment_are_refused(olu: Visitor, cast: Cast) -> None:
    opened(olu, cast.here, 422, seats_employees="4", seats_executives="2")
    opened(olu, cast.here, 422, executives="30")
    opened(olu, cast.here, seats_employees="4", seats_executives="1", shared="agreement")


def test_the_titles_and_the_addresses_say_nothing(olu: Visitor, cast: Cast) -> None:
    address = opened(olu, cast.here)
    for path in ("/calendar", address, f"{address}/people", f"{address}/days", f"{address}/step"):
        for language, word in (("fr", "lection"), ("ar", "انتخاب"), ("en", "lection")):
            page = olu.page(f"{path}{'&' if '?' in path else '?'}lang={language}")
            assert page.title is not None
            assert word not in page.title.text
    assert "lection" not in address
