"""That a letter of a case went: by which means, and when; and who else has to know of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.cases.findings_view import spoken
from union.cases.models import Case
from union.law.sources.sentence import Sentence
from union.refusal import Refused
from union.store.reach import ReachSession
from union.web.forms.chosen import Choice
from union.web.forms.form import Form, needed
from union.web.forms.typed import Day, Prose
from union.web.locale import today


class Means(Enum):
    """How a letter goes."""

    REGISTERED = "registered"
    BAILIFF = "bailiff"
    SUMMONS = "summons"
    RECEIPT = "receipt"
    OTHER = "other"


MEANS_SAID = {
    Means.REGISTERED: Sentence("Registered letter with acknowledgement"),
    Means.BAILIFF: Sentence("By a bailiff"),
    Means.SUMMONS: Sentence("By an action filed with the court"),
    Means.RECEIPT: Sentence("By hand, against a receipt"),
    Means.OTHER: Sentence("Another way"),
}
MEANS = {one: spoken(said) for one, said in MEANS_SAID.items()}


class Correspondent(Enum):
    """With whom letters go to and fro."""

    EMPLOYER = "employer"
    INSPECTOR = "inspector"
    COURT = "court"
    OTHER = "other"


CORRESPONDENTS_SAID = {
    Correspondent.EMPLOYER: Sentence("The employer"),
    Correspondent.INSPECTOR: Sentence("The labour inspector"),
    Correspondent.COURT: Sentence("The court"),
    Correspondent.OTHER: Sentence("Somebody else"),
}
CORRESPONDENTS = {one: spoken(said) for one, said in CORRESPONDENTS_SAID.items()}

EARLIER = _l("This day is before the one that it follows: check both.")


@dataclass(frozen=True)
class Sent:
    """What is kept of a letter that went."""

    on: date
    means: Means
    by_name: str


@dataclass(frozen=True)
class Went:
    """That a paper went, as the register of mail has it.

    `key` is that of the letter which the paper offers; `replaces` where the paper keeps one sending only, and says
    another day than before.
    """

    key: str
    what: str  # which paper, of `union.correspondence.words.WHAT`
    to: Correspondent
    on: date
    means: Means
    replaces: bool = True


# Filled in `features`: the register of mail.
WENT: list[Callable[[ReachSession, UUID, Case, Went], None]] = []


def tell(session: ReachSession, by: UUID, case: Case, went: Went) -> None:
    """A paper went: whoever keeps a register of it writes it down. Raises `Refused`."""
    for one in WENT:
        one(session, by, case, went)


def means_field(hint: Any = "") -> Choice:
    """By which means a letter went."""
    return Choice(_l("How it went"), Means, MEANS, [needed()], description=hint)


def sent_field() -> Day:
    """On which day it went."""
    return Day(_l("Sent on"), [needed()])


class SentForm(Form):
    """That a letter went."""

    means = means_field()
    sent_on = sent_field()


class AsideForm(Form):
    """Why a paper counts no more."""

    why = Prose(_l("Why it is set aside"), [needed()], most=500)


def not_to_come(field: str, on: date | None) -> None:
    """Raises `Refused` for a day that is still to come."""
    if on is not None and on > today():
        raise Refused(field, _l("This day is still to come: write the day on which it happened."))
