"""Headcounts: the site by its name within reach, the day, the number, who says so; the same again changes nothing."""

from __future__ import annotations

import dataclasses
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from union.access import May
from union.imports.kinds.kind import Kind, ListContext, Meant, PendingValues, RowInterpreter, Unfit
from union.imports.records.outcomes import Changed, ListOf
from union.imports.records.undo_log import Entry
from union.imports.undo.entries import Seen, hold
from union.record import chain
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.tables.kinds.list_rows import HeadcountRow, WorkplaceRow
from union.tables.kinds.list_shapes import HEADCOUNTS
from union.workplaces.models import Headcount, Workplace

BOOK = "headcount"
_decode = msgspec.json.Decoder(Headcount).decode


class Headcounts:
    """The headcounts of the sites, each by its day and who says so."""

    def ready(self, session: ReachSession, subjects: set[UUID]) -> None:
        hold(session, Workplace, subjects)

    def read(self, session: ReachSession, subject: UUID, key: str) -> bytes | None:
        place = session.get(Workplace, subject)
        return None if place is None else _encoded(_found(place, key))

    def put(self, session: ReachSession, by: UUID | None, entry: Entry) -> bool:
        """Another number of the same day and source takes the place of the first."""
        place = session.get_one(Workplace, entry.subject)
        kept = [one for one in place.site.headcounts if key_of(one) != entry.key]
        kept += [_decode(entry.after)] if entry.after else []
        place.site = dataclasses.replace(place.site, headcounts=tuple(sorted(kept, key=lambda one: one.on)))
        chain.note(session, by, chain.Act.CHANGED, "workplace", place.id, "headcount")
        return True

    def is_used(self, session: ReachSession, entry: Entry, seen: Seen) -> bool:
        return False  # nothing points at a headcount

    def named(self, session: ReachSession, entry: Entry) -> str:
        place = session.get(Workplace, entry.subject)
        counted = _decode(entry.before or entry.after)
        return f"{place.site.name if place else '–'}, {counted.on:%d/%m/%Y}"


def key_of(one: Headcount) -> str:
    """What tells the headcounts of one site apart."""
    return f"{one.on}|{fold(one.source)}"


def _found(place: Workplace, key: str) -> Headcount | None:
    return next((one for one in place.site.headcounts if key_of(one) == key), None)


def _encoded(one: Headcount | None) -> bytes:
    return msgspec.json.encode(one) if one is not None else b""


class Sites(RowInterpreter):
    """The sites within reach by their names; a federation knows some hundred, each is opened once."""

    def __init__(self, session: ReachSession, _context: ListContext) -> None:
        self._sites: dict[str, list[tuple[str, UUID]]] = {}
        self._held = session.scalars(select(Workplace).options(joinedload(Workplace.employer))).all()
        for one in self._held:
            employer = fold(one.employer.identity.legal_name)
            self._sites.setdefault(fold(one.site.name), []).append((employer, one.id))

    def take(self, row: HeadcountRow, pending: PendingValues) -> Meant:
        """The headcount of one row. Raises `Unfit` where no site, or several, bear the name."""
        found = [
            site
            for employer, site in self._sites.get(fold(row.site), ())
            if not row.legal_name or employer == fold(row.legal_name)
        ]
        if len(found) != 1:
            raise Unfit("site", "site_several" if found else "site_unknown")
        return Meant(f"{row.site}, {row.counted_on:%d/%m/%Y}", count(row, found[0], pending))


def count(row: HeadcountRow | WorkplaceRow, site: UUID, pending: PendingValues) -> tuple[Changed, ...]:
    """Enter the headcount of a row. A source in other capitals is the same one, and is not corrected by that."""
    if row.counted_on is None or row.people is None:
        return ()
    told = Headcount(row.counted_on, row.people, row.source)
    key = key_of(told)
    before = pending.now(BOOK, site, key)
    known = _decode(before) if before else None
    if known is not None and known.people == told.people:
        return ()
    pending.enter(BOOK, site, key, _encoded(told), before)
    return (Changed("people", str(known.people) if known else "", str(told.people)),)


KIND = Kind(ListOf.HEADCOUNTS, HEADCOUNTS, Sites, one_place=False, verb=May.EDIT_WORKPLACE)
