"""A list that came as a message, or is typed from paper: made the table that a file would have held."""

import re

from union.tables.columns.vocabulary import names_a_column
from union.tables.files import aligned
from union.tables.files.delimited import DELIMITERS
from union.text import digits

NAME = "liste-collee.txt"  # as which it is read
PARTED_BY = "\t"
MOST = 500_000  # characters of a message
_SENT = re.compile(
    r"^[\u200e\u200f]?\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? (?:à )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?:\] | "
    r"[-–] )[^:]{1,60}: "
)
_BULLET = re.compile(
    r"^\s*(?:(?:\d{1,3}\s*[.)°-]|[-*•·–▪◦‣→☑✓✔✗✘✅❌🔹🔸🟢🔴👤]\ufe0f?)\s*(?=[^\W\d+])|[\d]\ufe0f?\u20e3\s*)"
)
_NUMBER = r"(?:\+\d|0|212|[5-7](?=\d))[\d .-]{6,18}\d"
_NUMBERS = rf"{_NUMBER}(?:\s*(?:/|,|;|\bou\b|\bet\b|\bأو\b)\s*{_NUMBER})?"
_NAME_AND_PHONE = re.compile(
    rf"^(?P<name>[^\d+]*[^\W\d])\W*(?P<phone>{_NUMBERS})\W*(?:[-–—:,(]\s*(?P<more>[^\d]+?)\)?)?$"
)
_PHONE_AND_NAME = re.compile(rf"^\W*(?P<phone>{_NUMBERS})\s*[-–—:,]?\s*(?P<name>[^\W\d][^\d]*)$")
_NAME_AND_MAIL = re.compile(r"^\"?(?P<name>[^\d<>@\"]*[^\W\d])\"?\s*<(?P<mail>[^<>\s@]+@[^<>\s@]+)>[,;]?$")
_A_NUMBER = re.compile(_NUMBER)
_ONESELF = frozenset(("Vous", "You", "أنت"))  # at the end of the participants of a group
_IN_ONE_LINE = re.compile(r"\s*[,;،]\s*")
_REACHES = re.compile(rf"{_NUMBER}|[^<>@]*<[^<>\s@]+@[^<>\s@]+>")


def as_file(text: str) -> bytes:
    """The bytes of a text file: what has columns stays as it is; of lines of a message each becomes name and telephone.

    A number or a bullet before a name is dropped. A line without a telephone is a name alone.
    """
    lines = _said(text)
    if _has_columns([line for line in lines if line]) or aligned.parted(text) is not None:
        return text.encode()
    return "\n".join(_parted([line for line in lines if line])).encode()


def parted(text: str) -> str:
    """A file that is such a message, its lines parted as `as_file` does; any other as it is."""
    if len(text) > MOST:
        return text
    lines = _said(text)
    some = [line for line in lines if line]
    if _has_columns(some):
        return text
    people = sum(_of_a_person(line) is not None or _BULLET.match(line) is not None for line in some)
    is_message = 2 * people >= len(some) or len(lines) > len(text.splitlines())
    return "\n".join(_parted(lines)) if some and is_message else text


def _said(text: str) -> list[str]:
    """The lines, without who sent them when; those in one line, as of a group or of a mail's addressees, each by
    itself."""
    lines = [_SENT.sub("", line.strip()) for line in text.splitlines()]
    filled = [line for line in lines if line]
    pieces = [piece for piece in _IN_ONE_LINE.split(filled[0]) if piece] if len(filled) == 1 else []
    several = sum(_REACHES.fullmatch(digits(piece)) is not None for piece in pieces) > 1
    return [piece for piece in pieces if piece not in _ONESELF] if several else _paired(lines)


def _paired(lines: list[str]) -> list[str]:
    """A telephone on a line of its own belongs to the name above it."""
    found: list[str] = []
    for line in lines:
        named = bool(found) and found[-1][-1:].isalpha() and not names_a_column(found[-1])
        if named and not any(map(str.isdigit, found[-1])) and _A_NUMBER.fullmatch(digits(line)):
            found[-1] = f"{found[-1]} {line}"
            line = ""
        found.append(line)
    return found


def _has_columns(lines: list[str]) -> bool:
    addressed = sum(_NAME_AND_MAIL.match(line) is not None for line in lines)
    if 2 * addressed > len(lines):
        return False  # what ends such a line parts no columns
    return any(2 * sum(delimiter in line for line in lines) >= len(lines) for delimiter in DELIMITERS)


def _of_a_person(line: str) -> list[str] | None:
    """Name and telephone or address of a line, and what else stands behind them; None where it has no such."""
    bare = digits(_BULLET.sub("", line))
    if found := _NAME_AND_PHONE.match(bare) or _PHONE_AND_NAME.match(bare):
        return [found["name"].strip(), found["phone"], (found.groupdict().get("more") or "").strip()]
    if found := _NAME_AND_MAIL.match(bare):
        return [found["name"].strip(), found["mail"], ""]
    return None


def _parted(lines: list[str]) -> list[str]:
    cells = [_cells(line) if line else [] for line in lines]
    width = 3 if any(any(row[2:]) for row in cells) else 2
    return [PARTED_BY.join(row[:width]) for row in cells]


def _cells(line: str) -> list[str]:
    """A line's name, telephone or address, and the rest; of a telephone alone somebody has to say whose it is."""
    bare = _BULLET.sub("", line)
    alone = ["", bare, ""] if _A_NUMBER.fullmatch(digits(bare)) else [bare, "", ""]
    return _of_a_person(line) or alone
