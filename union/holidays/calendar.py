"""The holidays entered, as the law's calendar reads them: for a page of the web, and for work in the background."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from typing import cast

from flask import Flask, g, has_request_context
from sqlalchemy import select
from sqlalchemy.orm import Session

from union.holidays.models import AnnouncedHoliday
from union.law.dates.calendar import ANNOUNCED, ENTERED, EXPECTED
from union.store.reach import Reach
from union.web.current import current_installation

DAY = timedelta(days=1)
KEPT = "announced_holidays"  # in a session


def known(session: Session) -> Mapping[date, str]:
    """Every day entered, with whether it is announced or only expected; read once a session."""
    if KEPT not in session.info:
        with session.no_autoflush:
            rows = session.execute(
                select(AnnouncedHoliday.first_on, AnnouncedHoliday.last_on, AnnouncedHoliday.expected)
            ).all()
        session.info[KEPT] = {on: EXPECTED if row[2] else ANNOUNCED for row in rows for on in _days(row[0], row[1])}
    return cast(Mapping[date, str], session.info[KEPT])


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


@contextmanager
def counted_across(session: Session) -> Iterator[None]:
    """What is counted meanwhile is counted across the holidays that this session reads."""
    before = ENTERED.set(known(session))
    try:
        yield
    finally:
        ENTERED.reset(before)


class OfRequest(Mapping[date, str]):
    """The holidays for the page at hand, read where a date is first counted: most pages count none."""

    def _read(self) -> Mapping[date, str]:
        if not has_request_context():
            return {}
        if "session" in g:
            return known(g.session)
        if KEPT not in g:  # a view that opens its own
            with current_installation().store.reading(Reach()) as own:
                g.announced_holidays = dict(known(own))
        return cast(Mapping[date, str], g.announced_holidays)

    def __getitem__(self, on: date) -> str:
        return self._read()[on]

    def __iter__(self) -> Iterator[date]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


def install(app: Flask) -> None:
    """From now on every date that a page counts is counted across the holidays entered."""
    of_request = OfRequest()

    @app.before_request
    def _counted_across() -> None:
        ENTERED.set(of_request)
