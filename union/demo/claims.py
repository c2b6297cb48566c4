"""What is known of a few claims of the job-loss allowance: one whole, one that misses days."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from union.accounts import authentication
from union.accounts.models import Account
from union.cases import dates
from union.demo.disputes import PLANS
from union.layoffs.records.models import Layoff, on_the_list
from union.papers.jobloss import actions
from union.papers.jobloss.models import Claim, Got, Told
from union.store.db import Store
from union.store.reach import ReachSession


def complete(store: Store) -> None:
    """Write down two claims of each organiser's disputes within their reach, where there are none yet."""
    for login in {plan.login for plan in PLANS}:
        with store.maintaining() as session:
            found = session.scalar(select(Account.id).where(Account.login_token == authentication.login_token(login)))
        reach = authentication.reach_of(store, found) if found else None
        if found is None or reach is None:
            continue
        with store.writing(reach) as writing:
            if writing.scalar(select(Claim.id).limit(1)) is None:
                for dispute in writing.scalars(select(Layoff)).all():
                    _write(writing, found, dispute)


def _write(session: ReachSession, by: UUID, dispute: Layoff) -> None:
    lines = [row.facts for row in session.scalars(on_the_list(dispute.id)) if row.facts.left_on]
    for number, facts in enumerate(lines[:2]):
        key = dates.key_of(facts.employee_number, facts.name)
        told = Told(
            key,
            {"fit": True, "no_pension": True, "registered": number == 0},
            812 - 100 * number,
            288,
            papers={"record": Got.ASKED, "days": Got.HELD, "identity": Got.HELD},
        )
        actions.tell(session, by, dispute, facts.left_on, None, told)
