"""What a list says otherwise of somebody who is known, and who is named by no row of a list that is complete."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from union.imports.matching.matcher import Person
from union.imports.matching.merging import changes, merged
from union.imports.records.outcomes import Changed
from union.imports.records.row_to_member import ImportContext, identity_of, terms_of
from union.imports.records.undo_log import Parts
from union.members.models import Identity, Standing, Terms
from union.tables.kinds.roster import RosterRow

IN_LINE = {"family_name", "given_name"}
NEW_HERE = Changed("site", "", "")  # he works elsewhere, and from now on here as well


def differing(row: RosterRow, way: ImportContext, known: Person | None) -> tuple[str, tuple[Changed, ...]]:
    """The name of whom a row is compared with, and what would change of him; nothing where he is out of reach by now."""
    if known is None or known.parts is None or known.parts.identity is None:
        return "", ()
    before = known.parts
    name = known.parts.identity.name
    if _says_the_same(row, way, before):
        return name, ()
    told = changes(before, merged(row, way, before))
    return name, told if before.terms else (NEW_HERE, *told)


def written_of(row: RosterRow, way: ImportContext) -> tuple[Changed, ...]:
    """What is kept of somebody new, but for the name that his line shows."""
    nobody = Parts(Identity(), Standing(way.state), Terms())
    both = row.family_name_ar or row.given_name_ar  # then the line shows the name in Latin letters alone
    told = IN_LINE if both else IN_LINE | {"family_name_ar", "given_name_ar"}
    return tuple(one for one in changes(nobody, merged(row, way, nobody)) if one.field not in told)


def _says_the_same(row: RosterRow, way: ImportContext, before: Parts) -> bool:
    """Whether a row says all that is known of somebody, and nothing else: most rows of a list that comes again do."""
    adds = row.card_number or row.joined_on or row.remarks
    return not adds and terms_of(row, way.on) == before.terms and identity_of(row, way) == before.identity


def present(listed: Iterable[tuple[UUID, Terms]]) -> tuple[UUID, Terms]:
    """Of several employments at one workplace the one that runs, else the one begun last."""
    return max(listed, key=lambda one: (one[1].left_on is None, one[1].hired_on or date.min, str(one[0])))
