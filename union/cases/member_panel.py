"""What the pages of lower floors show of cases: those of a member, and how many are open at a workplace."""

from __future__ import annotations

from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from union.access import May, asking
from union.cases.clocks import leading, sooner
from union.cases.models import Case, CaseKind, Stage
from union.members.models import Member
from union.members.panels import Panel
from union.store.db import session
from union.store.reach import ReachSession
from union.web.locale import today

KINDS = {CaseKind.GRIEVANCE: _l("Grievance"), CaseKind.LAYOFF: _l("Layoff dispute")}


def of_member(member: Member) -> Panel | None:
    """The cases of a member within reach, the open ones first; delegates see theirs on their own list instead."""
    if not asking().may(May.LIST_MEMBERS):
        return None
    wanted = select(Case).where(Case.member_id == member.id)
    found = list(session().scalars(wanted.order_by(*sooner(Case, today()))))
    found.sort(key=lambda one: one.stage is Stage.CLOSED)
    clocks = {one.id: leading(one) for one in found}
    return Panel(
        _l("Cases"), "cases/_panel.html", {"cases": found, "kinds": KINDS, "member_id": member.id, "leading": clocks}
    )


def open_at(session: ReachSession, workplaces: list[UUID]) -> dict[UUID, int]:
    """How many cases in reach are open at each of these workplaces."""
    counted = select(Case.workplace_id, func.count(Case.id).label("number")).where(Case.stage != Stage.CLOSED)
    rows = session.execute(counted.where(Case.workplace_id.in_(workplaces)).group_by(Case.workplace_id))
    return {one.workplace_id: one.number for one in rows}
