"""Union sections: what is known of one, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0053"
down_revision = "0054"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "section",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_section_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_section")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_section_workplace_id"), "section", ["workplace_id"])


def downgrade() -> None:
    op.drop_table("section")
