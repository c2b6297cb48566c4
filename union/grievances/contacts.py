"""Who was spoken or written to about a case, how, and whether they answered: each contact a line of its timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

import msgspec
from flask_babel import lazy_gettext as _l

from union.cases.models import Entry
from union.cases.timeline import entry
from union.grievances.models import Grievance
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.locale import today

ACT = "contact"


class ContactAct(Enum):
    """What the timeline calls it."""

    CONTACT = ACT


class Channel(Enum):
    """How somebody was reached."""

    CALL = "call"
    MESSAGE = "message"
    LETTER = "letter"
    EMAIL = "email"
    MEETING = "meeting"
    VISIT = "visit"


class Direction(Enum):
    """Who turned to whom."""

    OUT = "out"
    IN = "in"


class Whom(Enum):
    """With whom."""

    EMPLOYER = "employer"
    INSPECTOR = "inspector"
    PERSON = "person"
    COURT = "court"
    OTHER = "other"


@dataclass(frozen=True)
class Contact:
    """One contact: `answered` is False where nobody was reached, and then there is nothing to sum up."""

    whom: Whom
    channel: Channel
    direction: Direction = Direction.OUT
    summary: str = ""
    answered: bool = True


def write(session: ReachSession, by: UUID, case: Grievance, contact: Contact, on: date, *, strategy: bool) -> None:
    """Write a contact down. Raises `Refused` where somebody answered and nothing says what."""
    if contact.answered and not contact.summary.strip():
        raise Refused("summary", _l("Write in a few words what was said, or tick that nobody answered."))
    if on > today():
        raise Refused("on", _l("This day is still to come: write the contact once it has been."))
    entry(session, case, by, ContactAct.CONTACT, msgspec.json.encode(contact).decode(), on=on, strategy=strategy)


def read(line: Entry) -> Contact:
    """A contact from its line of the timeline."""
    return msgspec.json.decode(line.words, type=Contact)
