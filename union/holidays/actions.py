"""Entering a holiday, putting it right, withdrawing it: each moves every date that is counted across it. Nothing here
commits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.holidays.models import Announced, AnnouncedHoliday, Feast
from union.jobs import worker
from union.record import chain
from union.refusal import Refused
from union.store.reach import ReachSession
from union.vault.envelope import opens

KIND = "announced_holiday"  # in the record
RECOUNT = "recount_dates"  # the job that moves what was counted before
MOST = timedelta(days=3)  # a feast of more days is a slip
A_MONTH = 30  # days within which the same feast does not come twice


@dataclass(frozen=True)
class Entered:
    """What is typed of a holiday."""

    feast: Feast
    first_on: date
    last_on: date | None
    expected: bool
    source: str


def listed(session: ReachSession) -> list[AnnouncedHoliday]:
    """Every holiday entered, the latest first."""
    return list(session.scalars(select(AnnouncedHoliday).order_by(AnnouncedHoliday.first_on.desc())))


def add(session: ReachSession, by: UUID, given: Entered) -> AnnouncedHoliday:
    """A new holiday. Raises `Refused`."""
    _must_make_sense(session, given, None)
    row = AnnouncedHoliday(version=1)
    _fill(row, given)
    session.add(row)
    session.flush()
    chain.note(session, by, chain.Act.CREATED, KIND, row.id)
    worker.start(session, by, RECOUNT, {})
    return row


def correct(session: ReachSession, by: UUID, row: AnnouncedHoliday, given: Entered) -> None:
    """The moon said otherwise, or a slip. Raises `Refused`."""
    _must_make_sense(session, given, row)
    _fill(row, given)
    session.flush()
    chain.note(session, by, chain.Act.CHANGED, KIND, row.id)
    worker.start(session, by, RECOUNT, {})


def withdraw(session: ReachSession, by: UUID, row: AnnouncedHoliday) -> None:
    """It was no holiday: its days count like others again."""
    session.delete(row)
    session.flush()
    chain.note(session, by, chain.Act.REMOVED, KIND, row.id)
    worker.start(session, by, RECOUNT, {})


def _fill(row: AnnouncedHoliday, given: Entered) -> None:
    row.first_on, row.last_on = given.first_on, given.last_on or given.first_on
    row.expected = given.expected
    row.told = Announced(given.feast, given.source.strip())


def _must_make_sense(session: ReachSession, given: Entered, row: AnnouncedHoliday | None) -> None:
    last = given.last_on or given.first_on
    if last < given.first_on:
        raise Refused("last_on", _l("The last day is before the first: put one of them right."))
    if last - given.first_on >= MOST:
        raise Refused("last_on", _l("That is more than three days: enter one feast at a time."))
    if not given.expected and not given.source.strip():
        raise Refused("source", _l("Say where it was announced: without that, mark it as expected."))
    for other in listed(session):
        if other is not row and other.first_on <= last and given.first_on <= other.last_on:
            raise Refused("first_on", _l("A holiday is entered for this day already: correct that one."))
        same = row is None and opens(other, "told") and other.told.feast is given.feast is not Feast.OTHER
        if same and abs((other.first_on - given.first_on).days) < A_MONTH:
            raise Refused("feast", _l("This feast is entered a few days away: correct that one, it comes once a year."))
