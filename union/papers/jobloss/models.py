"""What is known of one person's claim to the fund; the person is kept by number or name, for lists are replaced."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from uuid import UUID

from sqlalchemy import Integer, select
from sqlalchemy.orm import Mapped

from union.cases.models import CasePart
from union.store.db import Model
from union.store.reach import ReachSession
from union.vault.envelope import Envelope, plain, sealed
from union.web.damaged import readable


class Paper(Enum):
    """What goes with the claim; `words` says how sure each is."""

    RECORD = "record"
    FORM = "form"
    IDENTITY = "identity"
    CERTIFICATE = "certificate"
    DAYS = "days"
    EMPLOYMENT_AGENCY = "employment_agency"
    BANK = "bank"


class Got(Enum):
    """How far a paper is."""

    MISSING = "missing"
    ASKED = "asked"
    HELD = "held"


@dataclass(frozen=True)
class Told:
    """What somebody wrote down; what is not in `answers` is not known."""

    key: str  # tells the people of one list apart
    answers: dict[str, bool] = field(default_factory=dict)  # by the keys of the law's conditions
    days_36_months: int | None = None  # declared to the fund
    days_12_months: int | None = None
    claimed_on: date | None = None
    papers: dict[str, Got] = field(default_factory=dict)  # by the value of `Paper`


class Claim(CasePart, Model):
    """One person's claim."""

    __tablename__ = "job_loss_claim"

    told_sealed: Mapped[bytes] = sealed()
    told = Envelope(Told, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}


def of_person(session: ReachSession, case_id: UUID, key: str) -> Claim | None:
    """The claim of one person of a dispute, where somebody wrote of it."""
    every = readable(session.scalars(select(Claim).where(Claim.case_id == case_id)), "told")
    return next((one for one in every if one.told.key == key), None)
