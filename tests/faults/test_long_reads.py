"""A report that reads for long beside a thousand writes: nobody waits for it, and the log of SQLite stays bounded."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tests.cast import Cast
from union.jobs.worker import Brief, Job, JobState
from union.store.db import Store

WRITES = 1_000
MOST = 64 << 20  # bytes of the log


def write(store: Store, cast: Cast, times: int) -> None:
    for _ in range(times):
        with store.maintaining() as session:
            session.add(
                Job(
                    account_id=cast.olu,
                    kind="nothing",
                    state=JobState.DONE,
                    done=0,
                    total=0,
                    tries=0,
                    brief=Brief(started_at=datetime.now(UTC)),
                )
            )


def log_of(store: Store) -> int:
    """Bytes of SQLite's log; PostgreSQL bounds its own by `max_wal_size`, and a reader holds none of it."""
    return Path(store.url.removeprefix("sqlite:///") + "-wal").stat().st_size if store.on_sqlite else 0


def test_a_thousand_writes_go_on_beside_a_long_read(store: Store, cast: Cast) -> None:
    engine = store.engine if store.on_sqlite else store.engine.execution_options(isolation_level="REPEATABLE READ")
    with Session(engine) as reader:
        before = reader.scalar(select(func.count(Job.id))) or 0
        write(store, cast, WRITES)
        assert reader.scalar(select(func.count(Job.id))) == before, "what it reads is of one moment"
        assert log_of(store) <= MOST
    engine = store.engine if store.on_sqlite else store.engine.execution_options(isolation_level="REPEATABLE READ")
    with Session(engine) as reader:
        assert reader.scalar(select(func.count(Job.id))) == before + WRITES
    longest = log_of(store)
    write(store, cast, WRITES)
    assert log_of(store) <= longest * 1.25, "once nobody reads, the log is used again from its beginning"
