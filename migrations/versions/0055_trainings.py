"""Trainings, and who has a place on one; sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0055"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "training",
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
        sqlite_strict=True,
    )
    op.create_table(
        "training_place",
        sa.Column("training_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("place_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["training_id"], ["training.id"], name=op.f("fk_training_place_training_id_training")),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_training_place_workplace_id_workplace")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_training_place_member_id_member"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_place")),
        sa.UniqueConstraint("training_id", "workplace_id", "member_id", name=op.f("uq_training_place_training_id")),
        sqlite_strict=True,
    )
    for column in ("training_id", "workplace_id", "member_id"):
        op.create_index(op.f(f"ix_training_place_{column}"), "training_place", [column], unique=False)


def downgrade() -> None:
    op.drop_table("training_place")
    op.drop_table("training")
