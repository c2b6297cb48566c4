"""Employee numbers are compared without the zeros in front, which spreadsheets take away: their tokens are made anew.

Needs the root key where somebody's number begins with a zero or is written in other digits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID, uuid4

import msgspec
import sqlalchemy as sa
from alembic import context, op
from cryptography.exceptions import InvalidTag

from union.store import key_table
from union.text import without_zeros
from union.vault import ring, root
from union.vault.envelope import place

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

TOGETHER = 1000  # employments read at once
WORK = sa.table(
    "employment",
    sa.column("id", sa.Uuid()),
    sa.column("workplace_id", sa.Uuid()),
    sa.column("member_id", sa.Uuid()),
    sa.column("terms_sealed", sa.LargeBinary()),
)
TOKEN = sa.table(
    "member_token", sa.column("id", sa.Uuid()), sa.column("member_id", sa.Uuid()), sa.column("token", sa.LargeBinary())
)


class _Terms(msgspec.Struct):
    employee_number: str = ""


class _Borne(NamedTuple):
    """A number of somebody, by the token of its digits as they are written and by the one without the zeros."""

    member: UUID
    written: bytes
    compared: bytes


def upgrade() -> None:
    for one in list(_borne()):
        _swap(one.member, one.written, one.compared)


def downgrade() -> None:
    for one in list(_borne()):
        _swap(one.member, one.compared, one.written)


def _borne() -> Iterator[_Borne]:
    """Every number whose two tokens differ; an employment that does not open bears none."""
    connection = op.get_bind()
    works = connection.execute(sa.select(WORK)).partitions(TOGETHER)
    keys: ring.Ring | None = None
    for some in works:
        keys = keys or _opened()
        for work in some:
            try:
                sealed_in = place("employment", "terms_sealed", work.id)
                terms = msgspec.json.decode(keys.open("member.terms", sealed_in, bytes(work.terms_sealed)), type=_Terms)
            except (InvalidTag, msgspec.MsgspecError):
                continue
            written, compared = terms.employee_number, without_zeros(terms.employee_number)
            if written != compared:
                key = keys.token_key(f"number|{work.workplace_id}")
                yield _Borne(work.member_id, ring.drawn(key, written), ring.drawn(key, compared))


def _swap(member: UUID, before: bytes, after: bytes) -> None:
    """One token in the place of another; where both stand, or neither, the second stands once in the end."""
    connection, of_member = op.get_bind(), TOKEN.c.member_id == member
    there = connection.execute(sa.select(TOKEN.c.id).where(of_member, TOKEN.c.token == after)).first()
    if there is None:
        connection.execute(sa.insert(TOKEN).values(id=uuid4(), member_id=member, token=after))
    connection.execute(sa.delete(TOKEN).where(of_member, TOKEN.c.token == before))


def _opened() -> ring.Ring:
    """The keys of the installation. Raises `BadKey`."""
    secret = context.config.attributes.get("root")
    if secret is None:
        raise root.BadKey("The numbers of members are sealed by the key: run `union upgrade`.")
    return key_table.opened(op.get_bind(), secret)
