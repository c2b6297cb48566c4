"""Tell a cell that says that nothing is known from one that cannot be read."""

import re
from datetime import date

from union.tables.table import Cell

_NOTHING = frozenset(
    (
        "null",
        "n/a",
        "#n/a",
        "#n/d",
        "na",
        "n/d",
        "nd",
        "n.d",
        "n.d.",
        "nc",
        "n.c",
        "n.c.",
        "nan",
        "none",
        "nil",
        "néant",
        "neant",
        "aucun",
        "aucune",
        "vide",
        "inconnu",
        "non renseigné",
        "non renseignee",
        "non communiqué",
        "sans",
        "(null)",
        "لا يوجد",
        "لا شيء",
        "غير متوفر",
        "بدون",
        "0",
        "00/00/0000",
        "0000-00-00",
        "00/00/00",
        "00-00-0000",
        "31/12/9999",
        "9999-12-31",
        "01/01/1900",
        "1900-01-01",
        "01-01-1900",
        "01.01.1900",
    )
)
_NO_SUCH = re.compile(
    "(?:pas (?:de |d['’ ])|sans |aucune? |لا يتوفر على |بدون )[^\\d@]*"
)  # pas d'email, sans téléphone
_NO_DAYS = frozenset(((1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (9999, 12, 31)))  # 0 as a day, and as the last one


def is_nothing(cell: Cell) -> bool:
    """Tell whether a cell says that nothing is known: a dash, néant, NULL, #N/A, 00/00/0000, a day that stands for
    none."""
    if isinstance(cell, date):
        return (cell.year, cell.month, cell.day) in _NO_DAYS
    text = str(cell).strip().casefold()
    return text in _NOTHING or not any(map(str.isalnum, text)) or _NO_SUCH.fullmatch(text) is not None
