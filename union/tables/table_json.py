"""A table as JSON, for lists that are kept for years: whatever the program becomes, it opens them again."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from union.tables.table import Cell, Remark, Row, Table


def packed_table(table: Table) -> dict[str, Any]:
    """A table as plain JSON values, as it is kept; a date, an hour and a decimal number say what they are."""
    return {
        "kind": table.kind,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "header_row": table.header_row,
        "headers": table.headers,
        "rows": [[row.number, [_packed(cell) for cell in row.cells], row.found, row.hidden] for row in table.rows],
        "remarks": [[r.code, dict(r.values), r.row, r.column] for r in table.remarks],
        "proof": table.proof,
        "sheets": table.sheets,
    }


def unpacked(kept: bytes) -> Table:
    """The table again that was kept so."""
    told = json.loads(kept)
    rows = [Row(n, tuple(_unpacked(cell) for cell in cells), found, hidden) for n, cells, found, hidden in told["rows"]]
    remarks = [Remark(code, values, row, column) for code, values, row, column in told["remarks"]]
    return Table(
        told["kind"],
        told["encoding"],
        told["delimiter"],
        told["sheet"],
        told["header_row"],
        tuple(told["headers"]),
        rows,
        remarks,
        tuple(told["proof"]),
        tuple(told["sheets"]),
    )


def _packed(cell: Cell) -> str | int | bool | list[str]:
    if isinstance(cell, str | int):
        return cell
    if isinstance(cell, Decimal):
        return ["decimal", str(cell)]
    return ["hour" if isinstance(cell, datetime) else "date", cell.isoformat()]


def _unpacked(cell: Any) -> Cell:
    if isinstance(cell, str | int):
        return cell
    kind, text = cell
    if kind == "decimal":
        return Decimal(text)
    return datetime.fromisoformat(text) if kind == "hour" else date.fromisoformat(text)
