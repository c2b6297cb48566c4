"""What the cells of a column do not settle, and a person has to say: the order of its dates, what its amounts count."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from union.law.terms.rates import MONTH_HOURS, SMIG
from union.tables.cells import dates, money
from union.tables.cells.people import Unreadable, displayed
from union.tables.columns.vocabulary import plain
from union.tables.table import Cell

DATES, WAGES, DECIMALS = "dates", "wages", "decimals"
ORDERS = ("dmy", "mdy")
MONTHLY, HOURLY, YEARLY = PERIODS = ("monthly", "hourly", "yearly")
SIGNS = (",", ".")
SAMPLES = 3
_LONGEST_AMOUNT = 60  # characters
_MONTHS = 12
_AGREED, _AGAINST = 0.6, 0.2  # the share of the amounts that must speak for one period, and most that may for another
# The lowest minimum wage known is the measure. Half of its month is above any hour's pay; what is below its year is no
# year's pay; and an hour's pay lies between half of its hour and what half of its month is divided by five.
_LOWEST = SMIG[0]
_A_MONTH = (_LOWEST.monthly / 2, _LOWEST.monthly * _MONTHS)
_AN_HOUR = (_LOWEST.hourly / 2, _LOWEST.monthly / 10)
_SAYS = {
    MONTHLY: ("mensuel", "mensuelle", "mois", "monthly", "month", "الشهري", "الشهرية", "شهر", "شهريا", "الشهر"),
    HOURLY: ("horaire", "heure", "heures", "h", "hourly", "hour", "ساعة", "الساعة", "بالساعة", "للساعة", "الساعي"),
    YEARLY: (
        "annuel",
        "annuelle",
        "an",
        "annee",
        "yearly",
        "annual",
        "year",
        "السنوي",
        "السنوية",
        "سنة",
        "سنويا",
        "السنة",
    ),
}
_WORDS = {plain(word): period for period, words in _SAYS.items() for word in words}
_UNIT = re.compile(
    r"\s*(?:/|\bpar\b|\bper\b|في|لكل)\s*(heures?|hour|h|mois|month|ann[ée]e|an|year|(?:ال)?(?:ساعة|شهر|سنة))\.?\s*$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"\b(?:jj|dd|d|j) (?:mm|m) (?:aa|yy|a\b|y\b)|يوم شهر")
_MONTH_FIRST = re.compile(r"\b(?:mm|m) (?:jj|dd|d|j) (?:aa|yy|a\b|y\b)|شهر يوم")


@dataclass(frozen=True)
class Question:
    """One thing to say of one column, counted from 0.

    `kind` is dates, wages or decimals. `readings` gives for each answer what the `samples` would be: dates as ISO,
    amounts in dirhams a month. Where it is not `needed` what cannot be read stays out; `answer` is "" until given.
    """

    kind: str
    column: int
    header: str
    samples: tuple[str, ...]
    readings: dict[str, tuple[str, ...]]
    needed: bool = True
    answer: str = ""


def order_in(header: str) -> dates.Order | None:
    """The order that a header itself gives: (jj/mm/aaaa), (MM/DD/YYYY)."""
    words = plain(header)
    if _DAY_FIRST.search(words):
        return dates.Order(True, 0, False)
    return dates.Order(False, 0, False) if _MONTH_FIRST.search(words) else None


def of_dates(column: int, header: str, seen: Iterable[Cell], latest: int, needed: bool, answer: str) -> Question:
    """Which comes first, day or month. `latest` is the last year that two digits can mean."""
    unsure = [cell for cell in seen if isinstance(cell, str) and dates.is_unsure(cell)][:SAMPLES]
    readings = {order: tuple(_day(cell, order == "dmy", latest) for cell in unsure) for order in ORDERS}
    return Question(DATES, column, header, tuple(map(displayed, unsure)), readings, needed, answer)


def _day(cell: str, day_first: bool, latest: int) -> str:
    try:
        return dates.parsed(cell, day_first, latest).isoformat()
    except Unreadable:
        return ""


def period_of(header: str, amounts: Iterable[Decimal]) -> str | None:
    """Whether a column's pay is a month's, an hour's or a year's, where its header and its amounts leave no doubt.

    The amounts alone can show a month or an hour: what could be a year's pay could also be a manager's month.
    """
    said = {_WORDS[word] for word in plain(header).split() if word in _WORDS}
    paid = [amount for amount in amounts if amount]
    speak = {
        period: sum(least <= amount < most for amount in paid) / max(1, len(paid))
        for period, (least, most) in ((MONTHLY, _A_MONTH), (HOURLY, _AN_HOUR))
    }
    for period, share in speak.items():
        if share >= _AGREED and all(other <= _AGAINST for one, other in speak.items() if one != period):
            said.add(period)
    return said.pop() if len(said) == 1 else None


def without_unit(cell: str) -> tuple[str, str | None]:
    """An amount without the time behind it, and which it is: 20,40 DH/h, 4500 par mois."""
    found = _UNIT.search(cell) if len(cell) < _LONGEST_AMOUNT and not cell[-1:].isdigit() else None
    return (cell[: found.start()], _WORDS[plain(found[1])]) if found else (cell, None)


def period_beside(cells: Iterable[Cell]) -> str | None:
    """The time that stands behind every amount of a column."""
    said = {without_unit(cell)[1] for cell in cells if isinstance(cell, str) and cell and not cell.isspace()}
    return said.pop() if len(said) == 1 else None


def of_wages(column: int, header: str, cells: Mapping[str, Decimal], answer: str) -> Question:
    """Whether the amounts are for a month, an hour or a year."""
    some = dict(list(cells.items())[:SAMPLES])
    readings = {period: tuple(str(monthly(amount, period)) for amount in some.values()) for period in PERIODS}
    return Question(WAGES, column, header, tuple(some), readings, True, answer)


def monthly(amount: Decimal, period: str) -> Decimal:
    """Dirhams a month, to the centime: an hour's pay for the 191 hours of article 238, a year's by twelve."""
    whole = amount * MONTH_HOURS if period == HOURLY else amount / _MONTHS if period == YEARLY else amount
    return whole.quantize(money.CENTIME, ROUND_HALF_UP)


def of_decimals(column: int, header: str, cells: Iterable[str], answer: str) -> Question:
    """Whether 1,234 is one thousand or one and a quarter; unanswered, these cells keep their rows out."""
    some = tuple(cells)[:SAMPLES]
    readings = {sign: tuple(_amount(cell, sign) for cell in some) for sign in SIGNS}
    return Question(DECIMALS, column, header, tuple(map(displayed, some)), readings, False, answer)


def _amount(cell: str, sign: str) -> str:
    try:
        return str(money.read_money(cell, sign)[0])
    except Unreadable:
        return ""


SIGN_OF = {"comma": ",", "point": "."}
"""How a command calls the decimal signs."""


def by_kind(told: Mapping[int, Mapping[str, str]]) -> dict[str, dict[int, str]]:
    """What was answered of each column, as the readers of every kind of list take it by name."""
    names = {"date_orders": DATES, "wages": WAGES, "decimals": DECIMALS}
    return {
        name: {at: answers[kind] for at, answers in told.items() if kind in answers} for name, kind in names.items()
    }


def amounts_of(cells: Iterable[Cell], decimal: str | None, beside: str | None = None) -> dict[str, Decimal]:
    """The amounts among some cells, by the text of each; what cannot be read is a problem of its row.

    Nothing paid tells nothing, nor does what has another time behind it than `beside`.
    """
    found: dict[str, Decimal] = {}
    for cell in cells:
        if cell != "":
            with suppress(Unreadable):
                bare, unit = without_unit(cell) if isinstance(cell, str) else (cell, None)
                amount = money.read_money(bare, decimal)[0]
                if amount and unit in (None, beside):
                    found[displayed(cell)] = amount
    return found
