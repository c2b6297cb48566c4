"""The sentences of the letters in French and Arabic; each article that they rely on is named in them."""

from __future__ import annotations

from union.cases.letters import DOTS as DOTS
from union.cases.letters import FRAME
from union.cases.letters import dotted as dotted
from union.entitlements.papers.words import filled
from union.law.sources.sentence import Sentence

SAID: dict[str, Sentence] = {
    **FRAME,
    "annex_sheet": Sentence("Detailed statement of what is owed"),
    "annex_payslip": Sentence("Copy of the contract of employment or of the last payslip"),
    "reserve": Sentence(
        "This letter is written under reserve of all my other rights, the damages that the court may "
        "award among them (article 41)."
    ),
    "claimed": Sentence("The rights claimed"),
    "claimed_compared": Sentence("What a dismissal would give, for comparison"),
    # The inspector
    "inspector": Sentence("Subject: request for conciliation – what is owed at the end of the contract (article 532)"),
    "inspector_body": Sentence(
        "I work for {employer}, site {site}, since {hired}. The last day of my contract is {left}. The "
        "employer goes about it so: {kind}."
    ),
    "inspector_offer": Sentence(
        "They offer {offered}; the Labour Code gives at least {minimum}, which is {short} more."
    ),
    "inspector_no_offer": Sentence("The Labour Code gives at least {minimum}."),
    "inspector_offer_if": Sentence(
        "They offer {offered}; in that case the Labour Code gives at least {minimum}, which is {short} more."
    ),
    "inspector_no_offer_if": Sentence("In that case the Labour Code gives at least {minimum}."),
    "inspector_offer_compared": Sentence(
        "They offer {offered}; for comparison, a dismissal would give at least {minimum}, which is {short} more."
    ),
    "inspector_no_offer_compared": Sentence("For comparison, a dismissal would give at least {minimum}."),
    "inspector_see": Sentence("I ask you to establish the breaches set out above."),
    "inspector_mandate": Sentence(
        "I have the protection of a mandate: ending the contract needs your approval (articles 457 to 459)."
    ),
    "inspector_ask": Sentence(
        "I ask you to call the employer to an attempt at conciliation, to draw up its record (article "
        "532) and to tell me its date within eight days of receiving this letter. I waive no right and "
        "keep that of going to court in time."
    ),
    # The certificate
    "certificate": Sentence("Subject: request for the certificate of employment (article 72)"),
    "certificate_body": Sentence(
        "According to you, my contract ends on {left}. Without accepting the termination and with every "
        "reservation, I ask you to hand me the certificate of employment within the eight days that "
        "follow, that is by {latest} (article 72)."
    ),
    "certificate_what": Sentence(
        "It states only the date of entry ({hired}), the date of leaving ({left}) and the posts held; "
        "qualifications and services rendered stand in it only if we agree on them."
    ),
    "certificate_effect": Sentence(
        "Failure to hand it over gives a right to damages (article 72) and is punished by a fine (article 78)."
    ),
    # The group
    "delegate": Sentence("Subject: jobs cut at {employer}, site {site} – articles 66 to 71 of the Labour Code"),
    "delegate_other": Sentence("Subject: contracts of employment at {employer}, site {site} – request to intervene"),
    "delegate_body": Sentence(
        "The management of {employer} goes about it so at the site {site}: {kind}. Its list counts {people}."
    ),
    "announced": Sentence("It was announced on {day}."),
    "delegate_findings": Sentence("What we find"),
    "delegate_ask": Sentence("What we ask"),
    "ask_file": Sentence("to tell us whether a request for authorisation was filed, and on which date (article 67);"),
    "ask_remind": Sentence(
        "to remind the employer that an economic dismissal and a closure require that the "
        "representatives be informed and consulted, a record, and the governor's authorisation (articles "
        "66, 67 and 69);"
    ),
    "ask_record_other": Sentence(
        "to have the breaches established by the labour inspector and recorded (article 539);"
    ),
    "ask_record": Sentence(
        "to have the breaches established by the labour inspector and recorded (articles 78 and 539);"
    ),
    "ask_meet": Sentence("to bring both sides together within eight days of receiving this letter."),
    "defects": Sentence("Subject: irregularities of the procedure begun at the site {site}"),
    "defects_body": Sentence(
        "Your management goes about it so at the site {site}: {kind}. Your list counts {people}. We "
        "notify you of the following irregularities."
    ),
    "defects_none": Sentence(
        "No breach is established yet: complete what is known of the procedure before sending this letter."
    ),
    "defects_ask": Sentence(
        "We ask you, within eight days of receiving this letter, to suspend the departures, to take the "
        "procedure up again at the step that is missing and to hand us the documents that establish it. "
        "Failing that, we shall turn to the provincial labour delegate and to the court."
    ),
}


def say(key: str, language: str, **values: str) -> str:
    """One sentence of the letters; `values` are written out already."""
    return filled(SAID[key], language, **values)
