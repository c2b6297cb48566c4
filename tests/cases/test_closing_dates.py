"""A case is not closed over a date that runs: somebody decides on each, and what is kept stands everywhere
afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from tests.browsing import Visitor
from tests.cases import desk
from tests.cases.ending import answers, ended
from tests.cast import Cast
from tests.layoffs import desk as disputes
from union.app import Union
from union.cases import date_words, dates
from union.cases.closing_answers import CaseClosing
from union.cases.dates import CaseDate, Dated, Source
from union.cases.models import Case, Stage
from union.feed.events import events
from union.grievances.models import Paper
from union.jobs.housekeeping import keep_up
from union.law.dates.periods import Rule
from union.web.locale import today

ENDING = {"outcome": "settled", "words": "Accord signé."}
COURT = "action_after_dismissal"


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    """A dismissal letter of ten days ago: ninety days to go to court, and more."""
    return desk.grievance(app, cast, Paper.DISMISSAL_LETTER, today() - timedelta(days=10))


def calendar(app: Union, cast: Cast, case_id: UUID) -> dict[str, date]:
    with app.store.reading(cast.reach("olu")) as session:
        return {one.rule: one.on for one in events(session) if one.case_id == case_id}


def ahead(app: Union, cast: Cast, case_id: UUID) -> dict[str, date]:
    """Of an open case what is still to come."""
    return {rule: on for rule, on in calendar(app, cast, case_id).items() if on >= today()}


def token_of(olu: Visitor, address: str, words: str) -> str:
    """The question whose legend says this."""
    for field in olu.page(address).select("fieldset"):
        legend, asked = field.select_one("legend"), field.select_one("select[name^=fate_]")
        if legend is not None and asked is not None and words in legend.get_text():
            return str(asked["name"]).removeprefix("fate_")
    raise AssertionError(f"{words} is not asked about")


def version(olu: Visitor, address: str) -> str:
    found = olu.page(address).select_one("form#main-form input[name=version]")
    assert found is not None
    return str(found["value"])


def test_no_case_is_closed_over_a_date_that_nobody_decided_on(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    place = f"/grievances/{case}"
    before = ahead(app, cast, case)
    assert COURT in before
    said = desk.words(olu, f"{place}/close?lang=en")
    assert "Dates that still run" in said
    assert "court" in said
    typed = answers(olu, place, fate="") | ENDING | {"version": version(olu, f"{place}/close")}
    refused = olu.post(f"{place}/close", typed, 422).text
    assert "Say what happens with each date that still runs." in refused
    assert "Accord signé." in refused
    assert desk.due_on(app, cast, case) is not None
    assert ahead(app, cast, case) == before


def test_a_date_that_is_kept_stands_everywhere_after_the_close(
    app: Union, cast: Cast, olu: Visitor, case: UUID
) -> None:
    place = f"/grievances/{case}"
    olu.get("/account?lang=en")
    before = ahead(app, cast, case)
    ended(olu, place, "kept", **ENDING)
    with app.store.reading(cast.reach("olu")) as session:
        assert session.get_one(Case, case).stage is Stage.CLOSED
    assert desk.due_on(app, cast, case) == min(before.values())
    assert calendar(app, cast, case) == before
    for page in ("/", "/agenda"):
        assert "After the close:" in desk.words(olu, page)
    assert "Dates after the close" in desk.words(olu, place)
    assert "1 closed with a date that runs on" in desk.words(olu, "/agenda")
    assert [one.act for one in desk.acts_of(app, cast, case)].count("date_kept") == len(before)


def test_what_is_given_up_leaves_the_agenda_and_says_why(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    place = f"/grievances/{case}"
    olu.get("/account?lang=en")
    typed = answers(olu, place, "given_up", why="") | ENDING | {"version": version(olu, f"{place}/close")}
    assert "Say why, in a few words" in olu.post(f"{place}/close", typed, 422).text
    ended(olu, place, "given_up", **ENDING)
    assert desk.due_on(app, cast, case) is None
    assert calendar(app, cast, case) == {}
    said = desk.words(olu, place)
    assert "It is given up" in said
    assert "Réglé." in said
    assert "After the close:" not in desk.words(olu, "/agenda")


def test_a_date_moves_to_a_day_that_the_law_still_knows(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    place = f"/grievances/{case}"
    olu.get("/account?lang=en")
    token, to = token_of(olu, f"{place}/close", "court"), today() + timedelta(days=20)
    typed = answers(olu, place) | ENDING | {"version": version(olu, f"{place}/close"), f"fate_{token}": "moved"}
    late = (today() + timedelta(days=200)).isoformat()
    assert "The last day of the law" in olu.post(f"{place}/close", typed | {f"to_{token}": late}, 422).text
    yesterday = (today() - timedelta(days=1)).isoformat()
    assert "today or later" in olu.post(f"{place}/close", typed | {f"to_{token}": yesterday}, 422).text
    olu.post(f"{place}/close", typed | {f"to_{token}": to.isoformat()})
    assert desk.due_on(app, cast, case) == to
    assert calendar(app, cast, case) == {COURT: to}


def test_a_date_that_came_meanwhile_asks_again(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    place = f"/grievances/{case}"
    typed = answers(olu, place) | ENDING | {"version": version(olu, f"{place}/close")}
    olu.post(f"/cases/{case}/receipts/new", {"kind": "receipt", "signed_on": today().isoformat()})
    again = olu.post(f"{place}/close", typed | {"version": version(olu, f"{place}/close")}, 409)
    assert "Accord signé." in again.text
    assert "Réglé." in again.text
    assert str(today() + timedelta(days=60))[:4] in again.text
    with app.store.reading(cast.reach("olu")) as session:
        assert session.get_one(Case, case).stage is not Stage.CLOSED
    ended(olu, place, **ENDING)


def test_decisions_after_the_close(app: Union, cast: Cast, olu: Visitor, lex: Visitor, case: UUID) -> None:
    place, page = f"/grievances/{case}", f"/cases/{case}/dates"
    olu.get("/account?lang=en")
    olu.get(page, 302)
    ended(olu, place, "kept", **ENDING)
    token = token_of(olu, page, "court")
    asked = str(olu.page(page).select_one("input[name=asked]")["value"])
    olu.post(page, {"asked": asked}, 422)
    olu.post(page, {"asked": asked, f"fate_{token}": "done"}, 422)
    olu.post(page, {"asked": asked, f"fate_{token}": "done", f"why_{token}": "Requête déposée."})
    assert COURT not in calendar(app, cast, case)
    assert calendar(app, cast, case)
    said = desk.words(olu, page)
    assert "Requête déposée." in said
    olu.post(page, {"asked": asked, f"fate_{token}": "done", f"why_{token}": "Encore."}, 409)
    lex.get(page, 404)


def test_a_case_opened_again_has_its_dates_as_before(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    place = f"/grievances/{case}"
    before, left, due = calendar(app, cast, case), ahead(app, cast, case), desk.due_on(app, cast, case)
    ended(olu, place, "given_up", **ENDING)
    olu.post(f"{place}/reopen", {"why": "Rien n'est venu.", "version": version(olu, f"{place}/reopen")})
    assert (calendar(app, cast, case), desk.due_on(app, cast, case)) == (before, due)
    assert not [one for one in desk.dates_of(app, cast, case) if one[1].met_on]
    ended(olu, place, "kept", **ENDING)  # asked anew
    assert calendar(app, cast, case) == left


def test_a_date_put_into_a_closed_case_stands_in_the_agenda(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    ended(olu, f"/grievances/{case}", "given_up", **ENDING)
    on = today() + timedelta(days=9)
    with app.store.writing(cast.reach("olu")) as session:
        found = session.get_one(Case, case)
        dates.put(session, found, Source.COURT, cast.mina, [(on, Dated(dates.HEARING, legal_on=on))])
    assert desk.due_on(app, cast, case) == on
    assert calendar(app, cast, case) == {dates.HEARING: on}


def test_cases_closed_when_nobody_asked_come_back(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    before = ahead(app, cast, case)
    ended(olu, f"/grievances/{case}", "given_up", **ENDING)
    with app.store.maintaining() as session:
        session.execute(delete(CaseClosing))
        session.execute(delete(CaseDate))
    keep_up(app.worker.hand)
    assert calendar(app, cast, case) == before
    assert desk.due_on(app, cast, case) is not None


def test_a_dispute_asks_once_for_all_who_share_a_kind_of_date(app: Union, cast: Cast, olu: Visitor) -> None:
    disputes.basis_confirmed(app)
    place = disputes.opened(olu, cast)
    disputes.taken(olu, place)
    case = disputes.case_id(place)
    before = ahead(app, cast, case)
    asked = olu.page(f"{place}/close").select("select[name^=fate_]")
    assert len(asked) == len(before) > 1
    olu.post(f"{place}/close", {"words": "Accord."}, 409)
    ended(olu, place, "given_up", words="Accord.")
    assert calendar(app, cast, case) == {}
    assert desk.due_on(app, cast, case) is None
    olu.post(f"{place}/reopen", {"why": "Rien n'est payé."})
    ended(olu, place, "kept", words="Accord.")
    assert calendar(app, cast, case) == before
    assert str(Rule.ACTION_AFTER_DISMISSAL) in before


def test_a_decision_that_does_not_open_hides_no_date(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    before = ahead(app, cast, case)
    ended(olu, f"/grievances/{case}", "given_up", **ENDING)
    with app.store.maintaining() as session:
        row = session.scalars(select(CaseClosing)).one()
        row.answers_sealed = row.answers_sealed[:-1] + bytes([row.answers_sealed[-1] ^ 1])
    with app.store.writing(cast.reach("olu")) as session:
        dates.recount(session.get_one(Case, case))
    assert calendar(app, cast, case) == before
    for page in ("/", "/agenda", f"/grievances/{case}", f"/cases/{case}/dates"):
        olu.get(page)


def test_the_page_asks_for_a_reason_only_of_what_it_offers(olu: Visitor, case: UUID) -> None:
    said = desk.words(olu, f"/grievances/{case}/close?lang=fr")
    assert "abandonnée ou déplacée" in said
    assert "ou faite" not in said, "done is no answer before the close"


def test_the_other_sides_last_day_is_one_sentence() -> None:
    assert date_words.by_whom("Remettre le certificat", "employer").endswith(" remettre le certificat")
    assert date_words.by_whom("saisir le tribunal", "worker") == "Saisir le tribunal"
