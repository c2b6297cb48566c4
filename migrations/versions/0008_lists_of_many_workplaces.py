"""A list of workplaces or of headcounts is of many workplaces: its rows name them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}
TABLES = ("roster_import", "import_batch")


def upgrade() -> None:
    for table in TABLES:
        with op.batch_alter_table(table, table_kwargs=STRICT) as batch_op:
            batch_op.alter_column("workplace_id", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    """What such lists would be taken back by goes with them: an earlier version knows neither."""
    for table in reversed(TABLES):
        rows = sa.table(table, sa.column("workplace_id", sa.Uuid()))
        op.execute(rows.delete().where(rows.c.workplace_id.is_(None)))
        with op.batch_alter_table(table, table_kwargs=STRICT) as batch_op:
            batch_op.alter_column("workplace_id", existing_type=sa.Uuid(), nullable=False)
