"""The alarm of a calendar: none unless its holder asks for it, and nothing in it of a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import icalendar
import pytest
from sqlalchemy import select

from tests.browsing import Visitor
from tests.cast import Cast
from tests.feed.test_feed import address
from tests.grievances.reports import case_of, report
from union.app import Union
from union.cases.dates import HEARING, CaseDate, Dated, Source
from union.cases.models import Case
from union.feed.events import Event, calendar
from union.feed.models import Alarm
from union.record.chain import Act, RecordEntry
from union.web.locale import CASABLANCA, today

HEARD_ON, EARLY_ON = today() + timedelta(days=40), today() + timedelta(days=41)
DAY = timedelta(days=1)


@pytest.fixture
def case(app: Union, cast: Cast, ann: Visitor) -> UUID:
    """A case with days, a hearing at half past nine and something that ends in the night."""
    found = UUID(case_of(report(ann)).split("/")[-1])
    with app.store.maintaining() as session:
        for on, hour in (HEARD_ON, "09:30"), (EARLY_ON, "03:00"):
            session.add(
                CaseDate(
                    case_id=found,
                    workplace_id=cast.here,
                    source=Source.COURT,
                    source_id=uuid4(),
                    due_on=on,
                    dated=Dated(HEARING, hour=hour, hearing=str(uuid4())),
                )
            )
    return found


def fetched(stranger: Visitor, path: str) -> list[icalendar.Event]:
    """Every event of an address, that of its own end too."""
    return icalendar.Calendar.from_ical(stranger.get(path).data).events


def at(on: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(on, time(hour, minute), CASABLANCA)


def rings(event: icalendar.Event) -> list[datetime]:
    """The instants at which a telephone in Morocco rings for an event."""
    begins = event["dtstart"].dt
    if not isinstance(begins, datetime):
        begins = at(begins, 0)
    return [begins.astimezone(CASABLANCA) + alarm["trigger"].dt for alarm in event.walk("VALARM")]


def asked(ann: Visitor, alarm: Alarm) -> None:
    ann.post("/account/calendar/alarm", {"alarm": alarm.value})


def test_nothing_rings_unless_it_was_asked_for(ann: Visitor, stranger: Visitor, case: UUID) -> None:
    path = address(ann)
    assert fetched(stranger, path)
    assert "VALARM" not in stranger.get(path).text
    asked(ann, Alarm.MORNING)
    assert "VALARM" in stranger.get(path).text
    asked(ann, Alarm.NONE)
    assert "VALARM" not in stranger.get(path).text


@pytest.mark.parametrize("alarm", [Alarm.EVENING, Alarm.MORNING, Alarm.HOUR])
def test_each_choice_rings_when_it_says(ann: Visitor, stranger: Visitor, case: UUID, alarm: Alarm) -> None:
    path = address(ann)
    asked(ann, alarm)
    found = fetched(stranger, path)
    instants = {
        one["dtstart"].dt.astimezone(CASABLANCA): one for one in found if isinstance(one["dtstart"].dt, datetime)
    }
    days = [one for one in found if not isinstance(one["dtstart"].dt, datetime)]
    assert len(days) >= 2
    assert (
        rings(instants.pop(at(HEARD_ON, 9, 30)))
        == {
            Alarm.EVENING: [at(HEARD_ON - DAY, 20)],
            Alarm.MORNING: [at(HEARD_ON, 8)],
            Alarm.HOUR: [at(HEARD_ON, 8, 30)],
        }[alarm]
    )
    assert (
        rings(instants.pop(at(EARLY_ON, 3)))
        == {
            Alarm.EVENING: [at(EARLY_ON - DAY, 20)],
            Alarm.MORNING: [at(EARLY_ON, 2)],
            Alarm.HOUR: [at(EARLY_ON, 2)],
        }[alarm]
    )
    assert not instants
    for one in days:
        on = one["dtstart"].dt
        assert rings(one) == {Alarm.EVENING: [at(on - DAY, 20)], Alarm.MORNING: [at(on, 8)], Alarm.HOUR: []}[alarm]


@pytest.mark.parametrize("alarm", [Alarm.EVENING, Alarm.MORNING, Alarm.HOUR])
def test_no_alarm_comes_after_the_hour_that_it_is_for(alarm: Alarm) -> None:
    """The clocks of Morocco move too: on 15 February 2026 back, on 22 March forward."""
    for on in date(2026, 2, 15), date(2026, 3, 22), date(2026, 6, 1):
        for event in _every_half_hour(on, alarm):
            (trigger,) = (one["trigger"].dt for one in event.walk("VALARM"))
            assert trigger <= -timedelta(hours=1)
            if alarm is Alarm.EVENING:
                assert (event["dtstart"].dt + trigger).astimezone(CASABLANCA) == at(on - DAY, 20)


def _every_half_hour(on: date, alarm: Alarm) -> Iterator[icalendar.Event]:
    found = [Event(on, "G-1", HEARING, f"{n // 2:02}:{n % 2 * 30:02}", uuid4()) for n in range(48)]
    yield from icalendar.Calendar.from_ical(calendar(found, "Agenda", datetime.now(CASABLANCA), alarm)).events


@pytest.mark.parametrize(("language", "word"), [("fr", "Échéance"), ("ar", "أجل"), ("en", "Deadline")])
def test_an_alarm_says_nothing_of_a_case(
    app: Union, ann: Visitor, stranger: Visitor, case: UUID, language: str, word: str
) -> None:
    path = address(ann, language)
    asked(ann, Alarm.EVENING)
    for confidential in False, True:
        with app.store.maintaining() as session:
            session.get_one(Case, case).confidential = confidential
        alarms = [alarm for one in fetched(stranger, path) for alarm in one.walk("VALARM")]
        assert len(alarms) == len(fetched(stranger, path))
        for alarm in alarms:
            assert set(alarm) == {"ACTION", "TRIGGER", "DESCRIPTION"}
            assert (alarm["action"], alarm["description"]) == ("DISPLAY", word)


def test_an_hour_before_does_not_tell_that_a_confidential_case_has_an_hour(
    app: Union, ann: Visitor, stranger: Visitor, case: UUID
) -> None:
    path = address(ann)
    asked(ann, Alarm.HOUR)
    assert "VALARM" in stranger.get(path).text
    with app.store.maintaining() as session:
        session.get_one(Case, case).confidential = True
    assert "VALARM" not in stranger.get(path).text


def test_the_choice_is_ones_own_and_outlives_a_new_address(
    app: Union, ann: Visitor, sal: Visitor, stranger: Visitor, case: UUID
) -> None:
    """The secretariat reaches every address, and changes its own alone."""
    theirs = address(ann)
    asked(ann, Alarm.EVENING)
    own = address(sal)
    asked(sal, Alarm.NONE)
    assert "VALARM" in stranger.get(theirs).text
    assert "VALARM" not in stranger.get(own).text
    assert chosen(ann) == "evening"
    renewed = address(ann)
    assert "VALARM" in stranger.get(renewed).text
    assert chosen(ann) == "evening"
    ann.post("/account/calendar/revoke")
    address(ann)
    assert chosen(ann) == "none"


def chosen(visitor: Visitor) -> str:
    option = visitor.page("/account/calendar").select_one("select[name=alarm] option[selected]")
    assert option is not None
    return str(option["value"])


def test_a_fetch_keeps_the_alarm(ann: Visitor, stranger: Visitor, case: UUID) -> None:
    path = address(ann)
    asked(ann, Alarm.MORNING)
    stranger.get(path)  # the first of the day is written down beside it
    assert chosen(ann) == "morning"


def test_a_choice_is_in_the_record_once(app: Union, cast: Cast, ann: Visitor) -> None:
    address(ann)
    for alarm in Alarm.EVENING, Alarm.EVENING, Alarm.NONE:
        asked(ann, alarm)
    with app.store.reading(cast.reach("sal")) as session:
        told = [one.event for one in session.scalars(select(RecordEntry).order_by(RecordEntry.sequence))]
    own = [one for one in told if one.kind == "calendar_feed"]
    assert [one.act for one in own] == [Act.CREATED, Act.CHANGED, Act.CHANGED]
    assert {(one.by, one.subject) for one in own} == {(cast.ann, cast.ann)}


def test_what_cannot_be_used_changes_nothing_and_says_what_to_do(ann: Visitor) -> None:
    assert ann.page("/account/calendar").select_one("select[name=alarm]") is None
    nothing = ann.post("/account/calendar/alarm?lang=fr", {"alarm": "evening"}, 422)
    assert "faites-en une nouvelle" in nothing.text
    address(ann)
    asked(ann, Alarm.EVENING)
    for wrong in {"alarm": "noon"}, {"alarm": ""}, {}:
        ann.post("/account/calendar/alarm", wrong, 422)
    assert chosen(ann) == "evening"
