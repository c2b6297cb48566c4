"""What somebody was exposed to at work, in closed words: no content is ever described, and no health."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped

from union.cases.models import CasePart
from union.cases.subjects import About
from union.papers.sending import Sent
from union.store.db import Model
from union.vault.envelope import Envelope, plain, sealed


class Seen(Enum):
    """Kinds of content, as widely as a letter to a doctor needs them."""

    VIOLENCE = "violence"
    SEXUAL = "sexual"
    CHILDREN = "children"
    SELF_HARM = "self_harm"
    HATE = "hate"
    TERROR = "terror"
    ANIMALS = "animals"
    CALLS = "calls"  # insults and threats by telephone: a call centre without any moderation


@dataclass(frozen=True)
class Exposed:
    """What is known of it. Of the answers, nothing is not known."""

    about: About
    since_on: date | None = None
    hours_a_day: int | None = None
    days_a_week: int | None = None
    seen: tuple[Seen, ...] = ()
    event_on: date | None = None  # a single event, where there was one
    event_at: str = ""  # HH:MM
    told_on: date | None = None  # the employer learned of the event
    doctor_on: date | None = None  # the last visit to the occupational doctor
    breaks: bool | None = None  # paid breaks away from the content
    support: bool | None = None  # somebody to speak with, on paid time
    other_post: bool | None = None  # another post was asked for in writing
    sent: Sent | None = None  # the letter
    set_aside: str = ""


class Exposure(CasePart, Model):
    """The exposure of one person of a case."""

    __tablename__ = "exposure"

    exposed_sealed: Mapped[bytes] = sealed()
    exposed = Envelope(Exposed, "case")
    version: Mapped[int] = plain("counts the changes", Integer)

    __mapper_args__ = {"version_id_col": version}
