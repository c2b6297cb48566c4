"""The end of the record has a code of its own, made with a key: a copy of the last entry's let anybody cut it off.

Needs the root key where there is a record already. An end that does not stand where the last entry does gets no code,
and `union audit verify` goes on saying so.
"""

from __future__ import annotations

import uuid

import sqlalchemy as sa
from alembic import context, op
from cryptography.exceptions import InvalidTag

from union.record import chain
from union.vault import ring, root

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}
NO_CODE = bytes(32)
HEAD = sa.table("record_head", sa.column("id", sa.Uuid()), sa.column("sequence"), sa.column("mac"), sa.column("code"))
ENTRY = sa.table("record_entry", sa.column("sequence"), sa.column("mac"))
KEY = sa.table("key_ring", sa.column("number"), sa.column("purpose"), sa.column("state"), sa.column("wrapped"))


def upgrade() -> None:
    connection = op.get_bind()
    head = connection.execute(sa.select(HEAD.c.sequence, HEAD.c.mac)).first()
    last = connection.execute(sa.select(ENTRY).order_by(ENTRY.c.sequence.desc()).limit(1)).first()
    with op.batch_alter_table("record_head", table_kwargs=STRICT) as batch_op:
        batch_op.alter_column("mac", new_column_name="code", existing_type=sa.LargeBinary(32), existing_nullable=False)
    keys = connection.execute(sa.select(KEY).where(KEY.c.purpose == "record.mac", KEY.c.state == "active")).all()
    if not keys and head is None and last is None:  # a database that is just being made
        return
    if head is None:
        code = NO_CODE if last else chain.head_code(_opened(keys), 0, chain.GENESIS)
        connection.execute(sa.insert(HEAD).values(id=uuid.uuid4(), sequence=last.sequence if last else 0, code=code))
    elif last is not None and (head.sequence, bytes(head.mac)) == (last.sequence, bytes(last.mac)):
        code = chain.head_code(_opened(keys), last.sequence, bytes(last.mac))
        connection.execute(sa.update(HEAD).values(code=code))
    else:
        connection.execute(sa.update(HEAD).values(code=NO_CODE))


def downgrade() -> None:
    connection = op.get_bind()
    last = connection.execute(sa.select(ENTRY).order_by(ENTRY.c.sequence.desc()).limit(1)).first()
    with op.batch_alter_table("record_head", table_kwargs=STRICT) as batch_op:
        batch_op.alter_column("code", new_column_name="mac", existing_type=sa.LargeBinary(32), existing_nullable=False)
    if last is None:
        connection.execute(sa.delete(HEAD))
    else:
        connection.execute(sa.update(HEAD).values(sequence=last.sequence, mac=last.mac))


def _opened(keys: list[sa.Row[tuple[int, str, str, bytes]]]) -> ring.Ring:
    """The key of the record. Raises `BadKey`."""
    secret = context.config.attributes.get("root")
    if secret is None:
        raise root.BadKey("The end of the record is sealed by the key: run `union upgrade`.")
    opened = ring.Ring(secret)
    for row in keys:
        try:
            opened.add(row.number, row.purpose, bytes(row.wrapped), active=True)
        except InvalidTag:
            raise root.BadKey(
                "This key file is not the one that this state was created with: put the right one back."
            ) from None
    return opened
