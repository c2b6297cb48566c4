"""Find the header, the titles above it, the totals below and the rows that are out of shape."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from union.sheets.table import HEADER_WITHIN, MAX_ROWS, Cell, Remark, Row, Untrusted
from union.sheets.vocabulary import is_known, plain

Record = tuple[int, list[Cell]]
_TOTAL = re.compile(r"^(grand |sous )?(total|totaux|sum|somme|مجموع|المجموع|الاجمالي|اجمالي)( |$)")
_MAY_BE_TOTAL = re.compile("tot|som|sum|مجم|جمال", re.IGNORECASE)  # the quick look before the careful one
_LIKE_A_VALUE = re.compile(r"^[+(]?[\d٠-٩۰-۹][\d٠-٩۰-۹ .,/:()٫٬+-]*(dhs?|mad)?$|@", re.IGNORECASE)
_SHAPED = 2_000  # rows from which the usual width is taken
_WORDS_OF_PROSE = 6


def arrange(
    records: Sequence[Record], told: int | None, hidden: frozenset[int]
) -> tuple[int | None, tuple[str, ...], list[Row], list[Remark]]:
    """Return the header's row, the headers, the rows of data and the remarks.

    `told` is the header's row as a person corrected it, 0 for none, None to find it. Raises `Untrusted`: empty,
    header_only, no_rows, too_many_rows, not_a_table, no_such_header.
    """
    filled = [(number, trimmed) for number, cells in records if (trimmed := _trimmed(cells))]
    if not filled:
        raise Untrusted("empty")
    usual = Counter(len(cells) for _, cells in filled[:_SHAPED]).most_common(1)[0][0]
    at = _header(filled, usual) if told is None else _told(filled, told)
    if at is None and told is None and usual == 1 and _is_prose(filled):
        raise Untrusted("not_a_table")
    headers, body, remarks = _cut(filled, at, usual)
    rows = _rows(body, len(headers), hidden, remarks, dict(records))
    if not rows:
        raise Untrusted("header_only" if at is not None else "no_rows")
    if len(rows) > MAX_ROWS:
        raise Untrusted("too_many_rows", limit=MAX_ROWS)
    remarks += _blanks(filled, at)
    return (None if at is None else filled[at][0]), headers, rows, remarks


def _trimmed(cells: Sequence[Cell]) -> list[Cell]:
    end = len(cells)
    while end and _is_blank(cells[end - 1]):
        end -= 1
    return list(cells[:end])


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and (not cell or cell.isspace())


def _told(filled: list[Record], told: int) -> int | None:
    if told == 0:
        return None
    for at, (number, _) in enumerate(filled):
        if number == told:
            return at
    raise Untrusted("no_such_header", row=told)


def _header(filled: list[Record], usual: int) -> int | None:
    """Find the first of the top rows that names columns: two known words, or only words above rows with values."""
    top = [at for at, (number, _) in enumerate(filled) if number - filled[0][0] < HEADER_WITHIN][:HEADER_WITHIN]
    for at in top:
        cells = filled[at][1]
        known = sum(is_known(cell) for cell in cells if isinstance(cell, str))
        if known >= 2 or (
            known == 1 and (usual == 1 or len(cells) <= 2) and _names_only(cells) and len(cells) == usual
        ):
            return at
    for at in top:
        cells = filled[at][1]
        if len(cells) >= max(2, 0.6 * usual) and _names_only(cells):
            below = [cell for _, row in filled[at + 1 : at + 20] for cell in row]
            values = sum(_is_value(cell) for cell in below)
            return at if values and values * 5 >= len(below) / max(usual, 1) else None
    return None


def _is_value(cell: Cell) -> bool:
    if isinstance(cell, str):
        return bool(_LIKE_A_VALUE.search(cell.strip()))
    return isinstance(cell, int | Decimal | date)


def _names_only(cells: list[Cell]) -> bool:
    words = [cell for cell in cells if not _is_blank(cell)]
    return all(isinstance(cell, str) and len(cell) < 100 and not _is_value(cell) for cell in words)


def _is_prose(filled: list[Record]) -> bool:
    words = [len(str(cells[0]).split()) for _, cells in filled]
    return sum(words) / len(words) > _WORDS_OF_PROSE


def _cut(filled: list[Record], at: int | None, usual: int) -> tuple[tuple[str, ...], list[Record], list[Remark]]:
    remarks: list[Remark] = []
    if at is None:
        remarks.append(Remark("no_header"))
        return ("",) * usual, filled, remarks
    titles = filled[:at]
    if titles:
        text = " / ".join(" ".join(str(cell) for cell in cells if not _is_blank(cell)) for _, cells in titles)
        remarks.append(Remark("title_rows", {"rows": _numbers([number for number, _ in titles]), "text": text[:300]}))
    headers = tuple(" ".join(str(cell).split()) for cell in filled[at][1])
    twice = [header for header, times in Counter(map(plain, headers)).items() if header and times > 1]
    if twice:
        remarks.append(Remark("duplicate_headers", {"headers": ", ".join(h for h in headers if plain(h) in twice)}))
    if any(not header for header in headers):
        remarks.append(Remark("empty_headers", {"count": sum(not header for header in headers)}))
    return headers, filled[at + 1 :], remarks


def _rows(
    body: list[Record], width: int, hidden: frozenset[int], remarks: list[Remark], given: dict[int, list[Cell]]
) -> list[Row]:
    rows: list[Row] = []
    totals: list[int] = []
    short: list[int] = []
    long: list[int] = []
    for number, cells in body:
        if _is_total(cells, width):
            totals.append(number)
            continue
        # Cells that the file gave and left blank count: a row that ends in ; is not a short one.
        found = max(len(cells), min(len(given[number]), width))
        if found != width:
            (short if found < width else long).append(number)
        rows.append(Row(number, tuple(cells) + ("",) * (width - len(cells)), found, number in hidden))
    for code, numbers in (("totals_row", totals), ("short_rows", short), ("long_rows", long)):
        if numbers:
            remarks.append(Remark(code, {"rows": _numbers(numbers), "count": len(numbers)}))
    return rows


def _is_total(cells: list[Cell], width: int) -> bool:
    """Tell a row of totals from a person named Total: little else is filled, or numbers only."""
    filled = [cell for cell in cells if not _is_blank(cell)]
    suspects = [at for at, cell in enumerate(filled[:2]) if isinstance(cell, str) and _MAY_BE_TOTAL.search(cell)]
    at = next((at for at in suspects if _TOTAL.match(plain(str(filled[at])))), None)
    if at is None:
        return False
    others = filled[:at] + filled[at + 1 :]
    return len(filled) * 2 <= width or all(_is_value(cell) and "@" not in str(cell) for cell in others)


def _blanks(filled: list[Record], at: int | None) -> list[Remark]:
    numbers = [number for number, _ in filled[at or 0 :]]
    known = set(numbers)
    missing = [number for number in range(numbers[0], numbers[-1]) if number not in known]
    return [Remark("empty_rows", {"rows": _numbers(missing), "count": len(missing)})] if missing else []


def _numbers(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:20]))
    return shown + (", …" if len(numbers) > 20 else "")
