"""A delegate's mandate: fifteen hours with what is left, the meeting, its note two days before, the answer in six
days."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cases.desk import words
from tests.cast import Cast
from tests.grievances.reports import case_of, report
from tests.reading_back import read_back
from union.app import Union
from union.grievances.models import Agreed, Grievance
from union.jobs.housekeeping import forget
from union.jobs.worker import JobContext
from union.mandates.actions import KEPT
from union.mandates.forms import _minutes
from union.mandates.models import MandateHours, Meeting
from union.members.models import Held, Mandate, MandateKind
from union.members.named import OwnFile
from union.web.locale import today


@pytest.fixture
def elected(app: Union, cast: Cast, ann: Visitor) -> Visitor:
    """Ann, whose own file is Omar's and says that she is a delegate."""
    return _elected(app, cast, ann, MandateKind.DELEGATE_FULL)


def _elected(app: Union, cast: Cast, ann: Visitor, kind: MandateKind) -> Visitor:
    job = {"employment_id": cast.omar_employment, "workplace_id": cast.here, "member_id": cast.omar}
    with app.store.maintaining() as session:
        session.add(OwnFile(account_id=cast.ann, member_id=cast.omar))
        session.add(Mandate(**job, held=Held(kind, today() - timedelta(days=400))))
    return ann


def hours(visitor: Visitor, length: str, status: int = 302, **more: str) -> str:
    sent = {"on": today().strftime("%d/%m/%Y"), "hours": length, "purpose": "colleagues", **more}
    return visitor.post("/mandate/hours", sent, status).text


def planned(visitor: Visitor, on: date) -> str:
    return str(visitor.post("/mandate/meetings", {"met_on": on.strftime("%d/%m/%Y")}).location)


def kept(visitor: Visitor, address: str, status: int = 302, **typed: str) -> str:
    page = visitor.page(address)
    form = page.select_one("#main-form")
    assert form is not None
    sent = {str(one["name"]): str(one.get("value", "")) for one in form.select("input[type=text], input[name=version]")}
    sent |= {str(one["name"]): one.text for one in form.select("textarea")}
    return visitor.post(address, {**sent, **typed}, status).text


def test_what_is_left_of_fifteen_hours(elected: Visitor) -> None:
    assert "15 h left of 15" in words(elected, "/mandate?lang=en")
    hours(elected, "2h30")
    hours(elected, "٤")
    hours(elected, "3", exceptional="y")
    said = words(elected, "/mandate?lang=en")
    assert "8.5 h left of 15" in said
    assert "6.5 h used" in said
    assert "3 h exceptional" in said
    hours(elected, "10")
    assert "1.5 h over" in words(elected, "/mandate?lang=en")


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2", 120),
        ("1,5", 90),
        ("2h30", 150),
        ("2:30", 150),
        ("45 min", 45),
        ("3 heures", 180),
        ("2h75", None),
        ("x", None),
    ],
)
def test_how_a_length_of_time_is_read(typed: str, minutes: int | None) -> None:
    assert _minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "x", "0", "25", "2h75", "-3", "1e9", "٣٣٣"])
def test_a_wrong_length_is_refused_and_stays(elected: Visitor, app: Union, typed: str) -> None:
    assert typed in hours(elected, typed, 422)
    with app.store.maintaining() as session:
        assert session.scalars(select(MandateHours)).all() == []


def test_a_day_to_come_and_a_day_of_25_hours_are_refused(elected: Visitor) -> None:
    hours(elected, "2", 422, on=(today() + timedelta(days=1)).strftime("%d/%m/%Y"))
    hours(elected, "20")
    hours(elected, "5", 422)


def test_an_entry_is_struck_out(elected: Visitor, app: Union) -> None:
    hours(elected, "2")
    with app.store.maintaining() as session:
        (row,) = session.scalars(select(MandateHours.id)).all()
    elected.post(f"/mandate/hours/{row}/strike")
    assert "15 h left of 15" in words(elected, "/mandate?lang=en")


def test_an_alternates_hours_are_never_said_as_certain(app: Union, cast: Cast, ann: Visitor) -> None:
    _elected(app, cast, ann, MandateKind.DELEGATE_ALTERNATE)
    assert "stands in no text read" in words(ann, "/mandate?lang=en")


def test_without_a_mandate_the_page_leads_to_the_organiser(ann: Visitor, app: Union) -> None:
    assert "ask your organiser" in words(ann, "/mandate?lang=en")
    hours(ann, "2", 422)
    ann.post("/mandate/meetings", {"met_on": "10/12/2026"}, 422)
    with app.store.maintaining() as session:
        assert session.scalars(select(MandateHours)).all() == []


def test_a_candidate_has_no_hours(app: Union, cast: Cast, ann: Visitor) -> None:
    _elected(app, cast, ann, MandateKind.CANDIDATE)
    assert "ask your organiser" in words(ann, "/mandate?lang=en")


def test_the_note_is_due_two_days_before_and_its_answer_six_days_after(elected: Visitor) -> None:
    address = planned(elected, today() + timedelta(days=10))
    kept(elected, address, points="Les pauses\nLa navette de nuit\n")
    said = words(elected, f"{address}?lang=en")
    assert "2 days at least before" in said
    assert "461" in said
    home = words(elected, "/?lang=en")
    assert "Hand in the delegates' written note" in home
    assert "Hand in the delegates' written note" in words(elected, "/agenda?lang=en")
    kept(elected, address, noted_on=today().strftime("%d/%m/%Y"))
    assert "Hand in the delegates' written note" not in words(elected, "/?lang=en")
    assert "Last day of the employer to answer the delegates' note in the register" in words(elected, "/agenda?lang=en")
    kept(elected, address, answered_on=today().strftime("%d/%m/%Y"), answer="Accordé.")
    assert "Last day of the employer" not in words(elected, "/agenda?lang=en")


def test_an_answer_before_the_note_is_refused_and_what_was_typed_stays(elected: Visitor) -> None:
    address = planned(elected, today() + timedelta(days=10))
    text = kept(elected, address, 422, points="Les pauses", answered_on=today().strftime("%d/%m/%Y"))
    assert "Les pauses" in text


@pytest.mark.parametrize("points", ["x" * 501, "\n".join(f"Point {at}" for at in range(41))])
def test_a_list_that_no_meeting_gets_through_is_refused(elected: Visitor, points: str) -> None:
    address = planned(elected, today() + timedelta(days=10))
    assert "Au plus 40 points" in kept(elected, address, 422, points=points)


def test_nobody_else_reads_a_mandate(elected: Visitor, app: Union, cast: Cast, zed: Visitor, olu: Visitor) -> None:
    address = planned(elected, today() + timedelta(days=10))
    hours(elected, "2")
    zed.get(address, 404)
    olu.get(address, 404)
    for name in ("olu", "sal", "zed"):
        with app.store.reading(cast.reach(name)) as session:
            assert session.scalars(select(MandateHours)).all() == []
            assert session.scalars(select(Meeting)).all() == []


def test_a_case_becomes_a_point_only_with_the_agreement_of_its_person(elected: Visitor, app: Union, cast: Cast) -> None:
    asked = case_of(report(elected, about="another", about_name="Karim", agreed="not_asked"))
    agreed = case_of(report(elected, about="another", about_name="Samira Tahiri", agreed="yes"))
    with app.store.maintaining() as session:
        states = {one.account.agreed for one in session.scalars(select(Grievance))}
    assert Agreed.YES in states
    address = planned(elected, today() + timedelta(days=10))
    offered = [str(one["value"]) for one in elected.page(address).select("[name=cases]")]
    assert offered == [agreed.rsplit("/", 1)[1]]
    assert asked.rsplit("/", 1)[1] not in offered
    kept(elected, address, cases=offered[0])
    page = elected.page(address)
    points = page.select_one("textarea[name=points]")
    assert points is not None
    assert "Le paiement du mois d'août." in points.text
    assert "Samira" not in page.get_text()
    kept(elected, address, cases=offered[0], noted_on=today().strftime("%d/%m/%Y"))
    with app.store.maintaining() as session:
        noted = {str(one.id): one.account.noted_on for one in session.scalars(select(Grievance))}
    assert noted[offered[0]] == today(), "the six days run on the case too"


def test_a_confidential_case_is_never_a_point_and_learns_nothing_of_a_note(
    elected: Visitor, app: Union, cast: Cast
) -> None:
    """Neither one that is, nor one that became so after it was put among the points; nor by its id, sent all the
    same."""
    hidden = case_of(report(elected, about="another", about_name="Samira Tahiri", agreed="yes")).rsplit("/", 1)[1]
    other = case_of(report(elected, about="another", about_name="Karim Idrissi", agreed="yes")).rsplit("/", 1)[1]
    address = planned(elected, today() + timedelta(days=10))
    kept(elected, address, cases=hidden)
    elected.post(f"/grievances/{hidden}/confidential", {})
    assert [str(one["value"]) for one in elected.page(address).select("[name=cases]")] == [other]
    kept(elected, address, noted_on=today().strftime("%d/%m/%Y"), points="Le paiement du mois.")
    sent = {"on": (today() + timedelta(days=10)).strftime("%d/%m/%Y"), "points": "x", "cases": hidden}
    elected.post(address, sent, 422)
    with app.store.maintaining() as session:
        noted = {str(one.id): one.account.noted_on for one in session.scalars(select(Grievance))}
    assert noted[hidden] is None


def test_what_is_kept_of_a_mandate_goes_after_its_years_and_no_case_with_it(
    elected: Visitor, app: Union, cast: Cast
) -> None:
    case = case_of(report(elected, about="another", about_name="Samira Tahiri", agreed="yes")).rsplit("/", 1)[1]
    address = planned(elected, today() + timedelta(days=10))
    kept(elected, address, cases=case)
    elected.post(f"/grievances/{case}/confidential", {})
    forget(JobContext(app.store, lambda account: None, app.files))
    with app.store.maintaining() as session:
        row = session.scalars(select(Meeting)).one()
        row.met = dataclasses.replace(row.met, on=today() - KEPT - timedelta(days=1))
    forget(JobContext(app.store, lambda account: None, app.files))
    with app.store.maintaining() as session:
        assert session.scalars(select(Meeting)).all() == []
        assert str(session.scalars(select(Grievance)).one().id) == case


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_note_is_printed(elected: Visitor, language: str) -> None:
    address = planned(elected, today() + timedelta(days=10))
    elected.get(f"{address}/note", 404)
    kept(elected, address, points="Les pauses\nLa navette de nuit")
    answer = elected.get(f"{address}/note?in={language}&way=sign")
    assert answer.mimetype == "application/pdf"
    text = read_back(answer.data)
    assert "Les pauses" in text
    assert "461" in text
    assert "Omar" not in text


def test_the_calendar_knows_the_meeting(elected: Visitor) -> None:
    address = planned(elected, today() + timedelta(days=10))
    kept(elected, address, points="Les pauses")
    page = elected.post("/account/calendar/renew", {"current": "quatre mots qui restent"}, 200).text
    link = page.split("/calendar/", 1)[1].split(".ics", 1)[0]
    calendar = elected.get(f"/calendar/{link}.ics").text
    assert "la note écrite des délégués" in calendar.replace("\r\n ", "")
    assert "Les pauses" not in calendar
