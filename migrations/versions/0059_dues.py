"""What members pay: rates, receipt numbers, payments, what is collected, reminders; all but year and sum sealed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

_PERSON = ("dues_payment", "collected_dues", "dues_reminder")


def upgrade() -> None:
    op.create_table(
        "dues_rate",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("centimes", sa.Integer(), nullable=False),
        sa.Column("by_month", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dues_rate")),
        sa.UniqueConstraint("year", name=op.f("uq_dues_rate_year")),
        sqlite_strict=True,
    )
    op.create_table(
        "receipt_number",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt_number")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_receipt_number_year")),
        sqlite_strict=True,
    )
    op.create_table(
        "dues_payment",
        *_whose("dues_payment", lasting=True),
        sa.Column("number_id", sa.Uuid(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("centimes", sa.Integer(), nullable=False),
        sa.Column("paid_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number_id"], ["receipt_number.id"], name=op.f("fk_dues_payment_number_id_receipt_number")
        ),
        sa.UniqueConstraint("number_id", name=op.f("uq_dues_payment_number_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "collected_dues",
        *_whose("collected_dues"),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("new", "taken", "set_aside", name="collectedstate", native_enum=False, length=40),
            nullable=False,
        ),
        sa.Column("collected_sealed", sa.LargeBinary(), nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "dues_reminder",
        *_whose("dues_reminder"),
        sa.Column("reminded_sealed", sa.LargeBinary(), nullable=False),
        sqlite_strict=True,
    )
    for table in _PERSON:
        for column in ("workplace_id", "member_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)


def _whose(table: str, *, lasting: bool = False) -> list[sa.schema.SchemaItem]:
    """Where, and whose: a payment outlasts the person, for the account has to add up."""
    return [
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("member_id", sa.Uuid(), nullable=lasting),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f(f"fk_{table}_workplace_id_workplace")),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["member.id"],
            name=op.f(f"fk_{table}_member_id_member"),
            ondelete="SET NULL" if lasting else "CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def downgrade() -> None:
    for table in (*reversed(_PERSON), "receipt_number", "dues_rate"):
        op.drop_table(table)
