"""The shape of a table: what its columns are called, or what they hold where none is called anything."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from union.tables.cells.dates import tidy
from union.tables.columns.vocabulary import plain
from union.tables.table import Cell, Table

_SAMPLE = 200
_KINDS = (
    ("mail", re.compile(r"[^@\s]+@[^@\s]+")),
    ("day", re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")),
    ("number", re.compile(r"[+(]?[\d .,/()-]*\d[\d .,/()-]*(dhs?|mad)?", re.IGNORECASE)),
)
Key = tuple[str, int]


def shape_of(table: Table) -> str:
    """The same text for every table of one shape: the set of its headers, whatever their order, case and accents.

    Without headers it is the number of the columns and the kind of each, in their order.
    """
    if any(table.headers):
        return "titles\n" + "\n".join(sorted(map(plain, table.headers)))
    top = table.rows[:_SAMPLE]
    return "kinds\n" + "\n".join(_kind([row.cell(at) for row in top]) for at in range(table.width))


def keys(headers: Sequence[str]) -> Iterator[Key]:
    """What each column is known by in any table of the same shape: its header, and how often that came before."""
    seen = Counter[str]()
    for header in map(plain, headers):
        yield header, seen[header]
        seen[header] += 1


def _kind(cells: Iterable[Cell]) -> str:
    """The commonest kind of the cells that hold something: mail, day, number, words, or blank."""
    kinds = Counter(_kind_of(cell) for cell in cells if cell != "")
    return kinds.most_common(1)[0][0] if kinds else "blank"


def _kind_of(cell: Cell) -> str:
    if isinstance(cell, date):
        return "day"
    text = tidy(cell) if isinstance(cell, str) else "0"
    return next((name for name, pattern in _KINDS if pattern.fullmatch(text)), "words")
