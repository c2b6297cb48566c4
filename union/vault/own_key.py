"""A key of one thing alone, wrapped by the ring: once its wrapped bytes are removed, what it sealed opens no more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any, Protocol, TypeVar
from uuid import UUID

from cryptography.exceptions import InvalidTag

from union.vault import ring
from union.vault.envelope import DAMAGED, Envelope, encoded, place

Beside = TypeVar("Beside")
Content = TypeVar("Content")
SECRET = 32  # bytes of a fresh key


class KeyHolder(Protocol):
    """The row that keeps the wrapped key."""

    id: Any
    __tablename__: Any
    wrapped: Any


def wrap_new(purpose: str, table: str, row: UUID) -> bytes:
    """The wrapped bytes of a fresh key for one row, sealed under a purpose of the ring and bound to that row."""
    return ring.current().seal(purpose, place(table, "wrapped", row), os.urandom(SECRET))


def of(purpose: str, holder: KeyHolder | None) -> ring.Key:
    """The key that a row keeps. Raises `InvalidTag` where it is not there, or does not open."""
    if holder is None:
        raise InvalidTag
    return _unwrapped(ring.current().root, purpose, place(holder.__tablename__, "wrapped", holder.id), holder.wrapped)


@lru_cache(maxsize=256)
def _unwrapped(_root: bytes, purpose: str, at: bytes, wrapped: bytes) -> ring.Key:
    return ring.Key(0, purpose, ring.current().open(purpose, at, wrapped))


class OwnKeyEnvelope(Envelope[Content]):
    """An envelope whose key is its row's own: `keyed_by` names the attribute that leads to the row of the key."""

    def __init__(self, content: type[Content], purpose: str, *, keyed_by: str = "key", **options: Any) -> None:
        super().__init__(content, purpose, **options)
        self.keyed_by = keyed_by

    def open_of(self, row: Any, stored: bytes) -> Content:
        key = of(self.purpose, getattr(row, self.keyed_by))
        return self.decode(key.open(place(row.__tablename__, self.column, row.id), stored))

    def seal_of(self, row: Any, content: Content) -> bytes:
        key = of(self.purpose, getattr(row, self.keyed_by))
        return key.seal(place(row.__tablename__, self.column, row.id), encoded(content))

    def open(self, table: str, row: UUID, stored: bytes) -> Content:
        """Raises `TypeError`: an id alone leads to no key, and the ring's own would open nothing of it."""
        raise TypeError("An envelope under a key of its row is opened by its row, or by `each`")

    def seal(self, table: str, row: UUID, content: Content) -> bytes:
        """Raises `TypeError`, as `open`: what the ring sealed would outlive the key."""
        raise TypeError("An envelope under a key of its row is sealed by its row")

    def each(
        self, table: str, key: ring.Key, rows: Iterable[tuple[bytes, Beside, bytes]]
    ) -> Iterator[tuple[Beside, Content]]:
        """The contents of many rows under one key: an id as its bytes, anything beside it, and what is stored. What
        does not open is left out."""
        before = place(table, self.column, UUID(int=0))[: -len(UUID(int=0).bytes)]
        for row, beside, stored in rows:
            with suppress(*DAMAGED):
                yield beside, self.decode(key.open(before + row, stored))
