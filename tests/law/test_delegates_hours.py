"""Fifteen hours are fifteen, however they were written down."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from union.law.delegates import MONTHLY, Time, hours_of_month
from union.law.ending.protection import Office


@given(st.lists(st.integers(1, 300), max_size=12))
def test_what_is_used_up_to_the_minute_is_neither_left_nor_over(entries: list[int]) -> None:
    rest = 15 * 60 - sum(entries)
    whole = [*entries, rest] if rest > 0 else entries
    told = hours_of_month(Office.DELEGATE_FULL, [Time(one) for one in whole])
    assert (told.over == 0) == (sum(whole) <= 15 * 60)
    if rest > 0:
        assert (told.used, told.left) == (MONTHLY, Decimal(0))


def test_nine_times_a_hundred_minutes_are_fifteen_hours() -> None:
    assert not hours_of_month(Office.DELEGATE_FULL, [Time(100)] * 9).over
