"""The rows that were left out, as a file of the same kind as the list, with the reason in a last column."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import msgspec

from union.files import Vaulted
from union.imports.models import Plan, Said
from union.imports.planning import Sorted
from union.imports.understanding import WORKBOOKS, problem_said
from union.sheets.table import Table
from union.sheets.wording import sentence
from union.sheets.writing import delimited, xlsx

REASON = {"fr": "Motif", "ar": "السبب", "en": "Reason"}


@dataclass(frozen=True)
class Refused:
    """The rows left out with all their problems, and the dialect of the file that they came in."""

    headers: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Said, ...]], ...]
    kind: str
    encoding: str
    delimiter: str


def keep(files: Vaulted, plan: Plan, table: Table, found: Sorted) -> UUID | None:
    """Seal the rows left out; returns the file's id, None where there are none."""
    problems: dict[int, list[Said]] = {}
    for one in found.problems:
        problems.setdefault(one.row, []).append(problem_said(one))
    if not problems:
        return None
    rows = tuple(
        (tuple(_text(cell) for cell in row.cells), tuple(problems[row.number]))
        for row in table.rows
        if row.number in problems
    )
    whole = Refused(table.headers, rows, plan.kind, plan.encoding or "utf-8", plan.delimiter or ";")
    return files.put(msgspec.msgpack.encode(whole))


def _text(cell: object) -> str:
    return f"{cell:%d/%m/%Y}" if hasattr(cell, "strftime") else str(cell)


def written(files: Vaulted, file_id: UUID, language: str) -> tuple[bytes, str]:
    """The file as it goes out, and its extension: text stays text in its encoding, a workbook becomes XLSX."""
    kept = msgspec.msgpack.Decoder(Refused).decode(files.get(file_id))
    heads = (*kept.headers, REASON[language if language in REASON else "en"])
    rows = [
        (
            *cells,
            *[""] * (len(kept.headers) - len(cells)),
            " ".join(sentence(one.code, language, **one.values) for one in problems),
        )
        for cells, problems in kept.rows
    ]
    if kept.kind in WORKBOOKS:
        return xlsx("1", heads, rows, rtl=language == "ar"), "xlsx"
    return delimited(heads, rows, kept.encoding, kept.delimiter), "csv"
