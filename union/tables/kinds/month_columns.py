"""Statements of declared days with a column for each month (01/2025, janv.-25, يناير): each filled cell is a row."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from union.tables.cells.lists import MOST_DAYS, whole
from union.tables.cells.people import Problem, Unreadable, displayed
from union.tables.columns.month_heads import MonthColumn, headed, named_heads
from union.tables.kinds.reading import Reader, Values
from union.tables.table import Cell, Remark, Row, Table

_NOTHING = frozenset(("", "-", "–", "—", "/", "x"))
_days = whole(MOST_DAYS)


def remark(table: Table, columns: Sequence[MonthColumn]) -> list[Remark]:
    """That each of these columns is a month, and counts as a row."""
    return [Remark("months_in_columns", named_heads(table, columns))] if columns else []


def each_month(
    reader: Reader, row: Row, values: Values, columns: Iterable[MonthColumn]
) -> Iterator[tuple[Values, list[Problem]]]:
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


def _of_month(reader: Reader, row: Row, values: Values, one: MonthColumn, cell: Cell) -> tuple[Values, list[Problem]]:
    first = one.first
    if first is None:
        year = values.get("year")
        named = headed(reader.table.headers[one.column])
        if isinstance(named, int) and isinstance(year, int):
            first = date(year, named, 1)
    if first is None:
        header = reader.table.headers[one.column]
        return values, [reader.problem(row, one.column, "month_without_year", {"shown": displayed(header)})]
    try:
        return {**values, "month": first, "days": _days(cell)}, []
    except Unreadable as trouble:
        return values, [reader.problem(row, one.column, trouble.code, trouble.values)]


def wages(
    reader: Reader, row: Row, columns: Iterable[MonthColumn]
) -> tuple[tuple[tuple[date, Decimal], ...], list[Problem]]:
    """The wage of each month whose cell is filled, in the order of the months; nothing paid is no wage."""
    found: dict[date, Decimal] = {}
    problems = []
    for one in columns:
        cell = row.cell(one.column)
        if _is_nothing(cell):
            continue
        if one.first is None:
            header = displayed(reader.table.headers[one.column])
            problems.append(reader.problem(row, one.column, "month_without_year", {"shown": header}))
            continue
        try:
            amount = reader.amount(cell, row.number, one.column)
        except Unreadable as trouble:
            problems.append(reader.problem(row, one.column, trouble.code, trouble.values))
            continue
        if amount and found.setdefault(one.first, amount) != amount:
            problems.append(reader.problem(row, one.column, "month_twice", {"shown": displayed(cell)}))
    return tuple(sorted(found.items())), problems


def _is_nothing(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.strip().casefold() in _NOTHING
