"""What a grievance says as far as it is compared with others, opened once and kept in memory; no name of a supervisor
is found by the database, and none by a stolen dump."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple
from uuid import UUID

from union.cases.opened_once import OpenedOnce
from union.grievances.hanging import Alleged, Measure
from union.grievances.models import Agreed, Grievance, Outcome, Paper, Problem, Report
from union.store.among import id_of
from union.store.reach import ReachSession
from union.tables.cells.names import fold, search_key

TITLES = frozenset(["m", "mr", "mme", "mlle", "monsieur", "madame", "si", "lalla", "السيد", "السيدة", "سي", "للا"])
NOT_COUNTED = frozenset({Outcome.REFUSED, Outcome.MERGED})  # followed elsewhere, or by nobody


class Thread(Enum):
    """What cases may have in common, by the names of a report's fields."""

    SUPERVISOR = "supervisor"
    TEAM = "team"
    TARGET = "target"
    HOLIDAY = "holiday"
    WAGE_LINE = "wage_line"


class Hung(NamedTuple):
    """One thread of a case: what tells it from others, and how it was written."""

    thread: Thread
    key: str
    label: str


class Said(NamedTuple):
    """What a report says, as far as it is compared."""

    on: date
    filed_on: date | None
    paper: Paper
    person: str  # tells people apart where no member is tied
    threads: tuple[Hung, ...]
    alleged: Alleged | None
    measure: Measure | None
    agreed: bool
    noted_on: date | None
    counts: bool
    problem: Problem


@dataclass(frozen=True)
class Told:
    """A case in reach, with what it says."""

    id: UUID
    code: str
    workplace_id: UUID
    member_id: UUID | None
    confidential: bool
    said: Said

    @property
    def person(self) -> object:
        """Who it is about, so far as cases are of one person: the member, else the name that was typed."""
        return self.member_id or self.said.person or self.id


def same_person(name: str) -> str:
    """The sounds of a name without its title, alike in both scripts and in any order; empty for no name."""
    words = [one for one in name.replace(".", " ").split() if fold(one) not in TITLES]
    sounds = [one for one in search_key(" ".join(words)).split() if one.isupper()]
    return " ".join(sorted(sounds)) or fold(name)


def taken(report: Report) -> Said:
    """What is kept in memory of a report: neither its facts nor a telephone."""
    threads = []
    for thread in Thread:
        value = getattr(report, thread.value)
        if isinstance(value, Enum):
            threads.append(Hung(thread, str(value.value), str(value.value)))
        elif value and value.strip():
            key = same_person(value) if thread is Thread.SUPERVISOR else fold(value)
            threads.append(Hung(thread, key, value.strip()))
    return Said(
        report.event_on,
        report.filed_on,
        report.paper,
        fold(report.about_name),
        tuple(threads),
        report.alleged,
        report.measure,
        report.agreed is Agreed.YES,
        report.noted_on,
        report.outcome not in NOT_COUNTED,
        report.problem,
    )


CASES: OpenedOnce[Said | None] = OpenedOnce(
    Grievance,
    Grievance.account,
    taken,
    None,
    (Grievance.code, Grievance.workplace_id, Grievance.member_id, Grievance.confidential),
)


def cases(session: ReachSession, places: Iterable[UUID]) -> list[Told]:
    """The cases of these workplaces within reach that count; one statement, and another for those not opened yet."""
    wanted = list(places)
    if not wanted:
        return []
    return [
        Told(UUID(bytes=id_of(row.given_id)), row.code, row.workplace_id, row.member_id, row.confidential, said)
        for row, said in CASES.within(session, Grievance.workplace_id.in_(wanted))
        if said is not None and said.counts
    ]
