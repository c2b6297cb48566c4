"""Pay below the minimum wage, month by month, and the two years' limitation marked on each month (arts 356, 360,
395)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from union.law.dates.calendar import safe_on
from union.law.dates.deadlines import YEAR_DAYS
from union.law.figures import Figure, dirhams, methods
from union.law.sentences.refusals import refuse
from union.law.terms.rates import FIRST_KNOWN, MONTH_HOURS, smig
from union.law.terms.seniority import months_from

YEARS = 2
SOON = 60  # days before the limitation in which a month is marked as running out

METHODS = methods("""
smig_arrears ; ct 356, ct 360, ct 395 ; VERIFIED ; dirhams
the month's hourly minimum wage × hours of the month - pay received
{smig} × {hours} h - {paid}

wage_arrears ; ct 345, ct 363, ct 395, doc 230 ; VERIFIED ; dirhams
pay agreed - pay received; what lacks of the minimum wage is part of it, and the only part that a criminal court can \
order (article 361)
{due} - {paid}
""")


class Limitation(StrEnum):
    """Where a month stands on the day that it is claimed."""

    RUNNING = "running"
    SOON = "soon"
    PAST = "past"
    """Two years are over; a written claim with a certain date may have interrupted them (DOC 381)."""


@dataclass(frozen=True, slots=True)
class PaidMonth:
    """A month's pay in dirhams; `hours` contracted or worked where the person is part time, 191 otherwise.

    `paid` is what counts towards the minimum wage: pay, tips and accessories, refunds left out (art 357). `due` is
    the pay agreed, where a claim goes beyond the minimum.
    """

    first: date
    paid: Decimal
    hours: Decimal = Decimal(MONTH_HOURS)
    due: Decimal | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class Arrears:
    """What is missing of one month, until when it can be claimed (`legal_on`, `safe_on`), and where that stands."""

    figure: Figure
    legal_on: date
    safe_on: date
    limitation: Limitation

    smig_part: Decimal | None = None
    """Of pay that was agreed: what lacks of the minimum wage (art 361)."""

    @property
    def amount(self) -> Decimal:
        """Dirhams."""
        return self.figure.value


def payday(month: PaidMonth) -> date:
    """The day the pay was due: the day it was paid, else the month's last."""
    return month.paid_on or months_from(month.first.replace(day=1), 1) - timedelta(days=1)


def limit(due_on: date) -> date:
    """The last day to claim what was due on a day: two years of 365 days, the shorter reading (DOC 132, 386)."""
    return due_on + timedelta(days=YEARS * YEAR_DAYS)


def standing(due_on: date, on: date) -> Limitation:
    """Where the limitation stands on a day."""
    left = (limit(due_on) - on).days
    return Limitation.PAST if left < 0 else Limitation.SOON if left <= SOON else Limitation.RUNNING


def underpaid(months: Iterable[PaidMonth], on: date) -> list[Arrears]:
    """Each month paid below what was agreed or below its minimum wage, the higher of the two, once; `on` is the day of
    the claim.

    What was agreed is owed by the agreement, the minimum wage is its floor: never the one added to the other.
    `BadFacts` for a month before the first minimum wage known.
    """
    found = [_of(one, _missing(one), on) for one in sorted(months, key=lambda each: each.first)]
    return [one for one in found if one.amount > 0]


def _missing(month: PaidMonth) -> Figure:
    smig_part = _smig(month)
    if month.due is None or month.due <= smig(month.first).hourly * month.hours:
        return smig_part
    return _agreed(month)


def claimable(arrears: Iterable[Arrears]) -> Decimal:
    """Dirhams of the months whose two years still run."""
    return sum((one.amount for one in arrears if one.limitation is not Limitation.PAST), Decimal("0.00"))


def _smig(month: PaidMonth) -> Figure:
    if month.first < FIRST_KNOWN:
        raise refuse("month", "before_rates", since=FIRST_KNOWN)
    hourly = smig(month.first).hourly
    missing = hourly * month.hours - month.paid
    return dirhams(METHODS["smig_arrears"], month.first, missing, smig=hourly, hours=month.hours, paid=month.paid)


def _agreed(month: PaidMonth) -> Figure:
    due = month.due or Decimal(0)
    values = {"due": due, "paid": month.paid}
    return dirhams(METHODS["wage_arrears"], month.first, due - month.paid, **values)


def _of(month: PaidMonth, figure: Figure, on: date) -> Arrears:
    due_on = payday(month)
    legal = limit(due_on)
    part = None if figure.code == "smig_arrears" else max(_smig(month).value, Decimal("0.00"))
    return Arrears(figure, legal, safe_on(legal), standing(due_on, on), part)
