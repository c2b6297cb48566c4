"""What a workbook's XML says beside its values: hidden rows and columns, how far it reaches, cells without a value."""

import io
import posixpath
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError  # types and an exception; parsing is defusedxml's

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from union.sheets.table import MAX_COLUMNS, MAX_ROWS, Untrusted

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_OD_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SLACK = 1_000  # titles, blank rows and totals above the limit of data rows


@dataclass(slots=True)
class Seen:
    """What one sheet holds: rows and columns counted from 1, and the cells that have lost their value."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    last_row: int = 0
    filled_rows: int = 0
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
    seen = Seen()
    row = column = 0
    filled = False
    try:
        for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
            tag = element.tag
            if event == "start":
                if tag == _MAIN + "row":
                    row, column, filled = _whole(element.get("r"), row + 1), 0, False
                continue
            if tag == _MAIN + "c":
                column = _column(element.get("r"), column + 1)
                filled |= _cell(element, row, column, seen)
            elif tag == _MAIN + "row":
                _end_of_row(element, row, filled, seen)
            elif tag == _MAIN + "col" and element.get("hidden") in ("1", "true"):
                _hide(element, seen)
    except DefusedXmlException:
        raise Untrusted("entities") from None
    except ParseError:
        raise Untrusted("damaged") from None
    return seen


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def _column(reference: str | None, otherwise: int) -> int:
    number = 0
    for letter in (reference or "")[:4]:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number or otherwise


def _cell(cell: Element, row: int, column: int, seen: Seen) -> bool:
    """Note one cell and tell whether it holds anything; styled but empty cells reach as far as they like."""
    value = cell.find(_MAIN + "v")
    holds = value is not None or cell.find(_MAIN + "is") is not None
    formula = cell.find(_MAIN + "f") is not None
    if not holds and not formula:
        return False
    if column > MAX_COLUMNS:
        raise Untrusted("too_many_columns", limit=MAX_COLUMNS, found=column)
    if row > MAX_ROWS + _SLACK:
        raise Untrusted("too_many_rows", limit=MAX_ROWS)
    seen.last_row = max(seen.last_row, row)
    if formula and (value is None or not value.text):
        seen.uncomputed.append(cell.get("r", ""))
    elif cell.get("t") == "e":
        seen.wrong.append(cell.get("r", ""))
    return holds


def _end_of_row(element: Element, row: int, filled: bool, seen: Seen) -> None:
    seen.filled_rows += filled
    if filled and element.get("hidden") in ("1", "true"):
        seen.hidden_rows.add(row)
    element.clear()  # or a hundred thousand rows stay in memory


def _hide(element: Element, seen: Seen) -> None:
    first, last = _whole(element.get("min"), 0), _whole(element.get("max"), 0)
    seen.hidden_columns.update(range(first, min(last, MAX_COLUMNS) + 1))


def look_ods(xml: bytes) -> dict[str, Seen]:
    """Read an ODS document's content; the sheets by name, with the same limits.

    A repeated row or column counts as often as it is repeated when it holds something.
    """
    sheets: dict[str, Seen] = {}
    seen = Seen()
    row = column = 0
    filled_until = 0
    try:
        for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
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
            if tag in (_OD_TABLE + "table-cell", _OD_TABLE + "covered-table-cell"):
                column += times
                filled_until = column if len(element) else filled_until
            elif tag == _OD_TABLE + "table-row":
                _end_of_ods_row(row, times, filled_until, hidden, seen)
                row += times
                element.clear()
            elif tag == _OD_TABLE + "table-column":
                if hidden:
                    seen.hidden_columns.update(range(column + 1, min(column + times, MAX_COLUMNS) + 1))
                column += times
    except DefusedXmlException:
        raise Untrusted("entities") from None
    except ParseError:
        raise Untrusted("damaged") from None
    return sheets


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
    seen.last_row = row + times
    seen.filled_rows += times
    if hidden:
        seen.hidden_rows.update(range(row + 1, row + times + 1))
