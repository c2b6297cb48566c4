"""Headers that name a month: 01/2025, janv.-25, Mars 2025, يناير."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from union.sheets.cells.dates import tidy
from union.sheets.cells.lists import YEARS, month
from union.sheets.cells.names import fold
from union.sheets.cells.people import Unreadable
from union.sheets.table import Cell
from union.text import digits

_FIRST_WORDS = frozenset(
    map(fold, ("jours", "jour", "j", "nb", "nbre", "nombre", "de", "déclarés", "mois", "أيام", "شهر", "days"))
)
_NUMBER = re.compile(r"\d{1,5}|\d{7,}")
_WHOLE_DAY = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_FIRST_OF_MONTH = re.compile(r"\d{4}-\d{2}-01")


@lru_cache(4_096)
def headed(header: str) -> date | int | None:
    """The month that a header names, with its year as its first day, else as its number; None where it names none.

    A number alone is no month: it heads many things.
    """
    words = tidy(header).split()
    while words and fold(words[0]) in _FIRST_WORDS:
        words = words[1:]
    text = " ".join(words)
    if (
        not text
        or _NUMBER.fullmatch(digits(text))
        or (_WHOLE_DAY.fullmatch(text) and not _FIRST_OF_MONTH.fullmatch(text))
    ):
        return None  # a day heads no month, but for a workbook's own first of January shown as janv-25
    try:
        found = month(text)
    except Unreadable:
        return _named(text)
    return found if isinstance(found, date) and found.year in YEARS else None


def _named(text: str) -> int | None:
    """The month of a name alone, whatever year it would be in."""
    try:
        found = month(f"{text} 2000")
    except Unreadable:
        return None
    return found.month if isinstance(found, date) else None


def months_among(headers: Iterable[Cell]) -> list[int]:
    """The places of the headers that name a month, from 0: of bare names at least two, for mars and mai are names too."""
    named = {at: headed(str(one)) for at, one in enumerate(headers) if not isinstance(one, int)}
    sure = [at for at, found in named.items() if isinstance(found, date)]
    bare = [at for at, found in named.items() if isinstance(found, int)]
    return sorted([*sure, *(bare if len(bare) > 1 else [])])
