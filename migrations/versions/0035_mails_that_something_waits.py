"""Private addresses for mails without a word of what they are for, and the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

LETTERS, STATES = ("code", "news"), ("waiting", "given_up")


def upgrade() -> None:
    op.create_table(
        "mail_address",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("chosen_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_mail_address_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_address")),
        sa.UniqueConstraint("account_id", name=op.f("uq_mail_address_account_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "mail_outgoing",
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("letter", sa.Enum(*LETTERS, name="letter", native_enum=False, length=40), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="state", native_enum=False, length=40), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_mail_outgoing_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_outgoing")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mail_outgoing_account_id"), "mail_outgoing", ["account_id"], unique=False)


def downgrade() -> None:
    op.drop_table("mail_outgoing")
    op.drop_table("mail_address")
