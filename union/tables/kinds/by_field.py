"""The reading of each field whose cell stands for itself, whatever else its row or its column says."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from union.tables.cells import lists as list_cells
from union.tables.cells import mandates, meanings
from union.tables.cells import people as cells
from union.tables.cells.ballots import BALLOTS
from union.tables.table import Cell

Value = str | bool | int | date | Decimal | tuple[tuple[date, Decimal], ...] | None
_MOST_LEAVE = 400  # days
_MOST_CHILDREN = 30

SIMPLE: dict[str, Callable[[Cell], Value]] = {
    "employee_number": cells.number_of,
    "card_number": cells.number_of,
    "identifier": cells.number_of,
    "alias": cells.alias,
    "job": cells.words,
    "site": cells.words,
    "remarks": cells.words,
    "mandate": mandates.mandate,
    "leave_days_due": lambda cell: cells.count(cell, _MOST_LEAVE, halves=True),
    "unpaid_days": lambda cell: cells.count(cell, _MOST_LEAVE, halves=True),
    "dependants": lambda cell: cells.count(cell, _MOST_CHILDREN),
    **list_cells.SIMPLE,
    **BALLOTS,
}
LISTED: dict[str, Callable[[Cell], str | None]] = {
    "sex": meanings.sex,
    "category": meanings.category,
    "contract": meanings.contract,
    **list_cells.LISTED,
}
