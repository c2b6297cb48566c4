"""Meetings of the union at a site; sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0054"
down_revision = "0051"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "union_meeting",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_union_meeting_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_union_meeting")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_union_meeting_workplace_id"), "union_meeting", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.drop_table("union_meeting")
