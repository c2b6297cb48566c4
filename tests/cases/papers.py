"""What the tests of every letter share: figures, days and names taken out of a paper, whatever its language."""

from __future__ import annotations

import re

import msgspec

MONTHS = {
    "janvier": 1,
    "février": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "août": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "décembre": 12,
    "يناير": 1,
    "فبراير": 2,
    "مارس": 3,
    "أبريل": 4,
    "ماي": 5,
    "يونيو": 6,
    "يوليوز": 7,
    "غشت": 8,
    "شتنبر": 9,
    "أكتوبر": 10,
    "نونبر": 11,
    "دجنبر": 12,
}
MARKS = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def words(paper: object) -> str:
    """All that a paper says."""
    return msgspec.json.encode(paper).decode().translate(MARKS).replace("\u202f", "\u00a0")


def days(text: str) -> list[tuple[int, int, int]]:
    """The dates of a text, in order, as year, month, day."""
    pattern = rf"(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})"
    return sorted((int(year), MONTHS[month], int(day)) for day, month, year in re.findall(pattern, text))


def sums(text: str) -> list[str]:
    """The amounts of a text."""
    return sorted(re.findall(r"\d{1,3}(?:\u00a0\d{3})*,\d{2}", text))
