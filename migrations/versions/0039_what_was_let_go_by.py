"""What an employer let go by stays in the agenda until it was claimed: open disputes are counted once more.

A row without `at_once` is counted by the next daily work, as those of before there were two clocks.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    case = sa.table("case_file", sa.column("kind"), sa.column("stage"), sa.column("at_once"))
    op.execute(case.update().where(case.c.kind == "layoff", case.c.stage != "closed").values(at_once=None))


def downgrade() -> None:
    """What was counted anew stays counted."""
