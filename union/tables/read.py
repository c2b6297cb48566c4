"""Read a roster file: bytes in, a `Table` out, or `Untrusted` with the reason."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from union.tables.files import aligned, charsets, delimited, layout, pasted, vcards, workbook
from union.tables.files.archive import OLE, ZIP
from union.tables.table import MAX_BYTES, Cell, Remark, Row, Table, Untrusted

CARDS = "vcf"
_NAMES = {
    "": "",
    **dict.fromkeys(("csv", "txt", "tsv", "tab"), "csv"),
    "xlsx": "xlsx",
    "xls": "xls",
    "ods": "ods",
    CARDS: CARDS,
}
_MACRO_NAMES = frozenset(("xlsm", "xltm", "xlam"))
_OTHER_FILES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BM")
_CONTROL = re.compile("[\x01-\x08\x0b\x0e-\x19\x1b-\x1f]")
_MARKUP = re.compile(rb"\A(\xef\xbb\xbf)?\s*<(!doctype|html|table|\?xml|head|body|meta|svg)", re.IGNORECASE)
_SUSPECT = re.compile("[ÃÂØÙâÅظط\ufffd]|\\w\\?\\w")
_LOST_LETTER = re.compile("\ufffd|[^\\W\\d_]\\?[^\\W\\d_]")
_STRAYS = 3  # signs of control that a list may hold by mistake
_PROOF = 300  # characters shown of each line
_LINES = 3
_MARKED, _FULL, _END = re.compile("[^\x00-\x7f]"), re.compile("[^\r\n]"), re.compile("[\r\n]")


def read(
    data: bytes,
    name: str,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header: int | None = None,
) -> Table:
    """Read a CSV, XLSX, XLS or ODS file, or the contacts of a telephone, named `name`; what a person chose in the
    preview overrides what is found.

    `header` is the number of the header's row, 0 where there is none. Pure: no file is opened, nothing is logged.
    Raises `Untrusted` with a code of `union.tables.sentences`; never another exception for what the bytes hold.
    """
    if not data.strip(b"\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise Untrusted("empty")
    if len(data) > MAX_BYTES:
        raise Untrusted("too_big", limit=MAX_BYTES // (1024 * 1024))
    kind, named = kind_of(data, name)
    if kind == "csv":
        table = _delimited(data, encoding, delimiter, header)
    elif kind == CARDS:
        table = vcards.read_cards(data)
    else:
        table = _workbook(data, sheet, header)
    return replace(table, remarks=[*named, *table.remarks]) if named else table


def is_workbook(data: bytes) -> bool:
    """Tell whether the bytes begin as a workbook does."""
    return data.startswith((OLE, ZIP))


def is_to_be_limited(data: bytes) -> bool:
    """Tell whether the bytes are to be read by `sandbox.read_limited`: a workbook, or contacts with their photos."""
    return is_workbook(data) or vcards.is_cards(data)


def kind_of(data: bytes, name: str) -> tuple[str, list[Remark]]:
    """Return csv, xlsx, xls, ods or vcf by the bytes, and what is to be said where the name's ending says another of
    them.

    Payrolls give their files of text the ending of a workbook. Refuses what is no table and an ending that no list has.
    """
    ending = name.rpartition(".")[2].strip().casefold() if "." in name else ""
    if ending in _MACRO_NAMES:
        raise Untrusted("macros")
    if data.startswith(_OTHER_FILES):
        raise Untrusted("not_a_table")
    if _MARKUP.match(data[:1024]):
        raise Untrusted("markup")
    kind = workbook.kind_of(data) if is_workbook(data) else CARDS if vcards.is_cards(data) else "csv"
    if ending not in _NAMES:
        raise Untrusted("unknown_kind", extension=ending)
    if _NAMES[ending] in ("", kind):
        return kind, []
    return kind, [Remark("named_otherwise", {"extension": ending, "kind": kind.upper()})]


def _delimited(data: bytes, encoding: str | None, delimiter: str | None, header: int | None) -> Table:
    _refuse_binary(data)
    delimited.refuse_long_lines(data)
    text, encoding, doubts = charsets.decode(data, encoding)
    text = text.rstrip("\x1a")  # the end-of-file sign of old exports
    if len(_CONTROL.findall(text[:100_000])) * 100 > max(_STRAYS * 100, min(len(text), 100_000)):
        raise Untrusted("not_a_table")
    if delimiter in (None, pasted.PARTED_BY):
        if not delimited.has_columns(text) and (laid := aligned.parted(text)) is not None:
            text, doubts = laid, (*doubts, Remark("aligned"))
        else:
            text = pasted.parted(text)
    delimiter, records = delimited.split(text, delimiter)
    header_row, headers, rows, remarks = layout.arrange(records, header, frozenset(), commas=delimiter == ",")
    remarks = [*doubts, *remarks, *_damaged(headers, rows)]
    return Table("csv", encoding, delimiter, None, header_row, headers, rows, remarks, _proof(text))


def _proof(text: str) -> tuple[str, ...]:
    """Three lines, in their order, for a person to judge the encoding: those with marked letters before any other."""
    begins: list[int] = []
    for pattern in (_MARKED, _FULL):
        at = 0
        while len(begins) < _LINES and (found := pattern.search(text, at)):
            begin = 1 + max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start()))
            end = _END.search(text, found.start())
            at = end.start() if end else len(text)
            begins += [begin] if begin not in begins else []
    return tuple(_END.split(text[begin : begin + _PROOF], 1)[0] for begin in sorted(begins))


def _refuse_binary(data: bytes) -> None:
    """Tell binary junk from a text with a stray NUL, so that the sentence fits."""
    if charsets.width_of(data):
        return
    sample = data[:100_000]
    strange = sum(sample.count(bytes((code,))) for code in (*range(1, 9), 11, *range(14, 26), *range(27, 32)))
    if b"\0" in sample and strange * 50 > len(sample):
        raise Untrusted("not_a_table")


def _workbook(data: bytes, wanted: str | None, header: int | None) -> Table:
    sheet = workbook.open_sheet(data, wanted)
    header_row, headers, rows, remarks = layout.arrange(sheet.records, header, sheet.hidden, ragged=False)
    remarks += sheet.remarks + _damaged(headers, rows)
    proof = tuple(_line(cells) for _, cells in sheet.records[:3])
    named = sheet.name, header_row, headers, rows, remarks, proof, sheet.others, sheet.month_first
    return Table(sheet.kind, None, None, *named)


def _line(cells: Sequence[Cell]) -> str:
    return " | ".join(str(cell) for cell in cells)[:_PROOF]


def _damaged(headers: Sequence[str], rows: Iterable[Row]) -> list[Remark]:
    """Count the cells whose letters were spoilt before the file reached us; they are shown, never repaired."""
    count = sum(is_damaged(header) for header in headers)
    first = (0, next((header for header in headers if is_damaged(header)), "")) if count else None
    for row in rows:
        for cell in row.cells:
            if isinstance(cell, str) and (not cell.isascii() or "?" in cell) and is_damaged(cell):
                first = first if first and first[0] else (row.number, cell)
                count += 1
    return [Remark("damaged_text", {"count": count, "row": first[0], "shown": first[1][:60]})] if first else []


def is_damaged(text: str) -> bool:
    """Tell whether a text holds letters that were read in a wrong encoding once (RÃ©da) or lost for good (R?da)."""
    if not _SUSPECT.search(text):
        return False
    return bool(_LOST_LETTER.search(text)) or any(_reads_as_utf8(word) for word in text.split())


def _reads_as_utf8(word: str) -> bool:
    if word.isascii():
        return False
    for encoding in ("cp1252", "cp1256", "latin-1"):
        try:
            word.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        return True
    return False
