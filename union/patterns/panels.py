"""What the pages of a workplace, a member and a case show of patterns."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.access import May, asking
from union.cases.models import Case
from union.cases.panels import Panel as OfCase
from union.cases.subjects import Subject
from union.grievances.models import Grievance, Paper
from union.members.models import Member
from union.members.panels import Panel as OfMember
from union.patterns import clusters
from union.store.db import session
from union.web.locale import today
from union.workplaces.models import Workplace
from union.workplaces.panels import Panel

ABOUT_A_FAULT = frozenset({Paper.SANCTION, Paper.DISMISSAL_LETTER, Paper.HEARING_SUMMONS})


def of_site(workplace: Workplace) -> Panel | None:
    """The way to the patterns of a site, with the sign of resignations where it stands."""
    if not asking().may(May.SEE_PATTERNS):
        return None
    sign = clusters.clusters(session(), [workplace.id], today()).get(workplace.id)
    values = {"workplace": workplace, "sign": sign, "rule": clusters.RULE}
    return Panel(_l("Patterns"), "chart", "patterns/_of_site.html", values)


def of_member(member: Member) -> OfMember | None:
    """The way to the line of time of a member."""
    if not asking().may(May.KEEP_EVENTS):
        return None
    return OfMember(_l("Union events and measures"), "patterns/_of_member.html", {"member": member})


def of_case(case: Case, _subject: Subject) -> OfCase | None:
    """The way to lesser sanctions for the same fault, of a case that is about one."""
    if not asking().may(May.SEE_PATTERNS) or not isinstance(case, Grievance):
        return None
    if case.account.alleged is None and case.account.paper not in ABOUT_A_FAULT:
        return None
    return OfCase(_l("Lesser sanctions"), "scale", "patterns/_of_case.html", {"case": case}, printed=False)
