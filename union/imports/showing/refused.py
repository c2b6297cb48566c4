"""The rows that were left out, as a file of the same kind as the list, with the reason in a last column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from uuid import UUID

import msgspec

from union.files import Vaulted
from union.imports.models import Plan
from union.imports.reading.understanding import WORKBOOKS, problem_said
from union.imports.showing.outcomes import Said
from union.sheets.cells.people import Problem
from union.sheets.sentences.wording import sentence
from union.sheets.table import Table
from union.sheets.writing import delimited, xlsx

REASON = {"fr": "Motif", "ar": "السبب", "en": "Reason"}
PIECE = 200  # rows


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

    cells: tuple[str, ...]
    problems: tuple[Said, ...]


def keep(files: Vaulted, plan: Plan, table: Table, problems: Iterable[Problem]) -> UUID | None:
    """Seal the rows left out; returns the file's id, None where there are none. The problems come in order."""
    rows = left_out(table, problems)
    first = next(rows, None)
    if first is None:
        return None
    with files.writing() as sheaf:
        waiting, count = [first], 0
        for row in rows:
            waiting.append(row)
            if len(waiting) == PIECE:
                sheaf.add(msgspec.msgpack.encode(waiting))
                waiting, count = [], count + 1
        sheaf.add(msgspec.msgpack.encode(waiting))
        sheaf.add(msgspec.msgpack.encode(dialect_of(plan, table, count + 1)))
    return sheaf.file_id


def dialect_of(plan: Plan, table: Table, pieces: int = 0) -> Dialect:
    """The dialect of a list."""
    return Dialect(table.headers, plan.kind, plan.encoding or "utf-8", plan.delimiter or ";", pieces)


def left_out(table: Table, problems: Iterable[Problem]) -> Iterator[LeftOut]:
    """The rows that have problems; the problems come in order."""
    told = groupby(problems, key=lambda one: one.row)
    number, mine = next(told, (0, iter(())))
    for row in table.rows:
        if row.number == number:
            yield LeftOut(tuple(map(_text, row.cells)), tuple(map(problem_said, mine)))
            number, mine = next(told, (0, iter(())))


def _text(cell: object) -> str:
    return f"{cell:%d/%m/%Y}" if hasattr(cell, "strftime") else str(cell)


def written(files: Vaulted, file_id: UUID, language: str) -> tuple[bytes, str, int]:
    """The file as it goes out, its extension and how many rows are in it: text stays text in its encoding, a workbook becomes XLSX."""
    dialect = msgspec.msgpack.decode(files.piece(file_id, -1), type=Dialect)
    pieces = (msgspec.msgpack.decode(files.piece(file_id, at), type=list[LeftOut]) for at in range(dialect.pieces))
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
    heads = (*dialect.headers, REASON[language if language in REASON else "en"])
    if not told:
        return None
    if dialect.kind in WORKBOOKS:
        return xlsx("1", heads, told, rtl=language == "ar"), "xlsx"
    return delimited(heads, told, dialect.encoding, dialect.delimiter), "csv"
