"""What the commands of imports answer, as JSON and in words."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from typing import Any

import click

from union.imports.looking import Found, look
from union.imports.models import NONE_YET, Counts, Outcome, Plan
from union.imports.planning import Absent, Line, Source
from union.reach import ReachSession
from union.sheets.asking import DATES, DECIMALS, WAGES, Question
from union.sheets.cells import Problem
from union.sheets.fields import field_name
from union.sheets.packed import Packed
from union.sheets.roster import PROBLEMS, in_order
from union.sheets.wording import sentence


@dataclass
class Shown:
    """What a command says of a list: the counts, and the rows that it names one by one."""

    counts: Counts = NONE_YET
    updates: list[Line] = field(default_factory=list)
    decide: list[Line] = field(default_factory=list)
    missing: tuple[Absent, ...] = ()
    problems: Sequence[Problem] = ()
    damaged: int = 0  # people of whom it cannot be told whether the list names them

    @property
    def people(self) -> int:
        """How many would be written."""
        return self.counts.new + self.counts.updated


def shown(session: ReachSession, source: Source) -> Shown:
    """Look at a list, and keep what is said of it."""
    told, found, problems = Shown(), Found(), Packed(PROBLEMS)
    for done in look(session, source, found):
        told.updates += [line for line in done.lines if line.outcome is Outcome.UPDATED]
        told.decide += [line for line in done.lines if line.outcome is Outcome.DECIDE]
        problems.extend(done.problems)
    told.counts, told.missing, told.damaged = found.counts, found.missing, found.unusual.damaged
    told.problems = Packed(PROBLEMS, merge(source.problems, problems, key=in_order))
    return told


def of_members(found: Shown, plan: Plan) -> dict[str, Any]:
    """What a list would do: its counts, the changes row by row, the rows to decide, the problems."""
    counts = found.counts
    return {
        "rows": counts.rows,
        "new": counts.new,
        "duplicates": known_or_twice(counts),
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "to_decide": counts.decide,
        "skipped": counts.skipped,
        "updates": [update_of(line) for line in found.updates],
        "decide": [{"row": line.row, "name": line.name} for line in found.decide],
        "missing": [{"member": str(one.member_id), "name": one.name} for one in found.missing],
        "problems": [problem_of(one) for one in found.problems],
        "twins": [{"rows": [one.first, one.second], "same": one.key} for one in plan.twins],
        "damaged": found.damaged,
        "questions": [question_of(one) for one in plan.questions],
        "ignored": [column.header or str(at + 1) for at, column in enumerate(plan.columns) if not column.field],
        "encoding": plan.encoding,
        "delimiter": plan.delimiter,
    }


def known_or_twice(counts: Counts) -> int:
    """The rows that are neither new nor refused."""
    return counts.updated + counts.unchanged + counts.decide + counts.skipped + counts.twice


def question_of(asked: Question) -> dict[str, Any]:
    """What a person has to say of a column, as JSON says it."""
    return {
        "kind": asked.kind,
        "column": asked.header,
        "samples": list(asked.samples),
        "readings": {answer: list(read) for answer, read in asked.readings.items()},
        "answer": asked.answer or None,
    }


def asked_in_words(asked: Sequence[Question]) -> str:
    """What has to be said before anything is written, and by which option."""
    return " ".join(f"Column {one.header}: {UNSETTLED[one.kind]}" for one in asked)


def left_open(asked: Sequence[Question]) -> list[Question]:
    """What a person has to say before anything is written, and has not said."""
    return [one for one in asked if one.needed and not one.answer]


def assumed_in_words(asked: Sequence[Question]) -> str:
    """How what was left open was read, where the caller told us to go on without an answer."""
    return " ".join(f"Column {one.header}: read as {ASSUMED[one.kind]}." for one in asked)


def end(answer: Mapping[str, Any], unanswered: Sequence[Question], *, yes: bool) -> None:
    """What is said after a list was to be written; leaves with an exit code of its own where nothing was."""
    if unanswered and not yes:
        click.echo(f"Nothing was imported. {asked_in_words(unanswered)}", err=True)
        sys.exit(NOT_ANSWERED)
    if unanswered:
        click.echo(assumed_in_words(unanswered), err=True)
    if "imported" not in answer:
        click.echo("Nothing was imported: correct the problems, or add --yes to import the good rows only.", err=True)
        sys.exit(NOT_AGREED)


NOT_AGREED = 3  # exit code: the file has problems, and nobody said to import the good rows only
NOT_ANSWERED = 4  # exit code: the file leaves something open that a person has to say
ASSUMED = {DATES: "the day first (--dates dmy)", WAGES: "pay for a month (--wages monthly)"}
UNSETTLED = {
    DATES: "nothing tells the day from the month, say --dates dmy or --dates mdy.",
    WAGES: "the pay may be for a month, an hour or a year, say --wages monthly, hourly or yearly.",
    DECIMALS: "1,234 can mean two things, say --decimals comma or --decimals point.",
}


def update_of(line: Line) -> dict[str, Any]:
    """A row that changes something, as JSON says it."""
    changes = [
        {"field": field_name(one.field, terminal_language()), "from": one.before, "to": one.after}
        for one in line.changes
    ]
    return {"row": line.row, "changes": changes}


def problem_of(problem: Problem) -> dict[str, Any]:
    """A problem, as JSON says it."""
    return {
        "row": problem.row,
        "column": problem.values.get("header", ""),
        "value_shown": problem.value_shown,
        "message": said(problem.code, problem.values),
    }


def terminal_language() -> str:
    """The language of the terminal, English where it is none of ours."""
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return told[:2] if told[:2] in {"fr", "ar"} else "en"


def said(code: str, values: Any) -> str:
    """A sentence of the reader in the language of the terminal."""
    return sentence(code, terminal_language(), **values)


NOT_READ = (
    "{} files of the register cannot be read, and whether the list names these people is not known: restore them from "
    "the backup first."
)


def in_words(answer: dict[str, Any]) -> str:
    """The answer of `import members` for a person."""
    lines = [
        f"{answer['rows']} rows: {answer['new']} new, {answer['updated']} known with changes, {answer['unchanged']} "
        f"known without, {answer['to_decide']} to decide, {len({one['row'] for one in answer['problems']})} with problems."
    ]
    if answer["map"]:
        lines.append(f"Read by the saved reading {answer['map']}.")
    if answer["fitting_map"]:
        lines.append(f"A saved reading has the shape of this list: --map {answer['fitting_map']!r} reads it so.")
    if answer["encoding"]:
        lines.append(f"Read as {answer['encoding']}, columns parted by {answer['delimiter']!r}.")
    for one in answer["updates"]:
        told = "; ".join(f"{each['field']}: {each['from'] or '–'} → {each['to'] or '–'}" for each in one["changes"])
        lines.append(f"Row {one['row']} changes {told}.")
    if answer.get("ignored"):
        lines.append(f"Columns left out: {', '.join(answer['ignored'])}.")
    for one in answer["questions"]:
        read = "; ".join(f"{said_so}: {', '.join(of) or '–'}" for said_so, of in one["readings"].items())
        state = f"read as {one['answer']}" if one["answer"] else UNSETTLED[one["kind"]]
        lines.append(f"Column {one['column']}: {state} ({', '.join(one['samples'])} is {read})")
    lines += [f"Row {one['row']} bears the name of somebody known: decide." for one in answer["decide"]]
    lines += [f"Not in the list, perhaps left: {one['name']}." for one in answer["missing"]]
    lines += [
        f"Row {one['row']}" + (f", {one['column']}" if one["column"] else "") + f": {one['message']}"
        for one in answer["problems"]
    ]
    lines += [NOT_READ.format(answer["damaged"])] if answer.get("damaged") else []
    if "imported" in answer:
        lines.append(f"{answer['imported']} people imported, {answer['changed']} changed.")
    if "import" in answer:
        lines.append(f"To take it back: union import undo {answer['import']}")
    return "\n".join(lines)
