"""A list that came as a message, or is typed from paper: made the table that a file would have held."""

import re

from union.sheets.files.delimited import DELIMITERS
from union.text import digits

NAME = "liste-collee.txt"  # as which it is read
_BULLET = re.compile(r"^\s*(?:\d{1,3}\s*[.)°-]|[-*•·–])\s+")
_NAME_AND_PHONE = re.compile(r"^(?P<name>[^\d+]*[^\W\d])\W*(?P<phone>(?:\+|00)?\d[\d .-]{7,18}\d)\W*$")


def as_file(text: str) -> bytes:
    """The bytes of a text file: what has columns stays as it is; of lines of a message each becomes name and telephone.

    A number or a bullet before a name is dropped. A line without a telephone is a name alone.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if _has_columns(lines):
        return text.encode()
    return "\n".join(map(_columns, lines)).encode()


def _has_columns(lines: list[str]) -> bool:
    return any(2 * sum(delimiter in line for line in lines) >= len(lines) for delimiter in DELIMITERS)


def _columns(line: str) -> str:
    bare = _BULLET.sub("", line)
    found = _NAME_AND_PHONE.match(digits(bare))
    return f"{found['name'].strip()}\t{found['phone']}" if found else f"{bare}\t"
