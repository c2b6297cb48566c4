"""What the papers of one person of a list are about."""

from __future__ import annotations

from union.entitlements.papers.sheets import About
from union.layoffs.records.models import Layoff, LayoffPerson
from union.vault.envelope import whole
from union.workplaces.models import Employer, Workplace


def about(dispute: Layoff, place: Workplace, employer: Employer, row: LayoffPerson) -> About:
    """What a paper of one person is about."""
    site, identity = place.site, whole(employer, "identity")
    return About(
        code=dispute.code,
        kind=dispute.matter.kind,
        employer=identity.legal_name,
        seat=identity.seat,
        site=site,
        position=row.position,
        facts=row.facts,
        snapshot=row.snapshot,
        inspectorate=identity.inspectorate,
        trade_register=identity.trade_register,
        ice=identity.ice,
    )
