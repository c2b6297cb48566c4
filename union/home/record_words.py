"""The record in words: what was done, and to what kind of thing."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l

from union.papers.kinds import KINDS as PAPERS
from union.record.chain import Act

ACTS: dict[Act, Any] = {
    Act.CREATED: _l("created"),
    Act.CHANGED: _l("changed"),
    Act.OPENED: _l("opened"),
    Act.LISTED: _l("listed"),
    Act.EXPORTED: _l("exported"),
    Act.IMPORTED: _l("brought in"),
    Act.REMOVED: _l("removed"),
    Act.SIGNED_IN: _l("signed in"),
    Act.SIGNED_OUT: _l("signed out"),
    Act.REFUSED: _l("refused at the door"),
    Act.GRANTED: _l("granted a role"),
    Act.ENDED: _l("ended a role"),
}

KINDS: dict[str, Any] = {
    "account": _l("Account"),
    "employer": _l("Employer"),
    "workplace": _l("Workplace"),
    "site_proposal": _l("Proposed site"),
    "site_standing": _l("What is planned at a site"),
    "sites": _l("Board of the sites"),
    "brand": _l("Client brand"),
    "brand_site": _l("A site that serves a brand"),
    "member": _l("Member"),
    "roster": _l("Roster"),
    "proposal": _l("Membership form"),
    "grievance": _l("Grievance"),
    "layoff": _l("Layoff dispute"),
    "attachment": _l("File of a case"),
    "bundle": _l("File for the lawyer or the court"),
    "import": _l("Import"),
    "saved_reading": _l("Saved reading"),
    "layoff_person": _l("A person of a dispute's list"),
    "mandate_hours": _l("Hours of a mandate"),
    "delegates_meeting": _l("Meeting of the delegates"),
    "training": _l("A training"),
    "dues_rate": _l("A rate"),
    "dues_payment": _l("A payment"),
    "dues_list": _l("A list of payments"),
    "collected_dues": _l("A line of a delegate's sheet"),
    "payments": _l("Payments"),
    "training_place": _l("A place on a training"),
    "trainings": _l("Trainings"),
    "referral": _l("A referral"),
    "referrals": _l("Referrals"),
    "union_meeting": _l("Meeting"),
    "meetings": _l("Meetings"),
    "drive": _l("Plan"),
    "mail_address": _l("Address for mails"),
    "calendar_feed": _l("Calendar address"),
    "announced_holiday": _l("Announced holiday"),
    "intake": _l("Intake at a closed site"),
    "taken_in": _l("A person taken in at a closed site"),
    "union_event": _l("Union event or measure"),
    "poll": _l("Calendar"),
    "general_round": _l("Figures of a general round"),
    "general_rounds": _l("Figures of the general rounds"),
    "polls": _l("Calendar"),
    "section": _l("Offices"),
    "sections": _l("Offices"),
    "patterns": _l("Patterns across the sites"),
    "search": _l("Search"),
    "member_search": _l("Search among the members"),
    "saved_list": _l("Saved list of cases"),
    "cases_printed": _l("Cases printed together"),
    "case_search": _l("Search for whom a case is about"),
    "file_search": _l("Search for the file of an account"),
    "mail_entry": _l("Entry of the register of mail"),
    "seal_request": _l("Request to break a seal"),
    "entrusted": _l("The list of those entrusted"),
    "figures": _l("Published figures"),
    "leaked_file": _l("Exports asked about a leaked file"),
} | {kind.table.record_kind: kind.noun for kind in PAPERS if kind.table.named}
OTHER = _l("something else")
