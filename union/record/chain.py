"""The record: who did, opened or took out what, and when; append-only, chained by a keyed MAC."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Index,
    LargeBinary,
    Select,
    Table,
    false,
    func,
    insert,
    inspect,
    select,
    text,
    true,
    update,
)
from sqlalchemy.orm import Mapped, Session

from union.store.db import Model, Store
from union.store.reach import Reach, Reachable, ReachSession, raw
from union.vault import ring
from union.vault.envelope import Envelope, plain, sealed, token_column

GENESIS = bytes(32)
NO_END = b""  # what an entry stands on that was written where the end of the record did not hold: it never holds itself
_ADVISORY = 7_265_636  # any number of our own: the lock under which PostgreSQL appends


class Act(Enum):
    """What can be recorded of a thing."""

    CREATED = "created"
    CHANGED = "changed"
    OPENED = "opened"
    LISTED = "listed"
    EXPORTED = "exported"
    IMPORTED = "imported"
    REMOVED = "removed"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"
    GRANTED = "granted"
    ENDED = "ended"


@dataclass(frozen=True)
class Event:
    """What happened, in an envelope: the record is a map of who works on whom."""

    by: UUID | None
    act: Act
    kind: str
    subject: UUID | None
    at: datetime
    note: str = ""
    case: UUID | None = None  # the case that it belongs to: a confidential one is kept from whom it does not name


class RecordEntry(Reachable, Model):
    """One event. Written with the act itself, in its transaction; never changed."""

    __tablename__ = "record_entry"
    # The entries of one thing are found in their order.
    __table_args__ = (Index("ix_record_entry_subject_token", "subject_token", "sequence"),)

    sequence: Mapped[int] = plain("the order of the chain", BigInteger, unique=True)
    subject_token: Mapped[bytes | None] = token_column(nullable=True, index=False)
    event_sealed: Mapped[bytes] = sealed()
    event = Envelope(Event, "record")
    mac: Mapped[bytes] = plain("a keyed MAC over the entry and the one before", LargeBinary(32))

    @classmethod
    def within(cls, reach: Reach) -> ColumnElement[bool]:
        """The whole record for who reads it; the openings of one thing are asked for by `about`, from its own page."""
        return true() if reach.accounts else false()


class RecordHead(Model):
    """The end of the chain: one row under a code of its own, so that whoever cuts entries off cannot move it back."""

    __tablename__ = "record_head"

    sequence: Mapped[int] = plain("the number of the last entry", BigInteger)
    code: Mapped[bytes] = plain("a keyed code over that number and the MAC of the last entry", LargeBinary(32))


ENTRY: Table = RecordEntry.__table__  # type: ignore[assignment]  # written below the reach, by this module alone
HEAD: Table = RecordHead.__table__  # type: ignore[assignment]  # as above


# Filled in `features`: the kinds whose subject is a case, the kinds of what hangs on one,
# and which of some cases a session reaches.
CASES: set[str] = set()
PARTS: set[str] = set()
REACHED: list[Callable[[ReachSession, set[UUID]], set[UUID]]] = []


def note(
    session: Session,
    by: UUID | None,
    act: Act,
    kind: str,
    subject: UUID | None,
    words: str = "",
    *,
    case: UUID | None = None,
) -> None:
    """Remember one event; it is sealed into the chain just before the transaction's commit.

    What hangs on a case says on which: its own row may be gone when the line is read. Raises `ValueError` where it
    does not.
    """
    if kind in CASES:
        case = subject
    elif kind in PARTS and case is None:
        raise ValueError(f"on which case is this {kind}?")
    event = Event(by, act, kind, subject, datetime.now(UTC).replace(microsecond=0), words, case)
    session.info.setdefault("record", []).append(event)


def opened(
    store: Store,
    by: UUID | None,
    kind: str,
    subject: UUID | None,
    act: Act = Act.OPENED,
    words: str = "",
    *,
    case: UUID | None = None,
) -> None:
    """Remember an opening in a short transaction of its own, before the answer leaves."""
    with store.writing(Reach(person=by)) as session:
        note(session, by, act, kind, subject, words, case=case)


def listed(
    store: Store, by: UUID | None, kind: str, subject: UUID | None, found: int, *, case: UUID | None = None
) -> None:
    """Remember that a list of people was looked through or searched, and how many it showed; never what was
    searched."""
    opened(store, by, kind, subject, Act.LISTED, str(found), case=case)


def known(session: ReachSession, events: Iterable[Event]) -> set[UUID]:
    """The cases of these events that a session reaches: the others are not its reader's to know of."""
    wanted = {case for case in map(case_of, events) if case is not None}
    return set().union(*(reached(session, wanted) for reached in REACHED)) if wanted else set()


def case_of(event: Event) -> UUID | None:
    """The case that an event belongs to; an entry of before it was written down says it only where it is the case."""
    return event.subject if event.case is None and event.kind in CASES else event.case


def install(store: Store) -> None:
    """Seal what was noted at each commit of this store."""
    store.before_commit.append(_append)


def _append(session: Session) -> None:
    events: list[Event] = session.info.pop("record", [])
    if not events:
        return
    connection = raw(session)
    if connection.dialect.name == "postgresql":  # late: 33 ms at the 95th percentile with 8 writers, against 257 early
        connection.execute(text("select pg_advisory_xact_lock(:n)"), {"n": _ADVISORY})
    known, sequence, before = _end(connection)
    rows = []
    for event in events:
        sequence += 1
        row_id = uuid4()
        body = RecordEntry.event.seal("record_entry", row_id, event)
        subject = None if event.subject is None else subject_token(event.subject)
        before = _mac(sequence, before, row_id, subject, body)
        rows.append({"id": row_id, "sequence": sequence, "subject_token": subject, "event_sealed": body, "mac": before})
    connection.execute(insert(ENTRY), rows)
    values = {"sequence": sequence, "code": head_code(ring.current(), sequence, before)}
    connection.execute(update(HEAD).values(values) if known else insert(HEAD).values(id=uuid4(), **values))


def begin(session: Session, keys: ring.Ring) -> None:
    """The end of a record without entries: from here on it is missed where it is not there."""
    raw(session).execute(insert(HEAD).values(id=uuid4(), sequence=0, code=head_code(keys, 0, GENESIS)))


def length(session: Session) -> int:
    """How many entries there are; `verify` says whether they hold."""
    return raw(session).scalar(select(func.count(ENTRY.c.id))) or 0


def head_code(keys: ring.Ring, sequence: int, mac: bytes) -> bytes:
    """The code of the end, under a key of its own: nobody who has the database alone makes one for an earlier entry."""
    key = ring.expand(keys.sealing["record.mac"].secret, "record.head/v1")
    return hmac.digest(key, sequence.to_bytes(8, "big") + mac, "sha256")


_END = select(HEAD.c.sequence, HEAD.c.code, ENTRY.c.mac).outerjoin(ENTRY, ENTRY.c.sequence == HEAD.c.sequence)


def _end(connection: Connection) -> tuple[bool, int, bytes]:
    """Whether the end is there, the number of the last entry, and what the next one stands on.

    Where the end does not hold, the next entry does not either: else going on would cover up what was cut off.
    """
    head = connection.execute(_END).first()
    if head is not None and _holds(head):
        return True, head.sequence, head.mac or GENESIS
    return head is not None, connection.scalar(select(func.max(ENTRY.c.sequence))) or 0, NO_END


def _holds(head: Any) -> bool:
    mac = GENESIS if head.sequence == 0 else head.mac
    return mac is not None and hmac.compare_digest(head.code, head_code(ring.current(), head.sequence, mac))


def anchor(session: Session) -> str:
    """A fingerprint of the last entry, for what leaves: it was made after that one, and only we find it again.

    Neither the entry's number, which tells how much is done here, nor its code.
    """
    head = raw(session).execute(_END).first()
    return hashlib.sha256((head.mac if head is not None else None) or GENESIS).hexdigest()[:32]


def subject_token(subject: UUID) -> bytes:
    return ring.token("record.subject", str(subject))


def _mac(sequence: int, before: bytes, row_id: UUID, subject: bytes | None, body: bytes) -> bytes:
    return ring.mac("record.mac", str(sequence).encode(), before, row_id.bytes, subject or b"", body)


def latest() -> Select[RecordEntry]:
    """The whole record, newest first, as far as the reach shows it."""
    return select(RecordEntry).order_by(RecordEntry.sequence.desc())


def about(session: ReachSession, subject: Reachable, limit: int = 50) -> list[Event]:
    """What happened to one thing, newest first. A caller who holds the row itself has reached it."""
    if subject not in session or not inspect(subject).persistent:  # one that was only made up here shows nothing
        raise ValueError("Only for a row that this session has reached")
    wanted = subject_token(subject.id)  # type: ignore[attr-defined]  # every mapped row has its id
    pieces = _pieces(session, wanted, limit)
    return list(islice(_shown(session, subject.id, pieces), limit))  # type: ignore[attr-defined]  # as above


def _pieces(session: ReachSession, wanted: bytes, size: int) -> Iterator[Sequence[Any]]:
    """The entries of one thing, newest first, so many at a time: what was opened daily for years has thousands."""
    asked = select(ENTRY.c.id, ENTRY.c.sequence, ENTRY.c.event_sealed).where(ENTRY.c.subject_token == wanted)
    asked = asked.order_by(ENTRY.c.sequence.desc()).limit(size)
    rows: Sequence[Any] = raw(session).execute(asked).all()
    while rows:
        yield rows
        last = rows[-1].sequence
        rows = raw(session).execute(asked.where(ENTRY.c.sequence < last)).all() if len(rows) == size else ()


def _shown(session: ReachSession, held: UUID, pieces: Iterable[Sequence[Any]]) -> Iterator[Event]:
    """Without what belongs to a case out of reach, and as many as without it: no number tells that it is there.

    `held` is a row that the session has reached: where it is the case itself, that is not asked again.
    """
    for rows in pieces:
        events = [_opened(row.id, row.event_sealed) for row in rows]
        others = [one for one in events if case_of(one) not in (None, held)]
        cases = known(session, others) if others else set()
        hidden = {id(one) for one in others if case_of(one) not in cases}
        yield from (one for one in events if id(one) not in hidden) if hidden else events


@lru_cache(maxsize=4096)
def _opened(entry_id: UUID, kept: bytes) -> Event:
    """An entry never changes: what a much-read case shows of its two hundred readings is opened once."""
    return RecordEntry.event.open("record_entry", entry_id, kept)


@dataclass(frozen=True)
class Verdict:
    """What `union audit verify` says: how many entries hold, and the first that does not."""

    checked: int
    bad: int | None = None
    why: str = ""


def verify(session: Session) -> Verdict:
    """Walk the chain from its first entry. Names the first bad row; a tail that was cut off shows against the head."""
    before, expected = GENESIS, 0
    columns = (ENTRY.c.id, ENTRY.c.sequence, ENTRY.c.subject_token, ENTRY.c.event_sealed, ENTRY.c.mac)
    for row in raw(session).execute(select(*columns).order_by(ENTRY.c.sequence)).yield_per(1000):
        expected += 1
        if row.sequence != expected:
            return Verdict(expected - 1, expected, "missing")
        if not _stands_on(row, before):
            cut = _stands_on(row, NO_END)
            return Verdict(expected - 1, expected, "written after the end before it was cut off" if cut else "changed")
        before = row.mac
    head = raw(session).execute(_END).first()
    if head is None or head.sequence != expected or not _holds(head):
        return Verdict(expected, expected + 1, "cut off at the end")
    return Verdict(expected)


def _stands_on(row: Any, before: bytes) -> bool:
    return hmac.compare_digest(row.mac, _mac(row.sequence, before, row.id, row.subject_token, row.event_sealed))
