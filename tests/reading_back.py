"""What stands in a PDF, read out of it again by PDFium: the letters where they were drawn, put back into reading
order."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
RIGHT_TO_LEFT = {"R", "AL"}
GAP = 1.5  # points: a space of our smallest type is wider
COLUMN = 6.0  # points: between two columns there is more, between two words less
BODY = 44, 788  # points from below: where a page stands between its foot and the mark of a draft
# A letter with its place: left edge, right edge, and what it is.
Letter = tuple[float, float, str]


def read_back(content: bytes) -> str:
    """The text, line by line from top to bottom, without its marks of direction."""
    return "\n".join(pages_read_back(content))


def pages_read_back(content: bytes) -> list[str]:
    """The same, page by page."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [_lines(document[number].get_textpage()) for number in range(len(document))]
    return [DIRECTION.sub("", "\n".join(lines)) for lines in pages]


def told(content: bytes) -> str:
    """The same in the order in which it is told: a cell to its end before the one beside it, and what stands above and
    below each page at the end, as one who copies gets it."""
    with pypdfium2.PdfDocument(content) as document:
        letters = [one for number in range(len(document)) for one in _letters(document[number].get_textpage())]
    letters.sort(key=lambda one: not BODY[0] < one[0] < BODY[1])
    lines = [sorted(letter for _, letter in line) for _, line in groupby(letters, key=lambda one: one[0])]
    return "\n".join(_in_reading_order(cell) for line in lines for cell in _cells(line))


def _cells(letters: list[Letter]) -> list[list[Letter]]:
    """A line parted where columns part, in the order in which they are read."""
    cells: list[list[Letter]] = []
    for letter in letters:
        if cells and letter[0] - cells[-1][-1][1] < COLUMN:
            cells[-1].append(letter)
        else:
            cells.append([letter])
    return cells[::-1] if any(_is_arabic(what) for _, _, what in letters) else cells


def _lines(page: pypdfium2.PdfTextPage) -> list[str]:
    letters = sorted(_letters(page), key=lambda one: (-one[0], one[1][0]))
    return [_in_reading_order([letter for _, letter in line]) for _, line in groupby(letters, key=lambda one: one[0])]


def _letters(page: pypdfium2.PdfTextPage) -> list[tuple[int, Letter]]:
    """Each letter that is drawn, after the height of its line."""
    letters: list[tuple[int, Letter]] = []
    for index in range(page.count_chars()):
        what = page.get_text_range(index, 1)
        _, _, right, _ = page.get_charbox(index, loose=True)
        left, height = _origin(page, index)
        if what.strip() and right > left:
            letters.append((round(height), (left, right, what)))
    return letters


def _origin(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    """Where a letter begins on its line, in points: its box tells less, for it may be drawn beyond its place."""
    across, up = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, index, across, up)
    return across.value, up.value


def _in_reading_order(letters: list[Letter]) -> str:
    """A line's letters, which come from left to right: words of Arabic are read from right to left, what stands between
    them (names, sums, codes) from left to right, as the printer's bidi ordered them."""
    words = _words(letters)
    if not any(map(_is_arabic, words)):
        return " ".join(words)
    said: list[str] = []
    for arabic, run in groupby(reversed(words), key=_is_arabic):
        together = list(run)
        said += [word[::-1] for word in together] if arabic else together[::-1]
    return " ".join(said)


def _words(letters: list[Letter]) -> list[str]:
    """Letters of one direction with less than a space between them are one word."""
    words: list[str] = []
    end = float("-inf")
    for left, right, what in letters:
        if words and left - end < GAP and _may_be_one(words[-1], what):
            words[-1] += what
        else:
            words.append(what)
        end = right
    return words


def _may_be_one(word: str, letter: str) -> bool:
    """A sign of no direction belongs to whatever it stands at; letters and digits to those of their own direction."""
    signs = _turns_with_others(letter) or all(map(_turns_with_others, word))
    return signs or _is_arabic(letter) == _is_arabic(word)


def _turns_with_others(sign: str) -> bool:
    return not sign.isalnum() and not _is_arabic(sign)


def _is_arabic(word: str) -> bool:
    return any(unicodedata.bidirectional(sign) in RIGHT_TO_LEFT for sign in word)
