"""What the pages of a plan count, opened once for each version of a row and kept in memory for a while: ids, days and
answers; no name, no telephone, nothing that somebody wrote.

Which rows a session reaches is asked of the database every time, and nothing is given out without the key of the plan:
once that is destroyed, what is still in memory is found by nobody.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import event, literal, select
from sqlalchemy.orm import Session, UOWTransaction

from union.drives.models import PURPOSE, Drive
from union.store.among import Among, Gathered, Split, as_given, id_of
from union.store.reach import ReachSession
from union.vault import own_key
from union.vault.own_key import OwnKeyEnvelope
from union.vault.ring import Key
from union.web.damaged import readable

PLANS = 32  # of which something is kept, in each process: those looked at last
KEPT = 15 * 60.0  # seconds after the last look at a plan, as soon as another one is looked at
WROTE = "wrote"  # in what a session tells of itself: its transaction holds changes
Kept = TypeVar("Kept")
Whole = TypeVar("Whole")


@dataclass(frozen=True)
class _Rows(Generic[Kept, Whole]):
    """The rows of one kind as they stood, and what was made of them: replaced, never changed."""

    mark: bytes  # of all ids with their versions
    by_id: dict[bytes, tuple[int, UUID, Kept]]  # the version, whom it is about, what is kept of it
    whole: Whole


@dataclass
class _Plan:
    """What is kept of one plan, by kind."""

    seen_at: float = 0.0
    rows: dict[Any, Any] = field(default_factory=dict)


_LOCK = threading.Lock()
_plans: OrderedDict[bytes, _Plan] = OrderedDict()  # by the wrapped key, which no other plan has; last seen, last


@event.listens_for(Session, "after_flush")
def _wrote(session: Session, _flushed: UOWTransaction) -> None:
    session.info[WROTE] = True


def forget(drive: Drive | None = None) -> None:
    """Nothing is kept of a plan any more, or of none, as in a new process."""
    with _LOCK:
        if drive is None:
            _plans.clear()
        elif drive.key is not None:
            _plans.pop(drive.key.wrapped, None)


def _kept(wrapped: bytes) -> _Plan:
    with _LOCK:
        now, found = time.monotonic(), _plans.pop(wrapped, None) or _Plan()
        found.seen_at, _plans[wrapped] = now, found
        while len(_plans) > PLANS or next(iter(_plans.values())).seen_at < now - KEPT:
            _plans.popitem(last=False)
    return found


class OpenedOfPlan(Generic[Kept, Whole]):
    """The rows of one kind in a plan. `taken` takes what the envelope holds and gives what is kept of it; `whole` makes
    of all of them, each with whom it is about, what pages ask for. Nobody changes what was made."""

    def __init__(
        self,
        kind: Any,
        envelope: OwnKeyEnvelope[Any],
        taken: Callable[[Any], Kept],
        whole: Callable[[Iterable[tuple[UUID, Kept]]], Whole],
    ) -> None:
        self.kind, self.envelope, self.taken, self.whole = kind, envelope, taken, whole
        self.about = getattr(kind, "contact_id", kind.id)
        self.version = getattr(kind, "version", literal(1))  # rows without one are never changed

    def of(self, session: ReachSession, drive: Drive) -> Whole:
        """What pages ask for of a plan, as it stands now. Raises `InvalidTag` where the plan has no key."""
        key = own_key.of(PURPOSE, drive.key)
        plan, versions = _kept(drive.key.wrapped), self._versions(session, drive)
        mark = hashlib.blake2b(b"".join(b"%b%d." % one for one in versions.items())).digest()
        before: _Rows[Kept, Whole] | None = plan.rows.get(self)
        if before is not None and before.mark == mark:
            return before.whole
        known = {} if before is None else before.by_id
        new = [row for row, version in versions.items() if row not in known or known[row][0] != version]
        read = dict(self._read(session, key, new)) if new else {}
        left_out = set(new) - read.keys()
        by_id = {row: read.get(row) or known[row] for row in versions if row not in left_out}
        whole = self.whole((about, kept) for _version, about, kept in by_id.values())
        # What does not open is looked at anew until it is mended; what this session wrote itself may never be kept.
        if not left_out and not session.info.get(WROTE):
            plan.rows[self] = _Rows(mark, by_id, whole)
        return whole

    def _versions(self, session: ReachSession, drive: Drive) -> dict[bytes, int]:
        """Each row in reach with its version: as many rows come from the database as there are versions."""
        kind = self.kind
        asked = select(self.version, as_given(kind.drive_id), Gathered(kind.id)).where(kind.drive_id == drive.id)
        found: dict[bytes, int] = {}
        for version, given, ids in session.execute(asked.group_by(self.version, kind.drive_id)):
            plain = Split(given).plain(ids)
            found |= dict.fromkeys([plain[at : at + 16] for at in range(0, len(plain), 16)], version)
        return found

    def _read(
        self, session: ReachSession, key: Key, ids: Sequence[bytes]
    ) -> Iterator[tuple[bytes, tuple[int, UUID, Kept]]]:
        """These rows, opened; the page names those that do not open."""
        kind, stored = self.kind, getattr(self.kind, self.envelope.column)
        asked = select(as_given(kind.id), self.version, as_given(self.about).label("about"), stored).where(
            Among(kind.id, ids)
        )
        rows = [(id_of(given), (version, about), stored) for given, version, about, stored in session.execute(asked)]
        people: dict[Any, UUID] = {}  # one object for each person, not for each of their rows
        sealed = ((row, (row, *beside), stored) for row, beside, stored in rows)
        opened = set()
        for (row, version, given), content in self.envelope.each(kind.__tablename__, key, sealed):
            about = people.get(given) or people.setdefault(given, UUID(bytes=id_of(given)))
            opened.add(row)
            yield row, (version, about, self.taken(content))
        damaged = [UUID(bytes=row) for row, _beside, _stored in rows if row not in opened]
        if damaged:
            readable(session.scalars(select(kind).where(kind.id.in_(damaged))), self.envelope.name)
