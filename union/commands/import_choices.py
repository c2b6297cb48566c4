"""What a person settles on the pages of an import, as options of its commands: columns, cells, rows, twins, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar
from uuid import uuid4

import click

import config
from union.commands.import_place import Where
from union.imports.reading import sourcing
from union.imports.reading.sourcing import Source
from union.imports.reading.understanding import kept_fields
from union.imports.records.models import Column, ImportState
from union.imports.records.outcomes import Choice, Correction
from union.imports.records.row_to_member import ImportContext
from union.imports.web.forms import Delimiter
from union.installation import NotReady
from union.tables.cells.names import fold
from union.tables.columns.fields import OF_MONTHS
from union.tables.kinds.twins import BOTH, FIRST, SECOND, Twin
from union.tables.table import Table
from union.web.locale import today

Command = TypeVar("Command", bound=Callable[..., Any])
DELIMITERS = {"semicolon": Delimiter.SEMICOLON, "comma": Delimiter.COMMA, "tab": Delimiter.TAB, "bar": Delimiter.BAR}


@dataclass(frozen=True)
class Settled:
    """What the options say of the columns (header or number to field), of cells, of rows and of pairs of rows."""

    columns: tuple[tuple[str, str], ...] = ()
    cells: tuple[tuple[int, str, str], ...] = ()
    rows: tuple[tuple[int, Choice], ...] = ()
    twins: tuple[tuple[int, int, str], ...] = ()

    @property
    def choices(self) -> Mapping[int, Choice]:
        """What becomes of single rows."""
        return dict(self.rows)


def _parted(pattern: str, how: str) -> Callable[[click.Context, click.Parameter, Sequence[str]], list[tuple[str, ...]]]:
    """Read an option given several times by a pattern; `how` says how it is written."""

    def read(_context: click.Context, _parameter: click.Parameter, given: Sequence[str]) -> list[tuple[str, ...]]:
        found = [re.fullmatch(pattern, one, re.DOTALL) for one in given]
        if None in found:
            raise click.BadParameter(f"write it as {how}.")
        return [one.groups() for one in found if one]

    return read


READ_SO = (
    click.option("--map", "map_", metavar="NAME", help="The saved reading by which the list is read."),
    click.option("--sheet", metavar="NAME", help="The sheet of a workbook; without it the first that holds a list."),
    click.option("--encoding", metavar="NAME", help="The encoding of a text; without it the evidence decides."),
    click.option(
        "--delimiter", type=click.Choice(list(DELIMITERS)), help="What parts the columns of a text.",
        callback=lambda _context, _parameter, given: DELIMITERS[given].value if given else None,
    ),
    click.option("--header", type=click.IntRange(0), metavar="ROW", help="The row of the titles, 0 where there is none."),
    click.option(
        "--column", "columns", multiple=True, metavar="HEADER=FIELD", callback=_parted("(.+?)=([a-z_]*)", "HEADER=FIELD"),
        help="What a column holds, by its header or its number from 1; without a field it is left out. Several times.",
    ),
    click.option(
        "--correct", "cells", multiple=True, metavar="ROW:HEADER=VALUE",
        callback=_parted(r"(\d{1,7}):(.+?)=(.*)", "ROW:HEADER=VALUE"), help="The right value of a bad cell. Several times.",
    ),
    click.option(
        "--confirm", metavar="WORDS", default="", help="Why a list that changes more than lists usually do is right."
    ),
)  # fmt: skip
OF_ROWS = (
    click.option(
        "--decide", "rows", multiple=True, metavar="ROW=same|different|skip",
        callback=_parted(r"(\d{1,7})=(same|different|skip)", "ROW=same, ROW=different or ROW=skip"),
        help="What becomes of one row that may be somebody known; the others go by --resolve. Several times.",
    ),
    click.option(
        "--twin", "twins", multiple=True, metavar="ROW,ROW=first|second|both",
        callback=_parted(r"(\d{1,7}),(\d{1,7})=(first|second|both)", "ROW,ROW=first, =second or =both"),
        help="Which of two rows that are one person counts, or that they are two people. Several times.",
    ),
)  # fmt: skip


def options(*listed: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """These options, in their order."""

    def put(command: Command) -> Command:
        for one in reversed(listed):
            command = one(command)
        return command

    return put


def settled(given: dict[str, Any]) -> Settled:
    """Take what these options gave out of what a command was given."""
    return Settled(
        tuple(given.pop("columns", ())),
        tuple((int(row), header, value) for row, header, value in given.pop("cells", ())),
        tuple((int(row), Choice(choice)) for row, choice in given.pop("rows", ())),
        tuple((int(first), int(second), keep) for first, second, keep in given.pop("twins", ())),
    )


def with_columns(plan: ImportState, said: Settled, *, cin: bool) -> ImportState:
    """The plan with its columns as they were said, each field once. Raises `NotReady`."""
    columns, allowed = list(plan.columns), kept_fields(plan.list_of, cin=cin)
    for header, field in said.columns:
        if field and field not in allowed:
            raise NotReady(f"There is no field called {field}: one of {', '.join(allowed)}.")
        at = _place(plan, header)
        for other, column in enumerate(columns):
            if field and column.field == field and field not in OF_MONTHS:
                columns[other] = _filling(column, "")
        columns[at] = _filling(columns[at], field)
    return replace(plan, columns=tuple(columns), corrections=_corrections(plan, said))


def _filling(column: Column, field: str) -> Column:
    return replace(column, field=field, told={} if column.field != field else column.told)


def _corrections(plan: ImportState, said: Settled) -> tuple[Correction, ...]:
    return tuple(Correction(row, _place(plan, header), value) for row, header, value in said.cells)


def _place(plan: ImportState, header: str) -> int:
    """The column of a header, else of a number from 1. Raises `NotReady`."""
    found = [at for at, column in enumerate(plan.columns) if fold(column.header) == fold(header)]
    if not found and header.isdecimal() and 0 < int(header) <= len(plan.columns):
        return int(header) - 1
    if len(found) != 1:
        many = "Several columns are headed" if found else "No column is headed"
        raise NotReady(f"{many} {header}: give its number, from 1 to {len(plan.columns)}.")
    return found[0]


def twins_settled(found: Sequence[Twin], said: Settled) -> tuple[Twin, ...]:
    """The pairs with what was said of them. Raises `NotReady` where there is no such pair, or one number is one person."""
    pairs = {(one.first, one.second): one for one in found}
    for first, second, keep in said.twins:
        pair = pairs.get((first, second))
        if pair is None:
            raise NotReady(f"Rows {first} and {second} are no pair of this list: see twins in --json.")
        if keep == BOTH and not pair.can_be_two:
            raise NotReady(f"Rows {first} and {second} share a number that is one person's: keep {FIRST} or {SECOND}.")
        pairs[first, second] = replace(pair, keep=keep)
    return tuple(pairs.values())


def source_of(
    table: Table, where: Where, plan: ImportState, by_hand: Settled, told: Mapping[str, str], settings: config.Settings
) -> tuple[Source, ImportState]:  # fmt: skip
    """The list as the options say it is read: its columns, the answers to its questions, its pairs of rows."""
    plan = with_columns(plan, by_hand, cin=settings.cin_authorised)
    plan = replace(plan, columns=tuple(replace(one, told={**one.told, **told}) for one in plan.columns))
    source, plan = _source(table, where, plan, settings)
    if not by_hand.twins:
        return source, plan
    return _source(table, where, replace(plan, twins=twins_settled(plan.twins, by_hand)), settings)


def corrected(table: Table, plan: ImportState) -> Table:
    """The table with its cells as they were corrected. Raises `NotReady` where there is no such row."""
    unknown = {one.row for one in plan.corrections} - {row.number for row in table.rows}
    if unknown:
        raise NotReady(f"There is no row {min(unknown)} in this list: see problems in --json.")
    return sourcing.corrected(table, plan.corrections)


def _source(table: Table, where: Where, plan: ImportState, settings: config.Settings) -> tuple[Source, ImportState]:
    way = ImportContext(uuid4(), where.workplace_id or uuid4(), None, today(), plan.state, settings.cin_authorised)
    mended = corrected(table, plan)
    source = sourcing.source_of(mended, plan.mapping, (where.name, where.city), way, plan.told, plan.twins)
    kept = (one for one in plan.twins if one.keep)
    return source, replace(plan, questions=source.questions, twins=(*kept, *source.twins))
