"""Codes that the secretariat gives for a forgotten password, and passwords that somebody else gave."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("account", table_kwargs=STRICT) as batch_op:
        # Passwords of before were chosen by nobody knows whom: nobody is shut out by this revision.
        batch_op.add_column(sa.Column("renews", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("resets_sealed", sa.LargeBinary(), nullable=True))
    with op.batch_alter_table("account", table_kwargs=STRICT) as batch_op:
        batch_op.alter_column("renews", existing_type=sa.Boolean(), existing_nullable=False, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("account", table_kwargs=STRICT) as batch_op:
        batch_op.drop_column("resets_sealed")
        batch_op.drop_column("renews")
