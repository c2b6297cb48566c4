"""The mark that each exported row carries, so that a copied part of a file still names its export; it changes no data.

Two things vary by the export's code: how a telephone is grouped, and whether a name ends in a space. Which variant a
cell has follows from the code and from what the cell says, under a key of the installation: a row that is moved,
sorted or copied alone keeps it, somebody who sees one file cannot make another's mark, and whoever brings the file in
again reads the same number and the same name. Whoever types the list anew, or trims its spaces and groups its
telephones alike, takes the mark off.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log2

from union.text import digits
from union.vault import ring

GROUPS = ((2, 2, 2, 2, 2), (4, 2, 2, 2), (2, 4, 4), (4, 3, 3))  # of ten digits; each is text to a spreadsheet
SURE = 24  # bits that agree: by chance one file in sixteen million
AGREED = 0.9  # of a column's cells; some were typed anew
_TELEPHONE = re.compile(r"0[5-9](?: ?\d){8}")
_NAME = re.compile(r"[^\W\d_][^\d@=]*")


@dataclass(frozen=True)
class Mark:
    """The mark of one export."""

    code: str

    def telephone(self, number: str) -> str:
        """Ten digits as they are dialled in Morocco, in this export's groups; any other number as it is."""
        if not re.fullmatch(r"0\d{9}", number):
            return number
        sizes = GROUPS[self._choice("telephone", number) % len(GROUPS)]
        starts = [sum(sizes[:at]) for at in range(len(sizes))]
        return " ".join(number[start : start + size] for start, size in zip(starts, sizes, strict=True))

    def name(self, name: str) -> str:
        """A name, ending in a space or not."""
        return f"{name} " if name and self._choice("name", _letters(name)) % 2 else name

    def _choice(self, kind: str, said: str) -> int:
        key = ring.current().token_key("export.mark")
        return hmac.digest(key, f"{self.code}|{kind}|{said}".encode(), "sha256")[0]


def _letters(name: str) -> str:
    return " ".join(name.split())


def bits(code: str, rows: Iterable[Sequence[object]]) -> int:
    """How many bits of a file's rows speak for an export: of each column that agrees with its mark nearly throughout."""
    mark, whole = Mark(code), 0
    for column in _columns(rows):
        found = [_agrees(mark, cell) for cell in column]
        told = [weight for weight in found if weight is not None]
        if told and sum(map(bool, told)) >= AGREED * len(told):
            whole += sum(told)
    return whole


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


def _agrees(mark: Mark, cell: str) -> int | None:
    """The bits with which a cell agrees; 0 where it does not, None where it can bear no mark."""
    text = digits(cell)
    phones = _TELEPHONE.findall(text)
    if phones:
        plain = [re.sub(r"\D", "", one) for one in phones]
        return 2 * len(plain) if phones == list(map(mark.telephone, plain)) else 0
    if not _NAME.fullmatch(cell):
        return None
    return int(mark.name(_letters(cell)) == cell)
