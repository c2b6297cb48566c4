"""Doing a step: its day and its proof are asked, the next opens with its date, and a path that changes rewrites no
past."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest

from tests.browsing import Visitor
from tests.cases.desk import due_on, grievance, words
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from union.app import Union
from union.grievances import step_words
from union.grievances.models import Agreed, Done, Grievance, Paper, Problem, Proof
from union.grievances.steps import recount, still_open
from union.law.paths import declared
from union.law.sources.sentence import Sentence
from union.web.locale import today

DAY = timedelta(days=1)
CLAIMED = {"code": "wage_claim", "proof": "registered", "proof_words": "RR 12 345 678 9 MA"}


@pytest.fixture
def case(app: Union, cast: Cast) -> UUID:
    """A claim for wages of ten days ago, which the person agreed to."""
    found = grievance(app, cast, Paper.OTHER_EVENT, today() - 10 * DAY, problem=Problem.PAY)
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, found)
        row.account = dataclasses.replace(row.account, agreed=Agreed.YES)
        recount(row)
    return found


def stored(app: Union, case_id: UUID) -> Grievance:
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, case_id)
        session.expunge(row)
        return row


def done_on(days: int) -> dict[str, str]:
    return {**CLAIMED, "on": f"{today() - days * DAY:%d/%m/%Y}"}


def test_its_day_and_proof_are_kept_and_the_next_opens(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    address = f"/grievances/{case}"
    assert "wage_answer" not in {one.code for one in still_open(stored(app, case).account)}
    olu.post(f"{address}/steps", done_on(2))
    (done,) = stored(app, case).account.done
    assert (done.on, done.marked_on, done.proof) == (today() - 2 * DAY, today(), Proof.REGISTERED)
    opened = {one.code: one for one in still_open(stored(app, case).account)}
    assert opened["wage_answer"].follow_up_on == today() + 6 * DAY
    court = opened["wage_court"].by
    assert court is not None
    assert court.start == today() - 2 * DAY, "a new full two years from the claim (DOC 383)"
    shown = words(olu, f"{address}?lang=fr")
    for said in ("RR 12 345 678 9 MA", "Lettre recommandée", "Aucun délai de la loi ne court"):
        assert said in shown, said
    olu.post(f"{address}/steps/undo", {"code": "wage_claim"})
    assert "wage_answer" not in {one.code for one in still_open(stored(app, case).account)}
    assert "RR 12 345 678 9 MA" in words(olu, address), "the timeline keeps both lines"


@pytest.mark.parametrize("wrong", ["", "demain", f"{today() + 3 * DAY:%d/%m/%Y}"])
def test_a_wrong_day_is_asked_again_with_what_was_typed(app: Union, olu: Visitor, case: UUID, wrong: str) -> None:
    answer = olu.post(f"/grievances/{case}/steps", {**CLAIMED, "on": wrong}, 422)
    assert "on-error" in answer.text
    assert "RR 12 345 678 9 MA" in answer.text
    assert stored(app, case).account.done == ()


def test_a_step_without_a_proof_takes_none(app: Union, olu: Visitor, case: UUID) -> None:
    olu.post(f"/grievances/{case}/steps", {**done_on(0), "code": "individual_claim"}, 302)
    (done,) = stored(app, case).account.done
    assert (done.proof, done.proof_words) == (None, "")


def test_the_day_of_asking_again_stands_in_the_agenda(app: Union, cast: Cast, olu: Visitor, case: UUID) -> None:
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, case)
        codes = {one.code for one in still_open(row.account)} - {"wage_claim"}
        row.account = dataclasses.replace(row.account, done=tuple(Done(code, today(), "Olu") for code in codes))
        recount(row)
    olu.post(f"/grievances/{case}/steps", done_on(0))
    assert due_on(app, cast, case) == today() + 8 * DAY
    assert "répond à la réclamation" in words(olu, "/agenda?lang=fr")


def test_a_path_that_changes_rewrites_no_past(
    app: Union, olu: Visitor, case: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of that day stay, also where the step has other words now, or is gone from every path."""
    address = f"/grievances/{case}?lang=fr"
    olu.post(f"/grievances/{case}/steps", done_on(1))
    before = " ".join(step_words.words_of_today("wage_claim")["fr"].split())
    act = declared.ACTS["wage_claim"]
    for acts in (
        {**declared.ACTS, "wage_claim": dataclasses.replace(act, what=Sentence("Something else altogether."))},
        {code: one for code, one in declared.ACTS.items() if code != "wage_claim"},
    ):
        monkeypatch.setattr(step_words, "ACTS", acts)
        shown = words(olu, address)
        assert shown.count(before) >= 2, "among the steps done and in the timeline"
        assert "Something else altogether" not in shown


def test_a_step_of_before_its_day_was_asked_opens_nothing(app: Union, olu: Visitor, case: UUID) -> None:
    with app.store.maintaining() as session:
        row = session.get_one(Grievance, case)
        row.account = dataclasses.replace(row.account, done=(Done("wage_claim", today() - 3 * DAY, "Olu"),))
    codes = {one.code for one in still_open(stored(app, case).account)}
    assert not {"wage_claim", "wage_answer", "wage_court"} & codes
    assert "Réunir bulletins" in words(olu, f"/grievances/{case}?lang=fr"), "it reads as before"


def test_a_report_of_harassment_is_a_kind_of_its_own(app: Union, ann: Visitor) -> None:
    said = {"harm": "harassment", "agreed": "not_asked"}
    made = case_of(report(ann, first={"paper": "other_event", "when": "today"}, problem="health", **said))
    account = stored(app, UUID(made.rsplit("/", 1)[1])).account
    assert account.problem is Problem.HARASSMENT
    assert {one.code for one in still_open(account)} == {
        "call_person",
        "harassment_diary",
        "see_doctor",
        "harassment_paths",
    }
