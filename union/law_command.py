"""The `union law` commands: what the law owes, asked from the command line by people and by other programs."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click
import xlsxwriter

from union.law import departures
from union.law.deadlines import Rule, read_deadline
from union.law.departures import Computed, Departure
from union.law.entitlement import entitlement as owed
from union.law.facts import BadFacts, Reason, read_facts
from union.law.periods import PERIODS
from union.law.procedure import deadline_json
from union.law.procedure import procedure as answered
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

CATEGORIES = {"manager": "executive", "employee": "employee", "worker": "employee"}
CONTRACTS = {"open_ended": "CDI", "fixed_term": "CDD"}
WITHOUT_EFFECT = frozenset(("sex", "born_on", "job", "dependants", "site", "remarks", "signed_on", "identifier"))
HEADS = ("row", "employee_number", "minimum", "offered", "shortfall", "damages_scenario", "why")


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
        _refuse(refused, language)
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
        if start is None and rule in Rule.__members__.values():
            raise refuse("--from", "missing")
        found = read_deadline(rule, start or "", hour, announced)
    except BadFacts as refused:
        _refuse(refused, language)
    _listed(deadline_json(found, language), as_json)


@law.command()
@click.argument("file")
@json_option
@language_option
def procedure(file: str, as_json: bool, language: str) -> None:
    """Name what is missing or late in a dismissal, a plan or a paper told in FILE (JSON, - for standard input)."""
    try:
        answer = answered(parse(_bytes(file, LARGEST)))
    except BadFacts as refused:
        _refuse(refused, language)
    if as_json:
        _print(answer.as_json(language))
        return
    for one in answer.findings:
        _say(f"[{one.state}] {one.question.say(language)}")
        if one.defect or one.warning:
            _say(f"    {one.letter.say(language)}")
    for clock in answer.clocks:
        _say(clock.because.say(language))
    for note in answer.notes:
        _say(note.say().say(language))


@law.command()
@click.option("--on", metavar="DATE", help="The day, YYYY-MM-DD; without it, every rate known.")
@json_option
@language_option
def rates(on: str | None, as_json: bool, language: str) -> None:
    """Print the minimum wage (SMIG) in force on a day, by the hour and for 191 hours."""
    try:
        day = Given({"--on": on}, ("--on",)).act("--on")
        if day and day < SMIG[0].since:
            raise refuse("--on", "before_smig_known", since=SMIG[0].since)
    except BadFacts as refused:
        _refuse(refused, language)
    steps = [smig(day)] if day else list(SMIG)
    shown: list[dict[str, object]] = [
        {"smig_hourly": f"{one.hourly:.2f}", "smig_monthly": f"{one.monthly:.2f}", "since": one.since.isoformat()}
        | {"decree": one.decree}
        for one in steps
    ]
    if as_json:
        _print(shown[0] if day else shown)
        return
    for row in shown:
        _say("  ".join(str(value) for value in row.values()))


@law.command()
@click.argument("file")
@click.option("--reason", type=click.Choice([str(one) for one in Reason]), default="negotiated", show_default=True)
@click.option("--xlsx", "out", type=click.Path(path_type=Path), help="Write a workbook to this path.")
@json_option
@language_option
def run(file: str, reason: str, out: Path | None, as_json: bool, language: str) -> None:
    """Compute every person of the employer's list FILE (CSV, XLSX, ODS, - for CSV on standard input).

    Nobody is named: rows are told by their number and the employer's own. The exit code is 1 where a row is left out.
    """
    try:
        rows = [departures.compute(one, language) for one in _departures(file, reason, language)]
        if out:
            _workbook(rows, out)
    except BadFacts as refused:
        _refuse(refused, language)
    if as_json:
        _print(_whole(rows, reason, language))
    elif not out:
        for row in [HEADS, *(_cells(one) for one in rows)]:
            _say("\t".join(row))
        _say("\t".join(str(value) for value in departures.totals(rows).values()))
    missing = departures.left_out(rows)
    if missing:
        click.echo(missing.say(language).encode(), err=True)
        sys.exit(1)


def _whole(rows: list[Computed], reason: str, language: str) -> dict[str, object]:
    return {
        "reason": reason,
        "rows": [one.as_json(language) for one in rows if one.owed],
        "not_computed": [one.as_json(language) for one in rows if not one.owed],
        "totals": departures.totals(rows),
    }


def _departures(file: str, reason: str, language: str) -> list[Departure]:
    """The rows of a list as it comes; a table that is no list is refused as FILE with the reader's own sentence."""
    try:
        table = read_any(_bytes(file, MAX_BYTES), "list.csv" if file == "-" else Path(file).name)
    except Untrusted as bad:
        click.echo(f"FILE: {sentence(bad.code, language, **bad.values)}".encode(), err=True)
        sys.exit(1)
    mapping = fields_of(guess(table, LAYOFF))
    read = interpret_layoff(table, mapping, today=date.today())
    trouble: dict[int, list[str]] = {}
    for one in read.problems:
        if one.column is None or mapping.get(one.column) not in WITHOUT_EFFECT:
            trouble.setdefault(one.row, []).append(sentence(one.code, language, **one.values))
    return [_departure(row, reason, tuple(trouble.get(row.number, ()))) for row in read.rows]
