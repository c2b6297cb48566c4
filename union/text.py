"""Text as people type it: what is folded, what is refused, and why."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\ufeff\u2060\u00ad"))
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = re.compile(r"[^\S\n]+")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\U0001f1e6-\U0001f1ff]")
_FORMULA = re.compile(r"[=+＝＋]|[-－].*[\d(|!=]|[@＠].*[(|!=]", re.DOTALL)
_SYMBOLS = frozenset(("So", "Sm", "Sc", "Sk"))
_APOSTROPHES = "`´"  # M`hamed, M´hamed: what many keyboards offer first
MARKS = 4  # combining marks on one letter: vocalised Arabic needs two, more is noise


class Fault(Enum):
    """Why a text is refused."""

    NUL = "nul"
    BROKEN = "broken"
    DIRECTION = "direction"
    UNKNOWN = "unknown"
    MARKS = "marks"
    TOO_LONG = "too_long"
    LINES = "lines"
    NOT_A_NAME = "not_a_name"


class Unacceptable(ValueError):
    """The text cannot be kept; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def digits(text: str) -> str:
    """Arabic-Indic, Persian and full-width digits as plain ones."""
    return text if text.isascii() else text.translate(_DIGITS)


def without_zeros(number: str) -> str:
    """A number as it is compared: spreadsheets take the zeros in front of its digits, and 00017 is 17."""
    plain = digits(number)
    return (plain.lstrip("0") or "0") if plain.isdecimal() else number


def longer(one: str, other: str) -> str:
    """Of two forms of one number the one that kept its zeros; the first where they are as long."""
    return other if len(other) > len(one) else one


def line(text: str, most: int = 200) -> str:
    """One line: NFC, spaces folded, zero-width signs gone. Raises `Unacceptable`."""
    text = _checked(text, most)
    if "\n" in text or "\r" in text:
        raise Unacceptable(Fault.LINES)
    if BIDI_CONTROLS & set(text):
        raise Unacceptable(Fault.DIRECTION)
    return _SPACES.sub(" ", text.translate(ZERO_WIDTH)).strip()


def is_formula(text: str) -> bool:
    """What a spreadsheet would work out: =A1, +1, -2+3, @SUM(A1); not -Ali, nor @naima93."""
    return _FORMULA.match(text) is not None


def has_symbols(text: str) -> bool:
    """Signs that stand in nobody's name: sums, money, pictures."""
    kinds = (unicodedata.category(sign) for sign in text if not sign.isalpha() and sign not in _APOSTROPHES)
    return not _SYMBOLS.isdisjoint(kinds) or _EMOJI.search(text) is not None


def name(text: str, most: int = 200) -> str:
    """A person's or a place's name. Raises `Unacceptable`."""
    text = line(text, most)
    if _EMOJI.search(text) or (text and not any(sign.isalpha() for sign in text)):
        raise Unacceptable(Fault.NOT_A_NAME)
    return text


def person(text: str, most: int = 200) -> str:
    """A person's family or given name, as a list may give it too. Raises `Unacceptable`."""
    text = name(text, most)
    if has_symbols(text) or is_formula(text):
        raise Unacceptable(Fault.NOT_A_NAME)
    return text


def prose(text: str, most: int = 10_000) -> str:
    """A longer text: lines kept, direction controls dropped. Raises `Unacceptable`."""
    text = _checked(text.replace("\r\n", "\n").replace("\r", "\n"), most)
    text = "".join(sign for sign in text if sign not in BIDI_CONTROLS).translate(ZERO_WIDTH)
    return _SPACES.sub(" ", text).strip()


def _checked(text: str, most: int) -> str:
    if len(text) > 4 * most:  # before any work on it
        raise Unacceptable(Fault.TOO_LONG)
    if "\0" in text:
        raise Unacceptable(Fault.NUL)
    text = unicodedata.normalize("NFC", text)
    run = 0
    for sign in text:
        kind = unicodedata.category(sign)
        if kind == "Cs" or sign == "\ufffd":  # half a sign, or what a decoder put in its place
            raise Unacceptable(Fault.BROKEN)
        if kind in {"Co", "Cn"} or (kind == "Cc" and sign not in "\t\n\r"):
            raise Unacceptable(Fault.UNKNOWN)
        run = run + 1 if kind in {"Mn", "Me"} else 0
        if run > MARKS:
            raise Unacceptable(Fault.MARKS)
    if len(unicodedata.normalize("NFKC", text)) > most:
        raise Unacceptable(Fault.TOO_LONG)
    return text
