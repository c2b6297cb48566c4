"""A table read as the list of one workplace: its corrected cells, its answers, its site; the same for page, command
and job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

import msgspec

from union.imports.records.outcomes import Correction, Decision, Split
from union.imports.records.row_to_member import ImportContext
from union.store.gc_pause import undisturbed
from union.tables.cells.people import Problem, displayed
from union.tables.columns.asking import Question, by_kind
from union.tables.columns.vocabulary import plain
from union.tables.kinds.roster import Interpreted, RosterRow, interpret
from union.tables.kinds.twins import Decided, Twin
from union.tables.rows import packed
from union.tables.table import Remark, Row, Table

SPLIT, SHOWN = 500, 6  # full names looked at, and shown
MOST_SITES = 0.8  # from this share of the rows on, one value of the site's column is the workplace of the list


class Rows(Protocol):
    """The rows of a list, some at a time and as often as wanted."""

    def pieces(self) -> Iterator[list[RosterRow]]: ...


@dataclass(frozen=True)
class Source:
    """The rows of one list, read once, with what was decided of some. `table` is what they were read from."""

    headers: tuple[str, ...]
    mapping: dict[int, str | None]
    rows: Rows
    context: ImportContext
    problems: Sequence[Problem] = ()
    remarks: Sequence[Remark] = ()
    questions: tuple[Question, ...] = ()
    twins: tuple[Twin, ...] = ()
    without: frozenset[int] = frozenset()  # rows left out, for another one of the file is the same person
    apart: frozenset[int] = frozenset()  # rows of two people whom the zeros in front of their numbers tell apart
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    complete: bool = False
    table: Table | None = None


def source_of(
    table: Table,
    mapping: dict[int, str | None],
    names: Iterable[str],
    context: ImportContext,
    told: Mapping[int, Mapping[str, str]] | None = None,
    twins: Iterable[Twin] = (),
) -> Source:
    """A table read as the list of one workplace, whose `names` (its own, its city) its rows may give as their site.

    `told` is what a person answered, by the column and the kind of the question; `twins` holds what was decided.
    """
    decided = Decided.by(twins)
    read = read_rows(table, mapping, names, context.on, told or {}, decided)
    return Source(
        table.headers,
        mapping,
        read.rows,
        context,
        read.problems,
        read.remarks,
        read.questions,
        read.twins,
        decided.without,
        decided.numbers,
        table=table,
    )


def corrected(table: Table, corrections: Iterable[Correction]) -> Table:
    """The table with the cells that were corrected on the page."""
    given: dict[int, dict[int, str]] = {}
    for one in corrections:
        given.setdefault(one.row, {})[one.column] = one.value
    if not given:
        return table
    rows = packed(_with(row, given.get(row.number), table.width) for row in table.rows)
    return replace(table, rows=rows)


def _with(row: Row, cells: dict[int, str] | None, width: int) -> Row:
    if cells is None:
        return row
    return msgspec.structs.replace(row, cells=tuple(cells.get(at, row.cell(at)) for at in range(width)))


def splits(source: Source) -> tuple[Split, ...]:
    """Some of the full names of a list with what they are taken for, those of the most words first: there it is in
    doubt."""
    at = next((at for at, field in source.mapping.items() if field == "full_name"), None)
    if at is None or source.table is None:
        return ()
    whole = {row.number: displayed(row.cell(at)) for row in source.table.rows[:SPLIT]}
    rows = next(source.rows.pieces(), [])
    found = [
        Split(row.number, whole[row.number], row.given_name or "", row.family_name or "")
        for row in rows
        if whole.get(row.number)
    ]
    return tuple(sorted(sorted(found, key=lambda one: -len(one.whole.split()))[:SHOWN], key=lambda one: one.row))


@undisturbed()
def read_rows(
    table: Table,
    mapping: dict[int, str | None],
    names: Iterable[str],
    today: date,
    told: Mapping[int, Mapping[str, str]],
    decided: Decided = Decided(),
) -> Interpreted:
    """Interpret a table as `source_of` says."""
    return interpret(
        table,
        mapping,
        today=today,
        known_sites=_sites(table, mapping, names),
        **by_kind(told),
        decided=decided,
    )


def _sites(table: Table, mapping: dict[int, str | None], names: Iterable[str]) -> list[str] | None:
    """What a row may give as its site. Where no value is the rule, the column says something else, and is not
    judged."""
    column = next((at for at, field in mapping.items() if field == "site"), None)
    if column is None:
        return None
    given = Counter(plain(str(row.cell(column))) for row in table.rows if row.cell(column) != "")
    own = {plain(name) for name in names if name}
    usual = [site for site, count in given.most_common(1) if count >= MOST_SITES * given.total()]
    return [*own, *usual] if usual or own & given.keys() else None
