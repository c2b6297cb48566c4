"""The installation that answers the present request: its database, its files, its settings."""

from __future__ import annotations

from typing import cast

from flask import Flask, current_app

import config
from union.db import Store
from union.files import Vaulted
from union.jobs import Worker


class Installation(Flask):
    """A Flask application with what one installation owns."""

    store: Store
    settings: config.Settings
    files: Vaulted
    worker: Worker
    demo: bool


def here() -> Installation:
    """The installation of this request."""
    return cast(Installation, current_app)
