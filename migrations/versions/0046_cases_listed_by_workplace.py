"""The index that lists are read from begins with the workplace; the few cases that ask for a reason have their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None

LISTED = "ix_case_file_listed"
BEFORE = "reason_asked stage kind workplace_id confidential reported_by handled_by due_on theirs_on at_once code id"
AFTER = "workplace_id stage kind due_on theirs_on at_once reason_asked confidential reported_by handled_by code id"


def upgrade() -> None:
    op.drop_index(LISTED, "case_file")
    op.create_index(LISTED, "case_file", AFTER.split())
    op.drop_index("ix_case_file_workplace_id", "case_file")  # the one above begins with it
    op.create_index(
        "ix_case_file_reason_asked",
        "case_file",
        ["workplace_id"],
        sqlite_where=sa.text("reason_asked = 1"),
        postgresql_where=sa.text("reason_asked"),
    )


def downgrade() -> None:
    op.drop_index("ix_case_file_reason_asked", "case_file")
    op.create_index("ix_case_file_workplace_id", "case_file", ["workplace_id"])
    op.drop_index(LISTED, "case_file")
    op.create_index(LISTED, "case_file", BEFORE.split())
