"""A list that came as a message, or is typed from paper: made the table that a file would have held."""

import re

from union.sheets.files.delimited import DELIMITERS
from union.text import digits

NAME = "liste-collee.txt"  # as which it is read
PARTED_BY = "\t"
MOST = 500_000  # characters of a message
_SENT = re.compile(
    r"^[\u200e\u200f]?\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? (?:à )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?:\] | [-–] )[^:]{1,60}: "
)
_BULLET = re.compile(r"^\s*(?:\d{1,3}\s*[.)°-]|[-*•·–])\s+")
_NAME_AND_PHONE = re.compile(r"^(?P<name>[^\d+]*[^\W\d])\W*(?P<phone>(?:\+|00)?\d[\d .-]{7,18}\d)\W*$")


def as_file(text: str) -> bytes:
    """The bytes of a text file: what has columns stays as it is; of lines of a message each becomes name and telephone.

    A number or a bullet before a name is dropped. A line without a telephone is a name alone.
    """
    lines = _said(text)
    if _has_columns([line for line in lines if line]):
        return text.encode()
    return "\n".join(map(_columns, filter(None, lines))).encode()


def parted(text: str) -> str:
    """A file that is such a message, its lines parted as `as_file` does; any other as it is."""
    lines = _said(text[:MOST])
    some = [line for line in lines if line]
    if len(text) > MOST or _has_columns(some):
        return text
    people = sum(_NAME_AND_PHONE.match(digits(_BULLET.sub("", line))) is not None for line in some)
    return "\n".join(_columns(line) if line else "" for line in lines) if 2 * people > len(some) else text


def _said(text: str) -> list[str]:
    """The lines, without who sent them when."""
    return [_SENT.sub("", line.strip()) for line in text.splitlines()]


def _has_columns(lines: list[str]) -> bool:
    return any(2 * sum(delimiter in line for line in lines) >= len(lines) for delimiter in DELIMITERS)


def _columns(line: str) -> str:
    bare = _BULLET.sub("", line)
    found = _NAME_AND_PHONE.match(digits(bare))
    return f"{found['name'].strip()}{PARTED_BY}{found['phone']}" if found else f"{bare}{PARTED_BY}"
