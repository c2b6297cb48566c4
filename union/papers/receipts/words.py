"""The words of signed papers on the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.papers.receipts.models import PaperKind, Right

KINDS = {
    PaperKind.RECEIPT: _l("Receipt for full settlement"),
    PaperKind.AGREEMENT: _l("Departure agreement or settlement"),
    PaperKind.CONCILIATION: _l("Conciliation before the labour inspector"),
}
RIGHTS = {
    Right.NOTICE: _l("Pay in lieu of notice"),
    Right.SEVERANCE: _l("Statutory severance pay"),
    Right.DAMAGES: _l("Damages, if the judge holds the dismissal abusive"),
    Right.LEAVE: _l("Leave not taken"),
    Right.WAGES_DUE: _l("Wages due"),
    Right.SENIORITY_BONUS: _l("Seniority bonus"),
    Right.OVERTIME: _l("Overtime"),
    Right.HOLIDAYS: _l("Holidays worked"),
    Right.REMAINING_TERM: _l("Wages to the end of the CDD"),
    Right.CERTIFICATE: _l("Certificate of work"),
}
PARTS = {
    "conditions": _l("The receipt, condition by condition"),
    "signatures": _l("The three signatures of a conciliation"),
    "freely": _l("Was the signature free?"),
    "resigned": _l("A resignation signed with it, or asked for"),
    "denounced": _l("The denunciation that was sent"),
}
# What a line of a case's timeline is called, and its drawing.
ACTS = {
    "receipt_noted": (_l("Signed paper written down"), "file"),
    "receipt_corrected": (_l("Signed paper corrected"), "edit"),
    "receipt_sent": (_l("Receipt denounced"), "mail"),
    "receipt_aside": (_l("Signed paper set aside"), "undo"),
}
