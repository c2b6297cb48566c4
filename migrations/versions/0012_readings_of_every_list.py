"""How a list of many workplaces was read is kept too: it belongs to none of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}
TABLE = "saved_reading"


def upgrade() -> None:
    with op.batch_alter_table(TABLE, table_kwargs=STRICT) as batch_op:
        batch_op.alter_column("workplace_id", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    """Those of many workplaces go: an earlier version knows none."""
    rows = sa.table(TABLE, sa.column("workplace_id", sa.Uuid()))
    op.execute(rows.delete().where(rows.c.workplace_id.is_(None)))
    with op.batch_alter_table(TABLE, table_kwargs=STRICT) as batch_op:
        batch_op.alter_column("workplace_id", existing_type=sa.Uuid(), nullable=False)
