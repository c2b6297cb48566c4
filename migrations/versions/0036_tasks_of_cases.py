"""Own tasks of a case beside the law's steps: what, by when and who, sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_task",
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("task_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_task_case_id_case_file")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_case_task_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_task")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_case_task_case_id"), "case_task", ["case_id"], unique=False)
    op.create_index(op.f("ix_case_task_workplace_id"), "case_task", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.execute("DELETE FROM case_date WHERE source = 'task'")
    op.drop_table("case_task")
