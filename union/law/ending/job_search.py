"""Hours off to look for work during the notice, paid as work (arts 48 to 50)."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from union.law.dates.calendar import DAY, holiday
from union.law.figures import Figure, dirhams, methods
from union.law.terms.rates import MONTH_HOURS

A_DAY, A_WEEK, A_MONTH = 2, 8, 30
MONTH = 30  # consecutive days
USUAL_WEEK = 5  # working days where nobody tells: call centres work five days of nearly nine hours

METHODS = methods("""
job_search_hours ; ct 48, ct 49 ; VERIFIED ; hours
2 h a working day of the notice, at most 8 h a week and 30 h in 30 days
{days} × 2 h (≤ 8 h ; ≤ 30 h)

job_search_hours_far ; ct 48, ct 49 ; VERIFIED ; hours
more than 10 km from a town: 8 h for each week of the notice
{weeks} × 8 h

job_search_refused ; ct 48, ct 51 ; VERIFIED-2 divisor ; dirhams
hours refused × monthly pay / 191
{hours} h × {pay} / 191
""")


def hours_off(
    first: date,
    last: date,
    *,
    far: bool = False,
    days_a_week: int = USUAL_WEEK,
    announced: Mapping[date, str] | None = None,
) -> Figure:
    """Hours off from the first to the last day of the notice, both counted in; weeks run from Monday.

    `far`: more than ten kilometres from a town that is a municipality. ValueError for a week of no day or over seven.
    """
    if not 1 <= days_a_week <= 7:
        raise ValueError("a week has 1 to 7 working days")
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    worked = [day for day in days if day.weekday() < days_a_week and holiday(day, announced) is None]
    if far:
        weeks = len({_monday(day) for day in worked})
        return Figure(METHODS["job_search_hours_far"], {"weeks": weeks}, Decimal(A_WEEK * weeks), first)
    return Figure(METHODS["job_search_hours"], {"days": len(worked)}, Decimal(_allowed(worked)), first)


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _allowed(worked: list[date]) -> int:
    """Two hours on each day while the week and the thirty days before leave room."""
    taken: dict[date, int] = {}
    for day in worked:
        week = sum(hours for on, hours in taken.items() if _monday(on) == _monday(day))
        month = sum(hours for on, hours in taken.items() if (day - on).days < MONTH)
        taken[day] = min(A_DAY, A_WEEK - week, A_MONTH - month)
    return sum(taken.values())


def refused(hours: Decimal, pay: Decimal, on: date) -> Figure:
    """Dirhams for hours off that were refused or not paid, on that monthly pay."""
    return dirhams(METHODS["job_search_refused"], on, hours * pay / MONTH_HOURS, hours=hours, pay=pay)
