"""The words of dismissal letters on the page."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from union.law.procedure.dismissal_check import Delivery, Fault
from union.law.procedure.grounds import Ground
from union.papers.dismissals.models import LetterKind

FAULTS = {
    Fault.SERIOUS: _l("Serious misconduct"),
    Fault.MINOR: _l("A fault that is not serious"),
    Fault.NONE: _l("No fault is alleged"),
}
GROUNDS = {
    Ground.CONDUCT: _l("Conduct"),
    Ground.SKILL: _l("Aptitude for the work"),
    Ground.ABSENCE: _l("Absence"),
    Ground.ECONOMIC: _l("Economic or technical"),
    Ground.OTHER: _l("Another motive"),
    Ground.UNION_MEMBERSHIP: _l("Union membership"),
    Ground.UNION_ACTIVITY: _l("Union activity"),
    Ground.DELEGATE_CANDIDACY: _l("Standing as a delegate"),
    Ground.COMPLAINT: _l("A complaint against the employer"),
    Ground.DISCRIMINATION: _l("Sex, origin, religion, opinion or family"),
    Ground.DISABILITY: _l("Disability"),
    Ground.MATERNITY: _l("Pregnancy or maternity"),
}
DELIVERIES = {
    Delivery.HAND: _l("By hand, against a receipt"),
    Delivery.REGISTERED: _l("Registered letter with acknowledgement"),
    Delivery.OTHER: _l("Another way"),
}
LETTERS = {
    LetterKind.CONTEST: _l("The letter that contests it"),
    LetterKind.INSPECTOR: _l("The claim to the labour inspector"),
}
# What a line of a case's timeline is called, and its drawing.
ACTS = {
    "dismissal_noted": (_l("Dismissal letter written down"), "file"),
    "dismissal_corrected": (_l("Dismissal letter checked"), "check"),
    "dismissal_sent": (_l("Dismissal contested by letter"), "mail"),
    "dismissal_claim_sent": (_l("Claim sent to the labour inspector"), "mail"),
    "dismissal_aside": (_l("Dismissal letter set aside"), "undo"),
}

# Why the law does not put a question on these facts.
NOT_ASKED = {
    "no_fault": _l("No fault is alleged: the hearing and its minutes are asked of a dismissal for a fault."),
    "serious": _l("The fault alleged is called serious: the scale of sanctions is for one that is not."),
    "no_mandate": _l("No mandate is written down: the inspector’s approval is asked for a person whom one protects."),
    "refused": _l("One side refused the hearing: what counts then is whether the inspector was asked to step in."),
    "no_hearing": _l("There was no hearing: that is the defect, and this question has no object."),
    "not_refused": _l("The hearing was held, or nobody refused it: the inspector did not have to be asked."),
}
