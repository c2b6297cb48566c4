"""A dismissal letter with the minutes of its hearing, as far as it was read; everything that was written is sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped

from union.cases.models import CasePart
from union.cases.subjects import About
from union.law.procedure.discipline import PriorSanction
from union.law.procedure.dismissal_check import Delivery, Fault
from union.law.procedure.grounds import Ground
from union.law.terms.kinds import Mandate
from union.papers.sending import Sent
from union.store.db import Model
from union.vault.envelope import Envelope, plain, sealed


class LetterKind(Enum):
    """What is made of a dismissal letter: the contestation for the employer, the claim for the labour inspector."""

    CONTEST = "contest"
    INSPECTOR = "inspector"


@dataclass(frozen=True)
class Known:
    """What is known of one question: None where nobody said, `on` the day, `paper` what proves it."""

    done: bool | None = None
    on: date | None = None
    paper: str = ""


@dataclass(frozen=True)
class Decision:
    """What is known of the letter. Hours are HH:MM; `answers` by the keys of the law's questions."""

    about: About
    decided_on: date | None = None
    decided_at: str = ""
    notified_on: date | None = None
    notified_at: str = ""
    delivery: Delivery | None = None
    fault: Fault | None = None
    mandate: Mandate = Mandate.NONE
    pregnant: bool | None = None
    birth_on: date | None = None
    known_on: date | None = None  # when the employer really knew of what they allege
    refused: bool | None = None  # whether one side refused the hearing
    court_on: date | None = None  # the action was brought
    sanctions: tuple[PriorSanction, ...] = ()  # that were given before, for a fault that is not serious
    sanctioned: bool | None = None  # False: nobody was ever given one in the year before
    answers: dict[str, Known] = field(default_factory=dict)
    sent: Sent | None = None  # the letter that contests it
    set_aside: str = ""  # why it counts no more
    claim_sent: Sent | None = None  # the claim to the labour inspector
    certificate_on: date | None = None  # the certificate of pregnancy was sent
    ground: Ground | None = None  # what the letter gives, or what the employee holds to be the true reason
    inspector_asked_on: date | None = None  # the approval was asked of the labour inspector
    inspector_silent: bool | None = None  # and no answer came
    effect_on: date | None = None  # when the termination takes effect
    suspended_from: date | None = None  # of the suspension around childbirth (arts 154, 156)
    suspended_until: date | None = None

    def sent_as(self, kind: LetterKind) -> Sent | None:
        """How and when the letter of that kind went."""
        return self.claim_sent if kind is LetterKind.INSPECTOR else self.sent


class Dismissal(CasePart, Model):
    """One dismissal letter of one person of a case."""

    __tablename__ = "dismissal"

    decision_sealed: Mapped[bytes] = sealed()
    decision = Envelope(Decision, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}
