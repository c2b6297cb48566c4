"""What a person corrected on one list goes over to the next, for the same person; where the employer changed it as
well, both are shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from union.entitlements.records.facts import Facts, OwnSwitches, Trouble
from union.layoffs.lists.versions import Kept, pairs, touched
from union.text import without_zeros

WITH_IT = {"mandate": ("mandate_until",)}
"""What has no sense without a fact goes where it goes."""


@dataclass(frozen=True)
class Contested:
    """One fact that the union corrected and that the employer's newer list changes: which stands is for a person to
    say."""

    row: int  # of the newer list, as in the employer's file
    name: str
    fact: str
    ours: Any
    before: Any  # in the employer's older list
    theirs: Any

    @property
    def key(self) -> str:
        """The name of its field on the form."""
        return f"stands_{self.row}_{self.fact}"


@dataclass(frozen=True)
class Carried:
    """People with what goes over to them, in the order of the newer list; `origin` the place of each in the older
    one."""

    people: list[Facts]
    contested: list[Contested] = field(default_factory=list)
    facts: int = 0  # that went over
    switches: int = 0  # people whose sum stays read otherwise
    left: list[str] = field(default_factory=list)  # people corrected and not on this list: kept with the older one
    origin: dict[int, int] = field(default_factory=dict)


def carry(
    older: Sequence[Sequence[Facts]], newer: Sequence[Facts], answers: Mapping[str, bool] | None = None
) -> Carried:
    """The newer people with what was corrected of them.

    `older` are the lists before, the present one first: whoever is not on it may have stood on an earlier one.
    `answers` say by the key of a contested fact whether ours stands; until then the employer's does, and nothing is
    taken.
    """
    newer = _under_one_number(older[0], newer) if older else newer
    people, found = list(newer), Carried([])
    contested: list[Contested] = []
    done: set[int] = set()
    facts = switches = 0
    for at, lines in enumerate(older):
        for old, new in _same(lines, [(place, one) for place, one in enumerate(newer) if place not in done]):
            if at == 0:
                found.origin[new] = old
            if not touched(lines[old]):
                done.update({new} if at == 0 else ())
                continue
            done.add(new)
            people[new], open_ones = _over(lines[old], newer[new], answers or {})
            contested += open_ones
            facts += len(people[new].corrected)
            switches += people[new].switches != OwnSwitches()
    gone = _gone(older[0] if older else (), found.origin)
    return Carried(people, sorted(contested, key=lambda one: (one.row, one.fact)), facts, switches, gone, found.origin)


def _under_one_number(present: Sequence[Facts], newer: Sequence[Facts]) -> list[Facts]:
    """The newer people under their number as the present list writes it: a spreadsheet took or gave zeros in front, and
    what was sent to them and runs for them stands under that number."""
    people = list(newer)
    for old, new in _same(present, list(enumerate(newer))):
        number = (present[old].listed or present[old]).employee_number
        if without_zeros(number) == without_zeros(people[new].employee_number):
            people[new] = dataclasses.replace(people[new], employee_number=number)
    return people


def continued(present: Sequence[Facts], newer: Sequence[Facts]) -> dict[int, int]:
    """The place on the present list of each person of a newer list, if they are on both."""
    return {new: old for old, new in _same(present, list(enumerate(newer)))}


def _gone(present: Sequence[Facts], origin: Mapping[int, int]) -> list[str]:
    kept = set(origin.values())
    return [one.name for place, one in enumerate(present) if place not in kept and touched(one)]


def _same(lines: Sequence[Facts], newer: Sequence[tuple[int, Facts]]) -> Iterable[tuple[int, int]]:
    """Places of the same person: by what the employer wrote, then, of whoever is left, by the name as it was
    corrected."""
    first = pairs([_kept(at, one.listed or one) for at, one in enumerate(lines)], [_kept(*one) for one in newer])
    found = {old.position: new.position for old, new in first}
    rest = [_kept(at, one) for at, one in enumerate(lines) if at not in found and one.listed is not None]
    taken = set(found.values())
    second = pairs(rest, [_kept(*one) for one in newer if one[0] not in taken])
    return [*found.items(), *((old.position, new.position) for old, new in second)]


def _kept(place: int, facts: Facts) -> Kept:
    return Kept(place, facts.family_name, facts.given_name, facts.employee_number)


def _over(old: Facts, new: Facts, answers: Mapping[str, bool]) -> tuple[Facts, list[Contested]]:
    """The newer facts of one person with what stands of the older corrections, and what a person has to decide."""
    listed = old.listed or old
    stands: dict[str, Any] = {}
    contested = []
    for fact in old.corrected:
        ours, before, theirs = getattr(old, fact), getattr(listed, fact), getattr(new, fact)
        if theirs == ours:
            continue  # the employer took the correction over
        one = Contested(new.row, new.name, fact, ours, before, theirs)
        if theirs != before:
            contested.append(one)
        if theirs == before or answers.get(one.key):
            stands |= {fact: ours} | {name: getattr(old, name) for name in WITH_IT.get(fact, ())}
    facts = tuple(name for name in old.corrected if name in stands)
    return dataclasses.replace(
        new,
        **stands,
        corrected=facts,
        listed=new if old.listed is not None else None,
        switches=old.switches,
        steps=old.steps,
        assumed=tuple(name for name in new.assumed if name not in stands),
        trouble=_unread(listed, new) if old.listed is not None else new.trouble,
    ), contested


def _unread(listed: Facts, new: Facts) -> tuple[Trouble, ...]:
    """What is wrong with the newer row and was not with the older: a person has read the rest, and it stays as it
    was."""
    read = {(one.code, one.column, one.shown) for one in listed.trouble}
    return tuple(one for one in new.trouble if (one.code, one.column, one.shown) not in read)
