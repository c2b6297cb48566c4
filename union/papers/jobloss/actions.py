"""Writing down what is known of a claim; the sixty days end where it was filed. Nothing here commits."""

from __future__ import annotations

from datetime import date
from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.cases import dates
from union.cases.dates import Dated, Source
from union.cases.models import Case, Stage
from union.cases.subjects import About
from union.cases.timeline import entry
from union.law.dates.deadlines import Rule, deadline
from union.papers.jobloss.models import Claim, Told
from union.papers.sending import not_to_come
from union.papers.table import Table
from union.refusal import Refused
from union.store.reach import ReachSession

TABLE = Table(Claim, "told", Source.JOB_LOSS, whose=lambda told: About("", key=told.key), named=False)


class ClaimAct(Enum):
    """The act of the timeline."""

    TOLD = "job_loss_told"


def tell(session: ReachSession, by: UUID, case: Case, left_on: date | None, claim: Claim | None, told: Told) -> Claim:
    """What is known of the claim of somebody whose contract ended on `left_on`. Raises `Refused`."""
    if case.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))
    _check(told, left_on)
    if claim is None:
        claim = Claim(case_id=case.id, workplace_id=case.workplace_id, told=told, version=1)
        session.add(claim)
    else:
        claim.told = told
    session.flush()
    entry(session, case, by, ClaimAct.TOLD)
    dates.put(session, case, TABLE.source, claim.id, [(None, one) for one in _met(told, left_on)])
    return claim


def _met(told: Told, left_on: date | None) -> list[Dated]:
    """The period of the claim, once it was filed; until then the list itself counts it."""
    if told.claimed_on is None or left_on is None:
        return []
    found = deadline(Rule.IPE_CLAIM, left_on)
    return [Dated(str(found.rule), found.start, found.legal_on, key=told.key, met_on=told.claimed_on)]


def _check(told: Told, left_on: date | None) -> None:
    not_to_come("claimed_on", told.claimed_on)
    if told.claimed_on is not None and left_on is not None and told.claimed_on < left_on:
        raise Refused("claimed_on", _l("A claim is filed after the last day: check both days."))
    whole, year = told.days_36_months, told.days_12_months
    if whole is not None and year is not None and year > whole:
        raise Refused("days_12_months", _l("The last twelve months are part of the thirty-six: check both numbers."))
