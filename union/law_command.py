"""The `union law` commands: what the law owes, asked from the command line by people and by other programs."""

import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from union.law import departures
from union.law.deadlines import Rule, read_deadline
from union.law.departures import Departure
from union.law.entitlement import entitlement as owed
from union.law.facts import BadFacts, Reason, read_facts
from union.law.periods import PERIODS
from union.law.procedure import Kind, deadline_json, procedure
from union.law.procedure_fields import fields
from union.law.rates import SMIG, smig
from union.law.refusals import refuse
from union.law.source import LANGUAGES
from union.law.strict import Given
from union.law.strict_json import LARGEST, parse
from union.sheets.columns import fields_of, guess
from union.sheets.fields import LAYOFF
from union.sheets.layoff import LayoffRow, interpret_layoff
from union.sheets.limited import read_any
from union.sheets.table import MAX_BYTES, Untrusted
from union.sheets.wording import sentence

language_option = click.option("--language", type=click.Choice(LANGUAGES), default="fr", show_default=True)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")

WITHOUT_EFFECT = frozenset(("sex", "born_on", "job", "dependants", "site", "remarks", "signed_on", "identifier"))


@click.group()
def law() -> None:
    """What the Moroccan Labour Code owes."""


@law.command()
@click.argument("file")
@language_option
def entitlement(file: str, language: str) -> None:
    """Print as JSON what the facts in FILE (JSON, - for standard input) entitle to."""
    try:
        answer = owed(read_facts(parse(_bytes(file, LARGEST)))).as_json(language)
    except BadFacts as refused:
        _stop(refused.sentence.say(language))
    _print(answer)


@law.command()
@click.argument("rule", required=False)
@click.option("--from", "start", metavar="DATE", help="The day it runs from, YYYY-MM-DD.")
@click.option("--hour", metavar="HH:MM", help="The hour, for the periods of 48 hours.")
@click.option("--holiday", "holidays", multiple=True, metavar="DATE", help="A religious holiday, once announced.")
@json_option
@language_option
def deadline(
    rule: str | None, start: str | None, hour: str | None, holidays: tuple[str, ...], as_json: bool, language: str
) -> None:
    """Say when the period RULE ends; without RULE, list the periods known."""
    if rule is None:
        _listed({str(each): PERIODS[each].act.say(language) for each in Rule}, as_json)
        return
    try:
        announced = {Given({"--holiday": day}, ("--holiday",)).needed_act("--holiday"): "" for day in holidays}
        found = read_deadline(rule, start, hour, announced)
    except BadFacts as refused:
        _stop(refused.sentence.say(language))
    _listed(deadline_json(found, language), as_json)


@law.command("procedure")
@click.argument("file", required=False)
@json_option
@language_option
def checked(file: str | None, as_json: bool, language: str) -> None:
    """Name what is missing or late in a dismissal, a plan or a paper told in FILE (JSON, - for standard input).

    Without FILE, list the facts that each kind takes.
    """
    if file is None:
        _listed({str(kind): fields(kind) for kind in Kind}, as_json)
        return
    try:
        answer = procedure(parse(_bytes(file, LARGEST)))
    except BadFacts as refused:
        _stop(refused.sentence.say(language))
    if as_json:
        _print(answer.as_json(language))
    else:
        _say(*answer.as_text(language))


@law.command()
@click.option("--on", metavar="DATE", help="The day, YYYY-MM-DD; without it, every rate known.")
@json_option
@language_option
def rates(on: str | None, as_json: bool, language: str) -> None:
    """Print the minimum wage (SMIG) in force on a day, by the hour and for 191 hours."""
    try:
        day = Given({"--on": on}, ("--on",)).act("--on")
        if day and day < SMIG[0].since:
            raise refuse("--on", "before_rates", since=SMIG[0].since)
    except BadFacts as refused:
        _stop(refused.sentence.say(language))
    shown = [one.as_json() for one in ([smig(day)] if day else SMIG)]
    if as_json:
        _print(shown[0] if day else shown)
    else:
        _say(*("  ".join(row.values()) for row in shown))


@law.command()
@click.argument("file")
@click.option("--reason", type=click.Choice([str(one) for one in Reason]), default="negotiated", show_default=True)
@json_option
@language_option
def run(file: str, reason: str, as_json: bool, language: str) -> None:
    """Compute every person of the employer's list FILE (CSV, XLSX, ODS, - for CSV on standard input).

    Nobody is named: rows are told by their number and the employer's own. The exit code is 1 where a row is left out.
    """
    try:
        rows = [departures.compute(one, language) for one in _departures(file, reason, language)]
    except BadFacts as refused:
        _stop(refused.sentence.say(language))
    if as_json:
        _print(departures.whole(rows, reason, language))
    else:
        _say(*("\t".join(map(str, row)) for row in departures.cells(rows)))
    missing = departures.left_out(rows)
    if missing:
        _stop(missing.say(language))


def _departures(file: str, reason: str, language: str) -> list[Departure]:
    """The rows of a list as it comes; a table that is no list is refused as FILE with the reader's own sentence."""
    try:
        table = read_any(_bytes(file, MAX_BYTES), "list.csv" if file == "-" else Path(file).name)
    except Untrusted as bad:
        _stop(f"FILE: {sentence(bad.code, language, **bad.values)}")
    mapping = fields_of(guess(table, LAYOFF))
    read = interpret_layoff(table, mapping, today=date.today())
    trouble: dict[int, list[str]] = {}
    for one in read.problems:
        blocks = one.column is None or mapping.get(one.column) not in WITHOUT_EFFECT
        if blocks or one.code.startswith(("duplicate", "number_shared")):
            trouble.setdefault(one.row, []).append(sentence(one.code, language, **one.values))
    return [_departure(row, reason, tuple(trouble.get(row.number, ()))) for row in read.rows]


def _departure(row: LayoffRow, reason: str, trouble: tuple[str, ...]) -> Departure:
    given, assumed = departures.presumed(row.category, row.contract)
    given |= {"hired_on": row.hired_on, "left_on": row.planned_exit_on, "monthly_gross": row.monthly_gross}
    given |= {"leave_days_due": row.leave_days_due, "protected": bool(row.delegate), "reason": reason}
    who = row.employee_number or row.identifier or ""
    return Departure(row.number, who, given, row.offered_amount, trouble, assumed)


def _stop(text: str) -> NoReturn:
    click.echo(text.encode(), err=True)
    sys.exit(1)


def _print(answer: object) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2).encode())


def _say(*lines: str) -> None:
    for line in lines:
        click.echo(line.encode())


def _listed(shown: Mapping[str, object], as_json: bool) -> None:
    """A mapping as JSON, or as one name and value a line, what is empty left out."""
    for name, value in () if as_json else shown.items():
        inner = value.items() if isinstance(value, Mapping) else ()
        _say(*([] if value is None else [f"{name}:" if inner else f"{name}: {value}"]))
        _say(*(f"    {field}: {how}" for field, how in inner))
    if as_json:
        _print(shown)


def _bytes(file: str, most: int) -> bytes:
    """At most one byte more than the largest input, so that a huge one is refused without being read."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(most + 1)
        with Path(file).open("rb") as opened:
            return opened.read(most + 1)
    except (OSError, ValueError):
        raise refuse("FILE", "unreadable") from None
