"""How far a day is: in days while a person can count them, then in months, then in years."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from union.app import Union
from union.web.locale import day, day_distance, moment, weekday

ON = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (59, "in 59 days"),
        (-59, "59 days late"),
        (60, "in about 2 months"),
        (668, "in about 22 months"),
        (715, "in about 23 months"),
        (716, "in about 2 years"),
        (3652, "in about 10 years"),
        (-90, "about 3 months late"),
        (-1461, "about 4 years late"),
    ],
)
def test_a_distance_is_told_in_what_people_count_in(app: Union, days: int, said: str) -> None:
    with app.test_request_context("/?lang=en"):
        assert day_distance(ON + timedelta(days=days), ON) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "dans 22 mois environ"), ("ar", "بعد حوالي 22 شهرا")],
)
def test_it_is_told_in_the_readers_language(app: Union, language: str, said: str) -> None:
    with app.test_request_context(f"/?lang={language}"):
        assert day_distance(ON + timedelta(days=668), ON).replace("\xa0", " ") == said


@pytest.mark.parametrize(("month", "said"), [(5, "3 mai 2026"), (6, "3 juin 2026"), (7, "3 juil. 2026")])
def test_june_is_not_read_as_july(app: Union, month: int, said: str) -> None:
    with app.test_request_context("/?lang=fr"):
        assert day(date(2026, month, 3)) == said
        assert said in moment(datetime(2026, month, 3, 12, tzinfo=UTC))
        assert said.removesuffix(" 2026") in weekday(date(2026, month, 3))
