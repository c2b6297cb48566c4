"""The table of exposures, and that the letter for medical follow-up went."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.cases.dates import Dated, Source
from union.cases.models import Case
from union.papers.exposure.models import Exposed, Exposure
from union.papers.sending import Means, Sent, not_to_come
from union.papers.table import Acts, PaperTable
from union.refusal import Refused
from union.store.reach import ReachSession


class ExposureAct(Enum):
    """The acts on an exposure."""

    NOTED = "exposure_noted"
    CORRECTED = "exposure_corrected"
    SENT = "exposure_sent"
    ASIDE = "exposure_aside"


def _check(facts: dict[str, Any]) -> None:
    for name in ("since_on", "event_on", "told_on", "doctor_on"):
        not_to_come(name, facts[name])
    event_on, told_on = facts["event_on"], facts["told_on"]
    if told_on is not None and event_on is None:
        raise Refused("event_on", _l("Write the day of the event: the employer was told of it on a day."))
    if told_on is not None and event_on is not None and told_on < event_on:
        raise Refused("told_on", _l("This day is before the event: check both days."))


def _no_dates(_content: Exposed) -> Iterable[tuple[date | None, Dated]]:
    """The periods of an accident run on the case's own path: counted here too they would stand twice."""
    return ()


TABLE = PaperTable(
    Exposure,
    "exposed",
    Source.EXPOSURE,
    holds=Exposed,
    dated=_no_dates,
    check=_check,
    acts=Acts(ExposureAct.NOTED, ExposureAct.CORRECTED, ExposureAct.ASIDE),
)


def sent(session: ReachSession, by: UUID, case: Case, row: Exposure, means: Means, on: date) -> None:
    """The letter for medical follow-up went. Raises `Refused` for a day to come."""
    not_to_come("sent_on", on)
    who = session.get_one(Account, by).holder.name
    TABLE.change(session, by, case, row, ExposureAct.SENT, on=on, sent=Sent(on, means, who))
