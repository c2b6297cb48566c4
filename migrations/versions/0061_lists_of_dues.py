"""Lists of payments that were brought in; sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0061"
down_revision = "0060"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dues_list",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("new", "written", "undone", name="liststate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("listed_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_dues_list_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dues_list")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_dues_list_workplace_id"), "dues_list", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.drop_table("dues_list")
