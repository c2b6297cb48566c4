"""The register of mail: its numbers, and what stands behind each, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mail_number",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_mail_number_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_number")),
        sa.UniqueConstraint("workplace_id", "year", "direction", "number", name=op.f("uq_mail_number_workplace_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mail_number_workplace_id"), "mail_number", ["workplace_id"], unique=False)
    op.create_table(
        "mail_entry",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=True),
        sa.Column("number_id", sa.Uuid(), nullable=False),
        sa.Column("entered_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_mail_entry_case_id_case_file")),
        sa.ForeignKeyConstraint(["number_id"], ["mail_number.id"], name=op.f("fk_mail_entry_number_id_mail_number")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_mail_entry_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_entry")),
        sa.UniqueConstraint("number_id", name=op.f("uq_mail_entry_number_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mail_entry_workplace_id"), "mail_entry", ["workplace_id"], unique=False)
    op.create_index(op.f("ix_mail_entry_case_id"), "mail_entry", ["case_id"], unique=False)


def downgrade() -> None:
    op.drop_table("mail_entry")
    op.drop_table("mail_number")
