"""Declared days: the person by his employee number, or by the fund's number once a list gave both; never by a name."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from sqlalchemy import select

from union import record
from union.access import May
from union.imports.entries import BOOKS, Entry, Seen
from union.imports.kinds.kind import Errand, Kind, Ledger, Meant, Unfit
from union.imports.likeness import alike
from union.imports.matching import whole_name
from union.imports.outcomes import Changed, ListOf
from union.members import tokens
from union.members.declared import Declared, DeclaredDays, Month, of_employment
from union.members.models import Employment
from union.reach import ReachSession
from union.sheets.list_rows import DeclaredRow
from union.sheets.list_shapes import DECLARED_DAYS

if TYPE_CHECKING:
    from decimal import Decimal

BOOK = "declared"
FUND = "fund"  # the key of the fund's number; a month's is its first day
_NOTED = "declared_noted"


class Declarations:
    """The declared months of an employment, and the fund's number of who holds it."""

    def read(self, session: ReachSession, subject: UUID, key: str) -> bytes | None:
        if session.get(Employment, subject) is None:
            return None
        row = of_employment(session, subject)
        return _value(row.declared if row else Declared(), key)

    def put(self, session: ReachSession, by: UUID | None, entry: Entry) -> bool:
        work = session.get_one(Employment, entry.subject)
        row = of_employment(session, work.id)
        declared = _with(row.declared if row else Declared(), entry)
        if row is None:
            job = {"employment_id": work.id, "workplace_id": work.workplace_id, "member_id": work.member_id}
            session.add(DeclaredDays(**job, declared=declared, version=1))
        elif declared == Declared():
            session.delete(row)
        else:
            row.declared = declared
        session.flush()
        noted: set[UUID] = session.info.setdefault(_NOTED, set())
        if work.member_id not in noted:  # one entry of the record for a person, not one for each month
            record.note(session, by, record.Act.CHANGED, "member", work.member_id, "declared days")
            noted.add(work.member_id)
        return True

    def is_used(self, session: ReachSession, entry: Entry, seen: Seen) -> bool:
        return False  # nothing points at a declaration

    def named(self, session: ReachSession, entry: Entry) -> str:
        work = session.get(Employment, entry.subject)
        name = work.member.identity.name if work is not None else "–"
        return name if entry.key == FUND else f"{name}, {entry.key[5:7]}/{entry.key[:4]}"


def _value(declared: Declared, key: str) -> bytes:
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


class People:
    """Who works at the workplace of the list within reach, asked for one by one, each once."""

    def __init__(self, session: ReachSession, errand: Errand) -> None:
        if errand.workplace_id is None:
            raise LookupError("a list of declared days is of one workplace")
        self._session, self._place = session, errand.workplace_id
        self._works: dict[str, Employment | None] = {}
        self._declared: dict[UUID, Declared] = {}
        self._by_fund: dict[str, UUID] | None = None

    def take(self, row: DeclaredRow, ledger: Ledger) -> Meant:
        """Enter the month of one row. Raises `Unfit` where its number names nobody within reach, or another name."""
        work = self._by_number(row.employee_number) if row.employee_number else self._of_fund(row.fund_number)
        if work is None or row.month is None or row.days is None:
            raise Unfit("employee_number" if row.employee_number else "fund_number", "person_unknown")
        identity = work.member.identity
        given = f"{row.given_name} {row.family_name}".strip()
        names = [name for name in (identity.name, identity.name_ar) if name]
        if given and not any(whole_name(given) == whole_name(name) or alike(given, name, part=True) for name in names):
            raise Unfit("employee_number", "number_other_name", known=identity.name)
        known = self._known(work)
        month = self._month(row, known)
        changes = _changed(known, month)
        ledger.enter(BOOK, work.id, f"{month.first}", msgspec.json.encode(month), _value(known, f"{month.first}"))
        if row.fund_number and row.fund_number != known.fund_number:
            ledger.enter(BOOK, work.id, FUND, row.fund_number.encode(), known.fund_number.encode())
            changes = (*changes, Changed("fund_number", known.fund_number, row.fund_number))
        months = (*(one for one in known.months if one.first != month.first), month)
        self._declared[work.id] = Declared(row.fund_number or known.fund_number, months)
        return Meant(f"{identity.name}, {month.first:%m/%Y}", changes)

    def _month(self, row: DeclaredRow, known: Declared) -> Month:
        """An empty cell of wages leaves what is known of them."""
        first, days = row.month, row.days
        if first is None or days is None:
            raise LookupError("a sound row has a month and its days")
        before = next((one.wages for one in known.months if one.first == first), None)
        return Month(first, days, before if row.declared_wages is None else row.declared_wages)

    def _known(self, work: Employment) -> Declared:
        if work.id not in self._declared:
            row = of_employment(self._session, work.id)
            self._declared[work.id] = row.declared if row else Declared()
        return self._declared[work.id]

    def _by_number(self, number: str) -> Employment | None:
        if number not in self._works:
            found = tokens.works(self._session, self._place, number)
            self._works[number] = found[0] if found else None
        return self._works[number]

    def _of_fund(self, number: str) -> Employment | None:
        """By the fund's number, which earlier lists gave beside an employee number: each declaration is opened once."""
        if self._by_fund is None:
            rows = self._session.scalars(select(DeclaredDays).where(DeclaredDays.workplace_id == self._place))
            self._by_fund = {one.declared.fund_number: one.employment_id for one in rows if one.declared.fund_number}
        found = self._by_fund.get(number)
        return None if found is None else self._session.get(Employment, found)


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


BOOKS[BOOK] = Declarations()
KIND = Kind(ListOf.DECLARED_DAYS, DECLARED_DAYS, People, one_place=True, verb=May.IMPORT_MEMBERS)
