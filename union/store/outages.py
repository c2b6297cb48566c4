"""Work that outlasts the absence of its database: a restart or a full disk in the middle is waited for, and the work
taken up again."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep

import structlog
from sqlalchemy.exc import DBAPIError, OperationalError

log = structlog.get_logger()
PAUSES = (1, 2, 4, 8, 15, 30, *[60] * 10)  # seconds; some ten minutes in all, after which the next start takes it up


def outlasting(act: Callable[[], None]) -> None:
    """Do `act`, which is safe to be begun again, and again where the database was away. Raises what the last try
    raised."""
    for pause in PAUSES:
        try:
            return act()
        except DBAPIError as fault:
            if not (fault.connection_invalidated or isinstance(fault, OperationalError)):
                raise
            log.warning("database_away", why=type(fault).__name__)
            sleep(pause)
    return act()
