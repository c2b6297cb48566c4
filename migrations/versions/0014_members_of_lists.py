"""Whom a line of a list matches stands inside its facts: a column, beside the employer's own list, named the members.

Nothing has to move: how a line was matched (`matched_by`) was in its facts from the first, and says that it was.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("layoff_person", table_kwargs=STRICT) as batch_op:
        batch_op.drop_column("member_id")


def downgrade() -> None:
    with op.batch_alter_table("layoff_person", table_kwargs=STRICT) as batch_op:
        batch_op.add_column(sa.Column("member_id", sa.Uuid(), nullable=True))
