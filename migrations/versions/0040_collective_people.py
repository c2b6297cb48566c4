"""Who joined a collective grievance: the name and the consent sealed, who brought them in as an id."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "collective_person",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("brought_by", sa.Uuid(), nullable=False),
        sa.Column("tied_id", sa.Uuid(), nullable=True),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("consent_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_collective_person_case_id_case_file")),
        sa.ForeignKeyConstraint(["tied_id"], ["case_file.id"], name=op.f("fk_collective_person_tied_id_case_file")),
        sa.ForeignKeyConstraint(
            ["workplace_id"], ["workplace.id"], name=op.f("fk_collective_person_workplace_id_workplace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collective_person")),
        sqlite_strict=True,
    )
    for column in ("brought_by", "case_id", "tied_id", "workplace_id"):
        op.create_index(op.f(f"ix_collective_person_{column}"), "collective_person", [column], unique=False)


def downgrade() -> None:
    op.drop_table("collective_person")
