"""Find the row, or the two rows, that name the columns: under titles, over people, in one language or in two."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from union.tables.columns import list_words
from union.tables.columns.month_heads import months_among
from union.tables.columns.vocabulary import is_known, names_a_column, plain
from union.tables.table import HEADER_WITHIN, Cell, Remark, Untrusted

Record = tuple[int, list[Cell]]
_FEW_HEADERS, _MOST_HEADERS = 3, 60
NAMED = 20  # rows named one by one in a remark
_LIKE_A_VALUE = re.compile(r"^[+(]?[\d٠-٩۰-۹][\d٠-٩۰-۹ .,/:()٫٬+-]*(dhs?|mad)?$|@", re.IGNORECASE)


def header(filled: list[Record], usual: int, told: int | None) -> tuple[int | None, int]:
    """Where the row of headers stands among the filled rows, and how many rows it takes: None and 0 for none.

    `told` is its number as a person corrected it, 0 for none, None to find it. Raises `Untrusted("no_such_header")`.
    """
    at = _found(filled, usual) if told is None else _told(filled, told)
    if at is None:
        return None, 0
    if told is None and at and _is_pair(filled, at - 1) and _fills_a_gap(filled[at - 1][1], filled[at][1]):
        at -= 1  # the upper row names what the lower one leaves blank
    return at, 2 if _is_pair(filled, at) else 1


def _told(filled: list[Record], told: int) -> int | None:
    if told == 0:
        return None
    for at, (number, _) in enumerate(filled):
        if number == told:
            return at
    raise Untrusted("no_such_header", row=told)


def names_columns(records: list[Record]) -> bool:
    """Tell whether one of the top rows says what columns hold, by two known words or more."""
    return any(_known(cells) >= 2 for _, cells in records[:HEADER_WITHIN])


def is_transposed(records: list[Record]) -> bool:
    """Tell whether the names of the columns stand one below the other, as on a card or in a table that lies on its
    side."""
    first = [cells[0] for _, cells in records if isinstance(cells[0], str)]
    named = {plain(cell) for cell in first if names_a_column(cell)} if len(records) <= _MOST_HEADERS else set()
    if len(named) < _FEW_HEADERS or 2 * len(named) < len(first):
        return False
    return not any(sum(isinstance(cell, str) and names_a_column(cell) for cell in cells) > 1 for _, cells in records)


def _known(cells: list[Cell]) -> int:
    """How many cells are words that head columns."""
    return sum(is_known(cell) or list_words.is_known(cell) for cell in cells if isinstance(cell, str))


def _found(filled: list[Record], usual: int) -> int | None:
    """Find the first of the top rows that names columns: two known words, or only words above rows with values."""
    top = [at for at, (number, _) in enumerate(filled) if number - filled[0][0] < HEADER_WITHIN][:HEADER_WITHIN]
    for at in top:
        cells = filled[at][1]
        known = _known(cells)
        if known >= 2 or (known and len(months_among(cells)) >= 2):
            return at
    for at in top:  # a title can be one such word: only where no row names several columns
        cells = filled[at][1]
        if at and not names_a_column(str(cells[0])):
            continue  # Ali Site, below other names
        if _known(cells) == 1 and (usual == 1 or len(cells) <= 2) and _names_only(cells) and len(cells) == usual:
            return at
    for at in top:
        cells = filled[at][1]
        if len(cells) >= max(2, 0.6 * usual) and _names_only(cells):
            below = [cell for _, row in filled[at + 1 : at + 20] for cell in row]
            values = sum(is_value(cell) for cell in below)
            return at if values and values * 5 >= len(below) / max(usual, 1) else None
    return None


def is_value(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(_LIKE_A_VALUE.search(cell.strip()))
    return isinstance(cell, int | Decimal | date)


def _names_only(cells: list[Cell]) -> bool:
    words = [cell for cell in cells if not is_blank(cell)]
    return all(isinstance(cell, str) and len(cell) < 100 and not is_value(cell) for cell in words)


def is_blank(cell: Cell) -> bool:
    """Nothing, or only spaces."""
    return isinstance(cell, str) and (not cell or cell.isspace())


def _is_pair(filled: list[Record], at: int) -> bool:
    """Whether the next row names columns too: most of its cells are words that head columns, and none is a value."""
    if at + 1 >= len(filled) or filled[at + 1][0] != filled[at][0] + 1:
        return False
    upper, lower = filled[at][1], filled[at + 1][1]
    words = [cell for cell in lower if not is_blank(cell)]
    named = sum(isinstance(cell, str) and names_a_column(cell) for cell in words)
    return named >= 2 and named * 2 > len(words) and _names_only(lower) and _names_only(upper)


def _fills_a_gap(upper: list[Cell], lower: list[Cell]) -> bool:
    wide = [*lower, *[""] * len(upper)]
    return any(isinstance(cell, str) and names_a_column(cell) and is_blank(wide[at]) for at, cell in enumerate(upper))


def heads(filled: list[Record], at: int | None, rows: int, usual: int) -> tuple[tuple[str, ...], list[Remark]]:
    """The headers, and what is to be said of them and of the titles above."""
    remarks: list[Remark] = []
    if at is None:
        remarks.append(Remark("no_header"))
        return ("",) * usual, remarks
    titles = filled[:at]
    if titles:
        text = " / ".join(" ".join(str(cell) for cell in cells if not is_blank(cell)) for _, cells in titles)
        remarks.append(Remark("title_rows", {"rows": numbers([number for number, _ in titles]), "text": text[:300]}))
    headers = tuple(" ".join(str(cell).split()) for cell in filled[at][1])
    if rows == 2:
        headers = _together(headers, tuple(" ".join(str(cell).split()) for cell in filled[at + 1][1]))
        remarks.append(Remark("two_header_rows", {"rows": numbers([filled[at][0], filled[at + 1][0]])}))
    twice = [one for one, times in Counter(map(plain, headers)).items() if one and times > 1]
    if twice:
        remarks.append(Remark("duplicate_headers", {"headers": ", ".join(h for h in headers if plain(h) in twice)}))
    if any(not one for one in headers):
        remarks.append(Remark("empty_headers", {"count": sum(not one for one in headers)}))
    return headers, remarks


def _together(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Two rows as one: a name over several columns goes before those below it that say too little alone."""
    width = max(len(upper), len(lower))
    above, below = ((*row, *[""] * (width - len(row))) for row in (upper, lower))
    found: list[str] = []
    group = ""
    for at in range(width):
        group = above[at] or group
        spans = not above[at] or (at + 1 < width and not above[at + 1] and bool(below[at + 1]))
        if not below[at]:
            found.append(above[at])
        elif not spans and above[at]:
            found.append(above[at] if names_a_column(above[at]) else below[at])
        else:
            found.append(below[at] if names_a_column(below[at]) else f"{group} {below[at]}".strip())
    return tuple(found)


def numbers(listed: list[int]) -> str:
    """The first of some rows, and a sign where there are more."""
    shown = ", ".join(map(str, listed[:NAMED]))
    return shown + (", …" if len(listed) > NAMED else "")
