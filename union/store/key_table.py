"""The table of wrapped keys: made once, opened at every start, one row a key."""

from __future__ import annotations

from enum import Enum

from cryptography.exceptions import InvalidTag
from sqlalchemy import Connection, Integer, LargeBinary, String, select
from sqlalchemy.orm import Mapped, Session

from union.store.db import Model, named
from union.vault import ring
from union.vault.envelope import plain
from union.vault.root import BadKey


class KeyState(Enum):
    """What a key is still for."""

    ACTIVE = "active"
    OPENS_ONLY = "opens_only"
    RETIRED = "retired"


class KeyRow(Model):
    """One data key, wrapped by the root key. Not reachable: read by the process itself, and useless without the
    root."""

    __tablename__ = "key_ring"

    number: Mapped[int] = plain("its place in the ring", Integer, unique=True)
    purpose: Mapped[str] = plain("a name from our own code", String(60))
    state: Mapped[KeyState] = plain("a closed list", named(KeyState))
    wrapped: Mapped[bytes] = plain("sealed by the root key, which is not in the database", LargeBinary)


def complete(session: Session, root: bytes) -> list[str]:
    """Add a key for each purpose that has none yet (`init`, `upgrade`). Returns the purposes that it was added for."""
    ring_ = opened(session, root)
    last = max((row.number for row in session.scalars(select(KeyRow))), default=0)
    missing = ring_.missing(ring.PURPOSES)
    for number, purpose in enumerate(missing, last + 1):
        wrapped = ring_.wrap_new(number, purpose)
        session.add(KeyRow(number=number, purpose=purpose, state=KeyState.ACTIVE, wrapped=wrapped))
    session.flush()
    return missing


def unlock(session: Session, root: bytes) -> None:
    """Open the ring for this process. Raises `BadKey` where the root key is another one, or keys are missing."""
    ring_ = opened(session, root)
    if missing := ring_.missing(ring.PURPOSES):
        raise BadKey(f"The key ring lacks {', '.join(missing)}: run `union upgrade`.")
    ring.use(ring_)


def works(session: Session) -> bool:
    """Whether this process opens every key that stands in the table now: another database has a ring of its own."""
    try:
        return not opened(session, ring.current().root).missing(ring.PURPOSES)
    except (BadKey, ring.Locked):
        return False


def opened(session: Session | Connection, root: bytes) -> ring.Ring:
    """The ring as it stands in the table. Raises `BadKey` where the root key is another one."""
    ring_, kept = ring.Ring(root), KeyRow.state != KeyState.RETIRED
    asked = select(KeyRow.number, KeyRow.purpose, KeyRow.state, KeyRow.wrapped).where(kept).order_by(KeyRow.number)
    for row in session.execute(asked):
        try:
            ring_.add(row.number, row.purpose, row.wrapped, active=row.state is KeyState.ACTIVE)
        except InvalidTag:
            raise BadKey(
                "This key file is not the one that this state was created with: put the right one back."
            ) from None
    return ring_
