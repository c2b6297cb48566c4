"""Tell the real days of a workbook whose day and month a spreadsheet may have taken one for the other."""

import re
from collections import Counter
from datetime import date

from union.tables.cells.dates import NUMERIC, Order, tidy
from union.tables.table import Cell

_MONTHS = 12
_ISO = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[ T]|$)")


def perhaps_turned(seen: Counter[Cell], order: Order, *, month_first: bool = False) -> int:
    """Count them in a column of days.

    A list with its month first, opened where the day comes first, keeps 03/14/2018 as a text and makes a day of
    03/04/2018, the wrong one; and the other way round, where no real day is later than the twelfth: one text tells. So
    do cells that show the `month_first`, as an American program formats them, where no day of theirs is later than the
    twelfth.
    """
    real: Counter[date] = Counter()
    texts: list[re.Match[str]] = []
    for cell, times in seen.items():
        if (day := _real(cell)) is not None:
            real[day] += times
        elif isinstance(cell, str) and (found := NUMERIC.fullmatch(tidy(cell))):
            texts.append(found)
    doubtful = sum(times for day, times in real.items() if day.day <= _MONTHS and day.day != day.month)
    late = any(day.day > _MONTHS for day in real)
    if not all(map(_decides, texts)):
        return 0
    if not texts:
        return doubtful if month_first and not late else 0
    return doubtful if not order.day_first or not late else 0


def _real(cell: Cell) -> date | None:
    """A day of a workbook, or one that a program wrote as 2018-03-04 once it had read it."""
    if isinstance(cell, date):
        return cell
    found = _ISO.match(cell) if isinstance(cell, str) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _decides(found: re.Match[str]) -> bool:
    """Whether a date can be read in one order only."""
    first, second = int(found[1]), int(found[2])
    return len(found[1]) <= 2 and (first > _MONTHS) is not (second > _MONTHS)
