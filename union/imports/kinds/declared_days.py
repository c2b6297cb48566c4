"""Declared days: a person is found by employee number, or by the fund's number once a list gave both; never by name."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from union.access import May
from union.imports.kinds.kind import Kind, ListContext, Meant, PendingValues, RowInterpreter, Unfit
from union.imports.records.outcomes import Changed, ListOf
from union.imports.records.undo_log import Entry
from union.imports.undo.entries import Seen
from union.members import tokens
from union.members.declared import Declared, DeclaredDays, Month, of_employments
from union.members.models import Employment
from union.record import chain
from union.store.among import chunks
from union.store.reach import ReachSession
from union.tables.cells.likeness import is_called
from union.tables.kinds.list_rows import DeclaredRow
from union.tables.kinds.list_shapes import DECLARED_DAYS
from union.vault.envelope import opens

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


if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Worker:
    """What is compared of somebody who works at the workplace of the list."""

    employment_id: UUID
    name: str = ""
    name_ar: str = ""
    number: str = ""
    damaged: bool = False  # their file does not open: nothing is compared with it

    @classmethod
    def of(cls, work: Employment) -> Self:
        """A worker as their file has them now."""
        if not opens(work.member, "identity"):
            return cls(work.id, damaged=True)
        number = work.terms.employee_number if opens(work, "terms") else ""
        return cls(work.id, work.member.identity.name, work.member.identity.name_ar, number)


class People(RowInterpreter):
    """Who works at the workplace of the list within reach, asked for some rows at a time, each once."""

    def __init__(self, session: ReachSession, context: ListContext) -> None:
        if context.workplace_id is None:
            raise LookupError("a list of declared days is of one workplace")
        self._session, self._place = session, context.workplace_id
        self._by_number: dict[str, Worker | None] = {}
        self._by_id: dict[UUID, Worker] = {}
        self._declared: dict[UUID, Declared] = {}
        self._damaged: set[UUID] = set()
        self._fund: dict[str, UUID] | None = None
        self._told: dict[tuple[UUID, date], str] = {}

    def around(self, rows: Sequence[DeclaredRow]) -> None:
        numbers = {row.employee_number for row in rows if row.employee_number} - self._by_number.keys()
        found = tokens.works_by_number(self._session, self._place, numbers)
        self._by_number |= {number: Worker.of(found[number]) if number in found else None for number in numbers}
        alone = {row.fund_number for row in rows if not row.employee_number}
        ids = {self._of_fund()[one] for one in alone & self._of_fund().keys()} - self._by_id.keys() if alone else set()
        for some in chunks(sorted(ids)):
            works = select(Employment).where(Employment.id.in_(some)).options(joinedload(Employment.member))
            self._by_id |= {work.id: Worker.of(work) for work in self._session.scalars(works)}
        self._know({one.employment_id for one in (*self._by_number.values(), *self._by_id.values()) if one})

    def _know(self, works: set[UUID]) -> None:
        for some in chunks(sorted(works - self._declared.keys())):
            rows = self._session.scalars(of_employments(some)).all()
            self._damaged |= {row.employment_id for row in rows if not opens(row, "declared")}
            known = {row.employment_id: row.declared for row in rows if row.employment_id not in self._damaged}
            self._declared |= dict.fromkeys(some, Declared()) | known

    def take(self, row: DeclaredRow, pending: PendingValues) -> Meant:
        """Enter the month of one row. Raises `Unfit` where its number names nobody within reach, or another name."""
        work = self._worker(row)
        if work is None or row.month is None or row.days is None:
            raise Unfit("employee_number" if row.employee_number else "fund_number", "person_unknown")
        given = f"{row.given_name} {row.family_name}".strip()
        if work.damaged or work.employment_id in self._damaged:
            raise Unfit("employee_number", "file_damaged", name=given or row.employee_number or row.fund_number)
        names = [name for name in (work.name, work.name_ar) if name]
        if given and not is_called(given, names, part=True):
            raise Unfit("employee_number", "number_other_name", known=work.name)
        known, subject = self._declared[work.employment_id], work.employment_id
        told = self._told.setdefault((subject, row.month), row.employee_number)
        if told and row.employee_number and told != row.employee_number:
            raise Unfit("employee_number", "zeros_twice", other=told)
        month = self._month(row, known)
        changes = _changed(known, month)
        pending.enter(BOOK, subject, f"{month.first}", msgspec.json.encode(month), value_of(known, f"{month.first}"))
        if row.fund_number and row.fund_number != known.fund_number:
            pending.enter(BOOK, subject, FUND, row.fund_number.encode(), known.fund_number.encode())
            changes = (*changes, Changed("fund_number", known.fund_number, row.fund_number))
        months = (*(one for one in known.months if one.first != month.first), month)
        self._declared[subject] = Declared(row.fund_number or known.fund_number, months)
        return Meant(f"{work.name}, {month.first:%m/%Y}", changes, number=work.number)

    def _worker(self, row: DeclaredRow) -> Worker | None:
        if row.employee_number:
            return self._by_number.get(row.employee_number)
        found = self._of_fund().get(row.fund_number)
        return None if found is None else self._by_id.get(found)

    def _month(self, row: DeclaredRow, known: Declared) -> Month:
        """An empty cell of wages leaves what is known of them."""
        first, days = row.month, row.days
        if first is None or days is None:
            raise LookupError("a sound row has a month and its days")
        before = next((one.wages for one in known.months if one.first == first), None)
        return Month(first, days, before if row.declared_wages is None else row.declared_wages)

    def _of_fund(self) -> dict[str, UUID]:
        """By the fund's number, which earlier lists gave beside an employee number: each declaration is opened once."""
        if self._fund is None:
            rows = self._session.scalars(select(DeclaredDays).where(DeclaredDays.workplace_id == self._place))
            whole = (one for one in rows if opens(one, "declared"))
            self._fund = {one.declared.fund_number: one.employment_id for one in whole if one.declared.fund_number}
        return self._fund


def _changed(known: Declared, month: Month) -> tuple[Changed, ...]:
    before = next((one for one in known.months if one.first == month.first), None)
    found = []
    if before is None or before.days != month.days:
        found.append(Changed("days", "" if before is None else str(before.days), str(month.days)))
    if month.wages is not None and (before is None or before.wages != month.wages):
        found.append(Changed("declared_wages", _money(before.wages if before else None), _money(month.wages)))
    return tuple(found)


def _money(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:.2f}".replace(".", ",")


KIND = Kind(ListOf.DECLARED_DAYS, DECLARED_DAYS, People, one_place=True, verb=May.IMPORT_MEMBERS)
