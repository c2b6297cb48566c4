"""How many messages of a case wait for whoever reported it and whoever follows it. What was written before counts as
read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_unread",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_unread_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_case_unread_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_unread")),
        sa.UniqueConstraint("case_id", "account_id", name=op.f("uq_case_unread_case_id")),
        sqlite_strict=True,
    )
    for column in ("account_id", "case_id", "workplace_id"):
        op.create_index(op.f(f"ix_case_unread_{column}"), "case_unread", [column], unique=False)


def downgrade() -> None:
    op.drop_table("case_unread")
