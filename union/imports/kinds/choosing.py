"""A list as its plan reads it, whatever it is of: of members by their own ways, else by those of its kind."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any
from uuid import UUID

from union.imports import actions
from union.imports.kinds import applying_facts
from union.imports.kinds.kind import Errand, Listed
from union.imports.kinds.registry import KINDS
from union.imports.matching import matcher
from union.imports.preview import preview_file, refused
from union.imports.preview.looking import Found
from union.imports.preview.planning import Source
from union.imports.preview.preview_file import Preview
from union.imports.reading import sourcing
from union.imports.reading.understanding import again, problem_said, remarks_of
from union.imports.records.models import ImportState, Stage
from union.store.files import Vaulted
from union.store.reach import ReachSession
from union.tables.cells.forgetting import forget
from union.workplaces.models import Site


def source(
    import_id: UUID, workplace_id: UUID | None, site: Site | None, plan: ImportState, data: Callable[[], bytes], by: UUID, *,
    cin: bool,
) -> Source | Listed:  # fmt: skip
    """The rows of a list as its plan reads them: always the same for the same plan. Raises `Untrusted`."""
    forget(matcher)
    kind = KINDS.get(plan.list_of)
    if kind is None:
        if workplace_id is None or site is None:
            raise LookupError("a list of members is of one workplace")
        return actions.source(import_id, workplace_id, site, plan, data, by, cin=cin)
    table = sourcing.corrected(again(data(), plan), plan.corrections)
    return applying_facts.listed(kind, table, plan.mapping, Errand(import_id, workplace_id, by, plan.on), plan.told)


def show(session: ReachSession, files: Vaulted, plan: ImportState, what: Source | Listed) -> ImportState:
    """What would happen now, kept for its pages; nothing is written. Returns the plan with its numbers."""
    if isinstance(what, Source):
        return actions.show(session, files, plan, what)
    found = Found()
    preview_id, problems = preview_file.seal(files, applying_facts.look(session, what, found), found, what.problems)
    noticed = [*found.noticed.values(), *(one for one in what.remarks if one.code not in actions.ASKED)]
    return dataclasses.replace(
        plan,
        stage=Stage.PREVIEWED,
        counts=found.counts,
        problems=tuple(map(problem_said, problems[: actions.MOST_PROBLEMS])),
        problems_in_all=len(problems),
        questions=what.questions,
        noticed=remarks_of(noticed),
        preview_id=preview_id,
        refused_id=None if what.table is None else refused.keep(files, plan, what.table, problems),
        unusual=found.unusual.told(found.counts, people=None),
    )


def shown_source(
    files: Vaulted, import_id: UUID, workplace_id: UUID | None, plan: ImportState, by: UUID, *, cin: bool
) -> Source | Listed:
    """The rows that the preview showed as new or changed: what was shown is what is written."""
    kind = KINDS.get(plan.list_of)
    if kind is not None:
        if plan.preview_id is None:
            raise LookupError("this list was read by a command, and is not kept")
        kept: Any = Preview(files, plan.preview_id, kind.shape.row)
        headers = tuple(column.header for column in plan.columns)
        return Listed(kind, headers, plan.mapping, kept, Errand(import_id, workplace_id, by, plan.on))
    if workplace_id is None:
        raise LookupError("a list of members is of one workplace")
    return actions.shown_source(files, import_id, workplace_id, plan, by, cin=cin)
