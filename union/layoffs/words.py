"""The words of layoff disputes: kinds, triggers, switches, heads of the sums, papers, acts."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.entitlements.records.contents import Situation
from union.layoffs.records.acts import LetterKind, Outgoing
from union.layoffs.records.contents import Trigger
from union.layoffs.sums.figures import Band

KINDS = {
    Situation.NEGOTIATED: _l("Negotiated departures"),
    Situation.COLLECTIVE: _l("Collective or economic dismissal"),
    Situation.CLOSURE: _l("Closure without authorisation"),
    Situation.SERIES: _l("Individual dismissals in series"),
    Situation.CDD_SERIES: _l("Fixed-term contracts not renewed, in series"),
    Situation.RESIGNATIONS: _l("Resignations under pressure"),
    Situation.TRANSFER: _l("Transfer of the undertaking"),
}
BANDS = {
    Band.UNDER_1: _l("Under 1 year"),
    Band.TO_5: _l("1 to 5 years"),
    Band.TO_10: _l("Over 5, up to 10 years"),
    Band.TO_15: _l("Over 10, up to 15 years"),
    Band.BEYOND: _l("Over 15 years"),
}
TRIGGERS = {
    Trigger.COLD_CALLING_LAW: _l("Foreign law on cold calling"),
    Trigger.CLIENT_LEFT: _l("A client left"),
    Trigger.AUTOMATION: _l("Automation"),
    Trigger.RELOCATION: _l("Relocation"),
    Trigger.RESTRUCTURING: _l("Restructuring"),
    Trigger.OTHER: _l("Another reason"),
}
PAPERS = {
    LetterKind.DENUNCIATION: _l("Denunciation of the receipt"),
    LetterKind.INSPECTOR: _l("Claim to the labour inspector"),
    LetterKind.CERTIFICATE: _l("Request for the certificate of work"),
    LetterKind.DELEGATE: _l("Letter to the provincial labour delegate"),
    LetterKind.DEFECTS: _l("Notice of procedural defects"),
}
OUTGOING = {
    Outgoing.EMPLOYER: _l("The table for the employer, on their own figures (XLSX)"),
    Outgoing.XLSX: _l("The union's table, with what people told us (XLSX)"),
    Outgoing.CSV: _l("The union's table, with what people told us (CSV)"),
    Outgoing.SHEETS_FR: _l("Everybody's sheet in French (ZIP of PDF)"),
    Outgoing.SHEETS_AR: _l("Everybody's sheet in Arabic (ZIP of PDF)"),
}
ACTS = {
    "paper_sent": _l("Paper sent"),
    "step_noted": _l("Step of the procedure noted"),
    "own_steps": _l("Procedure of one person noted"),
    "opened": _l("Dispute opened"),
    "described": _l("Description corrected"),
    "list_taken": _l("List taken"),
    "corrected": _l("Facts of one person corrected"),
    "switched": _l("Switches changed"),
    "recomputed": _l("Sums computed again with the authorisation"),
    "identified": _l("Said who of the list is a member"),
    "claimed": _l("Certificates of employment claimed, or handed over"),
    "taken": _l("Taken"),
    "assigned": _l("Assigned"),
    "handed_over": _l("Handed over"),
    "taken_over": _l("Handed over: the account was closed"),
    "noted": _l("Note"),
    "waiting": _l("Waiting"),
    "resumed": _l("Taken up again"),
    "closed": _l("Closed"),
    "reopened": _l("Reopened"),
    "named": _l("Somebody named on the case"),
    "unnamed": _l("Somebody taken off the case"),
    "made_confidential": _l("Made confidential"),
    "made_ordinary": _l("No longer confidential"),
}
ICONS = {
    "opened": "layoff",
    "described": "edit",
    "list_taken": "file",
    "corrected": "edit",
    "paper_sent": "mail",
    "step_noted": "check",
    "own_steps": "check",
    "switched": "scale",
    "recomputed": "scale",
    "identified": "people",
    "claimed": "check",
    "taken": "person",
    "noted": "note",
    "closed": "done",
    "reopened": "undo",
    "waiting": "waiting",
}
