"""From the rows of a file and who is known to what would happen: pure, the same for the page, the command and the job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import Protocol
from uuid import UUID

import msgspec

from union.imports.comparing import differing
from union.imports.matching import Known, Match, shown_name
from union.imports.models import Changed, Choice, Correction, Decision, Outcome
from union.imports.undisturbed import undisturbed
from union.imports.writing import Way
from union.sheets.cells import Problem
from union.sheets.roster import Interpreted, RosterRow, interpret
from union.sheets.rows import packed
from union.sheets.table import Remark, Row, Table
from union.sheets.vocabulary import plain

SAME_PERSON = frozenset(("duplicate_row", "duplicate_differs"))
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
    way: Way
    problems: Sequence[Problem] = ()
    remarks: Sequence[Remark] = ()
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    complete: bool = False
    table: Table | None = None


class Absent(msgspec.Struct, frozen=True, array_like=True):
    """Somebody who works at the workplace and whom a complete list does not name: proposed as left, never removed."""

    member_id: UUID
    name: str


class Line(msgspec.Struct, frozen=True, array_like=True):
    """What becomes of one row; `member_id` is whom it names, where he is known, and `by` says why."""

    row: int
    name: str
    outcome: Outcome
    member_id: UUID | None = None
    by: str = ""
    changes: tuple[Changed, ...] = ()
    known_as: str = ""  # the name of whom it could be, where a person decides


class Update(msgspec.Struct, frozen=True, array_like=True):
    """A row that says something else of somebody known."""

    row: RosterRow
    member_id: UUID


@dataclass(frozen=True, slots=True)
class Sorted:
    """Some rows with their outcome, the problems that only who is known shows, and what is to be written."""

    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    new: list[RosterRow] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)


def source_of(table: Table, mapping: dict[int, str | None], names: Iterable[str], way: Way) -> Source:
    """A table read as the list of one workplace, whose `names` (its own, its city) its rows may give as their site."""
    read = read_rows(table, mapping, names, way.on)
    return Source(table.headers, mapping, read.rows, way, read.problems, read.remarks, table=table)


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


@undisturbed()
def read_rows(table: Table, mapping: dict[int, str | None], names: Iterable[str], today: date) -> Interpreted:
    """Interpret a table as the list of one workplace, whose `names` (its own, its city) its rows may give as their site."""
    return interpret(table, mapping, today=today, known_sites=_sites(table, mapping, names))


def _sites(table: Table, mapping: dict[int, str | None], names: Iterable[str]) -> list[str] | None:
    """What a row may give as its site. Where no value is the rule, the column says something else, and is not judged."""
    column = next((at for at, field in mapping.items() if field == "site"), None)
    if column is None:
        return None
    given = Counter(plain(str(row.cell(column))) for row in table.rows if row.cell(column) != "")
    own = {plain(name) for name in names if name}
    usual = [site for site, count in given.most_common(1) if count >= MOST_SITES * given.total()]
    return [*own, *usual] if usual or own & given.keys() else None


def _taken(row: RosterRow, source: Source) -> Problem:
    number = row.employee_number or ""
    at = next(at for at, field in source.mapping.items() if field == "employee_number")
    return Problem(
        row.number, at, "number_known", number, {"shown": number, "header": source.headers[at] or str(at + 1)}
    )


class Sorting:
    """Gives each row its outcome, piece after piece; whom a row before has changed already, no other row changes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._claimed: set[bytes] = set()
        self._problems = groupby(source.problems, key=lambda one: one.row)
        self._next = next(self._problems, None)

    def piece(self, rows: Iterable[RosterRow], known: Known) -> Sorted:
        """These rows, which come after those before."""
        done = Sorted()
        for row in rows:
            if row.ok:
                found = self._by_hand(row) or known.match(row)
                self._place(row, found, known, done)
            else:
                outcome = Outcome.TWICE if self._code(row.number) in SAME_PERSON else Outcome.REFUSED
                done.lines.append(Line(row.number, shown_name(row), outcome))
        return done

    def _code(self, number: int) -> str:
        """The first problem of a row."""
        while self._next is not None and self._next[0] < number:
            self._next = next(self._problems, None)
        if self._next is None or self._next[0] != number:
            return ""
        code = next(self._next[1]).code
        self._next = next(self._problems, None)
        return code

    def _by_hand(self, row: RosterRow) -> Match | None:
        decision = self.source.decisions.get(row.number)
        return None if decision is None else Match(decision.member_id, decision.choice.value)

    def _place(self, row: RosterRow, found: Match | None, known: Known, done: Sorted) -> None:
        """One sound row. A number that belongs to somebody else of the workplace is a problem of its row."""
        if found is None:
            done.new.append(row)
            done.lines.append(Line(row.number, shown_name(row), Outcome.NEW))
            return
        outcome = WHERE_TO.get(found.by, Outcome.UPDATED)
        changes: tuple[Changed, ...] = ()
        name = ""
        if outcome in COMPARED or found.by in BY_HAND:
            name, changes = differing(row, self.source.way, known.people.get(found.member_id))
        if outcome is Outcome.UPDATED:
            outcome = self._claim(found.member_id, changed=bool(changes))
        elif outcome is Outcome.DECIDE and not changes:
            outcome = Outcome.UNCHANGED
        if outcome is Outcome.NEW:
            done.new.append(row)
        elif outcome is Outcome.UPDATED:
            done.updates.append(Update(row, found.member_id))
        elif found.by == "taken":
            done.problems.append(_taken(row, self.source))
        done.lines.append(Line(row.number, shown_name(row), outcome, found.member_id, found.by, changes, name))

    def _claim(self, member_id: UUID, *, changed: bool) -> Outcome:
        """Two rows of one file would change one person by turns: the first counts."""
        if member_id.bytes in self._claimed:
            return Outcome.TWICE
        self._claimed.add(member_id.bytes)
        return Outcome.UPDATED if changed else Outcome.UNCHANGED


WHERE_TO = {
    Choice.DIFFERENT.value: Outcome.NEW,
    Choice.SKIP.value: Outcome.SKIPPED,
    "taken": Outcome.REFUSED,
    "name": Outcome.DECIDE,
    "birth": Outcome.DECIDE,
}
COMPARED = frozenset((Outcome.UPDATED, Outcome.DECIDE))
BY_HAND = frozenset(one.value for one in Choice)
