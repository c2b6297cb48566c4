"""An undo is for good: what each undone batch of an import kept of those whom it took out is forgotten.

Needs the root key where an import was taken back.
"""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa
from alembic import context, op
from cryptography.exceptions import InvalidTag

from union.store import key_table
from union.vault import ring, root
from union.vault.envelope import place

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

BATCH = sa.table("import_batch", sa.column("id", sa.Uuid()), sa.column("kept_sealed", sa.LargeBinary()))


def upgrade() -> None:
    connection = op.get_bind()
    keys: ring.Ring | None = None
    for batch_id in connection.scalars(sa.select(BATCH.c.id)).all():
        stored = bytes(connection.scalars(sa.select(BATCH.c.kept_sealed).where(BATCH.c.id == batch_id)).one())
        keys, sealed_in = keys or _opened(), place("import_batch", "kept_sealed", batch_id)
        try:
            kept: dict[str, Any] = msgspec.json.decode(keys.open("import.kept", sealed_in, stored))
        except (InvalidTag, msgspec.MsgspecError):
            continue  # damaged: it names nobody to anybody
        if kept.pop("removed", None):
            sealed = keys.seal("import.kept", sealed_in, msgspec.json.encode(kept))
            connection.execute(sa.update(BATCH).where(BATCH.c.id == batch_id).values(kept_sealed=sealed))


def downgrade() -> None:
    """What is forgotten does not come back: these imports stay taken back."""


def _opened() -> ring.Ring:
    """The keys of the installation. Raises `BadKey`."""
    secret = context.config.attributes.get("root")
    if secret is None:
        raise root.BadKey("What an import wrote is sealed by the key: run `union upgrade`.")
    return key_table.opened(op.get_bind(), secret)
