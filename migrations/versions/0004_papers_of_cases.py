"""Signed receipts, dismissal letters and court files of a case, and the dates that they put into it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}
PAPERS = {"receipt": "signed_sealed", "dismissal": "decision_sealed", "court_file": "matter_sealed"}


def upgrade() -> None:
    for table, sealed in PAPERS.items():
        _of_a_case(
            table,
            sa.Column(sealed, sa.LargeBinary(), nullable=False),
            sa.Column("version", sa.Integer(), nullable=False),
        )
    source = sa.Enum("receipt", "dismissal", "court", name="source", native_enum=False, length=40)
    _of_a_case(
        "case_date",
        sa.Column("source", source, nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("dated_sealed", sa.LargeBinary(), nullable=False),
    )
    with op.batch_alter_table("case_date") as batch_op:
        batch_op.create_index(batch_op.f("ix_case_date_source_id"), ["source_id"], unique=False)


def downgrade() -> None:
    for table in ("case_date", *PAPERS):
        op.drop_table(table)


def _of_a_case(table: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        *columns,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f(f"fk_{table}_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f(f"fk_{table}_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        **STRICT,
    )
    with op.batch_alter_table(table) as batch_op:
        batch_op.create_index(batch_op.f(f"ix_{table}_case_id"), ["case_id"], unique=False)
        batch_op.create_index(batch_op.f(f"ix_{table}_workplace_id"), ["workplace_id"], unique=False)
