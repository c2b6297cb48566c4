"""Union events and measures that no case knows, for the line of time beside them, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "union_event",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=True),
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_union_event_workplace_id_workplace")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_union_event_member_id_member"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_union_event")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_union_event_member_id"), "union_event", ["member_id"], unique=False)
    op.create_index(op.f("ix_union_event_workplace_id"), "union_event", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.drop_table("union_event")
