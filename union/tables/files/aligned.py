"""A table that blanks alone hold in columns, as it comes out of a PDF: parted where no line of a page has anything."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations

PARTED_BY = "\t"
MOST = 4_000_000  # characters
_PIECE = re.compile(r"\S+(?: \S+)*")  # words with one blank between them belong together
_LEAST, _MOST_COLUMNS = 3, 20
_GAP = 2  # blanks that no line of a page fills
_STRAYS = 50  # of so many lines one may reach over a gap

Page = tuple[list[str], list[str]]  # its lines, and those of its table


def parted(text: str) -> str | None:
    """The same lines with their cells parted by tabulators; None where blanks part no columns.

    Each page is looked at by itself, for its columns stand elsewhere; which they are the first page says.
    """
    if len(text) > MOST or PARTED_BY in text or "  " not in text:
        return None
    lines_of = [page.split("\n") for page in text.replace("\r\n", "\n").replace("\r", "\n").split("\f")]
    pages = [(lines, [line for line in lines if len(_PIECE.findall(line)) >= _LEAST]) for lines in lines_of]
    rows, filled = (
        sum(len(table) for _, table in pages),
        sum(bool(line.strip()) for lines, _ in pages for line in lines),
    )
    if rows < _LEAST or 2 * rows < filled:
        return None
    first = next((begins for _, table in pages if len(begins := _begins(table)) >= _LEAST), None)
    if first is None or len(first) > _MOST_COLUMNS:
        return None
    return "\n".join(line for page in pages for line in _laid(page, first))


def _laid(page: Page, first: Sequence[int]) -> Iterator[str]:
    """The lines of a page, each cell in the column that it would have on the first page."""
    lines, table = page
    begins = _begins(table)
    begins = sorted([*begins, *_narrow(table, begins, len(first) - len(begins))])
    if len(begins) > len(first):
        begins = list(first)
    columns = _columns(begins, first)
    for line in lines:
        cells = _cells(line, begins)
        if len(cells) == 1:
            yield cells[0]
            continue
        laid = dict(zip(columns, cells, strict=True))
        yield PARTED_BY.join(laid.get(at, "") for at in range(len(first)))


def _blank(table: Sequence[str]) -> list[bool]:
    """For each place of a line whether nearly no line of the table has anything there."""
    changes = [0] * (max(map(len, table), default=0) + 1)
    for line in table:
        for found in _PIECE.finditer(line):
            changes[found.start()] += 1
            changes[found.end()] -= 1
        for found in re.finditer(r"(?<=\S) (?=\S)", line):
            changes[found.start()] -= 1
            changes[found.end()] += 1
    return [count <= len(table) // _STRAYS for count in accumulate(changes)][:-1]


def _begins(table: Sequence[str]) -> list[int]:
    """Where the columns begin: behind each gap."""
    begins, gap = [], _GAP
    for at, is_blank in enumerate(_blank(table)):
        if not is_blank and gap >= _GAP:
            begins.append(at)
        gap = gap + 1 if is_blank else 0
    return begins


def _narrow(table: Sequence[str], begins: Sequence[int], lacking: int) -> list[int]:
    """Where columns begin that one blank parts, of so many that a page lacks: behind and before it stand numbers."""
    if lacking <= 0:
        return []
    blank = _blank(table)
    places = [at for at in range(1, len(blank)) if blank[at - 1] and not blank[at] and at not in begins]
    scores = {at: sum(_between_digits(line, at) for line in table) for at in places}
    best = sorted((at for at in places if scores[at]), key=lambda at: -scores[at])
    return best[:lacking]


def _between_digits(line: str, at: int) -> bool:
    return at < len(line) and line[at].isdigit() and line[at - 2].isdigit()


def _columns(begins: Sequence[int], first: Sequence[int]) -> tuple[int, ...]:
    """Which columns of the first page these are: those that stand nearest, in their order."""
    every = combinations(range(len(first)), len(begins))
    return min(every, key=lambda some: sum(abs(first[at] - begin) for at, begin in zip(some, begins, strict=True)))


def _cells(line: str, begins: Sequence[int]) -> list[str]:
    """A line cut where the columns begin, between two words; a title over several of them stays whole."""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    lone = len(_PIECE.findall(line)) <= 1
    if not begins or (lone and (end <= start or any(start < begin < end for begin in begins[1:]))):
        return [_quoted(line.strip())]
    cuts = [0]
    for begin in begins[1:]:
        inside = begin < len(line) and line[begin - 1] != " "  # a word reaches over the gap
        cuts.append(max(cuts[-1], line.rfind(" ", 0, begin) + 1) if inside else begin)
    return [_quoted(line[cut:after].strip()) for cut, after in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if '"' in cell else cell
