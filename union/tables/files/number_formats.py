"""What a whole number looks like under its cell's format, where that is more than its digits: 000012, 06 12 34 56
78."""

import re
from dataclasses import dataclass, field

from union.tables.table import Cell

_PART = re.compile(r'"([^"]*)"|\\(.)|(\[(?:\$[^\]]*|\w*)\]|_.|\*.)|([0#?])|([-+ ()/:\u00a0\u202f])|(;)', re.DOTALL)
_ASIDE = re.compile(r'\[[^\]]*\]|"[^"]*"|\\')  # a language, words, what keeps the next sign as it is
_MONTH_FIRST = re.compile(r"m{1,2}[/. -]d{1,2}[/. -](?:yy|yyyy)(?: .*)?")
_MOST = 80  # characters of a format; the digits of a number are at most fifteen
_KINDS = 255  # formats told apart in one sheet


@dataclass(frozen=True, slots=True)
class Shape:
    """A format as what stands between the digits; None is the place of one, and `least` of them are always shown."""

    parts: tuple[str | None, ...]
    least: int

    def of(self, value: int) -> str:
        """The number as the workbook shows it. `value` is not negative."""
        digits, first = str(value).rjust(self.least, "0"), self.parts.index(None)
        if len(self.parts) == self.least:
            return digits  # nothing but the places of digits: most often
        shown: list[str] = []
        for part in reversed(self.parts[first:]):
            if part is None:
                shown.append(digits[-1:])
                digits = digits[:-1]
            elif digits:  # what parts digits that are not there is not shown either
                shown.append(part)
        return "".join((*filter(None, self.parts[:first]), digits, *reversed(shown)))


def shape(code: str) -> Shape | None:
    """The shape that a format code of XLSX gives to a whole number; None where its digits say all.

    A format with a decimal sign, groups of thousands, a condition or letters of a date is left to the number.
    """
    parts: list[str | None] = []
    places = ""
    at = 0
    while at < len(code) and len(code) <= _MOST:
        found = _PART.match(code, at)
        if found is None:
            return None
        quoted, escaped, _unseen, place, literal, end = found.groups()
        if end:
            break  # what follows is for numbers below zero
        if place:
            places += place
            parts.append(None)
        elif said := quoted or escaped or literal:
            parts.append(said)
        at = found.end()
    least = len(places) - places.find("0") if "0" in places else 0
    return Shape(tuple(parts), least) if least > 1 and len(code) <= _MOST else None


def shape_of_text(text: str, value: str) -> Shape | None:
    """The shape of a number of which the shown text is known, as in ODS; None where it is another number or says no
    more."""
    digits = "".join(sign for sign in text if sign.isdigit())
    if not text.isascii() or len(text) > _MOST or len(digits) <= len(value) or digits.lstrip("0") != value.lstrip("0"):
        return None
    return (
        None if set(text) & set(".,%") else Shape(tuple(None if sign.isdigit() else sign for sign in text), len(digits))
    )


def shows_month_first(code: str) -> bool:
    """Whether a format of days puts the month before the day, in digits: mm/dd/yyyy, and not d mmm yy."""
    return len(code) <= _MOST and _MONTH_FIRST.fullmatch(_ASIDE.sub("", code.partition(";")[0]).casefold()) is not None


@dataclass(slots=True)
class CellShapes:
    """Which cells of a sheet have a shape: one byte a row for each column that has any, for a list of 100,000 rows."""

    shapes: list[Shape] = field(default_factory=list)
    columns: dict[int, bytearray] = field(default_factory=dict)  # by the column, counted from 1
    _kinds: dict[Shape, int] = field(default_factory=dict)

    def kind(self, one: Shape) -> int:
        """The number by which a shape is noted, counted from 1; 0 where there are too many of them."""
        known = self._kinds.get(one)
        if known is None:
            known = self._kinds[one] = len(self.shapes) + 1 if len(self.shapes) < _KINDS else 0
            self.shapes += [one] if known else []
        return known

    def note(self, row: int, column: int, kind: int) -> None:
        """The cell in `row` and `column`, counted from 1, shows its number by the shape of this kind."""
        kinds = self.columns.get(column)
        if kinds is None:
            kinds = self.columns[column] = bytearray()
        if len(kinds) <= row:
            kinds.extend(bytes(row + 1 - len(kinds)))
        kinds[row] = kind

    def put(self, row: int, cells: list[Cell]) -> None:
        """Make texts of the whole numbers of a row that are shown otherwise than by their digits."""
        for column, kinds in self.columns.items():
            if row < len(kinds) and kinds[row] and column <= len(cells):
                value = cells[column - 1]
                if type(value) is int and value >= 0:  # True is none
                    text = self.shapes[kinds[row] - 1].of(value)
                    cells[column - 1] = value if text == str(value) else text
