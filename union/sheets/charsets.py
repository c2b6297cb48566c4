"""Decide in which encoding a text file was saved, by evidence over the whole file."""

import re
from collections import Counter
from collections.abc import Iterator

from union.sheets.table import Untrusted

OFFERED = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "cp1256", "iso8859-15", "iso8859-6", "mac_roman", "mac_arabic")
"""The encodings that a person may choose by hand, by their Python names."""

_EIGHT_BITS = ("cp1252", "cp1256", "iso8859-15", "iso8859-6", "mac_roman", "mac_arabic")
_WORD = re.compile(rb"[A-Za-z\x80-\xff'-]*[\x80-\xff][A-Za-z\x80-\xff'-]*")
_FRENCH = frozenset("éèêëàâäçîïôöùûüÿœæñáíóúÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŸŒÆ")
_SIGNS = frozenset(" °ºª’‘“”«»–—…€•\u00a0\u200e\u200f،؛؟٪٫٬\u202f'-")
_TATWEEL_AND_MARKS = frozenset("ـًٌٍَُِّْ")
# How often each letter comes in Arabic names and headers; the rest of the alphabet counts one.
_ARABIC = dict.fromkeys("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيڭگپڤ", 1.0) | dict.fromkeys("السنيرمدبعحهةفوت", 2.0)
_FAR_FROM_WORDS = -3.0
_SAMPLE = 4_000  # distinct words are judged, the commonest first: beyond this many nothing changes


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Return the text and the Python name of its encoding; `encoding` is what a person chose, if anything.

    Never replaces a byte that cannot be read: `Untrusted("encoding")` names the line, `Untrusted("nul")` a NUL.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return _checked(data[len(mark) :], name)
    wide = width_of(data)
    if wide:
        return _checked(data, wide)
    try:
        return _without_nul(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        name = _by_evidence(data)
        return _checked(data, name)


def _as_told(data: bytes, encoding: str) -> tuple[str, str]:
    name = {"utf-8-sig": "utf-8", "windows-1252": "cp1252", "windows-1256": "cp1256"}.get(encoding, encoding)
    if name not in OFFERED:
        raise Untrusted("unknown_encoding", encoding=encoding)
    text, name = _checked(data, name)
    return text.removeprefix("\ufeff"), name


def _checked(data: bytes, name: str) -> tuple[str, str]:
    try:
        return _without_nul(data.decode(name)), name
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise Untrusted("encoding", encoding=name, line=line) from None


def _without_nul(text: str) -> str:
    at = text.find("\0")
    if at >= 0:
        raise Untrusted("nul", line=text.count("\n", 0, at) + 1)
    return text


def width_of(data: bytes) -> str | None:
    """Return the name of UTF-16 where the bytes are that, marked or not: delimiters and digits leave zeros on one side of each pair only."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if data[0] == 0xFF else "utf-16-be"
    if len(data) < 4 or len(data) % 2:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    pairs = len(data) // 2
    if odd > 0.1 * pairs and even * 20 <= odd:
        return "utf-16-le"
    return "utf-16-be" if even > 0.1 * pairs and odd * 20 <= even else None


def _by_evidence(data: bytes) -> str:
    """Choose the eight-bit encoding whose words look most like French and Arabic words."""
    words = Counter(_WORD.findall(data)).most_common(_SAMPLE)
    scores = {name: sum(_weight(word, name) * min(count, 50) for word, count in words) for name in _EIGHT_BITS}
    # Mac Arabic writes its space between Arabic words as A0; the letters themselves sit as in ISO-8859-6.
    scores["mac_arabic"] += 0.5 * (b"\xa0" in data)
    # In a tie the first stands: lower-case French letters sit in the same places in Windows-1252 and Windows-1256.
    return max(_possible(data, _EIGHT_BITS), key=lambda name: scores[name])


def _possible(data: bytes, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        yield name


def _weight(word: bytes, name: str) -> float:
    try:
        text = word.decode(name)
    except UnicodeDecodeError:
        return _FAR_FROM_WORDS * len(word)
    letters = [letter for letter in text if letter not in _SIGNS]
    arabic = sum(letter in _ARABIC or letter in _TATWEEL_AND_MARKS for letter in letters)
    if arabic and arabic == len(letters):
        return _arabic_weight("".join(letters))
    if arabic:
        return _FAR_FROM_WORDS * len(letters)
    return _french_weight(letters)


def _arabic_weight(text: str) -> float:
    weight = sum(_ARABIC.get(letter, 0.5) for letter in text)
    weight += 3.0 * text.startswith("ال")
    # These two letters only ever end a word.
    weight += _FAR_FROM_WORDS * sum(letter in "ةى" for letter in text[:-1])
    return weight


def _french_weight(letters: list[str]) -> float:
    if not letters:
        return 0.0  # signs alone: ° « » say little, and the same in most encodings
    plain = sum(letter.isascii() for letter in letters)
    marked = sum(letter in _FRENCH for letter in letters)
    strange = len(letters) - plain - marked
    text = "".join(letters)
    if strange or marked > plain + 1 or not (text.islower() or text.isupper() or text[1:].islower()):
        return _FAR_FROM_WORDS * (strange + marked)
    return 2.0 * marked
