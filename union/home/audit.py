"""The last check of the record's chain made from a page; told by every process of the server, whichever made it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from union.record.chain import Verdict, verify
from union.store.reach import ReachSession
from union.web.current import current_installation


@dataclass(frozen=True)
class Checked:
    """When the chain was walked, and what it showed."""

    at: datetime
    verdict: Verdict


def check(session: ReachSession) -> Checked:
    """Walk the whole chain now (about 10 ms for a thousand entries)."""
    done = Checked(datetime.now(UTC), verify(session))
    new = _kept().with_suffix(".new")
    with suppress(OSError):  # whoever asked is told all the same
        new.write_bytes(msgspec.json.encode(done))
        os.replace(new, _kept())
    return done


def last() -> Checked | None:
    """The last check; None where there was none, or what is kept of it cannot be read."""
    try:
        return msgspec.json.decode(_kept().read_bytes(), type=Checked)
    except (OSError, ValueError, msgspec.MsgspecError):
        return None


def _kept() -> Path:
    """A file beside the database, and no row of it: it tells of the rows, and is no act on them."""
    return current_installation().settings.state / "checked.json"
