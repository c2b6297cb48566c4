"""The referrals of one member, on the page of the member: for a desk alone."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from union.access import May, asking
from union.members.models import Member
from union.members.panels import Panel
from union.referrals.models import Referral
from union.referrals.words import BECAME, TONES
from union.store.db import session
from union.web.damaged import readable


def of_member(member: Member) -> Panel | None:
    """The newest on top, with the way to a new one."""
    if not asking().may(May.REFER_MEMBER):
        return None
    rows = readable(session().scalars(select(Referral).where(Referral.member_id == member.id)), "told")
    rows.sort(key=lambda one: one.told.on, reverse=True)
    values = {"member": member, "rows": rows, "became": BECAME, "tones": TONES}
    return Panel(_l("Referrals for retraining"), "referrals/_of_member.html", values)
