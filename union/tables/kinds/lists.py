"""Interpret a table as a list of workplaces, headcounts, declared days or election results: clean rows and problems."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from heapq import merge
from typing import Any

import msgspec

from union.tables.cells.people import Problem
from union.tables.columns import month_heads
from union.tables.columns.asking import DATES, DECIMALS, Question
from union.tables.columns.fields import MONTH_DAYS
from union.tables.columns.vocabulary import plain
from union.tables.kinds import month_columns
from union.tables.kinds.list_shapes import Shape
from union.tables.kinds.reading import Reader, Values
from union.tables.kinds.roster import PROBLEMS, in_order
from union.tables.packed import Packed
from union.tables.table import Remark, Row, Table


@dataclass(frozen=True, slots=True)
class ReadList:
    """Every row in the order of the file, the problems in the order of their rows, and what was only noticed."""

    rows: Packed[Any]
    problems: Packed[Problem]
    remarks: list[Remark]
    questions: tuple[Question, ...]


def interpret_list(
    table: Table,
    mapping: Mapping[int, str | None],
    shape: Shape,
    today: date,
    told: Mapping[int, Mapping[str, str]] | None = None,
) -> ReadList:
    """Read every row by `mapping` (column counted from 0, to a field of the shape). Never raises for what a cell holds.

    `told` is what a person answered of the columns, by the column and the kind of the question.
    Two rows that speak of the same thing: where they say the same the first counts, else neither does.
    """
    orders, signs = ({at: one[kind] for at, one in (told or {}).items() if kind in one} for kind in (DATES, DECIMALS))
    months = month_heads.month_columns(table, mapping, MONTH_DAYS)
    alone = {at: field for at, field in mapping.items() if field != MONTH_DAYS}
    reader = Reader(table, alone, today, orders, signs)
    reader.remarks += month_columns.remark(table, months)
    rows, problems = Packed(shape.code()), Packed(PROBLEMS)
    seen: dict[tuple[str, ...], tuple[Row, int]] = {}
    twice: dict[int, Problem] = {}
    for row in table.rows:
        values, found = reader.row(row)
        for said, bad in (
            month_columns.each_month(reader, row, values, months) if months and not found else [(values, [])]
        ):
            bad = found or bad or _whole_row(reader, row, said, shape, today)
            problems.extend(sorted(bad, key=in_order))
            if not bad:
                _claim(reader, row, said, shape, seen, twice)
            rows.append(_row(row, said, shape, ok=not bad))
    if twice:
        rows = Packed(
            shape.code(), (msgspec.structs.replace(one, ok=False) if one.number in twice else one for one in rows)
        )
        problems = Packed(PROBLEMS, merge(problems, sorted(twice.values(), key=in_order), key=in_order))
    return ReadList(rows, problems, reader.remarks, reader.questions)


def _whole_row(reader: Reader, row: Row, values: Values, shape: Shape, today: date) -> list[Problem]:
    for names, code in shape.needed:
        if not any(values.get(name) not in (None, "") for name in names):
            return [_problem(reader, row, names[0], code, {})]
    trouble = shape.check(values, today)
    return [_problem(reader, row, *trouble)] if trouble else []


def _row(row: Row, values: Values, shape: Shape, *, ok: bool) -> Any:
    """Of a row that stays out only its words are kept, for somebody to recognise it by."""
    own = shape.row.__struct_fields__
    kept = {
        name: value
        for name, value in values.items()
        if name in own and value is not None and (ok or isinstance(value, str))
    }
    return shape.row(row.number, ok, row.hidden, **kept)


def _problem(reader: Reader, row: Row, name: str, code: str, values: Mapping[str, object]) -> Problem:
    return reader.problem(row, reader.columns.get(name), code, values)


def _claim(
    reader: Reader,
    row: Row,
    values: Values,
    shape: Shape,
    seen: dict[tuple[str, ...], tuple[Row, int]],
    twice: dict[int, Problem],
) -> None:
    key = tuple(plain(str(values.get(name, ""))) for name in shape.key)
    told = hash(tuple(sorted((name, str(value)) for name, value in values.items())))
    first, before = seen.setdefault(key, (row, told))
    if first is row:
        return
    numbers: dict[str, object] = {"first": first.number, "row": row.number}
    code, at = "duplicate_row" if told == before else "rows_differ", _contradicted(reader, shape, first, row)
    if code == "rows_differ":
        twice.setdefault(first.number, reader.problem(first, at, code, numbers))
        twice[row.number] = reader.problem(row, at, code, numbers)  # whatever another of its months repeats
    twice.setdefault(row.number, reader.problem(row, None, code, numbers))


def _contradicted(reader: Reader, shape: Shape, first: Row, row: Row) -> int | None:
    """The column in which two rows contradict each other, where it is one: there its cell can be corrected on the
    page."""
    beside = [at for at, field in reader.fields if field not in shape.key and "" not in (first.cell(at), row.cell(at))]
    found = [at for at in beside if first.cell(at) != row.cell(at)]
    return found[0] if len(found) == 1 else None
