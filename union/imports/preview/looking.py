"""What would happen to each row now, piece after piece: the same for the page, the command and the job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from union.imports.matching.register import Register
from union.imports.preview.planning import Sorted, Sorting
from union.imports.preview.unusual import Unusual
from union.imports.reading.sourcing import Source
from union.imports.records import undo_log
from union.imports.records.outcomes import MORE, Absent, Counts, Outcome
from union.store.gc_pause import sweep
from union.store.reach import ReachSession
from union.store.throttling import give_way
from union.tables.table import Remark


@dataclass
class Found:
    """What is known of a list once all of its rows were looked at."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    unusual: Unusual = field(default_factory=Unusual)
    missing: tuple[Absent, ...] = ()  # of a list that is declared complete
    named: set[bytes] = field(default_factory=set)
    noticed: dict[str, Remark] = field(
        default_factory=dict
    )  # by its code the first remark of a kind, which counts the others

    @property
    def counts(self) -> Counts:
        """How many rows have which outcome."""
        one = {outcome.value: self.outcomes[outcome] for outcome in Outcome}
        return Counts(rows=self.outcomes.total(), missing=len(self.missing), **one)

    def notice(self, remarks: Iterable[Remark]) -> None:
        """Keep what was noticed of some rows, once for each kind."""
        for one in remarks:
            first = self.noticed.get(one.code)
            others = 0 if first is None else 1 + int(str(first.values.get(MORE, 0)))
            kept = one if first is None else replace(first, values={**first.values, MORE: others})
            self.noticed[one.code] = kept


def look(session: ReachSession, source: Source, found: Found | None = None) -> Iterator[Sorted]:
    """Sort a list, some rows at a time; what this import itself wrote before does not count as known.

    `found`, where it is given, is filled on the way, and whole once the last rows were taken.
    """
    register = Register(session, source.context.workplace_id, own(session, source), source.apart)
    sorting = Sorting(source)
    for rows in source.rows.pieces():
        decided = [source.decisions[row.number].member_id for row in rows if row.number in source.decisions]
        done = sorting.piece(rows, register.around(rows, decided))
        if found is not None:
            _tell(found, done, complete=source.complete)
        yield done
        sweep()
        give_way()
    if found is not None:
        found.missing = register.absent(found.named) if source.complete else ()
        found.unusual.damaged = len(register.damaged)


def own(session: ReachSession, source: Source) -> frozenset[bytes]:
    """The ids of the people that earlier runs of this import wrote."""
    kept = undo_log.batches(session, source.context.import_id)
    return frozenset().union(*(batch.new_people for batch in kept))


def _tell(found: Found, done: Sorted, *, complete: bool) -> None:
    found.notice(done.remarks)
    for line in done.lines:
        found.outcomes[line.outcome] += 1
        found.unusual.add(line)
        if complete and line.member_id is not None:
            found.named.add(line.member_id.bytes)
