"""From the rows of a file and who is known to what would happen: pure, the same for the page, the command and the job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from union.imports.matching import Known, Tokens, shown_name
from union.imports.models import Counts, Outcome
from union.imports.undisturbed import undisturbed
from union.sheets.cells import Problem
from union.sheets.roster import Interpreted, RosterRow, interpret
from union.sheets.table import Table
from union.sheets.vocabulary import plain

SAME_PERSON = frozenset(("duplicate_row", "duplicate_differs"))
MOST_SITES = 0.8  # from this share of the rows on, one value of the site's column is the workplace of the list


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one row; `member_id` is whom it names, where he is known."""

    row: int
    name: str
    outcome: Outcome
    member_id: UUID | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Sorted:
    """Every row with its outcome, and the problems that stand in the way."""

    lines: list[Line]
    problems: list[Problem]
    new: list[RosterRow]

    @property
    def counts(self) -> Counts:
        found = Counter(line.outcome for line in self.lines)
        one = {outcome.value: found[outcome] for outcome in Outcome}
        return Counts(rows=len(self.lines), **one)


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


def sort_out(read: Interpreted, known: Known, tokens: Tokens, table: Table, mapping: dict[int, str | None]) -> Sorted:
    """Give each row its outcome. A number that belongs to somebody else of the workplace is a problem of its row."""
    first_codes = {problem.row: problem.code for problem in reversed(read.problems)}
    lines: list[Line] = []
    taken: list[Problem] = []
    new: list[RosterRow] = []
    for row in read.rows:
        name = shown_name(row)
        if not row.ok:
            code = first_codes.get(row.number, "")
            lines.append(Line(row.number, name, Outcome.TWICE if code in SAME_PERSON else Outcome.REFUSED))
            continue
        found = known.match(row, tokens)
        if found is None:
            new.append(row)
            lines.append(Line(row.number, name, Outcome.NEW))
        elif found.by == "taken":
            taken.append(_taken(row, table, mapping))
            lines.append(Line(row.number, name, Outcome.REFUSED, found.member_id, found.by))
        else:
            lines.append(Line(row.number, name, Outcome.KNOWN, found.member_id, found.by))
    problems = sorted([*read.problems, *taken], key=lambda one: one.row) if taken else read.problems
    return Sorted(lines, problems, new)


def _taken(row: RosterRow, table: Table, mapping: dict[int, str | None]) -> Problem:
    number = row.employee_number or ""
    at = next(at for at, field in mapping.items() if field == "employee_number")
    return Problem(
        row.number, at, "number_known", number, {"shown": number, "header": table.headers[at] or str(at + 1)}
    )
