"""The days declared to the fund, on a member's page: for the desk, and for the member."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, asking
from union.members.declared import DeclaredDays, lines
from union.members.models import Member
from union.members.own import own_member
from union.members.panels import Panel
from union.store.db import session
from union.web.damaged import readable

MOST = 36  # months that the job-loss allowance looks back on


def panel(member: Member) -> Panel | None:
    """The months of each employment; nothing for a delegate to whom the member is entrusted."""
    person = asking().person
    if not asking().may(May.EDIT_MEMBER) and (person is None or own_member(session(), person) != member.id):
        return None
    works = {one.id: one.terms for one in member.employments}
    rows = readable(session().scalars(select(DeclaredDays).where(DeclaredDays.member_id == member.id)), "declared")
    found = [
        line for row in rows if row.employment_id in works for line in lines(row.declared, works[row.employment_id])
    ]
    if not found:
        return None
    found.sort(key=lambda one: one.month.first, reverse=True)
    numbers = [row.declared.fund_number for row in rows if row.declared.fund_number]
    values = {"lines": found[:MOST], "more": max(0, len(found) - MOST), "numbers": list(dict.fromkeys(numbers))}
    return Panel(_l("Days declared to the CNSS"), "members/_declared.html", values)
