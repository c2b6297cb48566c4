"""What somebody is exposed to at work, beside a case."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exposure",
        sa.Column("exposed_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_exposure_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_exposure_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exposure")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_exposure_case_id"), "exposure", ["case_id"])
    op.create_index(op.f("ix_exposure_workplace_id"), "exposure", ["workplace_id"])


def downgrade() -> None:
    op.drop_table("exposure")
