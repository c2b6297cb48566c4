"""Read one cell by the kind of its column: names, addresses, words with a meaning, counts; with structured problems."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import msgspec

from union.sheets.table import Cell
from union.text import digits, has_symbols, is_formula

NAME_LENGTH = 200
TEXT_LENGTH = 2_000
_SHOWN = 80

UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u061c"))
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_AROUND = (
    "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"  # what telephones put around a name; never what turns letters round
)
# Letters that are their own normal form, so that nothing else has to be looked at.
_PLAIN_NAME = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿŒœ\u0621-\u063a\u0641-\u064a]+(?:[ '.-]?[A-Za-zÀ-ÖØ-öø-ÿŒœ\u0621-\u063a\u0641-\u064a]+)*\.?"
)
_PILED_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u20d0-\u20ff]{5}")
_SCRIPTS = (
    re.compile("[A-Za-zÀ-ɏ]"),
    re.compile("[\u0600-\u06ff]"),
    re.compile("[\u0400-\u04ff]"),
    re.compile("[\u0370-\u03ff]"),
)
_ROUNDED = re.compile(r"\d[.,]\d+[eE]\+\d+")
_NOTHING = frozenset(
    ("null", "n/a", "#n/a", "#n/d", "na", "n/d", "nd", "n.d", "n.d.", "nc", "n.c", "n.c.", "nan", "none", "nil", "néant", "neant",
     "aucun", "aucune", "vide", "inconnu", "non renseigné", "non renseignee", "non communiqué", "sans", "(null)", "لا يوجد", "لا شيء",
     "غير متوفر", "بدون", "0", "00/00/0000", "0000-00-00", "00/00/00", "00-00-0000", "31/12/9999", "9999-12-31")
)  # fmt: skip
_NO_DAYS = frozenset(((1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (9999, 12, 31)))  # 0 as a day, and as the last one
_CIN = re.compile(r"[A-Z]{1,2}\d{5,6}")


class Unreadable(ValueError):
    """A cell that cannot be taken, with the code and the values of its sentence (see `union.sheets.sentences.wording`)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


class Problem(msgspec.Struct, frozen=True, array_like=True):
    """One trouble of one row: `row` as a spreadsheet counts, `column` counted from 0 or None for the whole row.

    `values` fills the sentence `wording.sentence(code, language, **values)`; `value_shown` is the cell, cut short.
    """

    row: int
    column: int | None
    code: str
    value_shown: str
    values: Mapping[str, object]


def shown(cell: Cell) -> str:
    """Return a cell as a person may see it: no direction controls, one line, at most 80 characters."""
    text = cell.strftime("%d/%m/%Y") if isinstance(cell, date) else str(cell)
    text = " ".join(_BIDI.sub("", text.translate(UNSEEN)).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def is_nothing(cell: Cell) -> bool:
    """Tell whether a cell says that nothing is known: a dash, néant, NULL, #N/A, 00/00/0000, a day that stands for none."""
    if isinstance(cell, date):
        return (cell.year, cell.month, cell.day) in _NO_DAYS
    text = str(cell).strip().casefold()
    return text in _NOTHING or not any(map(str.isalnum, text))


def name(cell: Cell) -> str:
    """Read a name: NFC, invisible signs out, spaces folded; at most 200 characters counted after NFKC.

    Raises `Unreadable`: formula, name_number, name_direction, name_signs, name_marks, too_long.
    """
    if not isinstance(cell, str):
        raise Unreadable("name_number")
    if len(cell) <= NAME_LENGTH and _PLAIN_NAME.fullmatch(cell):
        return cell
    text = clean(cell, NAME_LENGTH)
    if not any(letter.isalpha() for letter in text):
        raise Unreadable("name_number" if any(letter.isdigit() for letter in text) else "name_signs")
    if has_symbols(text):
        raise Unreadable("name_signs")
    if _PILED_MARKS.search(unicodedata.normalize("NFD", text)):
        raise Unreadable("name_marks")
    return text


def unmarked(text: str) -> str:
    """Return a text as a list would give it: without the signs that nobody sees, its spaces folded."""
    return " ".join(text.translate(UNSEEN).split())


def mixes_scripts(text: str) -> bool:
    """Tell whether one word is written in two scripts, as a Cyrillic letter in a Latin name would be."""
    if text.isascii() or (_PLAIN_NAME.fullmatch(text) and not (_SCRIPTS[0].search(text) and _SCRIPTS[1].search(text))):
        return False
    return any(sum(bool(script.search(word)) for script in _SCRIPTS) > 1 for word in re.split(r"[\s-]+", text))


def clean(cell: str, limit: int, formula: bool = True) -> str:
    """Read a text of one line: NFC, invisible signs out, spaces folded; a formula is refused, or kept as text."""
    plain = cell.isascii() and cell.isprintable()
    text = cell if plain else unicodedata.normalize("NFC", cell.translate(UNSEEN)).strip().strip(_AROUND)
    text = " ".join(text.split())
    if formula and is_formula(text):
        raise Unreadable("formula")
    if plain and len(text) <= limit:
        return text
    if _BIDI.search(text):
        raise Unreadable("name_direction")
    if len(text) > limit or len(unicodedata.normalize("NFKC", text)) > limit:
        raise Unreadable("too_long", limit=limit)
    if any(unicodedata.category(letter) in ("Cc", "Co", "Cn", "Cs") for letter in text):
        raise Unreadable("name_signs")
    return text


def words(cell: Cell) -> str:
    """Read a remark, a job or a site: any text on one line, formulas being no more than text."""
    return clean(shown(cell) if not isinstance(cell, str) else cell, TEXT_LENGTH, formula=False)


def alias(cell: Cell) -> str:
    """Read the name that somebody bears at work: any text, such as @naima; what looks like a formula is no more than that."""
    return clean(shown(cell) if not isinstance(cell, str) else cell, NAME_LENGTH, formula=False)


def number_of(cell: Cell) -> str:
    """Read an employee or card number as text: leading zeros stay, 1000.0 is 1000, Arabic-Indic digits fold.

    What looks like a formula is no more than text, as everywhere where any text is taken. Raises `Unreadable`:
    number_kind, number_float (1,23E+11: the spreadsheet lost digits).
    """
    if isinstance(cell, bool | date):
        raise Unreadable("number_kind")
    text = digits(clean(str(cell), 60, formula=False))
    if not text.isdecimal():
        if is_nothing(text):
            raise Unreadable("number_kind")
        if _ROUNDED.fullmatch(text):
            raise Unreadable("number_float")
    return text[:-2] if re.fullmatch(r"\d+\.0", text) else text


def cin(cell: Cell) -> str:
    """Read a national identity card: capitals, no spaces. Whether it has the usual shape is `is_usual_cin`'s."""
    return digits(clean(str(cell), 30)).upper().replace(" ", "").replace("-", "")


def is_usual_cin(text: str) -> bool:
    """Tell whether a card number is one or two letters and five or six digits."""
    return _CIN.fullmatch(text) is not None


def count(cell: Cell, most: int, halves: bool = False) -> Decimal:
    """Read a number of days or of people, from 0 to `most`; halves and quarters only where `halves` says so."""
    text = digits(str(cell)).replace("٫", ".").replace(",", ".").strip().casefold()
    text = re.sub(r"\s*(jours?|j|days?|يوما?|أيام)$", "", text)
    if isinstance(cell, bool | date) or not re.fullmatch(r"\d{1,4}(\.\d{1,4})?", text):
        raise Unreadable("count", most=most)
    value = Decimal(text)
    if value > most or (not halves and value != int(value)):
        raise Unreadable("count", most=most)
    return value if halves else value.to_integral_value()
