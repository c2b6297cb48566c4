"""Which member an account's holder is: a table of its own, so that nobody says himself who he is."""

from __future__ import annotations

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}
ACCOUNT = sa.table("account", sa.column("id", sa.Uuid()), sa.column("member_id", sa.Uuid()))
MEMBER = sa.table("member", sa.column("id", sa.Uuid()))
OWN = sa.table(
    "own_file",
    sa.column("id", sa.Uuid()),
    sa.column("account_id", sa.Uuid()),
    sa.column("member_id", sa.Uuid()),
)


def upgrade() -> None:
    op.create_table(
        "own_file",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_own_file_account_id_account")),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name=op.f("fk_own_file_member_id_member")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_file")),
        sa.UniqueConstraint("account_id", name=op.f("uq_own_file_account_id")),
        sa.UniqueConstraint("member_id", name=op.f("uq_own_file_member_id")),
        **STRICT,
    )
    _carry_over()
    with op.batch_alter_table("account", table_kwargs=STRICT) as batch_op:
        batch_op.drop_column("member_id")


def _carry_over() -> None:
    """The column had no foreign key: a file that is gone, or that two accounts claim, stays out."""
    connection = op.get_bind()
    there = sa.select(ACCOUNT.c.id, ACCOUNT.c.member_id).join(MEMBER, MEMBER.c.id == ACCOUNT.c.member_id)
    claimed = connection.execute(there).all()
    files = [row.member_id for row in claimed]
    rows = [
        {"id": uuid4(), "account_id": row.id, "member_id": row.member_id}
        for row in claimed
        if files.count(row.member_id) == 1
    ]
    if rows:
        connection.execute(sa.insert(OWN), rows)


def downgrade() -> None:
    with op.batch_alter_table("account", table_kwargs=STRICT) as batch_op:
        batch_op.add_column(sa.Column("member_id", sa.Uuid(), nullable=True))
    connection = op.get_bind()
    for row in connection.execute(sa.select(OWN.c.account_id, OWN.c.member_id)).all():
        connection.execute(sa.update(ACCOUNT).where(ACCOUNT.c.id == row.account_id).values(member_id=row.member_id))
    op.drop_table("own_file")
