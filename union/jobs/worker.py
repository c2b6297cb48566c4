"""Background work and its progress: the job's row is the truth, the queue carries its id and nothing else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

import structlog
from huey import Huey, crontab
from sqlalchemy import ColumnElement, Connection, Integer, String, and_, or_, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, Session, mapped_column

from union.jobs.queue import QUEUE_FAULTS, name_work
from union.store.db import Model, Rights, Store, named
from union.store.files import hold
from union.store.outages import outlasting
from union.store.reach import Reach, Reachable, ReachSession, raw
from union.store.throttling import in_background
from union.vault.envelope import Envelope, plain, sealed

log = structlog.get_logger()


class Busy(RuntimeError):
    """Another worker holds the state folder."""


class QueueAway(RuntimeError):
    """The queue does not answer; the name of what it said instead."""


class Interrupted(BaseException):
    """This process ends: the work stops between two of its transactions, and is gone on with at the next start.

    No `Exception`: what work does about its own faults, it does not do about this.
    """


class JobState(Enum):
    """Where a job stands."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True)
class Brief:
    """What a job was asked, and what came of it."""

    asked: dict[str, Any] = field(default_factory=dict)
    result: dict[str, Any] = field(default_factory=dict)
    started_at: datetime | None = None
    ended_at: datetime | None = None


class Job(Reachable, Model):
    """One piece of background work, of the person who started it."""

    __tablename__ = "job"

    account_id: Mapped[UUID] = mapped_column()
    kind: Mapped[str] = plain("a name from our own code", String(40))
    state: Mapped[JobState] = plain("a closed list", named(JobState))
    done: Mapped[int] = plain("progress", Integer, default=0)
    total: Mapped[int] = plain("progress", Integer, default=0)
    tries: Mapped[int] = plain("a counter", Integer, default=0)
    brief_sealed: Mapped[bytes] = sealed()
    brief = Envelope(Brief, "job")

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The work that one started oneself."""
        return reach.own(cls.account_id)


Work = Callable[["JobContext", Job], dict[str, Any]]
WORK: dict[str, Work] = {}  # filled in `features`: by the kind of job
DAILY: list[
    Callable[[JobContext], None]
] = []  # filled in `features`: what the worker does once a day, and when it begins
OFTEN: list[Callable[[JobContext], None]] = []  # filled in `features`: what the worker does every minute
TRIES = 5
LOOKS_EVERY = 60.0  # seconds between two looks for rows that wait and lie in no queue


@dataclass
class JobContext:
    """What the worker gives to a piece of work: the store and its starter's reach, asked for in each transaction."""

    store: Store
    rights_of: Callable[[UUID], Rights]
    files: Any
    outsiders_months: int = 24  # how long a closed dispute keeps people outside the union
    lists_days: int = 7  # how long a list is kept that nobody goes on with
    mail: tuple[str, str] = ("", "")  # the server that takes mails, and whom they come from
    stopped: threading.Event = field(default_factory=threading.Event)

    def rights(self, job: Job) -> Rights:
        """What asks for the starter's reach in each transaction. It raises `PermissionError` where none is left, and
        `Interrupted` where the worker is to end."""
        asked = self.rights_of(job.account_id)

        def still(connection: Connection) -> Reach:
            if self.stopped.is_set():
                raise Interrupted
            return asked(connection)

        return still


def start(session: ReachSession, by: UUID, kind: str, asked: dict[str, Any], total: int = 0) -> Job:
    """Create a job; it is put in the queue after the commit."""
    job = Job(account_id=by, kind=kind, state=JobState.WAITING, done=0, total=total, tries=0, brief=Brief(asked))
    session.add(job)
    session.info.setdefault("jobs", []).append(job.id)
    return job


def progress(session: ReachSession, job_id: UUID, done: int) -> None:
    """Say how far the work is, in the transaction of the batch that got it there."""
    raw(session).execute(update(Job).where(Job.id == job_id).values(done=done))


class Worker:
    """Takes ids from the queue and does their work."""

    def __init__(self, hand: JobContext, line: Huey, state: Path) -> None:
        self.hand, self.line, self.state = hand, line, state
        self.held: int | None = None
        self.begun: set[UUID] = set()  # by this process, and not ended: a database that was away holds them up
        self.consumer: Any = None
        self.run = line.task()(self._run)
        self.tidy = line.periodic_task(crontab(hour="3", minute="0"))(self._tidy)
        name_work(line, job=self.run, tidying=self.tidy)

    def install(self) -> None:
        """Send what a transaction started to the queue, after its commit."""
        self.hand.store.after_commit.append(self._send)

    def _send(self, session: Session) -> None:
        for job_id in session.info.pop("jobs", []):
            try:
                self.run(str(job_id))
            except QUEUE_FAULTS as error:  # the act is kept, and its row waits: the next look finds it
                log.error("not_handed_over", why=type(error).__name__)

    def take_up(self) -> int:
        """Begin anew with an empty queue: a killed worker lost its task, not its row. Returns how many are handed over.

        For the only worker there is: what another one is doing would be begun a second time.
        """
        with self.hand.store.maintaining() as session:
            session.execute(update(Job).where(Job.state == JobState.RUNNING).values(state=JobState.WAITING))
        self.line.flush()
        return self.look()

    def look(self) -> int:
        """Hand over the rows that wait and lie in no queue: their handing over failed. Returns how many."""
        with self.hand.store.maintaining() as session:
            due = session.scalars(select(Job.id).where(self._to_do())).all()
        queued = set(map(bytes, self.line.storage.enqueued_items())) if due else set()
        lost = [str(job_id) for job_id in due if str(job_id).encode() not in queued]
        for job_id in lost:
            self.run(job_id)
        return len(lost)

    def _to_do(self) -> ColumnElement[bool]:
        """What waits, and what this process began and could not end."""
        held_up = and_(Job.state == JobState.RUNNING, Job.id.in_(list(self.begun)))
        return or_(Job.state == JobState.WAITING, held_up)

    def _keep_looking(self) -> None:
        while not self.hand.stopped.wait(LOOKS_EVERY):
            try:
                self.look()
            except (*QUEUE_FAULTS, SQLAlchemyError) as error:  # still away: in a minute again
                log.error("not_looked", why=type(error).__name__)
            self._do_each(OFTEN)

    def consume(self) -> threading.Thread:
        """Work in a thread of its own until `finish`.

        One worker a state folder: a second one would take up what the first is doing. Raises `Busy`, `QueueAway`.
        """
        self.held = hold(self.state, "worker")
        if self.held is None:
            raise Busy("Another worker already serves this state folder.")
        try:
            self.take_up()
            self.tidy()  # a machine that sleeps at three is tidied when it wakes
        except QUEUE_FAULTS as error:
            raise QueueAway(type(error).__name__) from None
        threading.Thread(target=self._keep_looking, daemon=True, name="looking").start()
        self.consumer = self.line.create_consumer(workers=1, periodic=True, initial_delay=0.05, max_delay=1.0)
        self.consumer._set_signal_handlers = lambda: None  # signals belong to the main thread
        thread = threading.Thread(target=self.consumer.run, daemon=True, name="worker")
        thread.start()
        return thread

    def accept_no_more(self) -> None:
        """Begin no further job; the one at hand stops between two of its transactions."""
        self.hand.stopped.set()
        if self.consumer is not None:
            self.consumer.stop_flag.set()

    def finish(self, seconds: float) -> bool:
        """Wait for the job at hand to stop. Returns whether it did."""
        until = monotonic() + seconds
        hands = [] if self.consumer is None else [thread for _, thread in self.consumer.worker_threads]
        for one in hands:
            one.join(max(0.0, until - monotonic()))
        return not any(one.is_alive() for one in hands)

    def _tidy(self) -> None:
        with in_background():
            self._do_each(DAILY)

    def _do_each(self, acts: list[Callable[[JobContext], None]]) -> None:
        for act in acts:
            try:
                act(self.hand)
            except Interrupted:
                return
            except Exception as error:  # one that fails must not keep the others from their turn
                log.error("not_tidied", what=act.__name__, why=type(error).__name__)

    def _run(self, job_id: str) -> None:
        outlasting(lambda: self._do(UUID(job_id)))

    def _do(self, job_id: UUID) -> None:
        if job := self._begin(job_id):
            try:
                with in_background():
                    result, state = WORK[job.kind](self.hand, job), JobState.DONE
            except Interrupted:
                return self._put_back(job.id)
            except Exception as error:  # whatever the work raised, its row says so and the queue goes on
                log.error("job_failed", kind=job.kind, why=type(error).__name__)
                result, state = {"error": type(error).__name__}, JobState.FAILED
            self._ended(job.id, state, result)

    def _put_back(self, job_id: UUID) -> None:
        """The next start takes it up; this was no try that failed."""
        with self.hand.store.maintaining() as session:
            row = session.get_one(Job, job_id)
            row.state, row.tries = JobState.WAITING, row.tries - 1
        self.begun.discard(job_id)

    def _ended(self, job_id: UUID, state: JobState, result: dict[str, Any]) -> None:
        with self.hand.store.maintaining() as session:
            row = session.get_one(Job, job_id)
            row.state, row.brief = state, replace(row.brief, result=result, ended_at=datetime.now(UTC))
        self.begun.discard(job_id)

    def _begin(self, job_id: UUID) -> Job | None:
        """Claim a job: of all who come for one row, one gets it. None for all others, and where it is over."""
        with self.hand.store.maintaining() as session:
            job = session.scalar(select(Job).where(Job.id == job_id, self._to_do()).with_for_update(skip_locked=True))
            if job is None:
                return None
            job.tries += 1
            if job.tries > TRIES:
                job.state = JobState.FAILED
                return None
            job.state = JobState.RUNNING
            job.brief = replace(job.brief, started_at=job.brief.started_at or datetime.now(UTC), ended_at=None)
            session.flush()
            session.expunge(job)
            self.begun.add(job_id)  # before the commit: one that is cut off may have come through
        return job
