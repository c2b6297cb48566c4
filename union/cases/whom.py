"""Whom cases are about, kept in memory to be searched by name, telephone or number: what is sealed no database can be
asked.

Which rows a session may see is asked of the database at every search; a row is opened once for each of its versions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement

from union.cases.opened_once import OpenedOnce
from union.store.among import id_of
from union.store.reach import ReachSession
from union.tables.cells.names import Query, search_key
from union.tables.cells.people import Unreadable
from union.tables.cells.phones import read_phone
from union.text import digits, without_zeros
from union.vault.envelope import Envelope


class Whom(NamedTuple):
    """Somebody whom a row is about; `numbers` are telephones and employee numbers, `matter` what the row is about where
    lists are filtered by it."""

    name: str
    key: str
    numbers: frozenset[str]
    matter: Any = None


class People:
    """The people of one kind of row. `told` takes what the envelope holds and gives the name, the numbers and the
    matter."""

    def __init__(
        self, kind: Any, envelope: Envelope[Any], told: Callable[[Any], tuple[str, tuple[str, ...], Any]]
    ) -> None:
        self.told = told
        # Every list tells of a row that does not open; a search goes on without it.
        self.rows = OpenedOnce(kind, envelope, self._whom, Whom("", "", frozenset()))

    def _whom(self, content: Any) -> Whom:
        name, numbers, matter = self.told(content)
        return Whom(name, search_key(name), frozenset(_plain(one) for one in numbers if one), matter)

    def within(
        self, session: ReachSession, *where: ColumnElement[bool], order: Sequence[Any] = ()
    ) -> Iterator[tuple[bytes, Whom]]:
        """Everybody in reach of whom this is true, by the bytes of the row's id."""
        return ((id_of(row.given_id), whom) for row, whom in self.rows.within(session, *where, order=order))

    def found(self, session: ReachSession, query: str) -> list[tuple[bytes, Whom]]:
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
