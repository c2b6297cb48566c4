"""The entries of the record about one thing, found in their order: what is opened daily has thousands."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

INDEX = "ix_record_entry_subject_token"


def upgrade() -> None:
    op.drop_index(INDEX, table_name="record_entry")
    op.create_index(INDEX, "record_entry", ["subject_token", "sequence"], unique=False)


def downgrade() -> None:
    op.drop_index(INDEX, table_name="record_entry")
    op.create_index(INDEX, "record_entry", ["subject_token"], unique=False)
