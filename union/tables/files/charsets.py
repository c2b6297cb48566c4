"""Decide in which encoding a text file was saved, by evidence over the whole file."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from union.tables.files.lettering import weight
from union.tables.table import Remark, Untrusted

TWICE = "utf-8-twice"  # a text of UTF-8 that a program took for Windows' and wrote in UTF-8 once more
OFFERED = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1256",
    "iso8859-15",
    "iso8859-6",
    "mac_roman",
    "mac_arabic",
    "cp850",
    TWICE,
)
"""The encodings that a person may choose by hand, by their Python names but for the last."""

SPOKEN = dict(
    zip(
        OFFERED,
        (
            "UTF-8",
            "UTF-16 LE",
            "UTF-16 BE",
            "Windows-1252",
            "Windows-1256",
            "ISO 8859-15",
            "ISO 8859-6",
            "Mac Roman",
            "Mac Arabic",
            "MS-DOS 850",
            "UTF-8 × 2",
        ),
        strict=True,
    )
)
"""How people call them."""

_EIGHT_BITS = ("cp1252", "cp1256", "iso8859-15", "iso8859-6", "mac_roman", "mac_arabic", "cp850")
_TAKEN_FOR = ("cp1252", "cp1256")  # what a text of UTF-8 is taken for
_BYTES = {  # by the letters that each of them has for a byte; five bytes have none in Windows-1252, and stay themselves
    name: {ord(letter): code for code in range(0x80, 0x100) if (letter := bytes((code,)).decode(name, "ignore"))}
    for name in _TAKEN_FOR
}
_WORD = re.compile(rb"[A-Za-z\x80-\xff'-]{1,60}")  # longer ones are cut: nothing of that length is a word
_ASCII = bytes(range(128))
_OF_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 4_000  # distinct words are judged, the commonest first: beyond this many only bytes not seen yet say more
_EACH_BYTE = 40  # words that speak for each byte, however rare it is
_SETTLED = 0.5  # a marked letter: by so much the best must be ahead of the next


class Decoded(NamedTuple):
    """A text, the Python name of its encoding, and what is to be said where the evidence does not settle it."""

    text: str
    encoding: str
    doubts: tuple[Remark, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Read a text file; `encoding` is what a person chose, if anything.

    Never replaces a byte that cannot be read: `Untrusted("encoding")` names the line, `Untrusted("nul")` a NUL.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            read = _checked(data[len(mark) :], name)
            return _once(read.text) if name == "utf-8" else read
    wide = width_of(data)
    if wide:
        return _checked(data, wide)
    try:
        return _once(_without_nul(data.decode("utf-8")))
    except UnicodeDecodeError as fault:
        if fault.end == len(data) and fault.reason == "unexpected end of data" and not data[: fault.start].isascii():
            cut = Remark("cut_short", {"line": data.count(b"\n") + 1})
            return _checked(data[: fault.start], "utf-8")._replace(doubts=(cut,))
        words = _judged(data)
        name, doubt = _by_evidence(data, words)
        mixed = _mixed(data, fault.start, name)
        return _checked(data, name)._replace(doubts=(mixed,) if mixed else doubt)


def _once(text: str) -> Decoded:
    """A text of UTF-8; where all its marked letters are UTF-8 that was written in UTF-8 once more, as it was before."""
    before = None if text.isascii() else _before(text)
    if before is None:
        return Decoded(text, "utf-8")
    at = next(at for at, sign in enumerate(text) if not sign.isascii())
    begin = max(text.rfind(sign, 0, at) for sign in "\n\r\t ;,|") + 1
    word = re.split(r"[\s;,|]", text[begin : begin + 60], maxsplit=1)[0]
    said = {"shown": word, "otherwise": _before(word) or word}
    return Decoded(before, TWICE, (Remark("encoding_twice", said),))


def _before(text: str) -> str | None:
    """What a text was before it was taken for Windows' and written in UTF-8 again; None where it never was."""
    for name in _TAKEN_FOR:
        codes = _BYTES[name]
        found = text.translate(codes)
        try:
            before = found.encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
        return before if before != text else None
    return None


def _mixed(data: bytes, at: int, name: str) -> Remark | None:
    """Most marked letters are in UTF-8, and some are not: two lists were put together, or one was spoilt before."""
    strays = len(_OF_UTF8.sub(b"", data).translate(None, _ASCII))
    if len(data.translate(None, _ASCII)) <= 3 * strays:
        return None
    return Remark("encoding_mixed", {"encoding": SPOKEN[name], "line": data[:at].count(b"\n") + 1})


def _as_told(data: bytes, encoding: str) -> Decoded:
    name = {"utf-8-sig": "utf-8", "windows-1252": "cp1252", "windows-1256": "cp1256"}.get(encoding, encoding)
    if name not in OFFERED:
        raise Untrusted("unknown_encoding", encoding=encoding)
    if name == TWICE:
        text = _checked(data, "utf-8").text.removeprefix("\ufeff")
        before = _before(text)
        return Decoded(text if before is None else before, TWICE)
    read = _checked(data, name)
    return read._replace(text=read.text.removeprefix("\ufeff"))


def _checked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(_without_nul(data.decode(name)), name)
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        raise Untrusted("encoding", encoding=SPOKEN[name], line=line) from None


def _without_nul(text: str) -> str:
    at = text.find("\0")
    if at >= 0:
        raise Untrusted("nul", line=text.count("\n", 0, at) + 1)
    return text


def width_of(data: bytes) -> str | None:
    """Return the name of UTF-16 where the bytes are that, marked or not: delimiters and digits leave zeros on one
    side of each pair only."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16-le" if data[0] == 0xFF else "utf-16-be"
    if len(data) < 4 or len(data) % 2:
        return None
    even, odd = data[0::2].count(0), data[1::2].count(0)
    pairs = len(data) // 2
    if odd > 0.1 * pairs and even * 20 <= odd:
        return "utf-16-le"
    return "utf-16-be" if even > 0.1 * pairs and odd * 20 <= even else None


Words = list[tuple[bytes, int]]


def _judged(data: bytes) -> Words:
    """The words with marked letters, each with how often it counts: the commonest, and some for each byte that there
    is.

    A byte that stands in the last row only, in a word that comes once, can be the one that decides.
    """
    counted = Counter(found[0] for found in _WORD.finditer(data) if not found[0].isascii()).most_common()
    spoken: Counter[int] = Counter()
    words: Words = []
    for at, (word, count) in enumerate(counted):
        codes = {code for code in word if code > 0x7F}
        if at < _SAMPLE or any(spoken[code] < _EACH_BYTE for code in codes):
            words.append((word, min(count, 50)))
            spoken.update(codes)
    return words


def _by_evidence(data: bytes, words: Words) -> tuple[str, tuple[Remark, ...]]:
    """Choose the eight-bit encoding whose words look most like French and Arabic words; say it where two look alike."""
    weights = {name: [weight(word, name) * count for word, count in words] for name in _possible(data, _EIGHT_BITS)}
    scores = {name: sum(found) for name, found in weights.items()}
    if "mac_arabic" in scores:
        # Mac Arabic writes its space between Arabic words as A0; the letters themselves sit as in ISO-8859-6.
        scores["mac_arabic"] += 0.5 * (b"\xa0" in data)
    # In a tie the first stands: lower-case French letters sit in the same places in Windows-1252 and Windows-1256.
    ranked = sorted(scores, key=lambda name: -scores[name])
    doubts = (_doubt(words, weights, ranked[0], other) for other in ranked[1:])
    return ranked[0], tuple([doubt for doubt in doubts if doubt][:1])


def _doubt(words: Words, weights: dict[str, list[float]], best: str, other: str) -> Remark | None:
    """What is to be said where another encoding gives other words that look as much like words."""
    differing = [at for at, (word, _) in enumerate(words) if _read(word, best) != _read(word, other)]
    if not differing:
        return None
    mine, theirs = (sum(weights[name][at] for at in differing) for name in (best, other))
    high = sum(len(_HIGH.findall(words[at][0])) * words[at][1] for at in differing)
    if mine > 0 and mine - theirs > _SETTLED * high:
        return None
    word = words[differing[0]][0]
    shown, otherwise = _read(word, best), _read(word, other)
    both = {"encoding": SPOKEN[best], "other": SPOKEN[other]}
    return Remark("encoding_unsettled", {**both, "shown": shown, "otherwise": otherwise})


def _read(word: bytes, name: str) -> str:
    return " ".join(word.decode(name, "backslashreplace").split())


def _possible(data: bytes, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        yield name
