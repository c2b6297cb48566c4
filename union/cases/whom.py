"""Whom cases are about, kept in memory to be searched by name, telephone or number: what is sealed no database can be
asked.

Which rows a session may see is asked of the database at every search; a row is opened once for each of its versions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from union.store.reach import ReachSession
from union.tables.cells.names import Query, search_key
from union.tables.cells.people import Unreadable
from union.tables.cells.phones import read_phone
from union.text import digits, without_zeros
from union.vault.envelope import DAMAGED, Envelope

TOGETHER = 500  # rows opened at once


class Whom(NamedTuple):
    """Somebody whom a row is about; `numbers` are telephones and employee numbers."""

    version: int
    name: str
    key: str
    numbers: frozenset[str]


class People:
    """The people of one kind of row. `told` takes what the envelope holds and gives the name and the numbers."""

    def __init__(self, kind: Any, envelope: Envelope[Any], told: Callable[[Any], tuple[str, tuple[str, ...]]]) -> None:
        self.kind, self.envelope, self.told = kind, envelope, told
        self.kept: dict[UUID, Whom] = {}

    def within(self, session: ReachSession, *where: ColumnElement[bool]) -> Iterator[tuple[UUID, Whom]]:
        """Everybody in reach of whom this is true."""
        kind, kept = self.kind, self.kept
        rows = session.execute(select(kind.id, kind.version).where(*where)).all()
        new = [id_ for id_, version in rows if (known := kept.get(id_)) is None or known.version != version]
        for start in range(0, len(new), TOGETHER):
            self._read(session, new[start : start + TOGETHER])
        if session.reach.everywhere and not where:  # whoever is gone is forgotten here too
            self.kept = {id_: kept[id_] for id_, _version in rows if id_ in kept}
        return ((id_, kept[id_]) for id_, _version in rows if id_ in kept)

    def _read(self, session: ReachSession, ids: list[UUID]) -> None:
        column = getattr(self.kind, self.envelope.column)
        table = self.kind.__table__.name
        for id_, version, stored in session.execute(
            select(self.kind.id, self.kind.version, column).where(self.kind.id.in_(ids))
        ):
            try:
                name, numbers = self.told(self.envelope.open(table, id_, stored))
            except DAMAGED:  # every list tells of it; a search goes on without it
                name, numbers = "", ()
            self.kept[id_] = Whom(version, name, search_key(name), frozenset(_plain(one) for one in numbers if one))

    def found(self, session: ReachSession, query: str) -> list[tuple[UUID, Whom]]:
        """Who answers to what was typed: a name in whatever script or spelling, or a whole number."""
        numbers = as_numbers(query)
        named = Query(query).finds if any(sign.isalpha() for sign in query) else None
        return [
            (id_, one)
            for id_, one in self.within(session)
            if (one.name and named is not None and named(one.key)) or not numbers.isdisjoint(one.numbers)
        ]


def as_numbers(query: str) -> frozenset[str]:
    """What was typed as the numbers that it may stand for; nothing where no digit is in it."""
    plain = _plain(query)
    if not any(sign.isdigit() for sign in plain):
        return frozenset()
    try:
        return frozenset({plain, read_phone(digits(query).strip()).number})
    except Unreadable:
        return frozenset({plain})


def _plain(number: str) -> str:
    return without_zeros(digits(number).strip().casefold())
