"""Tell the real days of a workbook whose day and month a spreadsheet may have taken one for the other."""

import re
from collections import Counter
from datetime import date

from union.sheets.cells.dates import NUMERIC, Order, tidy
from union.sheets.table import Cell

_MONTHS = 12
_NO_CHANCE = 3  # days that all could be months


def perhaps_turned(seen: Counter[Cell], order: Order) -> int:
    """Count them in a column of days.

    A list with its month first, opened where the day comes first, keeps 03/14/2018 as a text and makes a day of 03/04/2018,
    the wrong one; and the other way round, where no real day is later than the twelfth.
    """
    real = {cell: times for cell, times in seen.items() if isinstance(cell, date)}
    texts = (
        [found for cell in seen if isinstance(cell, str) and (found := NUMERIC.fullmatch(tidy(cell)))] if real else []
    )
    if not texts or not all(map(_decides, texts)):
        return 0
    doubtful = sum(times for cell, times in real.items() if cell.day <= _MONTHS and cell.day != cell.month)
    late = sum(times for cell, times in real.items() if cell.day > _MONTHS)
    return doubtful if not order.day_first or (late == 0 and doubtful >= _NO_CHANCE) else 0


def _decides(found: re.Match[str]) -> bool:
    """Whether a date can be read in one order only."""
    first, second = int(found[1]), int(found[2])
    return len(found[1]) <= 2 and (first > _MONTHS) is not (second > _MONTHS)
