"""The rows as a preview shows them, sealed in pieces: a page of 100,000 opens the piece that it shows and no other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from heapq import merge
from operator import attrgetter
from typing import Any
from uuid import UUID

import msgspec

from union.imports.preview.looking import Found, look
from union.imports.preview.planning import RowOutcome, Sorted
from union.imports.reading.sourcing import Source
from union.imports.records.outcomes import Absent, Outcome, StoredMessage, stored_problem
from union.store.files import Sheaf, Vaulted
from union.store.reach import ReachSession
from union.tables.cells.people import Problem
from union.tables.kinds.roster import PROBLEMS, RosterRow, in_order
from union.tables.packed import Packed

PIECE = 200  # lines
TOGETHER = 500  # rows that are looked at together: one question to the database for all of them
ROWS = "rows"  # the sound rows themselves: what was shown is what is written
KINDS: dict[str, Any] = {"problems": StoredMessage, "missing": Absent}
NUMBER = attrgetter("number")
Index = dict[str, list[tuple[int, int]]]  # by group the numbers of its pieces, each with how many lines it holds
_index = msgspec.msgpack.Decoder(Index)


class _Groups:
    """Lines on their way into a file, by the group under which they are shown."""

    def __init__(self, sheaf: Sheaf) -> None:
        self._sheaf = sheaf
        self._open: dict[str, list[Any]] = defaultdict(list)
        self._index: Index = defaultdict(list)

    def add(self, group: str, line: Any) -> None:
        self._open[group].append(line)
        if len(self._open[group]) == PIECE:
            self._flush(group)

    def close(self) -> None:
        for group in list(self._open):
            if self._open[group]:
                self._flush(group)
        self._sheaf.add(msgspec.msgpack.encode(self._index))

    def _flush(self, group: str) -> None:
        lines = self._open.pop(group)
        self._index[group].append((self._sheaf.add(msgspec.msgpack.encode(lines)), len(lines)))


def keep(files: Vaulted, session: ReachSession, source: Source) -> tuple[UUID, Found, Packed[Problem]]:
    """Look at a list and seal what would happen. Returns the file's id, the counts, every problem in order."""
    found = Found()
    file_id, problems = seal(files, look(session, source, found), found, source.problems, source.decisions)
    return file_id, found, problems


def seal(
    files: Vaulted, looked: Iterable[Sorted], found: Found, known: Iterable[Problem], decided: Container[int] = ()
) -> tuple[UUID, Packed[Problem]]:
    """Seal what was looked at; `known` are the problems of the reading, `decided` the rows that a person decided of."""
    shown = Packed(PROBLEMS)
    with files.writing() as sheaf:
        groups = _Groups(sheaf)
        for done in looked:
            _add(groups, done, decided)
            shown.extend(done.problems)
        problems = Packed(PROBLEMS, merge(known, shown, key=in_order))
        for one in problems:
            groups.add("problems", stored_problem(one))
        for absent in found.missing:
            groups.add("missing", absent)
        groups.close()
    return sheaf.file_id, problems


def _add(groups: _Groups, done: Sorted, decided: Container[int]) -> None:
    """The rows by their outcome; those to decide with those that were decided, so that it can be taken back."""
    for line in done.lines:
        groups.add(line.outcome.value, line)
        if line.row in decided and line.outcome is not Outcome.DECIDE:
            groups.add(Outcome.DECIDE.value, line)
    rows = [*done.new, *(update.row for update in done.updates)]
    for row in sorted(rows, key=NUMBER) if done.updates else rows:
        groups.add(ROWS, row)


class Preview:
    """A kept preview. Raises `FileNotFoundError` where it was removed."""

    def __init__(self, files: Vaulted, file_id: UUID, row: type[Any] = RosterRow) -> None:
        self._files, self._id, self._row = files, file_id, row
        self._index = _index.decode(files.piece(file_id, -1))

    def count(self, group: str) -> int:
        """How many lines a group has."""
        return sum(size for _, size in self._index.get(group, ()))

    def lines(self, group: str, offset: int, limit: int) -> list[Any]:
        """Some lines of a group: only the pieces that hold them are opened."""
        found: list[Any] = []
        begin = 0
        for number, size in self._index.get(group, ()):
            if begin < offset + limit and begin + size > offset:
                lines = self._piece(group, number)
                found += lines[max(0, offset - begin) : offset + limit - begin]
            begin += size
        return found

    def rows(self, lines: Sequence[RowOutcome]) -> dict[int, Any]:
        """The rows of some lines that say something new, by their numbers: found by halving, for all are in order."""
        pieces = self._index.get(ROWS, ())
        if not lines or not pieces:
            return {}
        wanted = {line.row for line in lines}
        at = bisect_left(pieces, min(wanted), key=lambda piece: int(self._piece(ROWS, piece[0])[-1].number))
        found: dict[int, Any] = {}
        for number, _ in pieces[at:]:
            rows = self._piece(ROWS, number)
            found |= {row.number: row for row in rows if row.number in wanted}
            if rows[-1].number >= max(wanted):
                break
        return found

    def pieces(self) -> Iterator[list[Any]]:
        """The sound rows that say something new, in the order of the list, some pieces at a time."""
        rows: list[Any] = []
        for number, _ in self._index.get(ROWS, ()):
            rows += self._piece(ROWS, number)
            if len(rows) >= TOGETHER:
                yield rows
                rows = []
        if rows:
            yield rows

    def _piece(self, group: str, number: int) -> list[Any]:
        line: Any = self._row if group == ROWS else KINDS.get(group, RowOutcome)
        kind: Any = list[line]
        lines: list[Any] = msgspec.msgpack.decode(self._files.piece(self._id, number), type=kind)
        return lines
