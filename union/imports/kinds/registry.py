"""Every kind of list but that of members, which has its own ways of matching and writing."""

from __future__ import annotations

from union.imports.kinds import declared_days, elections, headcounts, workplaces
from union.imports.kinds.kind import Kind
from union.imports.records.outcomes import ListOf

KINDS: dict[ListOf, Kind] = {
    one.of: one for one in (workplaces.KIND, headcounts.KIND, declared_days.KIND, elections.KIND)
}
