"""Split a delimited text into records, strictly: a quote that is never closed is refused, not swallowed."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from union.tables.cells.formulas import unguarded
from union.tables.table import MAX_COLUMNS, MAX_FIELD, MAX_ROWS, Cell, Untrusted

DELIMITERS = (";", ",", "\t", "|")
_SEP_LINE = re.compile(r"\A[\"']?sep=(.)[\"']?[ ;,\t|]*(\r\n|\r|\n)", re.IGNORECASE)
_TOLD_TO_BE_TEXT = re.compile('="([^"]*)"')
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_JUDGED = 500  # records read to choose a delimiter
_LOOKED_AT = 5_000  # of those, and of the blank ones between them
_SLACK = 1_000  # blank rows, titles and totals allowed above the limit of data rows
_BLANK = 200_000  # rows without anything: twice as many as people
LONGEST = 1_000_000  # bytes of a line: two hundred columns come nowhere near


def split(text: str, delimiter: str | None = None) -> tuple[str, Iterator[tuple[int, list[Cell]]]]:
    """Return the delimiter and the records with their numbers, counted from 1 as a spreadsheet counts rows.

    They are read as they are asked for, and refused only then. A `sep=` line counts as a row and is not returned.
    Raises `Untrusted`: unknown_delimiter, quote, field_too_long, too_many_columns, too_many_rows.
    """
    if delimiter is not None and delimiter not in DELIMITERS:
        raise Untrusted("unknown_delimiter", delimiter=delimiter)
    told = _SEP_LINE.match(text)
    skipped = 1 if told else 0
    if told:
        text = text[told.end() :]
        delimiter = delimiter or (told[1] if told[1] in DELIMITERS else None)
    chosen = delimiter or guess(text)
    return chosen, _records(text, chosen, skipped)


def refuse_long_lines(data: bytes) -> None:
    """Refuse a file of one endless line before anything looks for words or cells in it. Raises `Untrusted`."""
    for number, line in enumerate(BytesIO(data), 1):
        if len(line) > LONGEST and max(map(len, line.split(b"\r"))) > LONGEST:
            raise Untrusted("line_too_long", line=number, limit=LONGEST)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one at a time: `StringIO` would hold the whole text again, four bytes a letter."""
    return (found[0] for found in _LINE.finditer(text))


def has_columns(text: str) -> bool:
    """Whether some delimiter stands in half of the first lines, and parts the text."""
    lines = [line for line in islice(_lines(text), _JUDGED) if line.strip()]
    return any(2 * sum(delimiter in line for line in lines) >= len(lines) for delimiter in DELIMITERS)


def guess(text: str) -> str:
    """Choose the delimiter that cuts most rows into the same number of columns, and into most columns."""
    return max(DELIMITERS, key=lambda candidate: _evenness(text, candidate))


def _evenness(text: str, delimiter: str) -> float:
    widths: list[int] = []
    broken = 1.0
    looked = 0
    try:
        for record in csv.reader(_lines(text), delimiter=delimiter, strict=True):
            if record and any(record):
                widths.append(len(record))
            looked += 1
            if len(widths) >= _JUDGED or looked >= _LOOKED_AT:
                break
    except csv.Error:
        broken = 0.5
    cut = Counter(width for width in widths if width > 1)
    if not cut:
        return 0.0
    width, times = max(cut.items(), key=lambda item: (item[1], item[0]))
    share = times / len(widths)
    # The first full row is the header, which names the columns: a comma that is absent there is a decimal comma.
    header = 1.0 if widths[0] == width else 0.7
    return float(width - 1) * share * share * header * broken


def _records(text: str, delimiter: str, skipped: int) -> Iterator[tuple[int, list[Cell]]]:
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    number = skipped
    begins = 1
    filled = 0
    while True:
        begins = reader.line_num + 1
        try:
            record = next(reader, None)
        except csv.Error as fault:
            code = "field_too_long" if "field larger" in str(fault) else "quote"
            raise Untrusted(code, line=begins + skipped, limit=MAX_FIELD) from None
        if record is None:
            return
        number += 1
        _within_limits(record, begins + skipped)
        filled += any(record)
        if filled > MAX_ROWS + _SLACK:
            raise Untrusted("too_many_rows", limit=MAX_ROWS)
        if number - filled > _BLANK:
            raise Untrusted("too_many_blank_rows", limit=_BLANK)
        kept = any(cell[:1] == "=" or "'" in cell for cell in record)
        yield number, [_as_it_was(cell) for cell in record] if kept else list(record)


def _as_it_was(cell: str) -> str:
    """A text without what kept it from being a formula, or kept its zeros in front: '=x is =x, ="0042" is 0042."""
    told = _TOLD_TO_BE_TEXT.fullmatch(cell)
    return told[1] if told else unguarded(cell)


def _within_limits(record: list[str], line: int) -> None:
    if len(record) > MAX_COLUMNS and any(record[MAX_COLUMNS:]):
        raise Untrusted("too_many_columns", limit=MAX_COLUMNS, found=len(record))
    if any(len(value) > MAX_FIELD for value in record):
        raise Untrusted("field_too_long", line=line, limit=MAX_FIELD)
