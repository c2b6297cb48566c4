"""What a workbook's XML says beside its values: hidden rows and columns, how far it reaches, cells without a value."""

import posixpath
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from union.tables.files.number_formats import CellShapes
from union.tables.files.styles import Styles
from union.tables.table import MAX_COLUMNS, MAX_ROWS, Untrusted

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL, _ROW, _COLUMN, _FORMULA, _STRIKE = (_MAIN[1:] + tag for tag in ("c", "row", "col", "f", "strike"))
_HOLDING = frozenset(_MAIN[1:] + tag for tag in ("v", "is", "f"))
SLACK = 1_000  # titles, blank rows and totals above the limit of data rows


@dataclass(slots=True)
class Seen:
    """What one sheet holds: rows and columns counted from 1, and the cells that have lost their value."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    struck_rows: set[int] = field(default_factory=set)
    struck_cells: list[str] = field(default_factory=list)  # of rows that are not struck through as a whole
    shown: CellShapes = field(default_factory=CellShapes)
    month_first: set[int] = field(default_factory=set)  # columns with days that are shown so

    def strike(self, row: int, filled: int, struck: list[str]) -> None:
        """Note a row of which some cells are struck through: the row itself where they are half of what it holds."""
        if struck and len(struck) * 2 >= filled:
            self.struck_rows.add(row)
        else:
            self.struck_cells += struck


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


def look(xml: bytes, styles: Styles) -> Seen:
    """Read one XLSX worksheet's XML; raises `Untrusted` as soon as a filled cell lies beyond the limits."""
    return (_StyledLook(styles) if styles or b"strike" in xml else _Look()).over(xml)


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
            self._row, self._column = whole(given.get("r"), self._row + 1), 0
            self._hidden = given.get("hidden") in ("1", "true")
        elif tag == _COLUMN and given.get("hidden") in ("1", "true"):
            first, last = whole(given.get("min"), 0), whole(given.get("max"), 0)
            self.seen.hidden_columns.update(range(first, min(last, MAX_COLUMNS) + 1))

    def _hold(self, tag: str) -> None:
        """Note that the cell holds something; styled but empty cells reach as far as they like."""
        if self._column > MAX_COLUMNS:
            raise Untrusted("too_many_columns", limit=MAX_COLUMNS, found=self._column)
        if self._row > MAX_ROWS + SLACK:
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


class _StyledLook(_Look):
    """The same pass where styles say something: most workbooks have none to look for, and are spared this."""

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self._styles = styles
        self._kinds = {style: self.seen.shown.kind(one) for style, one in styles.shapes.items()}
        self._style = ""
        self._shared = self._is_struck = self._counted = False
        self._count = 0
        self._struck: list[str] = []

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag == _CELL:
            self._close_cell()
            self._style, self._shared = given.get("s", "0"), given.get("t") == "s"
            self._is_struck = self._style in self._styles.struck
        super()._start(tag, given)
        if tag in _HOLDING:
            self._counted = True
            if kind := self._kinds.get(self._style):
                self.seen.shown.note(self._row, self._column, kind)
            if self._style in self._styles.month_first:
                self.seen.month_first.add(self._column)
            if self._shared and self._styles.texts:
                self._parser.CharacterDataHandler = self._text
        elif tag == _STRIKE and given.get("val") not in ("0", "false"):
            self._is_struck = True

    def _text(self, number: str) -> None:
        """The number of a shared text."""
        self._is_struck = self._is_struck or number.strip() in self._styles.texts

    def _close_cell(self) -> None:
        self._parser.CharacterDataHandler = None
        if self._counted:
            self._count += 1
            if self._is_struck:
                self._struck.append(f"{letters(self._column)}{self._row}")
        self._counted = self._is_struck = False

    def _close_row(self) -> None:
        super()._close_row()
        self._close_cell()
        self.seen.strike(self._row, self._count, self._struck)
        self._count, self._struck = 0, []


def letters(column: int) -> str:
    """Return a column's letters as a spreadsheet shows them, counted from 1: 1 is A, 28 is AB."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def _column(reference: str | None, otherwise: int) -> int:
    number = 0
    for letter in (reference or "")[:4]:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number or otherwise
