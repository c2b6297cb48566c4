"""What the commands of imports answer, as JSON and in words."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import merge
from typing import Any

from union.commands.import_ending import UNSETTLED, UNUSUAL
from union.imports.kinds import any_list
from union.imports.kinds.kind import Listed
from union.imports.preview.looking import Found
from union.imports.preview.planning import RowOutcome
from union.imports.reading.sourcing import Source
from union.imports.records.actions import ASKED
from union.imports.records.models import ImportState
from union.imports.records.outcomes import NONE_YET, Absent, Counts, ListOf, Outcome, StoredMessage, stored_remarks
from union.languages.readers import sentence
from union.store.reach import ReachSession
from union.tables.cells.people import Problem
from union.tables.columns.asking import Question
from union.tables.columns.fields import field_name
from union.tables.kinds.roster import PROBLEMS, in_order
from union.tables.kinds.twins import Twin
from union.tables.packed import Packed
from union.tables.table import Remark


@dataclass
class Looked:
    """What a command says of a list: the counts, and the rows that it names one by one."""

    counts: Counts = NONE_YET
    updates: list[RowOutcome] = field(default_factory=list)
    decide: list[RowOutcome] = field(default_factory=list)
    missing: tuple[Absent, ...] = ()
    problems: Packed[Problem] = field(default_factory=lambda: Packed(PROBLEMS))
    damaged: int = 0  # people of whom it cannot be told whether the list names them
    unusual: tuple[StoredMessage, ...] = ()
    remarks: tuple[Remark, ...] = ()  # what only who is known shows


def looked(session: ReachSession, what: Source | Listed) -> Looked:
    """Look at a list, and keep what is said of it."""
    told, found, problems = Looked(), Found(), Packed(PROBLEMS)
    for done in any_list.look(session, what, found):
        told.updates += [line for line in done.lines if line.outcome is Outcome.UPDATED]
        told.decide += [line for line in done.lines if line.outcome is Outcome.DECIDE]
        problems.extend(done.problems)
    told.counts, told.missing, told.damaged = found.counts, found.missing, found.unusual.damaged
    told.unusual = found.unusual.reasons(found.counts, any_list.people(session, what))
    told.remarks = tuple(found.noticed.values())
    told.problems = Packed(PROBLEMS, merge(what.problems, problems, key=in_order))
    return told


def list_answer(found: Looked, plan: ImportState, noticed: Iterable[Remark]) -> dict[str, Any]:
    """What a list would do: its counts, the changes row by row, the rows to decide, the problems, what was noticed."""
    counts, of_members = found.counts, plan.list_of is ListOf.MEMBERS
    of_cells = stored_remarks(one for one in (*found.remarks, *noticed) if one.code not in ASKED)
    return {
        "rows": counts.rows,
        "new": counts.new,
        "duplicates": counts.updated + counts.unchanged + counts.decide + counts.skipped + counts.twice,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "to_decide": counts.decide,
        "skipped": counts.skipped,
        "twice": counts.twice,
        "refused": counts.refused,
        "updates": [update_of(line) for line in found.updates],
        "decide": [
            {"row": line.row, "name": line.name, "known_as": line.known_as, "changes": update_of(line)["changes"]}
            for line in found.decide
        ],
        "missing": [{"member": str(one.member_id), "name": one.name} for one in found.missing],
        "problems": [problem_of(one) for one in found.problems],
        "unusual": [unusual_of(one) for one in found.unusual],
        "questions": [question_of(one) for one in plan.questions],
        "ignored": plan.ignored,
        "encoding": plan.encoding,
        "delimiter": plan.delimiter,
        # The remarks of the file and of its cells, each kind once for each column; what is a question stands among
        # these.
        "remarks": [remark_of(one, plan) for one in (*plan.remarks, *of_cells)],
    } | ({"twins": [twin_of(one) for one in plan.twins], "damaged": found.damaged} if of_members else {})


def remark_of(one: StoredMessage, plan: ImportState) -> dict[str, Any]:
    """What was noticed, as JSON says it."""
    header = "" if one.column is None else plan.columns[one.column].header or str(one.column + 1)
    return {"kind": one.code, "row": one.row, "column": header, "message": sentence_here(one.code, one.values)}


def twin_of(twin: Twin) -> dict[str, Any]:
    """Two rows that are one person, as JSON says it: by what, what each says where they differ, what was decided."""
    language = terminal_language()
    said = [{"field": field_name(name, language), "values": [one, two]} for name, one, two in twin.fields if one != two]
    return {"rows": [twin.first, twin.second], "same": twin.key, "differ": said, "keep": twin.keep or None}


def unusual_of(told: StoredMessage) -> dict[str, Any]:
    """What has to be confirmed, as JSON says it."""
    return {"kind": told.code, **{name: int(value) for name, value in told.values.items()}}


def question_of(asked: Question) -> dict[str, Any]:
    """What a person has to say of a column, as JSON says it."""
    return {
        "kind": asked.kind,
        "column": asked.header,
        "samples": list(asked.samples),
        "readings": {answer: list(read) for answer, read in asked.readings.items()},
        "answer": asked.answer or None,
    }


def update_of(line: RowOutcome) -> dict[str, Any]:
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
        "message": sentence_here(problem.code, problem.values),
    }


def terminal_language() -> str:
    """The language of the terminal, English where it is none of ours."""
    told = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return told[:2] if told[:2] in {"fr", "ar"} else "en"


def sentence_here(code: str, values: Any) -> str:
    """A sentence of the reader in the language of the terminal."""
    return sentence(code, terminal_language(), **values)


NOT_READ = (
    "{} files of the register cannot be read, and whether the list names these people is not known: restore them from "
    "the backup first."
)


def asked_of(one: dict[str, Any]) -> str:
    """A question of a column in words, and by which option it is answered."""
    read = "; ".join(f"{said_so}: {', '.join(of) or '–'}" for said_so, of in one["readings"].items())
    state = f"read as {one['answer']}" if one["answer"] else UNSETTLED[one["kind"]]
    return f"Column {one['column']}: {state} ({', '.join(one['samples'])} is {read})"


def noticed_in(answer: dict[str, Any]) -> list[str]:
    """What was noticed of the list, for a person."""
    return [(f"Row {one['row']}: " if one["row"] else "") + one["message"] for one in answer["remarks"]]


def _to_settle(answer: dict[str, Any]) -> list[str]:
    """What waits for a word of somebody, and where it is said."""
    lines = [
        f"Row {one['row']} may be {one['known_as'] or 'somebody known'}: decide on the page of the list, or for "
        f"all such "
        "rows with --resolve."
        for one in answer["decide"]
    ]
    lines += [
        "Rows {} and {} are one person: take one out of the list, or decide on its page.".format(*one["rows"])
        for one in answer.get("twins", ())
    ]
    lines += [f"Unusual: {UNUSUAL[one['kind']]} ({one['count']})." for one in answer["unusual"]]
    return lines


def in_words(answer: dict[str, Any], list_of: ListOf) -> str:
    """The answer for a person."""
    of_people = list_of is ListOf.MEMBERS
    to_decide = f"{answer['to_decide']} to decide, " if of_people else ""
    lines = [
        f"{answer['rows']} rows: {answer['new']} new, {answer['updated']} known with changes, {answer['unchanged']} "
        f"known without, {to_decide}{len({one['row'] for one in answer['problems']})} with problems."
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
    lines += [*noticed_in(answer), *(asked_of(one) for one in answer["questions"])]
    lines += _to_settle(answer)
    lines += [f"Not in the list, perhaps left: {one['name']}." for one in answer["missing"]]
    lines += [
        f"Row {one['row']}" + (f", {one['column']}" if one["column"] else "") + f": {one['message']}"
        for one in answer["problems"]
    ]
    lines += [NOT_READ.format(answer["damaged"])] if answer.get("damaged") else []
    if "imported" in answer:
        what, changed = ("people", "changed") if of_people else ("rows", "changed what was known")
        lines.append(f"{answer['imported']} {what} imported, {answer['changed']} {changed}.")
    if "import" in answer:
        lines.append(f"To take it back: union import undo {answer['import']}")
    return "\n".join(lines)
