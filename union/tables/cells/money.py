"""Read amounts of dirhams as lists write them, and ask instead of guessing where a comma can mean two things."""

import re
from decimal import ROUND_HALF_UP, Decimal

from union.tables.cells.people import Unreadable
from union.tables.table import Cell
from union.text import digits

CENTIME = Decimal("0.01")
MOST = Decimal(10) ** 9
_CURRENCY = re.compile(r"(dirhams?|dhs?|mad|د\.? ?م\.?|دراهم|درهما?|درهم)\.?", re.IGNORECASE)
_SPACES = re.compile("[\\s\u00a0\u202f\u2009'’\u200e\u200f\u061c]+")
_PLAIN = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?")
_GROUPED = re.compile(r"\d{1,3}(?:[ '’\u00a0\u202f\u2009]\d{3})+(?=[.,]|$)")
_SCIENTIFIC = re.compile(r"[\d.,]+e[+-]?\d+", re.IGNORECASE)


def read_money(cell: Cell, decimal: str | None = None) -> tuple[Decimal, bool]:
    """Return an amount in dirhams to the centime and whether it had to be rounded (half a centime goes up).

    `decimal` is the sign (comma or point) that a person chose for the column. Raises `Unreadable`:
    money_ambiguous (1,234 can be one thousand or one and a quarter), money_negative, money_range, money_unreadable.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | Decimal):
        raise Unreadable("money_unreadable")
    if isinstance(cell, int | Decimal):
        return _centimes(Decimal(cell))
    if _PLAIN.fullmatch(cell) and decimal is None:
        return Decimal(cell.replace(",", ".")).quantize(CENTIME), False
    return _centimes(Decimal(_written(cell, decimal)))


def _centimes(value: Decimal) -> tuple[Decimal, bool]:
    if value < 0:
        raise Unreadable("money_negative")
    if value >= MOST:
        raise Unreadable("money_range")
    amount = value.quantize(CENTIME, ROUND_HALF_UP)
    return amount, amount != value


def _written(cell: str, decimal: str | None) -> str:
    text = _CURRENCY.sub("", digits(cell)).strip()
    if text.startswith("(") or text.startswith(("-", "−")):
        raise Unreadable("money_negative")
    if _SCIENTIFIC.fullmatch(text):
        raise Unreadable("money_scientific")
    text = text.replace("٬", "").replace("،", ",")
    bare = _SPACES.sub("", text)
    if len(bare) > 20 or not re.fullmatch(r"\d[\d.,٫]*", bare) or not _is_well_spaced(text):
        raise Unreadable("money_unreadable")
    if "٫" in bare:
        whole, _, cents = bare.partition("٫")
        if not cents.isdecimal() or not whole.isdecimal():
            raise Unreadable("money_unreadable")
        return f"{whole}.{cents}"
    return _with_signs(bare, decimal, grouped=text != bare and _GROUPED.match(text) is not None)


def _is_well_spaced(text: str) -> bool:
    """Tell 1 234 567,50 from two numbers in one cell."""
    inner = text.strip()
    return not _SPACES.search(inner) or _GROUPED.match(inner) is not None


def _with_signs(bare: str, decimal: str | None, grouped: bool) -> str:
    commas, points = bare.count(","), bare.count(".")
    if not commas and not points:
        return bare
    if commas and points:
        last = max(bare.rfind(","), bare.rfind("."))
        return _joined(bare[:last], bare[last + 1 :], "," if bare[last] == "." else ".")
    sign = "," if commas else "."
    if commas + points > 1:
        return _joined(bare, "", sign)
    whole, _, rest = bare.partition(sign)
    if decimal is not None:
        return f"{whole}.{rest or 0}" if sign == decimal else _joined(bare, "", sign)
    if len(rest) == 3 and len(whole) <= 3 and whole.lstrip("0") and not grouped:
        raise Unreadable("money_ambiguous", thousand=f"{whole}{rest}", unit=f"{whole},{rest}")
    if not rest or len(rest) > 6:
        raise Unreadable("money_unreadable")
    return f"{whole}.{rest}"


def _joined(whole: str, cents: str, sign: str) -> str:
    """Join the groups of three that `sign` parts; anything else than threes is not an amount."""
    first, *others = whole.split(sign)
    if not first or len(first) > 3 or any(len(group) != 3 or not group.isdecimal() for group in others):
        raise Unreadable("money_unreadable")
    if cents and not cents.isdecimal():
        raise Unreadable("money_unreadable")
    return f"{first}{''.join(others)}.{cents or 0}"
