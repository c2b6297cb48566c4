"""Read one cell by the kind of its column: names, addresses, words with a meaning, counts; with structured problems."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeGuard

import msgspec

from union.tables.cells.nothing import is_nothing
from union.tables.table import Cell
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
    r"[A-Za-zÀ-ÖØ-öø-ÿŒœ\u0621-\u063a\u0641-\u064a]+(?:[ '.-][A-Za-zÀ-ÖØ-öø-ÿŒœ\u0621-\u063a\u0641-\u064a]+)*\.?"
)
# Letters as they are drawn and not as they are typed: what is copied out of a PDF, wide Latin ones, the stroke that
# lengthens.
_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e\u0640]")
_PILED_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u20d0-\u20ff]{5}")
_SCRIPTS = (
    re.compile("[A-Za-zÀ-ɏ]"),
    re.compile("[\u0600-\u06ff]"),
    re.compile("[\u0400-\u04ff]"),
    re.compile("[\u0370-\u03ff]"),
)
_SIGNS = "\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_BEFORE_A_NAME = re.compile(rf"(?:[{_SIGNS}•*·\s]|\d{{1,4}}\s?[.)°/-])+(?=[^\W\d_])")
_BEHIND_A_NAME = re.compile(rf"(?:[{_SIGNS}*\s]|\(\d{{1,2}}\))+$")
_NO_NAME = re.compile(r"\w@\w+\.|://|\d(?:[ .-]?\d){7}")  # an address, a telephone
_ROUNDED = re.compile(r"\d[.,]\d+[eE]\+\d+")
_CIN = re.compile(r"[A-Z]{1,2}\d{5,6}")


class Unreadable(ValueError):
    """A cell that cannot be taken, with the code and the values of its sentence (see `union.tables.sentences`)."""

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


def displayed(cell: Cell) -> str:
    """Return a cell as a person may see it: no direction controls, one line, at most 80 characters."""
    text = cell.strftime("%d/%m/%Y") if isinstance(cell, date) else str(cell)
    text = " ".join(_BIDI.sub("", text.translate(UNSEEN)).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def name(cell: Cell) -> str:
    """Read a name: NFC, invisible signs out, spaces folded; at most 200 characters counted after NFKC.

    Raises `Unreadable`: formula, name_number, name_direction, name_signs, name_marks, too_long.
    """
    if not isinstance(cell, str):
        raise Unreadable("name_number")
    if len(cell) <= NAME_LENGTH and _PLAIN_NAME.fullmatch(cell):
        return cell
    text = clean(as_typed(cell), NAME_LENGTH)
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


def is_doubtful(name: str) -> bool:
    """Tell a name that holds an address or a telephone: a cell of another column, perhaps."""
    return _NO_NAME.search(name) is not None


def mixes_scripts(text: str) -> bool:
    """Tell whether one word is written in two scripts, as a Cyrillic letter in a Latin name would be."""
    if text.isascii() or (_PLAIN_NAME.fullmatch(text) and not (_SCRIPTS[0].search(text) and _SCRIPTS[1].search(text))):
        return False
    return any(sum(bool(script.search(word)) for script in _SCRIPTS) > 1 for word in re.split(r"[\s-]+", text))


def has_arabic(text: str) -> bool:
    """Tell whether a name has an Arabic letter."""
    return not text.isascii() and _SCRIPTS[1].search(text) is not None


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


def as_typed(text: str) -> str:
    """A text with each letter that is given as it is drawn as it is typed, and without the stroke that lengthens a
    word."""
    if text.isascii():
        return text
    return _SHAPED.sub(lambda drawn: unicodedata.normalize("NFKC", drawn[0]).replace("\u0640", ""), text)


def is_plain_name(cell: Cell) -> TypeGuard[str]:
    """Tell a name of letters of one script, that is taken as it stands."""
    if not isinstance(cell, str) or len(cell) > NAME_LENGTH or _PLAIN_NAME.fullmatch(cell) is None:
        return False
    return cell.isascii() or not (_SCRIPTS[1].search(cell) and _SCRIPTS[0].search(cell))


def bare_name(cell: Cell) -> tuple[Cell, bool]:
    """A name without a number before it or signs around it (12. Ali, Ali ✊, ALI*, Ali (1)), and whether it had any."""
    if not isinstance(cell, str) or (cell[:1].isalpha() and cell[-1:].isalpha()) or len(cell) > 2 * NAME_LENGTH:
        return cell, False
    text = cell.translate(UNSEEN).strip()
    before = _BEFORE_A_NAME.match(text)
    bare = _BEHIND_A_NAME.sub("", text[before.end() :] if before else text)
    return (bare, True) if bare and bare != text else (cell, False)


def words(cell: Cell) -> str:
    """Read a remark, a job or a site: any text on one line, formulas being no more than text."""
    return clean(displayed(cell) if not isinstance(cell, str) else cell, TEXT_LENGTH, formula=False)


def alias(cell: Cell) -> str:
    """Read the name that somebody bears at work: any text, such as @naima; what looks like a formula is no more than
    that."""
    return clean(displayed(cell) if not isinstance(cell, str) else cell, NAME_LENGTH, formula=False)


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
