"""Cases that are opened for a reason alone, and what waits for a second person.

No case of before asks for one: those whom it names say so on its page.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    with op.batch_alter_table("case_file", table_kwargs=STRICT) as batch_op:
        batch_op.add_column(sa.Column("reason_asked", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("case_file", table_kwargs=STRICT) as batch_op:
        batch_op.alter_column("reason_asked", existing_type=sa.Boolean(), existing_nullable=False, server_default=None)
    op.add_column("door", sa.Column("opened_sealed", sa.LargeBinary(), nullable=True))
    op.create_table(
        "ordinary_request",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("request_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_ordinary_request_case_id_case_file")),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_ordinary_request_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ordinary_request")),
        sa.UniqueConstraint("case_id", name=op.f("uq_ordinary_request_case_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_ordinary_request_case_id"), "ordinary_request", ["case_id"])
    op.create_index(op.f("ix_ordinary_request_workplace_id"), "ordinary_request", ["workplace_id"])
    op.create_table(
        "seal_request",
        sa.Column("asked_by", sa.Uuid(), nullable=False),
        sa.Column("request_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal_request")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_seal_request_asked_by"), "seal_request", ["asked_by"])


def downgrade() -> None:
    op.drop_table("seal_request")
    op.drop_table("ordinary_request")
    op.drop_column("door", "opened_sealed")
    with op.batch_alter_table("case_file", table_kwargs=STRICT) as batch_op:
        batch_op.drop_column("reason_asked")
