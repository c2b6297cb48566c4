"""Work on a paid holiday: the day's pay once more, a rest by agreement, and hours made up (arts 217 to 227)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from union.law.dates.calendar import entered, holiday, only_announced
from union.law.figures import Figure, dirhams, methods
from union.law.sources.sentence import Sentence
from union.law.strictly.tables import Statement, sentences
from union.law.terms.rates import MONTH_DAYS, MONTH_HOURS

RECOVERY_DAYS = 30
LONGEST_DAY = Decimal(10)

METHODS = methods("""
holiday_worked ; ct 223, ct 224, fetes 1 ; VERIFIED-2 day_26 ; dirhams
an indemnity equal to the pay of the day worked, on top of it: monthly pay / 26
{pay} / 26

holiday_unlawful ; ct 217, ct 226, fetes 1 ; VERIFIED-2 day_26 ; dirhams
unlawful work: 100 % of the day's pay on top, monthly pay / 26
{pay} / 26

holiday_hours ; ct 223, ct 224, fetes 1 ; VERIFIED-2 divisor ; dirhams
hours worked on the holiday × monthly pay / 191, on top of their pay
{hours} h × {pay} / 191

holiday_rest ; ct 225, fetes 1 ; VERIFIED ; days
a day of paid rest for a holiday worked, by agreement
{days}

holiday_tips ; ct 224, fetes 1 ; VERIFIED ; days
pay by tips: a day of paid rest, added to the annual leave
{days}
""")

WHY_NOT = sentences("""
not_a_holiday ; fetes 1, ct 217 ; VERIFIED
This day is not on the decree's list at that date; usage or an agreement may pay it.

first_of_january ; fetes 1 ; UNVERIFIED
1 January is not in the decree: it is paid by usage or agreement only, ask in the enterprise.
""")


class Kind(StrEnum):
    """How the work on the holiday stands."""

    CONTINUOUS = "continuous"
    """In an establishment that may not stop or gives rest by rotation (art 223)."""
    UNLAWFUL = "unlawful"
    REST_AGREED = "rest_agreed"
    TIPS = "tips"
    """Paid in whole or in part by tips: a day of rest in place of the indemnity (art 224)."""


_RESTS = {Kind.REST_AGREED: "holiday_rest", Kind.TIPS: "holiday_tips"}


@dataclass(frozen=True, slots=True)
class NotPaid:
    """A day that the decree does not make a paid holiday."""

    on: date
    why: Statement

    @property
    def sentence(self) -> Sentence:
        """Why not."""
        return self.why.sentence


def worked(
    on: date,
    pay: Decimal,
    kind: Kind = Kind.CONTINUOUS,
    *,
    hours: Decimal | None = None,
    announced: Mapping[date, str] | None = None,
) -> Figure | NotPaid:
    """What a holiday worked owes on top of the day's pay, on that monthly pay; `hours` for part of a day.

    The decree in force that year decides; religious feasts only where a person entered them in `announced`, and not
    while they are only expected.
    """
    announced = only_announced(entered(announced))
    if holiday(on, announced) is None:
        return NotPaid(on, WHY_NOT["first_of_january" if (on.month, on.day) == (1, 1) else "not_a_holiday"])
    if kind in _RESTS:
        return Figure(METHODS[_RESTS[kind]], {"days": 1}, Decimal(1), on)
    if hours is not None:
        return dirhams(METHODS["holiday_hours"], on, hours * pay / MONTH_HOURS, hours=hours, pay=pay)
    key = "holiday_unlawful" if kind is Kind.UNLAWFUL else "holiday_worked"
    return dirhams(METHODS[key], on, pay / MONTH_DAYS, pay=pay)


def may_be_made_up(lost_on: date, on: date, hours_that_day: Decimal, *, rest_day: bool = False) -> bool:
    """Whether hours lost on a holiday may be made up that day: within 30 days, at most 10 hours, not on a rest day."""
    within = lost_on < on <= lost_on + timedelta(days=RECOVERY_DAYS)
    return within and hours_that_day <= LONGEST_DAY and not rest_day
