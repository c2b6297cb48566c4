"""What is planned at a site, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "site_standing",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("standing_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_site_standing_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_standing")),
        sa.UniqueConstraint("workplace_id", name=op.f("uq_site_standing_workplace_id")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    op.drop_table("site_standing")
