"""What is decided of a new report: refused with a reason, or followed in another case on the same subject."""

from __future__ import annotations

import dataclasses
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select

from union.cases import actions as shared
from union.cases import closing, links, messages
from union.cases.clocks import sooner
from union.cases.models import Stage
from union.grievances.models import Grievance, Outcome, Refusal
from union.store.reach import ReachSession
from union.web.damaged import readable
from union.web.locale import today

OFFERED = 200  # cases among which one is chosen


def refuse(session: ReachSession, by: UUID, case: Grievance, reason: Refusal, words: str) -> None:
    """The union does not follow it: whoever reported it reads why. Its dates run on for the person, and for us no
    more. Raises `Refused`."""
    _end(session, by, case, words, _("The case was refused: the date runs on for the person."))
    case.account = dataclasses.replace(
        case.account, outcome=Outcome.REFUSED, refused_for=reason, closed_on=today(), outcome_words=words
    )


def merge(session: ReachSession, by: UUID, case: Grievance, kept: Grievance, words: str) -> None:
    """The same subject is followed in another case. Whoever read one of them reads it still, and no more than that.
    Raises `Refused`."""
    links.merged(session, case, kept)
    _end(session, by, case, words, _("The date is followed in the case that goes on."))
    case.account = dataclasses.replace(case.account, outcome=Outcome.MERGED, closed_on=today(), outcome_words=words)


def candidates(session: ReachSession, case: Grievance) -> list[Grievance]:
    """The open cases of the same workplace into which it can be merged, those about the same person or matter first."""
    asked = (
        select(Grievance)
        .where(
            Grievance.workplace_id == case.workplace_id,
            Grievance.stage != Stage.CLOSED,
            Grievance.id != case.id,
            Grievance.confidential.is_(case.confidential),
        )
        .order_by(*sooner(Grievance, today()))
        .limit(OFFERED)
    )
    found = readable(session.scalars(asked), "account")
    if case.confidential:
        found = [one for one in found if links.may_merge(session, case, one)]
    said = case.account
    return sorted(
        found,
        key=lambda one: (
            one.account.about_name.casefold() != said.about_name.casefold(),
            one.account.problem is not said.problem,
            one.code,
        ),
    )


def _end(session: ReachSession, by: UUID, case: Grievance, words: str, why: str) -> None:
    shared.still_open(case)
    if case.handled_by is None:
        shared.take(session, by, case)
    closing.close(session, by, case, words, closing.given_up(session, case, why))
    messages.tell(session, by, case)
