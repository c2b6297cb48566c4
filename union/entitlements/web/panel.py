"""What a case and a member's page show of it: the sum, what was offered, and the way there."""

from __future__ import annotations

from dataclasses import dataclass

from flask import url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, asking
from union.cases.models import Case, CaseKind, Stage
from union.cases.panels import Panel
from union.cases.subjects import Subject
from union.entitlements.records.contents import Situation
from union.entitlements.records.models import Owed, of_case
from union.members.models import Member
from union.members.panels import Panel as MemberPanel
from union.store.db import session
from union.web.damaged import readable


def panel(case: Case, subject: Subject) -> Panel | None:
    """Of a case about one person; the people of a dispute have pages of their own."""
    if case.kind is not CaseKind.GRIEVANCE or not asking().may(May.COUNT_OWED):
        return None
    found = readable(session().scalars(of_case(case.id)), "told", "snapshot")
    owed = found[0] if found else None
    if owed is None and case.stage is Stage.CLOSED:
        return None
    values = {
        "owed": owed,
        "employed": owed is not None and owed.told.basis.kind is Situation.EMPLOYED,
        "url": url_for("entitlements.show", case_id=case.id),
    }
    return Panel(_l("What the law owes"), "scale", "entitlements/_panel.html", values, folded=owed is None)


@dataclass(frozen=True)
class Row:
    """One case of a member, with what is worked out there; None where nothing is, or it does not open."""

    case: Case
    owed: Owed | None
    url: str


def of_member(member: Member) -> MemberPanel | None:
    """The way to the sums of a member: they stand with a case of theirs, and have its reach."""
    if not asking().may(May.COUNT_OWED):
        return None
    wanted = select(Case).where(Case.member_id == member.id, Case.kind == CaseKind.GRIEVANCE)
    cases = session().scalars(wanted.where(Case.stage != Stage.CLOSED).order_by(Case.code)).all()
    held = select(Owed).where(Owed.case_id.in_([one.id for one in cases]))
    owed = {one.case_id: one for one in readable(session().scalars(held), "told", "snapshot")}
    rows = [Row(one, owed.get(one.id), url_for("entitlements.show", case_id=one.id)) for one in cases]
    begins = asking().may(May.FILE_GRIEVANCE) and asking().may(May.LIST_MEMBERS)
    if not rows and not begins:
        return None
    begin = url_for("grievances.new", member=member.id) if begins else ""
    return MemberPanel(_l("What the law owes"), "entitlements/_of_member.html", {"rows": rows, "begin": begin})
