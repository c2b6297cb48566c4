"""${message}.

Rules for a new revision: one purpose; both directions; plain SQL or bare tables, never a model of ours (it will have
changed by the time this runs); a revision that moves data has a data test beside it; batches on SQLite keep STRICT.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
