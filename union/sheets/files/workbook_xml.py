"""What a workbook's XML says beside its values: hidden rows and columns, how far it reaches, cells without a value."""

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from union.sheets.table import MAX_COLUMNS, MAX_ROWS, Untrusted

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL, _ROW, _COLUMN, _FORMULA = (_MAIN[1:] + tag for tag in ("c", "row", "col", "f"))
_HOLDING = frozenset(_MAIN[1:] + tag for tag in ("v", "is", "f"))
_OD_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SLACK = 1_000  # titles, blank rows and totals above the limit of data rows


@dataclass(slots=True)
class Seen:
    """What one sheet holds: rows and columns counted from 1, and the cells that have lost their value."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def xlsx_sheets(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the path of each worksheet's XML by the sheet's name, in the workbook's order."""
    try:
        related = fromstring(parts["xl/_rels/workbook.xml.rels"], forbid_dtd=True)
        paths = {
            link.get("Id"): posixpath.normpath(posixpath.join("xl", link.get("Target", "")))
            if not link.get("Target", "").startswith("/")
            else link.get("Target", "")[1:]
            for link in related
        }
        book = fromstring(parts["xl/workbook.xml"], forbid_dtd=True)
    except DefusedXmlException:
        raise Untrusted("entities") from None
    except (ParseError, KeyError):
        raise Untrusted("damaged") from None
    found = {sheet.get("name", ""): paths.get(sheet.get(_RELATED), "") for sheet in book.iter(_MAIN + "sheet")}
    return {name: path for name, path in found.items() if path in parts}


def look(xml: bytes) -> Seen:
    """Read one XLSX worksheet's XML; raises `Untrusted` as soon as a filled cell lies beyond the limits."""
    return _Look().over(xml)


class _Look:
    """The handlers of one pass over a worksheet: expat itself, for a list of 100,000 rows has millions of elements.

    A declaration of any kind is refused as it begins, as defusedxml does, before an entity can be expanded.
    """

    def __init__(self) -> None:
        self.seen = Seen()
        self._row = self._column = 0
        self._reference = ""
        self._hidden = self._filled = self._formula = self._valued = False
        self._parser = ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._forbidden
        self._parser.EntityDeclHandler = self._forbidden

    def over(self, xml: bytes) -> Seen:
        try:
            self._parser.Parse(xml, True)
        except ExpatError:
            raise Untrusted("damaged") from None
        self._close_row()
        return self.seen

    def _forbidden(self, *_: object) -> None:
        raise Untrusted("entities")

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag == _CELL:
            if self._formula:
                self._close_formula()
            self._reference = given.get("r", "")
            self._column = _column(self._reference, self._column + 1)
            if given.get("t") == "e":
                self.seen.wrong.append(self._reference)
        elif tag in _HOLDING:
            self._hold(tag)
        elif tag == _ROW:
            self._close_row()
            self._row, self._column = _whole(given.get("r"), self._row + 1), 0
            self._hidden = given.get("hidden") in ("1", "true")
        elif tag == _COLUMN and given.get("hidden") in ("1", "true"):
            first, last = _whole(given.get("min"), 0), _whole(given.get("max"), 0)
            self.seen.hidden_columns.update(range(first, min(last, MAX_COLUMNS) + 1))

    def _hold(self, tag: str) -> None:
        """Note that the cell holds something; styled but empty cells reach as far as they like."""
        if self._column > MAX_COLUMNS:
            raise Untrusted("too_many_columns", limit=MAX_COLUMNS, found=self._column)
        if self._row > MAX_ROWS + _SLACK:
            raise Untrusted("too_many_rows", limit=MAX_ROWS)
        self._filled = True
        if tag == _FORMULA:
            self._formula, self._valued = True, False
            self._parser.CharacterDataHandler = None
        elif self._formula:
            self._parser.CharacterDataHandler = self._value

    def _value(self, text: str) -> None:
        self._valued = self._valued or bool(text.strip())

    def _close_formula(self) -> None:
        if not self._valued:
            self.seen.uncomputed.append(self._reference)
        self._formula = False
        self._parser.CharacterDataHandler = None

    def _close_row(self) -> None:
        if self._formula:
            self._close_formula()
        if self._filled and self._hidden:
            self.seen.hidden_rows.add(self._row)
        self._filled = False


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def _column(reference: str | None, otherwise: int) -> int:
    number = 0
    for letter in (reference or "")[:4]:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number or otherwise


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
    seen = Seen()
    row = column = filled_until = 0
    for event, element in _events(xml):
        tag = element.tag
        if event == "start":
            if tag == _OD_TABLE + "table":
                seen = sheets.setdefault(element.get(_OD_TABLE + "name", ""), Seen())
                row = column = 0
            elif tag == _OD_TABLE + "table-row":
                column = filled_until = 0
            continue
        times = _whole(element.get(f"{_OD_TABLE}number-{_REPEATED.get(tag, '')}-repeated"), 1)
        hidden = element.get(_OD_TABLE + "visibility") in ("collapse", "filter")
        if tag in _OD_CELLS:
            column += times
            filled_until = column if len(element) else filled_until
        elif tag == _OD_TABLE + "table-row":
            _end_of_ods_row(row, times, filled_until, hidden, seen)
            row += times
            element.clear()  # or a hundred thousand rows stay in memory
        elif tag == _OD_TABLE + "table-column":
            if hidden:
                seen.hidden_columns.update(range(column + 1, min(column + times, MAX_COLUMNS) + 1))
            column += times
    return sheets


_OD_CELLS = frozenset((_OD_TABLE + "table-cell", _OD_TABLE + "covered-table-cell"))
_REPEATED = {
    _OD_TABLE + "table-row": "rows",
    _OD_TABLE + "table-column": "columns",
    _OD_TABLE + "table-cell": "columns",
    _OD_TABLE + "covered-table-cell": "columns",
}


def _end_of_ods_row(row: int, times: int, filled_until: int, hidden: bool, seen: Seen) -> None:
    if not filled_until:
        return
    if filled_until > MAX_COLUMNS:
        raise Untrusted("too_many_columns", limit=MAX_COLUMNS, found=filled_until)
    if row + times > MAX_ROWS + _SLACK:
        raise Untrusted("too_many_rows", limit=MAX_ROWS)
    if hidden:
        seen.hidden_rows.update(range(row + 1, row + times + 1))
