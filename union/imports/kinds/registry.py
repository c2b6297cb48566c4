"""Every kind of list but that of members, which has its own ways of matching and writing; and where their values
stand."""

from __future__ import annotations

from union.imports.kinds import declared_days, elections, headcounts, places, workplaces
from union.imports.kinds.kind import Kind
from union.imports.records.outcomes import ListOf
from union.imports.undo.entries import Books

KINDS: dict[ListOf, Kind] = {
    one.of: one for one in (workplaces.KIND, headcounts.KIND, declared_days.KIND, elections.KIND)
}
BOOKS: Books = {
    places.EMPLOYER: places.Employers(),
    places.SITE: places.AllSites(),
    headcounts.BOOK: headcounts.Headcounts(),
    declared_days.BOOK: declared_days.Declarations(),
    elections.BOOK: elections.Ballots(),
}
