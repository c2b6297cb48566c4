"""The rows as a preview shows them, sealed in pieces: a page of 100,000 opens the piece that it shows and no other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Any
from uuid import UUID

import msgspec

from union.files import Sheaf, Vaulted
from union.imports.looking import Found, look
from union.imports.models import Outcome, Said
from union.imports.planning import Absent, Line, Sorted, Source
from union.imports.understanding import problem_said
from union.reach import ReachSession
from union.sheets.cells import Problem
from union.sheets.packed import Packed
from union.sheets.roster import PROBLEMS, RosterRow, in_order

PIECE = 200  # lines
ROWS = "rows"  # the sound rows themselves: what was shown is what is written
KINDS: dict[str, Any] = {"problems": Said, "missing": Absent, ROWS: RosterRow}
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
    found, shown = Found(), Packed(PROBLEMS)
    with files.writing() as sheaf:
        groups = _Groups(sheaf)
        for done in look(session, source, found):
            _add(groups, done, source)
            shown.extend(done.problems)
        problems = Packed(PROBLEMS, merge(source.problems, shown, key=in_order))
        for one in problems:
            groups.add("problems", problem_said(one))
        for absent in found.missing:
            groups.add("missing", absent)
        groups.close()
    return sheaf.file_id, found, problems


def _add(groups: _Groups, done: Sorted, source: Source) -> None:
    """The rows by their outcome; those to decide with those that were decided, so that it can be taken back."""
    for line in done.lines:
        groups.add(line.outcome.value, line)
        if line.row in source.decisions and line.outcome is not Outcome.DECIDE:
            groups.add(Outcome.DECIDE.value, line)
    for row in done.new:
        groups.add(ROWS, row)
    for update in done.updates:
        groups.add(ROWS, update.row)


class Preview:
    """A kept preview. Raises `FileNotFoundError` where it was removed."""

    def __init__(self, files: Vaulted, file_id: UUID) -> None:
        self._files, self._id = files, file_id
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

    def pieces(self) -> Iterator[list[RosterRow]]:
        """The sound rows that say something new, in the order of the list."""
        return (self._piece(ROWS, number) for number, _ in self._index.get(ROWS, ()))

    def _piece(self, group: str, number: int) -> list[Any]:
        kind: Iterable[Any] = list[KINDS.get(group, Line)]  # type: ignore[misc]  # mypy reads no variable as a type
        lines: list[Any] = msgspec.msgpack.decode(self._files.piece(self._id, number), type=kind)
        return lines
