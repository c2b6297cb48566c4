"""Lay out the rows below the headers: those of people, totals, headers that come again, rows out of shape."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from union.tables.columns.vocabulary import plain
from union.tables.files.headings import is_heading
from union.tables.files.prose import is_prose
from union.tables.files.tables_below import Heads
from union.tables.files.titles import NAMED, Record, header, heads, is_blank, is_transposed, is_value, numbers
from union.tables.packed import Packed
from union.tables.rows import packed
from union.tables.table import MAX_ROWS, Cell, Remark, Row, Untrusted

_SAID = (
    "totals_row",
    "foot_rows",
    "group_rows",
    "repeated_headers",
    "tables_below",
    "lone_cells",
    "short_rows",
    "long_rows",
    "empty_rows",
)
_TOTAL = re.compile(
    r"^((grand |sous |effectif )?(total|totaux|sum|somme|مجموع|المجموع|الاجمالي|اجمالي)|effectif|(nombre|nb|عدد) "
    r".*\d)( |$)"
)
_FOOT = re.compile(  # what is printed below a list or at the foot of a page, folded
    r"^(page|صفحه|الصفحه) \d+( |$)|^(signatures?|cachet|visa|emargement|fait "
    r"a|التوقيع|توقيع|الامضاء|امضاء|الخاتم|حرر ب|حرر في)( |$)"
    r"|^(edite|imprime|arrete|etabli|genere|exporte|extrait)e? (le|a|par|de|du) |^https? |^(le|la|l) "
    r"(direct(eur|rice|ion)|responsable|chef|drh|gerante?|comptable)( |$)"
    r"|^(المدير|المديره|المدير العام|المسؤول|مدير الموارد البشريه)$"
)
_MAY_BE_FOOT = re.compile(
    r"\W*(?:page|sign|cach|visa|[ée]mar|fait|[ée]dit|imprim|arr|[ée]tabli|g[ée]n[ée]r|export|extrait|http|"
    r"l[ea'’]|(?:ال)?(?:صفح|توقيع|[اإ]مضاء|خات|حرر|مدير|مسؤول))",
    re.IGNORECASE,
)
_NUMBER_OF_A_PAGE = re.compile(r"\s*(?:-\s*\d{1,4}\s*-|–\s*\d{1,4}\s*–|\d{1,4}\s*/\s*\d{1,4})\s*")
_RULE = re.compile(r"[-=_–—.*~:+|/\\\s]+")
_FEW = 2  # cells of a row that names nobody
_REACHES_SOMEBODY = re.compile(r"@|^\s*(?:\+|0)(?:[ .()/-]*\d){8,14}\s*$")  # an address, a telephone: no sum begins so
_MAY_BE_TOTAL = re.compile("tot|som|sum|eff|nb|مجم|جمال|عدد", re.IGNORECASE)  # the quick look before the careful one
_SHAPED = 2_000  # rows from which the usual width is taken


def arrange(
    records: Iterable[Record], told: int | None, hidden: frozenset[int], *, ragged: bool = True, commas: bool = False
) -> tuple[int | None, tuple[str, ...], Packed[Row], list[Remark]]:
    """Return the header's row, the headers, the rows of data and the remarks.

    `told` is the header's row as a person corrected it, 0 for none, None to find it. Where rows are not `ragged`, as
    in a workbook, the cells missing at an end are blank; `commas` parted the cells. The records are read once, and
    never all held. Raises `Untrusted`: empty, header_only, no_rows, too_many_rows, prose, transposed, no_such_header.
    """
    every = ((number, trimmed, len(cells)) for number, cells in records if (trimmed := _trimmed(cells)))
    first = list(islice(every, _SHAPED))
    if not first:
        raise Untrusted("empty")
    filled = [(number, cells) for number, cells, _ in first]
    usual = _usual(filled)
    if told is None and is_transposed(filled):
        raise Untrusted("transposed")
    at, tall = header(filled, usual, told)
    if at is None and told is None and is_prose([cells for _, cells in filled], usual, commas=commas):
        raise Untrusted("prose")
    headers, remarks = heads(filled, at, tall, usual)
    begins = 0 if at is None else at + tall
    again = [cells for _, cells in filled[at or 0 : begins]]
    body = _Body(Heads(headers, again), len(headers), hidden, ragged, first[max(0, begins - 1)][0])
    rows = packed(body.rows(chain(first[begins:], every)))
    if not rows and told is not None and body.noted["group_rows"].count:  # a person says that these are the people
        body = _Body(Heads(headers, again), len(headers), hidden, ragged, body.before, headings=False)
        rows = packed(body.rows(first[begins:]))
    if not rows:
        raise Untrusted("header_only" if at is not None else "no_rows")
    return (None if at is None else filled[at][0]), headers, rows, remarks + body.remarks()


def _usual(filled: list[Record]) -> int:
    """How many cells most rows have, but for lines that name a group or greet."""
    wide = [len(cells) for _, cells in filled if len(cells) > 1 or not is_heading(str(cells[0]))]
    return Counter(wide or [1]).most_common(1)[0][0]


def _trimmed(cells: Sequence[Cell]) -> list[Cell]:
    end = len(cells)
    while end and is_blank(cells[end - 1]):
        end -= 1
    return list(cells[:end])


class _Noted:
    """Numbers of rows: how many, and the first of them."""

    def __init__(self) -> None:
        self.count = 0
        self.first: list[int] = []

    def add(self, begin: int, end: int) -> None:
        """Every number from `begin` to before `end`."""
        self.count += end - begin
        self.first += range(begin, min(end, begin + NAMED + 1 - len(self.first)))


class _Body:
    """The rows below the header, one after the other, and what is to be said of them at the end."""

    def __init__(
        self, heads: Heads, width: int, hidden: frozenset[int], ragged: bool, before: int, headings: bool = True
    ) -> None:
        self.heads, self.width, self.hidden, self.ragged, self.before = heads, width, hidden, ragged, before
        self.headings = headings
        self.noted = {code: _Noted() for code in _SAID}
        self.texts: list[str] = []  # of the headings left out

    def rows(self, body: Iterable[tuple[int, list[Cell], int]]) -> Iterator[Row]:
        count = 0
        for number, cells, given in body:
            if number > self.before + 1:
                self.noted["empty_rows"].add(self.before + 1, number)
            self.before = number
            left_out = _left_out(cells, self.width)
            if left_out and (self.headings or left_out != "group_rows"):
                self.noted[left_out].add(number, number + 1)
                if left_out == "group_rows" and len(self.texts) < NAMED:
                    self.texts.append(" ".join(str(cell) for cell in cells if not is_blank(cell)))
                continue
            if again := self.heads.begin(cells):
                self.noted[again].add(number, number + 1)
                continue
            if len(cells) == 1 and self.width > 2:
                self.noted["lone_cells"].add(number, number + 1)
            count += 1
            if count > MAX_ROWS:
                raise Untrusted("too_many_rows", limit=MAX_ROWS)
            if self.heads.turned:
                yield Row(number, tuple(self.heads.laid(cells)), self.width, number in self.hidden)
            else:
                yield self._row(number, cells, given)

    def _row(self, number: int, cells: list[Cell], given: int) -> Row:
        # Cells that the file gave and left blank count: a row that ends in ; is not a short one.
        found = max(len(cells), min(given, self.width) if self.ragged else self.width)
        if found != self.width:
            self.noted["short_rows" if found < self.width else "long_rows"].add(number, number + 1)
        return Row(number, tuple(cells) + ("",) * (self.width - len(cells)), found, number in self.hidden)

    def remarks(self) -> list[Remark]:
        found = [
            Remark(code, {"rows": numbers(noted.first), "count": noted.count, **self._texts(code)})
            for code, noted in self.noted.items()
            if noted.count
        ]
        left = ", ".join(dict.fromkeys(self.heads.left))
        return [*found, Remark("tables_below_left", {"headers": left})] if left else found

    def _texts(self, code: str) -> dict[str, str]:
        return {"text": " / ".join(dict.fromkeys(self.texts))[:300]} if code == "group_rows" else {}


def _left_out(cells: list[Cell], width: int) -> str | None:
    """Why a row is not about a person, as the code of its remark; None where it may be."""
    filled = [cell for cell in cells if not is_blank(cell)]
    if _is_ruled(filled):
        return "empty_rows"
    if _is_total(filled, width):
        return "totals_row"
    if len(filled) > _FEW:
        return None
    if _is_foot(filled) or (len(filled) == 1 and _NUMBER_OF_A_PAGE.fullmatch(str(filled[0]))):
        return "foot_rows"
    return "group_rows" if len(filled) == 1 and isinstance(filled[0], str) and is_heading(filled[0]) else None


def _is_ruled(filled: list[Cell]) -> bool:
    """Tell a line drawn with signs, or a dash in each cell."""
    if isinstance(filled[0], str) and filled[0][0].isalnum():
        return False
    return all(isinstance(cell, str) and _RULE.fullmatch(cell) for cell in filled)


def _is_foot(filled: list[Cell]) -> bool:
    """Tell a signature, a place and day or the number of a page from a person: no address or telephone stands beside
    it."""
    words = [cell for cell in filled if isinstance(cell, str)]
    some = any(_MAY_BE_FOOT.match(word) and _FOOT.match(plain(word)) for word in words)
    return some and not any(_REACHES_SOMEBODY.search(word) for word in words)


def _is_total(filled: list[Cell], width: int) -> bool:
    """Tell a row of totals from a person named Total: little else is filled, or numbers only."""
    suspects = [at for at, cell in enumerate(filled[:2]) if isinstance(cell, str) and _MAY_BE_TOTAL.search(cell)]
    at = next((at for at in suspects if _TOTAL.match(plain(str(filled[at])))), None)
    if at is None:
        return False
    others = filled[:at] + filled[at + 1 :]
    if any(_REACHES_SOMEBODY.search(str(cell)) for cell in others):
        return False
    return len(filled) * 2 <= width or all(map(is_value, others))
