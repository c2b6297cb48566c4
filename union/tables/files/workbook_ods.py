"""What the content of an ODS workbook says beside its values: hidden rows and columns, how far it reaches, how cells
look."""

import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from union.tables.files.number_formats import shape_of_text
from union.tables.files.workbook_xml import SLACK, Seen, letters, whole
from union.tables.table import MAX_COLUMNS, MAX_ROWS, Untrusted

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _STYLE, _TEXT, _OFFICE = (f"{_OASIS}{name}:1.0}}" for name in ("table", "style", "text", "office"))
_CELLS = frozenset((_TABLE + "table-cell", _TABLE + "covered-table-cell"))
_PARTS_OF_A_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d")
_BLANKS = re.compile(
    rb"((?:</?(?:table|office|style|number|draw|calcext|loext|config|svg|fo|dc|meta|form|script):[^<>]*|</text:p|"
    rb"<text:p/|\?)>)\s+(?=<)"
)
_REPEATED = {
    _TABLE + "table-row": "rows",
    _TABLE + "table-column": "columns",
    _TABLE + "table-cell": "columns",
    _TABLE + "covered-table-cell": "columns",
}


def _events(xml: bytes) -> Iterator[tuple[str, Element]]:
    try:
        yield from iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True)
    except DefusedXmlException:
        raise Untrusted("entities") from None
    except ParseError:
        raise Untrusted("damaged") from None


def look_ods(xml: bytes) -> dict[str, Seen]:
    """Read an ODS document's content; the sheets by name, with the same limits.

    A repeated row or column counts as often as it is repeated when it holds something.
    """
    sheets: dict[str, Seen] = {}
    struck: set[str] = set()  # the names of styles
    seen = Seen()
    row = column = filled_until = 0
    for event, element in _events(xml):
        tag = element.tag
        if event == "start":
            if tag == _TABLE + "table":
                seen = sheets.setdefault(element.get(_TABLE + "name", ""), Seen())
                row = column = 0
            elif tag == _TABLE + "table-row":
                column = filled_until = 0
            continue
        times = whole(element.get(f"{_TABLE}number-{_REPEATED.get(tag, '')}-repeated"), 1)
        if tag in _CELLS:
            column += times
            filled_until = column if len(element) else filled_until
        elif tag == _TABLE + "table-row":
            _end_of_row(row, times, filled_until, element, seen)
            _looks(row + 1, element, struck, seen)
            row += times
            element.clear()  # or a hundred thousand rows stay in memory
        elif tag == _TABLE + "table-column":
            if _is_hidden(element):
                seen.hidden_columns.update(range(column + 1, min(column + times, MAX_COLUMNS) + 1))
            column += times
        elif tag == _STYLE + "style" and any(map(_strikes, element)):
            struck.add(element.get(_STYLE + "name", ""))
    return sheets


def _is_hidden(element: Element) -> bool:
    return element.get(_TABLE + "visibility") in ("collapse", "filter")


def _strikes(properties: Element) -> bool:
    said = (properties.get(f"{_STYLE}text-line-through-{name}", "none") for name in ("style", "type"))
    return any(one != "none" for one in said)


def _end_of_row(row: int, times: int, filled_until: int, element: Element, seen: Seen) -> None:
    if not filled_until:
        return
    if filled_until > MAX_COLUMNS:
        raise Untrusted("too_many_columns", limit=MAX_COLUMNS, found=filled_until)
    if row + times > MAX_ROWS + SLACK:
        raise Untrusted("too_many_rows", limit=MAX_ROWS)
    if _is_hidden(element):
        seen.hidden_rows.update(range(row + 1, row + times + 1))


def _looks(row: int, element: Element, struck: set[str], seen: Seen) -> None:
    """How the filled cells of a row look: struck through, or a number otherwise than by its digits."""
    column = filled = 0
    found: list[str] = []
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        if len(cell):
            filled += 1
            if struck and _is_struck(cell, element, struck):
                found.append(f"{letters(column + 1)}{row}")
            text = cell[0].text or ""
            if _shows_month_first(cell, text):
                seen.month_first.add(column + 1)
            if text[:1] in "0+(" or not text[:1].isdigit():
                _number(row, column + 1, cell, text, seen)
        column += whole(cell.get(_TABLE + "number-columns-repeated"), 1)
    seen.strike(row, filled, found)


def _number(row: int, column: int, cell: Element, text: str, seen: Seen) -> None:
    value = cell.get(_OFFICE + "value", "")
    if cell.get(_OFFICE + "value-type") == "float" and value.isdigit() and (one := shape_of_text(text, value)):
        seen.shown.note(row, column, seen.shown.kind(one))


def _shows_month_first(cell: Element, text: str) -> bool:
    """Whether a day is shown as 04/03/18 which is the third of April."""
    day, parts = cell.get(_OFFICE + "date-value", ""), _PARTS_OF_A_DAY.match(text)
    month_and_day = (day[5:7], day[8:10])
    return parts is not None and tuple(one.zfill(2) for one in parts.groups()) == month_and_day != month_and_day[::-1]


def without_blanks(xml: bytes) -> bytes:
    """The content without the blanks that some programs leave between its elements, where calamine stumbles over them.

    Those among the words of a cell stay: there they may part two words.
    """
    return _BLANKS.sub(rb"\1", xml) if _BLANKS.search(xml) else xml


def _is_struck(cell: Element, row: Element, struck: set[str]) -> bool:
    own = cell.get(_TABLE + "style-name") or row.get(_TABLE + "default-cell-style-name")
    return own in struck or any(span.get(_TEXT + "style-name") in struck for span in cell.iter(_TEXT + "span"))
