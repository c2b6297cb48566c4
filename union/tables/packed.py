"""Rows kept packed: a hundred thousand as some hundred pieces of bytes, of which one is open at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

import msgspec

Item = TypeVar("Item")
Piece = bytes | memoryview  # msgspec decodes both
PIECE = 500  # rows: 100,000 of nine short cells take 10 MB so, where 100,000 objects take 70


class Code(Generic[Item]):
    """How a list of rows of one kind becomes bytes, and rows again."""

    def __init__(self, kind: type[Item], opened: Callable[[int, memoryview], Any] | None = None) -> None:
        """`opened` brings back what was kept under a code of its own, for it has no form in a piece."""
        listed: Any = list[kind]  # type: ignore[valid-type]  # mypy reads no variable as a type
        self._decoder: Any = msgspec.msgpack.Decoder(listed, ext_hook=opened)

    def encode(self, rows: Sequence[Item]) -> bytes:
        return msgspec.msgpack.encode(rows)

    def decode(self, piece: Piece) -> list[Item]:
        found: list[Item] = self._decoder.decode(piece)
        return found


class Packed(Sequence[Item]):
    """A list that grows at its end and is read from its start; the newest rows are not packed yet."""

    def __init__(self, code: Code[Item], items: Iterable[Item] = ()) -> None:
        self._code = code
        self._pieces: list[Piece] = []
        self._open: list[Item] = []
        self.extend(items)

    def append(self, item: Item) -> None:
        self._open.append(item)
        if len(self._open) == PIECE:
            self._pieces.append(self._code.encode(self._open))
            self._open = []

    def extend(self, items: Iterable[Item]) -> None:
        for item in items:
            self.append(item)

    def pieces(self) -> Iterator[list[Item]]:
        """The rows, so many at a time."""
        for piece in self._pieces:
            yield self._code.decode(piece)
        if self._open:
            yield list(self._open)

    def whole(self) -> list[Piece]:
        """All rows as they are kept, to be handed to another process; `taken` makes them a list again."""
        return [*self._pieces, *([self._code.encode(self._open)] if self._open else [])]

    @classmethod
    def taken(cls, code: Code[Item], pieces: list[Piece]) -> "Packed[Item]":
        """What `whole` gave. Only the last piece is opened, where it is not full."""
        found = cls(code)
        found._pieces = pieces
        if pieces and len(last := code.decode(pieces[-1])) < PIECE:
            found._pieces, found._open = pieces[:-1], last
        return found

    def __iter__(self) -> Iterator[Item]:
        for piece in self.pieces():
            yield from piece

    def __len__(self) -> int:
        return len(self._pieces) * PIECE + len(self._open)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> list[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | list[Item]:
        if isinstance(at, slice):
            wanted = range(len(self))[at]
            if not wanted:
                return []
            first = min(wanted) // PIECE
            rows = [row for number in range(first, max(wanted) // PIECE + 1) for row in self._piece(number)]
            return [rows[place - first * PIECE] for place in wanted]
        place = range(len(self))[at]
        return self._piece(place // PIECE)[place % PIECE]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # it grows

    def _piece(self, number: int) -> list[Item]:
        return self._code.decode(self._pieces[number]) if number < len(self._pieces) else self._open
