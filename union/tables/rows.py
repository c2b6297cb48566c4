"""The rows of a file as they are kept packed: a day, an hour and a decimal number say what they are."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from union.tables.packed import Code, Packed, Piece
from union.tables.table import Cell, Row

_AS_IT_IS = frozenset((str, int, bool))
_DECIMAL, _HOUR, _DAY = 1, 2, 3


class _RowCode(Code[Row]):
    def encode(self, rows: Sequence[Row]) -> bytes:
        return super().encode([row if _AS_IT_IS.issuperset(map(type, row.cells)) else _coded(row) for row in rows])


def _coded(row: Row) -> Row:
    return msgspec.structs.replace(row, cells=tuple(map(kept, row.cells)))


def kept(cell: Cell) -> Any:
    """A cell as it is packed; `opened` makes it one again."""
    if isinstance(cell, Decimal):
        return msgspec.msgpack.Ext(_DECIMAL, str(cell).encode())
    if isinstance(cell, date):
        return msgspec.msgpack.Ext(_HOUR if isinstance(cell, datetime) else _DAY, cell.isoformat().encode())
    return cell


def opened(code: int, data: memoryview) -> Cell:
    """The cell that was kept under a code of its own."""
    text = bytes(data).decode()
    if code == _DECIMAL:
        return Decimal(text)
    return datetime.fromisoformat(text) if code == _HOUR else date.fromisoformat(text)


_CODE = _RowCode(Row, opened)


def taken(pieces: list[Piece]) -> Packed[Row]:
    """Rows that another process packed."""
    return Packed.taken(_CODE, pieces)


def packed(rows: Iterable[Row] = ()) -> Packed[Row]:
    """These rows, or none yet, packed."""
    return Packed(_CODE, rows)
