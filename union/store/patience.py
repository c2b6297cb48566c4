"""How long PostgreSQL is waited for. One that is frozen takes connections and answers nothing, and its own limits do
not fire: each question has a limit on this side, and while nothing is answered one asks and the others need not
wait."""

from __future__ import annotations

import threading
from time import monotonic
from typing import Any, TypeVar

import psycopg
from flask import has_request_context
from psycopg.abc import PQGen
from psycopg.errors import ConnectionTimeout, _WaitTimeout

Answer = TypeVar("Answer")

CONNECTING = 5  # seconds for a connection
PAGE = 5.0  # for an answer while somebody waits for a page
WORK = 20.0  # for one to work and commands: the server itself ends a statement after fifteen
REST = 1.0  # during which nobody asks one that said nothing
MOMENT = 0.2  # for which others wait for whoever asks whether it is back


class Silent(psycopg.OperationalError):
    """The database was asked and said nothing."""


class Patience:
    """What is known of one database: since when it has said nothing."""

    def __init__(self) -> None:
        self.silent_at: float | None = None
        self._asking = threading.Lock()

    def connect(self, *given: Any, **named: Any) -> Patient:
        """A connection. Raises `Silent` at once where the database says nothing, unless it is time to ask again."""
        if self.silent_at is None:
            return self._connected(*given, **named)
        if self._rests() or not self._asking.acquire(timeout=MOMENT):
            raise Silent("The database says nothing.")
        try:
            if self._rests():  # whoever asked meanwhile was not answered
                raise Silent("The database says nothing.")
            return self._connected(*given, **named)
        finally:
            self._asking.release()

    def _rests(self) -> bool:
        return self.silent_at is not None and monotonic() - self.silent_at < REST

    def _connected(self, *given: Any, **named: Any) -> Patient:
        try:
            made = Patient.connect(*given, **named)
        except ConnectionTimeout:
            self.silent_at = monotonic()
            raise
        made.patience, self.silent_at = self, None
        return made


class Patient(psycopg.Connection[Any]):
    """A connection on which nothing is waited for without end."""

    patience: Patience | None = None

    def wait(self, gen: PQGen[Answer], interval: float = 0.1, timeout: float | None = None) -> Answer:
        """Raises `Silent` where no answer came in time; what was asked may have been done, as after a cut line."""
        if timeout is not None:  # psycopg's own limit
            return super().wait(gen, interval, timeout)
        try:
            answer = super().wait(gen, interval, PAGE if has_request_context() else WORK)
        except _WaitTimeout:
            if self.patience is not None:
                self.patience.silent_at = monotonic()
            self.close()
            raise Silent("The database said nothing in time.") from None
        if self.patience is not None and self.patience.silent_at is not None:
            self.patience.silent_at = None
        return answer
