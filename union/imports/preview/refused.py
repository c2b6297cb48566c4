"""The rows that were left out, as a file of the same kind as the list, with the reason in a last column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any
from uuid import UUID

import msgspec

from union.imports.reading.understanding import WORKBOOKS
from union.imports.records.models import ImportState
from union.imports.records.outcomes import StoredMessage, stored_problem
from union.languages.readers import sentence
from union.languages.translated import LANGUAGES, translated
from union.law.sources.sentence import Sentence
from union.press.workbooks import xlsx
from union.store.files import Vaulted
from union.tables.cells.people import Problem
from union.tables.rows import kept, opened
from union.tables.table import Table
from union.tables.writing import delimited

REASON = Sentence("Reason", context="column")
PIECE = 200  # rows
IDENTIFY = frozenset(
    (
        "employee_number",
        "card_number",
        "identifier",
        "cin",
        "phone",
        "phone_other",
        "fund_number",
        "affiliation",
        "ice",
        "trade_register",
    )
)
"""Fields whose digits are no number: a spreadsheet would group them, or take their zeros."""


@dataclass(frozen=True)
class Dialect:
    """The headers and the dialect of the file in which the rows came, and how many pieces of them are kept."""

    headers: tuple[str, ...]
    kind: str
    encoding: str
    delimiter: str
    pieces: int


class LeftOut(msgspec.Struct, frozen=True, array_like=True):
    """A row with all its problems."""

    cells: tuple[Any, ...]
    problems: tuple[StoredMessage, ...]


_rows = msgspec.msgpack.Decoder(list[LeftOut], ext_hook=opened)


def keep(files: Vaulted, plan: ImportState, table: Table, problems: Iterable[Problem]) -> UUID | None:
    """Seal the rows left out; returns the file's id, None where there are none. The problems come in order."""
    rows = left_out(plan, table, problems)
    first = next(rows, None)
    if first is None:
        return None
    with files.writing() as sheaf:
        waiting, count = [first], 0
        for row in rows:
            waiting.append(row)
            if len(waiting) == PIECE:
                sheaf.add(_packed(waiting))
                waiting, count = [], count + 1
        sheaf.add(_packed(waiting))
        sheaf.add(msgspec.msgpack.encode(dialect_of(plan, table, count + 1)))
    return sheaf.file_id


def _packed(rows: Iterable[LeftOut]) -> bytes:
    """Days and numbers as such, which `_rows` opens again."""
    return msgspec.msgpack.encode([LeftOut(tuple(map(kept, one.cells)), one.problems) for one in rows])


def dialect_of(plan: ImportState, table: Table, pieces: int = 0) -> Dialect:
    """The dialect of a list."""
    return Dialect(table.headers, plan.kind, plan.encoding or "utf-8", plan.delimiter or ";", pieces)


def left_out(plan: ImportState, table: Table, problems: Iterable[Problem]) -> Iterator[LeftOut]:
    """The rows that have problems; the problems come in order. Days and numbers stay what they are, but for those
    that identify."""
    texts = {at for at, field in plan.mapping.items() if field in IDENTIFY}
    told = groupby(problems, key=lambda one: one.row)
    number, mine = next(told, (0, iter(())))
    for row in table.rows:
        if row.number == number:
            cells = (str(cell) if at in texts else cell for at, cell in enumerate(row.cells))
            yield LeftOut(tuple(cells), tuple(map(stored_problem, mine)))
            number, mine = next(told, (0, iter(())))


def written(files: Vaulted, file_id: UUID, language: str) -> tuple[bytes, str, int]:
    """The file as it goes out, its extension and how many rows are in it: text stays text in its encoding, a
    workbook becomes XLSX."""
    dialect = msgspec.msgpack.decode(files.piece(file_id, -1), type=Dialect)
    pieces = (_rows.decode(files.piece(file_id, at)) for at in range(dialect.pieces))
    rows = list(chain.from_iterable(pieces))
    return *(as_file(dialect, rows, language) or (b"", "csv")), len(rows)


def as_file(dialect: Dialect, rows: Iterable[LeftOut], language: str) -> tuple[bytes, str] | None:
    """These rows as they go out, and the extension; None where there are none."""
    told = [
        (
            *row.cells,
            *[""] * (len(dialect.headers) - len(row.cells)),
            " ".join(sentence(one.code, language, **one.values) for one in row.problems),
        )
        for row in rows
    ]
    language = language if language in LANGUAGES else "en"
    heads = (*dialect.headers, translated(REASON, language))
    if not told:
        return None
    if dialect.kind in WORKBOOKS:
        return xlsx("1", heads, told, language), "xlsx"
    return delimited(heads, told, dialect.encoding, dialect.delimiter), "csv"
