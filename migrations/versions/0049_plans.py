"""Plans of a site: their people, lists, tests and seats, each under a key of its plan's own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drive_key",
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "drive_never_again",
        sa.Column("phone_token", sa.LargeBinary(length=16), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_never_again")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_never_again_phone_token"), "drive_never_again", ["phone_token"], unique=True)
    op.create_table(
        "drive",
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("counts_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("plan_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_drive_owner_id_account")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_drive_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_owner_id"), "drive", ["owner_id"], unique=False)
    op.create_index(op.f("ix_drive_workplace_id"), "drive", ["workplace_id"], unique=False)
    op.create_table(
        "drive_contact",
        sa.Column("calling_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("standing_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_contact_drive_id_drive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_contact")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_contact_drive_id"), "drive_contact", ["drive_id"], unique=False)
    op.create_table(
        "drive_follows",
        sa.Column("follows_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_follows_drive_id_drive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_follows")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_follows_drive_id"), "drive_follows", ["drive_id"], unique=False)
    op.create_table(
        "drive_list",
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("holder_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("purpose_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_list_drive_id_drive")),
        sa.ForeignKeyConstraint(["holder_id"], ["account.id"], name=op.f("fk_drive_list_holder_id_account")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_drive_list_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_list")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_list_drive_id"), "drive_list", ["drive_id"], unique=False)
    op.create_index(op.f("ix_drive_list_holder_id"), "drive_list", ["holder_id"], unique=False)
    op.create_index(op.f("ix_drive_list_workplace_id"), "drive_list", ["workplace_id"], unique=False)
    op.create_table(
        "drive_seat",
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("workplace_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("seat_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_drive_seat_account_id_account")),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_seat_drive_id_drive")),
        sa.ForeignKeyConstraint(["workplace_id"], ["workplace.id"], name=op.f("fk_drive_seat_workplace_id_workplace")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_seat")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_seat_account_id"), "drive_seat", ["account_id"], unique=False)
    op.create_index(op.f("ix_drive_seat_drive_id"), "drive_seat", ["drive_id"], unique=False)
    op.create_index(op.f("ix_drive_seat_workplace_id"), "drive_seat", ["workplace_id"], unique=False)
    op.create_table(
        "drive_trial",
        sa.Column("trial_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_trial_drive_id_drive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_trial")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_trial_drive_id"), "drive_trial", ["drive_id"], unique=False)
    op.create_table(
        "drive_unit",
        sa.Column("unit_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_unit_drive_id_drive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_unit")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_unit_drive_id"), "drive_unit", ["drive_id"], unique=False)
    op.create_table(
        "drive_worker",
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_drive_worker_account_id_account")),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_worker_drive_id_drive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_worker")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_worker_account_id"), "drive_worker", ["account_id"], unique=False)
    op.create_index(op.f("ix_drive_worker_drive_id"), "drive_worker", ["drive_id"], unique=False)
    op.create_table(
        "drive_answer",
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["drive_contact.id"], name=op.f("fk_drive_answer_contact_id_drive_contact")
        ),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_answer_drive_id_drive")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_answer")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_answer_contact_id"), "drive_answer", ["contact_id"], unique=False)
    op.create_index(op.f("ix_drive_answer_drive_id"), "drive_answer", ["drive_id"], unique=False)
    op.create_table(
        "drive_listed",
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("list_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.String(length=40), nullable=False),
        sa.Column("marks_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["drive_contact.id"], name=op.f("fk_drive_listed_contact_id_drive_contact")
        ),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_listed_drive_id_drive")),
        sa.ForeignKeyConstraint(["list_id"], ["drive_list.id"], name=op.f("fk_drive_listed_list_id_drive_list")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_listed")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_listed_contact_id"), "drive_listed", ["contact_id"], unique=False)
    op.create_index(op.f("ix_drive_listed_drive_id"), "drive_listed", ["drive_id"], unique=False)
    op.create_index(op.f("ix_drive_listed_list_id"), "drive_listed", ["list_id"], unique=False)
    op.create_table(
        "drive_tick",
        sa.Column("trial_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("tick_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["drive_contact.id"], name=op.f("fk_drive_tick_contact_id_drive_contact")
        ),
        sa.ForeignKeyConstraint(["drive_id"], ["drive.id"], name=op.f("fk_drive_tick_drive_id_drive")),
        sa.ForeignKeyConstraint(["trial_id"], ["drive_trial.id"], name=op.f("fk_drive_tick_trial_id_drive_trial")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_tick")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_tick_contact_id"), "drive_tick", ["contact_id"], unique=False)
    op.create_index(op.f("ix_drive_tick_drive_id"), "drive_tick", ["drive_id"], unique=False)
    op.create_index(op.f("ix_drive_tick_trial_id"), "drive_tick", ["trial_id"], unique=False)
    op.create_table(
        "drive_talk",
        sa.Column("drive_id", sa.Uuid(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=False),
        sa.Column("listed_id", sa.Uuid(), nullable=True),
        sa.Column("talk_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["listed_id"], ["drive_listed.id"], name=op.f("fk_drive_talk_listed_id_drive_listed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drive_talk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_drive_talk_contact_id"), "drive_talk", ["contact_id"], unique=False)
    op.create_index(op.f("ix_drive_talk_drive_id"), "drive_talk", ["drive_id"], unique=False)
    op.create_index(op.f("ix_drive_talk_listed_id"), "drive_talk", ["listed_id"], unique=False)
    op.create_index(op.f("ix_drive_talk_written_by"), "drive_talk", ["written_by"], unique=False)


def downgrade() -> None:

    op.drop_table("drive_talk")
    op.drop_table("drive_tick")
    op.drop_table("drive_listed")
    op.drop_table("drive_answer")
    op.drop_table("drive_worker")
    op.drop_table("drive_unit")
    op.drop_table("drive_trial")
    op.drop_table("drive_seat")
    op.drop_table("drive_list")
    op.drop_table("drive_follows")
    op.drop_table("drive_contact")
    op.drop_table("drive")
    op.drop_table("drive_never_again")
    op.drop_table("drive_key")
