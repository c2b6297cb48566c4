"""Read a list in a child process with a limit on its memory and on its time."""

from typing import Any

import msgspec

from union import confined
from union.tables.packed import Packed
from union.tables.read import is_to_be_limited, read
from union.tables.rows import packed, taken
from union.tables.table import Remark, Table, Untrusted

MEMORY = 1024 * 1024 * 1024  # bytes of address space
SECONDS = 30  # of a processor
SHORT = 1024 * 1024  # bytes of a text that is read here: it cannot take long, and a child takes a moment to begin


class Answer(msgspec.Struct):
    """What the child says: a table, or why there is none."""

    table: dict[str, Any] = {}
    remarks: list[tuple[str, dict[str, Any], int | None, int | None]] = []
    rows: list[memoryview] = []  # as they lie in the answer: 100,000 rows are not held twice
    refused: str = ""
    values: dict[str, Any] = {}


def read_any(data: bytes, name: str, **choices: Any) -> Table:
    """Read a short text in this process; a long one, a workbook and contacts in a limited child: what a view calls."""
    limited = is_to_be_limited(data) or len(data) > SHORT
    return read_limited(data, name, **choices) if limited else read(data, name, **choices)


def read_limited(data: bytes, name: str, *, memory: int = MEMORY, seconds: float = SECONDS, **choices: Any) -> Table:
    """Do what `read` does in a child process with at most `memory` bytes and `seconds` of a processor.

    The bytes go by its standard input and the table comes back by its standard output: nothing is written to disk, and
    nothing of the child's is executed here. Raises `Untrusted` as `read` does, and `too_heavy` when a limit is reached.
    """
    try:
        answer = confined.run("union.tables", {"name": name, "choices": choices}, data, memory=memory, seconds=seconds)
    except confined.TooHeavy:
        raise Untrusted("too_heavy") from None
    return told_by(answer)


def answer_of(table: Table) -> bytes:
    """A table as bytes: its rows in the pieces in which they are kept, so that nobody opens them on the way."""
    rows = table.rows if isinstance(table.rows, Packed) else packed(table.rows)
    return msgspec.msgpack.encode(
        Answer(
            table={
                "kind": table.kind,
                "encoding": table.encoding,
                "delimiter": table.delimiter,
                "sheet": table.sheet,
                "header_row": table.header_row,
                "headers": table.headers,
                "proof": table.proof,
                "sheets": table.sheets,
                "month_first": sorted(table.month_first),
            },
            remarks=[(one.code, dict(one.values), one.row, one.column) for one in table.remarks],
            rows=[memoryview(one) for one in rows.whole()],
        )
    )


def refusal(code: str, values: dict[str, Any]) -> bytes:
    """The answer of a child that refused its file."""
    return msgspec.msgpack.encode(Answer(refused=code, values=values))


def told_by(answer: bytes) -> Table:
    """Return the table of an answer, or raise the `Untrusted` that it holds."""
    told = msgspec.msgpack.decode(answer, type=Answer)
    if told.refused:
        raise Untrusted(told.refused, **told.values)
    remarks = [Remark(code, values, row, column) for code, values, row, column in told.remarks]
    whole = told.table | {"headers": tuple(told.table["headers"]), "proof": tuple(told.table["proof"])}
    whole |= {"sheets": tuple(whole["sheets"]), "month_first": frozenset(whole["month_first"])}
    return Table(**whole, rows=taken([*told.rows]), remarks=remarks)
