"""Read dates as Moroccan lists write them, the order of day and month decided once for a whole column."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from union.tables.cells.names import fold
from union.tables.cells.people import Unreadable
from union.tables.table import Cell
from union.text import digits

FIRST_YEAR = 1900
YEARS_AHEAD = 10
_HIJRI_YEARS = range(1300, 1501)
_NO_DAY = date(FIRST_YEAR, 1, 1)  # what spreadsheets and payrolls write where they hold no date
_SERIALS_BEGIN = date(1899, 12, 30)  # the day before the first, as every spreadsheet counts since 1 March 1900
_A_SERIAL = re.compile(r"[1-5]\d{4}")  # from 1927 to 2064
_FEW_SERIALS, _MOST_SERIALS = 3, 0.6  # so many, or such a share of the column, are no slip
_YOUNGEST = 15  # years; whoever is in a roster was not born later than this

_MARKS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff\u061c"))
_HOUR = re.compile(
    r"[ T](?:\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[ap]m)?|00:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d))$", re.IGNORECASE
)  # an hour of another zone can be of another day, but for midnight itself
_BARE = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")  # 20240201, as payrolls give it
_SERIAL = re.compile(r"\d+(?:[.,]\d+)?")
_FIRST_OF = re.compile(r"^(?:فاتح|1er|أول)(?= [^\W\d])")
NUMERIC = re.compile(r"(\d{1,4}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{1,4}) ?(هـ|ه|م|h)?\.?", re.IGNORECASE)
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]+,? )?(\d{1,2})(?:er|st|nd|rd|th)?[ .\-/]*([^\W\d_][^\d]*?)[ .,\-/]*(\d{2}|\d{4}) ?(?:هـ|ه|م)?"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def _months(*lists: str) -> dict[str, int]:
    return {fold(word): at for one in lists for at, group in enumerate(one.split(","), 1) for word in group.split("|")}


_MONTHS = _months(
    "janvier|janv|jan,février|fevr|fév|fev,mars|mar,avril|avr,mai,juin,juillet|juil|juill,août|aou,septembre|sept|sep,"
    "octobre|oct,novembre|nov,décembre|déc|dec",
    "january,february|feb,march,april|apr,may,june|jun,july|jul,august|aug,september,october,november,december",
    "يناير,فبراير,مارس,أبريل|ابريل,ماي|مايو,يونيو|يونيه,يوليوز|يوليو|يوليه,غشت|أغسطس,شتنبر|سبتمبر,أكتوبر,نونبر|"
    "نوفمبر,دجنبر|ديسمبر",
    "كانون الثاني|جانفي,شباط|فيفري,آذار,نيسان|أفريل,أيار,حزيران|جوان,تموز|جويلية,آب|أوت,أيلول,تشرين الأول,تشرين "
    "الثاني,كانون الأول",
    "ⵉⵏⵏⴰⵢⵔ|innayr,ⴱⵕⴰⵢⵕ|bṛayṛ|brayr,ⵎⴰⵕⵚ|maṛṣ|mars,ⵉⴱⵔⵉⵔ|ibrir,ⵎⴰⵢⵢⵓ|mayyu,ⵢⵓⵏⵢⵓ|yunyu,ⵢⵓⵍⵢⵓⵣ|yulyuz,ⵖⵓⵛⵜ|ɣuct|ghuct,"
    "ⵛⵓⵜⴰⵏⴱⵉⵔ|cutanbir,ⴽⵟⵓⴱⵕ|kṭubṛ|ktubr,ⵏⵓⵡⴰⵏⴱⵉⵔ|nuwanbir,ⴷⵓⵊⴰⵏⴱⵉⵔ|dujanbir",
)
_HIJRI_MONTHS = frozenset(
    map(
        fold,
        (
            "محرم",
            "صفر",
            "ربيع الأول",
            "ربيع الثاني",
            "ربيع الآخر",
            "جمادى الأولى",
            "جمادى الثانية",
            "جمادى الآخرة",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو القعدة",
            "ذو الحجة",
            "ذي القعدة",
            "ذي الحجة",
            "mouharram",
            "safar",
            "rajab",
            "chaabane",
            "ramadan",
            "chaoual",
            "dou al hijja",
            "dhou al hijja",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Order:
    """Which of day and month comes first in a column.

    `day_first` is None where the rows contradict one another: then an ambiguous date asks. `settled` counts the
    rows that decide; `assumed` says that none does, some are ambiguous, and the country's habit was taken. `serials`
    says that its numbers are days as a spreadsheet counts them.
    """

    day_first: bool | None
    settled: int
    assumed: bool
    serials: bool = False


def tidy(text: str) -> str:
    """Return a date's text ready to be read: digits folded, direction marks and the hour taken off."""
    return _HOUR.sub("", " ".join(digits(text.translate(_MARKS)).lstrip("'").split()))


def order_of(cells: Iterable[Cell]) -> Order:
    """Decide a column's order from the rows that settle it: 26/11 has its day first, 11/26 its month."""
    day = month = unsure = 0
    for cell, times in (cells if isinstance(cells, Counter) else Counter(cells)).items():
        found = NUMERIC.fullmatch(tidy(cell)) if isinstance(cell, str) and cell else None
        if not found or len(found[1]) > 2:
            continue
        first, second = int(found[1]), int(found[2])
        day += times * (12 < first <= 31 and second <= 12)
        month += times * (12 < second <= 31 and first <= 12)
        unsure += first <= 12 and second <= 12 and first != second
    if min(day, month) * 5 >= max(day, month) > 0:
        return Order(None, 0, False)
    return Order(day >= month, max(day, month), day == month and unsure > 0)


def serial(cell: Cell) -> date | None:
    """The day of a number as spreadsheets count days, from 1900 on: 43193 is 3 April 2018. None for any other cell."""
    whole = int(cell) if isinstance(cell, Decimal) else cell
    if isinstance(whole, bool | date) or not _A_SERIAL.fullmatch(str(whole)):
        return None
    return _SERIALS_BEGIN + timedelta(days=int(whole))


def are_serials(seen: Counter[Cell]) -> bool:
    """Tell a column of days that lost their format from one in which an amount stands by mistake: amounts are round."""
    days: Counter[int] = Counter()
    for cell, times in seen.items():
        if day := serial(cell):
            days[(day - _SERIALS_BEGIN).days] += times
    filled = sum(times for cell, times in seen.items() if not isinstance(cell, str) or cell.strip())
    round_ones = sum(times for day, times in days.items() if day % 10 == 0)
    many = days.total() >= _FEW_SERIALS or days.total() >= _MOST_SERIALS * filled
    return bool(days) and many and 2 * round_ones < days.total()


def is_unsure(cell: str) -> bool:
    """Tell whether a date reads as one day with its day first, and as another with its month first."""
    found = NUMERIC.fullmatch(tidy(cell))
    if not found or len(found[1]) > 2:
        return False
    first, second = int(found[1]), int(found[2])
    return 1 <= first <= 12 and 1 <= second <= 12 and first != second


def is_two_digit_year(cell: Cell) -> bool:
    """Tell whether a date's year is written with two digits, so that the century is a guess."""
    if not isinstance(cell, str):
        return False
    text = tidy(cell)
    found = NUMERIC.fullmatch(text)
    if found:
        return len(found[1]) <= 2 and len(found[3]) <= 2
    named = _DAY_FIRST.fullmatch(text)
    return named is not None and len(named[3]) == 2


def pivot(birth: bool, today: date) -> int:
    """Return the last year that two digits can mean: a birth is at least 15 years ago, other dates at most 2 ahead."""
    return today.year - _YOUNGEST if birth else today.year + 2


def read_date(cell: Cell, order: Order, today: date, birth: bool = False) -> date:
    """Read a date, `birth` saying which century two digits mean.

    Raises `Unreadable`: date_hijri, date_impossible, date_ambiguous, date_range, date_serial (a number that is not
    in a cell of dates), date_unreadable.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _in_range(cell, today)
    if order.serials and (day := serial(cell)) is not None:
        return _in_range(day, today)
    if isinstance(cell, int | Decimal) and not _BARE.fullmatch(str(cell)):
        raise Unreadable("date_serial")
    cell = str(cell)
    return _in_range(parsed(cell, order.day_first, pivot(birth, today)), today)


def _in_range(day: date, today: date) -> date:
    if not FIRST_YEAR <= day.year <= today.year + YEARS_AHEAD or day == _NO_DAY:
        raise Unreadable("date_range", first=FIRST_YEAR, last=today.year + YEARS_AHEAD)
    return day


@lru_cache(1 << 14)
def parsed(cell: str, day_first: bool | None, latest: int) -> date:
    """A date as written, of whatever year; `latest` is the last that two digits can mean. Raises `Unreadable`."""
    text = tidy(cell)
    found = NUMERIC.fullmatch(text)
    if found:
        return _numeric(found, day_first, latest)
    if bare := _BARE.fullmatch(text):
        return _made(int(bare[1]), int(bare[2]), int(bare[3]), latest, 4)
    if _SERIAL.fullmatch(text):
        raise Unreadable("date_serial")
    text = _FIRST_OF.sub("1", text)
    named = _DAY_FIRST.fullmatch(text)
    turned = _MONTH_FIRST.fullmatch(text)
    if turned and fold(turned[1]) in _MONTHS:
        return _made(int(turned[3]), _MONTHS[fold(turned[1])], int(turned[2]), latest, len(turned[3]))
    if not named:
        raise Unreadable("date_unreadable")
    month = fold(named[2].strip(" ."))
    if month in _HIJRI_MONTHS or (month not in _MONTHS and int(named[3]) in _HIJRI_YEARS):
        raise Unreadable("date_hijri")
    if month not in _MONTHS:
        raise Unreadable("date_unreadable")
    return _made(int(named[3]), _MONTHS[month], int(named[1]), latest, len(named[3]))


def _numeric(found: re.Match[str], day_first: bool | None, latest: int) -> date:
    first, middle, last, era = found.groups()
    if era and era[0] in "هhH":
        raise Unreadable("date_hijri")
    if len(first) > 2:
        if len(first) != 4 or len(last) > 2:
            raise Unreadable("date_unreadable")
        return _made(int(first), int(middle), int(last), latest, 4)
    if len(last) == 3 or len(last) == 1:
        raise Unreadable("date_unreadable")
    if day_first is None:
        if int(first) <= 12 and int(middle) <= 12 and first != middle:
            raise Unreadable("date_ambiguous")
        day_first = int(first) > 12
    day, month = (first, middle) if day_first else (middle, first)
    return _made(int(last), int(month), int(day), latest, len(last))


def _made(year: int, month: int, day: int, latest: int, written: int) -> date:
    if written <= 2:
        year += 2000 if 2000 + year <= latest else 1900
    if year in _HIJRI_YEARS:
        raise Unreadable("date_hijri")
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable("date_impossible") from None
