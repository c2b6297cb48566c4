"""Overtime: which hours count, and 25 %, 50 % or 100 % on top by day, by night and on the rest day (arts 184, 196 to
202)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from union.law.figures import Figure, dirhams, methods
from union.law.pay.minimum import hourly

WEEK, YEAR = Decimal(44), Decimal(2288)  # art 184
FROM_THE_TENTH = Decimal(9)  # art 199: the tenth hour included
ALLOTMENT, MORE_AFTER_CONSULTING = Decimal(80), Decimal(20)  # hours a year
DAY_STARTS, NIGHT_STARTS = time(6), time(21)  # outside agriculture

METHODS = methods("""
overtime_day ; ct 201, ct 202, ct 356, ct 360 ; VERIFIED ; dirhams
hours from 6 to 21 × hourly pay (the minimum wage at least) × 1.25
{hours} h × {rate} × {times}

overtime_night ; ct 201, ct 202, ct 356, ct 360 ; VERIFIED ; dirhams
hours from 21 to 6 × hourly pay (the minimum wage at least) × 1.50
{hours} h × {rate} × {times}

overtime_rest_day ; ct 201, ct 202, ct 356, ct 360 ; VERIFIED ; dirhams
hours from 6 to 21 on the rest day × hourly pay (the minimum wage at least) × 1.50
{hours} h × {rate} × {times}

overtime_rest_night ; ct 201, ct 202, ct 356, ct 360 ; VERIFIED ; dirhams
hours from 21 to 6 on the rest day × hourly pay (the minimum wage at least) × 2
{hours} h × {rate} × {times}

overtime_week ; ct 184, ct 197 ; VERIFIED ; hours
hours of the week - 44
{hours} - 44 (≥ 0)

overtime_tenth_hour ; ct 199 ; VERIFIED ; hours
year spread unevenly: the hours of each day from the tenth
{hours}

overtime_year ; ct 184, ct 199 ; VERIFIED ; hours
hours of the year from the 2289th
{hours} - 2288 (≥ 0)

overtime_allotment ; ct 196, hs 1 ; VERIFIED ; hours
overtime beyond the yearly allotment
{hours} - {most} (≥ 0)
""")
_TIMES = {
    "overtime_day": Decimal("1.25"),
    "overtime_night": Decimal("1.50"),
    "overtime_rest_day": Decimal("1.50"),
    "overtime_rest_night": Decimal(2),
}
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Overtime of one month, in hours: by day, by night, and the same on the weekly rest day."""

    day: Decimal = NOTHING
    night: Decimal = NOTHING
    rest_day: Decimal = NOTHING
    rest_night: Decimal = NOTHING


def overtime(hours: Hours, rate: Decimal, on: date, *, gross: bool = True) -> list[Figure]:
    """Dirhams for each kind of hour, the hour itself included; `rate` is the hourly pay with its accessories.

    No gross hour counts less than the minimum wage of its day (arts 356, 360); a net one is never converted.
    Family allowances, tips and refunds stay out of the rate (art 202). Owed even if a compensatory rest was given.
    """
    found = {
        "overtime_day": hours.day,
        "overtime_night": hours.night,
        "overtime_rest_day": hours.rest_day,
        "overtime_rest_night": hours.rest_night,
    }
    rate = max(rate, hourly(on)) if gross else rate
    return [
        dirhams(METHODS[key], on, count * rate * _TIMES[key], hours=count, rate=rate, times=_TIMES[key])
        for key, count in found.items()
        if count
    ]


def by_day_and_night(start: time, end: time) -> tuple[Decimal, Decimal]:
    """The hours of a shift from 6 to 21 and from 21 to 6; an end at or before the start is on the next day."""
    first, last = _minutes(start), _minutes(end)
    last += 1440 if last <= first else 0
    day = sum(
        max(0, min(last, _minutes(NIGHT_STARTS) + shift) - max(first, _minutes(DAY_STARTS) + shift))
        for shift in (0, 1440)
    )
    return Decimal(day) / 60, Decimal(last - first - day) / 60


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def beyond_the_week(worked: Decimal, on: date) -> Figure:
    """Hours past 44 in a week (arts 184, 197)."""
    return Figure(METHODS["overtime_week"], {"hours": worked}, max(worked - WEEK, NOTHING), on)


def from_the_tenth_hour(days: Iterable[Decimal], on: date) -> Figure:
    """Hours of each day from the tenth, where the year is spread unevenly (art 199)."""
    past = sum((max(worked - FROM_THE_TENTH, NOTHING) for worked in days), NOTHING)
    return Figure(METHODS["overtime_tenth_hour"], {"hours": past}, past, on)


def beyond_the_year(worked: Decimal, on: date) -> Figure:
    """Hours from the 2289th of the year (art 199)."""
    return Figure(METHODS["overtime_year"], {"hours": worked}, max(worked - YEAR, NOTHING), on)


def beyond_the_allotment(hours: Decimal, on: date, *, consulted: bool = False) -> Figure:
    """Overtime past 80 hours a year, or 100 where the representatives were consulted."""
    most = ALLOTMENT + (MORE_AFTER_CONSULTING if consulted else NOTHING)
    return Figure(METHODS["overtime_allotment"], {"hours": hours, "most": most}, max(hours - most, NOTHING), on)
