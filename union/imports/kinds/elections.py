"""Results of elections: each college of each ballot, its lists, their candidates; rows of one list have to agree."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from union.access import May
from union.imports.kinds.kind import Kind, ListContext, Meant, PendingValues, RowInterpreter, Unfit
from union.imports.records.outcomes import Changed, ListOf
from union.imports.records.undo_log import Entry
from union.imports.undo.entries import Seen
from union.record import chain
from union.store.reach import ReachSession
from union.tables.cells.names import fold
from union.tables.kinds.list_rows import ElectionRow
from union.tables.kinds.list_shapes import ELECTIONS
from union.text import longer, without_zeros
from union.workplaces.elections import Candidate, College, Election, ListResult, Result, Seat, of_site
from union.workplaces.models import Workplace

BOOK = "election"
NO_UNION = "-"  # as the reader calls it
OF_COLLEGE = ("registered", "voters", "valid")
OF_LIST = ("votes", "seats")
_decode = msgspec.json.Decoder(Result).decode


class Ballots:
    """The results of a site, each by its day and its college."""

    def ready(self, session: ReachSession, subjects: set[UUID]) -> None:
        """A list has a handful of ballots: each is asked for by itself."""

    def read(self, session: ReachSession, subject: UUID, key: str) -> bytes | None:
        if session.get(Workplace, subject) is None:
            return None
        row = _row(session, subject, key)
        return msgspec.json.encode(row.result) if row is not None else b""

    def put(self, session: ReachSession, by: UUID | None, entry: Entry) -> bool:
        row = _row(session, entry.subject, entry.key)
        if row is not None and not entry.after:
            session.delete(row)
        elif row is not None:
            row.result = _decode(entry.after)
        else:
            session.add(Election(workplace_id=entry.subject, result=_decode(entry.after), version=1))
        session.flush()
        _note(session, by, entry.subject)
        return True

    def is_used(self, session: ReachSession, entry: Entry, seen: Seen) -> bool:
        return False  # a mandate stands by itself: it was written by hand

    def named(self, session: ReachSession, entry: Entry) -> str:
        place = session.get(Workplace, entry.subject)
        return f"{place.site.name if place else '–'}, {_decode(entry.before or entry.after).held_on:%d/%m/%Y}"


def _note(session: Session, by: UUID | None, place: UUID) -> None:
    chain.note(session, by, chain.Act.CHANGED, "workplace", place, "election")


def _row(session: ReachSession, place: UUID, key: str) -> Election | None:
    return next((one for one in session.scalars(of_site(place)) if key_of(one.result) == key), None)


def key_of(one: Result) -> str:
    """What tells the results of one site apart."""
    return f"{one.held_on}|{one.college.value}"


class Results(RowInterpreter):
    """The results of the workplace of the list, as the rows so far leave them."""

    def __init__(self, session: ReachSession, context: ListContext) -> None:
        if context.workplace_id is None:
            raise LookupError("a result is of one workplace")
        self._place = context.workplace_id
        self._results = {key_of(one.result): one.result for one in session.scalars(of_site(self._place))}
        self._told: dict[tuple[str, ...], int] = {}

    def take(self, row: ElectionRow, pending: PendingValues) -> Meant:
        """Enter one row. Raises `Unfit` where an earlier row of the list says another number of the same thing."""
        if row.held_on is None:
            raise Unfit("held_on", "day_missing")
        blank = Result(row.held_on, College(row.college))
        key = key_of(blank)
        known = self._results.get(key)
        name = "" if row.union_list == NO_UNION else row.union_list
        self._agree(row, key, name)
        before = known or blank
        result = _with_list(_told(before, row, OF_COLLEGE), name, row)
        changes = _changes(before, result, name)
        value = msgspec.json.encode(result)
        pending.enter(BOOK, self._place, key, value, msgspec.json.encode(known) if known else b"")
        self._results[key] = result
        told = (f"{row.held_on:%d/%m/%Y}", name or "–", _called(row) or row.employee_number)
        is_new = _people_of(result) > _people_of(before)
        candidate = _candidate(_list_of(before, name), row)
        number = candidate.employee_number if candidate else ""
        return Meant(", ".join(one for one in told if one), changes, new=is_new, number=number)

    def _agree(self, row: ElectionRow, key: str, name: str) -> None:
        said: dict[tuple[str, ...], int | None] = {(key, field): getattr(row, field) for field in OF_COLLEGE}
        said |= {(key, fold(name), field): getattr(row, field) for field in OF_LIST}
        told = {place: value for place, value in said.items() if value is not None}
        for place, value in told.items():
            if self._told.get(place, value) != value:
                raise Unfit(place[-1], "contradicts_row", other=self._told[place])
        self._told |= told


def _told(content: Any, row: ElectionRow, fields: tuple[str, ...]) -> Any:
    """The numbers as a row says them; an empty cell leaves what is known."""
    return dataclasses.replace(content, **{one: getattr(row, one) for one in fields if getattr(row, one) is not None})


def _with_list(result: Result, name: str, row: ElectionRow) -> Result:
    known = _list_of(result, name)
    filled = _told(known or ListResult(name), row, OF_LIST)
    if _called(row) or row.employee_number:
        filled = _with_candidate(filled, row)
    if known is not None:
        return dataclasses.replace(result, lists=tuple(filled if one is known else one for one in result.lists))
    return dataclasses.replace(result, lists=(*result.lists, filled))


def _list_of(result: Result, name: str) -> ListResult | None:
    return next((one for one in result.lists if fold(one.name) == fold(name)), None)


def _called(row: ElectionRow) -> str:
    return f"{row.given_name} {row.family_name}".strip()


def _people_of(result: Result) -> int:
    """The lists and the candidates."""
    return sum(1 + len(one.candidates) for one in result.lists)


def _candidate(listed: ListResult | None, row: ElectionRow) -> Candidate | None:
    """The candidate of a row's number, else of its name, on this list; zeros in front tell two names apart."""
    number, candidates = row.employee_number, listed.candidates if listed else ()
    written = [one for one in candidates if number and one.employee_number == number]
    return next((one for one in [*written, *candidates] if _is(one, _called(row), number)), None)


def _with_candidate(listed: ListResult, row: ElectionRow) -> ListResult:
    name, number, known = _called(row), row.employee_number, _candidate(listed, row)
    told = Candidate(
        name or (known.name if known else ""),
        longer(known.employee_number, number) if known else number,
        Seat(row.seat_kind) if row.seat_kind else known.seat if known else None,
        row.elected if row.elected is not None else known.elected if known else None,
    )
    others = [told if one is known else one for one in listed.candidates]
    return dataclasses.replace(listed, candidates=tuple(others if known else [*others, told]))


def _is(one: Candidate, name: str, number: str) -> bool:
    named = bool(name) and fold(one.name) == fold(name)
    if number and one.employee_number and one.employee_number != number:
        lacking = not (name and one.name)
        return (named or lacking) and without_zeros(one.employee_number) == without_zeros(number)
    return named or bool(number and one.employee_number)


def _changes(before: Result, after: Result, name: str) -> tuple[Changed, ...]:
    was, now = (_list_of(result, name) for result in (before, after))
    pairs: list[tuple[str, Any, Any]] = [] if was else [("college", None, after.college.value)]
    pairs += [(field, getattr(before, field), getattr(after, field)) for field in OF_COLLEGE]
    pairs += [(field, getattr(was, field, None), getattr(now, field, None)) for field in OF_LIST]
    return tuple(Changed(field, "" if old is None else str(old), str(new)) for field, old, new in pairs if old != new)


KIND = Kind(ListOf.ELECTIONS, ELECTIONS, Results, one_place=True, verb=May.IMPORT_MEMBERS)
