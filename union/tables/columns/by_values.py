"""What a column holds by its values, where its header says nothing: only what cannot be mistaken, or what is likely."""

import re
from collections.abc import Sequence
from datetime import date

from union.tables.cells.names import PARTICLES, fold
from union.tables.cells.people import bare_name
from union.tables.table import Cell
from union.text import digits

MOST = 0.6  # the share of a column's values that must look alike
_PHONE = re.compile(r"^(\+|00)?[\d .()/-]{9,20}$")
_MOROCCAN = re.compile(r"^(?:\+212|00212|212|0)?[5-7]\d{8}$")
_APART = re.compile(r"\s+/\s+|\s*(?:;|:::|\bou\b|\bet\b)\s*")
_DATE = re.compile(r"^(\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})$")
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")
_MONEY = re.compile(r"^\d[\d   ]*([.,٫]\d{1,2})?( ?(dhs?|mad))?$", re.IGNORECASE)
_SEXES = frozenset(map(fold, ("h", "f", "m", "homme", "femme", "masculin", "féminin", "ذكر", "أنثى", "male", "female")))
_CONTRACTS = frozenset(map(fold, ("cdi", "cdd", "anapec", "interim", "intérim", "stage")))
_COUNT = re.compile(r"^\d{1,3}([ .,\u066c\u00a0\u202f]?\d{3})?$")
_PERCENT = re.compile(r"^\d{1,3}([.,٫]\d+)?\s*[%٪]?$")
_PART = re.compile(r"^\d{1,2}$|^(19|20)\d\d$")


def _share(values: Sequence[Cell], test: re.Pattern[str] | frozenset[str]) -> float:
    texts = [digits(str(value)) for value in values]
    if isinstance(test, frozenset):
        return sum(fold(text) in test for text in texts) / len(texts)
    return sum(bool(test.match(text)) for text in texts) / len(texts)


def by_values(values: Sequence[Cell], header: str, fields: Sequence[str]) -> list[tuple[str, float]]:
    """Guess from the values; under a header that we do not know, only what cannot be mistaken is taken."""
    if not values:
        return []
    found = _unmistakable(values)
    if not found and not header:
        found = _likely(values)
    return [(field, sure) for field, sure in found if field in fields]


def _unmistakable(values: Sequence[Cell]) -> list[tuple[str, float]]:
    first = [_APART.split(digits(str(value)), 1)[0] for value in values]  # of two telephones in one cell
    bare = [re.sub(r"[ .()/-]", "", number) for number in first]
    if _share(values, re.compile(r"^[^@\s]+@[^@\s]+\.\w+$")) > MOST:
        return [("email", 0.9)]
    if _share(bare, _MOROCCAN) > MOST and _share(first, _PHONE) > MOST:
        return [("phone", 0.9)]
    return []


def _likely(values: Sequence[Cell]) -> list[tuple[str, float]]:
    if _share(values, _SEXES) > MOST:
        return [("sex", 0.8)]
    if _share(values, _CONTRACTS) > MOST:
        return [("contract", 0.8)]
    if _dates(values) > MOST:
        years = sorted(_years(values))
        middle = years[len(years) // 2] if years else 2020
        newest = years[-1] if years else 2020
        return [("born_on", 0.6)] if middle < 2000 and newest < 2010 else [("hired_on", 0.5)]
    if all(isinstance(value, int) or digits(str(value)).isdecimal() for value in values):
        unique = len({str(value) for value in values}) == len(values)
        return [("employee_number", 0.6)] if unique else []
    if _share(values, _MONEY) > MOST:
        return [("monthly_gross", 0.4)]
    bare = [str(bare_name(value)[0]) for value in values]
    names = [name for name in bare if re.match(r"^[^\W\d_][^\d@]*$", name)]
    if len(names) <= MOST * len(values):
        return []
    if sum(map(has_two_names, names)) > MOST * len(names):
        return [("full_name", 0.5)]
    return [("family_name", 0.35 if is_loud(names) else 0.3), ("given_name", 0.25)]  # HAMDI beside Ali


def is_loud(values: Sequence[Cell]) -> bool:
    """Tell names in capitals, as family names beside given ones often are."""
    return bool(values) and sum(str(value).isupper() for value in values) > MOST * len(values)


def has_two_names(name: str) -> bool:
    """Tell a name of two parts from one with its particles: Ali Tazi, but not El Fassi or Aït Lahcen."""
    words = name.split()
    return len(words) > 1 and not all(fold(word) in PARTICLES for word in words[:-1])


def _dates(values: Sequence[Cell]) -> float:
    texts = [value for value in values if not isinstance(value, date)]
    return (len(values) - len(texts) + (_share(texts, _DATE) * len(texts) if texts else 0)) / len(values)


def _years(values: Sequence[Cell]) -> list[int]:
    found = (_YEAR.search(digits(str(value))) for value in values)
    return [int(year[0]) for year in found if year]


def are_counts(values: Sequence[Cell]) -> bool:
    """Tell a column of whole numbers, their thousands grouped or not, from one of dates."""
    return bool(values) and _share(values, _COUNT) > MOST


def are_shares(values: Sequence[Cell]) -> bool:
    """Tell a column of percentages, or of parts of one."""
    return bool(values) and _share(values, _PERCENT) > MOST


def are_parts(values: Sequence[Cell]) -> bool:
    """Tell a column of days, of months or of years alone (Jour d'embauche, Année) from one of dates."""
    return bool(values) and _share(values, _PART) > MOST
