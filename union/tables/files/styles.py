"""What the styles of an XLSX workbook say of its cells: which are struck through, and how their numbers are shown."""

import io
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from union.tables.files.number_formats import Shape, shape, shows_month_first
from union.tables.table import Untrusted

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRUCK = b"strike"  # looked for in the bytes first: most workbooks have none
_NO = ("0", "false")


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles, by their numbers as cells give them, and the shared texts that hold something struck through."""

    struck: frozenset[str] = frozenset()
    shapes: dict[str, Shape] = field(default_factory=dict)
    texts: frozenset[str] = frozenset()
    month_first: frozenset[str] = frozenset()  # of days, as an American program shows them

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.struck or self.shapes or self.texts or self.month_first)


def styles_of(parts: dict[str, bytes]) -> Styles:
    """The styles of a workbook; none where that part cannot be read: the values are read all the same."""
    try:
        texts = _struck_texts(parts.get("xl/sharedStrings.xml", b""))
        if "xl/styles.xml" not in parts:
            return Styles(texts=texts)
        root = fromstring(parts["xl/styles.xml"], forbid_dtd=True)
    except DefusedXmlException:
        raise Untrusted("entities") from None
    except ParseError:
        return Styles()
    fonts = {str(at) for at, font in enumerate(root.iterfind(f"{_MAIN}fonts/{_MAIN}font")) if _is_struck(font)}
    written = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iter(_MAIN + "numFmt")}
    codes = {number: shape(code) for number, code in written.items()}
    struck, american = set[str](), set[str]()
    shapes: dict[str, Shape] = {}
    for at, style in enumerate(root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")):
        if style.get("fontId", "0") in fonts:
            struck.add(str(at))
        if (one := codes.get(style.get("numFmtId"))) is not None:
            shapes[str(at)] = one
        if shows_month_first(written.get(style.get("numFmtId"), "")):
            american.add(str(at))
    return Styles(frozenset(struck), shapes, texts, frozenset(american))


def _is_struck(font: Element) -> bool:
    return any(one.get("val") not in _NO for one in font.iter(_MAIN + "strike"))


def _struck_texts(xml: bytes) -> frozenset[str]:
    """The numbers of the shared texts of which some words are struck through."""
    found: set[str] = set()
    if _STRUCK not in xml:
        return frozenset()
    at = 0
    for _, element in iterparse(io.BytesIO(xml), forbid_dtd=True):
        if element.tag == _MAIN + "si":
            if _is_struck(element):
                found.add(str(at))
            at += 1
            element.clear()
    return frozenset(found)
