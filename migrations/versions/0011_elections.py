"""Results of the elections of staff delegates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "election",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("result_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_election_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_election")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_election_workplace_id"), "election", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.drop_table("election")
