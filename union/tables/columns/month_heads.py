"""Columns whose header names a month: 01/2025, janv.-25, Mars 2025, يناير; Salaire 01/2026, أجر يناير 2026."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from union.tables.cells.dates import tidy
from union.tables.cells.lists import YEARS, month
from union.tables.cells.names import fold
from union.tables.cells.people import Unreadable
from union.tables.columns.fields import MONTH_DAYS
from union.tables.table import Cell, Table
from union.text import digits

_OF_DAYS = frozenset(
    map(fold, ("jours", "jour", "j", "nb", "nbre", "nombre", "de", "déclarés", "mois", "أيام", "شهر", "days"))
)
_OF_WAGES = frozenset(
    map(
        fold,
        (
            "salaire",
            "salaires",
            "sal",
            "brut",
            "bruts",
            "brute",
            "paie",
            "paye",
            "remuneration",
            "gross",
            "wage",
            "wages",
            "salary",
            "pay",
            "الأجر",
            "أجر",
            "أجرة",
            "الأجرة",
            "الراتب",
            "راتب",
            "الخام",
            "خام",
        ),
    )
)
_BESIDE = frozenset(
    map(fold, ("mois", "de", "du", "d", "en", "mensuel", "dh", "mad", "شهر", "لشهر", "الشهري", "for", "of"))
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\d{1,5}|\d{7,}")
_WHOLE_DAY = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
_FIRST_OF_MONTH = re.compile(r"\d{4}-\d{2}-01")


@lru_cache(4_096)
def headed(header: str) -> date | int | None:
    """The month that a header names, with its year as its first day, else as its number; None where it names none.

    A number alone is no month: it heads many things.
    """
    words = tidy(header).split()
    while words and fold(words[0]) in _OF_DAYS:
        words = words[1:]
    return _month_of(words)


@lru_cache(4_096)
def headed_wages(header: str) -> tuple[date | int | None, bool]:
    """The month that a header of wages names, as `headed` says it, and whether it says that it is of wages."""
    words = re.sub("[()\\[\\]:'’]|[-–](?=[^\\W\\d])", " ", tidy(header)).split()
    kept = [word for word in words if fold(word) not in _OF_WAGES]
    bare = [word for word in kept if fold(word) not in _BESIDE]
    return _month_of(bare), len(kept) < len(words)


def _month_of(words: list[str]) -> date | int | None:
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
    """The places of the headers that name a month, from 0: of bare names at least two, for mars and mai are names
    too."""
    named = {at: headed(str(one)) for at, one in enumerate(headers) if not isinstance(one, int)}
    sure = [at for at, found in named.items() if isinstance(found, date)]
    bare = [at for at, found in named.items() if isinstance(found, int)]
    return sorted([*sure, *(bare if len(bare) > 1 else [])])


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """A column of one month: its place, and the first day of the month; None where nothing says its year."""

    column: int
    first: date | None


def month_columns(table: Table, mapping: Mapping[int, str | None], field: str) -> tuple[MonthColumn, ...]:
    """The columns that hold a month each, with the year that the header, else a title or the sheet's name, gives."""
    year = year_of(table)
    found = []
    for at, held in sorted(mapping.items()):
        if held == field:
            header = table.headers[at] if at < table.width else ""
            named = headed(header) if field == MONTH_DAYS else headed_wages(header)[0]
            if isinstance(named, int):
                named = date(year, named, 1) if year else None
            found.append(MonthColumn(at, named))
    return tuple(found)


def year_of(table: Table) -> int | None:
    """The one year that the titles above the columns name, else the sheet's name."""
    titles = " ".join(str(one.values.get("text", "")) for one in table.remarks if one.code == "title_rows")
    for text in (titles, table.sheet or ""):
        years = {int(one) for one in _YEAR.findall(digits(text))}
        if len(years) == 1:
            return years.pop()
    return None


def named_heads(table: Table, columns: Iterable[MonthColumn]) -> dict[str, object]:
    """What a remark says of these columns: the first and the last of many."""
    heads = [table.headers[one.column] or str(one.column + 1) for one in columns]
    named = heads if len(heads) < 4 else [heads[0], "…", heads[-1]]
    return {"headers": ", ".join(named), "count": len(heads)}
