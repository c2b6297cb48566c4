"""What the closed lists of members are called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import phonenumbers
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from union.members.models import Category, Contract, Leaving, MandateKind, Membership, Sex
from union.record.chain import Act, Event
from union.web.locale import day, number

STATES = {
    Membership.CONTACT: _l("Contact"),
    Membership.MEMBER: _l("Member"),
    Membership.LAPSED: _l("Lapsed"),
    Membership.LEFT: _l("Left the union"),
}
TONES = {Membership.CONTACT: None, Membership.MEMBER: "done", Membership.LAPSED: "soon", Membership.LEFT: "late"}
SEXES = {Sex.FEMALE: _l("Woman"), Sex.MALE: _l("Man")}
CATEGORIES = {Category.EMPLOYEE: _l("Employee"), Category.EXECUTIVE: _l("Executive grade")}
CONTRACTS = {
    Contract.CDI: _l("Open-ended (CDI)"),
    Contract.CDD: _l("Fixed-term (CDD)"),
    Contract.ANAPEC: _l("Training-insertion (ANAPEC)"),
    Contract.AGENCY: _l("Temporary-work agency"),
    Contract.UNKNOWN: _l("Not known"),
}
LEAVINGS = {
    Leaving.RESIGNED: _l("By resignation"),
    Leaving.DISMISSED: _l("By dismissal"),
    Leaving.END_OF_TERM: _l("By the end of a fixed term"),
    Leaving.OTHER: _l("In another way"),
}
MANDATES = {
    MandateKind.DELEGATE_FULL: _l("Staff delegate, full"),
    MandateKind.DELEGATE_ALTERNATE: _l("Staff delegate, alternate"),
    MandateKind.CANDIDATE: _l("Candidate for staff delegate"),
    MandateKind.UNION_REPRESENTATIVE: _l("Union representative in the enterprise"),
}

# What an event of the record says on the page of a person, by its act and its note.
EVENTS = {
    (Act.CREATED, ""): _l("added this person"),
    (Act.CREATED, "employment"): _l("added an employment"),
    (Act.CHANGED, ""): _l("changed this file"),
    (Act.CHANGED, "identity"): _l("corrected the identity"),
    (Act.CHANGED, "standing"): _l("changed the membership"),
    (Act.CHANGED, "card"): _l("corrected the card"),
    (Act.CHANGED, "dues"): _l("wrote down dues"),
    (Act.CHANGED, "consent"): _l("wrote down the consent"),
    (Act.CHANGED, "terms"): _l("corrected the employment"),
    (Act.CHANGED, "wage"): _l("wrote down a wage"),
    (Act.CHANGED, "left"): _l("wrote down the last day at work"),
    (Act.CHANGED, "mandate"): _l("wrote down a mandate"),
    (Act.ENDED, "mandate"): _l("ended a mandate"),
    (Act.GRANTED, ""): _l("entrusted this person to a delegate"),
    (Act.ENDED, ""): _l("took this person back from a delegate"),
    (Act.OPENED, ""): _l("opened this page"),
    (Act.REMOVED, ""): _l("took something out of this file"),
    (Act.IMPORTED, ""): _l("imported this person"),
    (Act.EXPORTED, ""): _l("took data out"),
}


def event_sentence(event: Event) -> str:
    """One line of a member's history."""
    if event.act is Act.REMOVED and event.note.startswith("wage|"):
        from_on, gross, net = event.note.removeprefix("wage|").split("|")
        sums = " · ".join(
            said
            for said in (
                str(_("gross %(sum)s", sum=number(Decimal(gross)))) if gross else "",
                str(_("net %(sum)s", sum=number(Decimal(net)))) if net else "",
            )
            if said
        )
        since = day(date.fromisoformat(from_on)) if from_on else "–"
        return str(_("struck out the wage from %(day)s (%(sums)s)", day=since, sums=sums))
    return str(EVENTS.get((event.act, event.note)) or EVENTS.get((event.act, "")) or event.act.value)


def telephone(number: str) -> str:
    """An E.164 number as people dial and read it: 06 12 34 56 78 in Morocco, +33 6 12 34 56 78 elsewhere."""
    if number.startswith("+212") and len(number) == 13:
        national = "0" + number.removeprefix("+212")
        return " ".join(national[start : start + 2] for start in range(0, 10, 2))
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
