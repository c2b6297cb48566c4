"""What a list of declared days writes: the months of an employment and the fund's number, read and put a batch at a time."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import select

from union.imports.records.undo_log import Entry
from union.imports.undo.entries import Seen
from union.members.declared import Declared, DeclaredDays, Month, of_employments
from union.members.models import Employment
from union.record import chain
from union.store.among import chunks
from union.store.reach import ReachSession

BOOK = "declared"
FUND = "fund"  # the key of the fund's number; a month's is its first day
_NOTED, _HELD = "declared_noted", "declared_held"


@dataclass
class _Held:
    """An employment with its declarations, held while a batch is read and put."""

    work: Employment
    row: DeclaredDays | None
    taken_out: bool = False


class Declarations:
    """The declared months of an employment, and the fund's number of who holds it."""

    def ready(self, session: ReachSession, subjects: set[UUID]) -> None:
        held: dict[UUID, _Held | None] = dict.fromkeys(subjects)
        for some in chunks(sorted(subjects)):
            rows = {row.employment_id: row for row in session.scalars(of_employments(some))}
            for work in session.scalars(select(Employment).where(Employment.id.in_(some))):
                held[work.id] = _Held(work, rows.get(work.id))
        session.info[_HELD] = held

    def read(self, session: ReachSession, subject: UUID, key: str) -> bytes | None:
        held = self._held(session, subject)
        return None if held is None else value_of(held.row.declared if held.row else Declared(), key)

    def put(self, session: ReachSession, by: UUID | None, entry: Entry) -> bool:
        held = self._held(session, entry.subject)
        if held is None:
            raise LookupError("this employment is gone, or out of reach")
        declared = _with(held.row.declared if held.row else Declared(), entry)
        if held.row is None:
            self._add(session, held, declared)
        elif declared == Declared():
            session.delete(held.row)
            held.row, held.taken_out = None, True
        else:
            held.row.declared = declared
        _note(session, by, held.work.member_id)
        return True

    def _held(self, session: ReachSession, subject: UUID) -> _Held | None:
        if subject not in session.info.get(_HELD, {}):
            self.ready(session, {subject})
        found: _Held | None = session.info[_HELD][subject]
        return found

    def _add(self, session: ReachSession, held: _Held, declared: Declared) -> None:
        if held.taken_out:  # a session writes what is new before it takes out what goes
            session.flush()
        work = held.work
        job = {"employment_id": work.id, "workplace_id": work.workplace_id, "member_id": work.member_id}
        held.row = DeclaredDays(**job, declared=declared, version=1)
        session.add(held.row)

    def is_used(self, session: ReachSession, entry: Entry, seen: Seen) -> bool:
        return False  # nothing points at a declaration

    def named(self, session: ReachSession, entry: Entry) -> str:
        work = session.get(Employment, entry.subject)
        name = work.member.identity.name if work is not None else "–"
        return name if entry.key == FUND else f"{name}, {entry.key[5:7]}/{entry.key[:4]}"


def _note(session: ReachSession, by: UUID | None, member_id: UUID) -> None:
    """One entry of the record for a person, not one for each month."""
    noted: set[UUID] = session.info.setdefault(_NOTED, set())
    if member_id not in noted:
        chain.note(session, by, chain.Act.CHANGED, "member", member_id, "declared days")
        noted.add(member_id)


def value_of(declared: Declared, key: str) -> bytes:
    """The fund's number, or one month, as an entry holds it; empty where it is not known."""
    if key == FUND:
        return declared.fund_number.encode()
    found = next((one for one in declared.months if f"{one.first}" == key), None)
    return msgspec.json.encode(found) if found is not None else b""


def _with(declared: Declared, entry: Entry) -> Declared:
    if entry.key == FUND:
        return dataclasses.replace(declared, fund_number=entry.after.decode())
    kept = [one for one in declared.months if f"{one.first}" != entry.key]
    kept += [msgspec.json.decode(entry.after, type=Month)] if entry.after else []
    return dataclasses.replace(declared, months=tuple(sorted(kept, key=lambda one: one.first)))
