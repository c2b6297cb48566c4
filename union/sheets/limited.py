"""Read a workbook in a child process with a limit on its memory and on its time."""

import json
import subprocess  # the child is this interpreter running this package, with no shell
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from union.sheets.read import is_workbook, read
from union.sheets.table import Cell, Remark, Row, Table, Untrusted

MEMORY = 1024 * 1024 * 1024  # bytes of address space
SECONDS = 30
_ROOT = Path(__file__).resolve().parents[2]


def read_any(data: bytes, name: str, **choices: Any) -> Table:
    """Read a text in this process and a workbook in a limited child: what a view calls."""
    return read_limited(data, name, **choices) if is_workbook(data) else read(data, name, **choices)


def read_limited(data: bytes, name: str, *, memory: int = MEMORY, seconds: float = SECONDS, **choices: Any) -> Table:
    """Do what `read` does in a child process with at most `memory` bytes and `seconds` of time.

    The bytes go by its standard input and the table comes back as JSON: nothing is written to disk, and nothing of
    the child's is executed here. Raises `Untrusted` as `read` does, and `too_heavy` when a limit is reached.
    """
    request = json.dumps({"name": name, "memory": memory, "seconds": seconds, "choices": choices}).encode() + b"\n"
    try:
        child = subprocess.run(  # fixed arguments, no shell
            [sys.executable, "-m", "union.sheets"],
            input=request + data,
            capture_output=True,
            timeout=seconds,
            cwd=_ROOT,
            env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"},  # none of our secrets
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Untrusted("too_heavy") from None
    if child.returncode != 0:
        raise Untrusted("too_heavy")
    return unpacked(child.stdout)


def packed_table(table: Table) -> dict[str, Any]:
    """Return a table as plain JSON values; a date, an hour and a decimal number say what they are."""
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


def unpacked(answer: bytes) -> Table:
    """Return the table of an answer, or raise the `Untrusted` that it holds."""
    told = json.loads(answer)
    if "refused" in told:
        raise Untrusted(told["refused"], **told["values"])
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
