"""Brands, and the sites that serve them; sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "brand",
        sa.Column("told_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brand")),
        sqlite_strict=True,
    )
    op.create_table(
        "brand_site",
        sa.Column("brand_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("served_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["brand_id"], ["brand.id"], name=op.f("fk_brand_site_brand_id_brand")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_brand_site_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_brand_site")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_brand_site_brand_id"), "brand_site", ["brand_id"], unique=False)
    op.create_index(op.f("ix_brand_site_workplace_id"), "brand_site", ["workplace_id"], unique=False)


def downgrade() -> None:
    op.drop_table("brand_site")
    op.drop_table("brand")
