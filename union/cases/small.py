"""Small counts are hidden and the others rounded to five: nothing published gives away a small one, or one person
more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

LEAST = 5


@dataclass(frozen=True)
class Published:
    """A table as it may be seen: None where a count is hidden; a total adds the shown cells alone, and says so."""

    cells: dict[UUID, dict[str, int | None]]
    totals: dict[str, int]
    hidden: bool

    def shown(self, row: UUID, column: str) -> int | None:
        return self.cells[row][column]


def rounded(count: int) -> int:
    """A count to the nearest five."""
    return (count + LEAST // 2) // LEAST * LEAST


def publish(counts: Mapping[UUID, Mapping[str, int]], columns: Sequence[str]) -> Published:
    """Hide each count under five, zero included, round the others to five, and make every total of what is left.

    A total over all cells would give a single hidden one away by subtraction, and two of them by their bounds; a total
    of the cells as they are shown gives away nothing, whatever else is known. Anything derived must be made from these
    cells.
    """
    cells = {
        row: {column: None if counted.get(column, 0) < LEAST else rounded(counted[column]) for column in columns}
        for row, counted in counts.items()
    }
    totals = {column: sum(row[column] or 0 for row in cells.values()) for column in columns}
    return Published(cells, totals, any(value is None for row in cells.values() for value in row.values()))
