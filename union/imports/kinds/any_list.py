"""A list of any kind as its state reads it: its rows, what would happen, and writing them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from union.imports.kinds import applying_facts
from union.imports.kinds.kind import ListContext, Listed
from union.imports.kinds.registry import KINDS
from union.imports.preview import looking, preview_file, refused
from union.imports.preview.looking import Found
from union.imports.preview.planning import Sorted
from union.imports.preview.preview_file import Preview
from union.imports.preview.unusual import people_at
from union.imports.reading import sourcing
from union.imports.reading.sourcing import Source
from union.imports.records.actions import ASKED, MOST_PROBLEMS
from union.imports.records.models import ImportState, Stage
from union.imports.records.outcomes import Done, stored_problem, stored_remarks
from union.imports.records.row_to_member import ImportContext
from union.imports.writing import applying
from union.store.db import Rights, Store
from union.store.files import Vaulted
from union.store.gc_pause import undisturbed
from union.store.reach import Reach, ReachSession
from union.tables.cells.forgetting import forget
from union.tables.kinds.twins import Decided
from union.tables.table import Table
from union.workplaces.models import Site

MOST_TWINS = 50  # pairs to decide on one page


def source(
    import_id: UUID,
    workplace_id: UUID | None,
    site: Site | None,
    plan: ImportState,
    table: Table,
    by: UUID | None,
    *,
    cin: bool,
) -> Source | Listed:
    """The rows of a list as its state reads its table: always the same for the same state."""
    forget()
    table = sourcing.corrected(table, plan.corrections)
    kind = KINDS.get(plan.list_of)
    if kind is not None:
        return applying_facts.listed(
            kind, table, plan.mapping, ListContext(import_id, workplace_id, by, plan.on), plan.answers
        )
    if workplace_id is None or site is None:
        raise LookupError("a list of members is of one workplace")
    context = ImportContext(import_id, workplace_id, by, plan.on, plan.state, cin)
    read = sourcing.source_of(table, plan.mapping, (site.name, site.city), context, plan.answers, plan.twins)
    return dataclasses.replace(read, decisions={one.row: one for one in plan.decisions}, complete=plan.complete)


def shown_source(
    files: Vaulted, import_id: UUID, workplace_id: UUID | None, plan: ImportState, by: UUID, *, cin: bool
) -> Source | Listed:
    """The rows that the preview showed as new or changed: what was shown is what is written."""
    if plan.preview_id is None:
        raise LookupError("this list was read by a command, and is not kept")
    headers = tuple(column.header for column in plan.columns)
    kind = KINDS.get(plan.list_of)
    if kind is not None:
        kept: Any = Preview(files, plan.preview_id, kind.shape.row)
        return Listed(kind, headers, plan.mapping, kept, ListContext(import_id, workplace_id, by, plan.on))
    if workplace_id is None:
        raise LookupError("a list of members is of one workplace")
    context = ImportContext(import_id, workplace_id, by, plan.on, plan.state, cin)
    decisions = {one.row: one for one in plan.decisions}
    apart = Decided.by(plan.twins).numbers
    return Source(headers, plan.mapping, Preview(files, plan.preview_id), context, apart=apart, decisions=decisions)


def look(session: ReachSession, what: Source | Listed, found: Found) -> Iterator[Sorted]:
    """What would happen to each row now, some at a time; `found` is whole once the last were taken."""
    if isinstance(what, Source):
        return looking.look(session, what, found)
    return applying_facts.look(session, what, found)


def people(session: ReachSession, what: Source | Listed) -> int | None:
    """How many employments the workplace of a list of members has; None for a list of other things than people."""
    return people_at(session, what.context.workplace_id) if isinstance(what, Source) else None


@undisturbed()
def show(session: ReachSession, files: Vaulted, plan: ImportState, what: Source | Listed) -> ImportState:
    """What would happen now, kept for its pages; nothing of the people is written. Returns the state with its
    numbers."""
    found = Found()
    decided = what.decisions if isinstance(what, Source) else {}
    if isinstance(what, Source):
        plan = dataclasses.replace(
            plan,
            splits=sourcing.splits(what),
            twins=(*(one for one in plan.twins if one.keep), *what.twins[:MOST_TWINS]),
            twins_waiting=max(0, len(what.twins) - MOST_TWINS),
        )
    preview_id, problems = preview_file.seal(files, look(session, what, found), found, what.problems, decided)
    noticed = [*found.noticed.values(), *(one for one in what.remarks if one.code not in ASKED)]
    return dataclasses.replace(
        plan,
        stage=Stage.PREVIEWED,
        counts=found.counts,
        questions=what.questions,
        problems=tuple(map(stored_problem, problems[:MOST_PROBLEMS])),
        problems_in_all=len(problems),
        noticed=stored_remarks(noticed),
        preview_id=preview_id,
        refused_id=None if what.table is None else refused.keep(files, plan, what.table, problems),
        unusual=found.unusual.reasons(found.counts, people(session, what)),
    )


def apply(
    store: Store,
    reach: Reach | Rights,
    what: Source | Listed,
    progress: Callable[..., None] = lambda session, done: None,
) -> Done:
    """Write a list. Returns how many stand, those of earlier runs included; raises as the writing of its kind does."""
    writer: Callable[..., Done] = applying_facts.apply if isinstance(what, Listed) else applying.apply
    return writer(store, reach, what, progress)


def standing(session: Session, import_id: UUID) -> Done:
    """How many people or rows an import has written by now."""
    return applying.standing(session, import_id) + applying_facts.standing(session, import_id)
