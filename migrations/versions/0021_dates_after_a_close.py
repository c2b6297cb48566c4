"""What was decided of each date that still ran when a case was closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_closing",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("answers_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_closing_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_case_closing_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_closing")),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_closing_case_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_case_closing_workplace_id"), "case_closing", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM case_date WHERE source = 'kept'")
    op.drop_table("case_closing")
