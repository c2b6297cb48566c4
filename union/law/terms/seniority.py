"""How long somebody worked: whole years, started years and months, the last day of employment counted in."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta


def add_months(start: date, months: int) -> date:
    """The same day `months` later (or earlier); where that month has no such day, the first of the next one.

    Rolling forward makes a month begun on 31 August end with the last day of February, as the civil count has it.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    try:
        return date(year, month + 1, start.day)
    except ValueError:
        return date(year, month + 2, 1)


def months_from(event: date, months: int) -> date:
    """The day a period of months from an event ends, the event's day not counted; the month's last day if it has none.

    Negative months count back, to the last day that is at least so many months before.
    """
    year, month = divmod(event.year * 12 + event.month - 1 + months, 12)
    return date(year, month + 1, min(event.day, monthrange(year, month + 1)[1]))


def span(start: date, end: date) -> tuple[int, int]:
    """Whole months date to date from `start` to `end` (not counted in), then the days left over; (0, 0) if none."""
    if end <= start:
        return 0, 0
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return months, (end - add_months(start, months)).days


@dataclass(frozen=True, slots=True)
class Service:
    """Service in `years` whole years plus `rest` days out of a year of `year_days` days; `months` whole months."""

    years: int
    rest: int
    year_days: int
    months: int

    @property
    def started(self) -> int:
        """Years counted as arts 41 and 53 write it, "each year or fraction of a year": one day starts a year."""
        return self.years + (self.rest > 0)


def service(hired_on: date, left_on: date) -> Service:
    """Service from the day hired to the last day of employment, both counted in (4 May 2014 to 3 May 2020: 6 years)."""
    end = left_on + timedelta(days=1)
    months, _ = span(hired_on, end)
    years = months // 12
    since = add_months(hired_on, 12 * years)
    return Service(years, (end - since).days, (add_months(hired_on, 12 * years + 12) - since).days, months)
