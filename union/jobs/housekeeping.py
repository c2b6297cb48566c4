"""What the worker tidies once a day: rows that move with the days or whose time is over, what is remembered for days
only, sealed files that no row names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import structlog
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from union.jobs.worker import Interrupted, Job, JobContext
from union.store.db import Model
from union.store.files import NEEDED, StoreAway
from union.store.throttling import give_way

log = structlog.get_logger()
AT_ONCE = 500  # rows a transaction: writers wait for each
Piece = TypeVar("Piece")


@dataclass(frozen=True)
class Expiring:
    """Rows of a feature that are kept for a time: which are over, and what removes one and tells its files."""

    over: Callable[[Session, JobContext], list[UUID]]
    remove: Callable[[Session, UUID], list[UUID]]


@dataclass(frozen=True)
class Moving:
    """Rows that say something of today, or as it is said today: which do not yet, and what says it anew for one."""

    behind: Callable[[Session], list[UUID]]
    renew: Callable[[Session, UUID], None]


@dataclass(frozen=True)
class Passing:
    """Rows without files that nobody misses once they are old, removed by the hundred: which are old by now."""

    model: type[Model]
    old: Callable[[Session], list[UUID]]


PASSING: list[Passing] = []  # filled in `features`: what is remembered for days only
EXPIRING: list[Expiring] = []  # filled in `features`: what keeps rows for a time
MOVING: list[Moving] = []  # filled in `features`: whose rows move with the days


def of_jobs(session: Session) -> Iterator[UUID]:
    """What finished work left to be taken out (archives of sheets)."""
    for job in session.scalars(select(Job)):
        if "file" in job.brief.result:
            yield UUID(job.brief.result["file"])


def sweep(hand: JobContext) -> None:
    """Remove the sealed files that nothing names. A row that cannot be opened stops it: what it names is not known."""

    def named() -> set[UUID]:
        with hand.store.maintaining() as session:
            return {one for tell in NEEDED for one in tell(session)}

    gone = hand.files.sweep(named)
    if gone:
        log.info("swept", files=gone)


def expire(hand: JobContext) -> None:
    """Remove the rows whose time is over, each in a transaction of its own, and then the files that held them."""
    for one in EXPIRING:
        with hand.store.maintaining() as session:
            over = one.over(session, hand)
        for row_id in between_pages(hand, over):
            with hand.store.maintaining() as session:
                files = one.remove(session, row_id)
            for file_id in files:
                with suppress(StoreAway):  # nothing names it any more: it is swept up once the store is back
                    hand.files.remove(file_id)


def forget(hand: JobContext) -> None:
    """Remove what was remembered for days only, some hundred rows a transaction."""
    for one in PASSING:
        with hand.store.maintaining() as session:
            old = one.old(session)
        for start in between_pages(hand, range(0, len(old), AT_ONCE)):
            with hand.store.maintaining() as session:
                session.execute(delete(one.model).where(one.model.id.in_(old[start : start + AT_ONCE])))


def keep_up(hand: JobContext) -> None:
    """Renew what was said of an earlier day or in an earlier way, each row in a transaction of its own."""
    for one in MOVING:
        renew(hand, one)


def renew(hand: JobContext, one: Moving) -> int:
    """Say anew what is behind, each row in a transaction of its own. Returns how many rows there were."""
    with hand.store.maintaining() as session:
        behind = one.behind(session)
    for row_id in between_pages(hand, behind):
        with hand.store.maintaining() as session:
            one.renew(session, row_id)
    return len(behind)


def between_pages(hand: JobContext, each: Iterable[Piece]) -> Iterator[Piece]:
    """One after the other, giving way to whoever waits for a page. Raises `Interrupted` where the worker is to end:
    what is left of daily work is found again at the next start."""
    for one in each:
        if hand.stopped.is_set():
            raise Interrupted
        give_way()
        yield one
