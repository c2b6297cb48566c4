"""What a list says otherwise of who is known: read row by row of the database, never all of them at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from union.imports.keeping import Parts
from union.imports.merging import changes, merged
from union.imports.models import Changed, Choice, Outcome
from union.imports.planning import Absent, Line, Sorted, Source
from union.imports.writing import Way, own_ids
from union.members.models import Employment, Member, Terms
from union.reach import ReachSession
from union.sheets.roster import RosterRow

CHUNK = 1000
COMPARED = frozenset((Outcome.UPDATED, Outcome.DECIDE))
BY_HAND = frozenset(one.value for one in Choice)
NEW_HERE = Changed("site", "", "")  # he works elsewhere, and from now on here as well
_PEOPLE = select(Member.id, Member.identity_sealed, Member.standing_sealed)
_WORK = select(Employment.id, Employment.member_id, Employment.terms_sealed)


def compared(session: ReachSession, source: Source, found: Sorted) -> Sorted:
    """The same rows, those of who is known with what would change; a name alone changes nothing."""
    rows = {row.number: row for row in source.read.rows}
    asked = [
        (rows[line.row], line.member_id)
        for line in found.lines
        if line.member_id is not None and (line.outcome in COMPARED or line.by in BY_HAND)
    ]
    said = {row: (name, differing) for row, name, differing in differences(session, source.way, asked)}
    lines = []
    for line in found.lines:
        if line.row in said:
            name, differing = said[line.row]
            outcome = Outcome.UNCHANGED if line.outcome in COMPARED and not differing else line.outcome
            line = dataclasses.replace(line, outcome=outcome, changes=differing, known_as=name)
        lines.append(line)
    updates = [(row, member_id) for row, member_id in found.updates if row.number in said and said[row.number][1]]
    missing = absent(session, source, lines) if source.complete else ()
    return dataclasses.replace(found, lines=lines, updates=updates, missing=missing)


def absent(session: ReachSession, source: Source, lines: Iterable[Line]) -> tuple[Absent, ...]:
    """Who still works at the workplace and is named by no row of a complete list, sorted by name."""
    named = {line.member_id for line in lines}
    here = {
        row.member_id
        for row in session.execute(_WORK.where(Employment.workplace_id == source.way.workplace_id))
        if Employment.terms.open("employment", row.id, row.terms_sealed).left_on is None
    }
    left = list(here - named - own_ids(source.way.import_id, source.read.rows))
    found = [
        Absent(row.id, Member.identity.open("member", row.id, row.identity_sealed).name)
        for start in range(0, len(left), CHUNK)
        for row in session.execute(_PEOPLE.where(Member.id.in_(left[start : start + CHUNK])))
    ]
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def differences(
    session: ReachSession, way: Way, asked: Sequence[tuple[RosterRow, UUID]]
) -> Iterator[tuple[int, str, tuple[Changed, ...]]]:
    """By row: the name of whom it is compared with, and what would change of him."""
    for start in range(0, len(asked), CHUNK):
        some = asked[start : start + CHUNK]
        known = _known(session, way.workplace_id, {member_id for _, member_id in some})
        for row, member_id in some:
            before = known.get(member_id)
            if before is None or before.identity is None:
                continue  # he is gone, or out of reach by now
            differing = changes(before, merged(row, way, before))
            yield row.number, before.identity.name, differing if before.terms else (NEW_HERE, *differing)


def _known(session: ReachSession, workplace_id: UUID, ids: set[UUID]) -> dict[UUID, Parts]:
    here = Employment.workplace_id == workplace_id
    work: dict[UUID, list[Any]] = {}
    terms = {}
    for row in session.execute(_WORK.where(here, Employment.member_id.in_(ids))):
        work.setdefault(row.member_id, []).append(row)
    for member_id, listed in work.items():
        opened = [(one.id, Employment.terms.open("employment", one.id, one.terms_sealed)) for one in listed]
        terms[member_id] = present(opened)[1]
    return {
        row.id: Parts(
            Member.identity.open("member", row.id, row.identity_sealed),
            Member.standing.open("member", row.id, row.standing_sealed),
            terms.get(row.id),
        )
        for row in session.execute(_PEOPLE.where(Member.id.in_(ids)))
    }


def present(listed: Iterable[tuple[UUID, Terms]]) -> tuple[UUID, Terms]:
    """Of several employments at one workplace the one that runs, else the one begun last."""
    return max(listed, key=lambda one: (one[1].left_on is None, one[1].hired_on or date.min, str(one[0])))
