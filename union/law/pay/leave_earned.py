"""Leave earned and not taken when the employment ends: this year's and the two before (arts 231, 232, 251, 252)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from union.law.figures import Figure, dirhams, methods
from union.law.terms.rates import MONTH_DAYS
from union.law.terms.seniority import add_months, span

A_MONTH, A_MONTH_UNDER_18 = Decimal("1.5"), Decimal(2)
MORE = Decimal("1.5")  # for each full five years
MOST = Decimal(30)
YEARS_BACK = 2
MONTHS_NEEDED = 6

METHODS = methods("""
leave_this_year ; ct 231, ct 251 ; VERIFIED ; days
months started of the year of service × days a month, less the days taken
{months} × {rate_days} - {taken} (≥ 0)

leave_year_whole ; ct 231, ct 232, ct 251 ; VERIFIED ; days
12 months × days a month + 1.5 day for each full 5 years, at most 30 days, less the days taken
12 × {rate_days} + {more} (≤ 30) - {taken} (≥ 0)

leave_under_six_months ; ct 238, ct 252 ; VERIFIED ; days
whole months of work × days a month, less the days taken
{months} × {rate_days} - {taken} (≥ 0)

leave_intermittent ; ct 253 ; VERIFIED ; dirhams
whole periods of 26 days of work in the year × days for each × pay of a day
{periods} × {rate_days} × {rate}

leave_seniority_by_month ; ct 231, ct 232, ct 234, ct 251 ; UNVERIFIED ; days
months started × days a month + seniority days × months / 12, less the days taken
{months} × {rate_days} + {more} × {months} / 12 - {taken} (≥ 0)

leave_seniority_whole ; ct 231, ct 232, ct 234, ct 251 ; UNVERIFIED ; days
months started × days a month + the seniority days whole, less the days taken
{months} × {rate_days} + {more} - {taken} (≥ 0)

leave_seniority_none ; ct 231, ct 251 ; UNVERIFIED ; days
months started × days a month, without seniority days, less the days taken
{months} × {rate_days} - {taken} (≥ 0)
""")


@dataclass(frozen=True, slots=True)
class Leave:
    """Working days of leave owed: `lines` make them up, `readings` are the year under way as it may be asked or
    answered.

    Seniority days of the year under way are in the lines by the months started, which nothing settles.
    """

    lines: tuple[Figure, ...]
    readings: tuple[Figure, ...]

    @property
    def days(self) -> Decimal:
        """The days that feed `leave_days_due` of an entitlement."""
        return sum((one.value for one in self.lines), Decimal(0))

    def by(self, key: str) -> Decimal | None:
        """The days with the year under way counted by that reading; None where it has no other reading."""
        other = next((one.value for one in self.readings if one.code == key), None)
        return None if other is None else self.days - self.lines[0].value + other


def seniority_days(years: int, *, minor: bool = False) -> Decimal:
    """Days added for `years` whole years of service, so that the whole leave stays within 30."""
    basis = 12 * (A_MONTH_UNDER_18 if minor else A_MONTH)
    return min(MORE * (years // 5), MOST - basis)


def earned(
    hired_on: date, left_on: date, *, taken: Decimal = Decimal(0), before: Sequence[Decimal] = (), minor: bool = False
) -> Leave:
    """What is left of this year of service and of the two before.

    `left_on` is the last day of employment; `taken` the days taken of this year of service; `before` the days taken
    of each year before it, the last year first (years not told are taken as used up); `minor`: under 18 years of age.
    """
    rate = A_MONTH_UNDER_18 if minor else A_MONTH
    end = left_on + timedelta(days=1)
    months, rest = span(hired_on, end)
    if months < MONTHS_NEEDED:
        days = months * rate - taken
        few = _figure("leave_under_six_months", days, left_on, months=months, rate_days=rate, taken=taken)
        return Leave((few,), ())
    started = months + (rest > 0)
    years = (started - 1) // 12
    this = started - 12 * years
    this_year, readings = _this_year(this, rate, taken, left_on, seniority_days(months // 12, minor=minor))
    lines = [this_year]
    for back, used in enumerate(before[: min(YEARS_BACK, years)], 1):
        served = years - back + 1
        more = seniority_days(served, minor=minor)
        last = add_months(hired_on, 12 * served) - timedelta(days=1)
        days = min(12 * rate + more, MOST) - used
        lines.append(_figure("leave_year_whole", days, min(last, left_on), rate_days=rate, more=more, taken=used))
    return Leave(tuple(lines), readings)


def intermittent(days: int, day_pay: Decimal, on: date, *, minor: bool = False) -> Figure:
    """What the end of the year owes somebody who works by turns in several undertakings (art 253).

    `days` worked there in the year, in one stretch or not; `day_pay` dirhams for one day; 0.00 under 26 days.
    """
    periods, rate = days // MONTH_DAYS, A_MONTH_UNDER_18 if minor else A_MONTH
    exact = periods * rate * day_pay
    return dirhams(METHODS["leave_intermittent"], on, exact, periods=periods, rate_days=rate, rate=day_pay)


def _this_year(
    months: int, rate: Decimal, taken: Decimal, on: date, more: Decimal
) -> tuple[Figure, tuple[Figure, ...]]:
    """The year under way by its months started, with its other readings; once its twelve months are worked, as a
    whole year."""
    if months == 12:
        days = min(12 * rate + more, MOST) - taken
        return _figure("leave_year_whole", days, on, rate_days=rate, more=more, taken=taken), ()
    told: dict[str, Decimal | int] = {"months": months, "rate_days": rate, "taken": taken}
    bare = months * rate - taken
    if not more:
        return _figure("leave_this_year", bare, on, **told), ()
    return (
        _figure("leave_seniority_by_month", bare + more * months / 12, on, **told, more=more),
        (
            _figure("leave_seniority_whole", bare + more, on, **told, more=more),
            _figure("leave_seniority_none", bare, on, **told),
        ),
    )


def _figure(key: str, days: Decimal, on: date, **values: Decimal | int) -> Figure:
    return Figure(METHODS[key], values, max(days, Decimal(0)), on)
