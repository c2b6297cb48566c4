"""When somebody came last, and that something was done on a case since they opened it. What was done before counts as
seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account_visit",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("came_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_account_visit_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_visit")),
        sa.UniqueConstraint("account_id", name=op.f("uq_account_visit_account_id")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("case_unread", table_kwargs={"sqlite_strict": True}) as batch_op:
        batch_op.add_column(sa.Column("moved", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("case_unread", table_kwargs={"sqlite_strict": True}) as batch_op:
        batch_op.drop_column("moved")
    op.drop_table("account_visit")
