"""What a report begins with harms nobody, and what was mistyped or found out later is put right and counted anew."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.grievances.reports import FIRST, HARASSMENT, case_of, fields, forward, opened, report
from tests.grievances.test_case import stored, version
from union.app import Union
from union.grievances.models import Agreed, Grievance, Harm, Paper
from union.grievances.steps import still_open
from union.record import chain
from union.web.locale import today

TEN_YEARS_AGO = date(today().year - 10, 8, 3)


def codes(app: Union, case: str) -> list[str]:
    return [one.code for one in still_open(stored(app, case).account)]


def test_a_delegate_who_reports_harassment_is_never_told_to_tell_the_employer(
    app: Union, ann: Visitor, olu: Visitor
) -> None:
    """Neither on the home page nor on the case; the receipt's promise holds."""
    case = case_of(report(ann, first={"paper": "other_event", "when": "today"}, problem="health"))
    for lang, words in (("fr", "Prévenir l’employeur"), ("ar", "إشعار المشغل"), ("en", "Tell the employer")):
        for page in (f"/?lang={lang}", f"{case}?lang={lang}", f"/grievances?lang={lang}"):
            assert words.casefold() not in ann.get(page).text.casefold()
    assert codes(app, case) == ["call_person", "harassment_diary", "see_doctor", "harassment_paths"]
    assert stored(app, case).due_on is None


@pytest.mark.parametrize("left_out", ["harm", "agreed"])
def test_of_health_both_are_asked_before_anything_else(ann: Visitor, left_out: str) -> None:
    page = forward(ann, forward(ann, ann.page("/grievances/new"), 2, **FIRST), 3, problem="health")
    for name in ("harm", "agreed"):
        assert page.select(f"input[name={name}]")
        assert not page.select(f"input[name={name}][checked]"), "a default would answer for the person"
    told = {name: value for name, value in HARASSMENT.items() if name != left_out}
    page = forward(ann, page, 4, status=422, about="oneself", **told)
    assert page.select(f"#{left_out}-error")


def test_an_accident_is_told_once_the_person_agreed_and_by_the_organiser(
    app: Union, ann: Visitor, olu: Visitor
) -> None:
    said = {"harm": "accident", "agreed": "not_asked"}
    case = case_of(report(ann, first={"paper": "other_event", "when": "today"}, problem="health", **said))
    assert codes(app, case) == ["see_doctor_at_once", "ask_about_accident"]
    opened(olu, case)
    olu.post(f"{case}/take")
    asked = {"harm": "accident", "agreed": "yes", "how": "", "version": version(olu, f"{case}/known")}
    assert "how-error" in olu.post(f"{case}/known", asked, 422).text
    olu.post(f"{case}/known", {**asked, "how": "Appelée ce matin, elle accepte."})
    assert {"tell_accident", "check_declaration"} <= set(codes(app, case))
    kept = olu.get(f"{case}?lang=fr").text
    assert "Appelée ce matin, elle accepte." in kept
    assert not ann.page(case).select("input[name=code][value=tell_accident]")
    ann.post(f"{case}/steps", {"code": "tell_accident", "on": f"{today():%d/%m/%Y}"}, 422)


def test_the_register_runs_from_a_note_that_was_handed_in(app: Union, ann: Visitor) -> None:
    case = case_of(report(ann, problem="pay"))
    assert "ask_agreement" in codes(app, case)
    assert not {"written_note", "register_answer"} & set(codes(app, case))
    day = (today() - timedelta(days=1)).strftime("%d/%m/%Y")
    refused = {"agreed": "not_asked", "noted_on": day, "version": version(ann, f"{case}/known")}
    assert "noted_on-error" in ann.post(f"{case}/known", refused, 422).text
    agreed = {"agreed": "yes", "how": "C'est moi.", "version": version(ann, f"{case}/known")}
    ann.post(f"{case}/known", agreed)
    assert {"written_note", "individual_claim"} <= set(codes(app, case))
    ann.post(f"{case}/steps", {"code": "written_note", "on": f"{today():%d/%m/%Y}"}, 422)  # it is done by its day
    ann.post(f"{case}/known", {"agreed": "yes", "noted_on": day, "version": version(ann, f"{case}/known")})
    answer = next(one for one in still_open(stored(app, case).account) if one.code == "register_answer")
    assert answer.by is not None
    assert answer.by.legal_on == today() + timedelta(days=5)
    assert "written_note" not in codes(app, case)
    assert "written_note" in {one.code for one in stored(app, case).account.done}


def test_undoing_the_note_stops_its_six_days(app: Union, ann: Visitor, olu: Visitor) -> None:
    case = case_of(report(ann, problem="pay"))
    told = {"agreed": "yes", "how": "Oui.", "noted_on": today().strftime("%d/%m/%Y")}
    olu.post(f"{case}/known", {**told, "version": version(olu, f"{case}/known")})
    olu.post(f"{case}/steps/undo", {"code": "written_note"})
    assert stored(app, case).account.noted_on is None
    assert "register_answer" not in codes(app, case)


def test_a_stopped_badge_claims_no_certificate_before_the_end_is_established(
    app: Union, ann: Visitor, olu: Visitor
) -> None:
    case = case_of(report(ann, first={"paper": "badge_stopped", "when": "yesterday"}, problem="discipline"))
    assert codes(app, case)[:3] == ["stay_available", "date_the_stop", "ask_in_writing"]
    assert not {"claim_certificate", "claim_ipe"} & set(codes(app, case))
    assert "ended_on" not in ann.get(f"{case}/known").text  # an end is established by who works the case
    end = {"agreed": "not_asked", "ended_on": today().strftime("%d/%m/%Y"), "version": version(olu, f"{case}/known")}
    olu.post(f"{case}/known", end)
    assert {"claim_certificate", "claim_ipe"} <= set(codes(app, case))


def test_pay_that_is_late_starts_no_ninety_days(app: Union, ann: Visitor) -> None:
    case = case_of(report(ann, first={"paper": "pay_late", "when": "today"}, problem="pay"))
    assert stored(app, case).account.paper is Paper.PAY_LATE
    assert not {"go_to_court", "claim_certificate"} & set(codes(app, case))


def test_a_year_long_ago_is_asked_about_before_a_clock_starts(app: Union, ann: Visitor) -> None:
    first = {"paper": "dismissal_letter", "when": "another", "event_on": f"{TEN_YEARS_AGO:%d/%m/%Y}"}
    page = forward(ann, ann.page("/grievances/new?lang=fr"), 2, status=422, **first)
    assert str(TEN_YEARS_AGO.year) in page.select_one("#event_on-error").text
    assert "il y a 10 ans ?" in page.select_one("#event_on-error").text.replace("\xa0", " ").replace("\u202f", " ")
    assert not page.select("input[name=sure][checked]")
    another = {**first, "event_on": f"{TEN_YEARS_AGO - timedelta(days=1):%d/%m/%Y}"}
    page = forward(ann, page, 2, status=422, sure=TEN_YEARS_AGO.isoformat(), **another)  # said of another day
    page = forward(ann, page, 2, sure=TEN_YEARS_AGO.isoformat(), **first)
    page = forward(ann, page, 3, problem="discipline")
    page = forward(ann, page, 4, about="oneself")
    ann.post("/grievances", {**fields(page), "demand": "Le droit."})
    with app.store.maintaining() as session:
        assert [one.account.event_on for one in session.scalars(select(Grievance))] == [TEN_YEARS_AGO]


def test_a_day_to_come_is_asked_about(ann: Visitor) -> None:
    first = {"paper": "sanction", "when": "another", "event_on": f"{today() + timedelta(days=20):%d/%m/%Y}"}
    page = forward(ann, ann.page("/grievances/new?lang=fr"), 2, status=422, **first)
    told = page.select_one("#event_on-error").text
    assert str((today() + timedelta(days=20)).year - 1) in told


@pytest.fixture
def mistyped(ann: Visitor) -> str:
    first = {"paper": "sanction", "when": "another", "event_on": f"{TEN_YEARS_AGO:%d/%m/%Y}"}
    return case_of(report(ann, first={**first, "sure": TEN_YEARS_AGO.isoformat()}, problem="discipline"))


def corrected(visitor: Visitor, case: str, status: int = 302, **said: str) -> str:
    sent = {**fields(visitor.page(f"{case}/correct")), **said}
    return visitor.post(f"{case}/correct", {name: value for name, value in sent.items() if value}, status).text


def test_the_reporter_corrects_on_the_day_and_the_dates_are_counted_anew(
    app: Union, cast: Cast, ann: Visitor, mistyped: str
) -> None:
    before = stored(app, mistyped).due_on
    right = today() - timedelta(days=2)
    corrected(ann, mistyped, event_on=f"{right:%d/%m/%Y}", event_at="14h30", paper="dismissal_letter")
    case = stored(app, mistyped)
    assert (case.account.event_on, case.account.paper) == (right, Paper.DISMISSAL_LETTER)
    assert case.account.event_at == "14:30"
    assert case.due_on != before
    assert case.due_on is not None
    assert case.due_on > today()
    line = ann.page(f"{mistyped}?lang=fr").select_one("ol.timeline").text
    assert str(TEN_YEARS_AGO.year) in line
    assert "Une lettre de licenciement" in line
    with app.store.maintaining() as session:
        notes = [one.event.note for one in session.scalars(select(chain.RecordEntry))]
    assert "corrected" in notes


def test_a_correction_that_says_nothing_new_is_refused(ann: Visitor, mistyped: str) -> None:
    corrected(ann, mistyped, 422)


def test_a_correction_of_what_somebody_changed_shows_both(ann: Visitor, olu: Visitor, mistyped: str) -> None:
    sent = {**fields(ann.page(f"{mistyped}/correct")), "demand": "Autre chose."}
    corrected(olu, mistyped, facts="Un autre récit.")
    assert "Autre chose." in ann.post(f"{mistyped}/correct", {k: v for k, v in sent.items() if v}, 409).text


def _filed(app: Union, case: str, on: date) -> None:
    with app.store.maintaining() as session:
        found = session.get_one(Grievance, UUID(case.rsplit("/", 1)[1]))
        found.account = dataclasses.replace(found.account, filed_on=on)


def test_after_the_day_the_reporter_asks_and_the_organiser_corrects(
    app: Union, ann: Visitor, olu: Visitor, zed: Visitor, mistyped: str
) -> None:
    sent = {**fields(ann.page(f"{mistyped}/correct")), "event_on": f"{today():%d/%m/%Y}"}
    _filed(app, mistyped, today() - timedelta(days=1))
    ann.post(f"{mistyped}/correct", {k: v for k, v in sent.items() if v}, 422)  # the day went by while it was typed
    assert ann.get(f"{mistyped}/correct", 302).location == f"{mistyped}/ask-correction"
    ann.post(f"{mistyped}/ask-correction", {"words": " "}, 422)
    ann.post(f"{mistyped}/ask-correction", {"words": "Reçue en 2026, pas en 2016."})
    assert "Reçue en 2026, pas en 2016." in olu.page(mistyped).select_one("main .note-soon").text
    olu.get(f"{mistyped}/ask-correction", 404)
    for page in ("correct", "ask-correction", "known"):
        zed.get(f"{mistyped}/{page}", 404)
    corrected(olu, mistyped, event_on=f"{today():%d/%m/%Y}")
    assert stored(app, mistyped).account.correction_asked == ""
    assert not olu.page(mistyped).select("main .note-soon a")


def test_a_closed_case_is_not_corrected(olu: Visitor, ann: Visitor, mistyped: str) -> None:
    olu.post(f"{mistyped}/take")
    olu.post(f"{mistyped}/close", {"outcome": "won", "words": "Fini.", "version": version(olu, f"{mistyped}/close")})
    olu.get(f"{mistyped}/correct", 404)
    ann.post(f"{mistyped}/ask-correction", {"words": "Trop tard."}, 422)


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_each_page_in_each_language(ann: Visitor, olu: Visitor, lang: str) -> None:
    case = case_of(report(ann, problem="health"))
    ann.get(f"/?lang={lang}")
    olu.get(f"/?lang={lang}")
    opened(olu, case)
    told = {"harm": "wear", "agreed": "no", "how": "", "version": version(olu, f"{case}/known")}
    olu.post(f"{case}/known", told)
    assert stored(olu.app, case).account.agreed is Agreed.NO
    assert stored(olu.app, case).account.harm is Harm.WEAR
    for visitor, pages in ((ann, ("", "/correct", "/ask-correction", "/known")), (olu, ("", "/correct", "/known"))):
        for page in pages:
            visitor.get(f"{case}{page}")


def test_the_pages_of_a_correction_do_not_tell_its_reporter_that_a_case_was_tied_to_a_member(
    cast: Cast, ann: Visitor, olu: Visitor, mistyped: str
) -> None:
    """A version that moves while nothing changed for the reader tells whether the colleague reported about is a
    member."""
    pages = ("correct", "known")
    before = [version(ann, f"{mistyped}/{page}") for page in pages]
    sent = {**fields(ann.page(f"{mistyped}/correct")), "demand": "Autre chose."}
    olu.post(f"{mistyped}/about", {"member": str(cast.omar)})
    assert [version(ann, f"{mistyped}/{page}") for page in pages] == before
    ann.post(f"{mistyped}/correct", {k: v for k, v in sent.items() if v})
