"""A list given as one kind that has the columns of another: said first of all, before somebody becomes a member by
it."""

from __future__ import annotations

from union.imports.records.outcomes import ListOf
from union.tables.columns.fields import MONTH_DAYS, ROSTER
from union.tables.columns.guessing import guess
from union.tables.kinds.list_shapes import DECLARED_DAYS, ELECTIONS, HEADCOUNTS, WORKPLACES, Shape
from union.tables.table import Remark, Table

SHAPES = {
    ListOf.HEADCOUNTS: HEADCOUNTS,
    ListOf.DECLARED_DAYS: DECLARED_DAYS,
    ListOf.ELECTIONS: ELECTIONS,
    ListOf.WORKPLACES: WORKPLACES,
}
# Beside what every row needs, by which a list is none of the members: a roster, too, has a date and a union's name.
TELLING: dict[ListOf, tuple[set[str], ...]] = {
    ListOf.WORKPLACES: ({"legal_name", "ice"}, {"site"}),
    ListOf.DECLARED_DAYS: ({"days"},),
    ListOf.ELECTIONS: ({"votes", "seats", "elected"},),
}
NAMES = {"family_name", "given_name", "full_name"}
CODES = {  # of the sentences
    "looks_like_members": ListOf.MEMBERS,
    "looks_like_workplaces": ListOf.WORKPLACES,
    "looks_like_headcounts": ListOf.HEADCOUNTS,
    "looks_like_declared_days": ListOf.DECLARED_DAYS,
    "looks_like_elections": ListOf.ELECTIONS,
}
_CODE_OF = {kind: code for code, kind in CODES.items()}


def another_kind(table: Table, list_of: ListOf) -> list[Remark]:
    """What the columns speak of, where that is another kind of list than the one that is asked for."""
    people = _held(table, ROSTER) & NAMES
    if list_of is not ListOf.MEMBERS and _is(table, list_of, own=True):
        return []
    for other in SHAPES:
        told = people if other in {ListOf.HEADCOUNTS, ListOf.WORKPLACES} else set()
        if other is not list_of and not told and _is(table, other, own=False):
            return [Remark(_CODE_OF[other])]
    return [Remark(_CODE_OF[ListOf.MEMBERS])] if people and list_of is not ListOf.MEMBERS else []


def _is(table: Table, list_of: ListOf, *, own: bool) -> bool:
    """Tell whether the columns are those of a kind. Days in a column for each month are taken for such only where
    asked."""
    shape: Shape = SHAPES[list_of]
    held = _held(table, shape.fields)
    held |= {"days"} if own and MONTH_DAYS in held else set()
    return all(held & set(names) for names, _code in shape.needed) and all(
        held & names for names in TELLING.get(list_of, ())
    )


def _held(table: Table, fields: tuple[str, ...]) -> set[str]:
    """What the headers name; what only the values look like tells no kind of list from another."""
    found = guess(table, fields).values()
    return {one.field for one in found if one.field and one.reason in {"header", "part_of_header"}}
