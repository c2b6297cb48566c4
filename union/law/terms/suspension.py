"""What suspends the notice of an open-ended contract: incapacity from work, childbirth (art 45), annual leave (art
243)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Cause(StrEnum):
    """Why the notice stood still; an ordinary sickness does not suspend it."""

    WORK_INCAPACITY = "work_incapacity"
    """Temporary incapacity after a work accident or from an occupational disease."""
    CHILDBIRTH = "childbirth"
    """Before and after childbirth, as articles 154 and 156 have it."""
    PAID_LEAVE = "paid_leave"
    """Annual leave: its days are no days of notice, also where the employer sends somebody on leave meanwhile."""


@dataclass(frozen=True, slots=True)
class Suspension:
    """One suspension, from its first to its last day, both counted in."""

    cause: Cause
    first: date
    last: date


def suspended(start: date, end: date, left_on: date, away: Iterable[Suspension]) -> int:
    """Days by which a notice from `start` to the day before `end` is put off, up to the last day of employment.

    A suspension that begins before the notice counts from its first day; one that begins after its end, put off by
    the suspensions before, does not count.
    """
    day = timedelta(days=1)
    lost = 0
    for one in sorted(away, key=lambda each: each.first):
        first, last = max(one.first, start), min(one.last, left_on)
        if first < end + lost * day and last >= first:
            lost += (last - first).days + 1
    return lost
