"""What an import wrote and replaced, batch by batch, so that it can be taken back; a command's import has no
account."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    op.create_table(
        "import_batch",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kept_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["roster_import.id"], name=op.f("fk_import_batch_import_id_roster_import")
        ),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_import_batch_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        **STRICT,
    )
    with op.batch_alter_table("import_batch") as batch_op:
        batch_op.create_index(batch_op.f("ix_import_batch_import_id"), ["import_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_import_batch_workplace_id"), ["workplace_id"], unique=False)
    _owners_may_be_empty(True)


def downgrade() -> None:
    op.drop_table("import_batch")
    op.execute("DELETE FROM roster_import WHERE account_id IS NULL OR file_id IS NULL")
    _owners_may_be_empty(False)


def _owners_may_be_empty(empty: bool) -> None:
    with op.batch_alter_table("roster_import", table_kwargs=STRICT) as batch_op:
        batch_op.alter_column("account_id", existing_type=sa.Uuid(), nullable=empty)
        batch_op.alter_column("file_id", existing_type=sa.Uuid(), nullable=empty)
