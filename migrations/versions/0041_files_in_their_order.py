"""Files of a case have their order, may be of one person of a dispute, and strategy has one name."""

from __future__ import annotations

from itertools import count, groupby

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    op.add_column("attachment", sa.Column("about_sealed", sa.LargeBinary(), nullable=True))
    op.add_column("attachment", sa.Column("number", sa.Integer(), nullable=True))
    _number()
    with op.batch_alter_table("attachment", table_kwargs=STRICT) as batch:
        batch.alter_column("desk_only", new_column_name="strategy", existing_type=sa.Boolean())
        batch.alter_column("number", existing_type=sa.Integer(), nullable=False)
        batch.create_unique_constraint(op.f("uq_attachment_case_id"), ["case_id", "number"])


def _number() -> None:
    """By their days, in which they were shown until now: the hour is sealed."""
    files = sa.table("attachment", *(sa.column(name) for name in ("id", "case_id", "sent_on", "code", "number")))
    asked = sa.select(files.c.id, files.c.case_id).order_by(files.c.case_id, files.c.sent_on, files.c.code)
    for _case, rows in groupby(op.get_bind().execute(asked).all(), lambda row: row.case_id):
        for number, row in zip(count(1), rows, strict=False):
            op.execute(files.update().where(files.c.id == row.id).values(number=number))


def downgrade() -> None:
    with op.batch_alter_table("attachment", table_kwargs=STRICT) as batch:
        batch.drop_constraint(op.f("uq_attachment_case_id"), type_="unique")
        batch.drop_column("number")
        batch.drop_column("about_sealed")
        batch.alter_column("strategy", new_column_name="desk_only", existing_type=sa.Boolean())
