"""The published counts of each workplace as they were at the first view of a day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "published_count",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("counted_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_published_count_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_count")),
        sa.UniqueConstraint("workplace_id", name=op.f("uq_published_count_workplace_id")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("published_count")
