"""A case of health is opened for a reason that those whom it names read; nobody alone makes a confidential case
ordinary or breaks its seal."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast, new_account
from tests.grievances.reports import case_of, opened, report
from union.access import Role
from union.accounts.models import Account
from union.app import Union
from union.cases.models import Case, CaseParty
from union.confidentiality import breaking
from union.confidentiality.models import SealRequest
from union.jobs.worker import JobContext

WHY = "Elle a appelé ce matin."
SECRET = "les images du vendredi"


@pytest.fixture
def hidden(ann: Visitor, cast: Cast) -> str:
    """What Ann reported about herself, of health: for Olu alone."""
    return case_of(report(ann, problem="health", about="oneself", facts=SECRET))


def id_of(case: str) -> str:
    return case.rsplit("/", 1)[1]


def test_it_is_opened_for_a_reason_that_everybody_named_reads(
    app: Union, cast: Cast, hidden: str, ann: Visitor, olu: Visitor
) -> None:
    asked = olu.get(hidden, 302).location
    assert asked == f"/cases/{id_of(hidden)}/opening"
    page = olu.get(asked).text
    assert SECRET not in page
    olu.post(asked, {"why": " "}, 422)
    olu.get(hidden, 302)
    opened(olu, hidden)
    assert SECRET in olu.get(hidden).text
    told = ann.page(hidden).select_one("aside")
    assert told is not None
    assert WHY in told.text
    assert "Olu" in told.text


def test_another_session_of_the_same_person_is_asked_anew(app: Union, cast: Cast, hidden: str, olu: Visitor) -> None:
    opened(olu, hidden)
    Visitor(app, cast.olu).get(hidden, 302)
    olu.get(hidden)


def test_until_then_nothing_of_it_is_reached_by_any_page(
    app: Union, cast: Cast, hidden: str, ann: Visitor, olu: Visitor
) -> None:
    case = id_of(hidden)
    leading = [f"{hidden}{tail}" for tail in ("/readers", "/hand-over", "/close", "/about")]
    pages = ("law", "receipts/new", "tasks", "owed", "attachments", "letters")
    leading += [f"/cases/{case}/{page}" for page in pages]
    for path in leading:
        assert olu.get(path, 302).location == f"/cases/{case}/opening"
    olu.post(f"{hidden}/notes", {"words": "Une note."}, 404)
    olu.post(f"{hidden}/take", status=404)
    results = olu.search("/search", "Ann").text
    assert not re.search(r"R-[2-9A-Z]{6}", results)  # a token of a form may hold the two signs


def test_its_day_stands_on_the_first_pages_and_nothing_else_of_it(
    cast: Cast, hidden: str, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    code = ann.page(hidden).select_one("h1 .code")
    assert code is not None
    for path in ("/", "/agenda", "/grievances"):
        page = olu.get(path).text
        assert f"/cases/{id_of(hidden)}/opening" in page
        assert code.text in page
        assert hidden not in page
        assert id_of(hidden) not in sal.get(path).text
    assert hidden in ann.get("/grievances").text  # who reported it opens it as before


def test_a_foreign_case_is_not_asked_for_a_reason(
    app: Union, cast: Cast, hidden: str, zed: Visitor, sal: Visitor
) -> None:
    for stranger in (zed, sal):
        stranger.get(hidden, 404)
        stranger.get(f"/cases/{id_of(hidden)}/opening", 404)
        stranger.post(f"/cases/{id_of(hidden)}/opening", {"why": WHY}, 404)


def test_a_reason_is_asked_from_now_on_and_who_reported_it_ends_that(cast: Cast, ann: Visitor, olu: Visitor) -> None:
    case = case_of(report(ann, problem="discrimination", about="oneself"))
    olu.get(case)
    olu.post(f"/cases/{id_of(case)}/reason/ask")
    olu.get(case, 302)
    opened(olu, case)
    olu.post(f"/cases/{id_of(case)}/reason/ask", status=422)
    olu.post(f"/cases/{id_of(case)}/reason/leave", status=422)
    ann.post(f"/cases/{id_of(case)}/reason/leave")
    Visitor(olu.app, cast.olu).get(case)


def test_an_ordinary_case_asks_no_reason(ann: Visitor, olu: Visitor) -> None:
    case = case_of(report(ann))
    olu.post(f"/cases/{id_of(case)}/reason/ask", status=422)
    olu.get(case)


def test_who_reported_it_about_themselves_opens_it_to_the_desk_alone(hidden: str, ann: Visitor, sal: Visitor) -> None:
    ann.post(f"{hidden}/ordinary", {"why": "Je le veux ainsi."})
    sal.get(hidden)


def test_anybody_else_needs_a_second_reader(hidden: str, ann: Visitor, olu: Visitor, sal: Visitor) -> None:
    opened(olu, hidden)
    olu.post(f"{hidden}/ordinary", {"why": "Elle accepte."})
    sal.get(hidden, 404)
    olu.post(f"/cases/{id_of(hidden)}/ordinary/agree", status=422)  # their own
    ann.post(f"/cases/{id_of(hidden)}/ordinary/decline")
    sal.get(hidden, 404)
    ann.post(f"/cases/{id_of(hidden)}/ordinary/agree", status=422)  # nothing waits any more
    olu.post(f"{hidden}/ordinary", {"why": "Elle accepte maintenant."})
    assert "Elle accepte maintenant." in ann.get(hidden).text
    ann.post(f"/cases/{id_of(hidden)}/ordinary/agree")
    sal.get(hidden)


def test_taken_back_nobody_else_reads_it(cast: Cast, hidden: str, ann: Visitor, olu: Visitor) -> None:
    opened(olu, hidden)
    olu.post(f"{hidden}/take")
    ann.post(f"{hidden}/withdraw")
    olu.get(hidden, 404)
    assert "/opening" not in olu.get("/").text
    ann.get(hidden)


def test_how_the_person_is_reached_is_chosen_and_changed(hidden: str, ann: Visitor, olu: Visitor) -> None:
    ann.edit(f"{hidden}/reach", {"channel": "meeting", "safe_hours": "après 19 h"})
    opened(olu, hidden)
    shown = olu.get(f"{hidden}?lang=fr").text
    assert "après 19 h" in shown
    assert "En personne" in shown
    ann.edit(f"{hidden}/reach", {"channel": "pigeon"}, 422)


@pytest.fixture
def sol(app: Union, cast: Cast) -> Visitor:
    """Another one of the secretariat."""
    with app.store.maintaining() as session:
        account = new_account(session, "sol", Role.SECRETARIAT, None)
    return Visitor(app, account)


def waiting(app: Union, cast: Cast) -> list[UUID]:
    with app.store.reading(cast.reach("sal")) as session:
        return list(session.scalars(select(SealRequest.id)))


def code_of(app: Union, case: str) -> str:
    with app.store.maintaining() as session:
        return session.get_one(Case, UUID(id_of(case))).code


def test_two_of_the_secretariat_break_a_seal_and_everybody_named_is_told(
    app: Union, cast: Cast, hidden: str, ann: Visitor, olu: Visitor, sal: Visitor, sol: Visitor
) -> None:
    why = "Olu est injoignable et un délai expire."
    sal.post("/confidential", {"code": code_of(app, hidden).lower(), "why": why})
    (request,) = waiting(app, cast)
    sal.post(f"/confidential/{request}/break", status=422)  # never alone
    sal.get(hidden, 404)
    assert "/confidential" in sol.get("/").text
    sol.post(f"/confidential/{request}/break")
    sol.get(hidden, 404)  # whoever agreed reads nothing by it
    opened(sal, hidden, why)
    assert SECRET in sal.get(hidden).text
    first = ann.page("/")
    assert first.select(".told")
    told = ann.page(hidden).select_one("aside")
    assert told is not None
    assert why in told.text
    assert "Sol" in told.text
    assert "Sal" in told.text
    assert waiting(app, cast) == []


def test_who_left_the_secretariat_since_breaks_no_seal(
    app: Union, cast: Cast, hidden: str, sal: Visitor, sol: Visitor
) -> None:
    sal.post("/confidential", {"code": code_of(app, hidden), "why": WHY})
    (request,) = waiting(app, cast)
    with app.store.maintaining() as session:
        account = session.get_one(Account, cast.sal)
        account.grants[0].role = Role.ORGANISER
    sol.post(f"/confidential/{request}/break", status=422)
    with app.store.maintaining() as session:
        named = session.scalars(select(CaseParty.account_id).where(CaseParty.case_id == UUID(id_of(hidden)))).all()
    assert cast.sal not in named


def test_a_code_of_nothing_is_asked_alike(app: Union, cast: Cast, hidden: str, sal: Visitor, sol: Visitor) -> None:
    real = sal.post("/confidential", {"code": code_of(app, hidden), "why": WHY})
    none = sal.post("/confidential", {"code": "R-ZZZZZZ", "why": WHY})
    assert (real.status_code, real.location) == (none.status_code, none.location)
    for request in waiting(app, cast):
        sol.post(f"/confidential/{request}/decline")
    sal.get(hidden, 404)


def test_nobody_but_the_secretariat_asks(app: Union, hidden: str, olu: Visitor, ann: Visitor, lex: Visitor) -> None:
    for one in (olu, ann, lex):
        one.get("/confidential", 403)
        one.post("/confidential", {"code": code_of(app, hidden), "why": WHY}, 403)


def test_a_request_is_over_after_three_days(
    app: Union, cast: Cast, hidden: str, sal: Visitor, sol: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    sal.post("/confidential", {"code": code_of(app, hidden), "why": WHY})
    (request,) = waiting(app, cast)
    monkeypatch.setattr(breaking, "LASTS", timedelta(seconds=-1))
    sol.post(f"/confidential/{request}/break", status=422)
    sal.get(hidden, 404)
    with app.store.maintaining() as session:
        assert breaking.EXPIRING.over(session, JobContext.__new__(JobContext)) == [request]
        breaking.EXPIRING.remove(session, request)
    assert waiting(app, cast) == []


def test_an_open_case_takes_no_reason(ann: Visitor, olu: Visitor) -> None:
    """Its page leads on; what is sent all the same writes no line that somebody opened it."""
    case = case_of(report(ann))
    for _ in range(2):
        assert olu.post(f"/cases/{id_of(case)}/opening", {"why": WHY}).location == case
    assert WHY not in olu.get(case).text
