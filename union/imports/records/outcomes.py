"""What becomes of the rows of a list, what is decided of them, and what an undo did; kept sealed with the list."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

import msgspec

from union.tables.cells.people import Problem
from union.tables.table import Remark


class ListOf(Enum):
    """What a list is of; the value is what the command line and the addresses call it."""

    MEMBERS = "members"
    WORKPLACES = "workplaces"
    HEADCOUNTS = "headcounts"
    DECLARED_DAYS = "declared-days"
    ELECTIONS = "elections"


class Outcome(Enum):
    """What becomes of one row."""

    NEW = "new"
    UPDATED = "updated"  # somebody within reach, of whom the list says something else
    UNCHANGED = "unchanged"  # somebody within reach, of whom the list says nothing else
    DECIDE = "decide"  # the same name and nothing else: a person decides
    SKIPPED = "skipped"  # left out by hand
    TWICE = "twice"  # another row of the same file
    REFUSED = "refused"


class Choice(Enum):
    """What a person decides of a row that bears somebody's name."""

    SAME = "same"
    DIFFERENT = "different"
    SKIP = "skip"


@dataclass(frozen=True)
class Decision:
    """What was decided of one row; `member_id` is whom it was compared with."""

    row: int
    choice: Choice
    member_id: UUID


MORE = "more"  # among the values of a remark: how many other rows have the same


@dataclass(frozen=True)
class StoredMessage:
    """A code of the reader's sentences with their values: said in the language of whoever reads it."""

    code: str
    values: dict[str, str]
    row: int | None = None
    column: int | None = None
    value_shown: str = ""


MOST_REMARKS = 60
ROWS_SAID = dict.fromkeys(("phone_two", "email_two", "set_aside"), 20)
"""How many rows are named where a cell held more than what was kept of it; of every other remark the first."""


def stored_remarks(remarks: Iterable[Remark]) -> tuple[StoredMessage, ...]:
    """Each kind of remark at its first place, with how many more there are; what sets something aside, row by row."""
    found: dict[tuple[str, int | None, int], StoredMessage] = {}
    times: Counter[tuple[str, int | None]] = Counter()
    more: Counter[tuple[str, int | None, int]] = Counter()
    for one in remarks:
        key = (one.code, one.column, min(times[one.code, one.column], ROWS_SAID.get(one.code, 1) - 1))
        times[one.code, one.column] += 1
        more[key] += key in found
        found.setdefault(key, _said(one.code, one.values, one.row, one.column))
    for key, others in more.items():
        if others:
            found[key] = dataclasses.replace(found[key], values={**found[key].values, MORE: str(others)})
    return tuple(found.values())[:MOST_REMARKS]


def stored_problem(problem: Problem) -> StoredMessage:
    """A problem as it is kept: its sentence is made when somebody reads it."""
    return _said(problem.code, problem.values, problem.row, problem.column, problem.value_shown)


def _said(
    code: str, values: Mapping[str, object], row: int | None = None, column: int | None = None, seen: str = ""
) -> StoredMessage:
    return StoredMessage(code, {name: str(value) for name, value in values.items()}, row, column, seen)


@dataclass(frozen=True)
class Correction:
    """A cell as it was corrected on the page; `column` is counted from 0."""

    row: int
    column: int
    value: str


@dataclass(frozen=True)
class Split:
    """A full name of the list, and what it is taken for."""

    row: int
    whole: str
    given: str
    family: str


@dataclass(frozen=True)
class UsedReading:
    """The saved reading by which a list is read; `extra` are the columns that it does not know, and leaves out."""

    id: UUID
    name: str
    extra: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changed:
    """A field that a list changes, by its name among the lists' fields, from what to what."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Beside:
    """A field of a row and of the person whom it could name; `alike` where the two say the same. `site` has no
    values."""

    field: str
    told: str
    known: str
    alike: bool


class Absent(msgspec.Struct, frozen=True, array_like=True):
    """Somebody who works at the workplace and whom a complete list does not name: proposed as left, never removed."""

    member_id: UUID
    name: str


@dataclass(frozen=True)
class Counts:
    """How many rows have which outcome."""

    rows: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    decide: int = 0
    skipped: int = 0
    twice: int = 0
    refused: int = 0
    missing: int = 0  # not named by a complete list


NONE_YET = Counts()


@dataclass(frozen=True)
class Done:
    """How many people stand written, those of an interrupted earlier run included."""

    created: int = 0
    updated: int = 0

    @property
    def people(self) -> int:
        return self.created + self.updated

    def __add__(self, other: Done) -> Done:
        return Done(self.created + other.created, self.updated + other.updated)


USED = "used"  # changed since, or named elsewhere
GONE = "gone"  # removed since, or out of reach
BROKEN = "broken"  # damaged since: nothing of it is touched


@dataclass(frozen=True)
class Held:
    """Somebody of whom something stays as others made it: these fields with their values, or USED, GONE or BROKEN."""

    member_id: UUID
    name: str
    fields: tuple[str, ...]
    values: tuple[str, ...] = ()  # of the fields, in their order


@dataclass(frozen=True)
class Outlook:
    """How many people go (or come again), how many get their other data, and what stays as it is."""

    people: int = 0
    restored: int = 0
    held: tuple[Held, ...] = ()
    unlisted: int = 0  # more that stays, of which only the number is kept

    def __add__(self, other: Outlook) -> Outlook:
        return Outlook(
            self.people + other.people,
            self.restored + other.restored,
            (*self.held, *other.held),
            self.unlisted + other.unlisted,
        )

    @property
    def stays(self) -> int:
        """How much stays as it is."""
        return len(self.held) + self.unlisted

    def shortened(self, most: int) -> Outlook:
        """The same with so many listed, and the others counted."""
        return dataclasses.replace(self, held=self.held[:most], unlisted=self.stays - len(self.held[:most]))


NOTHING_TURNED = Outlook()
