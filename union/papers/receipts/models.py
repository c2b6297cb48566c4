"""A paper that was signed on leaving, with what is known of it; everything that was written is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped

from union.cases.models import CasePart
from union.cases.subjects import About
from union.papers.sending import Sent
from union.store.db import Model
from union.vault.envelope import Envelope, plain, sealed


class PaperKind(Enum):
    """What was signed, or is to be signed."""

    RECEIPT = "receipt"  # for full settlement
    AGREEMENT = "agreement"  # to leave: settlement, protocol, "rupture conventionnelle"
    CONCILIATION = "conciliation"  # before the labour inspector


class Right(Enum):
    """What a denunciation may claim; each has its articles in `letters`."""

    NOTICE = "notice"
    SEVERANCE = "severance"
    DAMAGES = "damages"
    LEAVE = "leave"
    WAGES_DUE = "wages_due"
    SENIORITY_BONUS = "seniority_bonus"
    OVERTIME = "overtime"
    HOLIDAYS = "holidays"
    REMAINING_TERM = "remaining_term"
    CERTIFICATE = "certificate"


@dataclass(frozen=True)
class Claim:
    """One right claimed; dirhams, or None where the sum is still to be worked out."""

    right: Right
    amount: Decimal | None = None


def claims_of(owed: Mapping[str, Decimal]) -> tuple[Claim, ...]:
    """The rights that a denunciation has to name, of what a calculation found due by the law's codes."""
    known = {one.value: one for one in Right}
    return tuple(Claim(known[code], amount) for code, amount in owed.items() if code in known)


@dataclass(frozen=True)
class Signed:
    """What is known of the paper. `answers` by the keys of the law's questions; what is not in it is not known."""

    about: About
    kind: PaperKind
    signed_on: date | None = None
    left_on: date | None = None
    paid_on: date | None = None
    amount: Decimal | None = None  # dirhams written on the paper
    kept: str = ""  # where the paper is
    answers: dict[str, bool] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    sent: Sent | None = None  # the denunciation
    set_aside: str = ""  # why it counts no more


class Receipt(CasePart, Model):
    """One signed paper of one person of a case."""

    __tablename__ = "receipt"

    signed_sealed: Mapped[bytes] = sealed()
    signed = Envelope(Signed, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}
