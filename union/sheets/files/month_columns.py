"""Statements of declared days with a column for each month (01/2025, janv.-25, يناير): each filled cell is a row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from union.sheets.cells.lists import MOST_DAYS, whole
from union.sheets.cells.people import Problem, Unreadable, shown
from union.sheets.columns.fields import MONTH_DAYS
from union.sheets.files.month_heads import headed
from union.sheets.kinds.reading import Reader, Values
from union.sheets.table import Cell, Remark, Row, Table
from union.text import digits

_NOTHING = frozenset(("", "-", "–", "—", "/", "x"))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_days = whole(MOST_DAYS)


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """A column of one month: its place, and the first day of the month; None where nothing says its year."""

    column: int
    first: date | None


def month_columns(table: Table, mapping: Mapping[int, str | None]) -> tuple[MonthColumn, ...]:
    """The columns that hold a month each, with the year that the header, else a title or the sheet's name, gives."""
    year = _year_of(table)
    found = []
    for at, field in sorted(mapping.items()):
        if field == MONTH_DAYS:
            named = headed(table.headers[at]) if at < table.width else None
            if isinstance(named, int):
                named = date(year, named, 1) if year else None
            found.append(MonthColumn(at, named))
    return tuple(found)


def _year_of(table: Table) -> int | None:
    """The one year that the titles above the columns name, else the sheet's name."""
    titles = " ".join(str(one.values.get("text", "")) for one in table.remarks if one.code == "title_rows")
    for text in (titles, table.sheet or ""):
        years = {int(one) for one in _YEAR.findall(digits(text))}
        if len(years) == 1:
            return years.pop()
    return None


def remark(table: Table, columns: Iterable[MonthColumn]) -> list[Remark]:
    """That each of these columns is a month, and counts as a row."""
    heads = [table.headers[one.column] or str(one.column + 1) for one in columns]
    if not heads:
        return []
    named = heads if len(heads) < 4 else [heads[0], "…", heads[-1]]
    return [Remark("months_in_columns", {"headers": ", ".join(named), "count": len(heads)})]


def each_month(
    reader: Reader, row: Row, values: Values, columns: Iterable[MonthColumn]
) -> Iterator[tuple[Values, list[Problem]]]:  # fmt: skip
    """What a row says of each month whose cell is filled; a row without any says so by lacking its days."""
    filled = False
    for one in columns:
        cell = row.cell(one.column)
        if _is_nothing(cell):
            continue
        filled = True
        yield _of_month(reader, row, values, one, cell)
    if not filled:
        yield values, []


def _of_month(
    reader: Reader, row: Row, values: Values, one: MonthColumn, cell: Cell
) -> tuple[Values, list[Problem]]:  # fmt: skip
    first = one.first
    if first is None:
        year = values.get("year")
        named = headed(reader.table.headers[one.column])
        if isinstance(named, int) and isinstance(year, int):
            first = date(year, named, 1)
    if first is None:
        header = reader.table.headers[one.column]
        return values, [reader.problem(row, one.column, "month_without_year", {"shown": shown(header)})]
    try:
        return {**values, "month": first, "days": _days(cell)}, []
    except Unreadable as trouble:
        return values, [reader.problem(row, one.column, trouble.code, trouble.values)]


def _is_nothing(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().casefold() in _NOTHING
