"""Sites that organisers propose and the secretariat answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

STATES = ("waiting", "accepted", "merged", "refused")


def upgrade() -> None:
    op.create_table(
        "site_proposal",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="state", native_enum=False, length=40), nullable=False),
        sa.Column("asked_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("answered_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_site_proposal_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_site_proposal")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_site_proposal_account_id"), "site_proposal", ["account_id"], unique=False)


def downgrade() -> None:
    op.drop_table("site_proposal")
