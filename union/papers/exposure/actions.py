"""The table of exposures, and that the letter for medical follow-up went."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date, time
from enum import Enum
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.accounts.models import Account
from union.cases.dates import Dated, Source, counted
from union.cases.models import Case
from union.law.dates.deadlines import Rule, deadline
from union.papers.exposure.models import Exposed, Exposure
from union.papers.sending import Correspondent, Means, Sent, Went, not_to_come, tell
from union.papers.table import Acts, PaperTable
from union.refusal import Refused
from union.store.reach import ReachSession

LETTER = "medical-follow-up"  # what its one letter is called


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


def _dated(content: Exposed) -> Iterator[tuple[date | None, Dated]]:
    """The forty-eight hours in which the employer is told of the event, met once they were; a rule that the case's own
    path counts too gives way to this."""
    if content.event_on is None or content.set_aside:
        return
    on, dated = counted(deadline(Rule.ACCIDENT_REPORT, content.event_on, hour_of(content)))
    yield on, dataclasses.replace(dated, met_on=content.told_on)


def hour_of(content: Exposed) -> time | None:
    """The hour of the event, where it is known."""
    return time.fromisoformat(content.event_at) if content.event_at else None


TABLE = PaperTable(
    Exposure,
    "exposed",
    Source.EXPOSURE,
    holds=Exposed,
    dated=_dated,
    check=_check,
    acts=Acts(ExposureAct.NOTED, ExposureAct.CORRECTED, ExposureAct.ASIDE),
)


def sent(session: ReachSession, by: UUID, case: Case, row: Exposure, means: Means, on: date) -> None:
    """The letter for medical follow-up went. Raises `Refused` for a day to come."""
    not_to_come("sent_on", on)
    who = session.get_one(Account, by).holder.name
    TABLE.change(session, by, case, row, ExposureAct.SENT, on=on, sent=Sent(on, means, who))
    tell(
        session, by, case, Went(f"exposure.{row.id}.{LETTER}", f"exposure.{LETTER}", Correspondent.EMPLOYER, on, means)
    )


def not_sent(session: ReachSession, by: UUID, case: Case, row: Exposure) -> None:
    """It was marked by mistake: the letter did not go."""
    TABLE.change(session, by, case, row, ExposureAct.CORRECTED, sent=None)
