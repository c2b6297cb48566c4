"""Read the values of a workbook (XLSX, XLS, ODS) with calamine, after its inside was looked at."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetVisibleEnum,
    WorksheetNotFound,
)

from union.tables.files.archive import OLE, kind_of_ole, open_zip, packed
from union.tables.files.number_formats import CellShapes
from union.tables.files.styles import styles_of
from union.tables.files.titles import names_columns
from union.tables.files.workbook_ods import look_ods, without_blanks
from union.tables.files.workbook_xml import Seen, letters, look, xlsx_sheets
from union.tables.table import MAX_COLUMNS, MAX_FIELD, MAX_ROWS, Cell, Remark, Untrusted

Records = list[tuple[int, list[Cell]]]
Corners = tuple[tuple[int, int], tuple[int, int]]
_NAMED = 20  # rows or cells named one by one in a remark


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet as read: `hidden` holds the numbers of its hidden rows."""

    kind: str
    name: str
    records: Records
    hidden: frozenset[int]
    remarks: list[Remark]
    others: tuple[str, ...] = ()  # every sheet of the workbook, in its order
    month_first: frozenset[int] = frozenset()  # columns counted from 0


def open_sheet(data: bytes, wanted: str | None) -> Sheet:
    """Read the wanted sheet, or the first visible one with titles of columns, else the first of at least two rows.

    Raises `Untrusted`: encrypted, macros, zip_bomb, entities, damaged, not_a_table, too_many_rows,
    too_many_columns, field_too_long, no_such_sheet, empty.
    """
    if data.startswith(OLE):
        return _read("xls", io.BytesIO(data), wanted, lambda name: Seen())
    kind, parts = open_zip(data)
    if kind == "ods":
        parts["content.xml"] = without_blanks(parts["content.xml"])
        sheets = look_ods(parts["content.xml"])
        return _read(kind, packed(parts), wanted, lambda name: sheets.get(name, Seen()))
    paths, styles = xlsx_sheets(parts), styles_of(parts)
    return _read(
        kind, packed(parts), wanted, lambda name: look(parts[paths[name]], styles) if name in paths else Seen()
    )


def kind_of(data: bytes) -> str:
    """Return "xls", or for an archive "xlsx" or "ods"; refuse whatever else begins like one of them."""
    return kind_of_ole(data) if data.startswith(OLE) else open_zip(data)[0]


def _read(kind: str, stream: io.BytesIO, wanted: str | None, inside: Callable[[str], Seen]) -> Sheet:
    try:
        book = CalamineWorkbook.from_filelike(stream)
        return _chosen(kind, book, wanted, inside)
    except PasswordError:
        raise Untrusted("encrypted") from None
    except WorksheetNotFound:
        raise Untrusted("no_such_sheet", sheet=wanted) from None
    except (CalamineError, OSError, ValueError, OverflowError) as fault:
        if isinstance(fault, Untrusted):
            raise
        raise Untrusted("damaged") from None
    except BaseException as fault:
        # A panic inside the Rust reader does not derive from Exception; a broken file must not stop the process.
        if type(fault).__name__ != "PanicException":
            raise
        raise Untrusted("damaged") from None


def _chosen(kind: str, book: CalamineWorkbook, wanted: str | None, inside: Callable[[str], Seen]) -> Sheet:
    shown = {meta.name: meta.visible == SheetVisibleEnum.Visible for meta in book.sheets_metadata}
    if wanted is not None and wanted not in shown:
        raise Untrusted("no_such_sheet", sheet=wanted)
    tried = [wanted] if wanted is not None else sorted(shown, key=lambda name: not shown[name])
    best: Sheet | None = None
    for name in tried:
        if best is not None and len(best.records) >= 2 and not shown[name]:
            break  # what is hidden is only read where nothing else is there
        seen = inside(name)
        loaded = book.get_sheet_by_name(name)
        records = _values(loaded, seen.shown)
        merged = loaded.merged_cell_ranges or [] if kind == "xlsx" else []
        noticed = _noticed(kind, name, shown, seen, merged)
        american = frozenset(column - 1 for column in seen.month_first)
        sheet = Sheet(kind, name, records, frozenset(seen.hidden_rows), noticed, tuple(shown), american)
        if len(records) >= 2 and (len(tried) == 1 or names_columns(records)):
            return sheet
        best = best if best and (len(best.records) >= 2 or (len(records) < 2 and best.records)) else sheet
    if best is None or not best.records:
        raise Untrusted("empty")
    return best


def _values(sheet: CalamineSheet, shown: CellShapes) -> Records:
    if sheet.end is None or sheet.start is None:
        return []
    if sheet.end[1] >= MAX_COLUMNS:
        raise Untrusted("too_many_columns", limit=MAX_COLUMNS, found=sheet.end[1] + 1)
    if sheet.end[0] - sheet.start[0] > MAX_ROWS + 1_000:
        raise Untrusted("too_many_rows", limit=MAX_ROWS)
    # Only the columns to the left are kept blank; blank rows above are counted, not made.
    first, left = sheet.start
    records: Records = []
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), first + 1):
        cells: list[Cell] = [""] * left + [_cell(value, number) for value in values]
        shown.put(number, cells)
        if any(cell != "" for cell in cells):
            records.append((number, cells))
    return records


def _cell(value: object, number: int) -> Cell:
    """Turn what calamine gives into one of our cells; a float shows what Excel shows, 15 significant digits."""
    if isinstance(value, str):
        if len(value) > MAX_FIELD:
            raise Untrusted("field_too_long", line=number, limit=MAX_FIELD)
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else Decimal(f"{value:.15g}")
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, bool | int | date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return ""


def _noticed(kind: str, name: str, shown: dict[str, bool], seen: Seen, merged: list[Corners]) -> list[Remark]:
    remarks: list[Remark] = []
    others = [other for other in shown if other != name]
    if others:
        remarks.append(Remark("other_sheets", {"sheet": name, "sheets": ", ".join(others), "count": len(others)}))
    masked = [other for other, visible in shown.items() if not visible]
    if masked:
        remarks.append(Remark("hidden_sheets", {"sheets": ", ".join(masked), "count": len(masked)}))
    if kind == "xls":
        remarks.append(Remark("hidden_unknown"))
    for code, found in (
        ("hidden_rows", [str(row) for row in sorted(seen.hidden_rows)]),
        ("hidden_columns", [letters(column) for column in sorted(seen.hidden_columns)]),
        ("struck_rows", [str(row) for row in sorted(seen.struck_rows)]),
        ("struck_cells", seen.struck_cells),
        ("uncomputed_formulas", seen.uncomputed),
        ("cells_in_error", seen.wrong),
        ("merged_cells", [_range(corners) for corners in merged]),
    ):
        if found:
            more = ", …" if len(found) > _NAMED else ""
            remarks.append(Remark(code, {"count": len(found), "where": ", ".join(found[:_NAMED]) + more}))
    return remarks


def _range(corners: Corners) -> str:
    (top, left), (bottom, right) = corners
    return f"{letters(left + 1)}{top + 1}:{letters(right + 1)}{bottom + 1}"
