"""The work of a workplace lies together in its index: one that begins with the workplace stands for two."""

from __future__ import annotations

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}
WHOLE = "uq_employment_whole"
LEANING = {name: f"fk_{name}_employment" for name in ("mandate", "declared_days", "case_file")}
NAMES = ["employment_id", "workplace_id", "member_id"]


def upgrade() -> None:
    _make_anew(["workplace_id", "member_id", "id"])
    op.drop_index("ix_employment_workplace_id", "employment")


def downgrade() -> None:
    op.create_index("ix_employment_workplace_id", "employment", ["workplace_id"])
    _make_anew(["id", "workplace_id", "member_id"])


def _make_anew(columns: list[str]) -> None:
    """The same constraint in another order. PostgreSQL does not let go of it while other tables lean on it."""
    leaning = LEANING if op.get_bind().dialect.name == "postgresql" else {}
    for table, name in leaning.items():
        op.drop_constraint(name, table, type_="foreignkey")
    with op.batch_alter_table("employment", table_kwargs=STRICT) as batch_op:
        batch_op.drop_constraint(WHOLE, type_="unique")
        batch_op.create_unique_constraint(WHOLE, columns)
    for table, name in leaning.items():
        op.create_foreign_key(name, table, "employment", NAMES, ["id", "workplace_id", "member_id"])
