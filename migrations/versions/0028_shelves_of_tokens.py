"""The index of tokens has shelves: what a list adds lies together, however many people there are elsewhere.

Everybody of before stands on the first. `union upgrade` copies the table of tokens once on SQLite.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}
OF_BEFORE = "fk_member_token_member_id_member"
OF_NOW = "fk_member_token_member"


def upgrade() -> None:
    op.add_column("member", _shelf())
    op.create_index("uq_member_shelf_id", "member", ["shelf", "id"], unique=True)
    op.drop_index("ix_member_token_member_id", "member_token")
    op.drop_index("ix_member_token_token", "member_token")
    with op.batch_alter_table("member_token", table_kwargs=STRICT) as batch_op:
        batch_op.add_column(_shelf())
        batch_op.drop_constraint(OF_BEFORE, type_="foreignkey")
        batch_op.create_foreign_key(OF_NOW, "member", ["shelf", "member_id"], ["shelf", "id"], ondelete="CASCADE")
    op.create_index("ix_member_token_member", "member_token", ["shelf", "member_id"])
    op.create_index("ix_member_token_shelf_token", "member_token", ["shelf", "token"])


def downgrade() -> None:
    op.drop_index("ix_member_token_shelf_token", "member_token")
    op.drop_index("ix_member_token_member", "member_token")
    with op.batch_alter_table("member_token", table_kwargs=STRICT) as batch_op:
        batch_op.drop_constraint(OF_NOW, type_="foreignkey")
        batch_op.create_foreign_key(OF_BEFORE, "member", ["member_id"], ["id"], ondelete="CASCADE")
        batch_op.drop_column("shelf")
    op.create_index("ix_member_token_token", "member_token", ["token"])
    op.create_index("ix_member_token_member_id", "member_token", ["member_id"])
    op.drop_index("uq_member_shelf_id", "member")
    op.drop_column("member", "shelf")


def _shelf() -> sa.Column[int]:
    return sa.Column("shelf", sa.Integer(), server_default="0", nullable=False)
