"""From the rows of a file and who is known to what would happen: pure, the same for the page, the command and the job."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from union.imports.matching import Known, Match, Tokens, shown_name
from union.imports.models import Changed, Choice, Correction, Counts, Decision, Outcome
from union.imports.undisturbed import undisturbed
from union.imports.writing import Way
from union.sheets.cells import Problem
from union.sheets.roster import Interpreted, RosterRow, interpret
from union.sheets.table import Table
from union.sheets.vocabulary import plain

SAME_PERSON = frozenset(("duplicate_row", "duplicate_differs"))
MOST_SITES = 0.8  # from this share of the rows on, one value of the site's column is the workplace of the list


@dataclass(frozen=True)
class Source:
    """The rows of one list, read once, with what was decided of some."""

    table: Table
    mapping: dict[int, str | None]
    read: Interpreted
    way: Way
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody who works at the workplace and whom a complete list does not name: proposed as left, never removed."""

    member_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one row; `member_id` is whom it names, where he is known, and `by` says why."""

    row: int
    name: str
    outcome: Outcome
    member_id: UUID | None = None
    by: str = ""
    changes: tuple[Changed, ...] = ()
    known_as: str = ""  # the name of whom it could be, where a person decides


@dataclass(frozen=True, slots=True)
class Sorted:
    """Every row with its outcome, the problems that stand in the way, and what is to be written."""

    lines: list[Line]
    problems: list[Problem]
    new: list[RosterRow]
    updates: list[tuple[RosterRow, UUID]]
    missing: tuple[Absent, ...] = ()  # of a list that is declared complete

    @property
    def counts(self) -> Counts:
        found = Counter(line.outcome for line in self.lines)
        one = {outcome.value: found[outcome] for outcome in Outcome}
        return Counts(rows=len(self.lines), missing=len(self.missing), **one)


def corrected(table: Table, corrections: Iterable[Correction]) -> Table:
    """The table with the cells that were corrected on the page."""
    given: dict[int, dict[int, str]] = {}
    for one in corrections:
        given.setdefault(one.row, {})[one.column] = one.value
    if not given:
        return table
    rows = [
        dataclasses.replace(row, cells=tuple(given[row.number].get(at, row.cell(at)) for at in range(table.width)))
        if row.number in given
        else row
        for row in table.rows
    ]
    return dataclasses.replace(table, rows=rows)


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


def sort_out(read: Interpreted, known: Known, source: Source, tokens: Tokens) -> Sorted:
    """Give each row its outcome; of who is known, what a list says otherwise is asked for later (`comparing`)."""
    first_codes = {problem.row: problem.code for problem in reversed(read.problems)}
    sorting = Sorted([], list(read.problems), [], [])
    claimed: set[UUID] = set()
    for row in read.rows:
        if row.ok:
            found = _by_hand(source.decisions.get(row.number)) or known.match(row, tokens)
            _place(row, found, sorting, claimed, source)
            continue
        outcome = Outcome.TWICE if first_codes.get(row.number, "") in SAME_PERSON else Outcome.REFUSED
        sorting.lines.append(Line(row.number, shown_name(row), outcome))
    sorting.problems.sort(key=lambda one: one.row)
    return sorting


def _by_hand(decision: Decision | None) -> Match | None:
    return None if decision is None else Match(decision.member_id, decision.choice.value)


def _place(row: RosterRow, found: Match | None, sorting: Sorted, claimed: set[UUID], source: Source) -> None:
    """One sound row. A number that belongs to somebody else of the workplace is a problem of its row."""
    name = shown_name(row)
    if found is None:
        sorting.new.append(row)
        sorting.lines.append(Line(row.number, name, Outcome.NEW))
        return
    outcome = Outcome.UPDATED
    if found.by == Choice.DIFFERENT.value:
        sorting.new.append(row)
        outcome = Outcome.NEW
    elif found.by == "taken":
        sorting.problems.append(_taken(row, source.table, source.mapping))
        outcome = Outcome.REFUSED
    elif found.by == Choice.SKIP.value:
        outcome = Outcome.SKIPPED
    elif found.by in {"name", "birth"}:
        outcome = Outcome.DECIDE
    elif found.member_id in claimed:  # two rows of one file would change one person by turns
        outcome = Outcome.TWICE
    else:
        claimed.add(found.member_id)
        sorting.updates.append((row, found.member_id))
    sorting.lines.append(Line(row.number, name, outcome, found.member_id, found.by))


def _taken(row: RosterRow, table: Table, mapping: dict[int, str | None]) -> Problem:
    number = row.employee_number or ""
    at = next(at for at, field in mapping.items() if field == "employee_number")
    return Problem(
        row.number, at, "number_known", number, {"shown": number, "header": table.headers[at] or str(at + 1)}
    )
