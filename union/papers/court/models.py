"""The file of a case before the court, as its lawyer keeps it; everything that was written is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped

from union.cases.models import CasePart
from union.cases.subjects import About
from union.papers.sending import Means
from union.store.db import Model
from union.vault.envelope import Envelope, plain, sealed


class Appeal(Enum):
    """What was decided about the appeal."""

    FILED = "filed"
    NONE = "none"  # the judgment is accepted


@dataclass(frozen=True)
class Hearing:
    """One hearing; without an outcome it is still to come, or nobody said what happened."""

    id: UUID
    on: date
    at: str = ""  # HH:MM
    room: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Matter:
    """What is known of the file. An empty name in `about` stands for a whole dispute."""

    about: About
    power_on: date | None = None  # the power of attorney
    power_by: str = ""  # the lawyer to whom it was given
    power_kept: str = ""
    court: str = ""
    number: str = ""
    legal_aid: bool | None = None
    left_on: date | None = None  # the end of the contract: the two years of article 395 run from it
    claim_on: date | None = None  # the claim with a certain date that interrupts them
    claim_means: Means | None = None
    filed_on: date | None = None  # the originating application
    dismissal: bool | None = None  # whether it contests a dismissal: the ninety days are met by it
    hearings: tuple[Hearing, ...] = ()  # in the order of their days
    judged_on: date | None = None
    judgment_number: str = ""
    judgment_words: str = ""
    awarded_amount: Decimal | None = None  # dirhams
    notified_on: date | None = None  # the thirty days of the appeal run from it
    appeal: Appeal | None = None
    appeal_on: date | None = None
    appeal_number: str = ""
    execution_on: date | None = None
    execution_number: str = ""
    paid_on: date | None = None
    paid_amount: Decimal | None = None  # dirhams
    set_aside: str = ""  # why it counts no more


class CourtFile(CasePart, Model):
    """One file of one person of a case, or of a whole dispute."""

    __tablename__ = "court_file"

    matter_sealed: Mapped[bytes] = sealed()
    matter = Envelope(Matter, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}
