"""Elections of staff delegates while they are under way, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "poll",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_poll_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_poll_workplace_id"), "poll", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.drop_table("poll")
