"""The last check of the record's chain made from a page; kept in memory, for it is only as true as its hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from union.record.chain import Verdict, verify
from union.store.reach import ReachSession
from union.web.current import current_installation

_KEY = "union.audit"


@dataclass(frozen=True)
class Checked:
    """When the chain was walked, and what it showed."""

    at: datetime
    verdict: Verdict


def check(session: ReachSession) -> Checked:
    """Walk the whole chain now (about 10 ms for a thousand entries)."""
    done = Checked(datetime.now(UTC), verify(session))
    current_installation().extensions[_KEY] = done
    return done


def last() -> Checked | None:
    """The last check since the server started."""
    found: Checked | None = current_installation().extensions.get(_KEY)
    return found
