"""Whom cases are about, by the name in the script of whoever reads."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from union.cases.models import Case
from union.grievances.models import Grievance
from union.grievances.presentation import sees_strategy
from union.members.models import Member
from union.store.reach import ReachSession
from union.vault.envelope import opens
from union.web.damaged import readable
from union.web.locale import both_names, language


def about(session: ReachSession, cases: Iterable[Case]) -> dict[UUID, str]:
    """The names by case, for those who work or plead it: a dispute is of many, and a delegate's page names nobody.

    Whoever reads Arabic reads the Arabic name of a member; the others, and who is no member, are named as the case has
    it.
    """
    if not sees_strategy():
        return {}
    told = [one for one in cases if isinstance(one, Grievance) and opens(one, "account")]
    arabic = _arabic(session, {one.member_id for one in told if one.member_id is not None})
    return {one.id: arabic.get(one.member_id) or one.account.about_name for one in told}


def _arabic(session: ReachSession, members: set[UUID]) -> dict[UUID | None, str]:
    if language() != "ar" or not members:
        return {}
    found = readable(session.scalars(select(Member).where(Member.id.in_(members))), "identity")
    return {one.id: both_names(one.identity.name, one.identity.name_ar)[0] for one in found}
