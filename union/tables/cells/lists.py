"""Read the cells of lists of workplaces, headcounts, declared days and election results, each by its field."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from union.tables.cells.dates import Order, read_date
from union.tables.cells.meanings import meanings, yes_or_no
from union.tables.cells.names import fold
from union.tables.cells.people import Unreadable, clean, displayed
from union.tables.table import Cell
from union.text import digits

LONGEST = 200  # signs of a name of an employer, a place, a list
MOST_PEOPLE = 100_000
MOST_DAYS = 31  # of a month; what the fund counts at most is not for a cell to decide
MOST_ZEROS = 3  # that a spreadsheet can have taken from the beginning of a number
YEARS = range(1990, 2100)
_GROUPS = re.compile(r"\d{1,3}(?:[ .,٬\u00a0\u202f\u2009]\d{3})+")
_PARTS = re.compile(r"\s*(?:[,;/+&|،؛]| et | and | و )\s*")

_ACTIVITY = meanings(
    (
        "calls",
        "appels,appel,centre d'appels,call center,calls,téléphone,relation client,مكالمات,مركز نداء,مركز الاتصال",
    ),
    ("back_office", "back office,back-office,bo,مكتب خلفي,معالجة الملفات"),
    (
        "moderation",
        "modération,moderation,modération de contenu,modération de contenus,content moderation,إدارة "
        "المحتوى,مراقبة المحتوى",
    ),
)
_MARKET = meanings(
    ("french", "france,français,française,fr,french,فرنسا"),
    ("canadian", "canada,canadien,canadienne,québec,ca,canadian,كندا"),
    ("spanish", "espagne,espagnol,es,spain,spanish,إسبانيا"),
    ("moroccan", "maroc,marocain,ma,morocco,moroccan,المغرب"),
    (
        "other",
        "autre,autres,other,آخر,أخرى,belgique,belge,suisse,luxembourg,italie,portugal,allemagne,pays-bas,royaume-uni,"
        "angleterre,anglais,uk,états-unis,usa,belgium,switzerland,italy,germany,netherlands,united "
        "kingdom,united states,"
        "بلجيكا,سويسرا,إيطاليا,البرتغال,ألمانيا,هولندا,بريطانيا,الولايات المتحدة",
    ),
)
_MONTH_ALONE = re.compile(r"0?[1-9]|1[0-2]")
_YEAR_MONTH = re.compile(r"(\d{4})[ /.-]?(0[1-9]|1[0-2]|[1-9])")
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[ /.-](\d{4})")


def line(cell: Cell) -> str:
    """Read a name of an employer, a place or a list: one line, formulas being no more than text."""
    return clean(displayed(cell) if not isinstance(cell, str) else cell, LONGEST, formula=False)


def whole(most: int) -> Callable[[Cell], int]:
    """Return the reader of a whole number up to `most`, its thousands grouped or not; raises `Unreadable("count")`."""

    def read(cell: Cell) -> int:
        text = digits(str(cell)).strip() if isinstance(cell, str | int | Decimal) else ""
        text = re.sub(r"[.,]0+", "", text) if isinstance(cell, Decimal) else text
        text = re.sub(r"[ .,٬\u00a0\u202f\u2009]", "", text) if _GROUPS.fullmatch(text) else text
        if isinstance(cell, bool) or not re.fullmatch(r"\d{1,6}", text) or int(text) > most:
            raise Unreadable("count", most=most)
        return int(text)

    return read


def number(pattern: str, code: str, *, width: int = 0) -> Callable[[Cell], str]:
    """Return the reader of a number that identifies: digits alone, zeros that a spreadsheet took put back to
    `width`."""

    def read(cell: Cell) -> str:
        text = re.sub(r"[ ./-]", "", digits(str(cell)))
        text = text.zfill(width) if len(text) >= width - MOST_ZEROS else text
        if isinstance(cell, bool | date) or not re.fullmatch(pattern, text):
            raise Unreadable(code)
        return text

    return read


def several(words: dict[str, str], cell: Cell) -> str | None:
    """Read words of a closed list, parted by commas, slashes or "et"; None where one is not known."""
    whole_cell = words.get(fold(str(cell)))
    found = [whole_cell] if whole_cell else [words.get(fold(one)) for one in _PARTS.split(str(cell).strip()) if one]
    return ",".join(dict.fromkeys(one for one in found if one)) if found and all(found) else None


def one_of(words: dict[str, str], code: str) -> Callable[[Cell], str]:
    """Return the reader of one word of a closed list; raises `Unreadable(code)`."""

    def read(cell: Cell) -> str:
        meaning = words.get(fold(digits(str(cell))))
        if meaning is None:
            raise Unreadable(code)
        return meaning

    return read


def month(cell: Cell) -> date | int:
    """Read a month with its year as its first day, or the number of a month whose year stands in another column."""
    if isinstance(cell, date):
        return cell.replace(day=1) if type(cell) is date else date(cell.year, cell.month, 1)
    text = " ".join(digits(str(cell)).split())
    if _MONTH_ALONE.fullmatch(text):
        return int(text)
    found = _YEAR_MONTH.fullmatch(text)
    turned = _MONTH_YEAR.fullmatch(text)
    if found or turned:
        year, at = (found[1], found[2]) if found else (turned[2], turned[1])  # type: ignore[index]  # one is there
        return _first(int(year), int(at))
    try:
        return read_date(
            text if text[:1].isdigit() else f"1 {text}", Order(True, 0, False), date(YEARS[-1], 1, 1)
        ).replace(day=1)
    except Unreadable:
        raise Unreadable("month") from None


def month_end(cell: Cell) -> date | None:
    """The last day of a month that is written with its year; None for anything else."""
    try:
        first = month(cell)
    except Unreadable:
        return None
    return first.replace(day=monthrange(first.year, first.month)[1]) if isinstance(first, date) else None


def _first(year_: int, month_: int) -> date:
    if year_ not in YEARS:
        raise Unreadable("month")
    return date(year_, month_, 1)


def year(cell: Cell) -> int:
    """Read a year of four digits."""
    text = digits(str(cell)).strip().removesuffix(".0")
    if not re.fullmatch(r"\d{4}", text) or int(text) not in YEARS:
        raise Unreadable("month")
    return int(text)


SIMPLE: dict[str, Callable[[Cell], str | bool | int | date]] = {
    **dict.fromkeys(
        (
            "legal_name",
            "group",
            "trade_register",
            "seat",
            "inspectorate",
            "court",
            "site_ar",
            "city",
            "address",
            "source",
        ),
        line,
    ),
    "ice": number(r"\d{15}", "ice", width=15),
    "affiliation": number(r"\d{5,9}", "affiliation"),
    "fund_number": number(r"\d{9}", "fund_number", width=9),
    "people": whole(MOST_PEOPLE),
    "registered": whole(MOST_PEOPLE),
    "voters": whole(MOST_PEOPLE),
    "valid": whole(MOST_PEOPLE),
    "votes": whole(MOST_PEOPLE),
    "seats": whole(1000),
    "days": whole(MOST_DAYS),
    "declared": yes_or_no,
    "elected": yes_or_no,
    "month": month,
    "year": year,
}
LISTED: dict[str, Callable[[Cell], str | None]] = {
    "activities": lambda cell: several(_ACTIVITY, cell),
    "markets": lambda cell: several(_MARKET, cell),
}
