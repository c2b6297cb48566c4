"""The mark that each exported row carries, so that a copied part of a file still names its export; it changes no data.

Two things vary by the export's code: how a telephone is grouped, and the reference in the last column of each row.
Which variant a cell has follows from the code and from what the cell says, under a key of the installation: a row that
is moved, sorted or copied alone keeps it, somebody who sees one file cannot make another's mark, and whoever brings the
file in again reads the same number. A name is left as it is, so that it is found by whatever looks it up; in older
exports a name ended in a space or not, and they are still told by it. Whoever types the list anew, or cuts the
references off and groups the telephones alike, takes the mark off.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import factorial, fsum, log, log2

from union.law.sources.sentence import Sentence
from union.text import digits
from union.vault import ring
from union.web.outgoing import SIGNS

GROUPS = ((2, 2, 2, 2, 2), (4, 2, 2, 2), (2, 4, 4), (4, 3, 3))  # of ten digits; each is text to a spreadsheet
SURE = 24  # bits that agree: by chance one file in sixteen million
CELLS = 400  # texts of a column that are looked at: they settle it, and a thousand exports are asked in seconds
SPEAKS = 6  # bits: a column of this many does not agree by chance alone
TELEPHONE, REFERENCE, NAME = "telephone", "reference", "name"  # no name is written by a mark any more
BITS = {TELEPHONE: 2, REFERENCE: 35, NAME: 1}  # as many ways as these say: one reference alone is sure
COLUMN = Sentence("Row mark")
"""What the column of the references is called."""
_Written = tuple[str, str, int | None]  # telephone, reference or name, which, in which way; None for no export's
_REFERENCE = re.compile(rf"\s*(\d{{1,7}})-([{SIGNS}]{{{BITS[REFERENCE] // 5}}})\s*")  # five bits a sign
_TELEPHONE = re.compile(r"0[5-9](?: ?\d){8}")
_PARTED = re.compile(r"[\u00a0\u202f\u2009]|(?<=\d)[.\-](?=\d)")
_NAME = re.compile(r"[^\W\d_][^\d@=]*")


@dataclass(frozen=True)
class Mark:
    """The mark of one export."""

    code: str

    def telephone(self, number: str) -> str:
        """Ten digits as they are dialled in Morocco, in this export's groups; any other number as it is."""
        if not re.fullmatch(r"0\d{9}", number):
            return number
        sizes = GROUPS[self.way(TELEPHONE, number)]
        starts = [sum(sizes[:at]) for at in range(len(sizes))]
        return " ".join(number[start : start + size] for start, size in zip(starts, sizes, strict=True))

    def reference(self, row: int) -> str:
        """The reference of a row, by its place in the file."""
        way, signs = self.way(REFERENCE, str(row)), ""
        for _ in range(BITS[REFERENCE] // 5):
            way, at = divmod(way, len(SIGNS))
            signs = SIGNS[at] + signs
        return f"{row}-{signs}"

    def way(self, kind: str, what: str) -> int:
        """In which of its ways this export writes a telephone (which of `GROUPS`), a row's reference (its signs), or
        wrote a name (1: a space at its end)."""
        key = ring.current().token_key("export.mark")
        digest = hmac.digest(key, f"{self.code}|{kind}|{what}".encode(), "sha256")
        return int.from_bytes(digest[:8], "little") % (1 << BITS[kind])


def _letters(name: str) -> str:
    return " ".join(name.split())


@dataclass(frozen=True)
class Agreement:
    """How far a file speaks for one export: that chance alone would do so is at most one in two to the power of
    `bits`."""

    bits: float
    cells: int  # telephones, references and names that agree, of the columns that speak for it


class Marks:
    """What the cells of a file say, made ready once to be held against the mark of each export."""

    def __init__(self, rows: Iterable[Sequence[object]]) -> None:
        seen: set[tuple[str, str]] = set()  # a telephone that stands twice says one thing
        self._columns: list[list[_Written]] = []
        self._possible: list[float] = []
        for column in _columns(rows):
            read = {(kind, what): (kind, what, way) for cell in _spread(column) for kind, what, way in _said(cell)}
            new = [one for key, one in read.items() if key not in seen]
            seen |= read.keys()
            if bits := sum(BITS[kind] for kind, _what, _way in new if kind != NAME):
                self._possible.append(bits)
            if written := [one for one in new if one[2] is not None]:
                self._columns.append(written)

    @property
    def possible(self) -> float:
        """The bits of a file all of whose cells agree: a part that has too few can name no export, whichever it is
        of."""
        return _together(self._possible)

    def agreement(self, code: str) -> Agreement:
        """What speaks for the export of this code."""
        mark, told, written, cells = Mark(code), [], [], 0
        for column in self._columns:
            agreeing = [mark.way(kind, what) == way for kind, what, way in column]
            bits = sum(
                _bits(
                    [one for one, (kind, _what, _way) in zip(agreeing, column, strict=True) if kind == of],
                    0.5 ** BITS[of],
                )
                for of in BITS
            )
            told.append(bits)
            written += [bits] if any(kind != NAME for kind, _what, _way in column) else []
            cells += sum(agreeing) if bits > SPEAKS else 0
        # Names bear the mark of older exports alone: asked with them and without, for which one bit is owed.
        return Agreement(max(0.0, _together(told) - 1, _together(written) - 1), cells)


def _bits(agreeing: list[bool], chance: float) -> float:
    """Against how many bits so many of them agree, each by `chance` (Chernoff's bound); some were typed anew, or are
    another's."""
    if not agreeing or (share := sum(agreeing) / len(agreeing)) <= chance:
        return 0
    other = (1 - share) * log2((1 - share) / (1 - chance)) if share < 1 else 0
    return len(agreeing) * (share * log2(share / chance) + other)


def _together(bits: list[float]) -> float:
    """Bits of several columns as those of one: many columns that each agree a little agree by chance (Erlang's
    tail)."""
    whole = sum(bits) * log(2)
    return max(0.0, (whole - log(fsum(whole**at / factorial(at) for at in range(len(bits))))) / log(2)) if bits else 0


def needed(exports: int) -> float:
    """How many bits make one of so many exports sure."""
    return SURE + log2(max(1, exports))


def _columns(rows: Iterable[Sequence[object]]) -> Iterator[list[str]]:
    """The distinct texts of each column."""
    seen: list[dict[str, None]] = []
    for row in rows:
        for at, cell in enumerate(row):
            if at == len(seen):
                seen.append({})
            if isinstance(cell, str):
                seen[at][cell] = None
    return (list(one) for one in seen)


def _spread(texts: list[str]) -> list[str]:
    """At most so many of a column's texts, from its beginning to its end."""
    return texts[:: -(-len(texts) // CELLS)] if texts else texts


def _said(cell: str) -> list[_Written]:
    """What a cell can bear a mark on, each with the way in which it is written; nothing where it can bear none."""
    if referred := _REFERENCE.fullmatch(cell):
        return [(REFERENCE, referred[1], _signed(referred[2]))]
    cell = _PARTED.sub(" ", cell)  # a copy out of a page or a letter parts by other blanks, another hand by dots
    phones = _TELEPHONE.findall(digits(cell))
    if phones:
        return [(TELEPHONE, re.sub(r"\D", "", one), _grouped(one)) for one in phones]
    if not _NAME.fullmatch(cell):
        return []
    name = _letters(cell)
    return [(NAME, name, {name: 0, f"{name} ": 1}.get(cell))]


def _signed(signs: str) -> int:
    way = 0
    for sign in signs:
        way = way * len(SIGNS) + SIGNS.index(sign)
    return way


def _grouped(phone: str) -> int | None:
    sizes = tuple(map(len, phone.split(" ")))
    return GROUPS.index(sizes) if sizes in GROUPS else None
