"""Which export a leaked file, or a part of one, came from: by the marks of its rows, else by the code in its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from flask import has_request_context

from union.accounts.actions import names
from union.members.watermark import Agreement, Marks, needed
from union.record import chain
from union.store.db import Rights, Store
from union.store.reach import Reach, ReachSession
from union.tables.sandbox import read_any
from union.tables.table import Table, Untrusted
from union.web.locale import DEFAULT, language
from union.web.outgoing import SIGNS
from union.workplaces.models import sites

LEAKED = "leaked_file"  # as the record calls the question
MOST_SHEETS = 8  # of a workbook, each read by itself
_WORD = re.compile(r"[A-Z0-9]{8}")
_CODED = re.compile(rf"[{SIGNS}]{{8}}: ")


@dataclass(frozen=True)
class Taken:
    """An export as the record has it. `by` is empty for an account no longer here, None for the command line."""

    code: str
    purpose: str
    at: datetime
    by: str | None
    workplace_id: UUID | None
    place: str


@dataclass(frozen=True)
class Identified:
    """What a file says of its export; `export` is None where none is sure."""

    export: Taken | None
    titled: Taken | None  # the one whose code stands in the title, or in the file's name
    agreement: Agreement  # of the rows, with the export that they speak for most
    possible: float  # bits that its cells could say
    needed: float  # bits that make one sure
    exports: int  # how many were asked
    others: tuple[Taken, ...] = ()  # of which it holds rows as well: it was put together

    @property
    def by_rows(self) -> bool:
        return self.export is not None and self.agreement.bits >= self.needed

    @property
    def by_title(self) -> bool:
        return self.titled is not None and self.titled == self.export


def identify(store: Store, reach: Reach | Rights, by: UUID | None, data: bytes, name: str) -> Identified:
    """Hold a file against every export; that it was asked is recorded, with the code that it bears. Raises `Untrusted`.

    The file is read as any list is, and kept nowhere. The record is read outside the writers' turn.
    """
    tables = list(_tables(data, name))
    with store.reading(reach) as session:
        found = _held_against(tables, name, list(exports(session)))
    with store.writing(reach) as session:
        chain.note(session, by, chain.Act.LISTED, LEAKED, None, found.export.code if found.export else "")
    return found


def exports(session: ReachSession) -> Iterator[Taken]:
    """Every table of people that was taken out, newest first, as far as the reach shows the record and their cases."""
    kept = (entry.event for entry in session.scalars(chain.latest().execution_options(yield_per=1000)))
    events = [one for one in kept if one.act is chain.Act.EXPORTED and _CODED.match(one.note)]
    cases = chain.known(session, events)
    events = [one for one in events if chain.case_of(one) in {None, *cases}]
    people = names(session, {one.by for one in events if one.by is not None})
    said = language() if has_request_context() else DEFAULT  # the command asks the same
    places = {one.id: one.site.called_in(said) for one in session.scalars(sites())}
    for one in events:
        code, _, purpose = one.note.partition(": ")
        by = None if one.by is None else people.get(one.by, "")
        yield Taken(code, purpose, one.at, by, one.subject, places.get(one.subject, "") if one.subject else "")


def _tables(data: bytes, name: str) -> Iterator[Table]:
    """Every sheet of a file: whoever copies a part puts it anywhere."""
    first = read_any(data, name)
    yield first
    others = (one for one in first.sheets if one != first.sheet)
    for sheet in islice(others, MOST_SHEETS - 1):
        with suppress(Untrusted):  # an empty one, or a chart
            yield read_any(data, name, sheet=sheet)


def _held_against(tables: Sequence[Table], name: str, taken: list[Taken]) -> Identified:
    sure = needed(len(taken))
    marks = [Marks([one.headers, *(row.cells for row in one.rows)]) for one in tables]
    told = [(max((one.agreement(export.code) for one in marks), key=lambda one: one.bits), export) for export in taken]
    told.sort(key=lambda pair: -pair[0].bits)
    certain = [export for agreement, export in told if agreement.bits >= sure]
    words = set(_WORD.findall(" ".join([name, *_titles(tables)]).upper()))
    titled = next((one for one in taken if one.code in words), None)
    return Identified(
        export=certain[0] if certain else titled,
        titled=titled,
        agreement=told[0][0] if told else Agreement(0, 0),
        possible=max(one.possible for one in marks),
        needed=sure,
        exports=len(taken),
        others=tuple(certain[1:]),
    )


def _titles(tables: Iterable[Table]) -> Iterator[str]:
    """What stands above the columns, and what a sheet is called."""
    for table in tables:
        yield from table.proof
        yield table.sheet or ""
        yield from (str(one.values.get("text", "")) for one in table.remarks)
