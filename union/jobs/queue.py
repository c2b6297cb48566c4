"""The queue of background work: the id of a job and nothing else, in a file or in Redis; whatever else lies there is
refused."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path
from typing import Any
from uuid import UUID

from huey import Huey, RedisHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer
from redis import ConnectionPool
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

JOB, TIDYING = "job", "tidying"  # the two kinds of work that are called by the queue
QUEUE_FAULTS = (RedisError, sqlite3.Error, OSError)  # Redis is away, or the disk of the file is full
PATIENCE = 3.0  # seconds for an answer of Redis: longer than the second for which the worker waits there for work
_TIDY = UUID(int=0)  # the id of what is nobody's job
_ID = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class NotAnId(ValueError):
    """Something lies in the queue that we did not put there."""


class OneId(Serializer):  # type: ignore[misc]  # huey ships no types
    """The 36 letters of one id. huey's own way are pickles: whoever wrote one into the queue ran a program in the
    server."""

    def __init__(self, names: dict[str, str]) -> None:
        """`names` are what the registry calls the two kinds of work."""
        super().__init__()
        self.names = names

    def serialize(self, data: Any) -> bytes:
        if not isinstance(data, Message):
            raise NotAnId
        if data.name == self.names.get(TIDYING):
            return str(_TIDY).encode()
        (job_id,) = data.args
        return str(UUID(job_id)).encode()

    def deserialize(self, data: Any) -> Message:
        """Raises `NotAnId`, which the consumer logs, for all but an id; it goes on with what lies behind."""
        kept = bytes(data)
        if not _ID.fullmatch(kept):
            raise NotAnId
        wanted = kept.decode()
        kind, arguments = (TIDYING, ()) if UUID(wanted) == _TIDY else (JOB, (wanted,))
        return Message(None, self.names[kind], args=arguments, kwargs={}, retries=0, retry_delay=0)


def queue(state: Path, redis: str = "", name: str = "union") -> Huey:
    """A file of its own in the state folder; or a list in Redis under `name`, which no other installation has."""
    if redis:
        # A Redis that is frozen answers nobody: a page that hands work over goes on, and the row is found later.
        pool = ConnectionPool.from_url(
            redis, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=Retry(NoBackoff(), 0)
        )
        return RedisHuey(name, connection_pool=pool, results=False, serializer=OneId({}))
    file = state / "queue.db"
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))  # what SQLite lays beside it has the same mode
    return SqliteHuey("union", filename=str(file), results=False, fsync=True, serializer=OneId({}))


def name_work(line: Huey, **tasks: Any) -> None:
    """Tell the queue which work its ids are for."""
    line.serializer.names.update({kind: line._registry.task_to_string(task.task_class) for kind, task in tasks.items()})
