"""The organiser's desk: a case that is to change hands, cases that belong together, what a closed one taught about its
site, and lists of cases kept under a name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _part(
        "case_transfer",
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(40), nullable=False),
        sa.Column("offer_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_transfer_case_id")),
    )
    op.create_index(op.f("ix_case_transfer_by_id"), "case_transfer", ["by_id"])
    op.create_index(op.f("ix_case_transfer_to_id"), "case_transfer", ["to_id"])
    _part(
        "case_link",
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column("tie", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["case_file.id"], name=op.f("fk_case_link_other_id_case_file")),
        sa.UniqueConstraint("case_id", "other_id", name=op.f("uq_case_link_case_id")),
    )
    op.create_index(op.f("ix_case_link_case_id"), "case_link", ["case_id"])
    op.create_index(op.f("ix_case_link_other_id"), "case_link", ["other_id"])
    _part(
        "case_lesson",
        sa.Column("lesson_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.UniqueConstraint("case_id", name=op.f("uq_case_lesson_case_id")),
    )
    op.create_table(
        "saved_list",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=True),
        sa.Column("saved_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_saved_list_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_list")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_saved_list_account_id"), "saved_list", ["account_id"])
    op.create_index(op.f("ix_saved_list_workplace_id"), "saved_list", ["workplace_id"])


def _part(name: str, *columns: sa.schema.SchemaItem) -> None:
    """A table that hangs on a case."""
    op.create_table(
        name,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f(f"fk_{name}_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f(f"fk_{name}_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_strict=True,
    )
    op.create_index(op.f(f"ix_{name}_workplace_id"), name, ["workplace_id"])


def downgrade() -> None:
    for name in ("saved_list", "case_lesson", "case_link", "case_transfer"):
        op.drop_table(name)
