"""Headers that come again within a list: at the top of each printed page, or of another table below with its own
order."""

from collections.abc import Sequence

from union.tables.columns.vocabulary import names_a_column, plain
from union.tables.files.titles import is_blank, is_value
from union.tables.table import Cell

AGAIN, BELOW = "repeated_headers", "tables_below"


class Heads:
    """The headers of a list, and how the cells of the table that is being read lie under them.

    `turned` says that they lie otherwise; `left` are the headers of columns that only a table below has.
    """

    def __init__(self, headers: Sequence[str], rows: list[list[Cell]]) -> None:
        self.turned = False
        self.left: list[str] = []
        self._rows = rows
        self._width = len(headers)
        self._places = {plain(header): at for at, header in reversed(list(enumerate(headers))) if plain(header)}
        self._order: list[int | None] = []
        written = [cell for row in rows for cell in row if isinstance(cell, str) and cell]
        self._quick = frozenset(way for cell in written for way in _ways(cell))

    def begin(self, cells: list[Cell]) -> str | None:
        """Take a row for headers, where it is one, and return the code of what is to be said of it."""
        if self._quick.isdisjoint(cells):
            return None
        if cells in self._rows or [_unmarked(cells[0]), *cells[1:]] in self._rows:
            self.turned = False
            return AGAIN
        if not self._names_columns(cells):
            return None
        self._order = [None if is_blank(cell) else self._places.get(plain(str(cell))) for cell in cells]
        places = list(zip(cells, self._order, strict=True))
        self.left += [str(cell) for cell, at in places if at is None and not is_blank(cell)]
        self.turned = any(at != place and not is_blank(cell) for place, (cell, at) in enumerate(places))
        return BELOW if self.turned else AGAIN

    def _names_columns(self, cells: list[Cell]) -> bool:
        words = [cell for cell in cells if not is_blank(cell)]
        if any(map(is_value, words)):
            return False
        known = sum(plain(str(cell)) in self._places for cell in words)
        return known > 1 and (2 * known > len(words) or all(names_a_column(str(cell)) for cell in words))

    def laid(self, cells: list[Cell]) -> list[Cell]:
        """The cells of a row below another table's headers, each under its own header."""
        found: list[Cell] = [""] * self._width
        for at, cell in zip(self._order, cells, strict=False):
            if at is not None:
                found[at] = cell
        return found


def _ways(cell: str) -> tuple[str, ...]:
    """How a header can stand further down; a second file that was put below the first begins with its mark."""
    return cell, cell.upper(), cell.lower(), cell.capitalize(), f"\ufeff{cell}"


def _unmarked(cell: Cell) -> Cell:
    return cell.removeprefix("\ufeff") if isinstance(cell, str) else cell
