"""Read telephone numbers by phonenumbers, with a short way for the Moroccan ones that gives the same answer."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneMetadata, PhoneNumberFormat

from union.tables.cells.people import Unreadable
from union.tables.table import Cell
from union.text import digits

REGION = "MA"
_NATIONAL = 9  # digits of a Moroccan number behind its zero
_UNSEEN = dict.fromkeys(
    map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c")
)
_SCIENTIFIC = re.compile(r"[\d.,]+e\+?\d+", re.IGNORECASE)
_LOST_ZERO = re.compile(r"[5-7]\d{8}")
_MOROCCAN = re.compile(r"(?:(?:\+|00)?2120?|0)([5-8]\d{8})")
_BETWEEN = re.compile(r"[\s\u00a0\u202f._()‐-―-]+")
_EXTENSION = re.compile(r"(\+?[\d .()-]{9,20}?)\s*((?:poste|ext\.?|p\.|#|int\.?|تحويلة)\s*\d{1,5})", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_OPERATOR = re.compile(
    r"\s*[-–]?\s*\b(?:orange|inwi|iam|maroc telecom|whats "
    r"?app|wts?p?|perso(?:nnel)?|gsm|mobile|fixe|bureau|domicile|واتساب)\s*$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\([^\d()]+\)\s*$")  # 06 61 23 45 01 (WhatsApp)
_APART = re.compile(r"\s*(?:/|;|:::|,|\||\n|\bou\b|\bet\b|\bor\b|&|،|\bأو\b|\s-\s)\s*")
_LABEL = re.compile(
    r"^(?:t[ée]l|gsm|mob(?:ile)?|port(?:able)?|dom(?:icile)?|fixe|whatsapp|الهاتف)\s*[.:]*\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number in E.164 form, and what a person should know about the way it was written.

    `other` is the second number of the cell. `lost_zero` says that the leading zero was put back, `unlisted` that
    phonenumbers knows no operator for this range (Morocco opens new ones), which refuses nothing. `aside` is what else
    the cell holds, as it is written there: a third number, or one that cannot be read.
    """

    number: str
    other: str | None = None
    lost_zero: bool = False
    unlisted: bool = False
    aside: tuple[str, ...] = ()


def _assigned() -> re.Pattern[str]:
    """Build the pattern of assigned Moroccan numbers out of the library's own tables, so that both always agree."""
    country = PhoneMetadata.metadata_for_region(REGION)
    if country is None:
        raise LookupError(REGION)
    kinds = (
        country.fixed_line,
        country.mobile,
        country.toll_free,
        country.premium_rate,
        country.voip,
        country.shared_cost,
        country.personal_number,
        country.pager,
        country.uan,
    )
    return re.compile("|".join(f"(?:{kind.national_number_pattern})" for kind in kinds if kind is not None))


_ASSIGNED = _assigned()


def read_phone(cell: Cell) -> Phone:
    """Read a cell that holds one telephone number or several: the first two that can be read count.

    Raises `Unreadable`: phone_float (a spreadsheet rounded it), phone_short, phone_long, phone_unreadable.
    """
    if isinstance(cell, int) and not isinstance(cell, bool):
        return _single(str(cell), number=True)
    if not isinstance(cell, str):
        raise Unreadable("phone_float" if not isinstance(cell, bool) else "phone_unreadable")
    text = digits(cell.translate(_UNSEEN)).strip().lstrip("'")  # with which a spreadsheet's text begins
    bare = _BETWEEN.sub("", text)
    found = _MOROCCAN.fullmatch(bare)
    if found:
        return Phone("+212" + found[1], unlisted=_ASSIGNED.fullmatch(found[1]) is None)
    if _SCIENTIFIC.fullmatch(text.replace(" ", "")):
        return _whole(text.replace(" ", ""))
    if extended := _EXTENSION.fullmatch(text):
        return replace(_single(extended[1]), aside=(extended[2],))
    pieces = [piece for piece in _APART.split(_REMARK.sub("", text)) if piece]
    several = [piece for piece in pieces if sum(letter.isdigit() for letter in piece) >= 8]
    if len(several) > 1:
        return _several(several)
    return _single(several[0] if several and len(pieces) > 1 and len(several[0]) > 8 else _REMARK.sub("", text))


def _whole(text: str) -> Phone:
    """A number as a spreadsheet shortens it, where it shows every digit: 6,00000101E+08. Raises `Unreadable`."""
    digits_shown, _, power = text.replace(",", ".").casefold().partition("e")
    whole, _, rest = digits_shown.partition(".")
    if len(whole) != 1 or len(rest) != int(power) or not whole.isdecimal():
        raise Unreadable("phone_float")
    return _single(whole + rest, number=True)


def _several(pieces: list[str]) -> Phone:
    """Raises `Unreadable` for the first of them, where none can be read."""
    read: dict[str, Phone] = {}
    aside: list[str] = []
    refused: Unreadable | None = None
    for piece in pieces:
        try:
            one = _single(piece)
        except Unreadable as trouble:
            refused = refused or trouble
            aside.append(piece.strip())
            continue
        if len(read) < 2 or one.number in read:
            read.setdefault(one.number, one)
        else:
            aside.append(piece.strip())
    if not read:
        raise refused or Unreadable("phone_unreadable")
    first, other = next(iter(read.values())), (*read, None)[1]
    lost = any(one.lost_zero for one in read.values())
    return Phone(first.number, other, lost, first.unlisted, tuple(aside))


def _single(text: str, number: bool = False) -> Phone:
    bare = re.sub(r"\.0+$", "", _LABEL.sub("", _OPERATOR.sub("", text)))
    if _GROUPED.fullmatch(bare):
        bare = bare.replace(",", "")
    bare = _BETWEEN.sub("", bare).replace("/", "")
    if _LOST_ZERO.fullmatch(bare):
        return Phone("+212" + bare, lost_zero=True, unlisted=_ASSIGNED.fullmatch(bare) is None)
    found = _MOROCCAN.fullmatch(bare)
    if found:
        return Phone("+212" + found[1], unlisted=_ASSIGNED.fullmatch(found[1]) is None)
    if number and not bare.startswith("00") and len(bare) > 9:
        bare = "+" + bare  # a column of numbers loses the sign as it loses the zero
    return _by_library(bare)


@lru_cache(4_096)
def _by_library(bare: str) -> Phone:
    if not re.fullmatch(r"\+?[\d*#]+", bare):
        raise Unreadable("phone_unreadable")
    try:
        parsed = phonenumbers.parse(bare, REGION)
    except NumberParseException:
        raise Unreadable("phone_unreadable") from None
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    if reason == phonenumbers.ValidationResult.TOO_LONG:
        raise Unreadable("phone_long")
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        raise Unreadable("phone_short")
    valid = phonenumbers.is_valid_number(parsed)
    if not valid and parsed.country_code == 212 and not re.match("[5-8]", str(parsed.national_number)):
        raise Unreadable("phone_unreadable")  # no Moroccan number begins so
    if not valid and parsed.country_code == 212 and len(str(parsed.national_number)) < _NATIONAL:
        raise Unreadable("phone_short")  # a zero in front is no digit of the number: 066123450 lacks one
    return Phone(phonenumbers.format_number(parsed, PhoneNumberFormat.E164), unlisted=not valid)
