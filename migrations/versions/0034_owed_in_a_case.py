"""What the one person of a case is owed: as worked out, as it was before, and what is being typed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "owed",
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("snapshot_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_of_a_case("owed"),
        sa.UniqueConstraint("case_id", name=op.f("uq_owed_case_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "owed_earlier",
        sa.Column("owed_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("snapshot_sealed", sa.LargeBinary(), nullable=False),
        *_of_a_case("owed_earlier"),
        sa.ForeignKeyConstraint(
            ["owed_id"], ["owed.id"], name=op.f("fk_owed_earlier_owed_id_owed"), ondelete="CASCADE"
        ),
        sa.UniqueConstraint("owed_id", "number", name=op.f("uq_owed_earlier_owed_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "owed_draft",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("typed_sealed", sa.LargeBinary(), nullable=False),
        *_of_a_case("owed_draft"),
        sa.UniqueConstraint("case_id", "account_id", name=op.f("uq_owed_draft_case_id")),
        sqlite_strict=True,
    )
    for table in ("owed", "owed_earlier", "owed_draft"):
        for column in ("case_id", "workplace_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    op.create_index(op.f("ix_owed_earlier_owed_id"), "owed_earlier", ["owed_id"], unique=False)


def _of_a_case(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f(f"fk_{table}_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f(f"fk_{table}_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    for table in ("owed_draft", "owed_earlier", "owed"):
        op.drop_table(table)
