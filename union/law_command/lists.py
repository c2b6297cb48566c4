"""`union law run`: an employer's whole list as it comes, to sums, JSON or a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from union.law import departures
from union.law.departures import Computed, Departure
from union.law.facts import BadFacts, Reason
from union.law_command.saying import content, json_option, language_option, listed, print_json, say, stop
from union.law_command.workbook import save
from union.sheets.cells import Problem
from union.sheets.columns import fields_of, guess
from union.sheets.fields import LAYOFF
from union.sheets.layoff import LayoffRow, interpret_layoff
from union.sheets.limited import read_any
from union.sheets.table import MAX_BYTES, Table, Untrusted
from union.sheets.wording import sentence

REASONS = [str(one) for one in Reason if one not in (Reason.DEATH, Reason.RETIREMENT)]
"""What a whole list can have in common; a death and a retirement are told one by one."""
_NAMES = ("family_name", "given_name", "full_name")
WITHOUT_EFFECT = frozenset(
    (*_NAMES, "sex", "born_on", "job", "dependants", "site", "remarks", "signed_on", "identifier")
)
"""Columns that change no sum: what cannot be read in them keeps nobody out of the totals."""


@dataclass(frozen=True, slots=True)
class _List:
    """The employer's table as it came, and what each of its rows owes, in its order."""

    table: Table
    rows: list[Computed]


@click.command()
@click.argument("file")
@click.option("--reason", type=click.Choice(REASONS), default="negotiated", show_default=True)
@click.option("--xlsx", "out", metavar="OUT", help="Write the list with its sums beside it to OUT (.xlsx).")
@json_option
@language_option
def run(file: str, reason: str, out: str | None, as_json: bool, language: str) -> None:
    """Compute every person of the employer's list FILE (CSV, XLSX, ODS, - for CSV on standard input).

    On the screen nobody is named: rows are told by their number and the employer's own. OUT holds the employer's own
    columns and order, whole, and is readable by its owner alone. The exit code is 1 where a row is left out.
    """
    if out is not None and (as_json or Path(out).suffix.lower() != ".xlsx"):
        raise click.UsageError("OUT ends in .xlsx, and --xlsx stands without --json.")
    try:
        found = _read(file, reason, language)
        if out is not None:
            save(file, out, found.table, found.rows, language)
    except BadFacts as refused:
        stop(refused.sentence.say(language))
    if as_json:
        print_json(departures.whole(found.rows, reason, language))
    elif out is not None:
        listed({"file": out, **departures.totals(found.rows)}, as_json=False)
    else:
        say(*("\t".join(map(str, row)) for row in departures.cells(found.rows)))
    missing = departures.left_out(found.rows)
    if missing:
        stop(missing.say(language))


def _read(file: str, reason: str, language: str) -> _List:
    """The rows of a list as it comes; a table that is no list is refused as FILE with the reader's own sentence."""
    try:
        table = read_any(content(file, MAX_BYTES), "list.csv" if file == "-" else Path(file).name)
    except Untrusted as bad:
        stop(f"FILE: {sentence(bad.code, language, **bad.values)}")
    mapping = fields_of(guess(table, LAYOFF))
    read = interpret_layoff(table, mapping, today=date.today())
    trouble = _trouble(read.problems, mapping, language)
    given = (_departure(row, reason, tuple(trouble.get(row.number, ()))) for row in read.rows)
    return _List(table, [departures.compute(one, language) for one in given])


def _trouble(problems: list[Problem], mapping: Mapping[int, str | None], language: str) -> dict[int, list[str]]:
    """The sentences about each row that keep it from being computed; what changes no sum keeps nobody out."""
    found: dict[int, list[str]] = {}
    for one in problems:
        blocks = one.column is None or mapping.get(one.column) not in WITHOUT_EFFECT
        if blocks or one.code.startswith(("duplicate", "number_shared")):
            found.setdefault(one.row, []).append(sentence(one.code, language, **one.values))
    return found


def _departure(row: LayoffRow, reason: str, trouble: tuple[str, ...]) -> Departure:
    given, assumed = departures.presumed(row.category, row.contract)
    given |= {"hired_on": row.hired_on, "left_on": row.planned_exit_on, "notified_on": row.notified_on}
    given |= {name: getattr(row, name) for name in ("monthly_gross", "monthly_net", "mean_gross", "unpaid_days")}
    given |= {"leave_days_due": row.leave_days_due, "protected": bool(row.delegate), "reason": reason}
    if row.contract == "fixed_term":  # an end beside an open-ended contract is its last day and no term
        given["term_on"] = row.term_on
    who = row.employee_number or row.identifier or ""
    return Departure(row.number, who, given, row.offered_amount, trouble, assumed)
