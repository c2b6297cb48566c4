"""Writing down what is known of a claim; the sixty days end where it was filed. Nothing here commits."""

from __future__ import annotations

from enum import Enum
from uuid import UUID

from flask_babel import lazy_gettext as _l

from union.cases import dates
from union.cases.dates import Dated, Source
from union.cases.models import Stage
from union.cases.sending import not_to_come
from union.cases.timeline import entry
from union.jobloss.models import Claim, Told
from union.law.dates.deadlines import Rule, deadline
from union.layoffs.records.models import Facts, Layoff
from union.refusal import Refused
from union.store.reach import ReachSession


class ClaimAct(Enum):
    """The act of the timeline."""

    TOLD = "job_loss_told"


ACTS = {ClaimAct.TOLD.value: (_l("Claim of the job-loss allowance written down"), "money")}


def tell(
    session: ReachSession, by: UUID, dispute: Layoff, facts: Facts, claim: Claim | None, told: Told
) -> Claim:  # fmt: skip
    """What is known of it now. Raises `Refused`."""
    if dispute.stage is Stage.CLOSED:
        raise Refused("case", _l("This case is closed: reopen it first."))
    _possible(told, facts)
    if claim is None:
        claim = Claim(case_id=dispute.id, workplace_id=dispute.workplace_id, told=told, version=1)
        session.add(claim)
    else:
        claim.told = told
    session.flush()
    entry(session, dispute, by, ClaimAct.TOLD)
    dates.put(session, dispute, Source.JOB_LOSS, claim.id, [(None, one) for one in _met(told, facts)])
    return claim


def _met(told: Told, facts: Facts) -> list[Dated]:
    """The period of the claim, once it was filed; until then the list itself counts it."""
    if told.claimed_on is None or facts.left_on is None:
        return []
    found = deadline(Rule.IPE_CLAIM, facts.left_on)
    return [Dated(str(found.rule), found.start, found.legal_on, key=told.key, met_on=told.claimed_on)]


def _possible(told: Told, facts: Facts) -> None:
    not_to_come("claimed_on", told.claimed_on)
    if told.claimed_on is not None and facts.left_on is not None and told.claimed_on < facts.left_on:
        raise Refused("claimed_on", _l("A claim is filed after the last day: check both days."))
    whole, year = told.days_36_months, told.days_12_months
    if whole is not None and year is not None and year > whole:
        raise Refused("days_12_months", _l("The last twelve months are part of the thirty-six: check both numbers."))
