"""The installation that answers the present request: its database, its files, its settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from flask import Flask, current_app, g
from sqlalchemy import Connection

import config
from union.access import Asking, asking, refuse_what_ended
from union.jobs.worker import Worker
from union.store.db import Store
from union.store.files import Vaulted
from union.store.health import Health
from union.store.reach import Reach


class Installation(Flask):
    """A Flask application with what one installation owns."""

    store: Store
    settings: config.Settings
    files: Vaulted
    worker: Worker
    health: Health
    demo: bool
    asked_again: Callable[[Connection, Asking], Asking]  # who asks, found anew in a transaction that is about to write


def current_installation() -> Installation:
    """The installation of this request."""
    return cast(Installation, current_app)


def rights(connection: Connection) -> Reach:
    """The reach of who asks, once the turn to write has come: refused as at the gate where it ended meanwhile."""
    if asking().person is not None:
        g.asking = current_installation().asked_again(connection, asking())
        refuse_what_ended()
    return asking().reach
