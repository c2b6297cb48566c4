"""Every date of a dispute: of each person, of papers and courts, of the employer's procedure; the soonest safe one
first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _

from union.cases import dates
from union.cases.clocks import Clock, of_other_side
from union.cases.dates import CaseDate
from union.entitlements.people.clocks import clocks
from union.law.dates.deadlines import Deadline, deadline
from union.law.dates.periods import Rule
from union.law.procedure.collective import clocks as of_plan
from union.layoffs.people.clocks import claimed
from union.layoffs.procedure.steps import OUTSIDE_66, plan
from union.layoffs.records.contents import Matter
from union.layoffs.records.models import LayoffPerson


@dataclass(frozen=True)
class Due:
    """One date. `name` and `person_id` where it is somebody's; `count` is None for what no period of the law counts."""

    on: date
    name: str = ""
    position: int = 0  # in the employer's list; 0 for what is nobody's
    person_id: UUID | None = None
    count: Deadline | None = None
    beside: CaseDate | None = None  # the paper or the court file that it comes from

    @property
    def hour(self) -> str:
        """HH:MM, where it has one."""
        return "" if self.beside is None else self.beside.dated.hour

    @property
    def clock(self) -> Clock:
        """Whose date it is, and what it asks."""
        if self.bound != "us":
            return of_other_side(self.on)
        return Clock.HEARING if self.beside is not None and self.beside.dated.rule == dates.HEARING else Clock.OURS

    @property
    def bound(self) -> str:
        """Who has to act: us, employer, authority."""
        return "us" if self.count is None else self.count.bound


def agenda(
    matter: Matter,
    people: Iterable[LayoffPerson],
    beside: list[CaseDate],
    first_exit: date | None,
    headcount: int | None,
) -> list[Due]:
    """Every date that runs, passed ones included. A rule that a paper counts, or that was met, is not counted twice.

    `headcount` is what the workplace's own count says: from ten employees on, the plan's periods run as well.
    """
    people = list(people)
    found = [
        *_of_people(people, matter, beside),
        *_beside(people, beside),
        *_of_plan(matter, first_exit, headcount),
    ]
    return sorted(found, key=lambda one: (one.on, one.position, one.count.rule if one.count else "", one.hour))


def _of_people(people: list[LayoffPerson], matter: Matter, beside: list[CaseDate]) -> Iterator[Due]:
    known = dates.covered(beside)
    for row in people:
        facts = row.facts
        key = dates.key_of(facts.employee_number, facts.name)
        for one in clocks(facts, matter.kind):
            if (str(one.rule), key) not in known and not claimed(matter, one):
                yield Due(_on(one), facts.name, row.position, row.id, one)


def _beside(people: list[LayoffPerson], beside: list[CaseDate]) -> Iterator[Due]:
    rows = {dates.key_of(row.facts.employee_number, row.facts.name): row for row in people}
    for one in dates.running(beside):
        row = rows.get(one.dated.key) if one.dated.key else None
        name = row.facts.name if row is not None else of_key(one.dated.key)  # nobody of the list any more
        if one.due_on is not None:
            yield Due(
                one.due_on,
                name,
                row.position if row is not None else 0,
                row.id if row is not None else None,
                _counted(one),
                one,
            )


def of_key(key: str) -> str:
    """What is left to say of somebody who left the list: a name as it was, and a number as what it is."""
    return str(_("Employee number %(number)s", number=key)) if any(sign.isdigit() for sign in key) else key


def _counted(one: CaseDate) -> Deadline | None:
    """The count behind a date, to say its legal day and its reserve."""
    start = one.dated.start
    return None if start is None else deadline(Rule(one.dated.rule), start)


def _of_plan(matter: Matter, first_exit: date | None, headcount: int | None) -> Iterator[Due]:
    people = matter.procedure.headcount or headcount
    if people is None or matter.kind in OUTSIDE_66:
        return
    yield from (Due(_on(one), count=one) for one in of_plan(plan(matter, first_exit, people)))


def _on(one: Deadline) -> date:
    """Ours by its safe day, the other side's by the last that the law leaves them."""
    return one.safe_on if one.bound == "us" else one.legal_on
