"""From the rows of a file and who is known to what would happen: pure, the same for the page, the command and the
job."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import UUID

import msgspec

from union.imports.matching.matcher import Borne, Known, Match, differ_in_zeros, shown_name
from union.imports.matching.merging import differing
from union.imports.matching.side_by_side import side_by_side
from union.imports.reading.sourcing import Source
from union.imports.records.outcomes import Beside, Changed, Choice, Outcome
from union.tables.cells.people import Problem
from union.tables.kinds.roster import RosterRow
from union.tables.kinds.twins import SAME_PERSON
from union.tables.table import Remark


class RowOutcome(msgspec.Struct, frozen=True, array_like=True):
    """What becomes of one row; `member_id` is the person whom it names, if they are known, and `by` says why."""

    row: int
    name: str
    outcome: Outcome
    member_id: UUID | None = None
    by: str = ""
    changes: tuple[Changed, ...] = ()
    known_as: str = ""  # the name of whom it could be, where a person decides
    beside: tuple[Beside, ...] = ()  # what the two say, where a person decides


class Update(msgspec.Struct, frozen=True, array_like=True):
    """A row that says something else of somebody known."""

    row: RosterRow
    member_id: UUID


@dataclass(frozen=True, slots=True)
class Sorted:
    """Some rows with their outcome, the problems that only who is known shows, and what is to be written."""

    borne: Mapping[int, Borne] = field(default_factory=dict)  # of the sound rows of people, by their number
    lines: list[RowOutcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    new: list[RosterRow] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)  # what only who is known shows, and refuses nothing


def _taken(row: RosterRow, source: Source) -> Problem:
    number, at = row.employee_number or "", _numbers_at(source.mapping)
    return Problem(
        row.number, at, "number_known", number, {"shown": number, "header": source.headers[at] or str(at + 1)}
    )


def _numbers_at(mapping: Mapping[int, str | None]) -> int:
    """The column of the employee numbers, in a list that has one."""
    return next(at for at, field in mapping.items() if field == "employee_number")


def of_zeros(row: Any, known: str | None, mapping: Mapping[int, str | None]) -> list[Remark]:
    """What is said where a list and the register write one employee number with more or fewer zeros in front."""
    if not differ_in_zeros(row, known):
        return []
    both = {"shown": row.employee_number, "known": known}
    return [Remark("zeros_lost", both, row.number, _numbers_at(mapping))]


class Claimed:
    """Ids laid end to end by their first bits, some dozens of a hundred thousand together: 2 MB, where a set takes
    10."""

    def __init__(self) -> None:
        self._shelves = [bytearray() for _ in range(1 << 12)]

    def add(self, one: bytes) -> bool:
        """Whether it was not there before."""
        shelf = self._shelves[one[0] << 4 | one[1] >> 4]
        at = shelf.find(one)
        while at % 16 and at > 0:  # over the seam of two others
            at = shelf.find(one, at + 1)
        if at < 0:
            shelf += one
        return at < 0


class Sorting:
    """Gives each row its outcome, piece after piece; whom a row before has changed already, no other row changes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._claimed = Claimed()
        self._problems = groupby(source.problems, key=lambda one: one.row)
        self._next = next(self._problems, None)

    def piece(self, rows: Iterable[RosterRow], known: Known) -> Sorted:
        """These rows, which come after those before."""
        done = Sorted(known.borne)
        for row in rows:
            if row.ok:
                found = self._by_hand(row, known) or known.match(row)
                self._place(row, found, known, done)
            elif row.number in self.source.without:
                done.lines.append(RowOutcome(row.number, shown_name(row), Outcome.SKIPPED, by=Choice.SKIP.value))
            else:
                outcome = Outcome.TWICE if self._code(row.number) in SAME_PERSON else Outcome.REFUSED
                done.lines.append(RowOutcome(row.number, shown_name(row), outcome))
        return done

    def _code(self, number: int) -> str:
        """The first problem of a row."""
        while self._next is not None and self._next[0] < number:
            self._next = next(self._problems, None)
        if self._next is None or self._next[0] != number:
            return ""
        code = next(self._next[1]).code
        self._next = next(self._problems, None)
        return code

    def _by_hand(self, row: RosterRow, known: Known) -> Match | None:
        decision = self.source.decisions.get(row.number)
        if decision is None:
            return None
        found = Match(decision.member_id, decision.choice.value)
        if decision.choice is not Choice.SAME:
            return found
        return known.guarded(found) if decision.member_id in known.people else None  # gone since: the row is not

    def _place(self, row: RosterRow, found: Match | None, known: Known, done: Sorted) -> None:
        """One sound row. A number that belongs to somebody else of the workplace is a problem of its row."""
        if found is None:
            done.new.append(row)
            done.lines.append(RowOutcome(row.number, shown_name(row), Outcome.NEW))
            return
        outcome = WHERE_TO.get(found.by, Outcome.UPDATED)
        changes: tuple[Changed, ...] = ()
        name = ""
        person = known.people.get(found.member_id)
        if outcome in COMPARED or found.by in BY_HAND:
            name, changes = differing(row, self.source.context, person)
        if found.by != Choice.DIFFERENT.value:
            done.remarks.extend(of_zeros(row, person.number if person else None, self.source.mapping))
        if outcome is Outcome.UPDATED:
            outcome = self._claim(found.member_id, changed=bool(changes))
        elif outcome is Outcome.DECIDE and not changes:
            outcome = Outcome.UNCHANGED
        if outcome is Outcome.NEW:
            done.new.append(row)
        elif outcome is Outcome.UPDATED:
            done.updates.append(Update(row, found.member_id))
        elif found.by == "taken":
            done.problems.append(_taken(row, self.source))
        elif found.by == "damaged":
            done.problems.append(Problem(row.number, None, "file_damaged", "", {"name": shown_name(row)}))
        by_hand = outcome is Outcome.DECIDE or found.by in BY_HAND
        beside = side_by_side(row, self.source.context, person) if by_hand else ()
        whom = (found.member_id, found.by, changes, name, beside)
        done.lines.append(RowOutcome(row.number, shown_name(row), outcome, *whom))

    def _claim(self, member_id: UUID, *, changed: bool) -> Outcome:
        """Two rows of one file would change one person by turns: the first counts."""
        if not self._claimed.add(member_id.bytes):
            return Outcome.TWICE
        return Outcome.UPDATED if changed else Outcome.UNCHANGED


WHERE_TO = {
    Choice.DIFFERENT.value: Outcome.NEW,
    Choice.SKIP.value: Outcome.SKIPPED,
    "taken": Outcome.REFUSED,
    "zeros": Outcome.DECIDE,
    "damaged": Outcome.REFUSED,
    "name": Outcome.DECIDE,
    "birth": Outcome.DECIDE,
    "near": Outcome.DECIDE,
}
COMPARED = frozenset((Outcome.UPDATED, Outcome.DECIDE))
BY_HAND = frozenset(one.value for one in Choice)
