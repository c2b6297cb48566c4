"""Find the header, the titles above it, the totals below and the rows that are out of shape."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from union.sheets.packed import Packed
from union.sheets.rows import packed
from union.sheets.table import HEADER_WITHIN, MAX_ROWS, Cell, Remark, Row, Untrusted
from union.sheets.vocabulary import is_known, plain

Record = tuple[int, list[Cell]]
_NAMED = 20  # rows named one by one in a remark
_TOTAL = re.compile(r"^(grand |sous )?(total|totaux|sum|somme|مجموع|المجموع|الاجمالي|اجمالي)( |$)")
_MAY_BE_TOTAL = re.compile("tot|som|sum|مجم|جمال", re.IGNORECASE)  # the quick look before the careful one
_LIKE_A_VALUE = re.compile(r"^[+(]?[\d٠-٩۰-۹][\d٠-٩۰-۹ .,/:()٫٬+-]*(dhs?|mad)?$|@", re.IGNORECASE)
_SHAPED = 2_000  # rows from which the usual width is taken
_WORDS_OF_PROSE = 6
_ENDS_A_SENTENCE = (".", "!", "?", "…", ":", ";", "؟", "؛")
_IN_NO_NAME = frozenset((
    "à", "au", "aux", "avec", "ce", "ces", "cette", "dans", "demain", "des", "elle", "est", "et", "ils", "les", "leur",
    "mais", "ne", "nos", "notre", "nous", "pas", "pour", "que", "qui", "sont", "sur", "tous", "une", "vos", "votre", "vous",
    "are", "at", "for", "is", "of", "our", "the", "to", "we", "with", "you",
    "في", "من", "على", "إلى", "الى", "هذا", "هذه", "أن", "ان", "كل", "مع", "عن", "نحن", "كان", "هو", "هي", "ثم", "لا", "لم",
    "لن", "قد", "التي", "الذي", "يوم", "غدا",
))  # fmt: skip  # of French, English and Arabic; none that stands in a name, as de, la, le, el and ben do


def arrange(
    records: Iterable[Record], told: int | None, hidden: frozenset[int], *, ragged: bool = True
) -> tuple[int | None, tuple[str, ...], Packed[Row], list[Remark]]:
    """Return the header's row, the headers, the rows of data and the remarks.

    `told` is the header's row as a person corrected it, 0 for none, None to find it. Where rows are not `ragged`, as
    in a workbook, the cells missing at an end are blank. The records are read once, and never all held. Raises
    `Untrusted`: empty, header_only, no_rows, too_many_rows, not_a_table, no_such_header.
    """
    every = ((number, trimmed, len(cells)) for number, cells in records if (trimmed := _trimmed(cells)))
    first = list(islice(every, _SHAPED))
    if not first:
        raise Untrusted("empty")
    filled = [(number, cells) for number, cells, _ in first]
    usual = Counter(len(cells) for _, cells in filled).most_common(1)[0][0]
    at = _header(filled, usual) if told is None else _told(filled, told)
    if at is None and told is None and usual == 1 and _is_prose(filled):
        raise Untrusted("not_a_table")
    headers, remarks = _heads(filled, at, usual)
    body = _Body(len(headers), hidden, ragged, first[0 if at is None else at][0])
    begins = 0 if at is None else at + 1
    rows = packed(body.rows(chain(first[begins:], every)))
    if not rows:
        raise Untrusted("header_only" if at is not None else "no_rows")
    return (None if at is None else filled[at][0]), headers, rows, remarks + body.remarks()


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
    """Whether one column without a header is a text and no list of names: long lines, or mostly sentences."""
    lines = [str(cells[0]) for _, cells in filled]
    words = sum(len(line.split()) for line in lines)
    return words > _WORDS_OF_PROSE * len(lines) or 2 * sum(map(_is_sentence, lines)) > len(lines)


def _is_sentence(line: str) -> bool:
    """Three words or more that end as a sentence does, or hold a word that is in nobody's name."""
    words = line.split()
    ends = line.rstrip().endswith(_ENDS_A_SENTENCE)
    return len(words) >= 3 and (
        ends or not _IN_NO_NAME.isdisjoint(word.strip(".,;:!?،؛؟").casefold() for word in words)
    )


def _heads(filled: list[Record], at: int | None, usual: int) -> tuple[tuple[str, ...], list[Remark]]:
    remarks: list[Remark] = []
    if at is None:
        remarks.append(Remark("no_header"))
        return ("",) * usual, remarks
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
    return headers, remarks


class _Noted:
    """Numbers of rows: how many, and the first of them."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[int] = []

    def add(self, begin: int, end: int) -> None:
        """Every number from `begin` to before `end`."""
        self.count += end - begin
        self.first += range(begin, min(end, begin + _NAMED + 1 - len(self.first)))


class _Body:
    """The rows below the header, one after the other, and what is to be said of them at the end."""

    def __init__(self, width: int, hidden: frozenset[int], ragged: bool, before: int) -> None:
        self.width, self.hidden, self.ragged, self.before = width, hidden, ragged, before
        self.noted = {code: _Noted() for code in ("totals_row", "short_rows", "long_rows", "empty_rows")}

    def rows(self, body: Iterable[tuple[int, list[Cell], int]]) -> Iterator[Row]:
        count = 0
        for number, cells, given in body:
            if number > self.before + 1:
                self.noted["empty_rows"].add(self.before + 1, number)
            self.before = number
            if _is_total(cells, self.width):
                self.noted["totals_row"].add(number, number + 1)
                continue
            count += 1
            if count > MAX_ROWS:
                raise Untrusted("too_many_rows", limit=MAX_ROWS)
            yield self._row(number, cells, given)

    def _row(self, number: int, cells: list[Cell], given: int) -> Row:
        # Cells that the file gave and left blank count: a row that ends in ; is not a short one.
        found = max(len(cells), min(given, self.width) if self.ragged else self.width)
        if found != self.width:
            self.noted["short_rows" if found < self.width else "long_rows"].add(number, number + 1)
        return Row(number, tuple(cells) + ("",) * (self.width - len(cells)), found, number in self.hidden)

    def remarks(self) -> list[Remark]:
        return [
            Remark(code, {"rows": _numbers(noted.first), "count": noted.count})
            for code, noted in self.noted.items()
            if noted.count
        ]


def _is_total(cells: list[Cell], width: int) -> bool:
    """Tell a row of totals from a person named Total: little else is filled, or numbers only."""
    filled = [cell for cell in cells if not _is_blank(cell)]
    suspects = [at for at, cell in enumerate(filled[:2]) if isinstance(cell, str) and _MAY_BE_TOTAL.search(cell)]
    at = next((at for at in suspects if _TOTAL.match(plain(str(filled[at])))), None)
    if at is None:
        return False
    others = filled[:at] + filled[at + 1 :]
    return len(filled) * 2 <= width or all(_is_value(cell) and "@" not in str(cell) for cell in others)


def _numbers(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_NAMED]))
    return shown + (", …" if len(numbers) > _NAMED else "")
