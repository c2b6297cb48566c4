"""Envelopes: a frozen dataclass kept sealed in one column, bound to its table, its field and its row."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, Protocol, Self, TypeVar, overload
from uuid import UUID

import msgspec
import structlog
from cryptography.exceptions import InvalidTag
from sqlalchemy import LargeBinary
from sqlalchemy.orm import MappedColumn, mapped_column

from union.vault import ring

log = structlog.get_logger()

# What opening a damaged, moved or foreign envelope raises: a list goes on without that row, and says so.
DAMAGED = (InvalidTag, msgspec.MsgspecError)
Content = TypeVar("Content")


class Row(Protocol):
    """What an envelope needs of its row: it has its id before anything else."""

    id: Any
    __tablename__: Any


def sealed(*, nullable: bool = False) -> MappedColumn[bytes]:
    """The column under an envelope."""
    return mapped_column(LargeBinary, nullable=nullable, info={"holds": "envelope"})


def token_column(*, nullable: bool = False, unique: bool = False, index: bool = True) -> MappedColumn[bytes]:
    """A column of keyed exact tokens; `index=False` where the table has one of its own that begins with it."""
    return mapped_column(
        LargeBinary(ring.TOKEN), index=index, nullable=nullable, unique=unique, info={"holds": "token"}
    )


def plain(why: str, *arguments: Any, **options: Any) -> MappedColumn[Any]:
    """A column in clear, with the reason for which it may be."""
    return mapped_column(*arguments, info={"holds": "plain", "why": why}, **options)


def place(table: str, field: str, row: UUID) -> bytes:
    """Where an envelope belongs: it opens nowhere else."""
    return _field(table, field) + row.bytes


@lru_cache(maxsize=1024)
def _field(table: str, field: str) -> bytes:
    """What the places of all rows of a field begin with."""
    parts = (table.encode(), field.encode())
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts) + _ID


_ID = (16).to_bytes(2, "big")  # how long the id is that ends a place
encoded = msgspec.json.encode  # of a content: what an envelope holds


def tell(row: Row) -> None:
    """Whoever runs the server learns which row to look for in the backup: an id says nothing by itself."""
    log.error("row_does_not_open", table=row.__tablename__, id=str(row.id))


def opens(row: Row, *envelopes: str) -> bool:
    """Whether these envelopes of a row can be read; one that cannot is told."""
    for name in envelopes:
        try:
            whole(row, name)
        except DAMAGED:
            tell(row)
            return False
    return True


def whole(row: Row, envelope: str) -> Any:
    """The content itself, and nothing instead of it. Raises what `DAMAGED` names."""
    found: Envelope[Any] = getattr(type(row), envelope)
    found.refuse_damaged(row)
    return getattr(row, envelope)


class Envelope(Generic[Content]):
    """`identity = Envelope(Identity, "member.identity")` beside `identity_sealed: Mapped[bytes] = sealed()`.

    The content is a frozen dataclass: replace it whole. Opened once per stored value, whatever the session does.
    Two classes of one table may keep different contents in one column: name it by `column`. `instead` is what stands
    for a content that does not open, where it only says what something is called: one damaged name must not close every
    page that shows it. It is never written back, and `whole` asks for the content itself.
    """

    def __init__(
        self,
        content: type[Content],
        purpose: str,
        *,
        column: str | None = None,
        instead: Callable[[], Content] | None = None,
    ) -> None:
        self.content = content
        self.purpose = purpose
        self.given_column = column
        self.instead = instead
        self.decode: Callable[[bytes], Content] = msgspec.json.Decoder(content).decode
        if purpose not in ring.PURPOSES:
            raise ValueError(f"{purpose} is no purpose of the key ring.")

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.column = self.given_column or f"{name}_sealed"
        self.opened = f"_{name}_opened"

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: Row, owner: type) -> Content: ...
    def __get__(self, row: Row | None, owner: type) -> Self | Content:
        if row is None:
            return self
        try:
            return self._opened(row, getattr(row, self.column))
        except DAMAGED:
            if self.instead is None:
                raise
            tell(row)
            return self.instead()

    def _opened(self, row: Row, stored: bytes) -> Content:
        opened: tuple[bytes, Content] | None = row.__dict__.get(self.opened)
        if opened is None or opened[0] is not stored:
            opened = row.__dict__[self.opened] = stored, self.open_of(row, stored)
        return opened[1]

    def open_of(self, row: Row, stored: bytes) -> Content:
        """The content of what stands in a mapped row."""
        return self.open(row.__tablename__, row.id, stored)

    def seal_of(self, row: Row, content: Content) -> bytes:
        """The bytes of a content for a mapped row."""
        return self.seal(row.__tablename__, row.id, content)

    def shown(self, table: str, row: UUID, stored: bytes) -> Content:
        """As `open`, for lists of what somebody or something is called."""
        try:
            return self.open(table, row, stored)
        except DAMAGED:
            if self.instead is None:
                raise
            return self.instead()

    def __set__(self, row: Row, content: Content) -> None:
        """Raises what `DAMAGED` names where what stands there does not open: it is restored, and never written over."""
        self.refuse_damaged(row)
        stored = self.seal_of(row, content)
        setattr(row, self.column, stored)
        row.__dict__[self.opened] = stored, content

    def refuse_damaged(self, row: Row) -> None:
        """Raises what `DAMAGED` names where what is stored does not open."""
        before: bytes | None = getattr(row, self.column)
        if before is not None:
            self._opened(row, before)

    def seal(self, table: str, row: UUID, content: Content) -> bytes:
        """The bytes for one row, for bulk inserts; `__set__` does it for a mapped row."""
        return ring.current().seal(self.purpose, place(table, self.column, row), encoded(content))

    def sealer(self, table: str) -> Callable[[bytes, bytes], bytes]:
        """`seal` for the rows of one table by the thousand: takes a row's id as its bytes, and `encoded` content."""
        key = ring.current().sealing[self.purpose]
        before = place(table, self.column, UUID(int=0))[: -len(UUID(int=0).bytes)]
        return lambda row, content: key.seal(before + row, content)

    def opener(self, table: str) -> Callable[[bytes, bytes], Content]:
        """`open` for the rows of one table by the thousand: takes a row's id as its bytes."""
        unseal, before = ring.current().open, place(table, self.column, UUID(int=0))[: -len(UUID(int=0).bytes)]
        return lambda row, stored: self.decode(unseal(self.purpose, before + row, stored))

    def open(self, table: str, row: UUID, stored: bytes) -> Content:
        """The content of one row's bytes, for lists that read columns. Raises `InvalidTag` for anything moved or
        changed."""
        return self.decode(ring.current().open(self.purpose, place(table, self.column, row), stored))
