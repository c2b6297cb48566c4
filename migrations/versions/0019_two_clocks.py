"""A case says what is to be done at once, and keeps the other side's next day apart from ours.

What they are follows from what is sealed, which no migration opens: both are counted anew at the case's next act, and
by the next daily round of the worker. Until then a case stands where it stood.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("case_file", table_kwargs=STRICT) as batch_op:
        batch_op.add_column(sa.Column("at_once", sa.Boolean(), nullable=True))
        batch_op.add_column(sa.Column("theirs_on", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("case_file", table_kwargs=STRICT) as batch_op:
        batch_op.drop_column("theirs_on")
        batch_op.drop_column("at_once")
