"""The first page of each role."""

from __future__ import annotations

from typing import Any

from flask import Blueprint
from sqlalchemy import text

from union.access import May, may
from union.here import here
from union.vault import ring
from union.web.pages import page

bp = Blueprint("home", __name__)


@bp.get("/")
@may(May.SEE_HOME)
def show() -> Any:
    return page("home/show.html")


@bp.get("/health")
@may(May.ANYTHING_PUBLIC)
def health() -> Any:
    """200 only where the database answers and the key opens what it sealed."""
    try:
        with here().store.engine.connect() as connection:
            connection.execute(text("select 1 from key_ring")).first()
        place = b"health"
        works = ring.current().open("cookies", place, ring.current().seal("cookies", place, b"ok")) == b"ok"
    except Exception:  # whatever is wrong, the answer is the same: not well
        works = False
    return ({"status": "ok", "database": "ok", "key": "ok"}, 200) if works else ({"status": "unavailable"}, 503)
