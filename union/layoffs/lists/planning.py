"""What taking a list would do: who stands in it, whom the union knows, and each sum; nothing is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import msgspec

from union.entitlements.records.facts import Facts
from union.entitlements.sums.person import computed
from union.layoffs.lists.carrying import Carried, carry, continued
from union.layoffs.lists.listing import Understood, understand
from union.layoffs.lists.matching import (
    ListedPerson,
    Match,
    Said,
    as_roster_row,
    matches,
    with_mandates,
    with_what_was_said,
)
from union.layoffs.records.models import Layoff, LayoffPerson, on_the_list
from union.layoffs.sums import recomputing
from union.layoffs.sums.basis import basis_of
from union.store.reach import ReachSession
from union.tables.columns.fields import LAYOFF
from union.tables.columns.guessing import guess
from union.tables.table import Table


@dataclass(frozen=True)
class MatchedList:
    """A list read, matched and computed: `people` is what `actions.take_list` takes."""

    understood: Understood
    people: list[ListedPerson]
    found: list[Match]
    carried: Carried
    seen: Mapping[UUID, int]  # the versions of the present lines that the corrections were taken from


def plan(
    session: ReachSession,
    dispute: Layoff,
    table: Table,
    on: date,
    earlier: Sequence[Sequence[Facts]] = (),
    answers: Mapping[str, bool] | None = None,
) -> MatchedList:
    """Read a table of departures for a dispute, within the session's reach; `on` bounds its dates.

    What was corrected on the present list goes over to the same people, and for whom it does not hold on those before
    it (`earlier`, newest first). `answers` say which contested corrections stand, as `carrying.carry` takes them; what
    was told of the columns is kept with the list laid down.
    """
    pending = dispute.matter.pending
    understood = understand(table, on, pending.told if pending else None)
    present = session.scalars(on_the_list(dispute.id)).all()
    found = with_what_was_said(
        _found(session, dispute.workplace_id, understood), _said(dispute, present, understood.people)
    )
    facts = with_mandates(session, dispute.workplace_id, understood.people, found, on)
    carried = carry([[row.facts for row in present], *earlier], facts, answers)
    now, basis = recomputing.now(), basis_of(dispute.matter)
    people = [
        ListedPerson(*computed(basis, one, now), _was(present, carried.origin.get(place)), found[place].candidates)
        for place, one in enumerate(carried.people)
    ]
    return MatchedList(understood, people, found, carried, {row.id: row.version for row in present})


def _was(present: Sequence[LayoffPerson], place: int | None) -> UUID | None:
    return None if place is None else present[place].id


def _found(session: ReachSession, workplace_id: UUID, understood: Understood) -> list[Match]:
    listed = {row.number: row for row in understood.read.rows}
    return matches(
        session, workplace_id, [as_roster_row(one, one.row, listed.get(one.row)) for one in understood.people]
    )


def _said(dispute: Layoff, present: Sequence[LayoffPerson], newer: Sequence[Facts]) -> list[Said]:
    """What was said of each person's line on the present list; nothing of whoever comes new."""
    said: dict[UUID, dict[UUID, bool]] = {}
    for one in dispute.matter.namesakes:
        if one.same is not None:
            said.setdefault(one.line_id, {})[one.member_id] = one.same
    origin = continued([row.facts for row in present], newer)
    return [said.get(present[origin[at]].id, {}) if at in origin else {} for at in range(len(newer))]


def only_known(session: ReachSession, workplace_id: UUID, table: Table, on: date) -> tuple[Table, int]:
    """The table with the rows of people whom the union knows and nothing of the others; and how many were dropped.

    Whoever may be known stays until somebody says it: whoever is not is then removed.
    """
    understood = understand(table, on)
    people, found = understood.people, _found(session, workplace_id, understood)
    kept = {facts.row for facts, match in zip(people, found, strict=True) if match.member_id or match.doubt}
    rows = [row for row in table.rows if row.number in kept]
    return dataclasses.replace(table, rows=rows, remarks=[], proof=()), len(people) - len(kept)


def minimal(table: Table) -> Table:
    """The table without what stands in columns that nothing reads: telephones, identity cards, accounts."""
    read = {at for at, one in guess(table, LAYOFF).items() if one.field}
    rows = [
        msgspec.structs.replace(row, cells=tuple(cell if at in read else "" for at, cell in enumerate(row.cells)))
        for row in table.rows
    ]
    return dataclasses.replace(table, rows=rows, proof=())
