"""What stands in a calendar: of each date the code of its case and what kind of date it is; nobody's name, no place.

A confidential case stands in it by its day alone, without code and step: a telephone that somebody else holds tells
neither that there is one nor what it is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import icalendar
from flask_babel import gettext as _

from union.cases import date_words, dates
from union.cases.clocks import in_the_agenda
from union.cases.closing_answers import CaseClosing, closings_of
from union.cases.dates import Dated
from union.cases.models import Case, Stage
from union.feed.models import Alarm
from union.languages.saying import in_language
from union.law.dates.periods import period_of
from union.store.reach import ReachSession
from union.vault import ring
from union.web.locale import CASABLANCA, language, today

# Filled in `features`: the dates of whoever asks that hang on no case.
BESIDE: list[Callable[[ReachSession], list[Event]]] = []
AGAIN = timedelta(hours=6)  # how often a telephone is asked to come back
EVENING, MORNING = time(20), time(8)  # of alarms
HOUR = timedelta(hours=1)
HEARD = HOUR  # courts say when a hearing begins alone; without an end it takes no room in a calendar
FIRST = datetime(2026, 1, 1, tzinfo=UTC)  # from which the editions of an event are counted


@dataclass(frozen=True)
class Event:
    """One date of one case; people of one list whose dates are alike are one event.

    One without a rule is of a confidential case, one without a case is the end of the address itself.
    """

    on: date
    code: str
    rule: str
    hour: str
    case_id: UUID | None
    which: str = ""  # what tells it from the other dates of its rule: with another day it is the same date

    @property
    def summary(self) -> str:
        """What the telephone shows."""
        if self.case_id is None:
            return str(_("Last day of this calendar: make a new address in your account"))
        return " · ".join(filter(None, (self.code, self.what))) if self.rule else str(_("Deadline"))

    @property
    def what(self) -> str:
        """The kind of date, in the reader's language; where the other side has to act, that it is they and not us."""
        period = period_of(self.rule)
        if period is not None:
            return date_words.by_whom(in_language(period.act, language()), period.bound)
        return date_words.what(Dated(self.rule, hour=self.hour))


def events(session: ReachSession) -> list[Event]:
    """Every date of the open cases in reach: their own steps, and what papers and courts put beside them; and what runs
    on after a close.

    What is to be done at once has no day: it stands on the pages, and would stand in a calendar anew each day.
    """
    cases = list(session.scalars(in_the_agenda(today())))
    beside = dates.of_cases(session, [case.id for case in cases])
    found = [event for of_others in BESIDE for event in of_others(session)]
    closings = closings_of(session, cases)
    own = ((case, _of(case, beside.get(case.id, []), closings.get(case.id))) for case in cases)
    found += _once(_shown(event, case) for case, of_case in own for event in of_case)
    return _told_apart(sorted(found, key=lambda one: (one.on, one.code, one.rule, one.hour, str(one.case_id))))


def _once(found: Iterable[Event]) -> list[Event]:
    """Dates that are alike as one, by the first of their marks."""
    marks: dict[Event, list[str]] = {}
    for one in found:
        marks.setdefault(replace(one, which=""), []).append(one.which)
    return [replace(one, which=min(filter(None, which), default="")) for one, which in marks.items()]


def _told_apart(found: Iterable[Event]) -> list[Event]:
    """Each date with its place among those of its case, rule and mark: a case's own steps have no row and no mark, so
    that a later one takes the place of an earlier one that goes."""
    places = Counter[tuple[UUID | None, str, str]]()
    told = []
    for one in found:
        alike = one.case_id, one.rule, one.which
        places[alike] += 1
        told.append(replace(one, which=f"{one.which}|{places[alike]}"))
    return told


def _shown(event: Event, case: Case) -> Event:
    if not case.confidential:
        return event
    which = f"{event.rule}|{event.which}" if event.which else ""
    return replace(event, code="", rule="", hour="", which=which)


def end_of_address(on: date) -> Event:
    """The day on which the telephone says that its calendar stops: else dates would go missing in silence."""
    return Event(on, "", "", "", None)


def _of(case: Case, beside: list[dates.CaseDate], closing: CaseClosing | None) -> Iterator[Event]:
    if case.stage is Stage.CLOSED:
        for run in dates.after_close(case, beside, closing):
            yield Event(run.on, case.code, run.rule, run.hour, case.id, run.beside.mark if run.beside else "")
        return
    known = dates.covered(beside)
    for one in dates.OWN[case.kind](case):
        if one.safe_on is not None and (one.rule, one.key) not in known:
            yield Event(one.safe_on, case.code, one.rule, "", case.id, one.mark)
    for row in dates.running(beside):
        if row.due_on is not None:
            yield Event(row.due_on, case.code, row.dated.rule, row.dated.hour, case.id, row.mark)


def calendar(found: Iterable[Event], name: str, at: datetime, alarm: Alarm) -> bytes:
    """The events as RFC 5545 has them: a day, or an instant where an hour is told; `at` is when they were asked for."""
    made = icalendar.Calendar()
    made.add("prodid", "-//agenda//agenda//")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    for one in found:
        made.add_component(_event(one, at, alarm))
    return bytes(made.to_ical())


def _event(one: Event, at: datetime, alarm: Alarm) -> icalendar.Event:
    event = icalendar.Event()
    event.add("uid", _uid(one))
    event.add("dtstamp", at)
    # What moved is another edition of the same event; without a memory of the last, each asking is a new one.
    event.add("sequence", int((at - FIRST).total_seconds()))
    begins = _begins(one)
    event.add("dtstart", begins)
    event.add("dtend", begins + (HEARD if one.hour else timedelta(days=1)))
    event.add("summary", one.summary)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # a date to keep takes nobody's day
    rings = _rings(one, alarm)
    if rings is not None:
        event.add_component(_alarm(rings))
    return event


def _alarm(rings: timedelta) -> icalendar.Alarm:
    """What a telephone shows on a locked screen: that there is a date, and not of what."""
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", rings)
    alarm.add("description", _("Deadline"))
    return alarm


def _rings(one: Event, alarm: Alarm) -> timedelta | None:
    """From the beginning of a date to its alarm. What has an hour never rings later than an hour before it."""
    if alarm is Alarm.NONE or (alarm is Alarm.HOUR and not one.hour):
        return None
    begins = _instant(one.on, time.fromisoformat(one.hour or "00:00"))
    if alarm is Alarm.EVENING:
        return _instant(one.on - timedelta(days=1), EVENING) - begins
    morning = _instant(one.on, MORNING) - begins
    return -HOUR if alarm is Alarm.HOUR else min(morning, -HOUR) if one.hour else morning


def _begins(one: Event) -> date | datetime:
    """The day; where an hour is told, that instant."""
    if not one.hour:
        return one.on
    return _instant(one.on, time.fromisoformat(one.hour))


def _instant(on: date, hour: time) -> datetime:
    return datetime.combine(on, hour, CASABLANCA).astimezone(UTC)


def _uid(one: Event) -> str:
    """The same for the same date at each fetch, also where it moved, and no id of ours: a telephone hands its
    calendar on."""
    return ring.mac("cookies", b"calendar", f"{one.case_id}|{one.rule}|{one.which}".encode()).hex()[:32]
