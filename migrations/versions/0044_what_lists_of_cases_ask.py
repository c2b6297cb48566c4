"""One index over what lists of cases are ordered, filtered and counted by."""

from __future__ import annotations

from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

NAME = "ix_case_file_listed"
COLUMNS = [
    "reason_asked",
    "stage",
    "kind",
    "workplace_id",
    "confidential",
    "reported_by",
    "handled_by",
    "due_on",
    "theirs_on",
    "at_once",
    "code",
    "id",
]


def upgrade() -> None:
    op.create_index(NAME, "case_file", list(COLUMNS))


def downgrade() -> None:
    op.drop_index(NAME, "case_file")
