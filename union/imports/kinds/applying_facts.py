"""A list of facts on its way: read, looked at, written batch after batch; safe to be killed and begun again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from union.imports.kinds.kind import Kind, ListContext, Listed, Meant, PendingValues, Unfit
from union.imports.kinds.registry import BOOKS
from union.imports.preview.looking import Found
from union.imports.preview.planning import RowOutcome, Sorted, of_zeros
from union.imports.records import undo_log
from union.imports.records.outcomes import Done, Outcome
from union.imports.records.undo_log import Kept
from union.imports.undo import entries
from union.record import chain
from union.store.db import Rights, Store
from union.store.gc_pause import undisturbed
from union.store.reach import Reach, ReachSession
from union.tables.kinds.list_rows import DeclaredRow, ElectionRow
from union.tables.kinds.lists import interpret_list
from union.tables.table import Table

TWICE = "duplicate_row"


@undisturbed()
def listed(
    kind: Kind,
    table: Table,
    mapping: dict[int, str | None],
    context: ListContext,
    told: Mapping[int, Mapping[str, str]] | None = None,
) -> Listed:
    """A table read as a list of one kind; `told` is what a person answered, by the column and the kind of the
    question."""
    read = interpret_list(table, mapping, kind.shape, context.on, told or {})
    rows, problems = read.rows, read.problems
    return Listed(kind, table.headers, mapping, rows, context, problems, tuple(read.remarks), read.questions, table)


def look(session: ReachSession, what: Listed, found: Found) -> Iterator[Sorted]:
    """What would happen to each row now, some at a time; `found` is whole once the last were taken."""
    interpreter, pending = what.kind.interpreter(session, what.context), PendingValues(session, BOOKS)
    twice = {one.row for one in what.problems if one.code == TWICE}
    for rows in what.rows.pieces():
        done = Sorted()
        interpreter.around([row for row in rows if row.ok])
        for row in rows:
            _place(row, what, partial(interpreter.take, row, pending), pending, twice, done)
        for line in done.lines:
            found.outcomes[line.outcome] += 1
            found.unusual.add(line)
        found.notice(done.remarks)
        yield done


def _place(
    row: Any, what: Listed, take: Callable[[], Meant], pending: PendingValues, twice: set[int], done: Sorted
) -> None:
    if not row.ok:
        outcome = Outcome.TWICE if row.number in twice else Outcome.REFUSED
        done.lines.append(RowOutcome(row.number, called(row), outcome))
        return
    try:
        meant = take()
    except Unfit as unfit:
        pending.forget()
        done.problems.append(what.problem(row, unfit))
        done.lines.append(RowOutcome(row.number, called(row), Outcome.REFUSED))
        return
    if meant.number:
        done.remarks.extend(of_zeros(row, meant.number, what.mapping))
    outcome = _outcome(pending, meant)
    if outcome is not Outcome.UNCHANGED:
        done.new.append(row)
    done.lines.append(RowOutcome(row.number, meant.name, outcome, changes=meant.changes))


def _outcome(pending: PendingValues, meant: Meant) -> Outcome:
    """New where a row only brings in something that was not there; whatever it corrects besides has to be seen."""
    taken = pending.taken()
    if not taken:
        return Outcome.UNCHANGED
    if any(one.before for one in meant.changes):
        return Outcome.UPDATED
    return Outcome.NEW if meant.new or any(not one.before for one in taken) else Outcome.UPDATED


def called(row: Any) -> str:
    """What a row that stays out is about, as far as it says so."""
    if isinstance(row, DeclaredRow | ElectionRow):
        name = f"{row.given_name} {row.family_name}".strip()
        return name or row.employee_number or getattr(row, "union_list", "")
    return ", ".join(one for one in (row.legal_name, row.site) if one)


def apply(
    store: Store,
    reach: Reach | Rights,
    what: Listed,
    progress: Callable[..., None] = lambda session, done: None,
) -> Done:
    """Write a list, each batch in one transaction with its record and what it replaced. Returns how many rows stand.

    Rows are found again where they are written: what somebody did meanwhile is seen, and what an earlier run wrote is
    there already. Raises `PermissionError` where the reach ended.
    """
    with store.reading(reach) as session:
        done = standing(session, what.context.import_id)
        number = len(undo_log.batch_ids(session, what.context.import_id))
    for rows in what.rows.pieces():
        with store.writing(reach) as session:
            kept = _write(session, what, [row for row in rows if row.ok])
            done = Done(done.created + kept.rows_new, done.updated + kept.rows_changed)
            if kept.entries:
                number += 1
                undo_log.keep(session, what.context.import_id, what.context.workplace_id, number, kept)
            progress(session, done=done.people)
    return done


def _write(session: ReachSession, what: Listed, rows: list[Any]) -> Kept:
    interpreter, pending = what.kind.interpreter(session, what.context), PendingValues(session, BOOKS)
    interpreter.around(rows)
    outcomes = [_taken(interpreter, pending, row) for row in rows]
    entries.write(session, BOOKS, what.context.by, pending.entries)
    new, changed = outcomes.count(Outcome.NEW), outcomes.count(Outcome.UPDATED)
    if new + changed:
        words = f"{new + changed} rows"
        chain.note(session, what.context.by, chain.Act.IMPORTED, "import", what.context.import_id, words)
    return Kept(entries=pending.entries, rows_new=new, rows_changed=changed)


def _taken(interpreter: Any, pending: PendingValues, row: Any) -> Outcome:
    """What becomes of a row now; one that fits nothing any more stays out."""
    try:
        meant = interpreter.take(row, pending)
    except Unfit:
        pending.forget()
        return Outcome.REFUSED
    return _outcome(pending, meant)


def standing(session: Session, import_id: UUID) -> Done:
    """How many rows an import has written by now."""
    done = Done()
    for kept in undo_log.batches(session, import_id):
        done = Done(done.created + kept.rows_new, done.updated + kept.rows_changed)
    return done
