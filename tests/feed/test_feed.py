"""The calendar: a secret address that tells codes and kinds of dates, to nobody whose account or role has ended."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import time
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import icalendar
import pytest
from babel.dates import format_date
from sqlalchemy import func, select

from tests.browsing import Visitor
from tests.cast import PASSWORD, Cast
from tests.grievances.reports import case_of, report
from tests.layoffs.desk import basis_confirmed, csv, opened, taken
from union.accounts.models import Account
from union.app import Union
from union.cases.dates import HEARING, CaseDate, Dated, Source
from union.cases.models import Case
from union.feed.events import HEARD
from union.feed.models import LASTS, CalendarFeed
from union.jobs import housekeeping
from union.jobs.worker import JobContext
from union.law.dates.periods import Rule
from union.record.chain import Act, RecordEntry
from union.web.locale import today

ALAMI = "7;Alami;Sara;Employé;01/01/2020;{left};5000,00;0;;10000,00;{signed}"


def address(visitor: Visitor, language: str = "fr") -> str:
    page = visitor.post(f"/account/calendar/renew?lang={language}", {"current": PASSWORD}, status=200)
    found = re.search(r"https?://[^<\s]+\.ics", page.text)
    assert found, page.text
    return urlsplit(found[0]).path


def events(stranger: Visitor, path: str) -> list[icalendar.Event]:
    answer = stranger.get(path)
    assert answer.mimetype == "text/calendar"
    assert answer.headers["Cache-Control"] == "no-store"
    *found, last = icalendar.Calendar.from_ical(answer.data).events
    assert last["dtstart"].dt == today() + LASTS  # the calendar says itself when it stops
    return found


@pytest.fixture
def dispute(app: Union, cast: Cast, olu: Visitor) -> str:
    basis_confirmed(app)
    place = opened(olu, cast)
    left, signed = today() + timedelta(days=30), today() - timedelta(days=2)
    rows = [
        ALAMI.format(left=f"{left:%d/%m/%Y}", signed=f"{signed:%d/%m/%Y}").replace("7;", f"{n};", 1) for n in (7, 8)
    ]
    rows[1] = rows[1].replace("Alami;Sara", "Bennis;Karim")
    taken(olu, place, csv(*rows))
    return place


def test_the_events_tell_code_and_kind_and_nothing_else(
    app: Union, cast: Cast, olu: Visitor, stranger: Visitor, dispute: str
) -> None:
    path = address(olu)
    found = events(stranger, path)
    with app.store.reading(cast.reach("olu")) as session:
        case = session.scalars(select(Case)).one()
        code, due = case.code, case.due_on
    # five periods of two people alike: each is one event
    assert len(found) == 5
    assert {str(one["summary"]).split(" · ")[0] for one in found} == {code}
    theirs, *ours = sorted(found, key=lambda one: one["dtstart"].dt)
    assert "Dernier jour de l’employeur pour remettre le certificat de travail" in str(theirs["summary"])
    first = ours[0]
    assert first["dtstart"].dt == due  # what the employer has to do is not the next step of the dispute
    assert str(first["summary"]).startswith(f"{code} · D")
    text = stranger.get(path).text.casefold()
    for told in ("alami", "bennis", "sara", "anfa", "atlas", "olu", "départs de fin", str(cast.here)):
        assert told not in text
    assert len({one["uid"] for one in found}) == 5
    again = events(stranger, path)
    assert {one["uid"] for one in again} == {one["uid"] for one in found}  # a telephone knows them again


def test_the_words_are_of_the_language_in_which_it_was_made(olu: Visitor, stranger: Visitor, dispute: str) -> None:
    arabic, text = address(olu, "ar"), ""
    text = " ".join(str(one["summary"]) for one in events(stranger, arabic))
    assert re.search("[\u0600-\u06ff]", text)
    assert "tribunal" not in text


def test_a_new_address_ends_the_old_one_and_revoking_ends_all(app: Union, olu: Visitor, stranger: Visitor) -> None:
    first = address(olu)
    second = address(olu)
    assert first != second
    nowhere = stranger.get("/calendar/none.ics", 404).data
    assert stranger.get(first, 404).data == nowhere
    stranger.get(second)
    assert second.split("/")[-1] not in olu.get("/account/calendar").text  # shown once
    olu.post("/account/calendar/revoke")
    assert stranger.get(second, 404).data == nowhere
    olu.post("/account/calendar/revoke")  # nothing is left to revoke


def test_the_database_holds_no_address(app: Union, cast: Cast, olu: Visitor) -> None:
    secret = address(olu).split("/")[-1].removesuffix(".ics")
    with app.store.reading(cast.reach("olu")) as session:
        feed = session.scalars(select(CalendarFeed)).one()
        assert feed.secret == hashlib.sha256(secret.encode()).digest()


def test_what_ends_an_account_ends_its_calendar(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, stranger: Visitor, dispute: str
) -> None:
    path = address(olu)
    assert len(events(stranger, path)) == 5
    sal.post(f"/accounts/{cast.olu}/closing", {"every": str(cast.sal)})  # the dispute that Olu follows
    sal.post(f"/accounts/{cast.olu}/disable")
    stranger.get(path, 404)
    sal.post(f"/accounts/{cast.olu}/enable")
    stranger.get(path, 404)  # an account that is opened again makes a new one
    path = address(Visitor(app, cast.olu))
    assert len(events(stranger, path)) == 5
    with app.store.maintaining() as session:  # moved to another site: nothing of here any more
        session.get_one(Account, cast.olu).grants[0].places[0].workplace_id = cast.there
    assert events(stranger, path) == []
    with app.store.maintaining() as session:
        grant = session.get_one(Account, cast.olu).grants[0]
        grant.term = dataclasses.replace(grant.term, ended_on=today())
    stranger.get(path, 404)


def test_a_delegate_has_his_own_cases_only(ann: Visitor, stranger: Visitor, dispute: str) -> None:
    assert events(stranger, address(ann)) == []


def test_a_fetch_is_in_the_record_once_a_day(app: Union, cast: Cast, olu: Visitor, stranger: Visitor) -> None:
    path = address(olu)
    for _ in range(3):
        stranger.get(path)
    with app.store.reading(cast.reach("sal")) as session:
        found = [
            one.event
            for one in session.scalars(select(RecordEntry).order_by(RecordEntry.sequence))
            if one.event.kind == "calendar_feed"
        ]
    assert [one.act for one in found] == [Act.CREATED, Act.EXPORTED]
    assert {one.by for one in found} == {cast.olu}


def test_an_address_that_never_stops_asking_is_told_to_wait(app: Union, olu: Visitor, stranger: Visitor) -> None:
    app.extensions["union.limiter"].reset()
    path, other = address(olu), "/calendar/none.ics"
    for _ in range(60):
        assert stranger.client.get(path).status_code == 200
    stranger.get(path, 429)
    stranger.get(other, 404)  # another one is counted apart
    app.extensions["union.limiter"].reset()


def test_no_address_without_the_password(app: Union, cast: Cast, olu: Visitor, stranger: Visitor) -> None:
    path = address(olu)
    olu.post("/account/calendar/renew", {"current": "un autre mot de passe"}, 422)
    olu.post("/account/calendar/renew", {}, 422)
    stranger.get(path)  # and the one of before goes on
    with app.store.reading(cast.reach("olu")) as session:
        assert session.scalars(select(func.count(CalendarFeed.id))).one() == 1


def test_wrong_passwords_are_counted_with_those_of_a_new_password(app: Union, olu: Visitor) -> None:
    app.extensions["union.limiter"].reset()
    for _ in range(5):
        olu.post("/account/calendar/renew", {"current": "un autre mot de passe"}, 422)
        olu.post(
            "/account/password", {"current": "un autre mot de passe", "password": "cinq mots que personne sait"}, 422
        )
    olu.post("/account/calendar/renew", {"current": PASSWORD}, 429)
    app.extensions["union.limiter"].reset()


def test_another_password_and_the_end_of_the_sessions_end_it(
    app: Union, cast: Cast, olu: Visitor, sal: Visitor, stranger: Visitor
) -> None:
    first = address(olu)
    olu.post("/account/sessions/end")
    stranger.get(first, 404)
    second = address(olu)
    sal.post(f"/accounts/{cast.olu}/sessions/end")
    stranger.get(second, 404)
    olu = Visitor(app, cast.olu)
    third = address(olu)
    olu.post("/account/password", {"current": PASSWORD, "password": "cinq mots que personne sait"})
    stranger.get(third, 404)
    with app.store.reading(cast.reach("sal")) as session:
        told = [one.event for one in session.scalars(select(RecordEntry)) if one.event.kind == "calendar_feed"]
    assert [one.act for one in told if one.act is Act.REMOVED] == [Act.REMOVED] * 3


def test_it_ends_by_itself_and_the_page_says_when(app: Union, cast: Cast, olu: Visitor, stranger: Visitor) -> None:
    path = address(olu)
    assert day_in_french(today() + LASTS) in olu.get("/account/calendar").text
    aged(app, cast, LASTS)
    stranger.get(path)  # its last day
    aged(app, cast, timedelta(days=1))
    assert stranger.get(path, 404).data == stranger.get("/calendar/none.ics", 404).data
    housekeeping.expire(JobContext(app.store, lambda account: None, app.files))
    with app.store.reading(cast.reach("olu")) as session:
        assert session.scalars(select(CalendarFeed)).all() == []


def aged(app: Union, cast: Cast, by: timedelta) -> None:
    with app.store.writing(cast.reach("olu")) as session:
        feed = session.scalars(select(CalendarFeed)).one()
        feed.made = dataclasses.replace(feed.made, at=feed.made.at - by)


def day_in_french(value: date) -> str:
    return str(format_date(value, "d MMM y", locale="fr_MA"))


def test_the_hour_of_a_confidential_case_is_not_told_either(
    app: Union, cast: Cast, ann: Visitor, stranger: Visitor
) -> None:
    """Only a court has hours."""
    case = UUID(case_of(report(ann)).split("/")[-1])
    heard = today() + timedelta(days=40)
    with app.store.maintaining() as session:
        session.add(
            CaseDate(
                case_id=case,
                workplace_id=cast.here,
                source=Source.COURT,
                source_id=uuid4(),
                due_on=heard,
                dated=Dated(HEARING, hour="09:30"),
            )
        )
    path = address(ann)
    assert any(isinstance(one["dtstart"].dt, datetime) for one in events(stranger, path))
    with app.store.maintaining() as session:
        session.get_one(Case, case).confidential = True
    told = [one["dtstart"].dt for one in events(stranger, path)]
    assert heard in told
    assert not any(isinstance(one, datetime) for one in told)


def test_a_hearing_has_an_end_and_keeps_its_name_where_it_moves(
    app: Union, cast: Cast, ann: Visitor, stranger: Visitor
) -> None:
    case = UUID(case_of(report(ann)).split("/")[-1])
    with app.store.maintaining() as session:
        row = CaseDate(
            case_id=case,
            workplace_id=cast.here,
            source=Source.COURT,
            source_id=uuid4(),
            due_on=today() + timedelta(days=40),
            dated=Dated(HEARING, hour="09:30", hearing=str(uuid4())),
        )
        session.add(row)
        session.flush()
        row_id = row.id
    path = address(ann)
    before = {one["uid"]: one for one in events(stranger, path)}
    (heard,) = (one for one in before.values() if isinstance(one["dtstart"].dt, datetime))
    assert heard["dtend"].dt - heard["dtstart"].dt == HEARD
    assert all(one["dtend"].dt > one["dtstart"].dt for one in before.values())
    time.sleep(1.1)  # an edition is counted in seconds
    with app.store.maintaining() as session:
        moved = session.get_one(CaseDate, row_id)
        moved.due_on = today() + timedelta(days=47)
        moved.dated = dataclasses.replace(moved.dated, hour="11:00")
    after = {one["uid"]: one for one in events(stranger, path)}
    assert after.keys() == before.keys()
    assert after[heard["uid"]]["dtstart"].dt - heard["dtstart"].dt == timedelta(days=7, hours=1, minutes=30)
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in before)


@pytest.mark.parametrize("confidential", [False, True])
@pytest.mark.parametrize("source", [Source.RECEIPT, Source.KEPT])
def test_a_later_date_keeps_its_name_where_an_earlier_one_goes(
    app: Union, cast: Cast, ann: Visitor, stranger: Visitor, source: Source, confidential: bool
) -> None:
    case, papers = UUID(case_of(report(ann)).split("/")[-1]), [uuid4(), uuid4()]
    days = [today() + timedelta(days=20), today() + timedelta(days=30)]

    def put(paper: UUID, on: date) -> None:
        with app.store.maintaining() as session:
            session.add(
                CaseDate(
                    case_id=case,
                    workplace_id=cast.here,
                    source=source,
                    source_id=paper,
                    due_on=on,
                    dated=Dated(str(Rule.RECEIPT_DENUNCIATION)),
                )
            )

    def gone(paper: UUID) -> None:
        with app.store.maintaining() as session:
            session.delete(session.scalars(select(CaseDate).where(CaseDate.source_id == paper)).one())

    def names() -> dict[date, str]:
        found = events(stranger, path)
        assert len({one["uid"] for one in found}) == len(found)
        return {one["dtstart"].dt: str(one["uid"]) for one in found}

    for paper, on in zip(papers, days, strict=True):
        put(paper, on)
    with app.store.maintaining() as session:
        session.get_one(Case, case).confidential = confidential
    path = address(ann)
    before = names()
    gone(papers[0])
    after = names()
    assert days[0] not in after
    assert after[days[1]] == before[days[1]]
    if source is Source.KEPT:
        return  # kept as it is
    gone(papers[1])  # a paper that is changed gives its dates anew
    put(papers[1], days[0])
    assert names()[days[0]] == before[days[1]]


def test_papers_of_two_people_on_one_day_are_one_event(app: Union, cast: Cast, ann: Visitor, stranger: Visitor) -> None:
    case, on = UUID(case_of(report(ann)).split("/")[-1]), today() + timedelta(days=20)
    for key in "7", "8":
        with app.store.maintaining() as session:
            session.add(
                CaseDate(
                    case_id=case,
                    workplace_id=cast.here,
                    source=Source.RECEIPT,
                    source_id=uuid4(),
                    due_on=on,
                    dated=Dated(str(Rule.RECEIPT_DENUNCIATION), key=key),
                )
            )
    assert len([one for one in events(stranger, address(ann)) if one["dtstart"].dt == on]) == 1


@pytest.mark.parametrize(("language", "word"), [("fr", "Échéance"), ("ar", "أجل"), ("en", "Deadline")])
def test_a_confidential_case_is_its_day_alone(
    app: Union, cast: Cast, ann: Visitor, stranger: Visitor, language: str, word: str
) -> None:
    case = UUID(case_of(report(ann)).split("/")[-1])
    path = address(ann, language)
    before = events(stranger, path)
    assert before
    with app.store.maintaining() as session:
        found = session.get_one(Case, case)
        found.confidential = True
        code = found.code
    after = events(stranger, path)
    assert {one["dtstart"].dt for one in after} == {one["dtstart"].dt for one in before}
    assert {str(one["summary"]) for one in after} == {word}
    assert code not in stranger.get(path).text
