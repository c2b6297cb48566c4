"""What a list of facts wrote, entry by entry: from its value before and its value after, it is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import select

from union.imports.records.outcomes import GONE, USED, Held, Outlook
from union.imports.records.undo_log import Entry
from union.store.among import chunks
from union.store.reach import ReachSession

Seen = Mapping[tuple[str, UUID, str], bytes]  # values that others will have by then


class Book(Protocol):
    """The values of one kind: read, put, and called by a name that people know."""

    def ready(self, session: ReachSession, subjects: set[UUID]) -> None:
        """Load at once what will be read and put: one by one, a list of thousands is thousands of questions."""

    def read(self, session: ReachSession, subject: UUID, key: str) -> bytes | None:
        """The value now; empty where there is none, None where its subject is gone or out of reach."""

    def put(self, session: ReachSession, by: UUID | None, entry: Entry) -> bool:
        """Put `entry.after` in the place of `entry.before`. False where a row out of reach needs what would go."""

    def is_used(self, session: ReachSession, entry: Entry, seen: Seen) -> bool:
        """Whether something needs what `entry` would take away, but for what goes before it by `seen`."""

    def named(self, session: ReachSession, entry: Entry) -> str:
        """What the entry is about."""


Books = Mapping[str, Book]  # by the name that its entries bear, see `kinds.registry.BOOKS`


def write(session: ReachSession, books: Books, by: UUID | None, entries: Iterable[Entry]) -> None:
    """Put what a list says, in its order: it adds and changes, and takes nothing away."""
    listed = tuple(entries)
    _ready(session, books, listed)
    for one in listed:
        books[one.book].put(session, by, one)


def _ready(session: ReachSession, books: Books, entries: tuple[Entry, ...]) -> None:
    subjects: dict[str, set[UUID]] = {}
    for one in entries:
        subjects.setdefault(one.book, set()).add(one.subject)
    for book, touched in subjects.items():
        books[book].ready(session, touched)


def hold(session: ReachSession, kind: type[Any], ids: set[UUID]) -> None:
    """Load these rows of one kind and keep them: a session forgets what nobody holds, and would ask again."""
    asked = (select(kind).where(kind.id.in_(some)) for some in chunks(sorted(ids)))
    session.info[kind] = [row for one in asked for row in session.scalars(one)]


def look(session: ReachSession, books: Books, batches: Iterable[tuple[Entry, ...]]) -> Outlook:
    """What `take_back` would do with these batches, in their order; nothing is written."""
    seen: dict[tuple[str, UUID, str], bytes] = {}
    whole = Outlook()
    for entries in batches:
        _ready(session, books, entries)
        for one in _turned(entries):
            now = seen[one.place] if one.place in seen else books[one.book].read(session, one.subject, one.key)
            told, goes = _judged(session, books[one.book], one, now, seen)
            if goes:
                seen[one.place] = one.after
            whole += told
    return whole


def take_back(session: ReachSession, books: Books, entries: tuple[Entry, ...], by: UUID | None) -> Outlook:
    """Put each value back to what it was before; what others changed since stays."""
    whole = Outlook()
    _ready(session, books, entries)
    for one in _turned(entries):
        told, goes = _judged(session, books[one.book], one, books[one.book].read(session, one.subject, one.key), {})
        if goes and not books[one.book].put(session, by, one):
            told = _held(session, books[one.book], one, USED)
        whole += told
    return whole


def _turned(entries: tuple[Entry, ...]) -> Iterable[Entry]:
    """The last written first: a site goes before its employer."""
    return (one.turned for one in reversed(entries))


def _judged(session: ReachSession, book: Book, one: Entry, now: bytes | None, seen: Seen) -> tuple[Outlook, bool]:
    """What becomes of an entry whose value is this now, and whether it becomes what it is to be."""
    if now == one.after:
        return Outlook(), False
    if now != one.before:
        return _held(session, book, one, GONE if now is None else USED), False
    if not one.after and book.is_used(session, one, seen):
        return _held(session, book, one, USED), False
    return Outlook(restored=1) if one.before and one.after else Outlook(people=1), True


def _held(session: ReachSession, book: Book, one: Entry, why: str) -> Outlook:
    return Outlook(held=(Held(one.subject, book.named(session, one), (why,)),))
