"""What an employer declared of somebody to the social security fund."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLE = "declared_days"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("employment_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("declared_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["employment_id", "workplace_id", "member_id"],
            ["employment.id", "employment.workplace_id", "employment.member_id"],
            name="fk_declared_days_employment",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint("employment_id", name="uq_declared_days_employment_id"),
        sqlite_strict=True,
    )
    for column in ("workplace_id", "member_id"):
        op.create_index(op.f(f"ix_{TABLE}_{column}"), TABLE, [column], unique=False)


def downgrade() -> None:
    op.drop_table(TABLE)
