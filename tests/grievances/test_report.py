"""Ann reports a problem on her phone; the answer is the same whoever it is about."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import FIRST, HARASSMENT, case_of, fields, forward, opened, report
from union.accounts.models import GrantPlace
from union.app import Union
from union.grievances.models import For, Grievance, Paper, Problem
from union.grievances.steps import steps
from union.web.locale import today


def filed(app: Union) -> list[Grievance]:
    with app.store.maintaining() as session:
        found = list(session.scalars(select(Grievance)))
        for one in found:
            assert one.account
            session.expunge(one)
        return found


def test_four_steps_for_a_colleague_entrusted(app: Union, cast: Cast, ann: Visitor, olu: Visitor) -> None:
    page = ann.page("/grievances/new")
    assert "1" in page.select_one(".step-of").text
    page = forward(ann, page, 2, **FIRST)
    page = forward(ann, page, 3, problem="discipline")
    assert "drogue" in page.text or "drugs" in page.text
    page = forward(ann, page, 4, about="entrusted", member=str(cast.mina), facts="La lettre\nest venue lundi.")
    sent = {**fields(page), "demand": "La réintégration."}
    receipt = ann.post("/grievances", sent).location
    (case,) = filed(app)
    said = case.account
    assert (said.problem, said.paper, said.event_on) == (Problem.DISCIPLINE, Paper.DISMISSAL_LETTER, date(2026, 8, 3))
    assert (said.about, said.about_name, said.filed_on) == (For.ENTRUSTED, "Mina El Fassi", today())
    assert (case.member_id, case.employment_id, case.workplace_id) == (cast.mina, cast.mina_employment, cast.here)
    assert said.facts.splitlines() == ["La lettre", "est venue lundi."]
    assert case.due_on is not None
    assert case.code in ann.get(receipt).text
    assert case.code in olu.get("/grievances?tab=new").text
    assert "Mina El Fassi" in olu.get(case_of(receipt)).text
    ann.get(case_of(receipt))


def test_a_step_is_not_passed_empty_and_nothing_is_written(app: Union, ann: Visitor) -> None:
    page = ann.page("/grievances/new")
    page = forward(ann, page, 2, status=422)
    assert page.select("#error-summary-title")
    page = forward(ann, page, 2, **FIRST)
    page = forward(ann, page, 3, status=422)
    assert page.select("input[name=problem]")
    assert page.select_one("input[type=hidden][name=event_on]")["value"] == "03/08/2026"
    assert filed(app) == []


def test_back_keeps_everything(cast: Cast, ann: Visitor) -> None:
    page = forward(ann, ann.page("/grievances/new"), 2, **FIRST)
    page = forward(ann, page, 3, problem="health")
    typed = {
        "about": "another",
        "about_name": "Samir K.",
        "about_phone": "12",
        "facts": "Cris\nau plateau",
        "confidential": "",
    }
    sent = {name: value for name, value in {**fields(page), **typed}.items() if name != "confidential"}
    page = forward(ann, page, 2, **{**typed, "confidential": "y"})
    page = forward(ann, page, 1)
    assert fields(page)["event_on"] == "03/08/2026"
    page = forward(ann, page, 2)
    page = forward(ann, page, 3)
    kept = fields(page)
    assert (kept["about"], kept["about_name"], kept["about_phone"]) == ("another", "Samir K.", "12")
    assert kept["facts"].strip().splitlines() == ["Cris", "au plateau"]
    assert sent["readers"] == kept["readers"] == str(cast.olu)
    page = forward(ann, page, 4, status=422)  # 12 is no telephone number: said now, shown as typed
    assert fields(page)["about_phone"] == "12"


@pytest.mark.parametrize(
    ("first", "field"),
    [
        ({"paper": "sanction"}, "event_on"),
        ({"paper": "sanction", "when": "another"}, "event_on"),
        ({"paper": "sanction", "when": "today", "event_on": "03/08/2020"}, "event_on"),
        ({"paper": "sanction", "event_on": "31/02/2026"}, "event_on"),
        ({"paper": "sanction", "event_on": "01/01/2009"}, "event_on"),
        ({"when": "today"}, "paper"),
    ],
)
def test_a_day_that_cannot_be_used_is_said(ann: Visitor, first: dict[str, str], field: str) -> None:
    page = forward(ann, ann.page("/grievances/new"), 2, status=422, **first)
    assert page.select(f"#{field}-error")


def test_a_day_to_come_is_refused(ann: Visitor) -> None:
    tomorrow = f"{today() + timedelta(days=1):%d/%m/%Y}"
    page = forward(ann, ann.page("/grievances/new"), 2, status=422, paper="sanction", event_on=tomorrow)
    assert fields(page)["event_on"] == tomorrow


def test_no_paper_starts_a_clock_too(app: Union, ann: Visitor) -> None:
    report(ann, first={"paper": "badge_stopped", "when": "yesterday"}, problem="other_paper" and "discipline")
    (case,) = filed(app)
    assert case.account.event_on == today() - timedelta(days=1)
    assert case.due_on is not None
    assert case.due_on <= today() + timedelta(days=90)


def test_the_receipt_is_the_same_whoever_it_is_about(app: Union, cast: Cast, ann: Visitor) -> None:
    """Entrusted, a member who is not (Omar), somebody unknown, oneself: one answer but for the code and the address."""
    shown = set()
    for about in (
        {"about": "entrusted", "member": str(cast.mina)},
        {"about": "another", "about_name": "Omar El Fassi"},
        {"about": "another", "about_name": "Nobody Known", "about_phone": "0612345678"},
        {"about": "oneself"},
    ):
        answer = ann.get(report(ann, problem="discipline", **about))
        text = re.sub(r"R-[2-9A-Z]{6}", "CODE", re.sub(r"/(grievances|cases)/[0-9a-f-]{36}", "/CASE", answer.text))
        shown.add(re.sub(r'name="csrf_token" value="[^"]*"', "", text))
    assert len(shown) == 1
    assert {one.account.about_name for one in filed(app) if one.member_id is None} == {
        "Omar El Fassi",
        "Nobody Known",
        "Ann",
    }


def test_health_is_confidential_unless_said_otherwise(
    app: Union, cast: Cast, ann: Visitor, olu: Visitor, sal: Visitor
) -> None:
    receipt = report(ann, problem="health", about="another", about_name="Salma")
    (case,) = filed(app)
    assert case.confidential
    opened(olu, case_of(receipt))
    olu.get(case_of(receipt))
    sal.get(case_of(receipt), 404)
    page = forward(ann, forward(ann, ann.page("/grievances/new"), 2, **FIRST), 3, problem="health")
    sent = {**fields(page), **HARASSMENT, "about": "oneself", "go": "4"}
    del sent["confidential"]
    page = ann.post("/grievances/new", sent, 200)
    assert 'name="confidential"' not in page.text


def test_a_confidential_report_without_a_reader_is_refused(app: Union, ann: Visitor) -> None:
    page = forward(ann, forward(ann, ann.page("/grievances/new"), 2, **FIRST), 3, problem="health")
    sent = {**fields(page), "about": "oneself", "go": "4"}
    del sent["readers"]
    answer = ann.post("/grievances/new", sent, 422)
    assert "readers-error" in answer.text


def test_what_was_not_offered_is_refused(app: Union, cast: Cast, ann: Visitor) -> None:
    page = forward(ann, forward(ann, ann.page("/grievances/new"), 2, **FIRST), 3, problem="pay")
    forward(ann, page, 4, 422, about="entrusted", member=str(cast.omar))
    forward(ann, page, 4, 422, about="oneself", readers=str(cast.zed))
    ann.post("/grievances/new", {**fields(page), "about": "oneself", "go": "9"}, 422)
    ann.post("/grievances/new", {**fields(page), "somewhere": "else", "go": "4"}, 422)
    assert filed(app) == []


def test_filed_twice_is_one_report(app: Union, ann: Visitor) -> None:
    page = forward(ann, forward(ann, ann.page("/grievances/new"), 2, **FIRST), 3, problem="pay")
    page = forward(ann, page, 4, about="oneself")
    sent = {**fields(page), "demand": "Le paiement."}
    assert ann.post("/grievances", sent).location == ann.post("/grievances", sent).location
    assert len(filed(app)) == 1


def test_an_organiser_reports_about_a_member_from_his_page(app: Union, cast: Cast, olu: Visitor) -> None:
    page = forward(olu, olu.page(f"/grievances/new?member={cast.omar}"), 2, **FIRST)
    page = forward(olu, page, 3, problem="transfer")
    assert fields(page)["about"] == "entrusted"
    page = forward(olu, page, 4)
    olu.post("/grievances", {**fields(page), "demand": "Le motif."})
    assert [one.member_id for one in filed(app)] == [cast.omar]
    olu.get(f"/grievances/new?member={cast.rita}")  # out of reach: as if nobody had been named
    assert "Rita" not in olu.get(f"/grievances/new?member={cast.rita}").text


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_every_step_in_every_language(ann: Visitor, cast: Cast, lang: str) -> None:
    page = forward(ann, ann.page(f"/grievances/new?lang={lang}"), 2, **FIRST)
    assert page.html["lang"] == lang
    page = forward(ann, page, 3, problem="health")
    page = forward(ann, page, 4, about="entrusted", member=str(cast.mina), **HARASSMENT)
    ann.get(ann.post("/grievances", {**fields(page), "demand": "…"}).location)


def test_a_delegate_who_has_no_workplace_begins_nothing_and_loses_nothing(app: Union, cast: Cast, ann: Visitor) -> None:
    page = forward(ann, ann.page("/grievances/new"), 2, **FIRST)
    page = forward(ann, page, 3, problem="pay")
    page = forward(ann, page, 4, about="oneself", facts="Personne ne répond.")
    with app.store.maintaining() as session:  # the reporter's role at the site is ended in the middle of it
        for place in session.scalars(select(GrantPlace).where(GrantPlace.account_id == cast.ann)):
            session.delete(place)
    kept = ann.post("/grievances", {**fields(page), "demand": "Une réponse."}, 422).text
    for said in ("Une réponse.", "Personne ne répond.", "plus de lieu de travail"):
        assert said in kept
    assert "Personne ne répond." in ann.get("/grievances/new").text
    ann.post("/grievances/new/discard")
    assert ann.page("/grievances/new").select_one("#main-form") is None


def test_the_hour_of_an_accident_is_kept_shown_and_counted_from(app: Union, ann: Visitor, olu: Visitor) -> None:
    first = {"paper": "other_event", "when": "today", "event_at": "14h30"}
    page = forward(ann, ann.page("/grievances/new"), 2, **{**first, "event_at": "trois heures"}, status=422)
    page = forward(ann, page, 2, **first)
    page = forward(ann, page, 3, problem="health")
    page = forward(ann, page, 4, about="oneself", facts="Menace au téléphone.", harm="accident", agreed="yes")
    receipt = ann.post("/grievances", {**fields(page), "demand": "La déclaration.", "confidential": ""}).location
    (case,) = filed(app)
    assert case.account.event_at == "14:30"
    (told,) = [one for one in steps(case.account) if one.code == "tell_accident"]
    assert told.by is not None
    assert told.by.hour == time(14, 30)
    assert all(one.by is None or one.by.idle_hour is None for one in steps(case.account))
    assert "14:30" in ann.page(case_of(receipt)).get_text(" ", strip=True)


def test_the_receipt_tells_what_is_to_be_done_before_any_date(app: Union, cast: Cast, ann: Visitor) -> None:
    """A stopped badge has a date in two months, and things to do today: the date alone would put them off."""
    ann.get("/account?lang=en")
    receipt = report(ann, first={"paper": "badge_stopped", "when": "today"}, problem="discipline")
    page = ann.page(receipt)
    assert filed(app)[0].at_once
    assert "Something is to be done today" in page.get_text()
    assert page.select_one(f"main a[href='{receipt.removesuffix('/receipt')}']") is not None
