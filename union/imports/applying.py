"""Writing what a preview said, batch after batch: safe to be killed at any instant, and to be begun again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlalchemy import select

from union import record
from union.db import Store
from union.imports import matching, planning, writing
from union.imports.matching import Tokens
from union.imports.undisturbed import undisturbed
from union.imports.writing import Way
from union.members.models import Member
from union.members.roster import touch
from union.reach import Reach, ReachSession
from union.sheets.roster import Interpreted
from union.sheets.table import Table
from union.workplaces.models import Workplace

Progress = Callable[[ReachSession, int], None]
TRIES = 20  # of one batch, while others change the same roster


class Gone(LookupError):
    """The workplace is out of reach, or no longer there."""


class Crowded(RuntimeError):
    """Others change the same roster all the time."""


@dataclass(frozen=True)
class Source:
    """The rows of one list, read once."""

    table: Table
    mapping: dict[int, str | None]
    read: Interpreted
    way: Way


@undisturbed()
def look(session: ReachSession, source: Source) -> planning.Sorted:
    """What would happen to each row now; what this import itself wrote before does not count as known."""
    way = source.way
    own = writing.own_ids(way.import_id, source.read.rows)
    tokens = Tokens(way.workplace_id)
    known = matching.known(session, way.workplace_id, source.read.good, own, tokens)
    return planning.sort_out(source.read, known, tokens, source.table, source.mapping)


def apply(
    store: Store,
    reach_now: Callable[[], Reach],
    source: Source,
    progress: Progress = lambda session, done: None,
) -> int:
    """Write the new people of a list. Returns how many, those of an interrupted earlier run included.

    Each batch is one transaction with its progress and its record. Where somebody else changed the roster since the
    rows were compared, they are compared again first. Raises `Gone`, `Crowded`, `PermissionError`.
    """
    for _ in range(TRIES):
        done = _attempt(store, reach_now, source, progress)
        if done is not None:
            return done
    raise Crowded


@undisturbed()
def _attempt(store: Store, reach_now: Callable[[], Reach], source: Source, progress: Progress) -> int | None:
    """Compare, then write batch after batch. Returns how many stand in the end; None where somebody came in between."""
    way = source.way
    with store.reading(reach_now()) as session:
        counter = roster(session, way.workplace_id)
        new = look(session, source).new
        written = _written(session, [writing.person_id(way.import_id, row.number) for row in new])
    rest = [row for row in new if writing.person_id(way.import_id, row.number) not in written]
    done = len(written)
    for rows in writing.batches(rest):
        batch = writing.sealed(rows, way)  # outside the writers' turn
        done += len(rows)
        reached = _in_turn(store, reach_now(), way, counter, batch, partial(_say, progress, done))
        if reached is None:
            return None
        counter = reached
    return done


def _say(progress: Progress, done: int, session: ReachSession) -> None:
    progress(session, done)


def roster(session: ReachSession, workplace_id: UUID) -> int:
    """How often the roster of a workplace has changed. Raises `Gone`."""
    count = session.scalar(select(Workplace.roster).where(Workplace.id == workplace_id))
    if count is None:
        raise Gone
    return count


def _written(session: ReachSession, ids: list[UUID]) -> set[UUID]:
    """Which of these people are there already: an earlier run of this import wrote them."""
    found: set[UUID] = set()
    for start in range(0, len(ids), matching.CHUNK):
        found |= set(session.scalars(select(Member.id).where(Member.id.in_(ids[start : start + matching.CHUNK]))))
    return found


def _in_turn(
    store: Store, reach: Reach, way: Way, counter: int, batch: writing.Batch, progress: Callable[[ReachSession], None]
) -> int | None:
    """One batch in one transaction. Returns the roster's new count, or None where somebody else changed it."""
    try:
        with store.writing(reach) as session:
            touch(session, [way.workplace_id])
            session.flush()  # a second writer on PostgreSQL waits here until the first is done
            if roster(session, way.workplace_id) != counter + 1:
                raise _Overtaken
            writing.write(session, batch)
            words = f"{len(batch.members)} people"
            record.note(session, way.by, record.Act.IMPORTED, "workplace", way.workplace_id, words)
            progress(session)
    except _Overtaken:
        return None
    return counter + 1


class _Overtaken(Exception):
    """Somebody added, corrected or imported people meanwhile: nothing of this batch is kept."""
