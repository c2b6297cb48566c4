"""The first hours of a closure, its form at the gate, and the people taken in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _of_a_case(
        "closure",
        sa.Column("plan_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    _of_a_case("intake", sa.Column("open", sa.Boolean(), nullable=False))
    op.create_table(
        "taken_in",
        sa.Column("intake_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("person_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["intake_id"], ["intake.id"], name=op.f("fk_taken_in_intake_id_intake")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_taken_in_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_in")),
        sqlite_strict=True,
    )
    for column in ("intake_id", "workplace_id", "account_id"):
        op.create_index(op.f(f"ix_taken_in_{column}"), "taken_in", [column], unique=False)


def downgrade() -> None:
    for table in ("taken_in", "intake", "closure"):
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
        sa.UniqueConstraint("case_id", name=op.f(f"uq_{table}_case_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f(f"ix_{table}_workplace_id"), table, ["workplace_id"], unique=False)
