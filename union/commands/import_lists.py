"""`union import workplaces|headcounts FILE`: what such a list would do, and its writing where told so."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from heapq import merge
from pathlib import Path
from typing import Any
from uuid import uuid4

import click

from union.commands import import_readings, import_saved, import_undoing, opening
from union.commands.import_answers import asked_of, noticed_in, problem_of, question_of, unusual_of, update_of
from union.commands.import_beside import BESIDE, beside
from union.commands.import_choices import READ_SO, corrected, options, settled, with_columns
from union.commands.import_ending import UNUSUAL, confirmed, end, left_open, may_be_written
from union.commands.import_place import EVERYWHERE, Where, where_of
from union.commands.import_remarks import remarks_said
from union.commands.imports import bytes_of, import_
from union.imports.kinds import applying_facts
from union.imports.kinds.kind import Errand, Kind, Listed
from union.imports.kinds.registry import KINDS
from union.imports.preview.looking import Found
from union.imports.preview.planning import Line
from union.imports.records import actions
from union.imports.records.models import ImportState, RosterImport, Stage
from union.imports.records.outcomes import NONE_YET, Counts, Outcome, Said
from union.installation import NotReady
from union.record import chain
from union.store.db import Store
from union.tables.cells.people import Problem
from union.tables.columns.asking import DATES, DECIMALS, ORDERS, SIGN_OF
from union.tables.kinds.roster import PROBLEMS, in_order
from union.tables.packed import Packed
from union.tables.table import Remark
from union.web.locale import today


@dataclass
class Shown:
    """What would happen with a list."""

    counts: Counts = NONE_YET
    updates: list[Line] = field(default_factory=list)
    problems: Packed[Problem] = field(default_factory=lambda: Packed(PROBLEMS))
    unusual: tuple[Said, ...] = ()
    remarks: tuple[Remark, ...] = ()  # what only what is known shows


def _command(kind: Kind) -> click.Command:
    """The command of one kind of list; of a list of one workplace it is asked for."""

    @click.command(kind.of.value, help=f"Preview a list of {kind.of.value}, and with --apply write it.\n\n{CODES}")
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--apply", "apply_", is_flag=True, help="Write it; without it nothing is written.")
    @click.option("--yes", is_flag=True, help="Go on without asking: the good rows only, and what is open as proposed.")
    @click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")
    @options(*READ_SO, *BESIDE)
    @click.option(
        "--dates", type=click.Choice(ORDERS), help="The order of day and month, where the dates leave it open."
    )
    @click.option(
        "--decimals", type=click.Choice(list(SIGN_OF)), help="The sign of the centimes, where 1,234 is in doubt."
    )
    def command(
        file: Path, apply_: bool, yes: bool, as_json: bool, dates: str | None, decimals: str | None, confirm: str,
        workplace: str | None = None, **choices: Any,
    ) -> None:  # fmt: skip
        store = opening.store(opening.settings())
        answers = {DATES: dates, DECIMALS: SIGN_OF.get(decimals or "")}
        told = {question: said_so for question, said_so in answers.items() if said_so}
        kept = beside(choices)
        what, plan, where = _read(store, kind, file, workplace, told, choices)
        found = _looked(store, what)
        answer = _answer(found, plan) | kept.put_refused(plan, what.table, found.problems)
        answer |= remarks_said(plan, [*found.remarks, *what.remarks])
        plan = kept.save(store, where.workplace_id, plan)
        answer |= import_readings.maps_said(store, where, plan)
        unanswered = left_open(what.questions)
        words = confirmed(found.unusual, confirm, apply_=apply_, yes=yes)
        plan = replace(plan, unusual=found.unusual, confirmed=words)
        if may_be_written(plan, unanswered, apply_=apply_, yes=yes) and (yes or not len(found.problems)):
            answer |= _write(store, what, plan, found)
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2) if as_json else _in_words(answer))
        if apply_:
            end(answer, unanswered, plan, yes=yes)

    if kind.one_place:
        option = click.option("--workplace", metavar="NAME", required=True, help="The workplace that the list is of.")
        command = option(command)
    return command


CODES = (
    "Exit codes: 0 done, 1 refused with a sentence, 2 wrong use; with --apply, where nothing was written, the first that "
    "holds of: 4 the list leaves open what --dates says, and --yes was not given (with it, the day stands first); 5 the "
    "list is unusual, for much would change or more than a fifth of its rows is refused, and neither --confirm nor --yes "
    "was given; 3 the list has problems, and --yes was not given."
)


def _read(
    store: Store, kind: Kind, file: Path, workplace: str | None, told: dict[str, str], choices: dict[str, Any]
) -> tuple[Listed, ImportState, Where]:  # fmt: skip
    where = where_of(store, workplace, None) if kind.one_place else Where("")
    by_hand, map_ = settled(choices), choices.pop("map_")
    data = bytes_of(file)
    table, plan = import_readings.read(store, data, file.name, where, map_, choices, cin=False, list_of=kind.of)
    plan = with_columns(plan, by_hand, cin=False)
    lacking = kind.lacking({one for one in plan.mapping.values() if one})
    if lacking:
        raise NotReady(f"No column of the list says: {', '.join(lacking)}.")
    plan = replace(plan, columns=tuple(replace(one, told={**one.told, **told}) for one in plan.columns))
    errand = Errand(uuid4(), where.workplace_id, None, today())
    what = applying_facts.listed(kind, corrected(table, plan), plan.mapping, errand, plan.told)
    return what, replace(plan, questions=what.questions), where


def _looked(store: Store, what: Listed) -> Shown:
    told, found, problems = Shown(), Found(), Packed(PROBLEMS)
    with store.reading(EVERYWHERE) as session:
        for done in applying_facts.look(session, what, found):
            told.updates += [line for line in done.lines if line.outcome is Outcome.UPDATED]
            problems.extend(done.problems)
    told.counts, told.remarks = found.counts, tuple(found.noticed.values())
    told.unusual = found.unusual.told(found.counts, people=None)
    told.problems = Packed(PROBLEMS, merge(what.problems, problems, key=in_order))
    return told


def _answer(found: Shown, plan: ImportState) -> dict[str, Any]:
    """The keys of `import members`; nothing is left to decide by hand, and nobody can be missing."""
    counts = found.counts
    return {
        "rows": counts.rows,
        "new": counts.new,
        "duplicates": counts.updated + counts.unchanged + counts.twice,
        "updated": counts.updated,
        "unchanged": counts.unchanged,
        "to_decide": 0,
        "skipped": 0,
        "twice": counts.twice,
        "refused": counts.refused,
        "updates": [update_of(line) for line in found.updates],
        "decide": [],
        "missing": [],
        "problems": [problem_of(one) for one in found.problems],
        "unusual": [unusual_of(one) for one in found.unusual],
        "questions": [question_of(one) for one in plan.questions],
        "ignored": plan.ignored,
        "encoding": plan.encoding,
        "delimiter": plan.delimiter,
    }


def _write(store: Store, what: Listed, plan: ImportState, found: Shown) -> dict[str, Any]:
    """Write what was shown. Returns how many rows, and the import's id, by which it is taken back."""
    if not found.counts.new + found.counts.updated:
        return {"imported": 0, "changed": 0}
    errand = what.errand
    running = actions.begun_here(plan, found.counts, found.problems)
    with store.writing(EVERYWHERE) as session:
        session.add(RosterImport(id=errand.import_id, workplace_id=errand.workplace_id, plan=running, version=1))
        chain.note(session, None, chain.Act.CREATED, actions.KIND, errand.import_id)
    done = applying_facts.apply(store, EVERYWHERE, what)
    with store.writing(EVERYWHERE) as session:
        actions.end(session, session.get_one(RosterImport, errand.import_id), Stage.DONE, done)
    store.count_rows()
    return {"imported": done.created, "changed": done.updated, "import": str(errand.import_id)}


def _in_words(answer: dict[str, Any]) -> str:
    lines = [
        f"{answer['rows']} rows: {answer['new']} new, {answer['updated']} known with changes, {answer['unchanged']} "
        f"known without, {len({one['row'] for one in answer['problems']})} with problems."
    ]
    for one in answer["updates"]:
        told = "; ".join(f"{each['field']}: {each['from'] or '–'} → {each['to'] or '–'}" for each in one["changes"])
        lines.append(f"Row {one['row']} changes {told}.")
    lines += [*noticed_in(answer), *(asked_of(one) for one in answer["questions"])]
    lines += [f"Unusual: {UNUSUAL[one['kind']]} ({one['count']})." for one in answer["unusual"]]
    lines += [
        f"Row {one['row']}" + (f", {one['column']}" if one["column"] else "") + f": {one['message']}"
        for one in answer["problems"]
    ]
    if "imported" in answer:
        lines.append(f"{answer['imported']} rows imported, {answer['changed']} changed what was known.")
    if "import" in answer:
        lines.append(f"To take it back: union import undo {answer['import']}")
    return "\n".join(lines)


__all__ = ["import_", "import_saved", "import_undoing"]  # every command of the group is put onto it by being loaded
for _kind in KINDS.values():
    import_.add_command(_command(_kind))
