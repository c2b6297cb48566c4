"""The hours of a delegate's mandate and their meetings with the employer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mandate_hours",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("spent_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_mandate_hours_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate_hours")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mandate_hours_account_id"), "mandate_hours", ["account_id"], unique=False)
    op.create_table(
        "delegates_meeting",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("met_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_delegates_meeting_account_id_account")),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_delegates_meeting_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegates_meeting")),
        sqlite_strict=True,
    )
    for column in ("account_id", "workplace_id"):
        op.create_index(op.f(f"ix_delegates_meeting_{column}"), "delegates_meeting", [column], unique=False)


def downgrade() -> None:
    op.drop_table("delegates_meeting")
    op.drop_table("mandate_hours")
