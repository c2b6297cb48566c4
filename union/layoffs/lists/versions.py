"""The lists of a dispute that newer ones replaced, and what differs between two: who came, who left, whose offer
moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

import msgspec

from union.entitlements.records.facts import Facts, OwnSwitches
from union.layoffs.records.contents import Replaced
from union.layoffs.records.models import Layoff, LayoffPerson
from union.store.files import Vaulted
from union.tables.cells.likeness import whole_name
from union.text import digits, without_zeros


@dataclass(frozen=True)
class Kept:
    """One line of a list as far as two lists are compared."""

    position: int
    family_name: str
    given_name: str
    employee_number: str = ""
    left_on: date | None = None
    offered: Decimal | None = None
    minimum: Decimal | None = None
    facts: Facts | None = None  # of whoever was corrected: they may be on a later list again
    id: UUID | None = None  # of the person's line, by which their page was called

    @property
    def name(self) -> str:
        return f"{self.family_name} {self.given_name}".strip() or self.employee_number


@dataclass(frozen=True)
class Moved:
    """Somebody who stands on both lists, with another offer or another last day."""

    before: Kept
    now: Kept

    @property
    def by(self) -> Decimal:
        """Dirhams by which the offer moved; no offer counts as nothing offered."""
        return (self.now.offered or Decimal(0)) - (self.before.offered or Decimal(0))


@dataclass(frozen=True)
class Difference:
    """Between an older list and a newer one."""

    came: list[Kept] = field(default_factory=list)
    left: list[Kept] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    same: int = 0


_LINES = msgspec.json.Decoder(list[Kept])


def touched(facts: Facts) -> bool:
    """Whether somebody worked on this person: what would be lost with the list."""
    return facts.listed is not None or bool(facts.corrected or facts.steps) or facts.switches != OwnSwitches()


def lines(rows: Iterable[LayoffPerson]) -> list[Kept]:
    """The lines of the present list, its corrections included."""
    return [
        Kept(
            row.position,
            row.facts.family_name,
            row.facts.given_name,
            row.facts.employee_number,
            row.facts.left_on,
            row.facts.offered,
            row.snapshot.minimum,
            row.facts if touched(row.facts) else None,
            row.id,
        )
        for row in rows
    ]


def laid_by(files: Vaulted, dispute: Layoff, rows: Iterable[LayoffPerson]) -> Replaced | None:
    """Seal the present list before a newer one takes its place; None where there is none."""
    taken, held = dispute.matter.taken, lines(rows)
    if taken is None or not held:
        return None
    return Replaced(files.put(msgspec.json.encode(held)), taken.name, taken.at, len(held))


def opened(files: Vaulted, replaced: Replaced) -> list[Kept]:
    """The lines of a list that was replaced. Raises `FileNotFoundError`."""
    return _LINES.decode(files.get(replaced.file_id))


def remembered(files: Vaulted, dispute: Layoff) -> list[list[Facts]]:
    """The people of earlier lists whom somebody worked on, the newest list first; a list whose file is gone tells
    nobody."""
    found = []
    for replaced in reversed(dispute.matter.replaced):
        try:
            found.append([one.facts for one in opened(files, replaced) if one.facts is not None])
        except FileNotFoundError:
            continue
    return found


def difference(older: Sequence[Kept], newer: Sequence[Kept]) -> Difference:
    """Who is on one list only, and what moved for the others.

    People are matched by employee number, else by name; two lines that cannot be told apart match nobody.
    """
    same = pairs(older, newer)
    gone = {id(one) for one, _ in same}
    found = {id(one) for _, one in same}
    moved = [Moved(one, other) for one, other in same if (one.offered, one.left_on) != (other.offered, other.left_on)]
    return Difference(
        came=[one for one in newer if id(one) not in found],
        left=[one for one in older if id(one) not in gone],
        moved=sorted(moved, key=lambda one: (one.by, one.now.position)),
        same=len(same) - len(moved),
    )


def pairs(older: Sequence[Kept], newer: Sequence[Kept]) -> list[tuple[Kept, Kept]]:
    """The same people on two lists: by employee number, without its zeros where it is nobody else's, else by name."""
    by_number = [_alone(key, older, newer) for key in (_written, _number)]
    named = _once((_name(one), one) for one in newer)
    once = _once((_name(one), one) for one in older)
    found: list[tuple[Kept, Kept]] = []
    used: set[int] = set()
    for one in older:
        number = _number(one)
        other = next((each[id(one)] for each in by_number if id(one) in each), None)
        if other is None and once.get(_name(one)) is one:
            other = named.get(_name(one))
            if other is not None and number and _number(other):  # the same name under another number
                other = None
        if other is not None and id(other) not in used:
            used.add(id(other))
            found.append((one, other))
    return found


def _once(keyed: Iterable[tuple[str, Kept]]) -> dict[str, Kept]:
    """By key, only those whose key nobody else has."""
    seen: dict[str, Kept | None] = {}
    for key, one in keyed:
        seen[key] = None if key in seen else one
    return {key: one for key, one in seen.items() if one is not None}


def _alone(key: Callable[[Kept], str], older: Sequence[Kept], newer: Sequence[Kept]) -> dict[int, Kept]:
    """By the lines of the older list those of the newer one with the same key, where no other line of either has it."""
    theirs = _once((key(one), one) for one in newer)
    mine = _once((key(one), one) for one in older)
    return {id(one): theirs[number] for number, one in mine.items() if number and number in theirs}


def _written(one: Kept) -> str:
    return digits(one.employee_number).replace(" ", "").casefold()


def _number(one: Kept) -> str:
    return without_zeros(_written(one))


def _name(one: Kept) -> str:
    return whole_name(one.name)
