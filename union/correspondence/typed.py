"""A letter as text that people edit, and back: a blank line begins a paragraph, a line that begins with – a point.

What was not changed keeps the signs that order its line; tables of sums are no text and stay as they are.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from typing import Any

from union.languages.typography import isolate, typeset
from union.press.content import Letter, Part

MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
DASH = "–"
_POINT = re.compile(r"[–—-] +")
_BLANK = re.compile(r"\n[ \t]*\n+")
_OPEN = re.compile(r"\[[^\[\]]+\]")
BETWEEN = " · "
LINES = ("sender", "to", "signature", "received")  # of the letter, one below the other
SINGLE = ("day", "by", "subject", "copy")


def plain(text: str) -> str:
    """A text without the signs of direction and of type, as somebody would type it."""
    return MARKS.sub("", text).replace("\u202f", " ").replace("\u00a0", " ").replace("\u2011", "-")


def of_part(part: Part) -> str:
    """The words of a part."""
    points = "\n".join(f"{DASH} {BETWEEN.join(filter(None, one))}" for one in part.points)
    return plain("\n\n".join(filter(None, (*part.paragraphs, points))))


def fields(letter: Letter) -> dict[str, str]:
    """What the form of a letter is filled with."""
    found = {name: plain(getattr(letter, name)) for name in SINGLE}
    found |= {name: plain("\n".join(getattr(letter, name))) for name in LINES}
    found["annexes"] = plain("\n".join(letter.annexes.paragraphs))
    for at, part in enumerate(letter.parts):
        found[f"heading_{at}"], found[f"text_{at}"] = plain(part.heading), of_part(part)
    return found


def open_places(letter: Letter) -> list[str]:
    """The places of its words that somebody still has to fill in: what stands in square brackets."""
    words = [letter.subject]
    for part in letter.parts:
        words += [*part.paragraphs, *(one for _first, one in part.points)]
    return [plain(one) for text in words for one in _OPEN.findall(text)]


def has_text(part: Part) -> bool:
    """Whether a part is words that can be edited, and not a table alone."""
    return bool(part.paragraphs or part.points) or not (part.lines or part.pairs)


def applied(letter: Letter, typed: Mapping[str, Any]) -> Letter:
    """The letter with what was typed; a part of which nothing is left goes, and one without a field stays."""
    known = _known(letter)
    language = letter.language
    singles: dict[str, Any] = {name: _as_before(typed.get(name) or "", known, language) for name in SINGLE}
    lines: dict[str, Any] = {name: _lines(typed.get(name) or "", known, language) for name in LINES if name in typed}
    annexes = dataclasses.replace(letter.annexes, paragraphs=_lines(typed.get("annexes") or "", known, language))
    parts: list[Part] = []
    for at, part in enumerate(letter.parts):
        heading = _as_before(typed.get(f"heading_{at}") or "", known, language)
        text = typed.get(f"text_{at}")
        parts += _parts(dataclasses.replace(part, heading=heading), text, known, language)
    return dataclasses.replace(letter, **singles, **lines, annexes=annexes, parts=tuple(parts) or (Part(),))


def _parts(part: Part, text: str | None, known: Mapping[str, str], language: str) -> list[Part]:
    """A part with the words that were typed: more than one where a paragraph follows points."""
    if text is None:
        return [part]
    groups: list[tuple[list[str], list[tuple[str, str]]]] = [([], [])]
    strong = {plain(first): first for first, _words in part.points if first}
    for block in filter(None, map(str.strip, _BLANK.split(text))):
        points = [one for one in block.split("\n") if one.strip()]
        if all(_POINT.match(one) for one in points):
            groups[-1][1].extend(_point(_POINT.sub("", one, count=1), strong, known, language) for one in points)
            continue
        if groups[-1][1]:
            groups.append(([], []))
        groups[-1][0].append(_as_before(block, known, language))
    table = bool(part.lines or part.pairs)
    first = dataclasses.replace(part, paragraphs=tuple(groups[0][0]), points=tuple(groups[0][1]))
    rest = [Part(paragraphs=tuple(words), points=tuple(points)) for words, points in groups[1:]]
    return [*([first] if table or any(groups[0]) else []), *rest]


def _point(typed: str, strong: Mapping[str, str], known: Mapping[str, str], language: str) -> tuple[str, str]:
    head, between, words = typed.partition(BETWEEN)
    if between and head in strong:
        return strong[head], _as_before(words, known, language)
    return "", _as_before(typed, known, language)


def _lines(text: str, known: Mapping[str, str], language: str) -> tuple[str, ...]:
    return tuple(_as_before(one.strip(), known, language) for one in text.split("\n") if one.strip())


def _as_before(text: str, known: Mapping[str, str], language: str) -> str:
    """What stood there, with its signs, where the words are the same; else set as the language asks."""
    if text in known or not text:
        return known.get(text, "")
    return isolate(text) if language == "ar" else typeset(text)


def _known(letter: Letter) -> dict[str, str]:
    """Every text of a letter by its plain words."""
    parts: Iterable[str] = (
        one
        for part in letter.parts
        for one in (part.heading, *part.paragraphs, *(words for _first, words in part.points))
    )
    lines = (one for name in LINES for one in getattr(letter, name))
    singles = (getattr(letter, name) for name in SINGLE)
    return {plain(one): one for one in (*parts, *lines, *singles, *letter.annexes.paragraphs)}
