"""Letters of cases: their text as it was edited, who checked it, and how they went, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_letter",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("begun_by", sa.Uuid(), nullable=False),
        sa.Column("written_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_letter_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_case_letter_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_letter")),
        sa.UniqueConstraint("code", name=op.f("uq_case_letter_code")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_case_letter_begun_by"), "case_letter", ["begun_by"], unique=False)
    op.create_index(op.f("ix_case_letter_case_id"), "case_letter", ["case_id"], unique=False)
    op.create_index(op.f("ix_case_letter_workplace_id"), "case_letter", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.drop_table("case_letter")
