"""New rows on their way: each person's id, and the order in which they are written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from struct import Struct
from typing import NamedTuple
from uuid import UUID

import msgspec

from union.tables.kinds.roster import RosterRow
from union.vault import ring

NEAR = 3  # bytes of an id: so many decide its page among millions
HEAD = Struct(">16sBI")  # a person's id, how many tokens, how many bytes follow


def people_ids(import_id: UUID) -> Callable[[int], bytes]:
    """The id of the person of each row: the same when an interrupted import goes on, and telling nobody anything."""
    drawn = ring.drawing("import.row", import_id.bytes)
    return lambda row: as_id(drawn(row.to_bytes(4, "big")))


def as_id(drawn: bytes) -> bytes:
    """An id of version 4, as all of ours, from bytes that look drawn."""
    return b"%b%c%b%c%b" % (drawn[:6], drawn[6] & 0x0F | 0x40, drawn[7:8], drawn[8] & 0x3F | 0x80, drawn[9:16])


def beside(member: bytes) -> bytes:
    """A new id that lies near a person's own, so that a batch touches few pages of the indexes.

    It tells no more than the person's id, which stands in the same row.
    """
    return as_id(member[:NEAR] + os.urandom(16 - NEAR))


def token_ids(import_id: UUID) -> Callable[[bytes], bytes]:
    """New ids for the tokens of a list's people: they lie together, however many tokens there are elsewhere.

    Nobody ever sees the id of a token; to whoever has the tables, the order of the rows tells as much. Within a list
    they lie as the people do, as in `beside`.
    """
    of_list = ring.drawing("import.tokens", import_id.bytes)(b"")[: NEAR - 1]
    return lambda member: as_id(of_list + member[:1] + os.urandom(16 - NEAR))


class PendingRow(NamedTuple):
    """A new row with the id of its person, and the tokens by which they are found, made when it was compared."""

    member: bytes
    row: RosterRow
    tokens: list[bytes]


class PendingRows:
    """New rows packed until they are written, by the order of their ids.

    A batch holds ids that lie side by side, so that it touches few pages of the indexes: in the order of the file each
    of 200 batches would touch all of them. And the order of the table does not tell that of the file.
    """

    def __init__(self, import_id: UUID) -> None:
        self._id_of = people_ids(import_id)
        # By the first byte of the id: each row as `HEAD`, tokens, row.
        self._shelves = [bytearray() for _ in range(256)]

    def add(self, row: RosterRow, tokens: list[bytes], done: frozenset[bytes]) -> bool:
        """Keep a row, unless its person is written already. Returns whether it waits now."""
        person = self._id_of(row.number)
        if person in done:
            return False
        kept = b"".join((*tokens, _packed(row)))
        self._shelves[person[0]] += HEAD.pack(person, len(tokens), len(kept)) + kept
        return True

    def batches(self, size: Callable[[int], int]) -> Iterator[list[PendingRow]]:
        """The rows with the ids of their people, as many as `size` says each time, which is told how many batches were
        before; what was given out waits no longer."""
        given: list[bytes] = []
        before = 0
        for at, shelf in enumerate(self._shelves):
            given += sorted(_parted(shelf))
            self._shelves[at] = bytearray()
            while len(given) >= (many := size(before)):
                yield _unpacked(given[:many])
                before += 1
                del given[:many]
        if given:
            yield _unpacked(given)


def _parted(shelf: bytearray) -> Iterator[bytes]:
    """Each row of a shelf, its id first."""
    at, whole = 0, bytes(shelf)
    while at < len(whole):
        end = at + HEAD.size + HEAD.unpack_from(whole, at)[2]
        yield whole[at:end]
        at = end


def _unpacked(waiting: list[bytes]) -> list[PendingRow]:
    return [_waits(one, *HEAD.unpack_from(one)) for one in waiting]


def _waits(one: bytes, member: bytes, tokens: int, _length: int) -> PendingRow:
    row = HEAD.size + tokens * ring.TOKEN
    borne = [one[at : at + ring.TOKEN] for at in range(HEAD.size, row, ring.TOKEN)]
    return PendingRow(member, _row(memoryview(one)[row:]), borne)


_packed = msgspec.msgpack.Encoder().encode
_row = msgspec.msgpack.Decoder(RosterRow).decode
