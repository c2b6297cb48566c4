"""`union law run`: an employer's whole list as it comes, to sums, JSON or a workbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from union.commands.law.columns import open_ones, unread
from union.commands.law.saying import content, json_option, language_option, listed, print_json, say, stop
from union.commands.law.workbook import save
from union.languages.readers import sentence
from union.languages.saying import answer_in_language, in_language
from union.law import departures
from union.law.departures import Computed, Departure
from union.law.differing.switches import Bonuses, Switches, Wage, Years
from union.law.facts import BadFacts, Reason
from union.tables.columns import offers
from union.tables.columns.asking import DATES, DECIMALS, ORDERS, PERIODS, SIGN_OF, WAGES, by_kind
from union.tables.columns.fields import LAYOFF
from union.tables.columns.guessing import fields_of, guess
from union.tables.kinds.departing import changes_a_sum, named_twice
from union.tables.kinds.layoff import InterpretedLayoff, LayoffRow, interpret_layoff
from union.tables.sandbox import read_any
from union.tables.table import MAX_BYTES, Table, Untrusted

REASONS = [str(one) for one in Reason if one not in (Reason.DEATH, Reason.RETIREMENT, Reason.EMPLOYED)]
"""What a whole list can have in common; a death and a retirement are told one by one."""
_NAMES = ("family_name", "given_name", "full_name")


@dataclass(frozen=True, slots=True)
class _List:
    """The employer's table as it came, what each of its rows owes, in its order, and what was noticed in reading it.

    `of_columns` are the remarks about whole columns and the file: these name nobody.
    """

    table: Table
    rows: list[Computed]
    remarks: list[str]
    of_columns: list[str]


@click.command()
@click.argument("file")
@click.option("--reason", type=click.Choice(REASONS), default="negotiated", show_default=True)
@click.option("--years", type=click.Choice(list(map(str, Years))), default="started", show_default=True)
@click.option("--wage", type=click.Choice(list(map(str, Wage))), default="by_line", show_default=True)
@click.option("--bonuses", type=click.Choice(list(map(str, Bonuses))), default="in", show_default=True)
@click.option("--dates", type=click.Choice(ORDERS), help="The order of day and month, where the dates leave it open.")
@click.option("--wages", type=click.Choice(PERIODS), help="What time the pay is for, where that is in doubt.")
@click.option("--decimals", type=click.Choice(tuple(SIGN_OF)), help="The decimal sign, where 1,234 can be two amounts.")
@click.option("--xlsx", "out", metavar="OUT", help="Write the list with its sums beside it to OUT (.xlsx).")
@json_option
@language_option
def run(
    file: str,
    reason: str,
    years: str,
    wage: str,
    bonuses: str,
    dates: str | None,
    wages: str | None,
    decimals: str | None,
    out: str | None,
    as_json: bool,
    language: str,
) -> None:
    """Compute every person of the employer's list FILE (CSV, XLSX, ODS, - for CSV on standard input).

    --years, --wage and --bonuses read the sums as the employer may; as built they follow the text. The rows of a
    column settle whether its day or its month comes first; where none does, --dates says it, without it the day does.
    --wages says in the same way what time a pay is for, without it a month, and --decimals which sign parts the
    centimes; without it such a row is left out. How a column was read is said below the sums in every form, with --json
    also what was noticed of single rows. On the screen nobody is named: rows are told by their number and the
    employer's own. OUT holds the employer's own columns and order, whole, and is readable by its owner alone. The exit
    code is 1 where a row is left out.
    """
    if out is not None and (as_json or Path(out).suffix.lower() != ".xlsx"):
        raise click.UsageError("OUT ends in .xlsx, and --xlsx stands without --json.")
    try:
        answers = {DATES: dates, WAGES: wages, DECIMALS: SIGN_OF.get(decimals or "")}
        switches = Switches(Years(years), Wage(wage), Bonuses(bonuses))
        found = _read(file, reason, switches, answers, language)
        if out is not None:
            save(file, out, found.table, found.rows, found.of_columns, language)
    except BadFacts as refused:
        stop(in_language(refused.sentence, language))
    if as_json:
        read_as = {"years": years, "wage": wage, "bonuses": bonuses}
        print_json(
            {
                **answer_in_language(departures.whole(found.rows, reason), language),
                "switches": read_as,
                "remarks": found.remarks,
            }
        )
    elif out is not None:
        listed({"file": out, **departures.totals(found.rows)}, as_json=False)
        say(*found.of_columns)
    else:
        say(
            *("\t".join(map(str, row)) for row in answer_in_language(departures.cells(found.rows), language)),
            *found.of_columns,
        )
    missing = departures.left_out(found.rows)
    if missing:
        stop(in_language(missing, language))


def _read(file: str, reason: str, switches: Switches, answers: Mapping[str, str | None], language: str) -> _List:
    """The rows of a list as it comes; a table that is no list is refused as FILE with the reader's own sentence."""
    try:
        table = read_any(content(file, MAX_BYTES), "list.csv" if file == "-" else Path(file).name)
    except Untrusted as bad:
        stop(f"FILE: {sentence(bad.code, language, **bad.values)}")
    mapping = fields_of(guess(table, LAYOFF))
    read = _interpreted(table, mapping, answers)
    trouble = _trouble(read, mapping, language)
    doubts = ("offered_amount",) if any(one.code == offers.SEVERAL for one in read.remarks) else ()
    given = (_departure(row, reason, tuple(trouble.get(row.number, ())), doubts) for row in read.rows)
    noticed = [(one.row, sentence(one.code, language, **one.values)) for one in (*table.remarks, *read.remarks)]
    noticed += [(None, in_language(one, language)) for one in (*open_ones(read.questions), *unread(table, mapping))]
    said, of_columns = [told for _, told in noticed], [told for row, told in noticed if row is None]
    return _List(table, [departures.compute(one, switches) for one in given], said, of_columns)


def _interpreted(
    table: Table, mapping: Mapping[int, str | None], answers: Mapping[str, str | None]
) -> InterpretedLayoff:
    """The rows, with an answer for the columns alone that leave open what it says."""
    today = date.today()
    read = interpret_layoff(table, mapping, today=today)
    told: dict[int, dict[str, str]] = {}
    for one in read.questions:
        if answer := answers.get(one.kind):
            told.setdefault(one.column, {})[one.kind] = answer
    return interpret_layoff(table, mapping, today=today, **by_kind(told)) if told else read


def _trouble(read: InterpretedLayoff, mapping: Mapping[int, str | None], language: str) -> dict[int, list[str]]:
    """The sentences about each row that keep it from being computed; what changes no sum keeps nobody out."""
    found: dict[int, list[str]] = {}
    offers = {row.number: row.offered_amount for row in read.rows}
    for one in read.problems:
        field = None if one.column is None else mapping.get(one.column)
        blocks = field not in _NAMES and changes_a_sum(field, offers.get(one.row))
        if blocks or one.code.startswith(("duplicate", "number_shared")):
            found.setdefault(one.row, []).append(sentence(one.code, language, **one.values))
    for at, code in named_twice([_who(row) for row in read.rows]).items():
        if code == "person_twice":
            found.setdefault(read.rows[at].number, []).append(sentence(code, language))
    return found


def _who(row: LayoffRow) -> tuple[str, str, date | None]:
    return row.employee_number or row.identifier or "", f"{row.family_name or ''} {row.given_name or ''}", row.hired_on


def _departure(row: LayoffRow, reason: str, trouble: tuple[str, ...], doubts: tuple[str, ...]) -> Departure:
    given, assumed = departures.presumed(row.category, row.contract)
    given |= {"hired_on": row.hired_on, "left_on": row.planned_exit_on, "notified_on": row.notified_on}
    given |= {name: getattr(row, name) for name in ("monthly_gross", "monthly_net", "mean_gross", "unpaid_days")}
    given |= {"leave_days_due": row.leave_days_due, "mandate": row.mandate or "none", "reason": reason}
    if row.contract == "fixed_term":  # an end beside an open-ended contract is its last day and no term
        given["term_on"] = row.term_on
    assumed += () if row.offered_amount is None else doubts
    return Departure(row.number, _who(row)[0], given, row.offered_amount, trouble, assumed, row.monthly_bonus)
