"""New rows on their way: each person's id, and the order in which they are written."""

from __future__ import annotations

import hmac
import os
from collections.abc import Callable, Iterator
from uuid import UUID

import msgspec

from union.sheets.roster import RosterRow
from union.vault import ring

NEAR = 3  # bytes of an id: so many decide its page among millions
LENGTH = 4  # bytes


def people_ids(import_id: UUID) -> Callable[[int], bytes]:
    """The id of the person of each row: the same when an interrupted import goes on, and telling nobody anything."""
    begun = hmac.new(ring.current().token_key("import.row"), import_id.bytes, "sha256")

    def of(row: int) -> bytes:
        one = begun.copy()
        one.update(row.to_bytes(4, "big"))
        return as_id(one.digest())

    return of


def as_id(drawn: bytes) -> bytes:
    """An id of version 4, as all of ours, from bytes that look drawn."""
    return b"%b%c%b%c%b" % (drawn[:6], drawn[6] & 0x0F | 0x40, drawn[7:8], drawn[8] & 0x3F | 0x80, drawn[9:16])


def beside(member: bytes) -> bytes:
    """A new id that lies near a person's own, so that a batch touches few pages of the indexes.

    It tells no more than the person's id, which stands in the same row.
    """
    return as_id(member[:NEAR] + os.urandom(16 - NEAR))


class Waiting:
    """New rows packed until they are written, by the order of their ids.

    A batch holds ids that lie side by side, so that it touches few pages of the indexes: in the order of the file each
    of 200 batches would touch all of them. And the order of the table does not tell that of the file.
    """

    def __init__(self, import_id: UUID) -> None:
        self._id_of = people_ids(import_id)
        self._shelves = [bytearray() for _ in range(256)]  # by the first byte of the id: each row as id, length, row

    def add(self, row: RosterRow, done: frozenset[bytes]) -> bool:
        """Keep a row, unless its person is written already. Returns whether it waits now."""
        person = self._id_of(row.number)
        if person in done:
            return False
        packed = msgspec.msgpack.encode(row)
        self._shelves[person[0]] += person + len(packed).to_bytes(LENGTH, "big") + packed
        return True

    def batches(self, size: int) -> Iterator[list[tuple[UUID, RosterRow]]]:
        """The rows with the ids of their people, so many at a time; what was given out waits no longer."""
        given: list[bytes] = []
        for at, shelf in enumerate(self._shelves):
            given += sorted(_parted(shelf))
            self._shelves[at] = bytearray()
            while len(given) >= size:
                yield _unpacked(given[:size])
                del given[:size]
        if given:
            yield _unpacked(given)


def _parted(shelf: bytearray) -> Iterator[bytes]:
    """Each row of a shelf with its id before it."""
    at = 0
    while at < len(shelf):
        begin = at + 16 + LENGTH
        end = begin + int.from_bytes(shelf[at + 16 : begin], "big")
        yield bytes(shelf[at : at + 16] + shelf[begin:end])
        at = end


_row = msgspec.msgpack.Decoder(RosterRow)


def _unpacked(waiting: list[bytes]) -> list[tuple[UUID, RosterRow]]:
    return [(UUID(bytes=one[:16]), _row.decode(one[16:])) for one in waiting]
