"""Files attached to cases, and those on their way in pieces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _files()
    op.create_table(
        "attachment_upload",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_sealed", sa.LargeBinary(), nullable=False),
        *_of_a_case("attachment_upload"),
        sqlite_strict=True,
    )
    for column in ("account_id", "case_id", "workplace_id"):
        op.create_index(f"ix_attachment_upload_{column}", "attachment_upload", [column])
    op.create_table(
        "attachment_upload_piece",
        sa.Column("upload_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["upload_id"], ["attachment_upload.id"], name=op.f("fk_attachment_upload_piece_upload_id_attachment_upload")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment_upload_piece")),
        sa.UniqueConstraint("upload_id", "number", name=op.f("uq_attachment_upload_piece_upload_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_attachment_upload_piece_upload_id", "attachment_upload_piece", ["upload_id"])


def _files() -> None:
    op.create_table(
        "attachment",
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=True),
        sa.Column("shown_id", sa.Uuid(), nullable=True),
        sa.Column("content", sa.LargeBinary(length=16), nullable=False),
        sa.Column("desk_only", sa.Boolean(), nullable=False),
        sa.Column("kept_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("description_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("held_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("destruction_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        *_of_a_case("attachment"),
        sa.UniqueConstraint("code", name=op.f("uq_attachment_code")),
        sqlite_strict=True,
    )
    for column in ("account_id", "case_id", "workplace_id"):
        op.create_index(f"ix_attachment_{column}", "attachment", [column])
    op.create_index("ix_attachment_content", "attachment", ["content"], unique=True)


def _of_a_case(table: str) -> tuple[sa.Column, ...]:
    return (
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f(f"fk_{table}_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f(f"fk_{table}_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def downgrade() -> None:
    op.drop_table("attachment_upload_piece")
    op.drop_table("attachment_upload")
    op.drop_table("attachment")
